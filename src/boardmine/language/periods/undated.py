"""A day or a month without its year, and a year by itself: read only where no fuller words have claimed them."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from boardmine.language.mentions import Period, Span, When
from boardmine.language.periods.parts import (
    DAY,
    LONG_MONTH,
    MONTH,
    MONTH_SIGNS,
    SPANS,
    TO,
    YEAR,
    YEAR_SIGNS,
    day_of,
    days,
    month_of,
    named,
    year_of,
)
from boardmine.language.rules import DIGIT, Rule, rule
from boardmine.language.wording import TITLES_OF_A_YEAR, one_of
from boardmine.language.wordnumbers import SMALL_NUMBER, small_number

_BETWEEN = re.compile(r"\bbetween\s+$", re.I)
_LEAP_YEAR = 2000
"""Stands for the year of a day without one, so that 29 February is a day."""

_MONTH_AS_WRITTEN = "|".join(
    [*(name.capitalize() for name in LONG_MONTH.split("|")), "Sept|Oct|Nov|Dec|Jan|Feb|Apr|Aug"]
)
_NEVER_A_WORD = "January|February|April|June|July|August|September|October|November|December"
"""Months whose names are no other words: `May` and `March` are."""

_LEADS = "in since of by from to at than during until for over last and end YTD".split()
_LEADS += "In Since By From During Until For Over Last".split()
_AFTER_LEAD = "|".join([*(rf"(?<=\b{word}\s)" for word in _LEADS), r"(?<=-\s)", r"(?<=–\s)", r"(?<=\()"])
"""What stands before a month that is meant as one."""

_NOT_COUNTED = (
    r"(?!['’]?s\b)(?![\d,]\d|[/–-]\d|\.\d|%|\s?(?:per\s?cent|children|young|people|families|pupils|cases))(?!\d)"
)
"""Behind four figures that are a year and no count."""


_TITLES = tuple(title.replace(" ", r"\s") for title in TITLES_OF_A_YEAR)
_NO_TITLE = "".join(rf"(?<!\b{title}\s)(?<!\b{title},\s)(?<!\b{title}\s\()" for title in _TITLES)
"""`Children Act 1989` and `Regulations (2005)` are names."""

_SEASONS = "autumn winter spring summer".split()
_NO_SEASON = "".join(rf"(?<!{season}\s)(?<!{season}\sof\s)" for season in _SEASONS)
"""`autumn 2022` is not the year 2022."""


def _day_month(m: re.Match[str]) -> Period | None:
    day = day_of(_LEAP_YEAR, month_of(m["m"]), m["d"])
    return Period(m.start(), m.end(), When.DAY_OF, first=day, moment=True) if day else None


def _bare_month(m: re.Match[str]) -> Period:
    return Period(m.start(), m.end(), When.MONTH_OF, number=month_of(m["m"]), span=Span.MONTH)


def _bare_line(m: re.Match[str]) -> Period:
    return replace(_bare_month(m), start=m.start("m"), end=m.end("m"))


def _with_year_said(m: re.Match[str]) -> Period | None:
    """`March this year` is the last March, `March last year` that of the year before the document's."""
    ago = 1 if m["which"] == "last" else 0
    if m["d"]:
        day = _day_month(m)
        return replace(day, years_ago=ago) if day else None
    first = date(year_of(m["y1"]), month_of(m["m1"]), 1) if m["y1"] else None
    return replace(_bare_month(m), first=first, years_ago=ago)


def _day_range(m: re.Match[str]) -> Period | None:
    first, last = (day_of(_LEAP_YEAR, month_of(m["m" + n]), m["d" + n]) for n in ("1", ""))
    if first is None or last is None or (m["joined"] and not _BETWEEN.search(m.string[: m.start()])):
        return None
    return Period(m.start(), m.end(), When.DAY_OF, first=first, last=last)


def _month_range(m: re.Match[str]) -> Period | None:
    if m["joined"] and not _BETWEEN.search(m.string[: m.start()]):
        return None
    return replace(_bare_month(m), from_number=month_of(m["m1"]))


def _rolling_to_month(m: re.Match[str]) -> Period | None:
    number = small_number(m["n"]) if m["n"] else 1
    if number is None or not 1 <= number <= 60:
        return None
    span = SPANS[m["s"].rstrip("s")]
    return Period(m.start(), m.end(), When.ROLLING, number=number, span=span, to_month=month_of(m["m"]))


