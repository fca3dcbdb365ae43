"""More than two hundred odd files, each taken with all its pages or refused with the reason that is its own."""

import pytest

from paper.attached.examination import Inspected
from paper.attached.refusals import Reason, Refused
from tests.paper.attached.active import active
from tests.paper.attached.broken import broken
from tests.paper.attached.cases import Odd, outcome
from tests.paper.attached.ends import cut, mended, others
from tests.paper.attached.taken import taken

FILES = [*taken(), *mended(), *others(), *cut(), *broken(), *active()]
GENERATED_ELSEWHERE = {Reason.TOO_LARGE}  # test_bounds.py


@pytest.mark.parametrize("file", [pytest.param(file, id=file.name) for file in FILES])
def test_an_odd_file_is_taken_or_refused_with_its_reason(file: Odd) -> None:
    found = outcome(file.content)
    if isinstance(found, Refused):
        assert found.reason == file.outcome, found.__cause__
        what, how = found.sentence.split("。")[:2]
        assert what.startswith(("この", "1ページ目", "2ページ目", "3ページ目"))
        assert how.endswith("ください")
        assert "{" not in found.sentence
    else:
        assert (found.pages, found.size) == (file.outcome, len(file.content))


def test_there_are_many_and_every_reason_is_met() -> None:
    assert len(FILES) >= 200
    assert len({file.name for file in FILES}) == len(FILES)
    assert {file.outcome for file in FILES if isinstance(file.outcome, Reason)} == set(Reason) - GENERATED_ELSEWHERE


def test_sheets_are_as_they_are_looked_at() -> None:
    by_name = {file.name: file.content for file in FILES}

    def sides(name: str) -> list[tuple[float, float]]:
        found = outcome(by_name[name])
        assert isinstance(found, Inspected)
        return [(sheet.width, sheet.height) for sheet in found.sheets]

    assert sides("mixed_sizes") == [(595, 842), (842, 1191), (595, 420)]
    assert sides("turned_by_its_tree_-90") == sides("turned_450") == [(842, 595)]
    assert sides("cropped") == [(450, 650)]
    assert sides("cropped_to_more_than_there_is") == [(595, 842)]
    assert sides("larger_unit") == [(1190, 1684)]
    assert sides("changed_afterwards") == [(842, 595), (595, 842), (595, 842)]
