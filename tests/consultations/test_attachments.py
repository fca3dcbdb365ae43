"""A department attaches PDFs to its paper, names and orders them, takes one off; nothing is lost by it."""

import os
import time
from io import BytesIO
from pathlib import Path

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from pytest_django import Settings

from consultations.enums import PaperState, RevisionAct
from consultations.models import Attachment, Consultation, Report, Revision, User
from consultations.models.attachment import files
from consultations.models.paper import Paper
from consultations.sections.edits import Clash, Gone
from consultations.services.attachments import attach, detach, move, rename
from consultations.services.editing import NotAllowed
from paper.attached.refusals import Refused
from tests.conftest import People
from tests.consultations.attached import address, attached, lying_there, on_the_page_of, post, upload
from tests.paper.attached.pdfs import pdf, report


@pytest.fixture
def data(settings: Settings) -> Path:
    return Path(settings.DATA_DIR)


@pytest.fixture
def draft(delivery: Consultation) -> Consultation:
    delivery.state = PaperState.RETURNED
    delivery.save()
    return delivery


def titles(paper: Paper) -> list[str]:
    return [row.title for row in Attachment.objects.of(paper)]


def on_the_disk(data: Path) -> list[str]:
    return sorted(path.name for path in (data / "files").rglob("*") if path.is_file())


def opened(user: User, row: Attachment) -> int:
    """The status of its PDF."""
    answer = on_the_page_of(user).get(f"/attachments/{row.pk}.pdf")
    if answer.status_code == 200:
        answer.getvalue()  # to the end: then the file is closed
    return answer.status_code


def test_pdfs_are_attached_named_ordered_and_taken_off(people: People, draft: Consultation, data: Path) -> None:
    plan, map_, contract = attached(draft, people.kiriyama, "配送計画", "地図", "契約書の案")
    assert titles(draft) == ["配送計画", "地図", "契約書の案"]
    assert [(row.pages, row.key) for row in (plan, map_, contract)] == [(1, "f1"), (2, "f2"), (3, "f3")]
    move(contract, plan.key, people.kiriyama)
    assert titles(draft) == ["契約書の案", "配送計画", "地図"]
    move(plan, "", people.kiriyama)
    assert titles(draft) == ["契約書の案", "地図", "配送計画"]
    rename(map_, "配送地域の地図", "地図", people.kiriyama)
    detach(contract, people.kiriyama)
    assert titles(draft) == ["配送地域の地図", "配送計画"]
    (again,) = attached(draft, people.kiriyama, "契約書の案")
    assert again.key == "f4"
    assert on_the_disk(data) == sorted({plan.sha256, map_.sha256, contract.sha256})


def test_each_step_is_a_revision_that_says_where(people: People, draft: Consultation) -> None:
    before = Revision.objects.of(draft).count()
    plan, map_ = attached(draft, people.kiriyama, "配送計画", "地図")
    rename(plan, "計画", "配送計画", people.kiriyama)
    rename(plan, "計画", "計画", people.kiriyama)
    move(map_, "", people.kiriyama)
    move(map_, plan.key, people.kiriyama)
    detach(plan, people.kiriyama)
    steps = list(Revision.objects.of(draft))[before:]
    assert [step.place.removeprefix("attachment/") for step in steps] == ["f1", "f2", "f1", "f2", "f1"]
    assert {(step.by, step.act) for step in steps} == {(people.kiriyama, RevisionAct.EDITED)}
    written = Attachment.history.order_by("history_id").values_list("revision", "key", "history_type", "position")
    assert list(written) == [
        (steps[0].pk, "f1", "+", 0),
        (steps[1].pk, "f2", "+", 1),
        (steps[2].pk, "f1", "~", 0),
        (steps[3].pk, "f2", "~", 0),
        (steps[3].pk, "f1", "~", 1),
        (steps[4].pk, "f1", "-", 1),
    ]


