"""本人外収集: personal data is collected from someone other than the person."""

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


class IndirectCollection(
    SectionBody,
    kind="indirect_collection",
    title="個人情報の本人外収集",
    phrases=("本人外収集", "本人以外からの収集", "収集するもの"),
    clause="{business}において個人情報を本人以外の者から収集するもの",
    about="個人情報を、本人ではない者から集める。",
):
    reason: Prose = prose("本人外収集する理由", aliases=("本人外収集の理由",), in_part=False)
    counterpart: Prose = prose("本人外収集の相手方", aliases=("本人外収集する相手方",))
    purpose: Prose = purpose("諮問の趣旨", in_part=False)
    data_subject_scope: Prose = prose("対象となる個人の範囲")
    recorded: Prose = heading("本人外収集する個人情報の項目及び件数")
    data_items: Items = data_items("個人情報の項目", level=2)
    record_counts: Counts = record_counts("件数（見込み）", level=2)
    method: Prose = prose("本人外収集の方法")
    start_and_duration: PeriodValue = period("本人外収集の開始時期及び期間")
