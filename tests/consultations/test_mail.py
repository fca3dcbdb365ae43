"""Mail of the steps, through a real server on loopback: what arrives, what never does, what a bad server cannot do."""

import datetime
import socket
import threading
import time
from collections.abc import Iterator
from io import StringIO

import pytest
from django.conf import settings as current
from django.core.management import CommandError, call_command
from django.db import connections, transaction
from django.test import Client
from django.utils import timezone
from pytest_django import Settings

from consultations.enums import PaperState, Role
from consultations.models import Consultation, DepartmentSuccession, Mail, Report
from consultations.services import way
from consultations.services.outbox import deliver
from tests.conftest import People, department, person
from tests.consultations.post_office import Office, opened

pytestmark = pytest.mark.django_db(transaction=True)  # mail goes out once the step is committed

CONTENT = "配送の控え"  # what nobody may read in a mail


@pytest.fixture
def office(settings: Settings) -> Iterator[Office]:
    with opened(Office()) as office:
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        settings.EMAIL_HOST, settings.EMAIL_PORT, settings.EMAIL_TIMEOUT = "127.0.0.1", office.port, 5
        settings.DEFAULT_FROM_EMAIL, settings.SITE_URL = "shingi@sakura.example", "https://shingi.sakura.example"
        yield office


@pytest.fixture
def addressed(people: People) -> People:
    for each in (people.shiraishi, people.kiriyama, people.kubodera, people.hayama, people.morishita):
        each.email = f"{each.username}@sakura.example"
        each.save()
    return people


def settle() -> None:
    """Until nobody is at the outbox."""
    for thread in threading.enumerate():
        if thread.name == "outbox":
            thread.join()


def test_each_step_tells_the_other_side_what_happened_and_where_to_look(
    addressed: People, delivery: Consultation, office: Office
) -> None:
    colleague = person("mizuno", "水野", "薫", Role.SECRETARIAT)
    colleague.email = "mizuno@sakura.example"
    colleague.save()
    delivery.state = PaperState.RETURNED
    delivery.save()
    way.submit(delivery, addressed.kiriyama)
    settle()
    assert office.to() == ["mizuno@sakura.example", "shiraishi@sakura.example"]
    office.taken.clear()
    delivery.refresh_from_db()
    way.give_back(delivery, addressed.shiraishi, {"head/subject": CONTENT, "": CONTENT}, note=CONTENT)
    settle()
    ((to, message),) = office.taken
    assert to == "kiriyama@sakura.example"
    assert message["Subject"] == "諮問第951号が差し戻されました"
    assert message["From"] == "shingi@sakura.example"
    assert message["Auto-Submitted"] == "auto-generated"
    text = message.get_content()
    assert f"https://shingi.sakura.example/consultations/{delivery.pk}/" in text.splitlines()
    everything = str(message["Subject"]) + text
    for content in (CONTENT, delivery.subject, delivery.subtitle, "図書館", "配送", "桐山", "白石"):
        assert content not in everything
    assert not Mail.objects.filter(sent_at=None).exists()


def test_a_case_without_a_number_has_a_neutral_name(addressed: People, wrong_address: Report, office: Office) -> None:
    wrong_address.number_printed, wrong_address.state = "", PaperState.SUBMITTED
    wrong_address.save()
    way.accept(wrong_address, addressed.shiraishi)
    settle()
    assert [message["Subject"] for _, message in office.taken] == ["番号のまだない報告が受理されました"]
    assert f"https://shingi.sakura.example/reports/{wrong_address.pk}/" in office.taken[0][1].get_content()


def test_who_took_over_the_work_is_told_and_who_left_is_not(
    addressed: People, delivery: Consultation, office: Office
) -> None:
    learning = department("教育部生涯学習課")
    library = addressed.kiriyama.departments.get()
    DepartmentSuccession.objects.create(predecessor=library, successor=learning, date=timezone.localdate())
    heir = person("sakaki", "榊", "遼", Role.DEPARTMENT, learning, library)
    heir.email = "sakaki@sakura.example"
    heir.save()
    addressed.kiriyama.is_active = False
    addressed.kiriyama.save()
    person("nanashi", "", "", Role.DEPARTMENT, library)  # has no address
    delivery.state = PaperState.SUBMITTED
    delivery.save()
    way.accept(delivery, addressed.shiraishi)
    settle()
    assert office.to() == ["sakaki@sakura.example"]


def test_the_secretariat_hears_nothing_of_a_draft_it_never_saw(
    addressed: People, delivery: Consultation, office: Office
) -> None:
    colleague = person("mizuno", "水野", "薫", Role.DEPARTMENT, addressed.kiriyama.departments.get())
    colleague.email = "mizuno@sakura.example"
    colleague.save()
    delivery.state, delivery.reached_secretariat = PaperState.DRAFT, False
    delivery.save()
    way.withdraw(delivery, addressed.kiriyama, "やめます。")
    settle()
    assert office.to() == ["mizuno@sakura.example"]


def test_without_a_mail_server_nothing_is_sent_and_nothing_piles_up(addressed: People, delivery: Consultation) -> None:
    assert current.EMAIL_HOST == ""
    accepted(delivery, addressed)
    assert not Mail.objects.exists()
    with pytest.raises(CommandError, match="EMAIL_HOST を設定してください"):
        call_command("send_mail")


