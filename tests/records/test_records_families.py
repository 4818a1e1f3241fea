"""Observations in the words of a family: demand, permanence with its route, and the breakdown of NEET."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from pydantic import ValidationError

from boardmine.records import (
    DemandRecord,
    Evidence,
    NeetBreakdown,
    Observation,
    PermanenceRecord,
)


def told(metric: str, value: float, unit: str = "count", **given: Any) -> Observation:
    row: dict[str, Any] = {
        "doc": "paper",
        "metric": metric,
        "value": value,
        "unit": unit,
        "period_start": "2024-09-30",
        "period_end": "2024-09-30",
        "period_basis": "stated",
        "evidence": Evidence(quote="12", char_start=0, char_end=2, number="12", number_start=0, number_end=2),
    }
    return Observation(**(row | given))


def test_a_demand_record_is_an_observation_of_its_family() -> None:
    record = DemandRecord(**told("cla.count", 212).model_dump())
    assert isinstance(record, Observation)
    assert record.value == 212
    with pytest.raises(ValidationError, match="metric"):
        DemandRecord(**told("sgo.granted", 12).model_dump())


@pytest.mark.parametrize(
    "metric, route",
    [
        ("sgo.granted", "guardianship"),
        ("cao.granted", "guardianship"),
        ("adoption.orders", "adoption"),
        ("early_permanence.placed", "adoption"),
        ("connected_care.count", "connected_care"),
        ("placed_with_parents.count", "parents"),
    ],
)
def test_a_permanence_record_knows_its_route(metric: str, route: str) -> None:
    record = PermanenceRecord(**told(metric, 12).model_dump())
    assert record.route == route
    assert record.model_dump()["route"] == route
    with pytest.raises(ValidationError, match="metric"):
        PermanenceRecord(**told("cla.count", 12).model_dump())


def test_one_breakdown_gathers_cohort_eet_neet_and_reasons() -> None:
    reasons = {"available_for_work": 27, "pregnancy_parenting": 14, "custody": 5}
    observations = [
        told("care_leavers.count", 190),
        told("care_leavers.eet", 110),
        told("care_leavers.eet", 57.9, "percent"),
        told("care_leavers.neet", 80),
        told("care_leavers.neet", 42.1, "percent"),
        *(told("care_leavers.neet", n, by={"reason": reason}) for reason, n in reasons.items()),
        told("care_leavers.neet", 33.8, "percent", by={"reason": "available_for_work"}),
    ]
    [record] = NeetBreakdown.gather(observations)
    assert (record.doc, record.part, record.cohort, record.age, record.area) == (
        "paper",
        0,
        "care_leavers",
        None,
        "authority",
    )
    assert (record.period_start, record.period_end) == (date(2024, 9, 30), date(2024, 9, 30))
    assert (record.cohort_size, record.eet_count, record.eet_percent) == (190, 110, 57.9)
    assert (record.neet_count, record.neet_percent) == (80, 42.1)
    assert record.reasons == reasons
    assert record.reason_shares == {"available_for_work": 33.8}


def test_what_is_of_another_time_place_age_part_or_cohort_is_another_breakdown() -> None:
    observations = [
        told("care_leavers.neet", 80),
        told("care_leavers.neet", 71, period_start="2023-09-30", period_end="2023-09-30"),
        told("care_leavers.neet", 41, "percent", area="england"),
        told("care_leavers.neet", 30, by={"age": "17-18"}),
        told("care_leavers.neet", 79, part=1),
        told("young_people.neet", 300),
    ]
    records = NeetBreakdown.gather(observations)
    assert [record.neet_count or record.neet_percent for record in records] == [80, 71, 41, 30, 79, 300]
    assert [record.age for record in records] == [None, None, None, "17-18", None, None]


def test_what_is_no_actual_level_of_a_whole_stays_out() -> None:
    observations = [
        told("care_leavers.neet", 30, "percent", role="target"),
        told("care_leavers.neet", 4, kind="change"),
        told("care_leavers.neet", 12, by={"gender": "male"}),
        told("cla.count", 212),
    ]
    assert NeetBreakdown.gather(observations) == []


def test_a_cohort_s_size_alone_is_no_breakdown_and_the_first_statement_stands() -> None:
    assert NeetBreakdown.gather([told("care_leavers.count", 190)]) == []
    [record] = NeetBreakdown.gather([told("care_leavers.neet", 80), told("care_leavers.neet", 81)])
    assert record.neet_count == 80


def test_a_breakdown_of_fewer_than_none_is_refused() -> None:
    with pytest.raises(ValidationError, match="neet_count"):
        NeetBreakdown(
            doc="paper", cohort="care_leavers", period_start="2024-09-30", period_end="2024-09-30", neet_count=-1
        )
