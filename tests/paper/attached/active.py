"""Files that would do something: every action in every place it can hang, and what else is more than pages."""

import pikepdf

from paper.attached.refusals import Reason
from tests.paper.attached.cases import Odd, odd
from tests.paper.attached.pdfs import A4, deflated, pdf, saved, stream

_ACTIONS = {
    "script": (Reason.SCRIPT, b"/S/JavaScript/JS(app.alert\\(1\\))"),
    "script_in_a_stream": (Reason.SCRIPT, b"/S/JavaScript/JS 20 0 R"),
    "script_spelt_oddly": (Reason.SCRIPT, b"/S/J#61va#53cript/J#53(app.alert\\(1\\))"),
    "script_said_elsewhere": (Reason.SCRIPT, b"/S 21 0 R"),
    "script_without_a_sort": (Reason.SCRIPT, b"/JS(app.alert\\(1\\))"),
    "launch": (Reason.LAUNCH, b"/S/Launch/F(cmd.exe)"),
    "launch_on_windows": (Reason.LAUNCH, b"/S/Launch/Win<</F(cmd.exe)>>"),
    "submit": (Reason.SENDS, b"/S/SubmitForm/F(https://www.example.jp/)"),
    "data_from_a_file": (Reason.OTHER_FILE, b"/S/ImportData/F(a.fdf)"),
    "other_pdf": (Reason.OTHER_FILE, b"/S/GoToR/F(\\\\\\\\server\\\\a.pdf)/D[0/Fit]"),
    "pdf_inside": (Reason.OTHER_FILE, b"/S/GoToE/T<</R/C/N(a.pdf)>>"),
    "film": (Reason.MEDIA, b"/S/Movie/T(film)"),
    "sound": (Reason.MEDIA, b"/S/Sound/Sound 20 0 R"),
    "rendition": (Reason.MEDIA, b"/S/Rendition/OP 0"),
}
_MORE = {20: stream(b"app.alert(1)"), 21: b"/JavaScript"}


def _places(action: bytes) -> dict[str, bytes]:
    hung = {10: b"<<%s>>" % action} | _MORE
    return {
        "on_opening": pdf(catalog=b"/OpenAction 10 0 R", more=hung),
        "on_a_page": pdf(A4 + b"/AA<</O 10 0 R>>", more=hung),
        "at_a_click": pdf(A4 + b"/Annots[<</Subtype/Link/Rect[0 0 9 9]/A<<%s>> >>]" % action, more=_MORE),
        "after_another": pdf(catalog=b"/OpenAction<</S/GoTo/D[3 0 R/Fit]/Next[10 0 R]>>", more=hung),
    }


def actions() -> list[Odd]:
    return [
        Odd(f"{name}_{place}", content, reason)
        for name, (reason, action) in _ACTIONS.items()
        for place, content in _places(action).items()
    ]


def hidden() -> list[Odd]:
    script = {10: b"<</S/JavaScript/JS(app.alert\\(1\\))>>"}
    named = pdf(catalog=b"/Names<</JavaScript<</Names[(a) 10 0 R]>> >>", more=script)
    outlined = pdf(catalog=b"/Outlines<</First<</Title(1)/A 10 0 R>> >>", more=script)
    field = pdf(catalog=b"/AcroForm<</Fields[<</T(a)/FT/Tx/AA<</K 10 0 R>> >>]>>", more=script)
    kept = pikepdf.ObjectStreamMode
    return odd(
        Reason.SCRIPT,
        script_among_names=named,
        script_in_the_outline=outlined,
        script_of_a_field=field,
        script_packed_away=saved(named, object_stream_mode=kept.generate),
        script_packed_for_the_web=saved(named, linearize=True, object_stream_mode=kept.generate),
        script_nobody_refers_to=pdf(more=script),
        script_deep_inside=pdf(A4 + b"/PieceInfo" + b"[" * 300 + script[10] + b"]" * 300),
        script_in_a_mended_file=named.replace(b"00000 n", b"0q0&0 n"),
        drawn_by_postscript=pdf(A4 + b"/Resources<</XObject<</P 10 0 R>> >>", more={10: stream(b"", b"/Subtype/PS")}),
    )


