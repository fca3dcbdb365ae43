"""Small files that swell, or lead a reader down so deep that it falls over."""

import zlib

from tests.paper.attached.pdfs import A4, HEAD, drawn, pdf, stream

_CATALOG = b"1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n"


def swelling(start: bytes = b"", megabytes: int = 4096) -> bytes:
    """`start` and blanks, deflated; a megabyte of blanks is packed once and repeated."""
    packer = zlib.compressobj(9)
    head = packer.compress(start) + packer.flush(zlib.Z_FULL_FLUSH)
    return head + (packer.compress(b" " * 1024**2) + packer.flush(zlib.Z_FULL_FLUSH)) * megabytes + packer.flush()


def in_the_table() -> bytes:
    body = HEAD + _CATALOG
    table = (
        b"2 0 obj\n" + stream(swelling(), b"/Type/XRef/Size 3/W[1 2 1]/Root 1 0 R/Filter/FlateDecode") + b"\nendobj\n"
    )
    return body + table + b"startxref\n%d\n%%%%EOF\n" % len(body)


def in_packed_objects() -> bytes:
    """The page is inside a stream of objects that has no end."""

    def entry(sort: int, place: int, index: int = 0) -> bytes:
        return bytes([sort]) + place.to_bytes(4, "big") + bytes([index])

    catalog = len(HEAD)
    tree = catalog + len(_CATALOG)
    body = HEAD + _CATALOG + b"2 0 obj\n<</Type/Pages/Count 1/Kids[9 0 R]>>\nendobj\n"
    packed = len(body)
    inside = swelling(b"9 0 <</Type/Page%s>>" % A4)
    body += b"3 0 obj\n" + stream(inside, b"/Type/ObjStm/N 1/First 4/Filter/FlateDecode") + b"\nendobj\n"
    rows = [entry(0, 0), entry(1, catalog), entry(1, tree), entry(1, packed), entry(1, len(body))]
    rows += [entry(0, 0)] * 4 + [entry(2, 3)]
    table = b"4 0 obj\n" + stream(b"".join(rows), b"/Type/XRef/Size 10/W[1 4 1]/Root 1 0 R") + b"\nendobj\n"
    return body + table + b"startxref\n%d\n%%%%EOF\n" % len(body)


def in_the_content() -> bytes:
    return drawn(stream(swelling(), b"/Filter/FlateDecode"))


def lengths_of_lengths() -> bytes:
    """Each stream is as long as the next one says."""
    return pdf(more={n: b"<</Length %d 0 R>>stream\nendstream" % (n + 1) for n in range(10, 50_000)})
