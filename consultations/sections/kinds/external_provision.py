"""外部提供: personal data is given to someone outside the city."""

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


class ExternalProvision(
    SectionBody,
    kind="external_provision",
    title="外部提供に伴う個人情報の保護措置",
    phrases=("外部提供", "外部に提供"),
    clause="{business}において保有する個人情報を外部提供するもの",
    about="保有する個人情報を、庁外の相手方に渡す。",
):
    reason: Prose = prose("外部提供する理由", in_part=False)
    recipient: Prose = prose("外部提供する相手方", aliases=("外部提供の相手方",))
    purpose: Prose = purpose("諮問の趣旨", in_part=False)
    data_subject_scope: Prose = prose("対象となる個人の範囲")
    recorded: Prose = heading("外部提供する個人情報の項目及び件数")
    data_items: Items = data_items("個人情報の項目", level=2)
    record_counts: Counts = record_counts("件数（見込み）", level=2)
    method: Prose = prose("外部提供の方法")
    recipient_arrangements: Prose = prose("提供先の個人情報の保護管理体制", aliases=("相手方の個人情報の保護管理体制",))
    start_and_duration: PeriodValue = period("外部提供の開始時期及び期間")
