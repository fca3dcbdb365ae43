"""Files that begin or end oddly: other formats under a PDF's name, cut ones, padded ones, broken tables."""

import io
import zipfile

from paper.attached.refusals import Reason
from tests.paper.attached.cases import Odd, odd
from tests.paper.attached.pdfs import HEAD, pdf, report


def _zip(name: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        packed.writestr(zipfile.ZipInfo(name), "<a/>")
    return out.getvalue()


def others() -> list[Odd]:
    """Each is named .pdf by whoever sends it."""
    good = pdf()
    return odd(Reason.EMPTY, nothing=b"", blanks=b" \r\n\t\0" * 90, byte_order_mark=b"\xef\xbb\xbf") + odd(
        Reason.NOT_PDF,
        zip=_zip("bessi.txt"),
        word=_zip("[Content_Types].xml"),
        pdf_in_a_zip=_zip("bessi.pdf") + good,
        old_word=b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600),
        png=b"\x89PNG\r\n\x1a\n" + bytes(600),
        png_with_pdf_behind=b"\x89PNG\r\n\x1a\n" + good,
        jpeg=b"\xff\xd8\xff\xe0\x00\x10JFIF",
        gif_with_pdf_behind=b"GIF89a" + good,
        tiff=b"II*\0" + bytes(90),
        bitmap=b"BM" + bytes(90),
        postscript=b"%!PS-Adobe-3.0\nshowpage\n",
        rich_text=b"{\\rtf1 bessi}",
        program=b"MZ" + bytes(600),
        elf=b"\x7fELF" + bytes(600),
        script=b"#!/bin/sh\n" + good,
        web_page=b"<!DOCTYPE html><title>bessi</title>",
        web_page_with_pdf_behind=b"<script>alert(1)</script>" + good,
        xml=b"\xef\xbb\xbf<?xml version='1.0'?><a/>",
        text="別紙のとおり".encode(),
        text_in_the_old_encoding="別紙のとおり".encode("cp932"),
        head_too_far_in=b"x" * 1030 + good,
        head_without_version=b"%PDF-\n%%EOF",
        gzip=b"\x1f\x8b\x08" + bytes(90),
        seven_zip=b"7z\xbc\xaf\x27\x1c",
        rar=b"Rar!\x1a\x07",
    )


def cut() -> list[Odd]:
    whole = report()
    cut = {f"cut_at_{tenth}_tenths": whole[: len(whole) * tenth // 10] for tenth in range(1, 10)}
    return odd(
        Reason.CUT_SHORT,
        **cut,
        without_its_end=whole.removesuffix(b"%%EOF\n"),
        with_a_zip_behind=whole + _zip("a" * 1100),
        with_a_web_page_behind=whole + b"<script>" + b"a" * 1100,
        head_alone=b"%PDF-1.7\n",
        version_with_long_nothing=HEAD + bytes(5000),
    )


def mended() -> list[Odd]:
    """Every page of these reads, though something about the file is wrong."""
    whole = report()
    table = whole.index(b"xref\n0")
    return odd(
        3,
        byte_order_mark_before=b"\xef\xbb\xbf" + whole,
        line_before=b"\r\n" + whole,
        printer_commands_before=b"\x1b%-12345X@PJL ENTER LANGUAGE=PDF\n" + whole,
        zeros_behind=whole + bytes(4096),
        a_megabyte_of_blanks_behind=whole + b" " * 1024**2,
        a_line_behind=whole + b"-- sent by a gateway --\r\n",
        table_elsewhere=whole.replace(b"startxref\n%d" % table, b"startxref\n7"),
        table_beyond_the_file=whole.replace(b"startxref\n%d" % table, b"startxref\n99999999"),
        table_gone=whole[:table] + whole[whole.index(b"trailer") :],
        table_of_nonsense=whole.replace(b"00000 n", b"0q0&0 n"),
        places_shifted=whole.replace(b"%PDF-1.7\n", b"%PDF-1.7\n%" + b"x" * 40 + b"\n", 1),
        lines_of_windows_in_the_table=whole[:table] + whole[table:].replace(b" \n", b"\r\n"),
        stream_lengths_too_short=whole.replace(b"/Length ", b"/Length 1/Was "),
        stream_lengths_gone=whole.replace(b"/Length ", b"/Width "),
        end_of_objects_gone=whole.replace(b"\nendobj", b"\n"),
        size_too_small=whole.replace(b"/Size 103", b"/Size 5"),
    )
