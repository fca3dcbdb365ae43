"""A whole paper: numbers, references that renumber, headings that deviate, what it rests on and what it follows."""

from dataclasses import replace

import pytest

from consultations.enums import RelationSort
from consultations.sections import citations, relations
from consultations.sections.fields.data_items import DataItems, ItemList
from consultations.sections.house import House
from consultations.sections.kinds.external_provision import ExternalProvision
from consultations.sections.kinds.indirect_collection import IndirectCollection
from consultations.sections.kinds.line_connection import LineConnection
from consultations.sections.kinds.outsourcing import Outsourcing
from consultations.sections.kinds.pia_review import PiaReview
from consultations.sections.linking import linked
from consultations.sections.material import Entry, Material, Part, Preface, default_outline
from consultations.sections.reference import Reference
from consultations.sections.tree import addresses, document
from paper.digits import Digits
from paper.nodes import Table
from paper.text import lines
from tests.consultations.papers import SAMPLES, as_text, material, read, read_file


def three_sections() -> Material:
    """Library delivery: provision with the items, collection and line that refer to them."""
    provision = Part(
        "s1",
        ExternalProvision(
            recipient="さくら区社会福祉協議会", data_items=DataItems((ItemList(items=("氏名", "住所")),))
        ),
        default_outline(ExternalProvision, preface_says_why=True),
    )
    collection = Part(
        "s2",
        IndirectCollection(
            data_subject_scope=Reference("第 1 の２のとおり"), data_items=Reference("第１の３（１）のとおり")
        ),
        default_outline(IndirectCollection, preface_says_why=True),
    )
    line = Part(
        "s3",
        LineConnection(start_and_duration=Reference("第１の６のとおり")),
        default_outline(LineConnection, preface_says_why=True),
    )
    return linked(replace(material(provision, collection, line), prefaces=(Preface("諮問の理由及び趣旨", "概要"),)))


def test_sections_headings_and_their_headings_are_numbered() -> None:
    numbers = addresses(three_sections())
    assert numbers["s1"] == "第１"
    assert numbers["s2/start_and_duration"] == "第２の５"
    assert numbers["s1/data_items"] == "第１の３（１）"
    single = material(Part("s1", Outsourcing(), default_outline(Outsourcing)))
    assert addresses(single)["s1/contractors"] == "13"
    assert addresses(single)["s1/record_counts"] == "５（２）"


def test_a_reference_prints_as_typed_as_long_as_it_says_the_same() -> None:
    printed = lines(document(three_sections()))
    second = printed[printed.index("第２　個人情報の本人外収集について") :]
    assert second[second.index("２　対象となる個人の範囲") + 1] == "第 1 の２のとおり"


def test_references_follow_their_heading_when_it_moves() -> None:
    paper = three_sections()
    first, second, third = paper.parts
    moved = replace(paper, parts=(second, replace(first, outline=first.outline[2:]), third))
    printed = as_text(moved)
    assert "第２の１（１）のとおり" in printed  # items: first section second, two headings less
    assert "第２の４のとおり" in printed  # its period
    assert "第 1 の２のとおり" in printed  # the heading it named is no longer printed: stays as typed


def test_a_reference_to_a_place_that_is_not_there_stays_as_typed() -> None:
    paper = three_sections()
    first = paper.parts[0].renew(method=Reference("第９の１のとおり"))
    paper = linked(replace(paper, parts=(first, *paper.parts[1:])))
    assert "第９の１のとおり" in as_text(paper)
    assert paper.parts[0].value("method").target == ""


def test_references_inside_a_list_of_items_are_live_too() -> None:
    paper = three_sections()
    pointed = DataItems(
        (ItemList("本人", reference=Reference("第１の３（１）のとおり")), ItemList("家族", items=("続柄",)))
    )
    paper = linked(replace(paper, parts=(*paper.parts[:2], paper.parts[2].renew(data_items=pointed))))
    shorter = replace(paper.parts[0], outline=paper.parts[0].outline[1:])
    printed = as_text(replace(paper, parts=(shorter, *paper.parts[1:])))
    assert "①本人\n第１の２（１）のとおり\n②家族\n続柄" in printed


def test_renamed_left_out_and_free_headings_and_odd_numbers_print_as_they_were() -> None:
    text = """審議資料Ｎｏ．２
諮問第３１０号
「公園管理業務」における外部の電子計算機との回線結合について
令和８年６月１日
土木部公園課
1 回線結合の理由
利用者の利便のため。
３ 回線結合の相手方
株式会社はるかぜ
４ 周知の方法
広報紙に載せる。
"""
    paper = read(text)
    (part,) = paper.parts
    assert part.outline == (
        Entry("reason", "回線結合の理由", "1"),
        Entry("counterpart", None, "３"),
        Entry("free-3", "周知の方法", "４", None, "広報紙に載せる。"),
    )
    assert as_text(paper).replace("\u3000", " ") == text.strip()


