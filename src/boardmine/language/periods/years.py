"""Quarters and years, financial unless they are said to be school years."""

from __future__ import annotations

import re
from datetime import date

from boardmine.language.mentions import Period, Span, When
from boardmine.language.periods.parts import PAIR_DASH, YEAR, YEAR_PAIR, days, named, year_of
from boardmine.language.periods.reckoning import quarter
from boardmine.language.rules import DIGIT, Rule, rule
from boardmine.language.wordnumbers import small_number

_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "final": 4}
_OF_YEAR = named("pair", rf"{YEAR_PAIR}|{YEAR}")
_SCHOOL_YEAR = r"(?:academic|school)\s+year"
_MAX_YEARS = 5
"""More years than these are no pair that a figure is counted over."""


def _year_pair(m: re.Match[str]) -> Period | None:
    pair = _pair(m["pair"])
    if pair is None:
        return None
    first, last = pair
    if m["academic"] or m["academic2"]:
        return days(m, date(first, 9, 1), date(last, 8, 31), academic=True)
    return days(m, date(first, 4, 1), date(last, 3, 31))


def _pair(text: str) -> tuple[int, int] | None:
    """The two years of `2020/21`; None where they are too far apart, or short and not one after the other."""
    a, b = re.split(PAIR_DASH, text)
    first = year_of(a)
    last = int(b) if len(b) == 4 else first // 100 * 100 + int(b) + (100 if int(b) < first % 100 else 0)
    gap = last - first
    if gap < 1 or gap > _MAX_YEARS or (len(a) == 2 and (gap != 1 or not 5 <= int(a) <= 40)):
        return None
    return first, last


def _quarter(m: re.Match[str]) -> Period | None:
    word = m["n"]
    number = int(word) if word.isdigit() else _ORDINALS.get(word) or small_number(word)
    if number is None or not 1 <= number <= 4:
        return None
    if m["pair"] is None:
        return Period(m.start(), m.end(), When.QUARTER_OF, number=number, span=Span.QUARTER)
    return days(m, *quarter(year_of(re.split(PAIR_DASH, m["pair"])[0]), number))


YEAR_RULES: tuple[Rule[Period], ...] = (
    # quarter 1 of 2021/22; Q3 2017-18; quarter three
    rule(
        rf"\b(?:q\s?(?=\d)|qtr\.?\s?|quarter\s+)(?P<n>[1-4]\b|one|two|three|four)(?:\s*,?\s*(?:of\s+)?\(?{_OF_YEAR}\)?)?",
        _quarter,
        "q",
    ),
    # third quarter of 2021/22
    rule(
        rf"\b(?P<n>{'|'.join(_ORDINALS)})\s+quarter(?:\s+of)?(?:\s+{_OF_YEAR})?",
        _quarter,
        "quarter",
    ),
    # the academic year 2020/21; 2019-20; 20/21
    rule(
        rf"\b(?P<academic>{_SCHOOL_YEAR}s?\s+)?(?<![\d/]){named('pair', YEAR_PAIR)}(?![\d/])"
        rf"(?P<academic2>\s+{_SCHOOL_YEAR})?",
        _year_pair,
        DIGIT,
        "/ - –",
    ),
)
