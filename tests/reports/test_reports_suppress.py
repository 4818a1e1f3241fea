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
from boardmine.reports.suppress import withheld

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


@given(st.lists(st.integers(min_value=0, max_value=40), min_size=2, max_size=5), st.integers(min_value=2, max_value=12))
def test_what_is_left_never_determines_a_small_part(values: list[int], limit: int) -> None:
    total = sum(values)
    *parts, whole = left(*reasons(*values), stated("care_leavers.neet", total), limit=limit)
    hidden = [v for v, shown in zip(values, parts, strict=True) if shown == "c"]
    assert all(shown == "c" for v, shown in zip(values, parts, strict=True) if 0 < v < limit)
    if hidden and whole != "c":
        assert len(hidden) > 1
        assert sum(hidden) >= limit
