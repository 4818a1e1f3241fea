"""Columns of earlier values that name no dates: `Previous quarter` and `Same period last year` of a dated column."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta

from boardmine.language.mentions import Period, When
from boardmine.language.periods import last_day, months_before

_SAME_LAST_YEAR = re.compile(
    r"\b(?:same|this|corresponding|equivalent)\s+(?:period|quarter|month|time|point|date)\W+"
    r"(?:in\s+|of\s+|the\s+)*(?:(?:last|previous|prior)\s+year|(?:a|one|1)\s+year\s+(?:ago|earlier|before))\b"
    r"|\b(?:a|one|1)\s+year\s+ago\b",
    re.I,
)
_PREVIOUS = re.compile(
    r"^\W*(?:previous|prior|last|preceding)\s+(?P<span>quarter|qtr|month|period|report(?:ing\s+period)?)\b", re.I
)
_MONTHS = {"quarter": 3, "qtr": 3, "month": 1}


def earlier_than(latest: Period, head: str) -> Period | None:
    """The period of a column headed so where the latest dated column is of a month or quarter (or its last day)."""
    if latest.when is not When.FIXED or latest.first is None or latest.last is None:
        return None
    length = _months(latest.first, latest.last)
    if _SAME_LAST_YEAR.search(head):
        return _moved(latest, 12)
    match = _PREVIOUS.search(head)
    if match is None:
        return None
    months = _MONTHS.get(match["span"].lower(), length)
    # The quarter before a month, or the month before a quarter, is not told by these words alone.
    return _moved(latest, months) if months and months == length else None


def latest_of(periods: Iterable[Period]) -> Period | None:
    """The month or quarter that ends last, where one does."""
    parts = [p for p in periods if p.when is When.FIXED and p.first and p.last and _months(p.first, p.last)]
    return max(parts, key=lambda p: p.last or date.min, default=None)


def _months(first: date, last: date) -> int:
    """How many whole months from day to day, where it is one or three."""
    if first.day != 1 or (last + timedelta(days=1)).day != 1:
        return 0
    months = (last.year - first.year) * 12 + last.month - first.month + 1
    return months if months in (1, 3) else 0


def _moved(period: Period, months: int) -> Period:
    assert period.first is not None
    assert period.last is not None
    last = months_before(period.last.replace(day=1), months)
    return replace(period, first=months_before(period.first, months), last=last_day(last.year, last.month))
