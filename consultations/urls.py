"""Consultations and reports: their lists, their pages, and their papers as HTML and PDF."""

from django.urls import URLPattern, include, path

from consultations.views import history, lists, papers, restoring, versions


def pages_of(sort: str) -> list[URLPattern]:
    """What there is for one paper of either sort; the names are consultation_…, report_… ({% address paper "…" %})."""
    views: list[tuple[str, str, object]] = [
        ("history/", "history", history.history),
        ("history/log/", "history_log", history.log),
        ("history/compare/", "history_compare", history.compare),
        ("history/<int:number>/", "version", versions.version),
        ("history/<int:number>/paper/", "version_paper", versions.version_paper),
        ("history/<int:number>/paper.pdf", "version_pdf", versions.version_pdf),
        ("history/<int:number>/restore/", "version_restore", restoring.restore),
    ]
    return [path(route, view, {"sort": sort}, name=f"{sort}_{name}") for route, name, view in views]  # type: ignore[call-overload]  # views of any kind


urlpatterns = [
    path("", lists.consultations, name="consultations"),
    path("consultations/<int:pk>/", papers.consultation, name="consultation"),
    path("consultations/<int:pk>/paper/", papers.consultation_paper, name="consultation_paper"),
    path("consultations/<int:pk>/paper.pdf", papers.consultation_pdf, name="consultation_pdf"),
    path("consultations/<int:pk>/", include(pages_of("consultation"))),
    path("reports/", lists.reports, name="reports"),
    path("reports/<int:pk>/", papers.report, name="report"),
    path("reports/<int:pk>/paper/", papers.report_paper, name="report_paper"),
    path("reports/<int:pk>/paper.pdf", papers.report_pdf, name="report_pdf"),
    path("reports/<int:pk>/", include(pages_of("report"))),
]
