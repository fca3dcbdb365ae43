"""Consultations from a text: shown first, kept only as shown, and nothing odd is ever more than a sentence."""

import re
from html import unescape
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from consultations.documents import material_of
from consultations.enums import PaperState, RevisionAct
from consultations.models import Consultation, Revision
from consultations.services.importing import Refused
from consultations.services.texts import LARGEST, take_in_drafts, understand
from tests.conftest import People
from tests.consultations.browsing import said_in, signed_in
from tests.consultations.papers import SAMPLES, as_text, read

IMPORT = "/consultations/import/"
LIBRARY, STANDARD = ((SAMPLES / f"{number}.txt").read_text("utf-8") for number in ("951", "961"))


def shown(answer: Any) -> str:
    assert answer.status_code == 200
    return said_in(answer.content.decode())


def back(answer: Any) -> dict[str, str]:
    """What a browser sends when the page that was shown is sent as it is, line ends included."""
    html = answer.content.decode()
    found = re.search(r'<textarea [^>]*name="text"[^>]*>\n?(.*?)</textarea>', html, re.DOTALL)
    seen = re.search(r'name="seen" value="(\w+)"', html)
    assert found
    return {"text": unescape(found[1]).replace("\n", "\r\n"), "seen": seen[1] if seen else ""}


def upload(client: Client, content: bytes, name: str = "951.txt") -> Any:
    return client.post(IMPORT, {"file": SimpleUploadedFile(name, content), "text": ""})


def test_what_was_understood_is_shown_and_nothing_is_kept_yet(people: People) -> None:
    answer = upload(signed_in(people.kiriyama), LIBRARY.encode())
    said = shown(answer)
    assert "まだ何も保存していません。" in said
    assert "1 審議資料Ｎｏ．１ 3 諮問第９５１号" in said
    assert "件名 「図書館業務」における外部委託に伴う個人情報の保護措置について" in said
    assert "根拠 さくら区個人情報保護条例第１０条" in said
    assert "（１） 個人情報の項目 9項目" in said
    assert "すべて読み取れました" in said
    assert Consultation.objects.count() == 0


def test_a_department_keeps_it_as_a_draft_without_the_number(people: People) -> None:
    client = signed_in(people.kiriyama)
    answer = client.post(IMPORT, back(upload(client, LIBRARY.encode())))
    paper = Consultation.objects.get()
    assert answer.headers["Location"] == f"/consultations/{paper.pk}/edit/"
    assert (paper.state, paper.number_printed, paper.slip_printed) == (PaperState.DRAFT, "", "")
    assert str(paper.date) == "2022-02-18"
    assert as_text(material_of(paper)).split("\n")[2:] == as_text(read(LIBRARY)).split("\n")[2:]
    revision = Revision.objects.of(paper).get()
    assert (revision.act, revision.by) == (RevisionAct.CREATED, people.kiriyama)


def test_the_secretariat_takes_it_in_as_accepted_under_its_number(people: People) -> None:
    client = signed_in(people.shiraishi)
    values = back(client.post(IMPORT, {"text": f"{LIBRARY}\n{STANDARD}"})) | {"state": "accepted"}
    assert client.post(IMPORT, values).headers["Location"] == "/consultations/"
    papers = Consultation.objects.order_by("number")
    assert [(paper.number, paper.state) for paper in papers] == [
        (951, PaperState.ACCEPTED),
        (961, PaperState.ACCEPTED),
    ]
    assert {revision.by for revision in Revision.objects.all()} == {people.shiraishi}
    assert as_text(material_of(papers[0])) == as_text(read(LIBRARY))

    said = shown(client.post(IMPORT, values))
    assert "3行目 「諮問第９５１号」 諮問第９５１号は、すでに登録されています。番号を確かめてください。" in said
    assert Consultation.objects.count() == 2


def test_a_department_takes_nothing_in_as_accepted(people: People) -> None:
    client = signed_in(people.kiriyama)
    client.post(IMPORT, back(upload(client, LIBRARY.encode())) | {"state": "accepted"})
    assert Consultation.objects.get().state == PaperState.DRAFT


@pytest.mark.parametrize("seen", ["", "0" * 64, "再"])
def test_a_text_that_was_not_shown_is_shown_before_it_is_kept(people: People, seen: str) -> None:
    client = signed_in(people.kiriyama)
    values = back(upload(client, LIBRARY.encode()))
    changed = values | {"text": values["text"].replace("配送票", "配送の票")}
    for sent in (changed, values | {"seen": seen}):
        assert "まだ何も保存していません。" in shown(client.post(IMPORT, sent))
    assert Consultation.objects.count() == 0