def accepted(delivery: Consultation, people: People) -> None:
    delivery.state = PaperState.SUBMITTED
    delivery.save()
    way.accept(delivery, people.shiraishi)
    settle()


def test_a_step_that_is_taken_back_tells_nobody(addressed: People, delivery: Consultation, office: Office) -> None:
    delivery.state = PaperState.SUBMITTED
    delivery.save()
    with transaction.atomic():
        way.accept(delivery, addressed.shiraishi)
        transaction.set_rollback(True)
    settle()
    assert office.taken == []
    assert not Mail.objects.exists()


def test_what_finds_no_server_goes_with_the_next_step_or_by_hand(
    addressed: People, delivery: Consultation, office: Office, settings: Settings
) -> None:
    with socket.socket() as nobody:
        nobody.bind(("127.0.0.1", 0))  # a port that is taken, at which nobody listens
        settings.EMAIL_PORT = nobody.getsockname()[1]
        accepted(delivery, addressed)
        assert Consultation.objects.get(pk=delivery.pk).state == PaperState.ACCEPTED
        with pytest.raises(CommandError, match="1通が残っています"):
            call_command("send_mail", stdout=StringIO())
    assert Mail.objects.get().sent_at is None
    settings.EMAIL_PORT = office.port
    delivery.refresh_from_db()
    way.answer(delivery, addressed.shiraishi)
    settle()
    assert [message["Subject"] for _, message in office.taken] == [
        "諮問第951号が受理されました",
        "諮問第951号の答申が記録されました",
    ]
    said = StringIO()
    call_command("send_mail", stdout=said)
    assert said.getvalue() == "0通を送りました。\n"


def test_nobody_waits_for_a_slow_server(
    addressed: People, delivery: Consultation, office: Office, settings: Settings
) -> None:
    settings.EMAIL_TIMEOUT, office.delay = 1, 3
    delivery.state = PaperState.SUBMITTED
    delivery.save()
    client = Client()
    client.force_login(addressed.shiraishi)
    began = time.monotonic()
    answer = client.post(f"/consultations/{delivery.pk}/accept/", follow=True)
    writing = time.monotonic()
    delivery.refresh_from_db()
    way.answer(delivery, addressed.shiraishi)  # the lock of the database is not held meanwhile
    assert "受理しました。" in answer.content.decode()
    assert any(thread.name == "outbox" for thread in threading.enumerate()), "the server is still being waited for"
    assert writing - began < 3
    settle()
    assert Mail.objects.filter(sent_at=None).count() == 2


def test_an_address_that_is_refused_holds_up_nobody_else(
    addressed: People, delivery: Consultation, office: Office
) -> None:
    other = person("mizuno", "水野", "薫", Role.DEPARTMENT, addressed.kiriyama.departments.get())
    other.email = "mizuno@sakura.example"
    other.save()
    office.refused = frozenset({"kiriyama@sakura.example"})
    accepted(delivery, addressed)
    assert office.to() == ["mizuno@sakura.example"]
    assert Mail.objects.get(sent_at=None).to == addressed.kiriyama


@pytest.mark.parametrize(
    "bad", ["kiriyama@sakura.example\nBcc: all@sakura.example", "a b@c d", "\r\n.\r\nMAIL FROM:<x@y>"]
)
def test_nothing_typed_becomes_a_header(addressed: People, delivery: Consultation, office: Office, bad: str) -> None:
    addressed.kiriyama.email = bad
    addressed.kiriyama.save()
    delivery.number_printed = "諮問第９５１号\r\nBcc: all@sakura.example"
    accepted(delivery, addressed)
    for to, message in office.taken:
        assert "all@sakura.example" not in to
        assert message["Bcc"] is None
        assert "\n" not in message["Subject"]
    addressed.kiriyama.email = "kiriyama@sakura.example"
    addressed.kiriyama.save()
    deliver()
    ((to, message),) = office.taken[-1:]
    assert to == "kiriyama@sakura.example"
    assert message["Bcc"] is None


def test_two_at_the_outbox_send_nothing_twice(addressed: People, delivery: Consultation, office: Office) -> None:
    for n in range(12):
        Mail.objects.create(to=addressed.kiriyama, subject=f"知らせ{n}", text="本文")
    office.delay = 0.005
    begin = threading.Barrier(3)

    def run() -> None:
        begin.wait()
        deliver()
        connections.close_all()

    threads = [threading.Thread(target=run) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    subjects = [str(message["Subject"]) for _, message in office.taken]
    assert sorted(subjects) == sorted(f"知らせ{n}" for n in range(12))
    assert len({str(message["Message-ID"]) for _, message in office.taken}) == 12


def test_word_of_long_ago_is_not_sent_any_more(addressed: People, office: Office) -> None:
    long_ago = timezone.now() - datetime.timedelta(days=31)
    Mail.objects.create(to=addressed.kiriyama, subject="古い知らせ", text="本文", written_at=long_ago)
    assert deliver().left == 0
    assert office.taken == []
