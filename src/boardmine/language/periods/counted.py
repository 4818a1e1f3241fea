"""Months that are counted from a start: the first eight of a year, the nine since April."""

from __future__ import annotations

import re
from datetime import date

from boardmine.language.mentions import Period, When
from boardmine.language.periods.parts import MONTH, YEAR, days, month_of, named, year_of
from boardmine.language.periods.reckoning import last_day
from boardmine.language.rules import Rule, rule
from boardmine.language.wordnumbers import SMALL_NUMBER, small_number

_N = named("n", SMALL_NUMBER)


def _opening_months(m: re.Match[str]) -> Period | None:
    """The first months of a financial year: of the document's date, or of the year that is said."""
    number = small_number(m["n"])
    if number is None or not 0 < number < 12:
        return None
    last = (number + 2) % 12 + 1
    if "y" not in m.groupdict():
        return Period(m.start(), m.end(), When.MONTH_OF, number=last, from_number=4)
    year = year_of(m["y"])
    return days(m, date(year, 4, 1), last_day(year + (number > 9), last))


def _months_since(m: re.Match[str]) -> Period | None:
    """So many months from the first of a month on."""
    number, first = small_number(m["n"]), date(year_of(m["y"]), month_of(m["m"]), 1)
    if number is None or not 0 < number < 12:
        return None
    ahead = first.month + number - 2
    return days(m, first, last_day(first.year + ahead // 12, ahead % 12 + 1))


COUNTED_RULES: tuple[Rule[Period], ...] = (
    # the first eight months of 2014/15
    rule(
        rf"\b(?:the\s+)?first\s+{_N}\s+months\s+of\s+(?P<y>{YEAR})[/-]\d\d(?:\d\d)?\b",
        _opening_months,
        "first",
    ),
    # in the nine months since April 2018
    rule(
        rf"\b{_N}\s+months\s+since\s+(?:1(?:st)?\s+)?{named('m', MONTH)},?\s+{named('y', YEAR)}\b",
        _months_since,
        "since",
    ),
    # in the first eight months of the year
    rule(
        rf"\b(?:in\s+|during\s+|over\s+)?(?:the\s+)?first\s+{_N}\s+months\s+of\s+(?:the|this)\s+(?:financial\s+)?year\b",
        _opening_months,
        "first",
    ),
)
