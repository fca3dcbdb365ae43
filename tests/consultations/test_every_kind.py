"""Every kind of section goes every way of the data and comes back equal.

form → body → JSON → body → tree → HTML → PDF text, and text → import → body, and into the database and out again.
"""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from consultations.documents import material_of
from consultations.enums import PaperState
from consultations.models import Consultation
from consultations.sections import edits, kinds, tree
from consultations.sections.base import Kind, SectionBody
from consultations.sections.edits import SetText
from consultations.sections.field_types import Context
from consultations.sections.fields import Counts, Items, Prose, data_items, prose, purpose, record_counts
from consultations.sections.guides import GUIDES
from consultations.sections.kinds import KINDS
from consultations.sections.material import Entry, Part, default_outline
from consultations.sections.places import places
from consultations.services.materials import add_material
from paper import pdf
from paper.html import page
from paper.text import squeeze, text
from tests.consultations.papers import HOUSE, KIND_SAMPLES, as_text, material, read, read_file, sample_part
from tests.paper import reading

CONTEXT = Context(HOUSE)

every_kind = pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.kind)


def typed(part: Part) -> Part:
    """An empty section after someone has typed, heading by heading, what `part` prints."""
    every_heading = tuple(Entry(key) for key in part.kind.fields)
    paper = material(replace(part, body=part.kind(), outline=every_heading))
    for key, spec in part.kind.fields.items():
        place = places(paper)[f"{part.key}/{key}"]
        paper = edits.apply(paper, SetText(place.address, spec.write(part.value(key), CONTEXT), place.mark))
    return paper.parts[0]


def check_all_ways(part: Part, folder: Path) -> None:
    paper = material(part)

    assert typed(part).body == part.body

    stored = json.loads(json.dumps(part.body.dump(), ensure_ascii=False))
    assert part.kind.parse(stored, part.kind.version) == part.body

    document = tree.document(paper)
    html = page(document)
    expected = squeeze(text(document))
    assert squeeze(reading.Shown(html).text) == expected

    printed = folder / "paper.pdf"
    printed.write_bytes(pdf.render(html))
    assert squeeze(reading.text(printed)) == expected

    if part.outline:  # a section without any heading is nothing to import
        imported = read(as_text(paper)).parts[0]
        assert imported.body == part.body
        assert imported.outline == part.outline


@every_kind
def test_every_way_gives_the_same_section(kind: Kind, tmp_path: Path) -> None:
    check_all_ways(sample_part(kind), tmp_path)


@every_kind
def test_the_written_sample_is_read_whole(kind: Kind, tmp_path: Path) -> None:
    paper = read_file(KIND_SAMPLES / f"{kind.kind}.txt")
    (part,) = paper.parts
    assert part.kind is kind
    assert [entry.key for entry in part.outline if not entry.is_free] == [entry.key for entry in default_outline(kind)]
    assert read(as_text(paper)) == paper
    check_all_ways(part, tmp_path)


@every_kind
@pytest.mark.django_db
def test_it_is_stored_and_read_back(kind: Kind) -> None:
    for paper in (material(sample_part(kind)), read_file(KIND_SAMPLES / f"{kind.kind}.txt")):
        consultation = add_material(paper, None, PaperState.ACCEPTED)
        assert material_of(Consultation.objects.get(pk=consultation.pk)) == paper


@every_kind
def test_an_empty_section_prints_its_headings_only(kind: Kind) -> None:
    part = Part("s1", kind(), default_outline(kind))
    printed = text(tree.document(material(part)))
    assert [HOUSE.titled(spec.title) for spec in kind.fields.values() if not spec.optional] == [
        line.partition("\u3000")[2] for line in printed.split("\n")[6:] if line
    ]


def test_the_kinds_of_the_published_forms_have_their_headings() -> None:
    """13, 9 (7 beside a preface that says why), 8, 8 (6), 7 (5), 7 headings; counted at the first level."""

    def count(name: str, *, in_part: bool = False) -> int:
        kind = kinds.kind(name)
        outline = default_outline(kind, preface_says_why=in_part)
        return sum(kind.fields[entry.key].level == 1 for entry in outline)

    assert count("outsourcing") == 13
    assert (count("line_connection"), count("line_connection", in_part=True)) == (9, 7)
    assert count("purpose_external_use") == 8
    assert (count("external_provision"), count("external_provision", in_part=True)) == (8, 6)
    assert (count("indirect_collection"), count("indirect_collection", in_part=True)) == (7, 5)
    assert count("computer_recording") == 7


def test_a_new_kind_takes_one_class_and_one_sample(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    class Monitoring(SectionBody, kind="monitoring", title="防犯カメラの設置", phrases=("防犯カメラ",)):
        place: Prose = prose("設置する場所")
        purpose: Prose = purpose("諮問の趣旨")
        data_items: Items = data_items("記録する個人情報の項目")
        record_counts: Counts = record_counts("設置する台数")

    sample = """諮問第３００号
「公園管理業務」における防犯カメラの設置について
令和８年６月１日
土木部公園課
１ 設置する場所
中央公園の出入口
２ 諮問の趣旨
本件は、防犯カメラを設置するものであり、さくら区防犯カメラ条例第４条の規定に基づき諮問する。
３ 記録する個人情報の項目
容姿、通行の日時
４ 設置する台数
約１２台
"""
    monkeypatch.setattr(kinds, "KINDS", (*KINDS, Monitoring))
    check_all_ways(sample_part(Monitoring), tmp_path)
    (part,) = read(sample).parts
    assert part.kind is Monitoring
    check_all_ways(part, tmp_path)


@pytest.mark.parametrize("kind", KINDS)
def test_every_heading_has_a_guide(kind: Kind) -> None:
    """A sentence for whoever writes it; and no guide is for a key that no kind has."""
    assert all(spec.guide.endswith(("。", "」")) for spec in kind.fields.values())
    assert GUIDES.keys() <= {key for each in KINDS for key in each.fields}
