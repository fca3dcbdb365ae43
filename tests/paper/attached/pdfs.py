"""PDFs written object by object, so that each can be odd in exactly one way."""

import io
import zlib
from collections.abc import Mapping

import pikepdf

HEAD = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
A4 = b"/MediaBox[0 0 595 842]"
DRAWN = b"q 0.8 g 60 700 200 40 re f Q\n"
FIRST_PAGE = 3
FIRST_FREE = 10  # numbers below belong to catalog, page tree and pages


def stream(content: bytes, entries: bytes = b"") -> bytes:
    return b"<<%s/Length %d>>stream\n%s\nendstream" % (entries, len(content), content)


def deflated(content: bytes, entries: bytes = b"") -> bytes:
    return stream(zlib.compress(content), b"/Filter/FlateDecode" + entries)


def written(objects: Mapping[int, bytes], *, head: bytes = HEAD, root: int = 1) -> bytes:
    """The objects with a true table of where they are."""
    body, places = bytearray(head), {}
    for number, content in objects.items():
        places[number] = len(body)
        body += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    size, table = max(objects) + 1, len(body)
    body += b"xref\n0 %d\n0000000000 65535 f \n" % size
    for number in range(1, size):
        body += b"%010d 00000 n \n" % places[number] if number in places else b"0000000000 00000 f \n"
    return bytes(body) + b"trailer\n<</Size %d/Root %d 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (size, root, table)


def pdf(
    *pages: bytes, catalog: bytes = b"", tree: bytes = b"", more: Mapping[int, bytes] | None = None, head: bytes = HEAD
) -> bytes:
    """A file of these pages, each given as the entries of its dictionary; without any, one empty A4."""
    pages = pages or (A4,)
    numbers = range(FIRST_PAGE, FIRST_PAGE + len(pages))
    kids = b" ".join(b"%d 0 R" % number for number in numbers)
    objects = {
        1: b"<</Type/Catalog/Pages 2 0 R%s>>" % catalog,
        2: b"<</Type/Pages/Count %d/Kids[%s]%s>>" % (len(pages), kids, tree),
    }
    objects |= {number: b"<</Type/Page/Parent 2 0 R%s>>" % page for number, page in zip(numbers, pages, strict=True)}
    return written(objects | dict(more or {}), head=head)


def drawn(content: bytes, *more: bytes) -> bytes:
    """One page whose content is the object given."""
    return pdf(A4 + b"/Contents 10 0 R", more=dict(enumerate((content, *more), FIRST_FREE)))


def report(pages: int = 3) -> bytes:
    """An ordinary paper: some pages with something on them."""
    first = max(FIRST_FREE + 90, FIRST_PAGE + pages)
    bodies = {first + number: deflated(DRAWN * (number + 40)) for number in range(pages)}
    return pdf(*(A4 + b"/Contents %d 0 R" % number for number in bodies), more=bodies)


def saved(content: bytes, **how: object) -> bytes:
    """The same as another program would write it."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(content)) as read:
        read.save(out, **({"static_id": True} | how))  # type: ignore[arg-type]  # what save takes, one by one
    return out.getvalue()
