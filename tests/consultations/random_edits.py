"""Edits as people make them, drawn at random for a paper as it stands."""

from hypothesis import strategies as st

from consultations.sections import edits
from consultations.sections.edits import Edit
from consultations.sections.material import Material
from consultations.sections.places import ANNEX, HEAD, Place, places

WORDS = [
    "なし",
    "氏名、住所、電話番号",
    "約１，２００件（年間）",
    "第１の２のとおり",
    "令和８年６月１日から",
    "葛󠄀城",
    "別の文。\n二行目。",
    "",
]
TABLES = ["項目\t内容\n氏名\t漢字\n住所\t町名まで", "項目\n氏名", ""]


@st.composite
def edited(draw: st.DrawFn, material: Material, most: int = 4) -> list[tuple[Edit, Material]]:
    """One to `most` edits, each with the paper after it."""
    found = []
    for _ in range(draw(st.integers(1, most))):
        edit = draw(_edit(material))
        material = edits.apply(material, edit)
        found.append((edit, material))
    return found


def _edit(material: Material) -> st.SearchStrategy[Edit]:
    there = list(places(material).values())
    sections = [part.key for part in material.parts]
    words = st.sampled_from(WORDS)
    ways: list[st.SearchStrategy[Edit]] = [
        *[st.sampled_from([each for each in there if _has_text(each)]).flatmap(_written)] * 3,
        st.sampled_from(
            [each for each in there if _has_title(each) and ("/" in each.address or not _is_report(material))]
        ).flatmap(_renamed),
        _move(material),
        st.builds(
            edits.AddHeading,
            st.sampled_from(sections),
            title=st.just("足した見出し"),
            text=words,
            before=st.sampled_from(["", *(each.address for each in there)]),
        ),
        st.builds(edits.AddAnnex, st.just("【別紙】"), st.just("項目の一覧"), st.sampled_from(TABLES)),
    ]
    if goes := [edits.Remove(each.address, each.mark) for each in there if _can_go(each, material)]:
        ways.append(st.sampled_from(goes))
    if not _is_report(material):
        ways.append(st.builds(edits.AddPreface, st.just("事業の概要"), words))
        ways.append(st.builds(edits.AddSection, st.just("line_connection"), st.sampled_from(sections)))
    return st.one_of(ways)


def _is_report(material: Material) -> bool:
    """A report has one section without a heading of its own, and no preface."""
    return material.parts[0].kind.kind == "general"


def _written(place: Place) -> st.SearchStrategy[Edit]:
    texts = TABLES if place.address.endswith("/table") else WORDS
    return st.builds(edits.SetText, st.just(place.address), st.sampled_from(texts), st.just(place.mark))


def _renamed(place: Place) -> st.SearchStrategy[Edit]:
    titles = st.sampled_from(["別の見出し", "もう一つの見出し"])
    return st.builds(edits.SetTitle, st.just(place.address), titles, st.just(place.title))


@st.composite
def _move(draw: st.DrawFn, material: Material) -> Edit:
    lists = [[f"preface/{each.key}" for each in material.prefaces], [f"annex/{each.key}" for each in material.annexes]]
    lists += [[part.key for part in material.parts]]
    lists += [[part.address(entry) for entry in part.outline] for part in material.parts]
    members = draw(st.sampled_from([each for each in lists if each] or [[material.parts[0].key]]))
    return edits.Move(draw(st.sampled_from(members)), draw(st.sampled_from(["", *members])))


def _has_text(place: Place) -> bool:
    first, _, rest = place.address.partition("/")
    if first == "annex":
        return rest.count("/") == 1 and rest.rpartition("/")[2] in ANNEX
    return bool(rest) and (first != "head" or rest in HEAD)


def _has_title(place: Place) -> bool:
    return not place.address.startswith("head/") and place.address.count("/") < 2


def _can_go(place: Place, material: Material) -> bool:
    return _has_title(place) and ("/" in place.address or len(material.parts) > 1)
