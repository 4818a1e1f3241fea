"""The named parts that patterns of periods are composed of, in small letters, and how their words are read."""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable
from datetime import date

from boardmine.language.mentions import Period, Span, When
from boardmine.language.periods.reckoning import last_day

MONTHS = {name.lower(): i for i, name in enumerate(calendar.month_name) if name}
MONTHS |= {name.lower(): i for i, name in enumerate(calendar.month_abbr) if name} | {"sept": 9}
"""The number of a month by its name or short name, in small letters."""

SPANS = {span.value: span for span in Span}

LONG_MONTH = "january|february|march|april|may|june|july|august|september|october|november|december"
MONTH = rf"(?:{LONG_MONTH}|jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec)\b\.?"
YEAR = r"(?:19|20)\d\d"
YEAR_OR_SHORT = rf"(?:{YEAR}|\d\d)"
DAY = r"\d{1,2}\s?(?:st|nd|rd|th)?"
WEEKDAY = r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+(?:the\s+)?)?"
TO = r"\s*(?:-|–|—|to|until|(?P<joined>and|&))\s*"
"""Between the two ends of a span; `and` only where `between` stands before (`is_pair_of_two`)."""

PAIR_DASH = r"\s?[/–-]\s?"
YEAR_PAIR = rf"(?:{YEAR}{PAIR_DASH}{YEAR_OR_SHORT}|\d\d/\d\d)"
"""`2020/21`, `2011-14`, `20/21`."""

MONTH_SIGNS = "jan feb mar apr may jun jul aug sep oct nov dec"
"""One of these is in every name of a month."""

YEAR_SIGNS = "19 20"

PeriodReader = Callable[[re.Match[str]], Period | None]


def named(name: str, pattern: str) -> str:
    """A part under a name by which its reader takes it."""
    return f"(?P<{name}>{pattern})"


def month_of(name: str) -> int:
    """The number of a month by its name as matched by MONTH, in any case."""
    return MONTHS[name.lower().rstrip(".")]


def year_of(text: str) -> int:
    """A year of four figures, or of two, with or without an apostrophe: up to 69 they are of this century."""
    value = int(text.lstrip("'’"))
    return value if value > 99 else 2000 + value if value < 70 else 1900 + value


def day_of(year: int, month: int, text: str) -> date | None:
    """A day from its number, with or without `st`; None where the month has no such day."""
    day = int(re.sub(r"\D", "", text))
    return date(year, month, day) if 1 <= day <= last_day(year, month).day else None


_BETWEEN = re.compile(r"\bbetween\s+(?:the\s+)?(?:\w+day\s+)?$")


def is_pair_of_two(m: re.Match[str]) -> bool:
    """Whether `and` stands between two times that are no span: `31 March 2020 and 31 March 2021`. Where one year is
    said for both (`26 and 27 May 2021`) they are."""
    lead = m.string[max(0, m.start() - 25) : m.start()]
    return bool(m["joined"] and m["y1"]) and not _BETWEEN.search(lead)


def moment(m: re.Match[str], day: date | None) -> Period | None:
    """A period of a single day."""
    return Period(m.start(), m.end(), When.FIXED, day, day, moment=True) if day else None


def days(m: re.Match[str], first: date | None, last: date | None, academic: bool = False) -> Period | None:
    """A period from a day to a day; None where there is no such day or the first comes after the last."""
    if first is None or last is None or first > last:
        return None
    return Period(m.start(), m.end(), When.FIXED, first, last, academic=academic)
