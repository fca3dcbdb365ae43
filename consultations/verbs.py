"""The words of each step: what its button says, what will happen, what happened."""

from dataclasses import dataclass

from consultations.enums import PaperState
from consultations.models import User
from consultations.models.paper import Paper
from consultations.rights import Act, acts


@dataclass(frozen=True)
class Verb:
    """`button` is the verb, `then` the sentence above it, `done` the one afterwards."""

    button: str
    then: str
    done: str


VERBS = {
    Act.ACCEPT: Verb(
        "受理する",
        "この案件を受理します。所管課は、これより後は直せません。",
        "受理しました。",
    ),
    Act.SUBMIT: Verb(
        "提出する",
        "この案件を事務局に提出します。差し戻されるまで、あなたの課では直せません。",
        "提出しました。事務局が確かめて、受理するか差し戻します。",
    ),
    Act.ANSWER: Verb(
        "答申を記録する",
        "この諮問に、審議会の答申が出たことを記録します。記録した後は、内容を直せません。",
        "答申を記録しました。",
    ),
    Act.NOTE: Verb(
        "了解を記録する",
        "この報告を、審議会が了解したことを記録します。記録した後は、内容を直せません。",
        "了解を記録しました。",
    ),
    Act.PUBLISH: Verb(
        "公開する",
        "サインインできる人が、だれでもこの案件を読めるようになります。やり取りと履歴は公開されません。",
        "公開しました。",
    ),
    Act.RETURN: Verb(
        "差し戻す",
        "理由を書いた見出しを差し戻します。理由は所管課にそのまま届きます。",
        "差し戻しました。理由は所管課に届いています。",
    ),
    Act.WITHDRAW: Verb(
        "取り下げる",
        "この案件を取り下げます。取り下げた案件は、読むことだけができます。元に戻すことはできません。",
        "取り下げました。",
    ),
}
"""In the order in which one of them is the main button of a view."""

_QUIET = {Act.RETURN, Act.WITHDRAW}


@dataclass(frozen=True)
class Button:
    act: Act
    word: str
    is_main: bool


def word(act: Act, paper: Paper) -> str:
    """What comes back is submitted again."""
    again = act == Act.SUBMIT and paper.state == PaperState.RETURNED
    return "再提出する" if again else VERBS[act].button


def buttons(user: User, paper: Paper) -> tuple[Button, ...]:
    """What this person may do now: at most one main button, and that first."""
    allowed = acts(user, paper)
    possible = [act for act in VERBS if act in allowed]
    return tuple(Button(act, word(act, paper), i == 0 and act not in _QUIET) for i, act in enumerate(possible))
