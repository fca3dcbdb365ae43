"""The rank (h1 … h6) of every heading of a document: nested as the paper nests, and none skipped."""

from paper.nodes import Heading


class Ranks:
    """Gives the ranks in the order of the document: the title is h1, a heading with no title above it is h1 too."""

    def __init__(self) -> None:
        self._outermost = 1
        self._open: list[int] = []  # levels of the numbered headings we are under

    def title(self) -> int:
        self._outermost = 2
        return 1

    def alone(self) -> int:
        """The rank of a heading outside the numbering: a preface, an attached sheet."""
        self._open.clear()
        return self._outermost

    def numbered(self, heading: Heading) -> int:
        self._open = [level for level in self._open if level < heading.level]
        self._open.append(heading.level)
        return self._outermost + len(self._open) - 1
