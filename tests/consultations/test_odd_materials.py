"""Materials as other municipalities and other hands write them: read as meant, and what is doubtful is said."""

import threading

import pytest
from django.db import connection

from consultations.importing import documents, reading
from consultations.importing.documents import Reading
from consultations.models import Consultation, NumberSeries
from consultations.sections import citations
from consultations.sections.material import Entry
from consultations.services.importing import Refused, import_materials
from tests.consultations.papers import HOUSE, KIND_SAMPLES, SAMPLES, as_text, read, read_file

HEAD = "審議資料Ｎｏ．１\n諮問第３２０号\n「見守り業務」における取扱いについて\n令和８年６月１日\n福祉部高齢課\n"


def readings(text: str) -> list[Reading]:
    return [documents.read(each, HOUSE) for each in documents.split(reading.lines(text))]


def titles(text: str) -> list[str]:
    (found,) = readings(text)
    return [entry.title or "" for part in found.material.parts for entry in part.outline]


@pytest.mark.parametrize("title", ["名称", "日程", "年間スケジュール", "人員体制", "時期", "月額の費用", "円滑な運用"])
def test_a_heading_may_begin_with_a_word_that_also_counts(title: str) -> None:
    assert titles(f"{HEAD}１ 概要\n見守る。\n２ {title}\n本文二。\n３ 次の見出し\n本文三。") == [
        "概要",
        title,
        "次の見出し",
    ]


def test_what_counts_something_is_text() -> None:
    (found,) = readings(f"{HEAD}１ 概要\n次の者が担当する。\n２ 名が交代で担当する\n２ 時期\n六月")
    assert [entry.title for entry in found.material.parts[0].outline] == ["概要", "時期"]


def test_a_heading_out_of_order_is_named() -> None:
    (found,) = readings(f"{HEAD}１ 概要\n見守る。\n５ 周知の方法\n広報紙に載せる。")
    (note,) = found.notes
    assert note.line == 8
    assert note.sentence.startswith("「５ 周知の方法」は見出しにも見えますが")


@pytest.mark.parametrize("dot", ["．", ".", "、", ""])
def test_numbers_with_a_point_and_references_to_them(dot: str) -> None:
    text = f"{HEAD}１{dot} 回線結合する理由\n便利のため。\n２{dot} 回線結合の相手方\n１のとおり\n"
    (part,) = read(text).parts
    assert [entry.key for entry in part.outline] == ["reason", "counterpart"]
    assert part.value("counterpart").target == "s1/reason"


def test_known_headings_without_a_space() -> None:
    (part,) = read(f"{HEAD}１委託の件名\n見守り業務委託\n２委託の内容\n巡回する。").parts
    assert [entry.key for entry in part.outline] == ["outsourcing_title", "content"]


def test_half_width_numbers_with_points_open_the_body() -> None:
    paper = read(f"{HEAD}1. 委託の件名\n見守り業務委託\n2. 委託の内容\n巡回する。")
    assert paper.departments == ("福祉部高齢課",)
    assert paper.parts[0].outline[0] == Entry("outsourcing_title", None, "1.")


def test_papers_with_and_without_a_slip_in_one_file() -> None:
    body = "「{}」における取扱いについて\n令和８年６月１日\n高齢課\n１ 概要\n本文。\n"
    first, second = body.format("見守り業務"), body.format("配食業務")
    for text in (
        f"審議資料Ｎｏ．１\n諮問第１号\n{first}諮問第２号\n{second}",
        f"諮問第１号\n{first}審議資料Ｎｏ．２\n諮問第２号\n{second}",
    ):
        assert [each.material.number for each in readings(text)] == ["諮問第１号", "諮問第２号"]


def test_a_slip_repeated_as_a_running_head_stays_in_its_paper() -> None:
    (found,) = readings(f"{HEAD}１ 概要\n一頁目。\n審議資料Ｎｏ．１\n二頁目。")
    assert found.material.parts[0].outline[0].text == "一頁目。\n審議資料Ｎｏ．１\n二頁目。"


def test_a_year_in_the_title_is_not_the_date() -> None:
    title = "「見守り業務」における\n令和８年度\n巡回の外部委託について"
    paper = read(f"諮問第１号\n{title}\n令和８年６月１日\n高齢課\n１ 概要\n本文。")
    assert paper.subject == "「見守り業務」における令和８年度巡回の外部委託について"
    assert paper.departments == ("高齢課",)


@pytest.mark.parametrize("line", ["〈事業の概要〉", "【事業の概要】", "Ⅰ 事業の概要", "（１）事業の概要"])
def test_what_is_no_department_is_told(line: str) -> None:
    (found,) = readings(f"{HEAD}{line}\n見守る。\n１ 趣旨\n本文。")
    assert found.material.departments == ("福祉部高齢課",)
    assert "見出しより前の文として取り込みました。" in [note.sentence for note in found.notes]


@pytest.mark.parametrize("label", ["【別紙】", "［別紙１］", "（別紙２）", "【参考資料１】", "【別添】"])
def test_sheets_by_other_names(label: str) -> None:
    paper = read(f"{HEAD}１ 概要\n本文。\n{label}　一覧\n区分\t項目\n本人\t氏名\n\t住所")
    assert (paper.annexes[0].label, paper.annexes[0].rows) == (label, (("本人", "氏名"), ("", "住所")))
    assert label in as_text(paper)


