"""電子計算機への記録: new items of personal data are recorded on a computer."""

from consultations.sections.base import SectionBody
from consultations.sections.fields import (
    Counts,
    Items,
    PeriodValue,
    Prose,
    data_items,
    heading,
    period,
    prose,
    purpose,
    record_counts,
)


class ComputerRecording(
    SectionBody,
    kind="computer_recording",
    title="新たな個人情報の項目の電子計算機への記録",
    phrases=("電子計算機への記録", "電子計算機に記録"),
    clause="{business}において新たな個人情報の項目を電子計算機に記録するもの",
    about="これまで電子計算機に記録していなかった項目を、記録する。",
):
    reason: Prose = prose("電子計算機に記録する理由", in_part=False)
    purpose: Prose = purpose("諮問の趣旨", in_part=False)
    data_subject_scope: Prose = prose("対象となる個人の範囲")
    recorded: Prose = heading("記録する個人情報の項目及び件数", aliases=("電子計算機に記録する個人情報の項目及び件数",))
    data_items: Items = data_items("個人情報の項目", level=2)
    record_counts: Counts = record_counts("件数（見込み）", level=2)
    method: Prose = prose("電子計算機に記録する方法", aliases=("電子計算機への記録の方法",))
    city_arrangements: Prose = prose("{noun}の個人情報の保護管理体制")
    start_and_duration: PeriodValue = period(
        "電子計算機への記録の開始時期及び期間",
        aliases=("記録の開始時期及び期間", "電子計算機に記録する開始時期及び期間"),
    )
