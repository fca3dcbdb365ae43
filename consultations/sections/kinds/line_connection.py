"""回線結合: the city's computer is connected with one outside."""

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


class LineConnection(
    SectionBody,
    kind="line_connection",
    title="外部の電子計算機との回線結合",
    phrases=("回線結合", "オンライン結合", "電子計算機の結合"),
    clause="{business}において外部の電子計算機との回線結合を行うもの",
    about="庁内の電子計算機を、外部の電子計算機と通信回線でつなぐ。",
):
    reason: Prose = prose("回線結合する理由", in_part=False)
    counterpart: Prose = prose("回線結合の相手方", aliases=("回線結合する相手方",))
    purpose: Prose = purpose("諮問の趣旨", in_part=False)
    data_subject_scope: Prose = prose("対象となる個人の範囲")
    recorded: Prose = heading("回線結合する個人情報の項目及び件数")
    data_items: Items = data_items("個人情報の項目", level=2)
    record_counts: Counts = record_counts("件数（見込み）", level=2)
    method: Prose = prose("回線結合の方法")
    counterpart_arrangements: Prose = prose("相手方の個人情報の保護管理体制")
    city_arrangements: Prose = prose("{noun}の個人情報の保護管理体制")
    start_and_duration: PeriodValue = period("回線結合の開始時期及び期間")
