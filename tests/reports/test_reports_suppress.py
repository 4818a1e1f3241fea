"""A small count cannot be had from what is left."""

from __future__ import annotations

from datetime import date
from itertools import count
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boardmine.catalogue import catalogue
from boardmine.checks.rules import rules
from boardmine.checks.statement import Period, Statement
from boardmine.records import Kind, Unit
from boardmine.reports.suppress import Quote, telling, withheld

_NAMES = count(1)
JUNE = (date(2023, 6, 1), date(2023, 6, 30))
MARCH = (date(2023, 3, 1), date(2023, 3, 31))
REASONS = ("custody", "mental_health", "substance_misuse", "caring_responsibilities", "other")


def stated(metric: str, value: float, unit: str = "count", period: Period = JUNE, **given: Any) -> Statement:
    name = f"paper/{next(_NAMES)}"
    return Statement(name, "paper", 0, 0, metric, value, Unit(unit), period, **given)


def left(*statements: Statement, limit: int = 6) -> list[float | str]:
    """What is published of each statement: its value, or c."""
    hidden = withheld(statements, limit, catalogue(), rules())
    return ["c" if s.id in hidden else s.value for s in statements]


def reasons(*values: float) -> list[Statement]:
    return [stated("care_leavers.neet", v, by={"reason": r}) for r, v in zip(REASONS, values, strict=False)]


def test_a_small_count_is_withheld_and_nothing_else() -> None:
    assert left(stated("cla.count", 5), stated("cp.count", 6), stated("uasc.count", 0)) == ["c", 6, 0]
    assert left(stated("cla.rate", 3.1, "per_10000"), stated("cla.pep", 4, "percent")) == [3.1, 4]


@pytest.mark.parametrize(
    "parts, total, wanted",
    [
        ((3, 20, 30), 53, ["c", "c", 30, 53]),
        ((3, 4, 30), 37, ["c", "c", 30, 37]),
        ((1, 2, 30), 33, ["c", "c", "c", 33]),
        ((3, 0, 0), 3, ["c", 0, 0, "c"]),
        ((10, 20, 30), 60, [10, 20, 30, 60]),
    ],
)
def test_a_total_gives_no_part_away(parts: tuple[float, ...], total: float, wanted: list[float | str]) -> None:
    assert left(*reasons(*parts), stated("care_leavers.neet", total)) == wanted


def test_without_a_total_nothing_more_is_withheld() -> None:
    assert left(*reasons(3, 20, 30)) == ["c", 20, 30]


def test_in_a_table_of_two_dimensions_neither_way_gives_a_count_away() -> None:
    cells = {("female", "14"): 2, ("male", "14"): 20, ("female", "15"): 30, ("male", "15"): 40}
    table = [stated("cla.count", v, by={"gender": g, "age": a}) for (g, a), v in cells.items()]
    table += [stated("cla.count", 32, by={"gender": "female"}), stated("cla.count", 60, by={"gender": "male"})]
    table += [stated("cla.count", 22, by={"age": "14"}), stated("cla.count", 70, by={"age": "15"})]
    assert left(*table) == ["c", "c", "c", "c", 32, 60, 22, 70]


def test_a_part_of_a_part_counts_in_its_own_sum() -> None:
    placements = [
        stated("cla.count", v, by={"placement": p})
        for p, v in (("foster", 20), ("in_house_foster", 3), ("ifa_foster", 17))
    ]
    assert left(*placements) == [20, "c", "c"]


def test_percentages_and_rates_of_a_withheld_count_go_with_it() -> None:
    assert left(stated("care_leavers.neet", 4), stated("care_leavers.neet", 10, "percent")) == ["c", "c"]
    assert left(stated("cla.count", 4), stated("cla.rate", 1.3, "per_10000")) == ["c", "c"]


def test_the_other_half_of_a_cohort_goes_too() -> None:
    found = left(stated("care_leavers.neet", 4), stated("care_leavers.eet", 36), stated("care_leavers.count", 40))
    assert found == ["c", "c", 40]


