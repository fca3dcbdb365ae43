"""What a PDF could do by itself or at a click, beyond showing pages and leading to a web page.

Every object of the file is looked at, reachable or not. Names are those of ISO 32000-1 (12.6.4 actions, 12.5.6
annotations, 7.11 files) and ISO 32000-2.
"""

from collections.abc import Iterator
from typing import Any

from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream, String

from paper.attached.refusals import Reason

_ACTIONS = {
    "/JavaScript": Reason.SCRIPT,
    "/Launch": Reason.LAUNCH,
    "/SubmitForm": Reason.SENDS,
    "/ImportData": Reason.OTHER_FILE,
    "/GoToR": Reason.OTHER_FILE,
    "/GoToE": Reason.OTHER_FILE,
    "/GoToDp": Reason.OTHER_FILE,
    "/Rendition": Reason.MEDIA,
    "/Movie": Reason.MEDIA,
    "/Sound": Reason.MEDIA,
    "/GoTo3DView": Reason.MEDIA,
    "/RichMediaExecute": Reason.MEDIA,
}
_SUBTYPES = {
    "/RichMedia": Reason.MEDIA,
    "/Movie": Reason.MEDIA,
    "/Sound": Reason.MEDIA,
    "/Screen": Reason.MEDIA,
    "/3D": Reason.MEDIA,
    "/FileAttachment": Reason.EMBEDDED,
    "/PS": Reason.SCRIPT,
}
_PLACES = ("http://", "https://", "mailto:", "tel:", "#")


def active_content(pdf: Pdf) -> Reason | None:
    """The first thing found that is more than pages; plain form fields, layers and links to the web are none."""
    root = pdf.Root
    form = root.get("/AcroForm")
    if isinstance(form, Dictionary) and form.get("/XFA") is not None:
        return Reason.XFA
    if root.get("/Collection") is not None:
        return Reason.EMBEDDED
    return next((reason for node in _dictionaries(pdf) for reason in _reasons(node)), None)


def _dictionaries(pdf: Pdf) -> Iterator[dict[str, Any]]:
    """Those of all objects and, inside them, those that are no objects of their own; no stream is decoded."""
    for thing in pdf.objects:
        waiting: list[Any] = [thing]
        while waiting:
            node = waiting.pop()
            if isinstance(node, Stream | Dictionary):
                entries = dict(node.items())
                if isinstance(node, Stream):
                    entries["stream"] = node
                yield entries
                waiting += (value for value in entries.values() if _is_inside(value))
            elif isinstance(node, Array):
                waiting += (value for value in node if _is_inside(value))


def _is_inside(value: Any) -> bool:
    return isinstance(value, Object) and isinstance(value, Dictionary | Array) and not value.is_indirect


def _reasons(node: dict[str, Any]) -> Iterator[Reason]:
    does, shows, files = _name(node.get("/S")), _name(node.get("/Subtype")), node.get("/EF")
    if does in _ACTIONS:
        yield _ACTIONS[does]
    if shows in _SUBTYPES:
        yield _SUBTYPES[shows]
    if _is_script(node.get("/JS")):
        yield Reason.SCRIPT
    if isinstance(files, Dictionary) and any(isinstance(file, Stream) for _, file in files.items()):
        yield Reason.EMBEDDED
    if "stream" in node and (node.get("/F") is not None or isinstance(node.get("/Ref"), Dictionary)):
        yield Reason.OTHER_FILE  # content, or a page, that is taken from elsewhere
    if does == "/URI":
        yield from _of_link(str(node.get("/URI")).strip().lower())
    if any(_name(action.get("/S")) == "/URI" for action in _by_itself(node)):
        yield Reason.SENDS


def _name(value: Any) -> str:
    return str(value) if isinstance(value, Name) else ""


def _is_script(value: Any) -> bool:
    """A font or picture may happen to be called JS; a script is text."""
    return isinstance(value, str | bytes | String) or (isinstance(value, Stream) and value.get("/Subtype") is None)


def _of_link(place: str) -> Iterator[Reason]:
    """A bare name or path (bessi.html) is let through: it leads nowhere beside a file that lies alone."""
    if place.startswith("javascript:"):
        yield Reason.SCRIPT
    elif not place.startswith(_PLACES) and (":" in place or place.startswith(("\\", "/"))):
        yield Reason.OTHER_FILE


def _by_itself(node: dict[str, Any]) -> Iterator[Dictionary]:
    """The actions that nobody has to click for, with those that follow them."""
    triggers = node.get("/AA")
    waiting = [node.get("/OpenAction")] + ([v for _, v in triggers.items()] if isinstance(triggers, Dictionary) else [])
    seen = set()
    while waiting:
        action = waiting.pop()
        if isinstance(action, Array):
            waiting += (next_one for next_one in action if isinstance(next_one, Dictionary))
        elif isinstance(action, Dictionary) and (not action.is_indirect or action.objgen not in seen):
            seen.add(action.objgen)
            yield action
            waiting.append(action.get("/Next"))
