"""目的外利用: one department uses what another holds for another purpose."""

from consultations.sections.base import SectionBody
from consultations.sections.fields import (
    Counts,
    Departments,
    Items,
    PeriodValue,
    Prose,
    data_items,
    departments,
    heading,
    period,
    prose,
    purpose,
    record_counts,
)


class PurposeExternalUse(
    SectionBody,
    kind="purpose_external_use",
    title="目的外利用",
    part_title="個人情報の目的外利用について",
    phrases=("目的外利用",),
    fragment="{business}における個人情報の{using}への目的外利用",
    clause="{business}のために収集した個人情報を{using}において目的外利用するもの",
    about="ある業務のために集めた個人情報を、庁内の別の業務で使う。",
):
    reason: Prose = prose("目的外利用する理由", in_part=False)
    purpose: Prose = purpose("諮問の趣旨", in_part=False)
    holding_department: Departments = departments("保有課及び保有課の業務名称")
    using_department: Departments = departments("利用課及び利用課の業務名称")
    data_subject_scope: Prose = prose("対象となる個人の範囲")
    recorded: Prose = heading("目的外利用する個人情報の項目及び件数")
    data_items: Items = data_items("個人情報の項目", level=2)
    record_counts: Counts = record_counts("件数（見込み）", level=2)
    method: Prose = prose("利用の方法", aliases=("目的外利用の方法",))
    start_and_duration: PeriodValue = period("利用の開始時期及び期間", aliases=("目的外利用の開始時期及び期間",))
