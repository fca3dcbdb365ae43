"""Anything else a mayor asks: rules, ordinances, plans. Only free headings."""

from consultations.sections.base import SectionBody


class General(SectionBody, kind="general", title="その他の諮問"):
    pass
