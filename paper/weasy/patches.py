"""What we change in WeasyPrint, in one table. The changes reach into internals, so they go with one version of it."""

import logging
from collections.abc import Callable
from functools import cache, wraps
from typing import Any, Final, NamedTuple

import weasyprint
from weasyprint.draw import text as draw_text
from weasyprint.layout import inline
from weasyprint.pdf import stream, tags
from weasyprint.text import line_break

from paper.weasy import artifacts, faithful_text, justify, structure

VERSION: Final = "70.0"

_LOG = logging.getLogger(__name__)


class Patch(NamedTuple):
    """`owner.name` is replaced by `replacement`, which gets the original as its first argument."""

    owner: Any
    name: str
    replacement: Callable[..., Any]


PATCHES: Final = (
    Patch(inline, "justify_line", justify.justify_line),
    Patch(line_break.Layout, "set_text", justify.set_text),
    Patch(draw_text, "draw_first_line", faithful_text.draw_first_line),
    Patch(stream.Stream, "marked", artifacts.marked),
    Patch(tags, "_build_box_tree", structure.build_box_tree),
)


@cache
def apply() -> bool:
    """Patch WeasyPrint, once; another version than ours stays as it is, prints ragged margins, and says so."""
    if weasyprint.__version__ != VERSION:
        _LOG.warning(
            "WeasyPrint %s is installed, but the setting of Japanese is written for %s: printing without it",
            weasyprint.__version__,
            VERSION,
        )
        return False
    for patch in PATCHES:
        original = getattr(patch.owner, patch.name)
        setattr(patch.owner, patch.name, _bound(patch.replacement, original))
    return True


def _bound(replacement: Callable[..., Any], original: Callable[..., Any]) -> Callable[..., Any]:
    @wraps(original)
    def patched(*args: Any, **options: Any) -> Any:
        return replacement(original, *args, **options)

    return patched
