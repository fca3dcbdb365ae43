"""What department and secretariat say to each other at the headings of a paper."""

import pytest
from django.core.exceptions import ValidationError
from pytest_django import DjangoAssertNumQueries

from consultations.enums import PaperState
from consultations.models import Comment, Consultation
from consultations.queries.comments import open_comments, threads
from consultations.queries.readiness import places_of
from consultations.services.comments import reopen, resolve, say
from tests.conftest import People
from tests.consultations.browsing import main, said_in, signed_in

pytestmark = pytest.mark.django_db

JSON = {"Accept": "application/json"}


@pytest.fixture
def returned(people: People, delivery: Consultation) -> Consultation:
    delivery.state = PaperState.RETURNED
    delivery.save()
    return delivery


def test_talk_stands_at_its_headings_in_printed_order_and_is_settled(people: People, returned: Consultation) -> None:
    office, library = people.shiraishi, people.kiriyama
    for by, place, text in (
        (office, "s1/start_and_duration", "開始の日を確かめてください。"),
        (office, "s1/purpose", "趣旨を書き足してください。"),
        (library, "s1/purpose", "書き足しました。"),
        (office, "", "急ぎません。"),
    ):
        say(returned, by, place, text)
    found = threads(returned, places_of(returned))
    assert list(found) == ["", "s1/purpose", "s1/start_and_duration"]
    purpose = found["s1/purpose"]
    assert purpose.name.endswith("\u3000諮問の趣旨")
    assert [(each.by, each.text) for each in purpose.comments] == [
        (office, "趣旨を書き足してください。"),
        (library, "書き足しました。"),
    ]
    assert (purpose.open, open_comments(returned)) == (2, 4)

    assert purpose.last
    resolve(purpose.last, library)
    settled = threads(returned, places_of(returned))["s1/purpose"]
    assert settled.open == 0
    assert settled.last_open is None
    assert {each.resolved_by for each in settled.comments} == {library}, "up to the word that was settled"
    assert open_comments(returned) == 2

    assert settled.last
    reopen(settled.last, office)
    assert threads(returned, places_of(returned))["s1/purpose"].open == 1
    history = settled.last.history.order_by("history_id").values_list("resolved_by__username", flat=True)
    assert list(history) == [None, "kiriyama", None]


def test_settling_one_word_leaves_what_came_after_it_open(people: People, returned: Consultation) -> None:
    first = say(returned, people.shiraishi, "", "一つ目")
    say(returned, people.shiraishi, "", "二つ目")
    resolve(first, people.kiriyama)
    assert list(Comment.objects.filter(resolved_at=None).values_list("text", flat=True)) == ["二つ目"]
    resolve(first, people.shiraishi)
    first.refresh_from_db()
    assert first.resolved_by == people.kiriyama, "who settled it stays"


def test_a_heading_that_is_gone_keeps_its_talk(people: People, returned: Consultation) -> None:
    say(returned, people.shiraishi, "s1/purpose", "趣旨を書き足してください。")
    section = returned.sections.get()
    section.outline = [entry for entry in section.outline if entry["key"] != "purpose"]
    section.save()
    found = threads(returned, places_of(returned))
    assert [(each.name, each.is_gone) for each in found.values()] == [("外された見出し", True)]
    say(returned, people.kiriyama, "s1/purpose", "外しました。")
    assert "外された見出し 2 件" in main(signed_in(people.kiriyama), f"/consultations/{returned.pk}/comments/")
    for place in ("s1/nothing", "x" * 60):
        with pytest.raises(ValidationError, match="この見出しは、もうありません。"):
            say(returned, people.kiriyama, place, "文")


