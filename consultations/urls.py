"""Consultations and reports: their lists, their pages, and their papers as HTML and PDF."""

from django.urls import URLPattern, include, path

from consultations.views import lists, papers


def pages_of(sort: str) -> list[URLPattern]:
    """What there is for one paper of either sort; the names are consultation_…, report_… ({% address paper "…" %})."""
    views: list[tuple[str, str, object]] = []
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
    path("consultations/<int:pk>/", papers.consultation, name="consultation"),
    path("consultations/<int:pk>/paper/", papers.consultation_paper, name="consultation_paper"),
    path("consultations/<int:pk>/paper.pdf", papers.consultation_pdf, name="consultation_pdf"),
    path("consultations/<int:pk>/", include(pages_of("consultation"))),
    path("reports/", include(lists_of("report"))),
    path("reports/<int:pk>/", papers.report, name="report"),
    path("reports/<int:pk>/paper/", papers.report_paper, name="report_paper"),
    path("reports/<int:pk>/paper.pdf", papers.report_pdf, name="report_pdf"),
    path("reports/<int:pk>/", include(pages_of("report"))),
]