def links() -> list[Odd]:
    def to(place: bytes) -> bytes:
        return pdf(A4 + b"/Annots[<</Subtype/Link/Rect[0 0 9 9]/A<</S/URI/URI(%s)>> >>]" % place)

    return odd(Reason.SCRIPT, link_to_script=to(b" JavaScript:alert\\(1\\)")) + odd(
        Reason.OTHER_FILE,
        link_to_a_file=to(b"file:///C:/a.exe"),
        link_to_a_drive=to(b"C:\\\\a.exe"),
        link_to_a_folder=to(b"/etc/passwd"),
        link_to_a_server=to(b"\\\\\\\\server\\\\share"),
        link_to_data=to(b"data:text/html,<script>"),
        link_to_another_program=to(b"ms-word:ofe|u|a.docx"),
    )


def more_than_pages() -> list[Odd]:
    file = {10: b"<</Type/Filespec/F(a.exe)/EF<</F 11 0 R>> >>", 11: deflated(b"MZ", b"/Type/EmbeddedFile")}

    def annotated(subtype: bytes, entries: bytes = b"") -> bytes:
        return pdf(A4 + b"/Annots[<</Subtype/%s/Rect[0 0 9 9]%s>>]" % (subtype, entries), more=file)

    form = b"/AcroForm<</Fields[]/XFA %s>>"
    return [
        *odd(
            Reason.EMBEDDED,
            file_among_names=pdf(catalog=b"/Names<</EmbeddedFiles<</Names[(a)10 0 R]>> >>", more=file),
            file_pinned_to_a_page=annotated(b"FileAttachment", b"/FS 10 0 R"),
            file_associated=pdf(catalog=b"/AF[10 0 R]", more=file),
            file_nobody_refers_to=pdf(more=file),
            portfolio=pdf(catalog=b"/Collection<</View/T>>"),
        ),
        *odd(
            Reason.MEDIA,
            **{
                f"annotation_{subtype.decode()}": pdf(A4 + b"/Annots[<</Subtype/%s/Rect[0 0 9 9]>>]" % subtype)
                for subtype in (b"RichMedia", b"Movie", b"Sound", b"Screen", b"3D")
            },
        ),
        *odd(
            Reason.XFA,
            xfa=pdf(catalog=form % b"10 0 R", more={10: stream(b"<xdp/>")}),
            xfa_in_parts=pdf(catalog=form % b"[(template)10 0 R]", more={10: stream(b"<template/>")}),
        ),
        *odd(
            Reason.OTHER_FILE,
            content_elsewhere=pdf(A4 + b"/Contents 10 0 R", more={10: stream(b"", b"/F(//server/a)")}),
            page_elsewhere=pdf(more={10: stream(b"", b"/Subtype/Form/Ref<</F(a.pdf)/Page 1>>")}),
        ),
        *odd(
            Reason.SENDS,
            web_on_opening=pdf(catalog=b"/OpenAction<</S/URI/URI(https://www.example.jp/?seen)>>"),
            web_on_a_page=pdf(A4 + b"/AA<</O<</S/URI/URI(https://www.example.jp/?seen)>> >>"),
            web_after_another=pdf(catalog=b"/OpenAction<</S/Named/Next<</S/URI/URI(http://example.jp)>> >>"),
            web_after_a_circle=pdf(
                catalog=b"/OpenAction 10 0 R",
                more={10: b"<</S/Named/Next[10 0 R 11 0 R]>>", 11: b"<</S/URI/URI(http://example.jp)>>"},
            ),
        ),
    ]


def active() -> list[Odd]:
    return [*actions(), *hidden(), *links(), *more_than_pages()]
