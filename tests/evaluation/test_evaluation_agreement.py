"""What counts as the same."""

from __future__ import annotations

from typing import Any

import pytest
from made_records import observation, reference

from boardmine.evaluation.agreement import overlap, slips, words

YEAR = {"period_start": "2022-04-01", "period_end": "2023-03-31"}


@pytest.mark.parametrize(
    ("given", "wanted", "flow", "expected"),
    [
        ({}, {}, False, ()),
        ({"metric": "cp.count"}, {}, False, ("metric",)),
        ({"unit": "percent"}, {}, False, ("unit",)),
        ({"kind": "change"}, {}, False, ("kind",)),
        ({"by": {"gender": "male"}}, {}, False, ("by",)),
        ({"by": {"age": "Under_1"}}, {"by": {"age": "under_1"}}, False, ()),
        ({"by": {"age": "14"}}, {"by": {"age": 14}}, False, ()),
        ({"role": "target"}, {}, False, ("role",)),
        ({"area": "england"}, {}, False, ("area",)),
        ({"area": "region"}, {"area": "The Borderlands"}, False, ()),
        ({"area": "region"}, {"area": "england"}, False, ("area",)),
        ({"metric": "cp.count", "unit": "percent", "role": "floor"}, {}, False, ("metric", "unit", "role")),
        # A stated period is compared to the month, and of a stock its end alone.
        ({"period_end": "2023-07-01"}, {}, False, ("period",)),
        ({"period_start": "2023-06-01", "period_end": "2023-06-15"}, {}, False, ()),
        ({"period_start": "2022-06-30"}, {}, False, ()),
        ({"period_start": "2022-06-30"}, {}, True, ("period",)),
        # One that has to be resolved may be a month off, and no more.
        ({"period_end": "2023-07-31"}, {"period_basis": "relative"}, False, ()),
        ({"period_end": "2023-08-01"}, {"period_basis": "relative"}, False, ("period",)),
        # One that the words do not give is not compared.
        (YEAR, {"period_basis": "context"}, True, ()),
        (YEAR, {"period_basis": "document"}, True, ()),
        # A reference that states its period and does not give it can be met by nothing.
        ({}, {"period_end": None}, False, ("period",)),
    ],
)
def test_fields_that_differ(
    given: dict[str, Any], wanted: dict[str, Any], flow: bool, expected: tuple[str, ...]
) -> None:
    assert slips(observation(**given), reference(**wanted), flow=flow) == expected


@pytest.mark.parametrize(
    ("baseline", "expected"),
    [("2022-06-30", ()), ("2022-06-01", ()), ("2022-07-01", ("period",)), (None, ("period",))],
)
def test_a_change_is_compared_by_its_end_and_its_baseline(baseline: str | None, expected: tuple[str, ...]) -> None:
    change = {"kind": "change", "value": -12, "period_start": "2022-01-01"}
    given = observation(**change, baseline_start=baseline, baseline_end=baseline)
    wanted = reference(kind="change", value=-12, baseline_start="2022-06-30", baseline_end="2022-06-30")
    assert slips(given, wanted, flow=True) == expected


def test_a_baseline_that_is_not_wanted_is_not_compared() -> None:
    given = observation(kind="change", value=-12, baseline_start="2020-01-01", baseline_end="2020-01-01")
    assert slips(given, reference(kind="change", value=-12), flow=False) == ()


@pytest.mark.parametrize(
    ("one", "other", "share"),
    [
        ("58 young people were placed", "58 young people were placed", 1.0),
        ("**58** Young People", "in all, 58 young people were placed", 1.0),
        ("58 left care", "58 came into care", 2 / 3),
        ("1,022 visits", "022", 1.0),
        ("", "58 left care", 0.0),
        ("nothing", "alike", 0.0),
    ],
)
def test_quotes_overlap_by_the_shorter_one(one: str, other: str, share: float) -> None:
    assert overlap(words(one), words(other)) == pytest.approx(share)
    assert overlap(words(other), words(one)) == pytest.approx(share)
