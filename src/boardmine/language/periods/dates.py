"""Days, months and spans of them that are given with their year."""

from __future__ import annotations

import re
from datetime import date

from boardmine.language.mentions import Period, Span, When
from boardmine.language.periods.parts import (
    DAY,
    MONTH,
    MONTH_SIGNS,
    TO,
    WEEKDAY,
    YEAR,
    YEAR_OR_SHORT,
    YEAR_SIGNS,
    day_of,
    days,
    is_pair_of_two,
    moment,
    month_of,
    named,
    year_of,
)
from boardmine.language.periods.reckoning import last_day
from boardmine.language.rules import DIGIT, Rule, rule

_D1, _M1, _Y1 = named("d1", DAY), named("m1", MONTH), named("y1", YEAR)
_D, _M = named("d", DAY), named("m", MONTH)
_Y = rf"{named('y', YEAR)}(?:\d{{1,2}}(?!\d|,\d|%))?"
"""A year behind its month, on which a footnote's mark may hang: `31 March 201412`."""

_MONTH_Y1 = rf"{_M1},?\s+{_Y1}"
_MONTH_Y = rf"{_M},?\s+{_Y}"


def _numeric(suffix: str) -> str:
    """`31.3.21`, `31/03/2021`, its groups named with a suffix."""
    parts = named(f"d{suffix}", r"\d\d?"), named(f"m{suffix}", r"\d\d?"), named(f"y{suffix}", YEAR_OR_SHORT)
    return "[./]".join(parts)


def _full_date(m: re.Match[str]) -> Period | None:
    return moment(m, day_of(year_of(m["y"]), month_of(m["m"]), m["d"]))


def _numeric_date(m: re.Match[str]) -> Period | None:
    month = int(m["m"])
    return moment(m, day_of(year_of(m["y"]), month, m["d"])) if 1 <= month <= 12 else None


def _date_range(m: re.Match[str]) -> Period | None:
    if is_pair_of_two(m):
        return None
    year, month = year_of(m["y"]), month_of(m["m"])
    first_month = month_of(m["m1"]) if m["m1"] else month
    first_year = year_of(m["y1"]) if m["y1"] else year - (first_month > month)
    return days(m, day_of(first_year, first_month, m["d1"]), day_of(year, month, m["d"]))


def _numeric_range(m: re.Match[str]) -> Period | None:
    if is_pair_of_two(m):
        return None
    if not (1 <= int(m["m1"]) <= 12 and 1 <= int(m["m"]) <= 12):
        return None
    first = day_of(year_of(m["y1"]), int(m["m1"]), m["d1"])
    return days(m, first, day_of(year_of(m["y"]), int(m["m"]), m["d"]))


def _month_range(m: re.Match[str]) -> Period | None:
    if is_pair_of_two(m):
        return None
    return _months(m, year_of(m["y"]), year_of(m["y1"]) if m["y1"] else None)


def _months(m: re.Match[str], year: int, first_year: int | None = None) -> Period | None:
    """From a month to a month of `year`; the first is of the year before where it comes later in a year."""
    first_month, month = month_of(m["m1"]), month_of(m["m"])
    first_year = first_year or year - (first_month > month)
    return days(m, date(first_year, first_month, 1), last_day(year, month))


def _to_same_day(m: re.Match[str]) -> Period | None:
    month = month_of(m["m"])
    return days(m, day_of(year_of(m["y"]), month, m["d"]), day_of(year_of(m["y2"]), month, m["d"]))


def _month_to_day(m: re.Match[str]) -> Period | None:
    if is_pair_of_two(m):
        return None
    first = date(year_of(m["y1"]), month_of(m["m1"]), 1)
    return days(m, first, day_of(year_of(m["y"]), month_of(m["m"]), m["d"]))


def _day_to_month(m: re.Match[str]) -> Period | None:
    if is_pair_of_two(m):
        return None
    first = day_of(year_of(m["y1"]), month_of(m["m1"]), m["d1"])
    return days(m, first, last_day(year_of(m["y"]), month_of(m["m"])))


def _month_year(m: re.Match[str]) -> Period | None:
    year, month = year_of(m["y"]), month_of(m["m"])
    return days(m, date(year, month, 1), last_day(year, month))


def _year_to(m: re.Match[str], year: int, month: int) -> Period:
    last = last_day(year, month)
    return Period(m.start(), m.end(), When.ROLLING, last=last, number=1, span=Span.YEAR)


_NO_PARAGRAPH = "".join(rf"(?<!\b{word}\s)" for word in "paragraph para section appendix item version".split())
"""`paragraph 3.4.12` is no day."""

_SHORT_YEAR = r"(?:['’]\d\d|[0-4]\d)"
_NO_COUNT = r"(?!\d|[.,]\d|\s*%)(?=\s*(?:$|[.,;:)|\]–-]|(?:and|to|was|were|is|are|there|compared)\b))"
"""Behind two figures that are a year: nothing that could be counted."""