def test_a_change_does_not_give_a_level_away() -> None:
    change = stated("cla.count", -37, kind=Kind.CHANGE, baseline=MARCH)
    assert left(stated("cla.count", 4), stated("cla.count", 41, period=MARCH), change)[0] == "c"
    hidden = left(stated("cla.count", 4), stated("cla.count", 41, period=MARCH), change).count("c")
    assert hidden >= 2
    assert left(stated("cla.count", 40), stated("cla.count", 3, kind=Kind.CHANGE, baseline=MARCH)).count("c") == 2


def test_stocks_do_not_give_flows_away() -> None:
    quarter = (date(2023, 4, 1), date(2023, 6, 30))
    found = left(
        stated("foster.carers", 138, period=MARCH),
        stated("foster.approved", 3, period=quarter),
        stated("foster.deregistered", 12, period=quarter),
        stated("foster.carers", 129, period=quarter),
    )
    assert found == [138, "c", "c", 129]


def test_a_figure_that_is_small_in_one_paper_is_withheld_in_all() -> None:
    assert left(stated("uasc.count", 4), stated("uasc.count", 9)) == ["c", "c"]


YEAR = (date(2022, 4, 1), date(2023, 3, 31))
QUARTERS = tuple((date(2022 + (m > 12), (m - 1) % 12 + 1, 1), end) for m, end in (
    (4, date(2022, 6, 30)), (7, date(2022, 9, 30)), (10, date(2022, 12, 31)), (13, date(2023, 3, 31))
))  # fmt: skip


def started(value: float, period: Period) -> Statement:
    return stated("cla.started", value, period=period, type="flow")


def test_a_year_and_three_quarters_do_not_give_the_fourth_away() -> None:
    quarters = [started(v, p) for v, p in zip((20, 3, 30, 40), QUARTERS, strict=True)]
    assert left(*quarters, started(93, YEAR)) == ["c", "c", 30, 40, 93]
    assert left(*quarters) == [20, "c", 30, 40]


def test_two_figures_of_the_year_to_date_do_not_give_the_time_between_away() -> None:
    june, september = QUARTERS[0], (QUARTERS[0][0], QUARTERS[1][1])
    assert left(started(36, june), started(38, september)).count("c") == 1
    assert left(started(36, june), started(48, september)) == [36, 48]
    # Halves of one year that end together: January to March is 2.
    assert left(started(50, YEAR), started(48, (YEAR[0], date(2022, 12, 31)))).count("c") == 1


def test_a_total_of_another_paper_and_a_running_total_together_give_nothing_away() -> None:
    """20 + ? = 23 by September, ? + 30 + 40 = 73 of the last three quarters, 93 in all."""
    quarters = [started(v, p) for v, p in zip((20, 3, 30, 40), QUARTERS, strict=True)]
    half = started(23, (QUARTERS[0][0], QUARTERS[1][1]))
    rest = started(73, (QUARTERS[1][0], YEAR[1]))
    found = left(*quarters, half, rest, started(93, YEAR))
    shown = {name for name, value in zip(("1", "2", "3", "4", "12", "234", "1234"), found, strict=True) if value != "c"}
    assert "2" not in shown
    assert not {"1", "12"} <= shown and not {"3", "4", "234"} <= shown and not {"1", "234", "1234"} <= shown


@pytest.mark.parametrize(
    "percent, base, wanted",
    [(3, 93, ["c", 93]), (0, 93, [0, 93]), (30, 93, [30, 93]), (0.4, 93, [0.4, 93])],
)
def test_a_percentage_of_a_number_that_is_known_is_a_count(percent: float, base: float, wanted: list[object]) -> None:
    found = left(
        stated("care_leavers.neet", percent, "percent", by={"reason": "custody"}), stated("care_leavers.neet", base)
    )
    assert found == wanted


def test_a_percentage_of_a_cohort_is_a_count_too() -> None:
    assert left(stated("care_leavers.neet", 2.5, "percent"), stated("care_leavers.count", 160)) == ["c", 160]
    # Also where one is said of the month and the other of its last day.
    last_day = (JUNE[1], JUNE[1])
    assert left(stated("care_leavers.neet", 4), stated("care_leavers.neet", 2.5, "percent", period=last_day)) == [
        "c",
        "c",
    ]


