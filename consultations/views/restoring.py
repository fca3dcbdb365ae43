"""Bring a heading or a whole paper back; where others were there meanwhile, show what they wrote and ask."""

from dataclasses import dataclass

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from consultations.documents import material_of_paper
from consultations.models import Revision
from consultations.models.paper import Paper
from consultations.queries.revisions import revisions_open_to
from consultations.queries.versions import change_of, changes_to
from consultations.sections.edits import Clash, Gone
from consultations.sections.restoration import NotThen, whole_mark
from consultations.services.editing import NotAllowed
from consultations.services.restoring import restore_place, restore_whole
from consultations.views.history import paper_with_history
from consultations.views.requests import AuthenticatedRequest


@dataclass(frozen=True)
class Wanted:
    """What a form asks for: `place` "" for the whole paper, `back` where a heading that is gone is to come back."""

    number: int
    place: str
    seen: str
    back: bool


@require_POST
def restore(request: AuthenticatedRequest, sort: str, pk: int, number: int) -> HttpResponse:
    paper = paper_with_history(request, sort, pk)
    get_object_or_404(revisions_open_to(request.user, paper), number=number)
    sent = request.POST
    wanted = Wanted(number, sent.get("place", ""), sent.get("seen", ""), "back" in sent)
    try:
        step = _restored(request, paper, wanted)
    except (Clash, Gone) as problem:
        return _asked(request, paper, wanted, is_gone=isinstance(problem, Gone))
    except NotThen as problem:
        raise Http404 from problem
    except NotAllowed as problem:
        messages.error(request, str(problem))
    except ValueError:
        messages.error(
            request, f"版{number}かいまの内容が、いまの様式では読めないので、戻せません。何も変えていません。"
        )
    else:
        messages.success(request, _said(wanted, step))
    return HttpResponseRedirect(reverse(f"{sort}_history", args=[pk]))


def _restored(request: AuthenticatedRequest, paper: Paper, wanted: Wanted) -> Revision | None:
    if not wanted.place:
        return restore_whole(paper, request.user, wanted.number, seen=wanted.seen)
    return restore_place(paper, request.user, wanted.number, wanted.place, seen=wanted.seen, back=wanted.back)


def _said(wanted: Wanted, step: Revision | None) -> str:
    what = "見出し" if wanted.place else "全体"
    if step is None:
        return f"{what}は、すでに版{wanted.number}と同じです。何も変えていません。"
    return f"{what}を版{wanted.number}の状態に戻しました。戻す前の状態も、履歴に残っています。"


def _asked(request: AuthenticatedRequest, paper: Paper, wanted: Wanted, *, is_gone: bool) -> HttpResponse:
    """Both texts, and a form that knows what this person has now seen."""
    context: dict[str, object] = {"paper": paper, "wanted": wanted, "is_gone": is_gone}
    current = type(paper)._default_manager.get(pk=paper.pk)
    if wanted.place:
        change = change_of(current, wanted.number, wanted.place)
        context |= {"change": change, "seen": change.before.mark if change.before else ""}
    else:
        context |= {"changes": changes_to(current, wanted.number), "seen": whole_mark(material_of_paper(current))}
    return render(request, "consultations/restore.html", context, status=409)
