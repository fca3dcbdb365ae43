"""`import_materials` and `print_consultation` as a secretary and another program meet them."""

import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from consultations.models import Consultation, DataItem, Municipality, NumberSeries, Section
from tests.consultations.papers import KIND_SAMPLES, SAMPLES

pytestmark = pytest.mark.django_db

ROOT = Path(__file__).parents[2]
OUTSOURCING = KIND_SAMPLES / "outsourcing.txt"
LINE = KIND_SAMPLES / "line_connection.txt"


def run(*arguments: object) -> tuple[int, str, str]:
    """(exit status, standard output, standard error)."""
    out, err = io.StringIO(), io.StringIO()
    try:
        call_command("import_materials", *map(str, arguments), stdout=out, stderr=err)
    except SystemExit as end:
        return int(str(end.code)), out.getvalue(), err.getvalue()
    return 0, out.getvalue(), err.getvalue()


def test_files_come_in_on_a_database_that_is_only_migrated() -> None:
    status, out, err = run(OUTSOURCING, LINE)
    assert (status, err) == (0, "")
    assert out.endswith("2件を取り込みました。\n")
    assert Consultation.objects.count() == 2
    stored = Consultation.objects.order_by("pk").first()
    assert stored is not None
    assert (stored.state, stored.history.count()) == ("accepted", 1)
    assert DataItem.objects.filter(section__consultation=stored).exists()


def test_a_dry_run_saves_nothing_and_says_so() -> None:
    status, out, _ = run(OUTSOURCING, "--dry-run")
    assert status == 0
    assert out.endswith("何も保存していません。\n")
    assert not Consultation.objects.exists()


def test_standard_output_holds_the_json_and_nothing_else() -> None:
    status, out, err = run(*sorted(SAMPLES.glob("*.txt")), "--json", "--dry-run", "--verify")
    assert (status, err) == (0, "")
    assert len(json.loads(out)) == 14


def test_several_papers_in_one_file(tmp_path: Path) -> None:
    both = tmp_path / "both.txt"
    both.write_text(f"{OUTSOURCING.read_text('utf-8')}\n{LINE.read_text('utf-8')}", "utf-8")
    assert run(both)[0] == 0
    assert Consultation.objects.count() == 2


def test_a_number_that_is_there_already_is_named_with_its_line_and_nothing_is_saved() -> None:
    assert run(OUTSOURCING)[0] == 0
    status, _, err = run(LINE, OUTSOURCING)
    number = Consultation.objects.get().number_printed
    line = OUTSOURCING.read_text("utf-8").split("\n").index(number) + 1
    assert status == 1
    assert err == f"{OUTSOURCING}:{line}: {number}は、すでに登録されています。番号を確かめてください。\n"
    assert Consultation.objects.count() == 1


def test_a_number_twice_among_the_files(tmp_path: Path) -> None:
    again = tmp_path / "again.txt"
    again.write_bytes(OUTSOURCING.read_bytes())
    status, _, err = run(OUTSOURCING, again)
    assert status == 1
    assert err.count("\n") == 1
    assert not Consultation.objects.exists()


