"""From a paper that is there to the next: a copy of it, and a paper that only adds items."""

import pytest

from consultations.enums import RelationSort
from consultations.sections import relations
from consultations.sections.amendments import amended_subtitle, amendment, can_be_amended, copied
from consultations.sections.base import Kind
from consultations.sections.beginnings import consultation, report
from consultations.sections.fields.data_items import DataItems, Flow
from consultations.sections.fields.prose import PurposeType
from consultations.sections.kinds import KINDS
from consultations.sections.material import Material
from consultations.sections.places import places
from consultations.sections.proposals import Basis, plan_of, purposes
from tests.consultations.papers import HOUSE, SAMPLES, as_text, read_file

ACT = "個人情報の保護に関する法律"


def sample(number: str) -> Material:
    return read_file(SAMPLES / f"{number}.txt")


def amended(material: Material) -> Material:
    kinds = [part.kind for part in material.parts]
    bases = {kind.kind: Basis(ACT, "第１２９条") for kind in kinds}
    return amendment(material, purposes(plan_of(kinds, material.subject), bases, additions=True))


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.kind)
def test_a_paper_of_one_kind_has_the_headings_of_its_form_and_says_why(kind: Kind) -> None:
    paper = consultation((kind,), "本件は、諮問する。", subject="件名", house=HOUSE)
    (part,) = paper.parts
    assert not paper.has_numbered_parts
    assert paper.prefaces == ()
    titles = [part.entry_title(entry, HOUSE) for entry in part.outline]
    assert titles == [place.title for place in places(paper).values() if place.address.startswith("s1/")]
    assert "諮問の趣旨" in titles
    assert as_text(paper).count("本件は、諮問する。") == 1


def test_several_sections_say_why_before_them_and_no_longer_in_each() -> None:
    several = tuple(kind for kind in KINDS if kind.kind != "pia_review")
    paper = consultation(several, "本件は、諮問する。", subject="件名", house=HOUSE)
    assert [(preface.title, preface.text) for preface in paper.prefaces] == [
        ("諮問の理由及び趣旨", "本件は、諮問する。")
    ]
    for part in paper.parts:
        assert not [each for each in part.outline if (spec := part.spec(each)) and isinstance(spec.type, PurposeType)]
        assert part.outline
    assert "第７　その他の諮問について" in as_text(paper)


def test_a_report_has_the_headings_that_were_chosen() -> None:
    paper = report(("経過", "対応"), subject="誤送付について", house=HOUSE)
    assert as_text(paper).split("\n") == ["報告第　　号", "誤送付について", "１　経過", "２　対応"]


def test_a_copy_takes_every_text_and_nothing_that_was_given_to_the_other_paper() -> None:
    source = sample("958")
    copy = copied(source)
    assert (copy.number, copy.slip, copy.date, copy.date_printed) == ("", "", None, None)
    assert as_text(copy).split("\n")[2:4] == as_text(source).split("\n")[2:4]
    assert (copy.parts, copy.prefaces, copy.annexes) == (source.parts, source.prefaces, source.annexes)


def test_an_amendment_empties_the_lists_and_cites_the_earlier_paper() -> None:
    paper = amended(sample("951"))
    assert paper.is_amendment()
    assert paper.subtitle == "予約資料の自宅配送サービス業務委託における個人情報の項目の追加"
    body = paper.parts[0].body
    assert [(each.flow, each.items, each.additions) for each in body.data_items.lists] == [  # type: ignore[attr-defined]  # of this kind
        (flow, (), True) for flow in Flow
    ]
    assert list(relations.find(paper)) == [(RelationSort.AMENDS, "諮問第９５１号")]
    said = as_text(paper)
    assert "第１０条" not in said
    assert said.count("諮問する。") == 1
    assert "における外部委託に伴う個人情報の保護措置に関し、個人情報の項目を新たに加えるものであるため、" in said
    assert f"{ACT}第１２９条の規定に基づき諮問する。" in said
    assert "区立図書館では、予約された図書等を" in said


def test_an_amendment_of_several_sections_says_so_before_them() -> None:
    paper = amended(sample("954"))
    text = paper.prefaces[0].text.split("\n")
    assert text[0].startswith("諮問第９５４号により")
    assert [line[:5] for line in text if "諮問する。" in line] == ["本件は、「", "あわせて、", "さらに、「"]
    assert "以下「共有システム」という。" in paper.prefaces[0].text
    assert "条例" not in paper.prefaces[0].text
    third = paper.parts[2].body.data_items  # type: ignore[attr-defined]  # of this kind
    assert third == sample("954").parts[2].body.data_items  # type: ignore[attr-defined]  # a reference goes on pointing


def test_an_amendment_of_sections_that_each_say_why_asks_anew_in_each() -> None:
    paper = amended(sample("958"))
    assert as_text(paper).count("の規定に基づき諮問する。") == 4
    assert paper.annexes == (), "the lists stood in them"
    assert isinstance(paper.parts[0].body.data_items, DataItems)  # type: ignore[attr-defined]  # of this kind


def test_an_amendment_without_a_basis_says_nothing_of_the_old_one() -> None:
    paper = amendment(sample("951"), {})
    assert "諮問する。" not in as_text(paper)


def test_an_amendment_of_an_amendment_keeps_its_wording() -> None:
    assert amended_subtitle(sample("955")) == "公園ボランティア活動支援業務委託で取り扱う項目の追加"
    assert amended_subtitle(Material()) == "個人情報の項目の追加"


@pytest.mark.parametrize("path", sorted(SAMPLES.glob("*.txt")), ids=lambda path: path.stem)
def test_every_sample_can_be_copied_and_those_with_items_amended(path: object) -> None:
    source = read_file(path)  # type: ignore[arg-type]  # glob gives paths
    assert can_be_amended(source) == ("個人情報の項目" in as_text(source) and source.parts[0].kind.kind != "general")
    if can_be_amended(source):
        paper = amended(source)
        assert paper.is_amendment()
        assert source.number in as_text(paper)
        assert [part.outline for part in paper.parts if part.kind.fields] == [
            part.outline for part in source.parts if part.kind.fields
        ]
    assert not can_be_amended(copied(source)), "there is no number to cite"
