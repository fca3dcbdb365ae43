"""The editor's page and what it sends: the same cost for any paper, and an answer for anything that is sent."""

import json

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from consultations.documents import material_of
from consultations.enums import PaperState
from consultations.models import Annex, Comment, Consultation, Draft, Presence, Report, Revision
from consultations.sections.edits import AddPreface
from consultations.sections.places import places
from consultations.services.drafts import keep_draft
from consultations.services.editing import commit
from tests.conftest import People
from tests.consultations.browsing import main, signed_in


@pytest.fixture
def paper(delivery: Consultation) -> Consultation:
    delivery.state = PaperState.RETURNED
    delivery.save()
    return delivery


def send(client: Client, paper: Consultation, page: str, data: object, by: int | None = None) -> tuple[int, str]:
    """Status and answer of what a script of ours posts."""
    body = data if isinstance(data, str) else json.dumps(data)
    typed_by = {"X-Typed-By": str(by or client.session["_auth_user_id"])}
    at = f"/consultations/{paper.pk}/{page}/"
    answer = client.post(at, body, content_type="application/json", headers=typed_by)
    return answer.status_code, answer.content.decode()


@pytest.mark.parametrize("rows", [1, 200])
def test_the_page_costs_the_same_for_one_row_and_for_two_hundred(
    people: People, paper: Consultation, rows: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for n in range(rows):
        Annex.objects.create(consultation=paper, key=f"a{n}", position=n, title=f"一覧{n}")
        Comment.objects.create(consultation=paper, place="s1/place", by=people.kiriyama, text=f"言葉{n}")
        Revision.objects.create(consultation=paper, number=n + 2, by=people.shiraishi, act="edited")
        keep_draft(paper, people.kiriyama, f"annex/a{n}/text", "書きかけ", "")
    client = signed_in(people.kiriyama)
    with django_assert_num_queries(16):
        said = main(client, f"/consultations/{paper.pk}/edit/")
    assert f"一覧{rows - 1}" in said
    assert f"言葉{rows - 1}" in said


def test_a_draft_is_its_authors_and_leaves_with_its_commit(people: People, paper: Consultation) -> None:
    client = signed_in(people.kiriyama)
    mark = places(material_of(paper))["s1/place"].mark
    typed = {"place": "s1/place", "text": "書庫", "base": mark}
    assert send(client, paper, "draft", typed)[0] == 200
    assert "書庫" in main(client, f"/consultations/{paper.pk}/live/")
    assert "書庫" not in main(signed_in(people.shiraishi), f"/consultations/{paper.pk}/live/")
    status, said = send(client, paper, "commit", {"edits": [{"do": "text", **typed}]})
    assert (status, json.loads(said)["refused"]) == (200, [])
    assert not Draft.objects.exists()
    assert "書庫" in main(signed_in(people.shiraishi), f"/consultations/{paper.pk}/live/")


def test_a_draft_that_arrives_behind_its_commit_is_no_conflict(people: People, paper: Consultation) -> None:
    mark = places(material_of(paper))["s1/place"].mark
    client = signed_in(people.kiriyama)
    typed = {"place": "s1/place", "text": "書庫", "base": mark}
    send(client, paper, "commit", {"edits": [{"do": "text", **typed}]})
    send(client, paper, "draft", typed)
    assert "2人が同時に変えました" not in main(client, f"/consultations/{paper.pk}/edit/")


@pytest.mark.parametrize(
    ("page", "data"),
    [
        ("draft", "no json"),
        ("draft", []),
        ("draft", {}),
        ("draft", {"place": "s1/place", "text": "a\x00b", "base": ""}),
        ("draft", {"place": "s1/place", "text": "\ud800", "base": ""}),
        ("draft", {"place": "場所", "text": "", "base": ""}),
        ("draft", {"place": "s" * 61, "text": "", "base": ""}),
        ("draft/drop", {"place": 1}),
        ("here", {"place": None}),
        ("commit", {"edits": [{"do": "nothing"}]}),
        ("commit", {"edits": "all"}),
        ("commit", {"edits": {"do": "text"}}),
        ("commit", {"edits": [{"do": "remove", "place": "s1", "base": ""}]}),
    ],
)
def test_what_no_editor_sends_is_refused(people: People, paper: Consultation, page: str, data: object) -> None:
    status, _ = send(signed_in(people.kiriyama), paper, page, data)
    assert status in {200, 400}
    if status == 200:  # of a place that others changed: told so, and nothing done
        assert page == "commit"
    assert not Draft.objects.exists()
    assert Revision.objects.of(paper).count() == 1


def test_nothing_is_written_in_another_persons_name(people: People, paper: Consultation) -> None:
    typed = {"place": "s1/place", "text": "桐山の文", "base": ""}
    assert send(signed_in(people.shiraishi), paper, "draft", typed, by=people.kiriyama.pk)[0] == 403
    assert not Draft.objects.exists()


def test_people_in_one_paper_see_each_other(people: People, paper: Consultation) -> None:
    send(signed_in(people.kiriyama), paper, "here", {"place": "s1/place"})
    status, said = send(signed_in(people.shiraishi), paper, "here", {"place": ""})
    assert status == 200
    assert json.loads(said) == {
        "revision": 1,
        "who": [{"name": "桐山 翔太", "initial": "桐", "role": "所管課", "place": "s1/place"}],
    }
    assert Presence.objects.count() == 2


def test_what_was_typed_at_a_heading_that_is_gone_is_still_there(people: People, paper: Consultation) -> None:
    mark = places(material_of(paper))["s1/place"].mark
    keep_draft(paper, people.kiriyama, "s1/place", "書きかけの場所", mark)
    send(
        signed_in(people.shiraishi),
        paper,
        "commit",
        {"edits": [{"do": "remove", "place": "s1/place", "base": mark}]},
    )
    said = main(signed_in(people.kiriyama), f"/consultations/{paper.pk}/edit/")
    assert "外された見出しに書いていた文" in said
    assert "書きかけの場所" in said


def test_a_report_is_edited_like_a_consultation(people: People, wrong_address: Report) -> None:
    wrong_address.state = PaperState.RETURNED
    wrong_address.save()
    said = main(signed_in(people.kiriyama), f"/reports/{wrong_address.pk}/edit/")
    assert "発生の経過" in said
    assert "部を足す" not in said
    with pytest.raises(ValueError, match="a report has one section"):
        commit(wrong_address, people.kiriyama, [AddPreface("事業の概要")])
