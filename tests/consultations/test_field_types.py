"""Each field type: what people type is what prints, whatever it is, and what was understood of it."""

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from consultations.enums import AssessmentLevel
from consultations.sections.base import Field
from consultations.sections.field_types import Context
from consultations.sections.fields.assessment import Assessment
from consultations.sections.fields.data_items import DataItems, Flow, ItemList
from consultations.sections.fields.parties import Contractor, ContractorList, DepartmentBusiness
from consultations.sections.fields.period import Period
from consultations.sections.fields.public_comment import PublicComment
from consultations.sections.fields.record_counts import Count, Per, RecordCounts
from consultations.sections.fields.security_meeting import SecurityMeeting
from consultations.sections.fields.wording import split_items
from consultations.sections.fields.yes_no import Answer
from consultations.sections.house import House
from consultations.sections.kinds import KINDS
from consultations.sections.reference import Reference
from paper.digits import Digits
from paper.wareki import CalendarDate, Third

CONTEXT = Context()
FIELDS = {type(spec.type).__name__: spec for kind in KINDS for spec in kind.fields.values()}
every_type = pytest.mark.parametrize("spec", FIELDS.values(), ids=FIELDS)

WORDS = [
    *(
        "氏名",
        "、",
        "（",
        "）",
        "①",
        "②",
        "（１）",
        "・",
        "\n",
        "なし",
        "あり",
        "未定",
        "約",
        "１，０００",
        "10",
        "件",
        "名",
        "（年間）",
    ),
    *(
        "令和４年７月１日",
        "令和４年１０月下旬",
        "令和５年度",
        "から",
        "まで",
        "継続して行う。",
        "：",
        "新たな項目：",
        "上記と同項目",
    ),
    *(
        "区から委託先へ提供するもの",
        "委託先が本人から収集するもの",
        "別紙参照",
        "第１の３（１）のとおり",
        "承認",
        "開催日　",
        " ",
        "　",
    ),
    *("評価の種類：全項目評価", "対象人数：", "万", "株式会社はるかぜ", "髙﨑", "葛\U000e0100", "。"),
]
typed_texts = st.one_of(st.text(max_size=60), st.lists(st.sampled_from(WORDS), max_size=12).map("".join))


@every_type
@settings(max_examples=150)
@given(text=typed_texts)
def test_whatever_is_typed_prints_as_typed_and_survives_storage(spec: Field, text: str) -> None:
    value = spec.read(text, CONTEXT)
    stored = spec.parse(json.loads(json.dumps(spec.dump(value))))
    assert stored == value
    assert spec.write(stored, CONTEXT).strip() == text.strip() if isinstance(value, Reference) else True
    assert isinstance(value, Reference) or spec.write(stored, CONTEXT) == text


@every_type
def test_the_sample_is_understood_again(spec: Field) -> None:
    sample = spec.type.sample()
    assert spec.read(spec.write(sample, CONTEXT), CONTEXT) == sample


@every_type
@pytest.mark.parametrize("raw", [{"surplus": 1}, 7, [1], {"printed": 3}, {"reference": {"printed": 1, "target": ""}}])
def test_stored_json_that_does_not_fit_is_refused(spec: Field, raw: Any) -> None:
    with pytest.raises(ValueError, match=r"not|unknown"):
        spec.parse(raw)


def understood(name: str, text: str, house: House | None = None) -> Any:
    return FIELDS[name].read(text, Context(house or House()))


def test_items_split_outside_brackets_only() -> None:
    assert split_items("氏名、心身の状況（既往歴（手術、服薬）、障害）等、住所・電話番号") == (
        "氏名",
        "心身の状況（既往歴（手術、服薬）、障害）等",
        "住所・電話番号",
    )
    assert split_items("、氏名、、（住所") == ("氏名", "（住所")


def test_flows_by_group_and_groups_by_flow() -> None:
    by_group = understood(
        "FlowItemsType", "①受付業務\n・市から委託先へ提供するもの\n氏名\n・委託先が本人から収集するもの\nなし"
    )
    assert by_group.lists == (
        ItemList("受付業務", Flow.GIVEN_BY_CITY, ("氏名",)),
        ItemList("受付業務", Flow.COLLECTED_FROM_PERSON, nothing=True),
    )
    by_flow = understood("FlowItemsType", "・区から委託先へ提供するもの\n①本人\n氏名\n②家族\n続柄")
    assert by_flow.lists == (
        ItemList("本人", Flow.GIVEN_BY_CITY, ("氏名",)),
        ItemList("家族", Flow.GIVEN_BY_CITY, ("続柄",)),
    )


