"""Quarters, halves, school terms and years, financial unless they are said to be school years."""

from __future__ import annotations

import re
from datetime import date

from boardmine.language.mentions import Period, Span, When
from boardmine.language.periods.parts import PAIR_DASH, YEAR, YEAR_PAIR, days, named, year_of
from boardmine.language.periods.reckoning import last_day, quarter
from boardmine.language.rules import DIGIT, Rule, rule
from boardmine.language.wordnumbers import small_number

_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "final": 4, "last": 4}
_Q = r"(?:q\s?(?=\d)|qtrs?\.?\s?|quarters?\s+)"
_QUARTERS = rf"{_Q}(?P<n1>[1-4])\s*(?:-|–|to|and|&)\s*(?:{_Q})?(?P<n>[1-4])\b"
_NUMBER = r"(?P<n>[1-4]\b|one\b|two\b|three\b|four\b)"
_ORDINAL = named("n", "|".join(_ORDINALS))
_OF_THE_YEAR = r"\s+of\s+the\s+(?:financial\s+)?year\b"
_OF_YEAR = named("pair", rf"{YEAR_PAIR}|\d\d[–-]\d\d\b|{YEAR}(?!\d)")
_TERM = r"(?P<term>autumn|spring|summer)\s+term"
_TERMS = {"autumn": ((9, 1), (12, 31)), "spring": ((1, 1), (3, 31)), "summer": ((4, 1), (8, 31))}
"""First and last month and day of a school term, holidays with the term before them."""

_SCHOOL_YEAR = r"(?:academic|school)\s+year"
_NO_AGE = r"(?<!aged\s)(?<!ages\s)"
_NOT_AGES = r"(?!\s*-?\s*(?:years?|yrs?)[\s-]*olds?)"
"""`16/17 year olds` are of no financial year."""

_MARK = r"(?<=\d{4}/\d\d)\d{1,2}(?!\d|,\d|%)"
"""A footnote's mark behind `2014/15`."""

_MAX_YEARS = 5
"""More years than these are no pair that a figure is counted over."""


def _year_pair(m: re.Match[str]) -> Period | None:
    pair = _pair(m["pair"])
    if pair is None:
        return None
    first, last = pair
    if m["academic"] or m.groupdict().get("academic2"):
        return days(m, date(first, 9, 1), date(last, 8, 31), academic=True)
    return days(m, date(first, 4, 1), date(last, 3, 31))


def _pair(text: str) -> tuple[int, int] | None:
    """The two years of `2020/21`; None where they are too far apart, or short and not one after the other."""
    a, b = re.split(rf"{PAIR_DASH}|\s+to\s+", text)
    first = year_of(a)
    last = int(b) if len(b) == 4 else first // 100 * 100 + int(b) + (100 if int(b) < first % 100 else 0)
    gap = last - first
    if gap < 1 or gap > _MAX_YEARS or (len(a) == 2 and (gap != 1 or not 5 <= int(a) <= 40)):
        return None
    return first, last


def _quarter(m: re.Match[str]) -> Period | None:
    number = _quarter_number(m["n"])
    start = _start_year(m["pair"])
    return days(m, *quarter(start, number)) if number and start else None


def _ordinal_quarter(m: re.Match[str]) -> Period | None:
    """The first quarter of 2018/19 starts in April, that of 2018 in January."""
    if not _is_calendar_year(m["pair"]):
        return _quarter(m)
    year, month = int(m["pair"]), 3 * _ORDINALS[m["n"]]
    return days(m, date(year, month - 2, 1), last_day(year, month))


def _is_calendar_year(text: str) -> bool:
    return len(text) == 4 and text.isdigit()


def _quarter_alone(m: re.Match[str]) -> Period | None:
    number = _quarter_number(m["n"])
    return Period(m.start(), m.end(), When.QUARTER_OF, number=number, span=Span.QUARTER) if number else None


def _quarters_alone(m: re.Match[str]) -> Period | None:
    first, last = int(m["n1"]), int(m["n"])
    if first >= last:
        return None
    return Period(m.start(), m.end(), When.QUARTER_OF, number=last, from_number=first, span=Span.QUARTER)


def _financial_year_to(m: re.Match[str]) -> Period | None:
    """`FY 2023` as the financial year that ends in 2023, as statistics name them."""
    year = year_of(m["y"])
    return days(m, date(year - 1, 4, 1), date(year, 3, 31))


def _broken_pair(m: re.Match[str]) -> Period | None:
    first = int(m["a"])
    if int(m["b"] + m["c"]) != (first + 1) % 100:
        return None
    return days(m, date(first, 4, 1), date(first + 1, 3, 31))


def _quarters(m: re.Match[str]) -> Period | None:
    start = _start_year(m["pair"])
    return days(m, quarter(start, int(m["n1"]))[0], quarter(start, int(m["n"]))[1]) if start else None


