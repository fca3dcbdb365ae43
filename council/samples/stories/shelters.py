"""A register of those who come to a shelter: submitted, with the print of an earlier paper, and asked about."""

from django.core.files.base import ContentFile

from consultations.documents import document_of
from consultations.models import Consultation, User
from consultations.services import comments, way
from consultations.services.attachments import attach
from council.samples.days import working_days_ago
from council.samples.stories.desk_work import reword, taken_in
from paper import pdf
from paper.html import page

_QUESTION = "「配慮を要する事項」は、書きたくない人が書かずに受付を済ませられますか。"


def tell(text: str, earlier: Consultation, disaster: User, secretariat: User) -> None:
    with working_days_ago(5, 13, 10):
        paper = taken_in(text, disaster)
    with working_days_ago(4, 10, 25):
        reword(paper, disaster, "s1/record_counts", "（最大の被害を想定した場合）", "（区の被害想定による最大の数）")
    with working_days_ago(4, 10, 40):
        printed = ContentFile(pdf.render(page(document_of(earlier))), "参考資料.pdf")
        attach(paper, printed, f"参考　{earlier.number_printed}の審議資料", disaster)
    with working_days_ago(3, 14, 55):
        paper = way.submit(paper, disaster)
    with working_days_ago(1, 11):
        comments.say(paper, secretariat, "s1/data_items", _QUESTION)