def test_nothing_is_overwritten_that_another_wrote_meanwhile(people: People, draft: Consultation) -> None:
    plan, map_ = attached(draft, people.kiriyama, "配送計画", "地図")
    rename(plan, "計画", "配送計画", people.shiraishi)
    with pytest.raises(Clash):
        rename(plan, "配送の計画", "配送計画", people.kiriyama)
    detach(map_, people.shiraishi)
    with pytest.raises(Gone):
        rename(map_, "配送地域", "地図", people.kiriyama)
    with pytest.raises(Gone):
        move(map_, "", people.kiriyama)
    with pytest.raises(Gone):
        move(plan, map_.key, people.kiriyama)
    with pytest.raises(Gone):
        detach(map_, people.kiriyama)
    assert titles(draft) == ["計画"]


def test_what_is_refused_leaves_nothing_behind(people: People, draft: Consultation, data: Path) -> None:
    revisions = Revision.objects.of(draft).count()
    with pytest.raises(Refused):
        attach(draft, upload(report()[:400]), "途中まで", people.kiriyama)
    for title in ("", " \u3000", "長" * 201, "二行\n目", "zero\0"):
        with pytest.raises(ValidationError):
            attach(draft, upload(), title, people.kiriyama)
    draft.state = PaperState.SUBMITTED
    draft.save()
    with pytest.raises(NotAllowed):
        attach(draft, upload(), "提出の後", people.kiriyama)
    assert (titles(draft), on_the_disk(data), Revision.objects.of(draft).count()) == ([], [], revisions)


def test_an_upload_that_breaks_off_leaves_no_half_file(people: People, draft: Consultation, data: Path) -> None:
    class BreaksOff(ContentFile):  # type: ignore[type-arg]  # at run time it takes none
        def read(self, *args: int) -> bytes:
            raise ConnectionResetError

    with pytest.raises(ConnectionResetError):
        attach(draft, BreaksOff(report()), "途中まで", people.kiriyama)
    assert on_the_disk(data) == []
    left = data / "files" / "incoming" / "left-when-the-power-went"
    left.write_bytes(b"%PDF")
    with files().incoming():
        assert left.exists(), "it may be another upload of this minute"
    os.utime(left, (time.time() - 90_000,) * 2)
    with files().incoming():
        assert not left.exists()


def test_the_editor_uploads_and_hears_what_is_wrong(people: People, draft: Consultation) -> None:
    client = on_the_page_of(people.kiriyama)
    taken = client.post(address(draft), {"file": upload(name="配送計画 髙﨑.PDF")})
    assert taken.status_code == 201
    (row,) = taken.json()["attachments"]
    stored = Attachment.objects.get()
    assert row["uploaded_at"] == stored.uploaded_at.isoformat()
    assert {**row, "uploaded_at": ""} == {
        "pk": stored.pk,
        "key": "f1",
        "title": "配送計画 髙﨑",
        "pages": 3,
        "size": len(report()),
        "address": f"/attachments/{stored.pk}.pdf",
        "uploaded_by": "桐山 翔太",
        "uploaded_at": "",
    }
    broken = client.post(address(draft), {"file": upload(report()[:400]), "title": "途中まで"})
    assert broken.status_code == 422
    assert broken.json()["sentence"].startswith("このPDFは終わりが欠けているか、")
    assert client.post(address(draft), {"file": BytesIO()}).json()["sentence"].startswith("このファイルには何も")
    assert client.post(address(draft)).json()["sentence"].startswith("ファイルが届きませんでした。")
    assert client.post(address(draft), {"file": upload(), "title": "長" * 201}).status_code == 422


def test_the_editor_orders_and_names(people: People, draft: Consultation) -> None:
    plan, map_ = attached(draft, people.kiriyama, "配送計画", "地図")
    client = on_the_page_of(people.kiriyama)
    done = post(client, f"/attachments/{map_.pk}/move/", before=plan.key)
    assert [row["title"] for row in done.json()["attachments"]] == ["地図", "配送計画"]
    post(client, f"/attachments/{map_.pk}/rename/", title="配送地域", base="地図")
    late = post(client, f"/attachments/{map_.pk}/rename/", title="地域", base="地図")
    assert late.status_code == 409
    assert late.json()["sentence"].startswith("この題名は、ほかの人が先に変えました。")
    assert late.json()["attachments"][0]["title"] == "配送地域"
    assert post(client, f"/attachments/{plan.pk}/move/", before="f9").status_code == 409
    assert post(client, f"/attachments/{plan.pk}/detach/").json()["attachments"][0]["title"] == "配送地域"
    assert post(client, f"/attachments/{plan.pk}/detach/").status_code == 404