@pytest.mark.parametrize("words", [1, 40])
def test_the_talk_costs_the_same_for_one_word_and_for_forty(
    people: People, returned: Consultation, words: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    places = list(places_of(returned))
    for n in range(words):
        Comment.objects.create(
            consultation=returned, place=places[n % len(places)], by=people.kiriyama, text="文", resolved_by=None
        )
    client = signed_in(people.shiraishi)
    # session, user, municipality, the paper and its three lists, the rules of the house, and three of the talk:
    # the words, the departments of those who said them, and the names of these
    with django_assert_num_queries(11):
        client.get(f"/consultations/{returned.pk}/comments/")


def test_without_scripts_the_page_of_the_talk_does_everything(people: People, returned: Consultation) -> None:
    page = f"/consultations/{returned.pk}/comments/"
    client = signed_in(people.kiriyama)
    answer = client.post(page, {"place": "s1/purpose", "text": "書き足しました。\r\n<b>二行目</b>"})
    assert answer.headers["Location"] == f"{page}#talk-s1/purpose"
    comment = Comment.objects.get()
    assert comment.text == "書き足しました。\n<b>二行目</b>"
    html = client.get(page).content.decode()
    assert "書き足しました。<br>&lt;b&gt;二行目&lt;/b&gt;" in html
    assert "桐山 翔太（教育部中央図書館）" in html
    assert "解決にする" in html
    client.post(f"{page}{comment.pk}/resolve/")
    said = main(client, page)
    assert "桐山 翔太さんが" in said
    assert "まだ解決していないことにする" in said
    client.post(f"{page}{comment.pk}/reopen/")
    comment.refresh_from_db()
    assert comment.resolved_at is None


def test_a_script_gets_the_thread_and_the_counts(people: People, returned: Consultation) -> None:
    client = signed_in(people.shiraishi)
    page = f"/consultations/{returned.pk}/comments/"
    client.post(page, {"place": "", "text": "全体のこと"})
    told = client.post(page, {"place": "s1/purpose", "text": "趣旨のこと"}, headers=JSON).json()
    assert (told["place"], told["open"], told["all"]) == ("s1/purpose", 1, 2)
    assert "趣旨のこと" in told["html"]
    assert "全体のこと" not in told["html"]
    assert "<html" not in told["html"]
    comment = Comment.objects.get(place="s1/purpose")
    told = client.post(f"{page}{comment.pk}/resolve/", headers=JSON).json()
    assert (told["open"], told["all"]) == (0, 1)
    answer = client.post(page, {"place": "s1/purpose", "text": " "}, headers=JSON)
    assert (answer.status_code, answer.json()) == (
        422,
        {"sentence": "文がまだありません。伝えることを書いてください。"},
    )
    returned.state = PaperState.ANSWERED
    returned.save()
    answer = client.post(page, {"place": "", "text": "もう一つ"}, headers=JSON)
    assert answer.status_code == 409
    assert "いまは「答申」です。" in answer.json()["sentence"]


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"place": "", "text": "\u3000"}, "文がまだありません。"),
        ({"place": "s9/x", "text": "残る文"}, "この見出しは、もうありません。"),
        ({"place": "", "text": "あ" * 4001}, "4000"),
        ({"place": "x" * 61, "text": "残る文"}, "60"),
    ],
)
def test_what_cannot_be_said_stays_in_the_field(
    people: People, returned: Consultation, fields: dict[str, str], sentence: str
) -> None:
    answer = signed_in(people.kiriyama).post(f"/consultations/{returned.pk}/comments/", fields)
    html = answer.content.decode()
    assert sentence in said_in(html)
    assert f">{fields['text']}</textarea>" in html
    assert not Comment.objects.exists()


def test_a_word_of_another_paper_is_not_there(
    people: People, returned: Consultation, certificates: Consultation
) -> None:
    word = Comment.objects.create(consultation=certificates, by=people.kubodera, text="文")
    answer = signed_in(people.kiriyama).post(f"/consultations/{returned.pk}/comments/{word.pk}/resolve/")
    assert answer.status_code == 404
    word.refresh_from_db()
    assert word.resolved_at is None