def test_every_sample_comes_back_from_the_page_as_it_was_shown(people: People) -> None:
    """The same text is read again: line ends and marks that a browser changes make no difference."""
    client = signed_in(people.shiraishi)
    for path in sorted(SAMPLES.glob("*.txt")):
        first = upload(client, path.read_bytes())
        values = back(first)
        assert client.post(IMPORT, values | {"state": "accepted"}).status_code == 302, path.name
    assert Consultation.objects.count() == 14


def test_shift_jis_isread(people: People) -> None:
    text = LIBRARY.replace("髙﨑", "高崎")
    assert "諮問第９５１号" in shown(upload(signed_in(people.kiriyama), text.encode("cp932")))


def test_what_is_doubtful_is_marked_at_its_line(people: People) -> None:
    text = LIBRARY.replace(
        "６　個人情報を取り扱う場所", "６　配送の車\n　　二台\n\n31\n\n７　個人情報を取り扱う場所", 1
    )
    said = shown(upload(signed_in(people.kiriyama), text.encode()))
    assert "「配送の車」は、様式にない見出しとして取り込みました。" in said
    assert "様式にない見出し" in said
    assert "か所を確かめてください" in said
    assert "31 ページ番号として除きます。" in said


def test_a_paper_of_another_department_is_not_taken_in(people: People) -> None:
    client = signed_in(people.kubodera)
    answer = upload(client, LIBRARY.encode())
    sentence = "所管課の行に、あなたの課がありません。日付の次の行に「区民部戸籍住民課」を入れてください。"
    assert f"3行目 「諮問第９５１号」 {sentence}" in shown(answer)
    values = back(answer)
    assert sentence in shown(client.post(IMPORT, values)), "sent again as it is"
    with pytest.raises(Refused):
        take_in_drafts(understand(LIBRARY, people.kubodera), people.kubodera)
    assert Consultation.objects.count() == 0
    mended = values["text"].replace("教育部中央図書館\r\n", "教育部中央図書館\r\n区民部戸籍住民課\r\n")
    assert client.post(IMPORT, back(client.post(IMPORT, {"text": mended}))).status_code == 302


def test_a_text_with_a_problem_stays_in_the_form(people: People) -> None:
    client = signed_in(people.shiraishi)
    answer = client.post(IMPORT, {"text": f"{LIBRARY}\n審議資料Ｎｏ．２\n諮問第９９９号\n"})
    assert "件名がありません。" in shown(answer)
    assert "何も保存していません。" in shown(answer)
    assert "有限会社髙﨑商店" in back(answer)["text"]
    assert Consultation.objects.count() == 0


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "文がありません。"),
        (b" \n\xe3\x80\x80\n", "文がありません。"),
        (b"%PDF-1.7\n\xff\xfe", "文字として読めないところがあります。"),
        ("諮問第１号\n件名\n".encode() + b"\x00", "印刷できない制御文字（U+0000）があります。"),
        ("お知らせ".encode(), "審議資料ではないようです。"),
        (b"a" * (LARGEST + 2**20), "大きすぎます。10MBまでに分けてください。"),
    ],
)
def test_an_odd_file_is_refused_in_a_sentence(people: People, content: bytes, sentence: str) -> None:
    assert sentence in shown(upload(signed_in(people.kiriyama), content))
    assert Consultation.objects.count() == 0


def test_an_odd_text_is_refused_in_a_sentence(people: People) -> None:
    client = signed_in(people.kiriyama)
    assert "大きすぎます。" in shown(client.post(IMPORT, {"text": "字" * (LARGEST // 3 + 1)}))
    assert "文がありません。" in shown(client.post(IMPORT, {"text": "\x0b "}))
    assert "1行目 「諮問第１号" in shown(client.post(IMPORT, {"text": "諮問第１号\x00"}))
    assert client.post(IMPORT, {"text": "字" * (8 * 2**20)}).status_code == 400, "more than any text we take"


@given(
    st.binary(max_size=400), st.text(st.sampled_from("諮問第１号審議資料Ｎｏ．について（）\n\r　\x0c１"), max_size=80)
)
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_file_brings_the_page_down(people: People, odd: bytes, almost: str) -> None:
    client = signed_in(people.shiraishi)
    for content in (odd, LIBRARY.encode() + odd, almost.encode()):
        answer: HttpResponse = upload(client, content)
        assert answer.status_code == 200
