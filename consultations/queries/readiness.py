"""Whether a paper can be handed in, and who else is still at it."""

from collections.abc import Iterable, Iterator, Mapping

from consultations.documents import material_of_paper
from consultations.enums import Role
from consultations.models import Draft, User
from consultations.models.paper import Paper
from consultations.queries.participants import is_of_own_department
from consultations.sections.places import Place, places

GONE = "外された見出し"


def places_of(paper: Paper) -> dict[str, Place]:
    """The places of a paper; none of one that cannot be read, which may still be sent back as a whole."""
    try:
        return places(material_of_paper(paper))
    except ValueError:
        return {}


def lacking(paper: Paper, by: User) -> tuple[str, ...]:
    """What stands in the way of handing it in, a sentence each."""
    here = places_of(paper)
    if not here:
        return ("保存されている内容の形が、様式に合っていません。システムの管理者に知らせてください。",)
    return tuple(_lacking(paper, by, here))


def others_typing(paper: Paper, by: User) -> tuple[str, ...]:
    """Who else has typed something that is not in the paper yet, and where."""
    drafts = Draft.objects.of(paper).exclude(user=by).select_related("user").order_by("pk")
    here = places_of(paper)
    return tuple(f"{draft.user}さんが「{_name(draft, here)}」を書いている途中です。" for draft in _open(drafts, here))


def _lacking(paper: Paper, by: User, here: Mapping[str, Place]) -> Iterator[str]:
    if not paper.subject.strip():
        yield "件名がありません。件名を書いてください。"
    if by.role == Role.DEPARTMENT and not is_of_own_department(by, paper):
        yield "所管課に、あなたの課がありません。課の名前を、印刷するとおりに書いてください。"
    if not any(place.text.strip() for place in here.values() if _holds_content(place)):
        yield "見出しの下に、まだ何も書かれていません。一つ以上の見出しを書いてください。"
    for draft in _open(Draft.objects.of(paper).filter(user=by).order_by("pk"), here):
        yield f"「{_name(draft, here)}」に、閉じていない文があります。見出しを閉じてから、もう一度進めてください。"


def _holds_content(place: Place) -> bool:
    """The head and the marks of annexes (【別紙】) say nothing by themselves."""
    return not place.address.startswith("head/") and not place.address.endswith("/label")


def _open(drafts: Iterable[Draft], here: Mapping[str, Place]) -> Iterator[Draft]:
    """Drafts of what the paper does not say yet."""
    return (draft for draft in drafts if draft.text != (here[draft.place].text if draft.place in here else ""))


def _name(draft: Draft, here: Mapping[str, Place]) -> str:
    return here[draft.place].name if draft.place in here else GONE
