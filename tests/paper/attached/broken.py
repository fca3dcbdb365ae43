"""Files that begin and end well and still cannot be read, or whose pages could be nobody's."""

import zlib

import pikepdf

from paper.attached.refusals import Reason
from tests.paper.attached.cases import Odd, odd
from tests.paper.attached.pdfs import A4, DRAWN, HEAD, deflated, drawn, pdf, report, saved, stream, written

_CATALOG = b"<</Type/Catalog/Pages 2 0 R>>"
_NO_SIZE = {
    "no_width": b"[0 0 0 842]",
    "no_height": b"[0 0 595 0]",
    "not_a_number": b"[0 0 NaN 842]",
    "endless": b"[0 0 Infinity 842]",
    "exponent": b"[0 0 1e400 842]",
    "words": b"[(a)(b)(c)(d)]",
    "names": b"[/A/B/C/D]",
    "three_numbers": b"[0 0 595]",
    "five_numbers": b"[0 0 595 842 1]",
    "no_list": b"595",
    "null": b"null",
    "missing_object": b"99 0 R",
    "too_wide": b"[0 0 14401 842]",
    "too_high": b"[0 0 595 99999999]",
    "a_dot": b"[0 0 2.9 2.9]",
    "truth": b"[true true false false]",
    "lists": b"[[0][0][595][842]]",
    "number_of_40_digits": b"[0 0 " + b"9" * 40 + b".0 842]",
}


def _without_table(content: bytes) -> bytes:
    return content.replace(b"00000 n", b"0q0&0 n")


def sizes() -> list[Odd]:
    boxes = {f"size_{name}": pdf(b"/MediaBox" + box) for name, box in _NO_SIZE.items()}
    return odd(
        Reason.PAGE_SIZE,
        **boxes,
        size_not_said=pdf(b""),
        size_wrong_on_a_later_page=pdf(A4, A4, b"/MediaBox[0 0 0 0]"),
        cropped_to_nothing=pdf(A4 + b"/CropBox[700 0 900 842]"),
        cropped_by_words=pdf(A4 + b"/CropBox(all)"),
        unit_of_nothing=pdf(A4 + b"/UserUnit 0"),
        unit_below_nothing=pdf(A4 + b"/UserUnit -1"),
        unit_beyond_bounds=pdf(A4 + b"/UserUnit 75000"),
        unit_in_words=pdf(A4 + b"/UserUnit(two)"),
        turned_askew=pdf(A4 + b"/Rotate 45"),
        turned_by_words=pdf(A4 + b"/Rotate/Left"),
    )


