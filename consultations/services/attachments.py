"""Attach PDFs to a paper, name them, put them in order, take them off: each is a revision of the paper."""

import unicodedata
from shutil import copyfileobj
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files import File
from django.db import transaction

from consultations.enums import RevisionAct
from consultations.models import Attachment, User
from consultations.models.attachment import files
from consultations.models.of_paper import owner
from consultations.models.paper import Paper
from consultations.rights import Act
from consultations.sections.edits.keyed import Clash, Gone, moved
from consultations.services.editing import guard
from consultations.services.revisions import locked, revision
from paper.attached.examination import Inspected, Limits
from paper.attached.inspecting import inspect
from paper.attached.refusals import too_large

LONGEST_TITLE = 200


def attach(paper: Paper, file: "File[Any]", title: str, by: User) -> Attachment:
    """Behind the others. NotAllowed; Refused, with its sentence, for a file that is not taken; ValidationError."""
    guard(by, paper, Act.EDIT)
    title = _fitting(title)
    name, found = _kept(file)
    with transaction.atomic():
        paper = locked(paper)
        guard(by, paper, Act.EDIT)
        last = Attachment.objects.of(paper).last()
        row = Attachment(**owner(paper), key=_new_key(paper), position=last.position + 1 if last else 0, title=title)
        row.file, row.pages, row.size, row.sha256, row.uploaded_by = name, found.pages, found.size, found.sha256, by
        _write(paper, by, row, [row])
    return row


@transaction.atomic
def rename(row: Attachment, title: str, base: str, by: User) -> None:
    """`base` is the title it is changed from. Clash where that is another by now, Gone where the PDF is off."""
    paper, _, row = _opened(row, by)
    if title == row.title:
        return
    if base != row.title:
        raise Clash(row.key)
    row.title = _fitting(title)
    _write(paper, by, row, [row])


@transaction.atomic
def move(row: Attachment, before: str, by: User) -> None:
    """Before the one with the key `before`, "" for the end. Gone where either is off."""
    paper, rows, row = _opened(row, by)
    order = moved(tuple(rows), row.key, before)
    _write(paper, by, row, [other for position, other in enumerate(order) if _placed(other, position)])


@transaction.atomic
def detach(row: Attachment, by: User) -> None:
    """Off the paper. The file stays where it is, for the history. Gone where it is off already."""
    paper, _, row = _opened(row, by)
    with revision(paper, by, RevisionAct.EDITED, place=_place(row)):
        row.delete()


def limits() -> Limits:
    return Limits(settings.ATTACHMENT_MAX_BYTES, settings.ATTACHMENT_MAX_PAGES)


def _fitting(title: str) -> str:
    if not title.strip():
        raise ValidationError("題名がありません。題名を入力してください。")
    if any(unicodedata.category(character) == "Cc" for character in title):
        raise ValidationError("題名に改行などが入っています。1行で入力してください。")
    if len(title) > LONGEST_TITLE:
        raise ValidationError(f"題名が長すぎます。{LONGEST_TITLE}字までにしてください。")
    return title


def _kept(file: "File[Any]") -> tuple[str, Inspected]:
    """The file on our disk, if it is one to take: its name there, and what is in it."""
    if file.size > settings.ATTACHMENT_MAX_BYTES:
        raise too_large(settings.ATTACHMENT_MAX_BYTES)
    file.seek(0)
    store = files()
    with store.incoming() as incoming:
        copyfileobj(file, incoming)
        incoming.flush()
        found = inspect(incoming, limits())
        return store.keep(incoming, found.sha256), found


def _opened(row: Attachment, by: User) -> tuple[Paper, list[Attachment], Attachment]:
    """The paper, locked, its attachments and of these the one meant, as they are now."""
    paper = locked(row.paper)
    guard(by, paper, Act.EDIT)
    rows = list(Attachment.objects.of(paper))
    found = next((other for other in rows if other.pk == row.pk), None)
    if found is None:
        raise Gone(row.key)
    return paper, rows, found


def _write(paper: Paper, by: User, meant: Attachment, changed: list[Attachment]) -> None:
    if changed:
        with revision(paper, by, RevisionAct.EDITED, place=_place(meant)):
            for row in changed:
                row.save()


def _placed(row: Attachment, position: int) -> bool:
    """Whether the row had to be moved to get there."""
    was, row.position = row.position, position
    return was != position


def _place(row: Attachment) -> str:
    return f"attachment/{row.key}"


def _new_key(paper: Paper) -> str:
    """One that no attachment of this paper ever had."""
    had = Attachment.history.filter(**owner(paper)).order_by().values("key").distinct().count()
    return f"f{had + 1}"
