"""What is proposed for a new paper reads as official Japanese does, and is understood again by what reads papers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consultations.importing.headings import named_in
from consultations.sections import beginnings, citations
from consultations.sections.base import Kind
from consultations.sections.house import House
from consultations.sections.kinds import KINDS, kind
from consultations.sections.kinds.general import General
from consultations.sections.proposals import Basis, Plan, joined, plan_of, purposes, subject, together

ORDINANCE = "さくら区個人情報保護条例"


def plan(*kinds: str, work: tuple[str, ...] = ("図書館業務",), using: str = "") -> Plan:
    return Plan(tuple(kind(name) for name in kinds), work, using)


@pytest.mark.parametrize(
    ("planned", "title"),
    [
        (plan("outsourcing"), "「図書館業務」における外部委託に伴う個人情報の保護措置について"),
        (plan("outsourcing", "outsourcing"), "「図書館業務」における外部委託に伴う個人情報の保護措置について"),
        (
            plan("outsourcing", work=("「図書館業務」",)),
            "「図書館業務」における外部委託に伴う個人情報の保護措置について",
        ),
        (
            plan("outsourcing", "computer_recording", "line_connection"),
            "「図書館業務」における外部委託に伴う個人情報の保護措置、新たな個人情報の項目の電子計算機への記録"
            "及び外部の電子計算機との回線結合について",
        ),
        (
            plan("line_connection", work=("図書館業務", "文化事業業務")),
            "「図書館業務」及び「文化事業業務」における外部の電子計算機との回線結合について",
        ),
        (
            plan("purpose_external_use", work=("区民税課税業務",), using="災害対策業務"),
            "「区民税課税業務」における個人情報の「災害対策業務」への目的外利用について",
        ),
        (plan("pia_review", work=()), "特定個人情報保護評価における第三者点検について"),
        (
            plan("outsourcing", "pia_review"),
            "「図書館業務」における外部委託に伴う個人情報の保護措置及び特定個人情報保護評価における第三者点検について",
        ),
        (
            plan("outsourcing", "line_connection", "pia_review"),
            "「図書館業務」における外部委託に伴う個人情報の保護措置及び外部の電子計算機との回線結合"
            "並びに特定個人情報保護評価における第三者点検について",
        ),
        (plan("indirect_collection", work=()), "「　　　　」における個人情報の本人外収集について"),
        (plan("general"), ""),
        (plan(), ""),
    ],
)
def test_a_title_is_joined_as_the_papers_join_it(planned: Plan, title: str) -> None:
    assert subject(planned) == title


@pytest.mark.parametrize(
    ("names", "said"),
    [
        ([], ""),
        (["甲"], "甲"),
        (["甲", "乙"], "甲及び乙"),
        (["甲", "乙", "丙"], "甲、乙及び丙"),
        (["甲及び乙", "丙"], "甲及び乙並びに丙"),
        (["「甲及び乙」", "丙"], "「甲及び乙」及び丙"),
    ],
)
def test_the_larger_unit_takes_another_and(names: list[str], said: str) -> None:
    assert joined(names) == said


def test_a_sentence_says_what_is_done_and_on_what_it_rests() -> None:
    bases = {"outsourcing": Basis(ORDINANCE, "第１０条")}
    assert together(purposes(plan("outsourcing"), bases).values()) == (
        "本件は、「図書館業務」において外部委託を行い、受託者に個人情報を取り扱わせるものであるため、"
        "さくら区個人情報保護条例第１０条の規定に基づき諮問する。"
    )


def test_an_ordinance_cited_again_is_shortened_and_another_keeps_its_name() -> None:
    bases = {
        "outsourcing": Basis(ORDINANCE, "第１０条"),
        "computer_recording": Basis(ORDINANCE, "第１６条第２項"),
        "line_connection": Basis("個人情報の保護に関する法律", "第１２９条"),
    }
    first, second, third = together(
        purposes(plan("outsourcing", "computer_recording", "line_connection"), bases).values()
    ).split("\n")
    assert "さくら区個人情報保護条例（以下「条例」という。）第１０条の規定" in first
    assert second.startswith("あわせて、")
    assert "、条例第１６条第２項の規定" in second
    assert third.startswith("さらに、")
    assert "、個人情報の保護に関する法律第１２９条の規定" in third


def test_two_ordinances_that_would_be_shortened_alike_are_written_out() -> None:
    bases = {
        "outsourcing": Basis(ORDINANCE, "第１０条"),
        "computer_recording": Basis(ORDINANCE, "第１６条第２項"),
        "line_connection": Basis("さくら区情報公開条例", "第２条"),
    }
    said = together(purposes(plan("outsourcing", "computer_recording", "line_connection"), bases).values())
    assert "以下「" not in said
    assert said.count(ORDINANCE) == 2


def test_a_kind_without_a_basis_says_nothing() -> None:
    assert purposes(plan("outsourcing", "line_connection"), {"line_connection": Basis("要綱")}).keys() == {
        "line_connection"
    }


kinds = st.lists(st.sampled_from([each for each in KINDS if each is not General]), min_size=1, max_size=7, unique=True)
words = st.text(st.sampled_from("図書館子ども高齢髙𠮷業務"), min_size=1, max_size=8)


@given(kinds, st.lists(words, min_size=1, max_size=3), words)
def test_a_proposed_title_names_its_kinds_and_its_work(chosen: list[Kind], work: list[str], using: str) -> None:
    planned = Plan(tuple(chosen), tuple(work), using)
    title = subject(planned)
    assert set(named_in(title)) == set(chosen)
    assert title.count("について") == 1
    again = plan_of(chosen, title)
    if any(each.fragment.startswith("{business}") for each in chosen) and chosen[0].kind != "pia_review":
        assert [name.strip("「」") for name in again.businesses] == work
        assert subject(again) == title


@given(kinds, words, st.booleans())
def test_what_a_proposed_purpose_rests_on_is_found_again(chosen: list[Kind], work: str, additions: bool) -> None:
    """The sentences of every kind, alone or together, are read by what finds legal bases in papers."""
    planned = Plan(tuple(chosen), (work,), "利用業務")
    bases = {each.kind: Basis(ORDINANCE, f"第{n}条") for n, each in enumerate(chosen, 10)}
    text = together(purposes(planned, bases, additions=additions).values())
    paper = beginnings.consultation(tuple(chosen), text, subject=subject(planned), house=House())
    found = [[each.cited_as for each in cited] for cited in citations.bases(paper)]
    assert found == [[f"{ORDINANCE}{bases[each.kind].article}"] for each in chosen]
