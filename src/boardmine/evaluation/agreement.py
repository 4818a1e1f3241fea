"""Whether an observation says what a reference record says: the same place, and each field."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date
from typing import Literal, get_args

from boardmine.evaluation.references import Reference
from boardmine.records import AUTHORITY, Basis, Kind, Observation

Field = Literal["metric", "kind", "unit", "by", "area", "role", "period"]
FIELDS: tuple[Field, ...] = get_args(Field)
"""What is compared, in this order."""
CORE_FIELDS: frozenset[Field] = frozenset(("metric", "kind", "unit"))

SAME_VALUE = 0.05
"""Values that differ by less are the same."""
SAME_WORDS = 0.5
"""Quotes overlap when they share at least this part of the shorter one's words."""

_WORD = re.compile(r"[a-z]+|\d+")
_NAMED_AREAS = frozenset((AUTHORITY, "england", "statistical_neighbours"))
_SLACK = {Basis.STATED: 0, Basis.RELATIVE: 1}
"""By how many months a period may differ. One that the words do not give is not compared: readers differ on it."""


def words(quote: str) -> Counter[str]:
    """The words and numbers of a quote, with how often each is there."""
    return Counter(_WORD.findall(quote.lower()))


def overlap(one: Counter[str], other: Counter[str]) -> float:
    """Which part of the shorter quote's words the other has, 0 to 1."""
    shorter = min(one.total(), other.total())
    return (one & other).total() / shorter if shorter else 0.0


def slips(observation: Observation, reference: Reference, *, flow: bool) -> tuple[Field, ...]:
    """The fields in which an observation differs from the reference record. `flow`: the reference's metric is
    counted over a period, so that the period's start matters as well as its end."""
    agrees: dict[Field, bool] = {
        "metric": observation.metric == reference.metric,
        "kind": observation.kind is reference.kind,
        "unit": observation.unit is reference.unit,
        "by": _members(observation.by) == _members(reference.by),
        "area": _area(observation.area) == _area(reference.area),
        "role": observation.role is reference.role,
        "period": _same_period(observation, reference, flow),
    }
    return tuple(field for field in FIELDS if not agrees[field])


def _members(by: dict[str, str]) -> dict[str, str]:
    return {dimension: member.lower() for dimension, member in by.items()}


def _area(name: str) -> str:
    """Areas that have no identifier are written in many ways; any of them counts as one."""
    name = name.lower() or AUTHORITY
    return name if name in _NAMED_AREAS else "elsewhere"


def _same_period(observation: Observation, reference: Reference, flow: bool) -> bool:
    slack = _SLACK.get(reference.period_basis)
    if slack is None:
        return True
    same = _near(observation.period_end, reference.period_end, slack)
    if flow and reference.kind is Kind.LEVEL:
        same = same and _near(observation.period_start, reference.period_start, slack)
    if reference.kind is Kind.CHANGE and reference.baseline_end:
        same = same and _near(observation.baseline_end, reference.baseline_end, slack)
    return same


def _near(one: date | None, other: date | None, slack: int) -> bool:
    return one is not None and other is not None and abs(_month(one) - _month(other)) <= slack


def _month(day: date) -> int:
    return day.year * 12 + day.month
