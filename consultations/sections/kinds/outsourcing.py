"""外部委託: a contractor handles personal data for the city."""

from consultations.sections.base import SectionBody
from consultations.sections.fields import (
    Contractors,
    Counts,
    Items,
    PeriodValue,
    Prose,
    YesNo,
    contractors,
    flow_items,
    heading,
    period,
    prose,
    purpose,
    record_counts,
    yes_no,
)


class Outsourcing(
    SectionBody,
    kind="outsourcing",
    title="外部委託に伴う個人情報の保護措置",
    phrases=("外部委託", "業務委託に伴う", "委託に伴う個人情報"),
    clause="{business}において外部委託を行い、受託者に個人情報を取り扱わせるもの",
    about="業務を外部の事業者に委託し、個人情報を取り扱わせる。",
):
    outsourcing_title: Prose = prose("委託の件名")
    content: Prose = prose("委託の内容")
    purpose: Prose = purpose("諮問の趣旨", in_part=False)
    data_subject_scope: Prose = prose("対象となる個人の範囲")
    recorded: Prose = heading("委託で取り扱う個人情報の項目及び件数")
    data_items: Items = flow_items("個人情報の項目", level=2)
    record_counts: Counts = record_counts("件数（見込み）", level=2)
    place: Prose = prose("個人情報を取り扱う場所")
    shared_premises: YesNo = yes_no("個人情報を取り扱う場所について{noun}及び委託先以外の者との共用の有無")
    transfer_method: Prose = prose("委託先との個人情報の授受の方法")
    contractor_computers: YesNo = yes_no("委託先の電子計算機を利用した個人情報処理の有無")
    contractor_arrangements: Prose = prose("委託先の個人情報の保護管理体制")
    contract_terms: Prose = prose("委託の条件")
    start_and_duration: PeriodValue = period("委託の開始時期及び期間")
    contractors: Contractors = contractors("委託先（参考）", aliases=("委託先",))
