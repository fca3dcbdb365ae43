"""E-books of the library: three sections, begun from their kinds, half written, one heading open at this moment."""

from collections.abc import Callable

from consultations.documents import material_of
from consultations.models import Consultation, User
from consultations.sections import beginnings, proposals
from consultations.sections.kinds import kind
from consultations.sections.material import Material
from consultations.sections.places import Place, places
from consultations.sections.proposals import Basis, Plan
from consultations.services.drafts import keep_draft
from consultations.services.materials import begin_consultation
from consultations.services.texts import understand
from council.samples.days import working_days_ago
from council.samples.stories.desk_work import write

_KINDS = tuple(kind(name) for name in ("outsourcing", "computer_recording", "line_connection"))
_BASIS = Basis("さくら区個人情報取扱諮問要綱", "第３条")
_UNFINISHED = (
    "（１）メールアドレス及び表示の設定は、本人が登録した時点で自動で記録する。\n（２）貸出し及び返却の日時は、"
)


def tell(text: str, library: User) -> None:
    (read,) = understand(text, library).papers
    written = places(read.material)
    with working_days_ago(6, 10, 20):
        paper = _begun(read.material, library)
    with working_days_ago(6, 11, 45):
        write(paper, library, _texts(written, lambda place: place in {"s1/outsourcing_title", "s1/content"}))
    with working_days_ago(4, 16, 5):
        write(paper, library, _texts(written, lambda place: place.startswith("s1/")))
    with working_days_ago(1, 15, 30):
        scope = {"s2/data_subject_scope": "第１の３のとおり"}
        write(paper, library, scope | _texts(written, lambda place: place.startswith(("s2/", "s3/"))))
    open_place = "s2/method"
    keep_draft(paper, library, open_place, _UNFINISHED, places(material_of(paper))[open_place].mark)


def _begun(known: Material, by: User) -> Consultation:
    plan = Plan(_KINDS, ("図書館業務",))
    sentences = proposals.purposes(plan, {each.kind: _BASIS for each in _KINDS})
    material = beginnings.consultation(
        _KINDS,
        proposals.together(sentences.values()),
        subject=proposals.subject(plan),
        subtitle=known.subtitle,
        date=known.date,
        departments=known.departments,
        house=known.house,
    )
    return begin_consultation(material, by)


def _texts(written: dict[str, Place], chosen: Callable[[str], bool]) -> dict[str, str]:
    """What is written under the chosen headings."""
    return {place: each.text for place, each in written.items() if chosen(place) and each.text}
