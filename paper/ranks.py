"""The rank (h1 … h6) of every heading of a document: nested as the paper nests, and none skipped."""

from paper.nodes import Document, Heading, Title


class Ranks:
    """Gives the ranks in the order of the document; the title is h1, and a paper without one begins with h1 all the same."""

    def __init__(self, document: Document) -> None:
        self._outermost = 2 if any(isinstance(node, Title) for node in document.nodes) else 1
        self._open: list[int] = []  # levels of the headings we are under

    def alone(self) -> int:
        """The rank of a heading outside the numbering: a preface, an attached sheet."""
        self._open.clear()
        return self._outermost

    def numbered(self, heading: Heading) -> int:
        self._open = [level for level in self._open if level < heading.level]
        self._open.append(heading.level)
        return self._outermost + len(self._open) - 1
