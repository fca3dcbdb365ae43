"""PDFs to attach, and what an upload answers."""

import hashlib
import json
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from consultations.models import Attachment, User
from consultations.models.attachment import files
from consultations.models.of_paper import owner
from consultations.models.paper import Paper
from consultations.services.attachments import attach
from tests.paper.attached.pdfs import report


def upload(content: bytes | None = None, name: str = "別添.pdf") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, report() if content is None else content, "application/pdf")


def attached(paper: Paper, by: User, *titles: str) -> list[Attachment]:
    """As many different PDFs as titles, the first of one page, the next of two."""
    return [attach(paper, upload(report(pages)), title, by) for pages, title in enumerate(titles, 1)]


def address(paper: Paper) -> str:
    return f"/{paper._meta.model_name}s/{paper.pk}/attachments/"


def on_the_page_of(user: User) -> Client:
    """A browser in which the editor says, with each request, whose it is."""
    client = Client(headers={"X-Typed-By": str(user.pk)})
    client.force_login(user)
    return client


def post(client: Client, address: str, **values: Any) -> Any:
    return client.post(address, json.dumps(values), content_type="application/json")


def lying_there(paper: Paper, by: User) -> Attachment:
    """One that nobody looked into first, for tests of something else."""
    content = report(1)
    with files().incoming() as file:
        file.write(content)
        name = files().keep(file, hashlib.sha256(content).hexdigest())
    return Attachment.objects.create(
        **owner(paper), key="f1", position=0, title="配送計画", file=name, pages=1, size=len(content), uploaded_by=by
    )
