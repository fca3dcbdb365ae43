"""What a printed paper is as a file: sound, tagged, with its fonts, and readable back to the last character."""

import re
import socket
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO
from itertools import pairwise
from pathlib import Path

import pdfua
import pikepdf
import pytest
from hypothesis import HealthCheck, given, settings

from paper.html import page
from paper.nodes import Document, Heading, Paragraph, Title
from paper.pdf import render
from paper.text import squeeze, text
from tests.paper import papers, reading, trees
from tests.paper.structure import Tagged

Printed = Callable[[str], Path]
every_paper = pytest.mark.parametrize("name", papers.ALL)


@every_paper
def test_the_file_is_sound(printed: Printed, name: str) -> None:
    assert "No syntax or stream encoding errors found" in reading.run("qpdf", "--check", printed(name))


@every_paper
def test_every_font_is_embedded_and_of_the_chain(printed: Printed, name: str) -> None:
    fonts = [line.split() for line in reading.run("pdffonts", printed(name)).splitlines()[2:]]
    assert {font[0].split("+")[1] for font in fonts} <= {"IPAexMincho", "IPAmjMincho"}
    for font in fonts:
        assert font[-5:-2] == ["yes", "yes", "yes"], "embedded, subset, with a map to Unicode"


@every_paper
def test_pdfua_finds_nothing(printed: Printed, name: str) -> None:
    report = pdfua.validate(str(printed(name)))
    assert [f"{finding.rule_id} {finding.message}" for finding in report.findings] == []


@every_paper
def test_headings_in_the_structure_tree_follow_one_another(printed: Printed, name: str) -> None:
    """ISO 14289-1, 7.4.2, which pdfua leaves out: the first is H1 and no rank is skipped on the way down."""
    ranks = [int(tag[1]) for tag in Tagged(printed(name)).tags if re.fullmatch("H[1-6]", tag)]
    assert ranks[0] == 1
    assert all(below <= above + 1 for above, below in pairwise(ranks))


def test_the_structure_tree_has_one_element_for_each_paragraph_of_the_paper(printed: Printed) -> None:
    tags = Tagged(printed("long_table")).tags
    assert tags.count("Table") == 1, "not one for each of its pages"
    assert tags.count("TR") == 181
    assert tags.count("P") == 1


@pytest.mark.parametrize("name", ["material", "with_parts"])
def test_the_text_comes_out_as_it_went_in(printed: Printed, name: str) -> None:
    assert squeeze(reading.text(printed(name))) == squeeze(text(papers.ALL[name]()))


@every_paper
def test_a_screen_reader_reads_everything_once(printed: Printed, name: str) -> None:
    said, tree = squeeze(Tagged(printed(name)).text), squeeze(text(papers.ALL[name]()))
    assert sorted(said) == sorted(tree)
    if name != "loose":
        assert said == tree


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(document=trees.documents(trees.typed))
def test_any_paper_prints_and_reads_back(document: Document, tmp_path: Path) -> None:
    path = tmp_path / "any.pdf"
    path.write_bytes(render(page(document)))
    assert sorted(squeeze(Tagged(path).text)) == sorted(squeeze(text(document)))


def test_the_file_says_what_it_is(printed: Printed) -> None:
    with pikepdf.open(printed("material")) as pdf:
        assert pdf.Root.Lang == "ja"
        assert pdf.Root.MarkInfo.Marked
        assert pdf.Root.ViewerPreferences.DisplayDocTitle
        assert {key: str(value) for key, value in pdf.docinfo.items()} == {"/Title": "諮問第１２０１号　図書館業務"}
        assert len(pdf.trailer.ID) == 2
        assert pdf.Root.OutputIntents[0].S == "/GTS_PDFA1"
        with pdf.open_metadata() as metadata:
            assert metadata["dc:title"] == "諮問第１２０１号　図書館業務"
            assert (metadata["pdfaid:part"], metadata["pdfaid:conformance"]) == ("2", "A")
            assert metadata["pdfuaid:part"] == "1"


def test_headings_are_bookmarks(printed: Printed) -> None:
    with pikepdf.open(printed("with_parts")) as pdf, pdf.open_outline() as outline:
        (title,) = outline.root
        assert [item.title for item in title.children] == [
            "《事業の概要》",
            "第１　外部委託に伴う個人情報の保護措置について",
            "第２　外部の電子計算機との回線結合について",
            "【別紙】　個人情報の項目一覧表",
        ]
        assert title.children[1].children[9].title == "10　委託先の個人情報の保護管理体制"


def test_bookmarks_hold_no_joiners() -> None:
    pdf = BytesIO(render(page(Document("題", (Heading(1, "午前９時～正午、９，０００件", "１"),)))))
    with pikepdf.open(pdf) as opened, opened.open_outline() as outline:
        assert outline.root[0].title == "１　午前９時～正午、９，０００件"


def test_the_same_page_gives_the_same_file() -> None:
    """The first print of a process too: caches and archives go by the hash."""
    source = page(papers.material())
    first = "import sys; from paper.pdf import render; sys.stdout.buffer.write(render(sys.stdin.read()))"
    elsewhere = subprocess.run([sys.executable, "-c", first], input=source.encode(), check=True, capture_output=True)
    assert render(source) == render(source) == elsewhere.stdout


def test_papers_print_side_by_side() -> None:
    sources = [page(paper()) for paper in papers.ALL.values()]
    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(render, sources)) == [render(source) for source in sources]


def test_stylesheets_of_the_browser_are_not_even_tried(caplog: pytest.LogCaptureFixture) -> None:
    document = Document("題", (Title("題"), Paragraph("本文")))
    assert render(page(document, stylesheets=["/screen.css"])) == render(page(document))
    assert caplog.messages == []


def test_nothing_is_fetched(caplog: pytest.LogCaptureFixture) -> None:
    """A picture names a server that listens; nobody asks it, and the log says that it was left out."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.setblocking(False)
        picture = f'<img src="http://127.0.0.1:{server.getsockname()[1]}/seal.png" alt="印">'
        render(page(Document("題", (Title("題"), Paragraph("印")))).replace("<main", f"{picture}<main"))
        with pytest.raises(BlockingIOError):
            server.accept()
    assert ["nothing is fetched while printing" in message for message in caplog.messages] == [True]
