"""Files unlike each other and all good: turned, of all sizes, with forms, layers, links, saved by any program."""

import zlib

import pikepdf

from tests.paper.attached.cases import Odd, odd
from tests.paper.attached.pdfs import A4, DRAWN, deflated, drawn, pdf, report, saved, stream, written

_TURNED = [b"0", b"90", b"180", b"270", b"-90", b"450", b"null"]
_BOXES = {
    "a3": b"0 0 842 1191",
    "a5": b"0 0 420 595",
    "jis_b4": b"0 0 729 1032",
    "jis_b5": b"0 0 516 729",
    "letter": b"0 0 612 792",
    "fractions": b"0 0 595.276 841.89",
    "corners_swapped": b"595 842 0 0",
    "off_the_origin": b"-100 -200 495 642",
    "as_large_as_may_be": b"0 0 14400 14400",
    "as_small_as_may_be": b"0 0 3 3",
}


def _shown() -> list[Odd]:
    turned = {f"turned_{turn.decode()}": pdf(A4 + b"/Rotate " + turn) for turn in _TURNED}
    handed_down = {f"turned_by_its_tree_{turn.decode()}": pdf(A4, tree=b"/Rotate " + turn) for turn in _TURNED}
    sizes = {name: pdf(b"/MediaBox[%s]" % box) for name, box in _BOXES.items()}
    return odd(1, **turned, **handed_down, **sizes) + odd(
        1,
        size_by_its_tree=pdf(b"", tree=A4),
        cropped=pdf(A4 + b"/CropBox[50 50 500 700]"),
        cropped_to_more_than_there_is=pdf(A4 + b"/CropBox[-50 -50 900 900]"),
        larger_unit=pdf(A4 + b"/UserUnit 2"),
        size_said_elsewhere=pdf(b"/MediaBox 10 0 R", more={10: b"[0 0 595 11 0 R]", 11: b"842"}),
    )


def _many() -> list[Odd]:
    deep = {2: b"<</Type/Pages/Count 1/Kids[10 0 R]>>", 1: b"<</Type/Catalog/Pages 2 0 R>>"}
    deep |= {n: b"<</Type/Pages/Count 1/Kids[%d 0 R]>>" % (n + 1) for n in range(10, 100)}
    twice = {1: deep[1], 2: b"<</Type/Pages/Count 2/Kids[3 0 R 3 0 R]>>", 3: b"<</Type/Page%s>>" % A4}
    return [
        Odd("mixed_sizes", pdf(A4, b"/MediaBox[0 0 842 1191]", b"/MediaBox[0 0 420 595]/Rotate 90"), 3),
        Odd("as_many_pages_as_may_be", pdf(*[A4] * 1_000, more={}), 1_000),
        Odd("tree_of_90_levels", written(deep | {100: b"<</Type/Page%s>>" % A4}), 1),
        Odd("one_page_twice", written(twice), 2),
    ]


def _drawn() -> list[Odd]:
    return odd(
        1,
        nothing_drawn=pdf(A4),
        empty_content=drawn(stream(b"")),
        content_as_it_is=drawn(stream(DRAWN)),
        content_deflated=drawn(deflated(DRAWN)),
        content_deflated_in_a_list=drawn(stream(zlib.compress(DRAWN), b"/Filter[/FlateDecode]")),
        content_in_hex=drawn(stream(DRAWN.hex().encode() + b">", b"/Filter/ASCIIHexDecode")),
        content_in_parts=pdf(A4 + b"/Contents[10 0 R 11 0 R]", more={10: stream(DRAWN), 11: deflated(DRAWN)}),
        content_without_checksum=drawn(stream(zlib.compress(DRAWN)[:-4], b"/Filter/FlateDecode")),
        length_said_elsewhere=drawn(stream(DRAWN).replace(b"/Length 29", b"/Length 11 0 R"), b"29"),
    )


def _form(field: bytes) -> bytes:
    annotated = A4 + b"/Annots[10 0 R]"
    return pdf(
        annotated,
        catalog=b"/AcroForm<</Fields[10 0 R]/NeedAppearances true>>",
        more={10: b"<<%s>>" % field, 11: b"<<>>"},
    )


def _annotated(entries: bytes, subtype: bytes = b"Link") -> bytes:
    return pdf(A4 + b"/Annots[<</Type/Annot/Rect[0 0 9 9]/Subtype/%s%s>>]" % (subtype, entries))