def trees() -> list[Odd]:
    page = b"<</Type/Page/Parent 2 0 R%s>>" % A4

    def tree(pages: bytes, **more: bytes) -> bytes:
        return written({1: _CATALOG, 2: pages, 3: page} | {int(key[1:]): value for key, value in more.items()})

    return [
        *odd(Reason.NO_PAGES, no_pages=tree(b"<</Type/Pages/Count 0/Kids[]>>")),
        *odd(
            Reason.PAGES_MISSING,
            fewer_than_said=tree(b"<</Type/Pages/Count 7/Kids[3 0 R]>>"),
        ),
        *odd(
            Reason.PAGE_UNREADABLE,
            page_that_is_nothing=tree(b"<</Type/Pages/Count 2/Kids[3 0 R 99 0 R]>>"),
            page_that_is_null=tree(b"<</Type/Pages/Count 2/Kids[3 0 R null]>>"),
            page_that_is_a_number=tree(b"<</Type/Pages/Count 2/Kids[7 3 0 R]>>"),
            page_that_is_text=tree(b"<</Type/Pages/Count 1/Kids[(page)]>>"),
        ),
        *odd(
            Reason.BROKEN,
            more_than_said=tree(b"<</Type/Pages/Count 0/Kids[3 0 R]>>"),
            count_in_words=tree(b"<</Type/Pages/Count(one)/Kids[3 0 R]>>"),
            tree_in_itself=tree(b"<</Type/Pages/Count 1/Kids[2 0 R]>>"),
            tree_in_its_branch=tree(b"<</Type/Pages/Count 2/Kids[3 0 R 4 0 R]>>", n4=b"<</Type/Pages/Kids[2 0 R]>>"),
            branch_twice=tree(b"<</Type/Pages/Count 2/Kids[4 0 R 4 0 R]>>", n4=b"<</Type/Pages/Kids[3 0 R]/Count 1>>"),
            tree_without_kids=tree(b"<</Type/Pages/Count 1>>"),
            tree_that_is_a_page=tree(page),
            tree_that_is_text=tree(b"(pages)"),
            no_tree=written({1: b"<</Type/Catalog>>", 3: page}),
            no_catalog=written({2: b"<</Type/Pages/Count 1/Kids[3 0 R]>>", 3: page}, root=9),
            catalog_that_is_text=written({1: b"(catalog)", 3: page}),
            nothing_between_the_ends=HEAD + b"%%EOF\n",
            only_a_table=HEAD + b"xref\n0 0\ntrailer\n<<>>\nstartxref\n15\n%%EOF\n",
            noise=HEAD + bytes(range(256)) * 20 + b"\n%%EOF\n",
            key_said_twice=pdf(A4 + A4),
            tree_of_200_levels=written(
                {1: _CATALOG, 2: b"<</Type/Pages/Count 1/Kids[10 0 R]>>", 210: page}
                | {n: b"<</Type/Pages/Count 1/Kids[%d 0 R]>>" % (n + 1) for n in range(10, 210)}
            ),
            page_lost_in_mending=_without_table(tree(b"<</Type/Pages/Count 2/Kids[3 0 R 99 0 R]>>")),
            page_twice_lost_in_mending=_without_table(tree(b"<</Type/Pages/Count 2/Kids[3 0 R 3 0 R]>>")),
            size_lost_in_mending=_without_table(pdf(b"/MediaBox[0 0 NaN 842]")),
            object_lost=pdf(more={10: b"[1 " + b"9" * 40 + b"]"}),
        ),
        *odd(
            Reason.TOO_COMPLEX,
            lists_in_lists=pdf(more={10: b"[" * 2000 + b"]" * 2000}),
            dictionaries_in_dictionaries=pdf(more={10: b"<</A" * 2000 + b">>" * 2000}),
        ),
        *odd(Reason.TOO_MANY_PAGES, more_pages_than_may_be=pdf(*[A4] * 1_001, more={})),
    ]


def contents() -> list[Odd]:
    packed = zlib.compress(DRAWN * 500)
    return odd(
        Reason.PAGE_UNREADABLE,
        content_missing=pdf(A4 + b"/Contents 99 0 R"),
        content_is_text=pdf(A4 + b"/Contents(draw)"),
        content_is_a_dictionary=drawn(b"<</Length 0>>"),
        part_missing=pdf(A4 + b"/Contents[10 0 R 99 0 R]", more={10: deflated(DRAWN)}),
        part_is_a_number=pdf(A4 + b"/Contents[10 0 R 5]", more={10: deflated(DRAWN)}),
        content_is_noise=drawn(stream(bytes(range(256)), b"/Filter/FlateDecode")),
        content_damaged=drawn(stream(packed[:30] + b"\xff" * 8 + packed[38:], b"/Filter/FlateDecode")),
        content_with_wrong_checksum=drawn(stream(packed[:-4] + b"sums", b"/Filter/FlateDecode")),
        second_page_damaged=pdf(A4, A4 + b"/Contents 10 0 R", more={10: stream(b"noise", b"/Filter/FlateDecode")}),
    )


def locked() -> list[Odd]:
    def with_password(user: str, revision: int) -> bytes:
        strong = revision >= 4
        locks = pikepdf.Encryption(owner="himitsu", user=user, R=revision, aes=strong, metadata=strong)  # type: ignore[arg-type]  # 2, 3, 4 or 6
        return saved(report(), encryption=locks, static_id=False)

    asked = {f"password_of_revision_{revision}": with_password("hirake", revision) for revision in (2, 3, 4, 6)}
    free = {f"restricted_by_revision_{revision}": with_password("", revision) for revision in (2, 3, 4, 6)}
    return odd(Reason.PASSWORD, **asked) + odd(Reason.RESTRICTED, **free)


def broken() -> list[Odd]:
    return [*sizes(), *trees(), *contents(), *locked()]
