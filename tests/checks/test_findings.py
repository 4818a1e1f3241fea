"""Each check finds what it is for, and leaves alone what only looks like it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stating import JUNE, LAST_JUNE, MARCH, change, found, level, month, said

from boardmine.catalogue import catalogue
from boardmine.checks.precision import agree, stated
from boardmine.checks.rules import load, rules
from boardmine.checks.statement import Statement
from boardmine.errors import CatalogueError
from boardmine.records import Basis, Bound, Certainty, Kind

YEAR = (date(2022, 4, 1), date(2023, 3, 31))


def levels(before: float, after: float, unit: str = "count", **more: object) -> list[Statement]:
    return [level("cla.count", before, unit, MARCH, **more), level("cla.count", after, unit, JUNE, **more)]


@pytest.mark.parametrize(
    "statements, wanted",
    [
        ([*levels(200, 150), change("cla.count", -25)], []),
        ([*levels(212, 131), change("cla.count", -38.2)], []),
        (
            [*levels(200, 150), change("cla.count", -30)],
            ["error change: cla.count: from 200 (Mar 2023) to 150 (Jun 2023) is -25%, but -30% is stated"],
        ),
        (
            [*levels(654, 526), change("cla.count", -19.5, number="19.5%")],
            [
                "note change: cla.count: from 654 (Mar 2023) to 526 (Jun 2023) is -19.57%, stated as -19.5%: digits "
                "were cut off instead of rounded"
            ],
        ),
        ([*levels(200, 150), change("cla.count", -30, bound=Bound.OVER)], []),
        (
            [*levels(200, 150), change("cla.count", 25)],
            ["error change: cla.count: from 200 (Mar 2023) to 150 (Jun 2023) is -25%, but +25% is stated"],
        ),
        ([*levels(200, 150), change("cla.count", -50, "count")], []),
        (
            [*levels(200, 150), change("cla.count", -40, "count")],
            ["error change: cla.count: from 200 (Mar 2023) to 150 (Jun 2023) is -50, but -40 is stated"],
        ),
    ],
    ids=str,
)
def test_a_change_is_held_against_its_levels(statements: list[Statement], wanted: list[str]) -> None:
    assert said(*statements) == wanted


def test_a_share_that_moved_by_percent_may_have_moved_by_points() -> None:
    shares = [level("cla.pep", 80, "percent", MARCH), level("cla.pep", 88, "percent", JUNE)]
    for value, unit in ((8, "percent"), (10, "percent"), (8, "points")):
        assert said(*shares, change("cla.pep", value, unit)) == []
    assert said(*shares, change("cla.pep", 5, "points")) == [
        "error change: cla.pep: from 80% (Mar 2023) to 88% (Jun 2023) is +8 points, but +5 points is stated"
    ]


def test_a_change_that_other_levels_close_by_explain_is_not_wrong() -> None:
    before = level("cla.count", 300, period=LAST_JUNE, at=100)
    middle = level("cla.count", 200, period=MARCH, at=150)
    now = level("cla.count", 150, at=200)
    assert said(before, middle, now, change("cla.count", -50, at=250)) == []
    assert len(found(before, middle, now, change("cla.count", -50, at=9_000))) == 1


def test_a_change_to_a_level_of_another_time_that_is_cut_off_is_not_wrong() -> None:
    """Down by 28.7% by the end of May, when it was 500: 28.77% exactly; 495 is said of June."""
    started, may, june = level("cla.count", 702, period=MARCH), level("cla.count", 500, period=month(2023, 5)), JUNE
    now = level("cla.count", 495, period=june)
    assert said(started, may, now, change("cla.count", -28.7, period=june, number="28.7%")) == []
    assert len(found(started, now, change("cla.count", -28.7, period=june, number="28.7%"))) == 1


def carers(
    quarter: tuple[float, ...], total: float, tabular: bool = True, at: int = 1000, gap: int = 0
) -> list[Statement]:
    members = ("long_term", "short_term", "connected", "fostering_to_adopt")
    parts = [
        level("foster.carers", value, by={"care_type": member}, tabular=tabular, at=at + 30 * i)
        for i, (member, value) in enumerate(zip(members, quarter, strict=False))
    ]
    return [*parts, level("foster.carers", total, tabular=tabular, at=at + 30 * len(parts) + gap)]


def test_rows_that_were_not_understood_may_be_what_is_missing() -> None:
    assert said(*carers((20, 60, 15, 5), 110, gap=60)) == []
    assert said(*carers((20, 60, 15, 5), 95, gap=60)) != []


def test_what_is_smaller_than_a_part_is_no_total() -> None:
    assert said(*carers((41, 30), 8)) == []


@pytest.mark.parametrize(
    "parts, total, wanted",
    [
        ((20, 60, 15, 5), 100, []),
        (
            (20, 60, 15, 5),
            110,
            ["error", "connected 15 and fostering_to_adopt 5 add up to 100, but the total says 110"],
        ),
        ((20, 60, 15, 5), 95, ["error", "add up to 100, but the total says 95"]),
        ((20, 10), 110, []),
    ],
)
def test_the_rows_of_a_table_are_held_against_its_total(
    parts: tuple[float, ...], total: float, wanted: list[str]
) -> None:
    message = " ".join(said(*carers(parts, total)))
    assert bool(message) == bool(wanted)
    assert all(part in message for part in wanted)


def test_a_list_in_prose_that_misses_its_total_is_a_warning() -> None:
    [finding] = found(*carers((4, 3, 2), 10, tabular=False))
    assert (finding.severity.value, finding.metric) == ("warning", "foster.carers")
    assert finding.statements[0].value == 10


def test_a_table_whose_columns_were_not_told_apart_is_left_alone() -> None:
    assert said(*carers((20, 60, 15, 5), 110), *carers((22, 61, 17, 5), 105, at=1400)) == []


@pytest.mark.parametrize(
    "breakdowns",
    [
        pytest.param(({"duration": "over_18_months"}, {"duration": "over_2_years"}), id="one within the other"),
        pytest.param(({"age": "10-17"}, {"age": "16+"}), id="ages that overlap"),
    ],
)
def test_members_that_overlap_are_not_added_up(breakdowns: tuple[dict[str, str], ...]) -> None:
    parts = [level("cp.count", 70, by=by, tabular=True) for by in breakdowns]
    assert said(*parts, level("cp.count", 100, tabular=True)) == []


def test_a_part_of_a_part_is_counted_once() -> None:
    by = ({"placement": "foster"}, {"placement": "in_house_foster"}, {"placement": "residential"})
    parts = [level("cla.count", value, by=b) for value, b in zip((60, 25, 40), by, strict=True)]
    assert said(*parts, level("cla.count", 100)) == []
    assert "add up to 100, but the total says 104" in said(*parts, level("cla.count", 104))[0]


def shares(*values: float) -> list[Statement]:
    members = ("neglect", "emotional_abuse", "physical_abuse", "sexual_abuse")
    return [
        level("cp.count", v, "percent", by={"category": m}, number=f"{v}%")
        for m, v in zip(members, values, strict=False)
    ]


def test_shares_make_a_hundred_as_far_as_rounding_leaves_it_open() -> None:
    assert said(*shares(48, 46, 4, 2)) == said(*shares(33, 33, 33)) == said(*shares(48.1, 45.9, 4, 1.9)) == []
    assert "add up to 94%, not to 100%" in said(*shares(48, 40, 4, 2))[0]
    assert said(*shares(48, 20, 4)) == []


def test_shares_within_each_member_are_no_parts_of_the_whole() -> None:
    by = ({"gender": "female", "age": "14"}, {"gender": "male", "age": "14"}, {"age": "14"})
    values = (20.8, 14.3, 15.0)
    assert said(*(level("yjs.caseload", v, "percent", by=b) for v, b in zip(values, by, strict=True))) == []


def test_opposite_shares_do_not_make_more_than_all() -> None:
    attendance = level("cla.attendance", 84.2, "percent", number="84.2%")
    assert said(attendance, level("cla.absence", 15.8, "percent", number="15.8%")) == []
    [message] = said(attendance, level("cla.absence", 15.5, "percent", number="15.5%"))
    assert message.startswith("warning complement") and "99.7%" in message
    # Of some it is not known whether they work.
    assert said(level("care_leavers.eet", 55, "percent"), level("care_leavers.neet", 40, "percent")) == []


def neet(count: float, percent: float, cohort: float) -> list[Statement]:
    return [
        level("care_leavers.neet", count),
        level("care_leavers.neet", percent, "percent"),
        level("care_leavers.count", cohort),
    ]


def test_a_percentage_is_held_against_its_count_and_cohort() -> None:
    assert said(*neet(61, 38, 161)) == []
    assert said(*neet(61, 44, 161)) == [
        "warning share: care_leavers.neet, Jun 2023: 61 of 161 (care_leavers.count) is 37.9%, but 44% is stated"
    ]
    assert [m.split()[0] for m in said(*neet(93, 57, 161))] == ["note"]
    # A cohort that would make it ten times as much is another one.
    assert said(*neet(61, 4, 161)) == []


def test_a_percentage_is_held_against_the_cohort_of_nearly_the_same_time() -> None:
    share = [level("cla.reduced_timetable", 11), level("cla.reduced_timetable", 3.1, "percent", number="3.1%")]
    assert said(*share, level("cla.count", 360, period=month(2023, 5))) == []
    [message] = said(*share, level("cla.count", 520, period=month(2023, 5)))
    assert message.startswith("note share") and "about 355" in message
    assert said(*share, level("cla.count", 520, period=month(2021, 5))) == []


def test_one_number_in_two_units_is_noted() -> None:
    [message] = said(level("icpc.timely", 65), level("icpc.timely", 65, "percent"))
    assert message.startswith("note unit") and "given as 65% and as a count of 65" in message


def rate(count: float, per_10000: float, published: date = date(2023, 7, 11), **given: object) -> list[Statement]:
    document = f"paper of {published}"
    return [
        level("cla.count", count, document=document, published=published, **given),
        level("cla.rate", per_10000, "per_10000", document=document, published=published, **given),
    ]


def test_a_rate_implies_the_population_that_is_stated() -> None:
    population = level("children.population", 32_396, period=LAST_JUNE)
    assert said(*rate(500, 154.3), population) == []
    [message] = said(*rate(500, 145.0), population)
    assert "implies a population of 34,483, but a population of 32,396 (Jun 2022) is stated" in message


def test_populations_implied_over_papers_stay_together() -> None:
    earlier = rate(480, 148.2, date(2023, 4, 11), period=MARCH)
    assert said(*rate(500, 154.3), *earlier) == []
    [message] = said(*rate(500, 166.0), *earlier)
    assert message.startswith("warning rate") and "30,120" in message and "32,389" in message


def test_a_stock_follows_from_those_who_came_and_went() -> None:
    quarter = (date(2023, 4, 1), date(2023, 6, 30))
    flows = [level("foster.approved", 5, period=quarter), level("foster.deregistered", 8, period=quarter)]
    before, after = level("foster.carers", 138, period=MARCH), level("foster.carers", 135, period=quarter)
    assert said(before, *flows, after) == []
    [message] = said(before, *flows, level("foster.carers", 130, period=quarter))
    assert message.startswith("note balance") and "which makes 135, but 130 is stated" in message


def test_a_count_since_april_does_not_fall() -> None:
    start = date(2023, 4, 1)
    first = level("adoption.orders", 13, period=(start, date(2023, 9, 14)), published=date(2023, 9, 14))
    later = {"period": (start, date(2023, 10, 19)), "document": "b", "published": date(2023, 10, 19)}
    assert said(first, level("adoption.orders", 14, **later)) == []
    [message] = said(first, level("adoption.orders", 10, **later))
    assert message == (
        "warning cumulative: adoption.orders since 1 Apr 2023: 13 up to 14 Sep 2023, but only 10 up to 19 Oct 2023"
    )
    assert said(first, level("adoption.orders", 10, bound=Bound.OVER, **later)) == []


@pytest.mark.parametrize(
    "statement, wanted",
    [
        (level("cla.pep", 104, "percent"), "more than all"),
        (level("cla.count", -4), "less than nothing"),
        (level("cla.pep", 100, "percent"), ""),
        (change("cla.count", -4, "count"), ""),
        (change("cla.count", 140, "percent"), ""),
    ],
    ids=str,
)
def test_a_level_is_within_what_its_unit_allows(statement: Statement, wanted: str) -> None:
    messages = said(statement)
    assert bool(messages) == bool(wanted)
    assert all(wanted in m and m.startswith("error range") for m in messages)


def test_a_jump_is_noted_unless_the_numbers_are_small() -> None:
    assert said(level("cla.count", 400, period=MARCH), level("cla.count", 1_500)) == [
        "note jump: cla.count: 400 (Mar 2023), then 1,500 (Jun 2023), 3.8 times as much"
    ]
    assert said(level("cla.count", 2, period=MARCH), level("cla.count", 9)) == []
    assert said(level("cla.started", 20, period=MARCH), level("cla.started", 240, period=YEAR)) == []


def paper(day: date, value: float, document: str = "", **given: object) -> Statement:
    return level("connected_care.count", value, published=day, document=document or f"paper of {day}", **given)


SEPTEMBER, OCTOBER = date(2023, 9, 12), date(2023, 10, 10)


def test_a_figure_that_a_later_paper_restates_is_found() -> None:
    assert said(paper(SEPTEMBER, 122), paper(OCTOBER, 129)) == [
        "warning restatement: connected_care.count, Jun 2023: 122 in the paper of 12 Sep 2023, 129 in that of "
        "10 Oct 2023"
    ]
    assert [m.split(":")[0] for m in said(paper(SEPTEMBER, 200), paper(OCTOBER, 201))] == ["note restatement"]


@pytest.mark.parametrize(
    "earlier, later",
    [
        ({"value": 122}, {"value": 122}),
        ({"value": 122, "bound": Bound.ABOUT}, {"value": 125}),
        ({"value": 100, "bound": Bound.OVER}, {"value": 129}),
        ({"value": 122}, {"value": 129, "by": {"gender": "male"}}),
        ({"value": 122}, {"value": 129, "area": "england"}),
        ({"value": 122}, {"value": 129, "period": MARCH}),
        ({"value": 122}, {"value": 129, "certainty": Certainty.LOW}),
        ({"value": 122, "basis": Basis.CONTEXT}, {"value": 129, "basis": Basis.CONTEXT}),
    ],
    ids=str,
)
def test_what_does_not_disagree_is_no_restatement(earlier: dict[str, object], later: dict[str, object]) -> None:
    assert said(paper(SEPTEMBER, **earlier), paper(OCTOBER, **later)) == []  # type: ignore[arg-type]


def test_a_paper_that_gives_both_values_restates_nothing() -> None:
    assert said(paper(SEPTEMBER, 122), paper(OCTOBER, 122), paper(OCTOBER, 129, basis=Basis.CONTEXT)) == []


def test_two_papers_of_one_date_contradict_each_other() -> None:
    [message] = said(paper(OCTOBER, 122, "a"), paper(OCTOBER, 129, "b"))
    assert message.startswith("error contradiction") and "in two papers of 10 Oct 2023" in message


def test_a_paper_contradicts_itself() -> None:
    [message] = said(paper(OCTOBER, 122), paper(OCTOBER, 129))
    assert message.startswith("error contradiction") and message.endswith("122 and 129 in the same paper")


@pytest.mark.parametrize(
    "other",
    [
        pytest.param({"value": 40}, id="too far apart to be one figure"),
        pytest.param({"value": 129, "quote": "of 129, 122 have moved"}, id="one sentence that tells them apart"),
        pytest.param({"value": 129, "basis": Basis.CONTEXT}, id="the period only taken over"),
    ],
)
def test_what_may_be_of_two_groups_is_no_contradiction(other: dict[str, object]) -> None:
    assert said(paper(OCTOBER, 122), paper(OCTOBER, **other)) == []  # type: ignore[arg-type]


def test_many_contradictions_of_one_metric_are_a_distinction_that_was_not_read() -> None:
    months = [month(2023, n) for n in (1, 2, 3)]
    pairs = [paper(OCTOBER, v, period=m) for m in months for v in (122, 129)]
    assert said(*pairs) == []


def test_rounded_percentages_agree_where_one_rounds_to_the_other() -> None:
    def share(value: float) -> Statement:
        return level("cla.pep", value, "percent", number=f"{value}%")

    assert agree(share(41), share(41.4)) and agree(share(41.4), share(41))
    assert not agree(share(41.4), share(41.5)) and not agree(share(41), share(42))


numbers = st.integers(min_value=0, max_value=5_000)


@given(numbers, numbers)
def test_a_rounded_change_of_two_levels_is_never_wrong(before: int, after: int) -> None:
    if before and after / before < 100:
        percent = round((after / before - 1) * 100, 1)
        claim = change("cla.count", percent, number=f"{abs(percent):.1f}%")
        assert [f for f in found(*levels(before, after), claim) if f.kind.value == "change"] == []


@given(st.lists(numbers, min_size=4, max_size=4))
def test_parts_and_their_sum_are_never_wrong(values: list[int]) -> None:
    assert [f for f in found(*carers(tuple(values), sum(values))) if f.kind.value == "parts"] == []


@given(st.floats(min_value=-1e6, max_value=1e6), st.sampled_from(Bound))
def test_a_statement_agrees_with_itself(value: float, bound: Bound) -> None:
    statement = level("caseload.mean", value, bound=bound)
    assert agree(statement, statement)
    assert stated(statement).low <= value <= stated(statement).high


@given(
    st.permutations([*neet(61, 44, 161), *carers((20, 60, 15, 5), 110), *levels(200, 150), change("cla.count", -30)])
)
def test_the_order_in_which_papers_come_changes_nothing(statements: list[Statement]) -> None:
    kinds = [f.kind.value for f in found(*statements)]
    assert sorted(kinds) == ["change", "parts", "share"]


def test_the_rules_name_what_is_in_the_catalogue(tmp_path: Path) -> None:
    assert rules().tolerance.population_percent == 3
    for text, reason in (
        ("population: children.population\ndivides: {nonsense: {}}", "nonsense"),
        ("population: no.such\ndivides: {}", "no.such"),
        ("population: children.population\ndivides: {}\nsurprise: 1", "surprise"),
        ("population: children.population\ndivides: {placement: {within: {castle: foster}}}", "placement=castle"),
        ("a: [", "checks.yaml"),
    ):
        path = tmp_path / "checks.yaml"
        path.write_text(text, encoding="utf-8")
        with pytest.raises(CatalogueError, match=reason):
            load(path, catalogue())


def test_what_is_wanted_is_not_held_against_what_is() -> None:
    from boardmine.records import Role

    target = level("care_leavers.neet", 30, "percent", role=Role.TARGET)
    assert said(level("care_leavers.neet", 61), target, level("care_leavers.count", 161)) == []


def test_kinds_of_numbers_are_kept_apart() -> None:
    assert said(level("cla.count", 400), change("cla.count", 12, "count", kind=Kind.CHANGE)) == []