@pytest.mark.parametrize(
    ("content", "line", "words"),
    [
        (b"", 1, "審議資料ではないようです"),
        ("お知らせ\nきょうの献立".encode(), 1, "審議資料ではないようです"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", 1, "文字として読めない"),
        ("審議資料Ｎｏ．１\n諮問第１号\n件名について\n令和４年６月１日\n本文だけ".encode(), 5, "見出し"),
        ("審議資料Ｎｏ．１\n件名について\n".encode(), 2, "諮問番号の行"),
        ("まえがき\n諮問第１号\n".encode(), 1, "より前に文があります"),
        ("諮問第１号\n".encode(), 1, "件名がありません"),
        ("諮問第１号\n件名\x00について\n１ 趣旨\n".encode(), 2, "制御文字（U+0000）"),
    ],
)
def test_what_is_no_material_is_refused_with_its_line(tmp_path: Path, content: bytes, line: int, words: str) -> None:
    file = tmp_path / "odd.txt"
    file.write_bytes(content)
    status, out, err = run(file, OUTSOURCING)
    assert (status, out) == (1, "")
    assert err.startswith(f"{file}:{line}: ")
    assert words in err
    assert err.endswith("。\n")
    assert not Consultation.objects.exists()


def test_a_file_that_is_not_there() -> None:
    status, _, err = run("missing.txt")
    assert status == 1
    assert err.startswith("missing.txt:1: ファイルを開けません")


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp932"])
def test_every_usual_encoding_is_read(tmp_path: Path, encoding: str) -> None:
    file = tmp_path / "windows.txt"
    file.write_text(LINE.read_text("utf-8"), encoding, newline="\r\n")
    assert run(file, "--verify")[0] == 0


def test_rare_characters_and_selectors_are_stored_untouched(tmp_path: Path) -> None:
    rare = "髙﨑𠮷葛\U000e0100\ufa19\ufa1bか\u3099"
    file = tmp_path / "rare.txt"
    file.write_text(f"諮問第１号\n{rare}業務について\n令和８年６月１日\n{rare}課\n１ 趣旨\n{rare}のため。", "utf-8")
    assert run(file)[0] == 0
    stored = Consultation.objects.get()
    assert stored.subject == f"{rare}業務について"
    assert stored.departments.get().printed == f"{rare}課"
    assert Section.objects.get().outline[0]["text"] == f"{rare}のため。"


def test_what_fits_no_field_becomes_a_free_heading_and_is_reported(tmp_path: Path) -> None:
    file = tmp_path / "more.txt"
    text = LINE.read_text("utf-8").rstrip()
    file.write_text(f"{text}\n10 市民への周知\n広報紙に載せる。\n", "utf-8")
    status, out, _ = run(file)
    line = len(text.split("\n")) + 1
    assert status == 0
    assert f"{file}:{line}: 見出し「市民への周知」は、様式にない見出しとして取り込みました。" in out
    assert Section.objects.get().outline[-1]["text"] == "広報紙に載せる。"


def test_a_page_number_that_is_the_only_text_of_a_heading_stays(tmp_path: Path) -> None:
    file = tmp_path / "pages.txt"
    file.write_text(
        "諮問第１号\n件名について\n令和８年６月１日\n１ 定員\n\n２２\n\n２ 趣旨\n市民の\n- 3 -\nため。", "utf-8"
    )
    assert run(file, "--verify")[0] == 0
    outline = Section.objects.get().outline
    assert outline[0]["text"] == "２２"
    assert "3" not in outline[1]["text"]


def test_the_series_goes_on_after_its_highest_number() -> None:
    series = NumberSeries.objects.create(council_name="さくら区審議会", last=5)
    assert run(*SAMPLES.glob("*.txt"))[0] == 0
    series.refresh_from_db()
    assert series.last == 964
    assert Consultation.objects.filter(series=series).count() == 14


def test_of_several_councils_the_named_one_numbers_the_papers() -> None:
    NumberSeries.objects.create(council_name="東審議会")
    west = NumberSeries.objects.create(council_name="西審議会")
    assert run(LINE, "--council", "西審議会")[0] == 0
    assert Consultation.objects.get().series == west
    with pytest.raises(CommandError, match="南審議会"):
        run(OUTSOURCING, "--council", "南審議会")


def test_the_headings_follow_the_municipality() -> None:
    Municipality.objects.create(name="みなと市", noun="市", executive_title="市長")
    assert run(SAMPLES / "952.txt", "--verify")[0] == 0
    titles = [entry["title"] for entry in Section.objects.get().outline if entry["key"] == "city_arrangements"]
    assert titles == ["区の個人情報の保護管理体制"]


def test_a_material_is_printed_by_its_number_however_it_is_written(tmp_path: Path) -> None:
    run(SAMPLES / "951.txt")
    for position, number in enumerate(["951", "９５１", "諮問第９５１号", "諮問第951号"]):
        file = tmp_path / f"{position}.pdf"
        call_command("print_consultation", number, "-o", str(file))
        assert file.read_bytes().startswith(b"%PDF-")


def test_a_database_that_was_never_prepared_is_named(tmp_path: Path) -> None:
    """In a process of its own: here the tables are there."""
    command = [sys.executable, "manage.py", "import_materials", str(LINE)]
    empty = {**os.environ, "DATA_DIR": str(tmp_path), "DATABASE_URL": f"sqlite:///{tmp_path}/new.sqlite3"}
    ended = subprocess.run(command, cwd=ROOT, env=empty, capture_output=True, text=True, check=False)
    assert (ended.returncode, ended.stdout) == (1, "")
    assert ended.stderr.endswith("先に bin/manage migrate を実行してください。\n")
    assert ended.stderr.count("\n") == 1


def test_a_number_nobody_has_and_a_place_nobody_can_write(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="番号１２の諮問がありません"):
        call_command("print_consultation", "１２", "-o", str(tmp_path / "F.pdf"))
    run(SAMPLES / "951.txt")
    with pytest.raises(CommandError, match="書けません"):
        call_command("print_consultation", "951", "-o", str(tmp_path / "no" / "F.pdf"))
