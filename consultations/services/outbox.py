"""Send what waits in the outbox, through the mail server of the settings.

Never within the step that wrote it: a server that is slow, refuses or is away costs nobody anything, and what did not
go out goes with the next step or with `bin/manage send_mail`. A row is one process's at a time. Were that process to
die between the server's yes and its own note of it, the same message would go again, under the same Message-ID.
"""

import datetime
import fcntl
import logging
import smtplib
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from email.header import Header
from threading import Thread
from urllib.parse import urlsplit

from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.core.mail.backends.base import BaseEmailBackend
from django.db import connection, connections, transaction
from django.db.models import QuerySet
from django.utils import timezone

from consultations.models import Mail

_WORTH_SENDING = datetime.timedelta(days=30)
"""Word of a step that is older tells nobody anything; so an address that is always refused is not tried for ever."""

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Delivery:
    sent: int
    left: int


def deliver_soon() -> None:
    """Beside the request, so that nobody waits for the mail server; the process ends only when this has."""
    Thread(target=_deliver_and_go, name="outbox").start()


def deliver() -> Delivery:
    """All that waits, the oldest first; ends at the first sign that the server is not there."""
    tried: list[int] = []
    sent = 0
    server = get_connection()
    try:
        while True:
            with _next(tried) as row:
                if row is None:
                    break
                tried.append(row.pk)
                sent += _send(row, server)
    except (smtplib.SMTPException, OSError) as problem:
        log.warning("the mail server %s does not take mail now: %s", settings.EMAIL_HOST, problem)
    finally:
        server.close()
    return Delivery(sent, _waiting().count())


def _deliver_and_go() -> None:
    try:
        deliver()
    finally:
        connections.close_all()


def _waiting() -> QuerySet[Mail]:
    fresh = Mail.objects.filter(sent_at=None, written_at__gt=timezone.now() - _WORTH_SENDING)
    return fresh.filter(to__is_active=True).exclude(to__email="").select_related("to").order_by("pk")


@contextmanager
def _next(tried: Collection[int]) -> Iterator[Mail | None]:
    """The next row nobody else is sending; it stays this process's until the end of the block."""
    rows = _waiting().exclude(pk__in=tried)
    if connection.features.has_select_for_update_skip_locked:
        with transaction.atomic():
            yield rows.select_for_update(skip_locked=True, of=("self",)).first()
    else:  # SQLite has one lock for everything, and nobody's typing may wait for a mail server: a file is the lock
        with (settings.DATA_DIR / "outbox.lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            yield rows.first()


def _send(row: Mail, server: BaseEmailBackend) -> bool:
    """False for a message that the server refuses by itself; the others need not wait for it."""
    subject, headers = _in_words(row.subject), _headers(row)
    message = EmailMessage(subject, row.text, to=[row.to.email], connection=server, headers=headers)
    server.open()  # once for all messages; a message by itself would open one and close it again
    try:
        message.send()
    except (smtplib.SMTPRecipientsRefused, smtplib.SMTPDataError, ValueError) as problem:
        log.warning("message %s cannot be sent: %s", row.pk, problem)
        return False
    row.sent_at = timezone.now()
    row.save(update_fields=["sent_at"])
    return True


def _in_words(subject: str) -> str:
    """Encoded words so short that the first one stands beside "Subject:"; some readers show a blank there otherwise."""
    return Header(subject, "utf-8", maxlinelen=60, header_name="Subject").encode(linesep="")


def _headers(row: Mail) -> dict[str, str]:
    """A name of its own that is the same each time, and the sign that no out-of-office reply is wanted (RFC 3834)."""
    return {
        "Message-ID": f"<step-{row.pk}@{urlsplit(settings.SITE_URL).hostname}>",
        "Auto-Submitted": "auto-generated",
    }
