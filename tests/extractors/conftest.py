"""Writes what a text of our own says as short lines, one an observation, to be compared with what is expected."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from boardmine.analysis import analyse
from boardmine.records import Basis, Bound, Kind, Observation, Role, Unit

MEETING = "2024-11-12"
"""The date of every document in these tests."""


def line(o: Observation, periods: bool) -> str:
    """An observation in words: metric, value, and whatever is not as usual; the period where the words give one."""
    words = [o.metric, f"{o.value:g}"]
    if o.unit is not Unit.COUNT:
        words.append(o.unit.value)
    if o.kind is Kind.CHANGE:
        words.append("change")
    words += [f"{dimension}={member}" for dimension, member in sorted(o.by.items())]
    if o.area != "authority":
        words.append(f"@{o.area}")
    if o.role is not Role.ACTUAL:
        words.append(o.role.value)
    if o.bound is not Bound.EXACT:
        words.append(f"({o.bound.value})")
    if periods and o.period_basis is not Basis.DOCUMENT:
        words.append(_days(o.period_start.isoformat(), o.period_end.isoformat()))
    if periods and o.baseline_start and o.baseline_end:
        words.append("from " + _days(o.baseline_start.isoformat(), o.baseline_end.isoformat()))
    return " ".join(words)


def _days(first: str, last: str) -> str:
    return first if first == last else f"{first}..{last}"


Read = Callable[..., list[str]]
Observe = Callable[..., list[Observation]]


@pytest.fixture
def observe(tmp_path: Path) -> Observe:
    """Reads a Markdown text as the paper of a council's meeting and gives its observations."""

    def observer(text: str, council: str = "Wexcombe Borough Council") -> list[Observation]:
        path = tmp_path / "paper.md"
        path.write_text(text, encoding="utf-8")
        facts = {
            "council": council,
            "body": "Corporate Parenting Board",
            "title": "Performance report",
            "date": MEETING,
        }
        path.with_name("paper.meta.json").write_text(json.dumps(facts), encoding="utf-8")
        return list(analyse(path).observations)

    return observer


@pytest.fixture
def read(observe: Observe) -> Read:
    """Reads a text as `observe` does and gives its observations as lines, with their periods if they are asked for."""

    def reader(text: str, *, periods: bool = False, council: str = "Wexcombe Borough Council") -> list[str]:
        return [line(o, periods) for o in observe(text, council)]

    return reader
