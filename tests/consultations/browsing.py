"""Pages as someone who is signed in reads them."""

import re
from html import unescape

from django.test import Client

from consultations.models import User


def signed_in(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


def main(client: Client, address: str) -> str:
    """What the main part of a page says that is there."""
    answer = client.get(address)
    assert answer.status_code == 200
    return said_in(answer.content.decode())


def said_in(html: str) -> str:
    """What the main part says, tags and runs of white space taken out."""
    content = re.findall(r"<main.*?</main>", html, re.DOTALL)[0]
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", content)).split())
