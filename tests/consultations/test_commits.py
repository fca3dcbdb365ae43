"""Many people in one paper at once: what was accepted is there, and what was not was told."""

import random
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection

from consultations.documents import material_of
from consultations.enums import PaperState, RevisionAct
from consultations.models import Consultation, Revision, Section, User
from consultations.sections.edits import SetText
from consultations.sections.places import places
from consultations.services.editing import NotAllowed, commit
from tests.conftest import People

WORKERS = 8 if connection.vendor == "postgresql" else 4
COMMITS = 1000
HEADINGS = ("s1/outsourcing_title", "s1/content", "s1/data_subject_scope", "s1/place", "s1/transfer_method")


@pytest.mark.django_db(transaction=True)
def test_a_thousand_commits_to_one_paper_at_once(people: People, delivery: Consultation) -> None:
    """Every accepted one is in the timeline with its text, every refused one was told so; none is lost."""
    delivery.state = PaperState.RETURNED
    delivery.save()
    begun = Revision.objects.count()
    users = (people.kiriyama, people.shiraishi)
    barrier = threading.Barrier(WORKERS)

    def work(worker: int) -> list[tuple[str, int | None]]:
        barrier.wait()
        try:
            return list(_typing(delivery, users[worker % 2], worker))
        finally:
            connection.close()

    with ThreadPoolExecutor(WORKERS) as pool:
        told = [each for worker in pool.map(work, range(WORKERS)) for each in worker]
    accepted = {text: number for text, number in told if number is not None}
    assert len(told) == COMMITS
    assert 0 < len(accepted) < COMMITS, "some were first, and some met another's text"
    steps = Revision.objects.filter(act=RevisionAct.EDITED).in_bulk(field_name="pk")
    assert len(steps) == Revision.objects.count() - begun == len(accepted)
    assert sorted(accepted.values()) == list(range(begun + 1, begun + 1 + len(accepted))), "counted without a gap"
    kept = {steps[row.revision_id].number: row.body for row in Section.history.filter(revision__in=steps)}
    assert all(text in kept[number].values() for text, number in accepted.items())


def _typing(paper: Consultation, user: User, worker: int) -> Iterator[tuple[str, int | None]]:
    """Commits of one person: the text, and its revision, None where it was refused."""
    chance = random.Random(worker)  # noqa: S311  # the same in every run
    for n in range(COMMITS // WORKERS):
        place = chance.choice(HEADINGS)
        base = places(material_of(Consultation.objects.get(pk=paper.pk)))[place].mark
        text = f"担当{worker}の{n}番目の文"
        done = commit(paper, user, [SetText(place, text, base)])
        assert bool(done.refused) != bool(done.revision)
        yield text, done.number


def test_nobody_writes_themselves_out_of_a_paper(people: People, delivery: Consultation) -> None:
    """A department that is not named on the paper would not see it again: nothing is saved, and they are told."""
    delivery.state = PaperState.RETURNED
    delivery.save()
    mark = places(material_of(delivery))["head/departments"].mark
    with pytest.raises(NotAllowed, match="自分の課を外すと"):
        commit(delivery, people.kiriyama, [SetText("head/departments", "区民部戸籍住民課", mark)])
    assert material_of(Consultation.objects.get()).departments == ("教育部中央図書館",)
    both = SetText("head/departments", "教育部中央図書館\n区民部戸籍住民課", mark)
    assert commit(delivery, people.kiriyama, [both]).revision
    assert Consultation.objects.visible_to(people.kubodera).contains(delivery)
