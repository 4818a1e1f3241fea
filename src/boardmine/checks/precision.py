"""How exactly a number is said: the range of values that its words leave open.

`41.4%` is anything that rounds to it, `over 500` anything above, `58 children` just 58. Numbers that leave a value in
common do not disagree.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from math import inf, trunc

from boardmine.checks.statement import Statement
from boardmine.records import Bound, Unit

_DECIMALS = re.compile(r"\d\.(\d+)")
_ABOUT = 0.05
_EPSILON = 1e-9


@dataclass(frozen=True, slots=True)
class Range:
    """Values from `low` to `high`, both included."""

    low: float
    high: float

    @property
    def is_point(self) -> bool:
        """Whether it is one value."""
        return self.high - self.low <= _EPSILON

    def widened(self, by: float) -> Range:
        """The range with so much more at both ends."""
        return Range(self.low - by, self.high + by)

    def touches(self, other: Range) -> bool:
        """Whether the two have a value in common."""
        return max(self.low, other.low) <= min(self.high, other.high) + _EPSILON


def decimals(statement: Statement) -> int:
    """How many digits stand behind the decimal point of the number as written."""
    found = _DECIMALS.search(statement.number)
    if found:
        return len(found[1])
    text = f"{statement.value:.4f}".rstrip("0")
    return 0 if any(c.isdigit() for c in statement.number) else len(text.partition(".")[2])


def step(statement: Statement) -> float:
    """The distance between two neighbouring numbers that are written so: 0.1 for `41.4%`, 1 for `58`.

    Counts of thousands that end in two noughts are taken as rounded to hundreds.
    """
    if statement.unit is Unit.COUNT and abs(statement.value) >= 1000 and statement.value % 100 == 0:
        return 100.0
    return float(10.0 ** -decimals(statement))


def stated(statement: Statement) -> Range:
    """The values that the words leave open."""
    value, half = statement.value, step(statement) / 2
    whole = statement.unit is Unit.COUNT and statement.type != "mean"
    if whole and half <= 0.5:
        half = 0.0
    match statement.bound:
        case Bound.OVER | Bound.AT_LEAST:
            return Range(value - half, inf)
        case Bound.UNDER | Bound.AT_MOST:
            return Range(-inf, value + half)
        case Bound.ABOUT:
            half = max(half, abs(value) * _ABOUT)
    return Range(value - half, value + half)


def agree(one: Statement, other: Statement) -> bool:
    """Whether two statements of one figure may both be right. Two numbers that are rounded next to each other (41.4
    and 41.5) do not agree, though both leave 41.45 open."""
    a, b = stated(one), stated(other)
    shared = min(a.high, b.high) - max(a.low, b.low)
    if shared > _EPSILON:
        return True
    return shared >= -_EPSILON and (a.is_point or b.is_point or Bound.EXACT not in (one.bound, other.bound))


def cut_off(value: float, statement: Statement) -> bool:
    """Whether the number is the value with digits cut off instead of rounded: 42.4 for 42.4528."""
    unit = step(statement)
    return abs(trunc(abs(value) / unit + _EPSILON) * unit - abs(statement.value)) <= unit * 1e-6