def test_a_paper_of_four_sections_may_have_two_of_one_kind() -> None:
    paper = read_file(SAMPLES / "958.txt")
    kinds = [part.kind.kind for part in paper.parts]
    assert kinds.count("line_connection") == 2
    assert [part.key for part in paper.parts] == ["s1", "s2", "s3", "s4"]
    assert len(paper.annexes) == 2


def test_the_city_of_a_city_and_its_digits() -> None:
    outline = default_outline(LineConnection)
    paper = replace(material(Part("s1", LineConnection(), outline)), house=House("市", Digits.HALF), departments=())
    printed = lines(document(paper))
    assert "8　市の個人情報の保護管理体制" in printed
    assert "令和8年11月26日" in printed


@pytest.mark.parametrize(
    ("text", "cited"),
    [
        (
            "本件は、委託するものであり、さくら区個人情報保護条例第１０条の規定に基づき諮問する。",
            ["さくら区個人情報保護条例第１０条"],
        ),
        ("学校給食法第９条に定める給食について、同意を得ないため諮問する。", []),
        (
            "番号法第２８条第１項に係る評価について、特定個人情報保護評価に関する規則第７条第４項の規定に基づき、諮問する。",
            ["特定個人情報保護評価に関する規則第７条第４項"],
        ),
        (
            "さくら区個人情報保護条例（以下「条例」という。）第７条第３項第５号及び条例第１７条第４号の規定により諮問する。",
            ["さくら区個人情報保護条例第７条第３項第５号", "さくら区個人情報保護条例第１７条第４号"],
        ),
        (
            "個人情報の保護に関する法律第１２９条の規定に基づき、審議会に諮問する。",
            ["個人情報の保護に関する法律第１２９条"],
        ),
    ],
)
def test_what_a_text_rests_on(text: str, cited: list[str]) -> None:
    assert [citation.cited_as for citation in citations.find(text)] == cited


def test_each_section_has_its_own_of_the_provisions_in_the_preface() -> None:
    paper = read_file(SAMPLES / "954.txt")
    assert [[citation.article for citation in cited] for cited in citations.bases(paper)] == [
        ["第１５条第２項第３号"],
        ["第７条第３項第５号"],
        ["第１７条第４号"],
    ]


def test_earlier_consultations_are_found_with_how_they_stand() -> None:
    assert list(relations.find(read_file(SAMPLES / "956.txt"))) == [(RelationSort.EXCEEDS_BLANKET, "諮問第９５２号")]
    assert list(relations.find(read_file(SAMPLES / "955.txt"))) == [(RelationSort.AMENDS, "諮問第８７３号")]
    assert list(relations.find(read_file(SAMPLES / "951.txt"))) == []


def test_a_paper_without_a_number_prints_with_the_number_left_blank() -> None:
    printed = lines(document(replace(three_sections(), slip="", number="")))
    assert printed[:2] == ("審議資料Ｎｏ．\u3000\u3000", "諮問第\u3000\u3000号")


def test_a_table_of_changes_is_a_table() -> None:
    changes = PiaReview.fields["changes"].type.sample()
    paper = material(Part("s1", PiaReview(changes=changes), (Entry("changes"),)))
    (table,) = [node for node in document(paper).nodes if isinstance(node, Table)]
    assert table.columns[0] == "変更日"
    assert table.rows[0][-1] == "窓口の増設による。"


@pytest.mark.parametrize("name", ["957", "958"])
def test_sheets_with_tables_come_back_from_their_text(name: str) -> None:
    paper = read_file(SAMPLES / f"{name}.txt")
    assert paper.annexes
    assert read(as_text(paper)).annexes == paper.annexes


def test_a_sheet_whose_rows_were_lost_is_not_guessed() -> None:
    """Extraction gave all items first and then the values of the first column."""
    head = "諮問第３１１号\n「相談業務」における外部委託について\n令和８年６月１日\n相談課\n１ 委託の件名\n相談の受付\n"
    lost = (
        "【別紙】 個人情報の項目一覧表\n分野 項目名\n相談記録（相談日、\n相談者）\n面接票\n花壇名簿\n相談・面接\n花壇\n"
    )
    (annex,) = read(head + lost).annexes
    assert annex.rows == (
        ("", "相談記録（相談日、相談者）"),
        ("", "面接票"),
        ("", "花壇名簿"),
        ("相談・面接", ""),
        ("花壇", ""),
    )


def test_an_amendment_lists_only_new_items() -> None:
    assert read_file(SAMPLES / "955.txt").is_amendment()
    assert not read_file(SAMPLES / "951.txt").is_amendment()
