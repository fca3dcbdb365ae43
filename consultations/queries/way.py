"""How far a paper has come on its way, and who brought it there."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Exists, OuterRef, QuerySet
from django.utils import timezone

from consultations.enums import PaperState, RevisionAct
from consultations.models import Comment, Report, Revision
from consultations.models.paper import Paper

STEPS = {
    RevisionAct.SUBMITTED: "提出しました",
    RevisionAct.RETURNED: "差し戻しました",
    RevisionAct.ACCEPTED: "受理しました",
    RevisionAct.ANSWERED: "答申を記録しました",
    RevisionAct.NOTED: "了解を記録しました",
    RevisionAct.WITHDRAWN: "取り下げました",
    RevisionAct.PUBLISHED: "公開しました",
}
"""The acts that lead a paper on, and how the last one is told."""


@dataclass(frozen=True)
class Stage:
    word: str
    is_current: bool


@dataclass(frozen=True)
class Way:
    """`last` is the last step with who took it and what was said with it; None before the first."""

    stages: tuple[Stage, ...]
    last: Revision | None
    last_said: str


def way_of(paper: Paper) -> Way:
    """One statement, and one more where a paper came back."""
    steps = tuple(_steps(paper))
    words = _stages(paper, steps)
    here = _stage(paper, words)
    last = steps[-1] if steps else None
    return Way(tuple(Stage(word, word == here) for word in words), last, _told(last) if last else "")


def standing(paper: Paper) -> str:
    """The sentence for someone who came too late: what was done, by whom, when, and what the paper is now."""
    last = _steps(paper).last()
    now = f"いまは「{state_word(paper)}」です。"
    return f"{_told(last)}{now}" if last else f"この案件は、{now}"


def moment(at: datetime.datetime) -> str:
    """11月20日 16時20分."""
    local = timezone.localtime(at)
    return f"{local.month}月{local.day}日 {local.hour}時{local.minute:02}分"


def state_word(paper: Paper) -> str:
    """The state as people call it; one statement for a paper that is submitted."""
    is_submitted = paper.state == PaperState.SUBMITTED
    came_back = is_submitted and _steps(paper).filter(act=RevisionAct.RETURNED).exists()
    return state_in_words(PaperState(paper.state), was_returned=came_back)


def state_in_words(state: PaperState, *, was_returned: bool) -> str:
    """What is submitted again has a word of its own."""
    return "再提出" if was_returned and state == PaperState.SUBMITTED else str(state.label)


def was_returned(papers: type[Paper]) -> Exists:
    """To annotate a list of `papers` with."""
    mine = {papers._meta.model_name or "": OuterRef("pk")}
    return Exists(Revision.objects.filter(**mine, act=RevisionAct.RETURNED))


def _steps(paper: Paper) -> QuerySet[Revision]:
    found: QuerySet[Revision] = Revision.objects.of(paper).filter(act__in=STEPS).select_related("by")
    return found


def _told(step: Revision) -> str:
    who = f"{step.by}さんが" if step.by else ""
    return f"{who}{moment(step.at)}に{STEPS[RevisionAct(step.act)]}。"


def _stages(paper: Paper, steps: Sequence[Revision]) -> list[str]:
    """All stages of such a paper in their order; of one that was withdrawn those it came through."""
    done = {step.act for step in steps}
    back = [step for step in steps if step.act == RevisionAct.RETURNED]
    again = [_returned(paper, back[-1]), "再提出"] if back else []
    end = ["了解"] if isinstance(paper, Report) else ["次第・番号", "会議", "答申"]
    if paper.state != PaperState.WITHDRAWN:
        return ["起案", "提出", *again, "受理", *end]
    sent = ["提出"] if RevisionAct.SUBMITTED in done else []
    taken = ["受理"] if RevisionAct.ACCEPTED in done else []
    return ["起案", *sent, *again, *taken, "取下げ"]


def _returned(paper: Paper, step: Revision) -> str:
    """How many places the last return named."""
    places = Comment.objects.of(paper).filter(is_reason=True, at=step.at).exclude(place="").count()
    return f"差戻し\u3000{places}か所" if places else "差戻し"


def _stage(paper: Paper, words: Sequence[str]) -> str:
    match PaperState(paper.state):
        case PaperState.DRAFT:
            return "起案"
        case PaperState.SUBMITTED:
            return "再提出" if "再提出" in words else "提出"
        case PaperState.RETURNED:
            return next((word for word in words if word.startswith("差戻し")), "")
        case PaperState.ACCEPTED:
            return "次第・番号" if paper.number_printed and "次第・番号" in words else "受理"
        case state:
            return state.label
