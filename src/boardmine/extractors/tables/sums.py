"""Columns and rows of sums over months or quarters: their time is from the first to the last of these."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from boardmine.language.mentions import Period, When

_SUM = re.compile(
    r"\W*(?:grand\s+|overall\s+|annual\s+|full[\s-]+year\s+|year(?:ly)?\s+)?(?:total|sum)s?"
    r"(?:\s+(?:for\s+(?:the\s+)?)?(?:year|period))?\W*",
    re.I,
)
_LONGEST_PART = 190


def is_sum(text: str) -> bool:
    """Whether a head or label says that its figures are sums of others: `Total`, `Year total`."""
    return _SUM.fullmatch(text) is not None


def summed(before: Sequence[Period | None]) -> Period | None:
    """From the first to the last of the months or quarters right before a sum, where there are several and each
    begins as the one before it ends."""
    run: list[Period] = []
    for period in reversed(before):
        if period is None or not _is_part(period) or (run and not _follows(run[-1], period)):
            break
        run.append(period)
    return replace(run[0], first=run[-1].first, moment=False) if len(run) > 1 else None


def _is_part(period: Period) -> bool:
    dated = period.when is When.FIXED and period.first is not None and period.last is not None
    return dated and 27 <= _days(period) <= _LONGEST_PART


def _days(period: Period) -> int:
    return (period.last - period.first).days + 1 if period.first and period.last else 0


def _follows(later: Period, earlier: Period) -> bool:
    return earlier.last is not None and later.first == earlier.last + timedelta(days=1)
