"""PDFs to attach, and what an upload answers."""

import json
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from consultations.models import Attachment, User
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


def post(client: Client, address: str, **values: Any) -> Any:
    """As the editor's script does it."""
    return client.post(address, json.dumps(values), content_type="application/json")
