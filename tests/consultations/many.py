"""Many papers at once, for what lists and desks cost."""

import datetime

from django.utils import timezone

from consultations.enums import PaperState, RevisionAct
from consultations.models import (
    Comment,
    Consultation,
    ConsultationDepartment,
    ConsultationRelation,
    Report,
    ReportDepartment,
    Revision,
    Section,
    SectionProvision,
    User,
)


def many_consultations(count: int, user: User, state: PaperState = PaperState.ACCEPTED) -> list[Consultation]:
    """Of the user's department, numbered 1 to count, each with two sections."""
    rows = [
        Consultation(subject=f"件名{n}", number=n, number_printed=f"第{n}号", state=state, reached_secretariat=True)
        for n in range(1, count + 1)
    ]
    department = user.departments.get()
    for row in Consultation.objects.bulk_create(rows):
        ConsultationDepartment.objects.create(consultation=row, position=0, printed="某課", department=department)
        ConsultationRelation.objects.create(consultation=row, sort="amends", cited_as="諮問第９号")
        for position, kind in enumerate(("outsourcing", "line_connection")):
            section = Section.objects.create(consultation=row, key=f"s{position}", position=position, kind=kind)
            SectionProvision.objects.create(section=section, cited_as="条例第１０条")
    return rows


def many_reports(count: int, user: User, state: PaperState = PaperState.ACCEPTED) -> list[Report]:
    day = datetime.date(2022, 4, 1)
    rows = [Report(subject=f"報告{n}", date=day, state=state, reached_secretariat=True) for n in range(count)]
    department = user.departments.get()
    for report in Report.objects.bulk_create(rows):
        ReportDepartment.objects.create(report=report, position=0, printed="某課", department=department)
    return rows


def much_done(papers: list[Consultation], by: User) -> None:
    """To each of the papers, just now: one step of every sort there is, and a remark."""
    now = timezone.now()
    Revision.objects.bulk_create(
        Revision(consultation=paper, number=number, by=by, act=act, at=now)
        for paper in papers
        for number, act in enumerate(RevisionAct)
    )
    Comment.objects.bulk_create(Comment(consultation=paper, by=by, text="確かめてください。") for paper in papers)
