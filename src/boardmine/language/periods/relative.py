"""Words for a time that are to be resolved against the document's date or the period spoken of."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from boardmine.language.mentions import Period, Span, When
from boardmine.language.periods.parts import (
    DAY,
    MONTH,
    SPANS,
    WEEKDAY,
    YEAR,
    YEAR_OR_SHORT,
    YEAR_SIGNS,
    PeriodReader,
    day_of,
    days,
    month_of,
    named,
    year_of,
)
from boardmine.language.periods.reckoning import last_day
from boardmine.language.rules import Rule, rule
from boardmine.language.wording import one_of
from boardmine.language.wordnumbers import SMALL_NUMBER, small_number

_N = named("n", SMALL_NUMBER)
_SPAN = named("s", "year|month|quarter|week")
_SPAN_WITH_DAYS = named("s", "days?|weeks?|months?|quarters?|years?")
_LONG_SPANS = named("s", "months?|years?")
_SPANS_THAT_END = named("s", "months?|years?|quarters?")
_SCHOOL = named("academic", r"(?:academic|school)\s+")
_SCHOOL_YEAR_GROUP = (
    r"(?:[1-9]|1[0-3])\s+"
    r"(?:cohort|leavers|class|group|pupils|students|in\s+(?:full|part|education|employment)|unemployed)\b"
)
"""`the previous year 11 cohort` is of school years."""

_PREVIOUS = "(?:previous|prior|preceding)"
_OPT_PERIOD = r"(?:\s+period)?"
_POSSESSIVE = "(?:['’]s)?"
_MAX_NUMBER = 60
"""More spans than these are no period: `the last 100 years`."""


def _rolling(m: re.Match[str]) -> Period | None:
    text = m.groupdict().get("n")
    number = small_number(text) if text else 1
    if number is None or number > _MAX_NUMBER:
        return None
    return Period(m.start(), m.end(), When.ROLLING, number=number, span=_span(m))


def _rolling_to(m: re.Match[str]) -> Period | None:
    period, last = _rolling(m), _end(m)
    return replace(period, last=last) if period and last else None


def _week_to(m: re.Match[str]) -> Period | None:
    last = _end(m)
    return Period(m.start(), m.end(), When.ROLLING, last=last, number=1, span=Span.WEEK) if last else None


def _week_from(m: re.Match[str]) -> Period | None:
    first = _end(m)
    return days(m, first, first + timedelta(days=6)) if first else None


def _end(m: re.Match[str]) -> date | None:
    """The day that words for a day or a month mean; of a month, its last."""
    if m["nm"]:
        month = int(m["nm"])
        return day_of(year_of(m["ny"]), month, m["nd"]) if 1 <= month <= 12 else None
    year, month = year_of(m["y"]), month_of(m["m"])
    return day_of(year, month, m["d"]) if m["d"] else last_day(year, month)


def _same_of(m: re.Match[str]) -> Period | None:
    year = year_of(m["y"])
    first, last = (date(year, 4, 1), date(year + 1, 3, 31)) if m["y2"] else (date(year, 1, 1), date(year, 12, 31))
    return replace(period, when=When.SAME_OF) if (period := days(m, first, last)) else None


def _context(m: re.Match[str]) -> Period:
    """`in that year` with the length of what it refers to, `in the period` without."""
    span = SPANS.get(m["s"]) if m["which"] in ("that", "this") else None
    return Period(m.start(), m.end(), When.CONTEXT, span=span)


def _span(m: re.Match[str]) -> Span:
    return SPANS[m["s"].rstrip("s")]


def _plain(when: When, span: Span | None = None, number: int = 0) -> PeriodReader:
    return lambda m: Period(m.start(), m.end(), when, span=span, number=number)


def _spanned(when: When) -> PeriodReader:
    """A reader of words with a length of time in them and, it may be, how many."""

    def reader(m: re.Match[str]) -> Period | None:
        groups = m.groupdict()
        text = groups.get("n")
        number = 1 if not text or text == "a" else small_number(text)
        if number is None:
            return None
        academic = bool(groups.get("academic"))
        return Period(m.start(), m.end(), when, number=number, span=_span(m), academic=academic)

    return reader


_ENDING = r"(?:(?:leading\s+)?(?:up\s+)?to|ending|ended)"
_AT = r"(?:(?:(?:the\s+)?end\s+of|in|on)\s+)?"
_NUMERIC = rf"(?P<nd>\d\d?)(?P<sep>[./])(?P<nm>\d\d?)(?P=sep)(?P<ny>{YEAR_OR_SHORT})(?!\d)"
_DATE = rf"(?:(?:{WEEKDAY}{named('d', DAY)}\s+)?{named('m', MONTH)},?\s+{named('y', YEAR)}\b|{_NUMERIC})"
_WEEK_ENDING = r"(?:w/e|week\s+(?:ending|ended))"
_WEEK_FROM = r"(?:w/c|week\s+(?:commencing|beginning|starting))"

ROLLING_TO_RULES: tuple[Rule[Period], ...] = (
    # the twelve months to 31 March 2021; year ending March 2020; 12 months leading up to 31 March 2021
    rule(
        rf"\b(?:rolling\s+)?(?:{_N}[\s-]*)?{_SPANS_THAT_END}{_OPT_PERIOD}\s+{_ENDING}\s+{_AT}{_DATE}",
        _rolling_to,
        "month year quarter",
        YEAR_SIGNS + " . /",
    ),
    # w/e 12 November 2023; week commencing 6/11/2023
    rule(rf"\b{_WEEK_ENDING}\s+(?:on\s+)?{_DATE}", _week_to, "w/e week"),
    rule(rf"\b{_WEEK_FROM}\s+(?:on\s+)?{_DATE}", _week_from, "w/c week"),
)

SAME_RULES: tuple[Rule[Period], ...] = (
    # the same period in 2021; the same quarter of 2020/21
    rule(
        r"\b(?:the\s+)?same\s+(?:period|time|point|quarter|months?|day|date)\s+(?:in|of|during)\s+"
        rf"(?P<y>{YEAR})(?:[/-](?P<y2>\d\d))?(?![\d/-])",
        _same_of,
        "same",
    ),
)

_EARLIER_RULES: tuple[Rule[Period], ...] = (
    # the same period last year
    rule(
        r"\b(?:(?:in|for|over|at|to|during)\s+)?(?:the\s+)?same\s+(?:period|time|point|quarter|month)"
        rf"(?:\s+(?:in|of|during))?\s+(?:the\s+)?(?:last|previous|prior)\s+{named('s', 'year')}\b",
        _spanned(When.EARLIER),
        "same",
    ),
    # this time last year
    rule(rf"\b(?:at\s+)?this\s+(?:time|point)\s+last\s+{named('s', 'year')}\b", _spanned(When.EARLIER), "time point"),
    # in the same period
    rule(
        r"\b(?:in|over|for|during)?\s*(?:the\s+)?same\s+(?:period|time|timeframe|time\s+period)\b"
        r"(?!\s+(?:last|of|in))",
        _plain(When.CONTEXT),
        "same",
    ),
    # a year ago; two years earlier
    rule(
        rf"\b(?:(?P<n>{SMALL_NUMBER}|a)\s+)?{named('s', 'years?|months?|quarters?|weeks?')}\s+"
        r"(?:ago|earlier|before|previously|prior)\b",
        _spanned(When.EARLIER),
        "ago earlier before previously prior",
    ),
    # the year before
    rule(rf"\b(?:the\s+)?{named('s', 'year|month|quarter')}\s+before\b", _spanned(When.EARLIER), "before"),
    # in the previous year; than the preceding quarter's
    rule(
        rf"\b(?:(?:in|from|on|than|over)\s+)?(?:the\s+)?{_PREVIOUS}\s+(?:(?:financial|calendar)\s+)?{_SPAN}"
        rf"{_POSSESSIVE}\b(?!\s*period)(?!\s+{_SCHOOL_YEAR_GROUP})",
        _spanned(When.EARLIER),
        "previous prior preceding",
    ),
    # the previous 12 months
    rule(
        rf"\b(?:the\s+)?{_PREVIOUS}\s+{_N}[\s-]+{named('s', 'months?|weeks?|years?')}{_OPT_PERIOD}\b",
        _spanned(When.BEFORE),
        "previous prior preceding",
    ),
)

_LAST_RULES: tuple[Rule[Period], ...] = (
    # in the last year: the twelve months to now
    rule(rf"\b(?:in|over|during|within|for)\s+the\s+(?:last|past)\s+{_SPAN}\b", _rolling, "last past"),
    # last year: the one before; the last academic year
    rule(
        rf"\b(?:in\s+)?(?:the\s+)?last\s+{_SCHOOL}?(?:(?:financial|calendar|full)\s+)?{_SPAN}{_POSSESSIVE}\b",
        _spanned(When.LAST),
        "last",
    ),
    rule(r"\blast\s+time\b", _plain(When.EARLIER, Span.YEAR, 1), "last"),
)

_OVER_SPAN = r"(?<!for\s)(?<!plans\s)(?<!lasting\s)(?<!children\s)(?<!been\s)over(?=\s+(?:3|6|12|three|six|twelve)\b)"
"""`over 12 months` as a span, not as a duration that something exceeds (`plans over 12 months`)."""

_ROLLING_RULES: tuple[Rule[Period], ...] = (
    # in the last 6 months; over the past twelve months; rolling 12 months
    rule(
        rf"\b(?:last|past|previous|recent|preceding|rolling|first|next)\s+(?:{_N})?[\s-]*{_SPAN_WITH_DAYS}{_OPT_PERIOD}"
        rf"\b(?!\s+of\s+(?:[a-z]|the\s+(?:month|year|quarter)))(?!\s+{_SCHOOL_YEAR_GROUP})",
        _rolling,
        "last past previous recent preceding rolling first next",
    ),
    # in 12 months; over the 6 month period
    rule(
        rf"\b(?:in|within|during|over\s+(?:a|the)|{_OVER_SPAN})\s+(?:a\s+|the\s+)?{_N}[\s-]+{_LONG_SPANS}{_OPT_PERIOD}"
        r"\b(?!\s+(?:of|to|old|olds|or)\b)",
        _rolling,
        "month year",
    ),
    # three year average
    rule(rf"\b{_N}[\s-]+{_LONG_SPANS}[\s-]+(?:average|rolling|period)\b", _rolling, "month year"),
)

_AT_THIS_TIME = one_of("currently, at present, at the moment, presently, as of today, today, (?<!up\\s)to date, now")
"""`up to date` says nothing of a time."""

_START_OF_YEAR = r"(?:start|beginning)\s+of\s+(?:the|this)\s+(?:(?:financial|academic|school)\s+)?year\b"

_CURRENT_RULES: tuple[Rule[Period], ...] = (
    # since the start of the year; at the beginning of this financial year
    rule(rf"\bsince\s+(?:the\s+)?{_START_OF_YEAR}", _plain(When.TO_DATE), "start beginning"),
    rule(rf"\b(?:at\s+)?(?:the\s+)?{_START_OF_YEAR}", _plain(When.START_OF_YEAR), "start beginning"),
    # year to date; so far this year
    rule(
        r"\b(?:(?:in|for)\s+)?(?:(?:this|the)\s+)?(?:financial\s+)?year[\s-]+to[\s-]+date\b|\bytd\b"
        r"|\bso\s+far\s+(?:in\s+)?this\s+(?:financial\s+)?year\b|\bthis\s+year\s+so\s+far\b",
        _plain(When.TO_DATE),
        "year ytd",
    ),
    # this month; the current academic year
    rule(
        rf"\b(?:(?:in|during)\s+)?(?:this|the\s+current)\s+{_SCHOOL}?(?:(?:financial|calendar|reporting)\s+)?{_SPAN}\b",
        _spanned(When.THIS),
        "this current",
    ),
    # by the end of the financial year; at year end
    rule(
        r"\b(?:by|at)\s+(?:the\s+)?(?:financial\s+)?year[\s-]*end\b"
        r"|\bby\s+the\s+end\s+of\s+(?:(?:the|this)\s+)?(?:financial\s+)?year\b",
        _plain(When.END_OF_YEAR),
        "year",
    ),
    # in the period; during the year; at quarter end
    rule(
        r"\b(?:in|during|for|over|within|throughout|at\s+the\s+end\s+of)\s+(?P<which>the|that|this|each)\s+"
        r"(?:(?:reporting|review)\s+)?(?P<s>period|year|quarter|month)\b"
        r"(?!\s+(?:to|of|before|ending|(?:19|20)?\d\d))",
        _context,
        "period year quarter month",
    ),
    # in that time; at quarter end
    rule(
        r"\b(?:at|in|during|over)\s+that\s+(?:same\s+)?time(?:frame)?\b|\bat\s+quarter\s+end\b",
        _plain(When.CONTEXT),
        "time quarter",
    ),
    rule(
        rf"\b{_AT_THIS_TIME}\b",
        _plain(When.NOW),
        "current present moment today date now",
    ),
)

RELATIVE_RULES = (*_EARLIER_RULES, *_LAST_RULES, *_ROLLING_RULES, *_CURRENT_RULES)