def _furnished() -> list[Odd]:
    widget = b"/Type/Annot/Subtype/Widget/Rect[50 50 200 70]/T(namae)"
    layer = b"<</Type/OCG/Name(layer)>>"
    layers = b"/OCProperties<</OCGs[10 0 R]/D<</Order[10 0 R]/OFF[10 0 R]>> >>"
    return odd(
        1,
        form_text=_form(widget + b"/FT/Tx/V(\xfe\xff\x68\x50\x5c\x71)"),
        form_box=_form(widget + b"/FT/Btn/AS/Off"),
        form_choice=_form(widget + b"/FT/Ch/Opt[(a)(b)]"),
        form_signature=_form(widget + b"/FT/Sig"),
        form_that_is_cleared=_form(widget + b"/FT/Btn/Ff 65536/A<</S/ResetForm>>"),
        layers=pdf(A4, catalog=layers, more={10: layer}),
        layers_switched=_annotated(b"/A<</S/SetOCGState/State[/Toggle 10 0 R]>>"),
        link_to_web=_annotated(b"/A<</S/URI/URI(https://www.example.jp/a?b=c:d)>>"),
        link_to_mail=_annotated(b"/A<</S/URI/URI(mailto:toshokan@example.jp)>>"),
        link_to_bare_name=_annotated(b"/A<</S/URI/URI(www.example.jp)>>"),
        link_inside=_annotated(b"/Dest[3 0 R/Fit]"),
        link_inside_as_action=_annotated(b"/A<</S/GoTo/D[3 0 R/Fit]>>"),
        link_to_next_page=_annotated(b"/A<</S/Named/N/NextPage>>"),
        opens_at_a_page=pdf(catalog=b"/OpenAction[3 0 R/Fit]"),
        opens_at_a_page_by_action=pdf(catalog=b"/OpenAction<</S/GoTo/D[3 0 R/Fit]>>"),
        no_scripts_in_their_list=pdf(catalog=b"/Names<</JavaScript<</Names[]>>/EmbeddedFiles<</Names[]>> >>"),
        word_javascript_in_title=pdf(catalog=b"/Lang(JavaScript /S /Launch /JS)"),
        font_named_like_a_script=pdf(
            A4 + b"/Resources<</Font<</JS 10 0 R/EF 10 0 R>> >>", more={10: b"<</Type/Font>>"}
        ),
        picture_named_like_a_script=pdf(
            A4 + b"/Resources<</XObject<</JS 10 0 R>> >>", more={10: stream(b"\0", b"/Subtype/Image/Width 1/Height 1")}
        ),
        tagged=pdf(catalog=b"/MarkInfo<</Marked true>>/StructTreeRoot<</K<</S/P>> >>"),
        labelled=pdf(catalog=b"/PageLabels<</Nums[0<</S/D/P(A-)>>]>>/ViewerPreferences<</DisplayDocTitle true>>"),
        outlined=pdf(catalog=b"/Outlines<</First<</Title(1)/Dest[3 0 R/Fit]>> >>"),
        see_through=pdf(A4 + b"/Group<</S/Transparency/CS/DeviceRGB>>"),
        note=_annotated(b"/Contents(memo)", b"Text"),
        highlight=_annotated(b"/QuadPoints[0 0 9 0 0 9 9 9]", b"Highlight"),
        stamp=_annotated(b"/Name/Approved", b"Stamp"),
        free_text=_annotated(b"/Contents(memo)", b"FreeText"),
        handwriting=_annotated(b"/InkList[[0 0 9 9]]", b"Ink"),
    )


def _saved() -> list[Odd]:
    objects = pikepdf.ObjectStreamMode
    versions = {
        f"version_{v.replace('.', '_')}": pdf(head=b"%%PDF-%s\n" % v.encode())
        for v in ("1.0", "1.1", "1.2", "1.3", "1.4", "1.5", "1.6", "1.7", "2.0")
    }
    first = report()
    added = first + b"3 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 842 595]>>\nendobj\n"
    added += b"xref\n3 1\n%010d 00000 n \ntrailer\n<</Size 103/Root 1 0 R/Prev %d>>\nstartxref\n%d\n%%%%EOF\n" % (
        len(first),
        first.index(b"xref\n0"),
        added.index(b"xref\n", len(first)) if b"xref\n" in added[len(first) :] else len(added),
    )
    return odd(1, **versions) + odd(
        3,
        packed=saved(first, object_stream_mode=objects.generate),
        unpacked=saved(first, object_stream_mode=objects.disable, compress_streams=False),
        for_the_web=saved(first, linearize=True),
        for_the_web_and_packed=saved(first, linearize=True, object_stream_mode=objects.generate),
        legible=saved(first, qdf=True),
        changed_afterwards=added,
    )


def taken() -> list[Odd]:
    return [*_shown(), *_many(), *_drawn(), *_furnished(), *_saved()]