SPAN_RULES: tuple[Rule[Period], ...] = (
    # between 31 March 2020 and the same day in 2021
    rule(
        rf"(?<=\bbetween\s){_D}\s*{_MONTH_Y}\s+and\s+the\s+same\s+(?:day|date)\s+(?:in|of)\s+(?P<y2>{YEAR})\b",
        _to_same_day,
        MONTH_SIGNS,
        "same",
    ),
    # 1 April 20 to 31 March 21
    rule(
        rf"\b{_D1}\s*{_M1},?\s+{named('y1', _SHORT_YEAR)}{TO}{_D}\s*{_M},?\s+{named('y', _SHORT_YEAR)}{_NO_COUNT}",
        _date_range,
        MONTH_SIGNS,
    ),
    # 1 April 2020 to 31 March 2021; 25-29 October 2021; 30 September - 22 October 2014
    rule(
        rf"\b{_D1}(?:\s*{_M1}(?:,?\s+{_Y1})?)?{TO}{_D}\s*{_MONTH_Y}\b",
        _date_range,
        MONTH_SIGNS,
        YEAR_SIGNS,
    ),
    # 1.4.20 - 31.3.2021
    rule(rf"\b{_numeric('1')}{TO}{_numeric('')}\b", _numeric_range, DIGIT, ". /"),
    # 1 April 2014 to December 2014
    rule(rf"\b{_D1}\s*{_MONTH_Y1}{TO}(?:the\s+end\s+of\s+)?{_MONTH_Y}\b", _day_to_month, MONTH_SIGNS, YEAR_SIGNS),
    # April 2009 to 31 March 2010
    rule(rf"\b{_MONTH_Y1}{TO}{_D}\s*{_MONTH_Y}\b", _month_to_day, MONTH_SIGNS, YEAR_SIGNS),
)

DAY_RULES: tuple[Rule[Period], ...] = (
    # Tuesday 30th November, 2021
    rule(rf"\b{WEEKDAY}{_D}(?:\s+of)?\s*{_MONTH_Y}\b", _full_date, MONTH_SIGNS, YEAR_SIGNS),
    # 31 March '21; 31 March 21, unless 21 may be counted
    rule(rf"\b{_D}\s*{_M},?\s+{named('y', _SHORT_YEAR)}{_NO_COUNT}", _full_date, MONTH_SIGNS),
    # March 31 2015
    rule(rf"\b{_M}\s+{_D},?\s+{_Y}\b", _full_date, MONTH_SIGNS, YEAR_SIGNS),
    # 2021-11-30
    rule(rf"\b{named('y', YEAR)}-(?P<m>\d\d)-(?P<d>\d\d)\b", _numeric_date, YEAR_SIGNS, "-"),
    # 07.02.22; 31/03/2024
    rule(
        rf"(?=\d)(?<![\d./]){_NO_PARAGRAPH}(?P<d>\d\d?)(?P<sep>[./])(?P<m>\d\d?)(?P=sep)(?P<y>{YEAR_OR_SHORT})(?![\d/])",
        _numeric_date,
        DIGIT,
        ". /",
    ),
    # 31-03-2024
    rule(rf"(?<![\d-])(?P<d>\d\d?)-(?P<m>\d\d?)-{named('y', YEAR)}(?![\d-])", _numeric_date, "-"),
)

_SHORT_RANGE = rule(
    # Apr-Jun 23
    rf"(?<!\d\s)(?<!\d)\b{_M1}\s*[-–]\s*{_M}\s?['’]?(?P<y>\d\d)\b(?!\s*(?:%|per\s?cent|[.,]\d))",
    lambda m: _months(m, year_of(m["y"])),
    MONTH_SIGNS,
    "- –",
)

MONTH_RULES: tuple[Rule[Period], ...] = (
    # October 2023 to December 2023; between January and July 2019; April-September 2021
    rule(rf"\b{_M1}(?:,?\s+{_Y1})?{TO}{_MONTH_Y}\b", _month_range, MONTH_SIGNS, YEAR_SIGNS),
    _SHORT_RANGE,
    # September 2021; Sept-2021
    rule(rf"\b{_M}[,-]?\s*{_Y}\b", _month_year, MONTH_SIGNS, YEAR_SIGNS),
    # as at Mar 24
    rule(
        rf"(?<=\bas\sat\s|\bas\sof\s)(?:end\s+(?:of\s+)?)?{_M}\s+(?P<y>[0-4]\d)\b(?!\d|[.,]\d|\s*%|\s+{YEAR})",
        _month_year,
        MONTH_SIGNS,
        "as",
    ),
    # Sept-21; Mar '19
    rule(rf"\b{_M}(?:\s?['’]|-)(?P<y>\d\d)\b", _month_year, MONTH_SIGNS, DIGIT),
)

HEAD_RULES: tuple[Rule[Period], ...] = (
    # Jul 21 - Jun 22
    rule(
        rf"\b{_M1}\s*['’-]?\s*{named('y1', YEAR_OR_SHORT)}{TO}{_M}\s*['’-]?\s*{named('y', YEAR_OR_SHORT)}(?!\d)",
        _month_range,
        MONTH_SIGNS,
        DIGIT,
    ),
    # 12 months to Sept 23; year ending Mar-22
    rule(
        rf"\b(?P<n>12\s+months?|year)\s+(?:to|ending|ended)\s+{_M}\s*['’-]?\s*(?P<y>\d\d)(?!\d)",
        lambda m: _year_to(m, year_of(m["y"]), month_of(m["m"])),
        MONTH_SIGNS,
        DIGIT,
    ),
    _SHORT_RANGE,
    # Mar 19, which in running text would be a day
    rule(rf"\b{_M}\s*['’-]?\s*(?P<y>\d\d)\b(?!\s*(?:{MONTH}|\d))", _month_year, MONTH_SIGNS, DIGIT),
)
