"""第三者点検: the council reviews a privacy impact assessment before the city handles My Number data."""

from consultations.sections.base import SectionBody
from consultations.sections.fields import (
    AssessmentValue,
    Changes,
    Prose,
    PublicCommentValue,
    SecurityMeetingValue,
    assessment,
    change_table,
    prose,
    public_comment,
    purpose,
    security_meeting,
)


class PiaReview(
    SectionBody,
    kind="pia_review",
    title="特定個人情報保護評価における第三者点検",
    phrases=("第三者点検", "特定個人情報保護評価"),
    fragment="特定個人情報保護評価における第三者点検",
    clause="特定個人情報保護評価書の案について第三者点検を受けるもの",
    about="特定個人情報を取り扱う前の評価について、審議会の点検を受ける。",
):
    purpose: Prose = purpose("諮問の趣旨")
    content: Prose = prose("諮問の内容")
    assessment: AssessmentValue = assessment("特定個人情報保護評価の種類", aliases=("評価の種類",), optional=True)
    public_comment: PublicCommentValue = public_comment("{noun}民意見募集", aliases=("意見募集", "住民意見の聴取"))
    security_meeting: SecurityMeetingValue = security_meeting("マイナンバー制度セキュリティ会議")
    changes: Changes = change_table("変更箇所", optional=True)
