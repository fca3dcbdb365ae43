"""One deliberation paper of three pages."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import paper
from paper.html import page
from paper.pdf import render
from tests.bench import chromium
from tests.bench.figures import Figure, seconds
from tests.paper import papers

_CSS = Path(paper.__file__).parent / "css" / "material.css"

# In a process of its own; VmHWM is the most memory it ever had.
_PEAK = """
import re
from pathlib import Path
from paper.html import page
from paper.pdf import render
from tests.paper import papers
render(page(papers.material()))
print(int(re.search(r"VmHWM:\\s+(\\d+) kB", Path("/proc/self/status").read_text())[1]) / 1000)
"""


def figures() -> Iterator[Figure]:
    ours = seconds(lambda: render(page(papers.material())))
    yield Figure("material_print_seconds", ours, "s", aim=0.1)
    yield Figure("material_peak_megabytes", _peak_megabytes(), "MB", aim=90)
    theirs = chromium.print_seconds(page(papers.material(), stylesheets=["paper.css"]), _CSS)
    if theirs is not None:
        yield Figure("material_chromium_seconds", theirs, "s")
        yield Figure("material_to_chromium_ratio", ours / theirs, "")


def _peak_megabytes() -> float:
    command = (sys.executable, "-c", _PEAK)
    return float(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
