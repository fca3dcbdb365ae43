"""A ward with 5,000 consultations and what has been done to them, entered quickly. Imported after database.set_up()."""

import datetime
from collections.abc import Sequence
from pathlib import Path
from typing import TypeVar

from django.conf import settings
from django.test import Client
from django.utils import timezone

from consultations.enums import PaperState, RevisionAct, Role
from consultations.models import (
    Consultation,
    ConsultationDepartment,
    Department,
    DepartmentName,
    Municipality,
    Report,
    ReportDepartment,
    Revision,
    Section,
    SectionProvision,
    User,
    Visit,
)
from consultations.services.importing import import_materials

P = TypeVar("P", Consultation, Report)

PAPERS, FIRST_NUMBER = 5000, 1001
DEPARTMENTS = 60
IN_HAND = 20
IN_HAND_STATES = (PaperState.DRAFT, PaperState.SUBMITTED, PaperState.RETURNED)
"""In these are the last ones; a ward deliberates some fifty a year."""

PEOPLE = {"shiraishi": Role.SECRETARIAT, "kiriyama": Role.DEPARTMENT, "hayama": Role.MEMBER}


def enter() -> dict[str, int]:
    """Returns keys of papers by what they are for in a request: `consultation`."""
    Municipality.objects.create(name="さくら区")
    departments = [_department(f"教育部第{n}課") for n in range(DEPARTMENTS)]
    people = {name: User.objects.create(username=name, role=role) for name, role in PEOPLE.items()}
    people["kiriyama"].departments.set(departments[:1])
    _papers(departments, _sample(), people["kiriyama"])
    for user in people.values():
        Visit.objects.create(user=user, before=timezone.now() - datetime.timedelta(days=3))
    return {"consultation": Consultation.objects.filter(state=PaperState.ACCEPTED).latest("pk").pk}


def browser_of(name: str) -> Client:
    """Of one of PEOPLE, who has signed in."""
    client = Client(SERVER_NAME="localhost")
    client.force_login(User.objects.get(username=name))
    return client


def _sample() -> Consultation:
    path = Path(settings.BASE_DIR, "fixtures", "materials", "957.txt")
    import_materials([(path.name, path.read_bytes())], None, keep=True)
    return Consultation.objects.get()


def _department(name: str) -> Department:
    return DepartmentName.objects.create(name=name, department=Department.objects.create()).department


def _papers(departments: Sequence[Department], sample: Consultation, by: User) -> None:
    """Twenty a month since April 2005; a fifth of the older ones is published."""
    papers, reports = [_paper(Consultation, n) for n in range(PAPERS)], [_paper(Report, n) for n in range(PAPERS // 5)]
    Consultation.objects.bulk_create(papers)
    Report.objects.bulk_create(reports)
    owners = [departments[n % DEPARTMENTS] for n in range(PAPERS)]
    ConsultationDepartment.objects.bulk_create(
        ConsultationDepartment(consultation=paper, position=0, printed=str(owner.pk), department=owner)
        for paper, owner in zip(papers, owners, strict=True)
    )
    ReportDepartment.objects.bulk_create(
        ReportDepartment(report=report, position=0, printed=str(owner.pk), department=owner)
        for report, owner in zip(reports, owners, strict=False)
    )
    _sections(papers, sample.sections.get())
    Revision.objects.bulk_create(
        Revision(consultation=paper, number=number, by=by, act=act, at=_moment(paper))
        for paper in papers
        for number, act in enumerate((RevisionAct.CREATED, RevisionAct.EDITED, RevisionAct.SUBMITTED), start=1)
    )


def _paper(model: type[P], n: int) -> P:
    """The last ones are in hand: they have no number and no date yet."""
    in_hand = n >= PAPERS - IN_HAND
    year, month = divmod(n // 20, 12)
    state = IN_HAND_STATES[n % len(IN_HAND_STATES)] if in_hand else PaperState.ACCEPTED
    day = None if in_hand else datetime.date(2005 + year, 1 + month, 1)
    is_published = n % 5 == 0 and not in_hand
    return model(
        subject=f"「第{n}号業務」における外部委託に伴う個人情報の保護措置について",
        subtitle=f"見守り支援業務委託その{n}の実施",
        number=None if in_hand else FIRST_NUMBER + n,
        number_printed="" if in_hand else f"諮問第{FIRST_NUMBER + n}号",
        date=day,
        state=PaperState.ANSWERED if is_published else state,
        reached_secretariat=state != PaperState.DRAFT,
        published_on=day if is_published else None,
    )


def _sections(papers: Sequence[Consultation], sample: Section) -> None:
    """The text of the sample in each, and a second section beside it."""
    sections = [
        Section(
            consultation=paper,
            key=f"s{position}",
            position=position,
            kind=sample.kind if position == 0 else "line_connection",
            body=sample.body if position == 0 else {},
            outline=sample.outline if position == 0 else [],
            search_text=sample.search_text,
        )
        for paper in papers
        for position in range(2)
    ]
    Section.objects.bulk_create(sections, batch_size=1000)
    SectionProvision.objects.bulk_create(
        SectionProvision(section=section, cited_as="さくら区個人情報保護条例第１０条") for section in sections
    )


def _moment(paper: Consultation) -> datetime.datetime:
    day = paper.date or timezone.localdate()
    return timezone.make_aware(datetime.datetime.combine(day, datetime.time(9)))