def _calendar_year(m: re.Match[str]) -> Period | None:
    year = int(m["y"])
    return days(m, date(year, 1, 1), date(year, 12, 31)) if 1985 <= year <= 2060 else None


_COUNTED = one_of(
    "children, young, people, families, pupils, care, looked, households, foster, carers, cases, adoption, referrals, "
    "social, babies"
)
_NO_NUMBER = rf"(?!\s*\d(?![\d,]*\s+{_COUNTED}\b))"
"""Not before a number that may be a year; `31 March 412 children` is a day and a count."""
_MONTH_AS_SAID = rf"(?:{_MONTH_AS_WRITTEN}|Mar|Jun|Jul)\b"
_D1, _M1 = named("d1", DAY), named("m1", MONTH)
_NO_YEAR = r"(?!,?\s*['’]?\d)(?!\s+(?:this|last)\s+year)"

YEAR_IN_WORDS_RULES: tuple[Rule[Period], ...] = (
    # May this year; 31 March last year; between April 2020 and March this year
    rule(
        rf"\b(?:(?:(?<=between\s)|(?<=from\s)){_M1}\s+{named('y1', YEAR)}\s+(?:and|to)\s+(?:the\s+end\s+of\s+)?"
        rf"|{named('d', DAY)}(?:\s+of)?\s*)?{named('m', LONG_MONTH)}\s+(?:of\s+)?(?P<which>this|last)\s+year\b",
        _with_year_said,
        MONTH_SIGNS,
        "year",
    ),
)

UNDATED_RULES: tuple[Rule[Period], ...] = (
    # the year to March; the six months ending in September
    rule(
        rf"\b(?:{named('n', SMALL_NUMBER)}[\s-]*)?(?P<s>months?|years?|quarters?)(?:\s+period)?"
        rf"\s+(?:up\s+to|to|ending|ended)\s+(?:(?:the\s+)?end\s+of\s+|in\s+)?{named('m', LONG_MONTH)}\b{_NO_YEAR}",
        _rolling_to_month,
        "month year quarter",
        MONTH_SIGNS,
    ),
    # 1 April to 30 June
    rule(
        rf"\b{_D1}\s*{_M1}{TO}{named('d', DAY)}\s*{named('m', MONTH)}{_NO_YEAR}",
        _day_range,
        MONTH_SIGNS,
        DIGIT,
    ),
    # April to June
    rule(
        rf"\b{named('m1', _MONTH_AS_SAID)}{TO}(?:the\s+end\s+of\s+)?{named('m', _MONTH_AS_SAID)}{_NO_YEAR}",
        _month_range,
        MONTH_SIGNS,
        as_written=True,
    ),
    # 29 November
    rule(rf"\b{named('d', DAY)}(?:\s+of)?\s*{named('m', MONTH)}{_NO_NUMBER}", _day_month, MONTH_SIGNS, DIGIT),
    # November 29th
    rule(rf"\b{named('m', LONG_MONTH)}\s+(?P<d>\d{{1,2}})(?:st|nd|rd|th)\b", _day_month, MONTH_SIGNS, DIGIT),
    # a year by itself
    rule(
        rf"(?={YEAR}){_NO_SEASON}{_NO_TITLE}(?<![\d£$.,/–-]){named('y', YEAR)}{_NOT_COUNTED}"
        r"(?!\s+(?:act|regulations)\b)",
        _calendar_year,
        YEAR_SIGNS,
    ),
    # in September; since May
    rule(
        rf"(?=[ADFJMNOS])(?:{_AFTER_LEAD}){named('m', _MONTH_AS_WRITTEN)}\b", _bare_month, MONTH_SIGNS, as_written=True
    ),
    # September:
    rule(rf"\b{named('m', _NEVER_A_WORD)}\b", _bare_month, MONTH_SIGNS, as_written=True),
    # a line with a number: May 412
    rule(rf"^\W*{named('m', 'May|March')}\s*[:=–-]?\s+\d[\d,.]*\W*$", _bare_line, DIGIT, as_written=True),
    # of a list: ...; May 412; ...
    rule(rf"(?<=[:;,]\s){named('m', 'May|March')}(?=\s+\d[\d,.]*(?:[;,]|\W*$))", _bare_month, DIGIT, as_written=True),
)

UNDATED_HEAD_RULES: tuple[Rule[Period], ...] = (
    # a column headed May
    rule(rf"^\s*{named('m', MONTH)}\s*$", _bare_month, MONTH_SIGNS),
)
