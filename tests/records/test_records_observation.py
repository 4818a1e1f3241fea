"""What an observation and its evidence may and may not say."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from boardmine.records import Basis, Bound, Certainty, Evidence, Kind, Observation, Role, Unit

QUOTE = "212 children were looked after"


def evidence(**given: Any) -> Evidence:
    told = {"quote": QUOTE, "char_start": 10, "char_end": 40, "number": "212", "number_start": 10, "number_end": 13}
    return Evidence(**(told | given))


def observation(**given: Any) -> Observation:
    told: dict[str, Any] = {
        "doc": "paper",
        "metric": "cla.count",
        "value": 212,
        "unit": "count",
        "period_start": "2024-09-30",
        "period_end": "2024-09-30",
        "period_basis": "stated",
        "evidence": evidence(),
    }
    return Observation(**(told | given))


def test_what_is_not_said_is_as_usual() -> None:
    usual = observation()
    assert (usual.kind, usual.area, usual.role, usual.bound) == (Kind.LEVEL, "authority", Role.ACTUAL, Bound.EXACT)
    assert (usual.part, usual.by, usual.certainty) == (0, {}, Certainty.MEDIUM)
    assert usual.baseline_start is None and usual.baseline_end is None


@pytest.mark.parametrize(
    "given, reason",
    [
        ({"period_start": "2024-10-01"}, "ends before it starts"),
        ({"kind": "change", "baseline_start": "2023-09-30"}, "both ends or none"),
        ({"kind": "change", "baseline_start": "2023-10-01", "baseline_end": "2023-09-30"}, "ends before it starts"),
        ({"baseline_start": "2023-09-30", "baseline_end": "2023-09-30"}, "only a change"),
        ({"unit": "points"}, "points measure changes"),
        ({"value": float("nan")}, "finite"),
        ({"value": float("inf")}, "finite"),
        ({"unit": "kilos"}, "percent"),
        ({"role": "hoped"}, "actual"),
        ({"area": ""}, "at least 1"),
        ({"part": -1}, "greater than"),
        ({"colour": "red"}, "Extra"),
        ({"doc": None}, "string"),
    ],
)
def test_what_contradicts_itself_is_no_observation(given: dict[str, Any], reason: str) -> None:
    with pytest.raises(ValidationError, match=reason):
        observation(**given)


@pytest.mark.parametrize(
    "given, reason",
    [
        ({"number_end": 14}, "as far apart"),
        ({"char_start": -1}, "greater than"),
        ({"page": 0}, "greater than"),
        ({"char_end": 41}, "as far apart"),
        ({"quote": "", "char_end": 10}, "at least 1"),
        ({"number": "", "number_end": 10}, "at least 1"),
        ({"box": (1, 2, 3, 4)}, "Extra"),
    ],
)
def test_evidence_that_cannot_stand_in_a_text_is_refused(given: dict[str, Any], reason: str) -> None:
    with pytest.raises(ValidationError, match=reason):
        evidence(**given)


def test_records_are_frozen() -> None:
    with pytest.raises(ValidationError, match="frozen"):
        observation().value = 3  # type: ignore[misc]
    with pytest.raises(ValidationError, match="frozen"):
        evidence().quote = "other"  # type: ignore[misc]


def test_the_flat_form_has_the_keys_of_the_specification() -> None:
    keys = """doc metric kind value unit by area role bound period_start period_end period_basis baseline_start
        baseline_end quote page char_start char_end section bbox""".split()
    row = observation().flat()
    assert set(keys) <= set(row)
    assert (row["period_end"], row["period_basis"], row["value"]) == ("2024-09-30", "stated", 212)


DAYS = st.dates(date(2000, 1, 1), date(2030, 12, 31))
OBSERVATIONS = st.builds(
    lambda value, kind, by, days, basis, bound, role, page, bbox: observation(
        value=value,
        kind=kind,
        by=by,
        period_start=min(days),
        period_end=max(days),
        period_basis=basis,
        bound=bound,
        role=role,
        evidence=evidence(page=page, bbox=bbox),
    ),
    value=st.floats(-1e9, 1e9),
    kind=st.sampled_from(Kind),
    by=st.dictionaries(st.sampled_from(["age", "gender"]), st.text(min_size=1, max_size=8), max_size=2),
    days=st.tuples(DAYS, DAYS),
    basis=st.sampled_from(Basis),
    bound=st.sampled_from(Bound),
    role=st.sampled_from(Role),
    page=st.none() | st.integers(1, 5000),
    bbox=st.none() | st.tuples(*[st.floats(0, 2000)] * 4),
)


@given(OBSERVATIONS)
def test_an_observation_comes_back_from_its_flat_form(told: Observation) -> None:
    assert Observation.from_flat(json.loads(json.dumps(told.flat()))) == told


@pytest.mark.parametrize("unit", Unit)
def test_every_unit_measures_a_level_or_a_change(unit: Unit) -> None:
    fitting = []
    for kind in Kind:
        try:
            fitting.append(observation(kind=kind, unit=unit).kind)
        except ValidationError:
            continue
    assert fitting