def test_what_is_left_of_100_gives_no_percentage_away() -> None:
    pair = left(
        *(stated("care_leavers.neet", 2.5, "percent"), stated("care_leavers.eet", 97.5, "percent")),
        stated("care_leavers.count", 160),
    )
    assert pair == ["c", "c", 160]
    shares = [
        stated("care_leavers.neet", v, "percent", by={"reason": r}) for r, v in zip(REASONS, (3, 30, 67), strict=False)
    ]
    assert left(*shares, stated("care_leavers.neet", 93)) == ["c", "c", 67, 93]


def test_a_change_in_percent_gives_no_level_away() -> None:
    halved = stated("cla.count", -90, "percent", kind=Kind.CHANGE, baseline=MARCH)
    found = left(stated("cla.count", 4), stated("cla.count", 40, period=MARCH), halved)
    assert found[0] == "c" and found.count("c") == 2
    # Nobody can tell what it was held against, so it goes too.
    assert left(stated("cla.count", 4), stated("cla.count", -90, "percent", kind=Kind.CHANGE)) == ["c", "c"]
    # Points move a percentage that is withheld itself.
    points = stated("care_leavers.neet", -7, "points", kind=Kind.CHANGE, baseline=MARCH)
    march = stated("care_leavers.neet", 10, "percent", period=MARCH)
    june = stated("care_leavers.neet", 3, "percent")
    assert left(stated("care_leavers.count", 100), june, march, points).count("c") == 2


def test_sums_that_have_two_numbers_missing_each_do_not_give_them_away_together() -> None:
    """Each row has a number that is too small, and columns and rows can be solved for it but for what is withheld."""
    ages, genders = ("14", "15", "16"), ("female", "male", "non_binary")
    values = {
        ("female", "14"): 3,
        ("male", "14"): 21,
        ("female", "15"): 22,
        ("male", "15"): 31,
        ("non_binary", "16"): 41,
    }
    cells = [stated("cla.count", v, by={"gender": g, "age": a}) for (g, a), v in values.items()]
    by_gender = [
        stated("cla.count", sum(v for (g, _), v in values.items() if g == w), by={"gender": w}) for w in genders
    ]
    by_age = [stated("cla.count", sum(v for (_, a), v in values.items() if a == w), by={"age": w}) for w in ages]
    found = left(*cells, *by_gender, *by_age, stated("cla.count", sum(values.values())))
    assert found[0] == "c"
    assert found[:5].count("c") >= 4 or "c" in found[5:]


QUOTES = (
    Quote("a/1", "a", "care_leavers.neet", "4", "4 were in custody"),
    Quote("a/2", "a", "care_leavers.neet", "16", "16 were available for work"),
    Quote("a/3", "a", "care_leavers.neet", "30", "30 were ill, four others in custody"),
    Quote("a/4", "a", "cla.count", "412", "412 children on 4 March 2023, in Quarter 4 of 2023/24"),
    Quote("b/1", "b", "care_leavers.neet", "93", "of 93, the 16 of last time are still available for work"),
    Quote("b/2", "b", "cla.count", "405", "405 children, one fewer than before"),
    Quote("b/3", "b", "cla.count", "16", "16 children"),
    Quote("b/4", "b", "cla.count", "1,160", "1,160 children aged 4 to 16"),
)


def test_no_words_hold_a_withheld_number() -> None:
    """Its own, the same number elsewhere in the paper or of the metric, and any number that is small."""
    assert set(telling(QUOTES, {"a/1", "a/2"}, 6)) == {"a/1", "a/2", "a/3", "b/1", "b/2"}


@given(st.lists(st.integers(min_value=0, max_value=40), min_size=2, max_size=5), st.integers(min_value=2, max_value=12))
def test_what_is_left_never_determines_a_small_part(values: list[int], limit: int) -> None:
    total = sum(values)
    *parts, whole = left(*reasons(*values), stated("care_leavers.neet", total), limit=limit)
    hidden = [v for v, shown in zip(values, parts, strict=True) if shown == "c"]
    assert all(shown == "c" for v, shown in zip(values, parts, strict=True) if 0 < v < limit)
    if hidden and whole != "c":
        assert len(hidden) > 1
        assert sum(hidden) >= limit
