"""Consultations and reports: their lists, their pages, and their papers as HTML and PDF."""

from django.urls import path

from consultations.views import lists, papers

urlpatterns = [
    path("", lists.consultations, name="consultations"),
    path("consultations/<int:pk>/", papers.consultation, name="consultation"),
    path("consultations/<int:pk>/paper/", papers.consultation_paper, name="consultation_paper"),
    path("consultations/<int:pk>/paper.pdf", papers.consultation_pdf, name="consultation_pdf"),
    path("reports/", lists.reports, name="reports"),
    path("reports/<int:pk>/", papers.report, name="report"),
    path("reports/<int:pk>/paper/", papers.report_paper, name="report_paper"),
    path("reports/<int:pk>/paper.pdf", papers.report_pdf, name="report_pdf"),
]
