"""Anything else a mayor asks: rules, ordinances, plans. Only free headings."""

from consultations.sections.base import SectionBody


class General(
    SectionBody,
    kind="general",
    title="その他の諮問",
    fragment="",
    clause="{business}における個人情報の取扱いについて意見を聴くもの",
    about="基準や計画など、様式の決まっていないことについて意見を聴く。",
):
    pass
