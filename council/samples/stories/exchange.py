"""Lending across the border of the ward: returned for two headings, mended, submitted again."""

from consultations.models import User
from consultations.services import way
from council.samples.days import working_day, working_days_ago
from council.samples.stories.desk_work import reword, taken_in

_REASONS = {
    "s1/data_items": "住所と電話番号は、貸出しを控える者の確認に要りますか。要らないものは外してください。",
    "s1/method": "記録媒体を誰がどのように運ぶか、暗号化するかを書いてください。",
}


def tell(text: str, library: User, secretariat: User) -> None:
    with working_days_ago(11, 9, 40):
        paper = taken_in(text, library)
    with working_days_ago(10, 11, 10):
        paper = way.submit(paper, library)
    with working_days_ago(8, 13, 30):
        paper = way.give_back(
            paper, secretariat, _REASONS, working_day(3), "２か所を直して、もう一度提出してください。"
        )
    with working_days_ago(5, 10, 50):
        reword(paper, library, "s1/data_items", "、住所、電話番号", "")
    with working_days_ago(5, 11, 20):
        carried = "電磁的記録媒体による。記録媒体は暗号化し、職員２人で、施錠できるかばんに入れて持参する。"
        reword(paper, library, "s1/method", "電磁的記録媒体による。", carried)
    with working_days_ago(2, 9, 15):
        way.submit(paper, library)
