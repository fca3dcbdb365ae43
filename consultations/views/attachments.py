"""Attached PDFs: brought along in the editor, given out to those who may see their paper."""

from collections.abc import Callable
from pathlib import PurePath

from django.core.exceptions import ValidationError
from django.http import FileResponse, Http404, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_POST, require_safe

from consultations.models import Attachment
from consultations.models.attachment import files
from consultations.models.paper import Paper
from consultations.queries.attachments import attachment_to_read, attachments_of, attachments_open_to
from consultations.queries.revisions import last_revision
from consultations.sections.edits import Clash, Gone
from consultations.services import attachments
from consultations.services.editing import NotAllowed
from consultations.views.requests import AuthenticatedRequest, paper_of, sent, text_in, typed_by_who_is_here
from consultations.views.uploads import is_too_large
from paper.attached.refusals import Refused, too_large


@require_POST
def attach(request: AuthenticatedRequest, sort: str, pk: int) -> HttpResponse:
    paper = paper_of(request, sort, pk)
    typed_by_who_is_here(request)
    if is_too_large(request):
        return _said(too_large(attachments.limits().size).sentence, 413)
    file = request.FILES.get("file")
    if file is None:
        return _said("ファイルが届きませんでした。PDFを選び直してください。", 422)
    title = request.POST.get("title") or _title(file.name or "")
    return _done(paper, lambda: attachments.attach(paper, file, title, request.user), 201)


@require_POST
def rename(request: AuthenticatedRequest, pk: int) -> HttpResponse:
    row, wanted = _row(request, pk), sent(request)
    title, base = text_in(wanted, "title"), text_in(wanted, "base")
    return _done(row.paper, lambda: attachments.rename(row, title, base, request.user))


@require_POST
def move(request: AuthenticatedRequest, pk: int) -> HttpResponse:
    row, before = _row(request, pk), text_in(sent(request), "before")
    return _done(row.paper, lambda: attachments.move(row, before, request.user))


@require_POST
def detach(request: AuthenticatedRequest, pk: int) -> HttpResponse:
    row = _row(request, pk)
    typed_by_who_is_here(request)
    return _done(row.paper, lambda: attachments.detach(row, request.user))


@require_safe
@cache_control(private=True)
def pdf(request: AuthenticatedRequest, pk: int) -> FileResponse:
    """To look at, or to keep (?download). Whatever it holds runs with no rights here."""
    row = attachment_to_read(request.user, pk)
    if row is None:
        raise Http404
    headers = {"Content-Security-Policy": "sandbox", "X-Content-Type-Options": "nosniff"}
    name = f"{row.title.replace('/', '／')}.pdf"
    keep = "download" in request.GET
    file = files().open(str(row.file))
    return FileResponse(file, as_attachment=keep, filename=name, content_type="application/pdf", headers=headers)


def _row(request: AuthenticatedRequest, pk: int) -> Attachment:
    return get_object_or_404(attachments_open_to(request.user), pk=pk)


def _done(paper: Paper, act: Callable[[], object], status: int = 200) -> HttpResponse:
    """All attachments as they are after `act`, in order; a sentence too where it was not done."""
    try:
        act()
    except Refused as refused:
        return _said(refused.sentence, 422)
    except ValidationError as unfit:
        return _said(unfit.messages[0], 422)
    except NotAllowed as late:
        return _said(str(late), 409)
    except Clash:
        return _said("この題名は、ほかの人が先に変えました。いまの題名を確かめてください。", 409, paper)
    except Gone:
        return _said("この添付資料は、ほかの人が先に外しました。", 409, paper)
    return JsonResponse(_now(paper), status=status)


def _said(sentence: str, status: int, paper: Paper | None = None) -> HttpResponse:
    return JsonResponse({"sentence": sentence} | (_now(paper) if paper else {}), status=status)


def _now(paper: Paper) -> dict[str, object]:
    return {"revision": last_revision(paper), "attachments": listed(paper)}


def listed(paper: Paper) -> list[dict[str, object]]:
    """As the editor shows them."""
    return [
        {
            "pk": row.pk,
            "key": row.key,
            "title": row.title,
            "pages": row.pages,
            "size": row.size,
            "address": reverse("attachment_pdf", args=[row.pk]),
            "uploaded_by": str(row.uploaded_by),
            "uploaded_at": row.uploaded_at.isoformat(),
        }
        for row in attachments_of(paper)
    ]


def _title(name: str) -> str:
    """The name of a file without its ending."""
    return PurePath(name).stem if name.lower().endswith(".pdf") else name