def test_a_sheet_of_text_is_no_table() -> None:
    (annex,) = read(f"{HEAD}１ 概要\n本文。\n【別紙】実施要領\n１ 目的\nこの要領は、見守りについて定める。").annexes
    assert (annex.columns, annex.text) == ((), "１ 目的\nこの要領は、見守りについて定める。")


def test_single_spaces_part_the_cells_where_they_do_so_everywhere() -> None:
    (annex,) = read(f"{HEAD}１ 概要\n本文。\n【別紙】一覧\n分野 項目名 備考\n本人 氏名 必須\n家族 続柄 任意").annexes
    assert annex.rows == (("本人", "氏名", "必須"), ("家族", "続柄", "任意"))


def test_figures_that_do_not_count_pages_are_told_when_they_are_dropped() -> None:
    (found,) = readings(f"{HEAD}１ 概要\n①東\n１２０\n②西\n８５\n以上")
    assert [note.sentence for note in found.notes if "ページ番号" in note.sentence] == [
        "「１２０」をページ番号とみなして除きました。",
        "「８５」をページ番号とみなして除きました。",
    ]
    (pages,) = readings(f"{HEAD}１ 概要\n一頁目。\n7\n二頁目。\n8\n三頁目。")
    assert pages.notes == () or all("ページ" not in note.sentence for note in pages.notes)


def test_references_that_lead_nowhere_and_purposes_without_a_provision_are_told() -> None:
    text = as_text(read_file(SAMPLES / "954.txt")).replace("第１の６のとおり", "第１の９のとおり")
    (found,) = readings(text)
    assert any(note.sentence.startswith("参照先の「第１の９」") for note in found.notes)
    (bare,) = readings(f"{HEAD}１ 回線結合する理由\n便利のため。\n２ 諮問の趣旨\n意見を聴く。")
    assert any("根拠となる条項" in note.sentence for note in bare.notes)


@pytest.mark.parametrize(
    ("text", "cited"),
    [
        (
            "さくら区個人情報保護条例第１０条ただし書の規定に基づき諮問する。",
            "さくら区個人情報保護条例第１０条ただし書",
        ),
        ("さくら区個人情報保護条例第 １０ 条の規定に基づき諮問する。", "さくら区個人情報保護条例第 １０ 条"),
        ("さくら区個人情報保護条例第１０条に基づき諮問する。", "さくら区個人情報保護条例第１０条"),
        (
            "個人情報の保護に関する法律（平成１５年法律第５７号。以下「法」という。）第１２９条の規定に基づき、意見を求める。",
            "個人情報の保護に関する法律第１２９条",
        ),
    ],
)
def test_provisions_in_other_words(text: str, cited: str) -> None:
    assert [citation.cited_as for citation in citations.find(text)] == [cited]


def test_tabs_before_wrapped_lines_do_not_part_them() -> None:
    line = "見守りを希望する高齢者の自宅を定期に巡回し、安否を確かめて家族に知らせるため、住所"
    text = f"{HEAD}１ 概要\n" + "".join(f"\t{line}\n" for _ in range(4)) + "\tを取り扱う。\n"
    assert read(text).parts[0].outline[0].text == f"{line * 4}を取り扱う。"


@pytest.mark.django_db
@pytest.mark.parametrize(("level", "doubted"), [("基礎項目評価", True), ("全項目評価", False)])
def test_an_assessment_below_its_threshold_is_told(level: str, doubted: bool) -> None:
    facts = f"評価の種類：{level}\n対象人数：３１２，０００人\n取扱者数：６４０人\n重大事故：なし"
    text = f"{HEAD}１ 諮問の趣旨\n点検する。\n２ 諮問の内容\n評価書\n３ 特定個人情報保護評価の種類\n{facts}\n"
    (taken,) = import_materials([("pia.txt", text.encode())], None, keep=True)
    assert any("しきい値では「全項目評価」" in note.sentence for note in taken.reading.notes) is doubted


@pytest.mark.django_db
@pytest.mark.parametrize("digits", ["４９９９９９９９９９", "９" * 18])
def test_a_number_longer_than_any_database_counts(digits: str) -> None:
    text = (KIND_SAMPLES / "general.txt").read_text("utf-8").replace("９０８", digits)
    (taken,) = import_materials([("long.txt", text.encode())], None, keep=True)
    assert taken.stored.number_value is None
    assert digits in Consultation.objects.get().number_printed


@pytest.mark.django_db
def test_a_number_is_taken_once_however_it_is_written_and_before_it_has_a_series() -> None:
    sample = (KIND_SAMPLES / "general.txt").read_text("utf-8")
    import_materials([("first.txt", sample.encode())], None, keep=True)
    series = NumberSeries.objects.create(council_name="さくら区審議会")
    again = sample.replace("諮問第９０８号", "諮問第0908号")
    with pytest.raises(Refused):
        import_materials([("again.txt", again.encode())], series, keep=True)
    assert Consultation.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_two_imports_of_the_same_papers_in_either_order() -> None:
    """One takes both papers, the other is told; neither waits for ever."""
    files = [(name, (SAMPLES / name).read_bytes()) for name in ("951.txt", "952.txt")]
    outcomes: list[str] = []

    def run(mine: list[tuple[str, bytes]]) -> None:
        try:
            import_materials(mine, None, keep=True)
            outcomes.append("taken")
        except Refused:
            outcomes.append("refused")
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=(mine,)) for mine in (files, files[::-1])]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(outcomes) == ["refused", "taken"]
    assert Consultation.objects.count() == 2