def test_new_items_and_references_inside_a_flow() -> None:
    value = understood(
        "FlowItemsType",
        "・区から委託先へ提供するもの\n新たな項目：メールアドレス\n・区及び本人以外から委託先へ提供するもの\n上記と同項目",
    )
    assert value == DataItems(
        (
            ItemList(None, Flow.GIVEN_BY_CITY, ("メールアドレス",), additions=True),
            ItemList(None, Flow.GIVEN_BY_OTHERS, reference=Reference("上記と同項目")),
        )
    )


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("約９，０００件", (Count(None, 9000, True),)),
        ("約３０件（年間）", (Count(None, 30, True, per=Per.YEAR),)),
        ("約１万4,000件", (Count(None, 14000, True),)),
        ("3千人", (Count(None, 3000, unit="人"),)),
        ("年間約９０件", (Count(None, 90, True, per=Per.YEAR),)),
        (
            "①申込者　約１，２４０件（年間）\n②講師　約２０件",
            (Count("申込者", 1240, True, per=Per.YEAR), Count("講師", 20, True)),
        ),
        (
            "①令和４年度   約７００件\n②令和５年度以降 約３，５００件",
            (
                Count("令和４年度", 700, True, fiscal_year=2022),
                Count("令和５年度以降", 3500, True, fiscal_year=2023, onward=True),
            ),
        ),
        ("①相談業務\n相談者 約３０件（月間）", (Count("相談者", 30, True, per=Per.MONTH, group="相談業務"),)),
        ("未定", ()),
    ],
)
def test_counts(text: str, counts: tuple[Count, ...]) -> None:
    value = understood("RecordCountsType", text)
    assert isinstance(value, RecordCounts)
    assert value.counts == counts


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("令和８年４月１日から継続して行う。", Period(CalendarDate(2026, 4, 1), continuing=True)),
        ("令和８年５月から令和９年２月まで", Period(CalendarDate(2026, 5), CalendarDate(2027, 2))),
        (
            "令和５年１月下旬から継続して行う予定",
            Period(CalendarDate(2023, 1, third=Third.LATE), continuing=True, planned=True),
        ),
        ("契約締結日から令和５年３月３１日まで", Period(end=CalendarDate(2023, 3, 31))),
        (
            "令和８年５月から令和９年２月まで\n（二年ごとに行う。）",
            Period(CalendarDate(2026, 5), CalendarDate(2027, 2), recurrence="（二年ごとに行う。）"),
        ),
    ],
)
def test_periods(text: str, period: Period) -> None:
    value = understood("PeriodType", text)
    assert (value.start, value.end, value.continuing, value.planned, value.recurrence) == (
        period.start,
        period.end,
        period.continuing,
        period.planned,
        period.recurrence,
    )


def test_yes_or_no() -> None:
    assert understood("YesNoType", "なし") == Answer(False)
    assert understood("YesNoType", "あり\n共用の端末を使う。") == Answer(True, "共用の端末を使う。")
    inline = understood("YesNoType", "あり（入力のみ）")
    assert (inline.yes, inline.explanation, inline.printed) == (True, "（入力のみ）", "あり（入力のみ）")
    assert understood("YesNoType", "あり\nしかし、端末は分ける。") == Answer(True, "しかし、端末は分ける。")
    for no_answer in ("検討中", "有識者会議で決める。", "ありませんでした。", "無線による。"):
        assert understood("YesNoType", no_answer).yes is None


def test_contractors() -> None:
    per_work = understood("ContractorsType", "（１）配送業務\n株式会社はるかぜ\n（２）回収業務\n髙﨑商店、みどり会")
    assert per_work == ContractorList(
        (
            Contractor("株式会社はるかぜ", "配送業務"),
            Contractor("髙﨑商店", "回収業務"),
            Contractor("みどり会", "回収業務"),
        )
    )
    assert understood("ContractorsType", "未定") == ContractorList(undecided=True)
    assert understood("ContractorsType", "未定（公募により選ぶ。）").contractors == ()
    assert [c.name for c in understood("ContractorsType", "①甲社\n②乙社").contractors] == ["甲社", "乙社"]


def test_departments_with_their_business() -> None:
    value = understood("DepartmentsType", "教育部中央図書館：図書館業務")
    assert value.entries == (DepartmentBusiness("教育部中央図書館", "図書館業務"),)


def test_public_comment_with_a_year_said_once() -> None:
    value = understood(
        "PublicCommentType", "令和４年９月１日から９月３０日まで意見を募集し、２名から５件の意見があった。"
    )
    assert (value.start, value.end) == (CalendarDate(2022, 9, 1), CalendarDate(2022, 9, 30))
    assert (value.persons, value.opinions) == (2, 5)
    over_new_year = understood("PublicCommentType", "令和４年１２月１５日から１月１４日まで")
    assert over_new_year.end == CalendarDate(2023, 1, 14)
    assert isinstance(value, PublicComment)


def test_security_meeting_and_assessment() -> None:
    meeting = understood("SecurityMeetingType", "令和８年７月８日に開催し、承認された。")
    assert meeting == SecurityMeeting(CalendarDate(2026, 7, 8), "承認", "令和８年７月８日に開催し、承認された。")
    facts = understood("AssessmentType", "評価の種類：重点項目評価\n対象人数：１２０，０００人\n重大事故：なし")
    assert facts == Assessment(AssessmentLevel.PRIORITY, 120000, serious_incident=False)


def test_generated_text_follows_the_digit_rule_and_typed_text_is_not_touched() -> None:
    house = House("市", Digits.HALF)
    spec = FIELDS["RecordCountsType"]
    assert spec.write(RecordCounts((Count(None, 1680, True),)), Context(house)) == "約1,680件"
    typed = spec.read("約１，６８０件", Context(house))
    assert typed.printed == spec.write(typed, Context(house)) == "約１，６８０件"
