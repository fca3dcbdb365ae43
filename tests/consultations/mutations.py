"""Sample materials as they arrive on a bad day: cut, shuffled, doubled, with odd characters, broken, enormous."""

from hypothesis import strategies as st

from tests.consultations.papers import KIND_SAMPLES, SAMPLES

FILES = [path.read_bytes() for path in sorted([*SAMPLES.glob("*.txt"), *KIND_SAMPLES.glob("*.txt")])]
ODD = [
    *("\x00", "\x07", "\x0b", "\x0c", "\x1c", "\x85", "\u2028", "\ufeff", "\u2060", "\u200b", "\u200e", "\ufffe"),
    *("\U000e0100", "が"[0] + "\u3099", "葛\U000e0100", "神", "𠮷", "😀", "�", "\t", "\u3000", "<b>", "&amp;", '"'),
    *(
        "（",
        "）",
        "「",
        "、",
        "。",
        "・",
        "①",
        "（１）",
        "第１",
        "１ ",
        "別紙",
        "【別紙】",
        "《",
        "》",
        "件",
        "約",
        "上記と同項目",
    ),
    *(
        "第１の３（１）のとおり",
        "なし",
        "令和４年２月３０日",
        "22",
        "-7-",
        "諮問第９９９号",
        "審議資料Ｎｏ．９",
        "１．２．３",
        "新たな項目：",
    ),
]


@st.composite
def mutated_files(draw: st.DrawFn) -> bytes:
    """A sample with one to four things done to it."""
    text = draw(st.sampled_from(FILES)).decode("utf-8-sig")
    for _ in range(draw(st.integers(1, 4))):
        text = draw(st.sampled_from(CHANGES))(draw, text)
    content = text.encode("utf-8", "surrogatepass")
    match draw(st.integers(0, 19)):
        case 0:  # bytes that are no text
            at = draw(st.integers(0, len(content)))
            return content[:at] + draw(st.binary(max_size=4)) + content[at:]
        case 1:
            return content[: draw(st.integers(0, len(content)))]
        case 2:
            return text.encode("utf-16", "surrogatepass")
        case _:
            return content


def _place(draw: st.DrawFn, text: str) -> int:
    return draw(st.integers(0, max(0, len(text) - 1)))


def _cut(draw: st.DrawFn, text: str) -> str:
    start = _place(draw, text)
    return text[:start] + text[start + draw(st.integers(1, 400)) :]


def _drop_line(draw: st.DrawFn, text: str) -> str:
    lines = text.split("\n")
    del lines[draw(st.integers(0, len(lines) - 1))]
    return "\n".join(lines)


def _shuffle(draw: st.DrawFn, text: str) -> str:
    lines = text.split("\n")
    start = draw(st.integers(0, len(lines) - 1))
    window = lines[start : start + draw(st.integers(2, 12))]
    return "\n".join([*lines[:start], *draw(st.permutations(window)), *lines[start + len(window) :]])


def _double(draw: st.DrawFn, text: str) -> str:
    lines = text.split("\n")
    at = draw(st.integers(0, len(lines) - 1))
    return "\n".join([*lines[: at + 1], *lines[at:]])


def _odd(draw: st.DrawFn, text: str) -> str:
    at = _place(draw, text)
    return text[:at] + draw(st.sampled_from(ODD)) + text[at:]


def _odd_line(draw: st.DrawFn, text: str) -> str:
    lines = text.split("\n")
    at = draw(st.integers(0, len(lines)))
    return "\n".join([*lines[:at], draw(st.sampled_from(ODD)) * draw(st.integers(1, 3)), *lines[at:]])


def _any_text(draw: st.DrawFn, text: str) -> str:
    at = _place(draw, text)
    return text[:at] + draw(st.text(max_size=12)) + text[at:]


def _join(draw: st.DrawFn, text: str) -> str:
    at = text.find("\n", _place(draw, text))
    return text if at < 0 else text[:at] + text[at + 1 :]


def _break(draw: st.DrawFn, text: str) -> str:
    at = _place(draw, text)
    return text[:at] + draw(st.sampled_from(["\n", "\r\n", "\n\n", "\r", "\n\u3000"])) + text[at:]


def _widths(draw: st.DrawFn, text: str) -> str:
    at = _place(draw, text)
    narrow = text[at : at + 60].translate({full: full - 0xFEE0 for full in range(0xFF01, 0xFF5F)})
    return text[:at] + narrow + text[at + 60 :]


def _two_papers(draw: st.DrawFn, text: str) -> str:
    return f"{text}\n{draw(st.sampled_from(FILES)).decode('utf-8-sig')}"


def _megabyte(draw: st.DrawFn, text: str) -> str:
    """One line of a megabyte; seldom, because it is slow to make."""
    if draw(st.integers(0, 7)):
        return text
    unit = draw(
        st.sampled_from(
            ["あ", " ", "１", "、", "（", "第１の", "令和４年", "約１件", "。", "第１０条", "abc ", "①", "・"]
        )
    )
    at = text.find("\n", _place(draw, text)) + 1
    return text[:at] + unit * (1_000_000 // len(unit)) + "\n" + text[at:]


CHANGES = [
    _cut,
    _drop_line,
    _shuffle,
    _double,
    _odd,
    _odd_line,
    _any_text,
    _join,
    _break,
    _widths,
    _two_papers,
    _megabyte,
]
