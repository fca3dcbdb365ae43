"""The editor of a consultation or report: its page, what is typed there, and what goes in."""

from django.contrib import messages
from django.http import HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from consultations.queries.editor import editor_of
from consultations.queries.presence import others_here
from consultations.queries.revisions import last_revision
from consultations.rights import Act, acts
from consultations.sections import edits
from consultations.services.drafts import drop_draft, keep_draft, set_draft_aside
from consultations.services.editing import NotAllowed, commit
from consultations.services.presence import be_here
from consultations.templatetags.papers import address, clock
from consultations.views.requests import AuthenticatedRequest, paper_of, place_in, sent, text_in


@require_safe
def page(request: AuthenticatedRequest, sort: str, pk: int) -> HttpResponse:
    paper = paper_of(request, sort, pk)
    if Act.EDIT not in acts(request.user, paper):
        messages.info(request, "この案件は、いまの段階では直せません。")
        return redirect(address(paper))
    desk = editor_of(paper, request.user)
    here = {"paper": paper, "desk": desk, "acts": acts(request.user, paper), "revision": last_revision(paper)}
    return render(request, "consultations/editor.html", here)


@require_POST
def keep(request: AuthenticatedRequest, sort: str, pk: int) -> HttpResponse:
    """{place, text, base}: what is typed just now → {saved: 10時42分}."""
    paper, data = paper_of(request, sort, pk), sent(request)
    try:
        draft = keep_draft(paper, request.user, place_in(data), text_in(data, "text"), text_in(data, "base")[:32])
    except NotAllowed as problem:
        return JsonResponse({"sentence": str(problem)}, status=409)
    return JsonResponse({"saved": clock(draft.saved_at)})


@require_POST
def drop(request: AuthenticatedRequest, sort: str, pk: int) -> HttpResponse:
    """{place, aside}: the draft goes; `aside` keeps its text in the timeline."""
    paper, data = paper_of(request, sort, pk), sent(request)
    act = set_draft_aside if data.get("aside") else drop_draft
    act(paper, request.user, place_in(data))
    return JsonResponse({})


@require_POST
def put_in(request: AuthenticatedRequest, sort: str, pk: int) -> HttpResponse:
    """{edits: […]} → {revision, saved, refused: [{place, gone}]}; see consultations/sections/edits."""
    paper, data = paper_of(request, sort, pk), sent(request)
    try:
        wanted = [edits.parse(raw) for raw in data.get("edits", ())]
        done = commit(paper, request.user, wanted)
    except NotAllowed as problem:
        return JsonResponse({"sentence": str(problem)}, status=409)
    except (ValueError, TypeError):
        return JsonResponse({"sentence": "この直しは受け付けられません。画面を読み込み直してください。"}, status=400)
    refused = [{"place": each.place, "gone": each.gone} for each in done.refused]
    return JsonResponse({"revision": done.number, "saved": clock(timezone.now()), "refused": refused})


@require_POST
def here(request: AuthenticatedRequest, sort: str, pk: int) -> HttpResponse:
    """{place} → {revision, who: [{name, initial, role, place}]}: who else has the paper open, and its last revision."""
    paper, data = paper_of(request, sort, pk), sent(request)
    be_here(paper, request.user, place_in(data))
    who = [
        {
            "name": str(each.user),
            "initial": str(each.user)[:1],
            "role": each.user.get_role_display(),
            "place": each.place,
        }
        for each in others_here(paper, request.user)
    ]
    return JsonResponse({"revision": last_revision(paper), "who": who})