def test_who_signed_in_meanwhile_attaches_nothing_for_another(people: People, draft: Consultation) -> None:
    row = lying_there(draft, people.kiriyama)
    client = on_the_page_of(people.kiriyama)
    client.force_login(people.shiraishi)
    assert client.post(address(draft), {"file": upload()}).status_code == 403
    assert post(client, f"/attachments/{row.pk}/detach/").status_code == 403
    assert titles(draft) == ["配送計画"]


def test_a_pdf_is_given_out_as_nothing_but_a_pdf(people: People, draft: Consultation) -> None:
    (plan,) = attached(draft, people.kiriyama, "配送/計画\u3000髙﨑")
    client = on_the_page_of(people.kiriyama)
    shown = client.get(f"/attachments/{plan.pk}.pdf")
    assert b"".join(shown.streaming_content) == report(1)  # type: ignore[attr-defined]  # FileResponse streams
    assert shown.headers["Content-Type"] == "application/pdf"
    assert shown.headers["X-Content-Type-Options"] == "nosniff"
    assert shown.headers["Content-Security-Policy"] == "sandbox"
    assert "private" in shown.headers["Cache-Control"]
    assert shown.headers["Content-Disposition"].startswith("inline; filename*=utf-8''%E9%85%8D%E9%80%81%EF%BC%8F")
    kept = client.get(f"/attachments/{plan.pk}.pdf?download")
    assert kept.headers["Content-Disposition"].startswith("attachment; ")
    assert kept.getvalue() == report(1)


@pytest.mark.parametrize("state", PaperState)
def test_who_may_attach_and_read_in_which_state(
    people: People, delivery: Consultation, wrong_address: Report, state: PaperState
) -> None:
    """The department while the paper is in its hands, the secretariat once it has it, and nobody else ever."""
    department_edits = {PaperState.DRAFT, PaperState.RETURNED}
    secretariat_edits = {PaperState.SUBMITTED, PaperState.RETURNED, PaperState.ACCEPTED}
    for paper in (delivery, wrong_address):
        row = lying_there(paper, people.shiraishi)
        paper.state, paper.reached_secretariat = state, state != PaperState.DRAFT
        paper.save()
        for user in (people.kubodera, people.hayama, people.morishita):
            assert opened(user, row) == 404
            assert on_the_page_of(user).post(address(paper), {"file": upload()}).status_code == 404
            for act in ("rename", "move", "detach"):
                assert post(on_the_page_of(user), f"/attachments/{row.pk}/{act}/").status_code == 404
        for user, edits in ((people.kiriyama, department_edits), (people.shiraishi, secretariat_edits)):
            sees = user == people.kiriyama or state != PaperState.DRAFT
            changes = 404 if not sees else (200 if state in edits else 409)
            client = on_the_page_of(user)
            assert opened(user, row) == (200 if sees else 404)
            added = client.post(address(paper), {"file": upload(pdf())}).status_code
            assert added == (201 if changes == 200 else changes)
            assert post(client, f"/attachments/{row.pk}/move/", before="").status_code == changes
            renamed = post(client, f"/attachments/{row.pk}/rename/", title="計画", base="配送計画")
            assert renamed.status_code == changes


def test_what_was_taken_off_is_read_by_those_who_work_on_the_paper_only(people: People, draft: Consultation) -> None:
    mistake, plan = attached(draft, people.kiriyama, "名簿", "配送計画")
    detach(mistake, people.kiriyama)
    draft.state, draft.published_on = PaperState.ANSWERED, draft.date
    draft.save()
    everybody = (people.shiraishi, people.kiriyama, people.kubodera, people.hayama, people.morishita)
    for row, seen in ((plan, 5), (mistake, 2)):
        assert [opened(user, row) for user in everybody] == [200] * seen + [404] * (5 - seen)
