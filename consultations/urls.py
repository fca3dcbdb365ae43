"""Consultations and reports: their lists, their pages, and their papers as HTML and PDF."""

from functools import partial

from django.urls import URLPattern, include, path

from consultations.rights import Act
from consultations.verbs import VERBS
from consultations.views import (
    attachments,
    comments,
    editor,
    history,
    lists,
    papers,
    preview,
    restoring,
    suggestions,
    versions,
    way,
)
from consultations.views.making import copies, new, texts

OTHERS = {"consultation": Act.NOTE, "report": Act.ANSWER}


def pages_of(sort: str) -> list[URLPattern]:
    """What there is for one paper of either sort; the names are consultation_…, report_… ({% address paper "…" %})."""
    views: list[tuple[str, str, object]] = [
        ("edit/", "edit", editor.page),
        ("draft/", "draft", editor.keep),
        ("draft/drop/", "drop", editor.drop),
        ("commit/", "commit", editor.put_in),
        ("here/", "here", editor.here),
        ("live/", "live", preview.live),
        ("extent/", "extent", preview.extent),
        ("attachments/", "attachments", attachments.attach),
        ("comments/", "comments", comments.page),
        ("comments/<int:comment>/resolve/", "resolve", comments.settle),
        ("comments/<int:comment>/reopen/", "reopen", comments.take_up),
        *((f"{act}/", str(act), partial(way.step, act=act)) for act in VERBS if act != OTHERS[sort]),
        ("history/", "history", history.history),
        ("history/log/", "history_log", history.log),
        ("history/compare/", "history_compare", history.compare),
        ("history/<int:number>/", "version", versions.version),
        ("history/<int:number>/paper/", "version_paper", versions.version_paper),
        ("history/<int:number>/paper.pdf", "version_pdf", versions.version_pdf),
        ("history/<int:number>/restore/", "version_restore", restoring.restore),
    ]
    return [path(route, view, {"sort": sort}, name=f"{sort}_{name}") for route, name, view in views]  # type: ignore[call-overload]  # views of any kind


def lists_of(sort: str) -> list[URLPattern]:
    """The list of either sort, and its register as a file."""
    return [
        path("", lists.papers, {"sort": sort}, name=f"{sort}s"),
        path("register.xlsx", lists.register, {"sort": sort, "suffix": "xlsx"}, name=f"{sort}s_xlsx"),
        path("register.csv", lists.register, {"sort": sort, "suffix": "csv"}, name=f"{sort}s_csv"),
    ]


urlpatterns = [
    path("consultations/", include(lists_of("consultation"))),
    path("consultations/new/", new.consultation, name="consultation_new"),
    path("consultations/import/", texts.take_in, name="consultation_import"),
    path("consultations/<int:pk>/copy/", copies.copy, name="consultation_copy"),
    path("consultations/<int:pk>/amend/", copies.amend, name="consultation_amend"),
    path("consultations/<int:pk>/", papers.consultation, name="consultation"),
    path("consultations/<int:pk>/paper/", papers.consultation_paper, name="consultation_paper"),
    path("consultations/<int:pk>/paper.pdf", papers.consultation_pdf, name="consultation_pdf"),
    path("consultations/<int:pk>/", include(pages_of("consultation"))),
    path("reports/", include(lists_of("report"))),
    path("reports/new/", new.report, name="report_new"),
    path("reports/<int:pk>/", papers.report, name="report"),
    path("reports/<int:pk>/paper/", papers.report_paper, name="report_paper"),
    path("reports/<int:pk>/paper.pdf", papers.report_pdf, name="report_pdf"),
    path("reports/<int:pk>/", include(pages_of("report"))),
    path("attachments/<int:pk>.pdf", attachments.pdf, name="attachment_pdf"),
    path("attachments/<int:pk>/rename/", attachments.rename, name="attachment_rename"),
    path("attachments/<int:pk>/move/", attachments.move, name="attachment_move"),
    path("attachments/<int:pk>/detach/", attachments.detach, name="attachment_detach"),
    path("suggestions/items/", suggestions.items, name="suggestions_items"),
]
