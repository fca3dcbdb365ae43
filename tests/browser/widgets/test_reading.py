"""The editor's controls and the server read the same: no text is changed, and what is typed is understood."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from playwright.sync_api import Page

from consultations.sections.field_types import Context
from consultations.sections.fields.data_items import DataItems, ItemList
from consultations.sections.fields.record_counts import Count, Per, RecordCounts, _number
from consultations.sections.fields.yes_no import Answer
from consultations.sections.reference import Reference
from tests.consultations.papers import KIND_SAMPLES, SAMPLES, read_file
from tests.consultations.test_field_types import FIELDS, WORDS

CONTEXT = Context()
GRAMMARS = {"FlowItemsType": "items", "DataItemsType": "items", "RecordCountsType": "counts", "YesNoType": "yesNo"}
READ = """([grammar, texts]) => texts.map((text) => {
  const { parse, write } = grammars[grammar];
  const model = parse(text);
  return model && write(model) === text ? model : null;
})"""
MORE_WORDS = [
    "②",
    "（ア）",
    "※",
    "。",
    "および",
    "第３の５（２）のとおり",
    "〜",
    "３月",
    "月間",
    "有",
    "無",
    "し",
    "り",
]
of_words = st.lists(st.sampled_from([*WORDS, *MORE_WORDS]), max_size=10).map("".join)
count_lines = st.tuples(
    st.sampled_from(["", "", "①", "② "]),
    st.sampled_from(["", "申込者", "令和４年度", "令和５年度以降", "（うち転入者", "１０", "二"]),
    st.sampled_from(["", "\u3000", " ", "：", "、", ": "]),
    st.sampled_from(["", "", "年間", "年間 "]),
    st.sampled_from(["約", "", "およそ "]),
    st.sampled_from(["１，２００", "1.5万", "３万 4,000", "７", "未定", ""]),
    st.sampled_from(["件", "人", "名", " 世帯"]),
    st.sampled_from(["", "（年間）", "（月）", "／年", " (1月あたり)", "以上"]),
).map("".join)
count_texts = st.lists(
    st.one_of(count_lines, st.sampled_from(["①受付業務", "②", "第３の５（２）のとおり"])), max_size=4
)
typed_texts = st.one_of(st.text(max_size=40), of_words, count_texts.map("\n".join))


def printed_texts() -> dict[str, list[str]]:
    """The texts of the sample materials by the name of their field type."""
    found: dict[str, list[str]] = {name: [] for name in GRAMMARS}
    for path in sorted([*SAMPLES.glob("*.txt"), *KIND_SAMPLES.glob("*.txt")]):
        for part in read_file(path).parts:
            for entry in part.outline:
                spec = part.body.fields.get(entry.key)
                name = type(spec.type).__name__ if spec else ""
                if spec and name in GRAMMARS:
                    found[name].append(spec.write(getattr(part.body, entry.key), CONTEXT))
    return found


@pytest.mark.parametrize("name", GRAMMARS)
def test_every_text_of_the_samples_is_worked_on_with_controls(pure: Page, name: str) -> None:
    texts = printed_texts()[name]
    models = pure.evaluate(READ, [GRAMMARS[name], texts])
    assert len(texts) >= 4
    assert [text for text, model in zip(texts, models, strict=True) if model is None] == []
    for text, model in zip(texts, models, strict=True):
        agrees(name, text, model)


@pytest.mark.parametrize("name", GRAMMARS)
@settings(max_examples=100)
@given(texts=st.lists(typed_texts, min_size=10, max_size=30))
def test_any_text_is_read_as_the_server_reads_it_or_left_alone(pure: Page, name: str, texts: list[str]) -> None:
    for text, model in zip(texts, pure.evaluate(READ, [GRAMMARS[name], texts]), strict=True):
        if model is not None:
            agrees(name, text, model)


def agrees(name: str, text: str, model: dict[str, Any]) -> None:
    value = FIELDS[name].read(text, CONTEXT)
    {"items": agree_on_items, "counts": agree_on_counts, "yesNo": agree_on_answer}[GRAMMARS[name]](model, value, text)


def agree_on_items(model: dict[str, Any], value: DataItems | Reference, text: str) -> None:
    lists = [understood(lane) for lane in lanes(model)]
    if isinstance(value, Reference):
        assert [entry.reference for entry in lists] == [value], text
        return
    said = [entry for entry in lists if not entry.is_blank or entry.flow]
    assert [entry for entry in said if not entry.is_blank] == [
        plain(entry) for entry in value.lists if not entry.is_blank
    ], text


def lanes(model: dict[str, Any]) -> list[dict[str, Any]]:
    """Each lane with the group it stands under."""
    group: str | None = None
    found = []
    for lane in model["lanes"]:
        for head in lane["heads"]:
            if head["kind"] == "group":
                group = head["name"]
            elif model["outer"] == "flow":
                group = None
        found.append({**lane["body"], "group": group})
    return found


def understood(body: dict[str, Any]) -> ItemList:
    return ItemList(
        group=body["group"],
        items=tuple(body["items"]),
        nothing=bool(body["word"]),
        additions=bool(body["additions"]),
        reference=Reference(body["reference"].strip()) if body["reference"] else None,
    )


def plain(entry: ItemList) -> ItemList:
    return ItemList(entry.group, None, entry.items, entry.nothing, entry.additions, entry.reference)


def agree_on_counts(model: dict[str, Any], value: RecordCounts | Reference, text: str) -> None:
    if isinstance(value, Reference):
        assert model["reference"] == value.printed, text
        return
    rows = [(group, row) for group in model["groups"] for row in group["rows"]]
    shown = [(group["name"].strip() if group["mark"] else None, row["label"] or None) for group, row in rows]
    assert shown == [(count.group, count.label) for count in value.counts], text
    assert [_number(row["number"].removeprefix("およそ")) for _, row in rows] == [
        count.count for count in value.counts
    ], text
    assert [row["unit"] for _, row in rows] == [count.unit for count in value.counts], text
    assert [per(row) for _, row in rows] == [count.per for count in value.counts], text


def per(row: dict[str, Any]) -> Per | None:
    said = row["lead"] + row["per"]
    return Per.YEAR if "年" in said else Per.MONTH if "月" in said else None


def agree_on_answer(model: dict[str, Any], value: Answer | Reference, text: str) -> None:
    if isinstance(value, Reference):
        assert (model["word"], model["explanation"]) == ("", text)
        return
    answers = {"": None, "あり": True, "有り": True, "有": True, "なし": False, "無し": False, "無": False}
    assert answers[model["word"]] == value.yes, text


def test_a_count_is_what_the_row_says(pure: Page) -> None:
    write = "(rows) => grammars.counts.write({ groups: [{ mark: '', name: '', rows }], reference: '' })"
    row = {
        "mark": "",
        "label": "申込者",
        "gap": "\u3000",
        "lead": "",
        "number": "約１，２００",
        "unit": "件",
        "per": "（月間）",
    }
    text = pure.evaluate(write, [row])
    assert text == "申込者\u3000約１，２００件（月間）"
    assert FIELDS["RecordCountsType"].read(text, CONTEXT) == RecordCounts((Count("申込者", 1200, True, per=Per.MONTH),))
