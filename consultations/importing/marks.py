"""How lines look that open something: 《…》, 第１ …, １ …, （１）…, 【別紙】. Said once, for every reader of lines."""

import re

_N = "[0-9０-９]{1,2}"
_DOT = "[．.、]"
_GAP = rf"(?:\s{{1,8}}|(?<={_DOT})\s{{0,8}})"

PREFACE = re.compile(r"\s{0,20}《([^》]{1,60})》\s{0,20}")
PART = re.compile(rf"\s{{0,20}}(第\s?{_N}{_DOT}?){_GAP}(\S.{{0,160}})", re.DOTALL)
HEADING = re.compile(rf"\s{{0,20}}({_N}{_DOT}?){_GAP}(\S.{{0,120}})", re.DOTALL)
TIGHT_HEADING = re.compile(rf"\s{{0,20}}({_N})(\D.{{0,120}})", re.DOTALL)
SUBHEADING = re.compile(rf"\s{{0,20}}([（(]{_N}[）)])\s{{0,8}}(\S.{{0,120}})", re.DOTALL)
ANNEX = re.compile(
    r"\s{0,20}([【［（](?:別紙|別添|別表|参考資料)[\s0-9０-９①-⑳一二三四五六七八九十]{0,6}[】］）])\s{0,8}(.{0,120})",
    re.DOTALL,
)
UNIT = re.compile(r"(?:年|月|日|件|人|名|円|時|か所|箇所|歳)(?=[ぁ-ん、。，（）()\s]|$)|年毎|の|[０-９0-9]")
"""What stands behind a number that counts something and opens no heading: ３ 年毎に, ２０ 名が."""


def looks_like_heading(text: str) -> bool:
    """Whether the line, read alone, may open a preface, a part, a heading or an annex."""
    if PREFACE.fullmatch(text) or ANNEX.fullmatch(text):
        return True
    found = PART.fullmatch(text) or HEADING.fullmatch(text)
    return SUBHEADING.fullmatch(text) is not None or (found is not None and not UNIT.match(found[2]))
