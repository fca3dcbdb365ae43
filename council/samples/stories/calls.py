"""Calls to old people who live alone: returned for two headings, one of them answered, the other being mended."""

from consultations.models import User
from consultations.services import comments, way
from council.samples.days import working_day, working_days_ago
from council.samples.stories.desk_work import reword, taken_in

_ARRANGEMENTS = "s1/contractor_arrangements"
_REASONS = {
    "s1/data_items": "「体調についての回答」では、何を尋ねるのかが分かりません。質問の項目を挙げてください。",
    _ARRANGEMENTS: "回答の記録を消去する時期が、委託の終わりまで３年間ありません。保存する期間を短くできませんか。",
}
_REPLY = "記録は訪問の判断だけに使うので、６か月あれば足ります。委託先に、自動で消去できるかを確かめています。"


def tell(text: str, seniors: User, secretariat: User) -> None:
    with working_days_ago(9, 15, 20):
        paper = taken_in(text, seniors)
    with working_days_ago(8, 16, 40):
        reword(paper, seniors, "s1/record_counts", "約６００件", "約８００件")
    with working_days_ago(7, 10):
        paper = way.submit(paper, seniors)
    with working_days_ago(4, 13, 15):
        paper = way.give_back(paper, secretariat, _REASONS, working_day(4), "次第を組む前に、２か所を直してください。")
    with working_days_ago(3, 9, 30):
        asked = "体調についての回答（食欲の有無、睡眠の状況、痛みの有無、訪問の希望の有無）"
        reword(paper, seniors, "s1/data_items", "体調についての回答", asked)
    with working_days_ago(3, 9, 50):
        comments.say(paper, seniors, _ARRANGEMENTS, _REPLY)
    with working_days_ago(1, 17, 5):
        kept = "回答の記録は、記録した日から６か月を過ぎたものから消去し"
        reword(
            paper,
            seniors,
            _ARRANGEMENTS,
            "回答の記録は、委託が終わった後に消去する",
            f"{kept}、委託が終わったときは全て消去する",
        )