def _half(m: re.Match[str]) -> Period | None:
    start = _start_year(m["pair"])
    if not start:
        return None
    number = 1 if m["n"] == "1" or m["m"] == "first" else 2
    if m["m"] and _is_calendar_year(m["pair"]):
        return days(m, date(start, 6 * number - 5, 1), last_day(start, 6 * number))
    return days(m, quarter(start, 2 * number - 1)[0], quarter(start, 2 * number)[1])


def _quarter_number(word: str) -> int | None:
    number = int(word) if word.isdigit() else _ORDINALS.get(word) or small_number(word)
    return number if number and number <= 4 else None


def _start_year(text: str) -> int | None:
    """The year in which a financial year starts: `2021/22`, or `2021` where that is all that is said."""
    if _is_calendar_year(text):
        return int(text)
    pair = _pair(text)
    return pair[0] if pair else None


def _term(m: re.Match[str]) -> Period | None:
    first, last = _TERMS[m["term"]]
    year = int(m["y"]) if m["y"] else None
    if m["pair"]:
        pair = _pair(m["pair"])
        year = pair[0] + (m["term"] != "autumn") if pair else None
    return days(m, date(year, *first), date(year, *last), academic=True) if year else None


QUARTER_RULES: tuple[Rule[Period], ...] = (
    # Q1 to Q3 2023/24; quarters 1 & 2 of 2023/24
    rule(rf"\b(?<!,\s){_QUARTERS}\s*,?\s*(?:of\s+)?{_OF_YEAR}", _quarters, "q"),
    # quarter 1 of 2021/22; Q3 2017-18
    rule(rf"\b{_Q}{_NUMBER}\s*,?\s*(?:of\s+)?\(?{_OF_YEAR}\)?", _quarter, "q"),
    # 2021/22 Q3
    rule(rf"(?<![\d/-]){named('pair', YEAR_PAIR)}\s*,?\s*\(?{_Q}{_NUMBER}\)?", _quarter, "q"),
    # third quarter of 2021/22
    rule(rf"\b{_ORDINAL}\s+quarter(?:\s+of)?\s+{_OF_YEAR}", _ordinal_quarter, "quarter"),
    # Q1 to Q3, unless in a row of them
    rule(rf"\b(?<!,\s){_QUARTERS}", _quarters_alone, "q"),
    # Q3; quarter three; the third quarter; the last quarter of the year, but not the last quarter
    rule(rf"\b{_Q}{_NUMBER}", _quarter_alone, "q"),
    rule(rf"\b(?:{_ORDINAL})\s+quarter\b(?:{_OF_THE_YEAR}|(?<!last\squarter))", _quarter_alone, "quarter"),
    # H1 2023/24; the first half of 2023/24
    rule(rf"\b(?:h(?P<n>[12])|(?P<m>first|second)\s+half)\s+(?:of\s+)?{_OF_YEAR}", _half, "h1 h2 half"),
)

TERM_HEAD_RULES: tuple[Rule[Period], ...] = (
    # Autumn 2022, which in running text is a season
    rule(
        rf"^\s*(?P<term>autumn|spring|summer)\s+(?:{named('pair', YEAR_PAIR)}|{named('y', YEAR)})(?!\d)",
        _term,
        "autumn spring summer",
    ),
)

YEAR_RULES: tuple[Rule[Period], ...] = (
    *QUARTER_RULES,
    # autumn term 2022; summer term 2021/22
    rule(rf"\b{_TERM}\s+(?:of\s+)?(?:{named('pair', YEAR_PAIR)}|{named('y', YEAR)})(?!\d)", _term, "term"),
    # the financial year 2022 to 2023; academic year 2021 to 2022
    rule(
        rf"\b(?:(?P<academic>{_SCHOOL_YEAR})|(?:financial\s+)?year)s?\s+(?P<pair>{YEAR}\s+to\s+{YEAR})\b",
        _year_pair,
        "year",
    ),
    # FY 2023; FY23
    rule(r"\bfy\s?(?P<y>(?:20)?\d\d)(?![\d/–-])", _financial_year_to, "fy"),
    # 2020/2 1, which a line or a cell has broken
    rule(r"(?<![\d/])(?P<a>20\d\d)/(?P<b>\d)\s(?P<c>\d)(?![\d.,%/])", _broken_pair, "/"),
    # the academic year 2020/21; 2019-20; 20/21
    rule(
        rf"\b{_NO_AGE}(?P<academic>{_SCHOOL_YEAR}s?\s+|ay\s?)?(?:fy\s?)?(?<![\d/]){named('pair', YEAR_PAIR)}"
        rf"(?:{_MARK})?(?![\d/]){_NOT_AGES}(?P<academic2>\s+{_SCHOOL_YEAR})?",
        _year_pair,
        DIGIT,
        "/ - –",
    ),
)
