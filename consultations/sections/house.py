"""What of a municipality decides how its papers read."""

from dataclasses import dataclass

from paper.digits import Digits


@dataclass(frozen=True)
class House:
    """`noun` stands in headings (区の個人情報の保護管理体制), `digits` writes generated text."""

    noun: str = "区"
    digits: Digits = Digits.FULL

    def titled(self, title: str) -> str:
        """A heading of a kind with this municipality's noun: {noun}の… → 区の…."""
        return title.replace("{noun}", self.noun)
