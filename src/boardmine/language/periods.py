"""Finds the words that give a time, from `31 March 2021` to `in the last six months`.

What they mean in days is for `extractors.resolve` to say, who knows the document's date.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta

from boardmine.language.mentions import Period, Span, When
from boardmine.language.wordnumbers import SMALL_NUMBER, small_number

MONTHS = {name.lower(): i for i, name in enumerate(calendar.month_name) if name}
MONTHS |= {name.lower(): i for i, name in enumerate(calendar.month_abbr) if name} | {"sept": 9}

_LONG = "January|February|March|April|May|June|July|August|September|October|November|December"
_MONTH = rf"(?:{_LONG}|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\b\.?"
_YEAR = r"(?:19|20)\d\d"
_DAY = r"\d{1,2}\s?(?:st|nd|rd|th)?"
_WEEKDAY = r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\s+(?:the\s+)?)?"
_DASH = r"\s*(?:-|–|—|to|until|and)\s*"
_NUMBER = SMALL_NUMBER
_SPANS = {"day": Span.DAY, "week": Span.WEEK, "month": Span.MONTH, "quarter": Span.QUARTER, "year": Span.YEAR}
_SPAN = r"(?:days?|weeks?|months?|quarters?|years?)"
_YEAR_PAIR = r"(?:(?:19|20)\d\d\s?[/–-]\s?(?:(?:19|20)\d\d|\d\d)|\d\d/\d\d)"

Finder = Callable[[re.Match[str]], Period | None]


def find_periods(text: str, heads: bool = False) -> list[Period]:
    """All mentions of a time in a text, in order, none inside another.

    `heads` reads the text as the head of a table column, where `Mar 19` is March 2019 and a bare `May` a month.
    """
    found: list[Period] = []
    taken = bytearray(len(text))
    for pattern, finder in _HEAD_RULES + _RULES if heads else _RULES:
        for match in pattern.finditer(text):
            if any(taken[match.start() : match.end()]):
                continue
            period = finder(match)
            if period is not None:
                found.append(period)
                taken[period.start : period.end] = b"\x01" * (period.end - period.start)
    found.sort(key=lambda p: p.start)
    return [_with_lead(p, text) for p in found]


_SINCE = re.compile(
    r"\b(?:since(?:\s+the)?(?:\s+(?:end|start|beginning)\s+of)?|from(?=\s+\S+\s+\d{4}\s+onwards))\s+$", re.I
)
_UNTIL = re.compile(r"\b(?:until|up to|to the end of|by|by the end of|before)\s+$", re.I)
_END_OF = re.compile(r"\b(?:end|close|last day)\s+(?:of\s+)?(?:the\s+)?$", re.I)


def _with_lead(period: Period, text: str) -> Period:
    """The period with what the words before it say: since, until, at the end of."""
    lead = text[max(0, period.start - 30) : period.start]
    first, last, moment, when = period.first, period.last, period.moment, period.when
    end_of = _END_OF.search(lead)
    if end_of and period.when is When.FIXED and last is not None:
        first, moment = last, True
        lead = lead[: end_of.start()]
    if end_of and period.when is When.MONTH_OF:
        moment = True
        lead = lead[: end_of.start()]
    since = bool(_SINCE.search(lead)) and period.when in (When.FIXED, When.MONTH_OF, When.DAY_OF, When.LAST)
    until = bool(_UNTIL.search(lead)) and period.when in (When.FIXED, When.MONTH_OF, When.DAY_OF)
    return Period(
        period.start, period.end, when, first, last, period.number, period.span, since, until, period.academic, moment
    )


def _month(name: str) -> int:
    return MONTHS[name.lower().rstrip(".")]


def _year(text: str) -> int:
    value = int(text)
    return value if value > 99 else 2000 + value if value < 70 else 1900 + value


def _last_day(year: int, month: int) -> date:
    return date(year, month, calendar.monthrange(year, month)[1])


def _day(year: int, month: int, text: str) -> date | None:
    day = int(re.sub(r"\D", "", text))
    return date(year, month, day) if 1 <= day <= calendar.monthrange(year, month)[1] else None


def _at_day(m: re.Match[str], day: date | None) -> Period | None:
    return Period(m.start(), m.end(), When.FIXED, day, day, moment=True) if day else None


def _span_of(m: re.Match[str], first: date | None, last: date | None, academic: bool = False) -> Period | None:
    if first is None or last is None or first > last:
        return None
    return Period(m.start(), m.end(), When.FIXED, first, last, academic=academic)


def _full_date(m: re.Match[str]) -> Period | None:
    return _at_day(m, _day(_year(m["y"]), _month(m["m"]), m["d"]))


def _numeric_date(m: re.Match[str]) -> Period | None:
    month = int(m["m"])
    return _at_day(m, _day(_year(m["y"]), month, m["d"])) if 1 <= month <= 12 else None


def _date_range(m: re.Match[str]) -> Period | None:
    year = _year(m["y"])
    month = _month(m["m"])
    first_month = _month(m["m1"]) if m["m1"] else month
    first_year = _year(m["y1"]) if m["y1"] else year - (first_month > month)
    return _span_of(m, _day(first_year, first_month, m["d1"]), _day(year, month, m["d"]))


def _numeric_range(m: re.Match[str]) -> Period | None:
    if not (1 <= int(m["m1"]) <= 12 and 1 <= int(m["m"]) <= 12):
        return None
    return _span_of(m, _day(_year(m["y1"]), int(m["m1"]), m["d1"]), _day(_year(m["y"]), int(m["m"]), m["d"]))


def _month_range(m: re.Match[str]) -> Period | None:
    last = _last_day(_year(m["y"]), _month(m["m"]))
    first_month = _month(m["m1"])
    first_year = _year(m["y1"]) if m["y1"] else last.year - (first_month > last.month)
    return _span_of(m, date(first_year, first_month, 1), last)


def _month_to_day(m: re.Match[str]) -> Period | None:
    return _span_of(m, date(_year(m["y1"]), _month(m["m1"]), 1), _day(_year(m["y"]), _month(m["m"]), m["d"]))


def _day_to_month(m: re.Match[str]) -> Period | None:
    return _span_of(m, _day(_year(m["y1"]), _month(m["m1"]), m["d1"]), _last_day(_year(m["y"]), _month(m["m"])))


def _month_year(m: re.Match[str]) -> Period | None:
    year, month = _year(m["y"]), _month(m["m"])
    return _span_of(m, date(year, month, 1), _last_day(year, month))


def _year_pair(m: re.Match[str]) -> Period | None:
    a, b = re.split(r"\s?[/–-]\s?", m["pair"])
    first = _year(a)
    last = int(b) if len(b) == 4 else first // 100 * 100 + int(b) + (100 if int(b) < first % 100 else 0)
    gap = last - first
    if gap < 1 or gap > 5 or (len(a) == 2 and (gap != 1 or not 5 <= int(a) <= 40)):
        return None
    academic = bool(m["academic"] or m["academic2"])
    return (
        _span_of(m, date(first, 9, 1), date(last, 8, 31), academic=True)
        if academic
        else _span_of(m, date(first, 4, 1), date(last, 3, 31))
    )


def _calendar_year(m: re.Match[str]) -> Period | None:
    year = int(m["y"])
    return _span_of(m, date(year, 1, 1), date(year, 12, 31)) if 1985 <= year <= 2060 else None


def _quarter(m: re.Match[str]) -> Period | None:
    number = small_number(m["n"]) if m["n"].isalpha() else int(m["n"])
    ordinals = {"first": 1, "second": 2, "third": 3, "fourth": 4, "final": 4}
    number = ordinals.get(m["n"].lower(), number)
    if number is None or not 1 <= number <= 4:
        return None
    pair = m["pair"]
    if pair is None:
        return Period(m.start(), m.end(), When.QUARTER_OF, number=number, span=Span.QUARTER)
    start_year = _year(re.split(r"\s?[/–-]\s?", pair)[0])
    first, last = quarter(start_year, number)
    return _span_of(m, first, last)


def quarter(start_year: int, number: int) -> tuple[date, date]:
    """First and last day of a quarter (1 to 4) of the financial year that starts in April of `start_year`."""
    month = (3, 6, 9, 12)[number - 1] + 1
    year, month = (start_year + 1, 1) if month == 13 else (start_year, month)
    return date(year, month, 1), _last_day(year, month + 2)


def _rolling(m: re.Match[str]) -> Period | None:
    text = m["n"]
    number = 1 if not text else small_number(text)
    if number is None or number > 60:
        return None
    span = _SPANS[m["s"].lower().rstrip("s")]
    end = m["m"] and m["y"]
    last = None
    if end:
        year, month = _year(m["y"]), _month(m["m"])
        last = _day(year, month, m["d"]) if m["d"] else _last_day(year, month)
    return Period(m.start(), m.end(), When.ROLLING, last=last, number=number, span=span)


def _plain(when: When, span: Span | None = None, number: int = 0, academic: bool = False) -> Finder:
    return lambda m: Period(m.start(), m.end(), when, span=span, number=number, academic=academic)


def _spanned(when: When) -> Finder:
    def finder(m: re.Match[str]) -> Period | None:
        word = m["s"].lower()
        span = _SPANS.get(word.rstrip("s"), Span.YEAR)
        groups = m.groupdict()
        text = groups.get("n")
        number = (small_number(text) or 1) if text else 1
        return Period(m.start(), m.end(), when, number=number, span=span, academic=bool(groups.get("academic")))

    return finder


def _day_month(m: re.Match[str]) -> Period | None:
    day = _day(2000, _month(m["m"]), m["d"])
    return Period(m.start(), m.end(), When.DAY_OF, first=day, moment=True) if day else None


def _bare_month(m: re.Match[str]) -> Period | None:
    return Period(m.start(), m.end(), When.MONTH_OF, number=_month(m["m"]), span=Span.MONTH)


def _rules(*rules: tuple[str, Finder]) -> list[tuple[re.Pattern[str], Finder]]:
    return [(re.compile(pattern, re.I), finder) for pattern, finder in rules]


_RULES = _rules(
    # 1 April 2020 to 31 March 2021; 25-29 October 2021; 30 September - 22 October 2014
    (
        rf"\b(?P<d1>{_DAY})(?:\s*(?P<m1>{_MONTH})(?:,?\s+(?P<y1>{_YEAR}))?)?{_DASH}(?P<d>{_DAY})\s*(?P<m>{_MONTH}),?\s+(?P<y>{_YEAR})\b",
        _date_range,
    ),
    # 1.4.20 - 31.3.2021
    (
        rf"\b(?P<d1>\d\d?)[./](?P<m1>\d\d?)[./](?P<y1>{_YEAR}|\d\d){_DASH}(?P<d>\d\d?)[./](?P<m>\d\d?)[./](?P<y>{_YEAR}|\d\d)\b",
        _numeric_range,
    ),
    # the twelve months to 31 March 2021; year ending March 2020; 12 months leading up to 31 March 2021
    (
        rf"\b(?:(?P<n>{_NUMBER})[\s-]*)?(?P<s>months?|years?)(?:\s+period)?(?:\s+(?:leading\s+)?(?:up\s+)?to|\s+ending|\s+ended)(?:\s+the\s+end\s+of|\s+in|\s+on)?\s+(?:(?P<d>{_DAY})\s+)?(?P<m>{_MONTH}),?\s+(?P<y>{_YEAR})\b",
        _rolling,
    ),
    # 1 April 2014 to December 2014
    (
        rf"\b(?P<d1>{_DAY})\s*(?P<m1>{_MONTH}),?\s+(?P<y1>{_YEAR}){_DASH}(?:the\s+end\s+of\s+)?(?P<m>{_MONTH}),?\s+(?P<y>{_YEAR})\b",
        _day_to_month,
    ),
    # April 2009 to 31 March 2010
    (
        rf"\b(?P<m1>{_MONTH}),?\s+(?P<y1>{_YEAR}){_DASH}(?P<d>{_DAY})\s*(?P<m>{_MONTH}),?\s+(?P<y>{_YEAR})\b",
        _month_to_day,
    ),
    # Tuesday 30th November, 2021; March 31 2015; 2021-11-30; 07.02.22
    (rf"\b{_WEEKDAY}(?P<d>{_DAY})(?:\s+of)?\s*(?P<m>{_MONTH}),?\s+(?P<y>{_YEAR})\b", _full_date),
    (rf"\b(?P<m>{_MONTH})\s+(?P<d>{_DAY}),?\s+(?P<y>{_YEAR})\b", _full_date),
    (rf"\b(?P<y>{_YEAR})-(?P<m>\d\d)-(?P<d>\d\d)\b", _numeric_date),
    (rf"(?<![\d./])(?P<d>\d\d?)(?P<sep>[./])(?P<m>\d\d?)(?P=sep)(?P<y>{_YEAR}|\d\d)(?![\d/])", _numeric_date),
    # October 2023 to December 2023; between January and July 2019; April-September 2021
    (
        rf"\b(?P<m1>{_MONTH})(?:,?\s+(?P<y1>{_YEAR}))?{_DASH}(?P<m>{_MONTH}),?\s+(?P<y>{_YEAR})\b",
        _month_range,
    ),
    # September 2021; Sept-21; Mar '19
    (rf"\b(?P<m>{_MONTH})[,-]?\s*(?P<y>{_YEAR})\b", _month_year),
    (rf"\b(?P<m>{_MONTH})(?:\s?['’]|-)(?P<y>\d\d)\b", _month_year),
    # quarter 1 of 2021/22; Q3 2017-18; quarter three
    (
        rf"\b(?:Q\s?(?=\d)|Qtr\.?\s?|quarter\s+)(?P<n>[1-4]\b|one|two|three|four)(?:\s*,?\s*(?:of\s+)?\(?(?P<pair>{_YEAR_PAIR}|{_YEAR})\)?)?",
        _quarter,
    ),
    (
        rf"\b(?P<n>first|second|third|fourth|final)\s+quarter(?:\s+of)?(?:\s+(?P<pair>{_YEAR_PAIR}|{_YEAR}))?",
        _quarter,
    ),
    # the academic year 2020/21; 2019-20; 20/21
    (
        rf"\b(?P<academic>(?:academic|school)\s+years?\s+)?(?<![\d/])(?P<pair>{_YEAR_PAIR})(?![\d/])(?P<academic2>\s+(?:academic|school)\s+year)?",
        _year_pair,
    ),
    # the same period last year; a year ago; the year before; in the previous year
    (
        r"\b(?:(?:in|for|over|at|to|during)\s+)?(?:the\s+)?same\s+(?:period|time|point|quarter|month)(?:\s+(?:in|of|during))?\s+(?:the\s+)?(?:last|previous|prior)\s+(?P<s>year)\b",
        _spanned(When.EARLIER),
    ),
    (
        r"\b(?:in|over|for|during)?\s*(?:the\s+)?same\s+(?:period|time|timeframe|time\s+period)\b(?!\s+(?:last|of|in))",
        _plain(When.CONTEXT),
    ),
    (
        rf"\b(?:(?P<n>{_NUMBER}|a)\s+)?(?P<s>years?|months?|quarters?|weeks?)\s+(?:ago|earlier|before|previously|prior)\b",
        _spanned(When.EARLIER),
    ),
    (r"\b(?:the\s+)?(?P<s>year|month|quarter)\s+before\b", _spanned(When.EARLIER)),
    (
        r"\b(?:in\s+|from\s+|on\s+|than\s+|over\s+)?(?:the\s+)?(?:previous|prior|preceding)\s+(?:financial\s+|calendar\s+)?(?P<s>year|month|quarter|week)(?:['’]s)?\b(?!\s*period)",
        _spanned(When.EARLIER),
    ),
    (
        rf"\b(?:the\s+)?(?:previous|prior|preceding)\s+(?P<n>{_NUMBER})[\s-]+(?P<s>months?|weeks?|years?)(?:\s+period)?\b",
        _spanned(When.BEFORE),
    ),
    # in the last year: the twelve months to now; last year: the one before
    (
        r"\b(?:in|over|during|within|for)\s+the\s+(?:last|past)\s+(?P<n>)(?P<s>year|month|quarter|week)\b(?:(?P<m>(?!))(?P<y>(?!))(?P<d>(?!)))?",
        _rolling,
    ),
    # last year, last month; the last academic year
    (
        r"\b(?:in\s+)?(?:the\s+)?last\s+(?P<academic>(?:academic|school)\s+)?(?:financial\s+|calendar\s+|full\s+)?(?P<s>year|month|quarter|week)(?:['’]s)?\b",
        _spanned(When.LAST),
    ),
    (r"\blast\s+time\b", _spanned(When.EARLIER) if False else _plain(When.EARLIER, Span.YEAR, 1)),
    # in the last 6 months; over the past twelve months; rolling 12 months; in 12 months
    (
        rf"\b(?:last|past|previous|recent|preceding|rolling|first|next)\s+(?P<n>{_NUMBER})?[\s-]*(?P<s>days?|weeks?|months?|quarters?|years?)(?:\s+period)?\b(?!\s+of\s+(?:[A-Z]|the\s+(?:month|year|quarter)))(?:(?P<m>(?!))(?P<y>(?!))(?P<d>(?!)))?",
        _rolling,
    ),
    (
        rf"\b(?:in|within|during|over\s+(?:a|the)|(?<!for\s)(?<!plans\s)(?<!lasting\s)(?<!children\s)(?<!been\s)over(?=\s+(?:3|6|12|three|six|twelve)\b))\s+(?:a\s+|the\s+)?(?P<n>{_NUMBER})[\s-]+(?P<s>months?|years?)(?:\s+period)?\b(?!\s+(?:of|to|old|olds|or)\b)(?:(?P<m>(?!))(?P<y>(?!))(?P<d>(?!)))?",
        _rolling,
    ),
    (
        rf"\b(?P<n>{_NUMBER})[\s-]+(?P<s>months?|years?)[\s-]+(?:average|rolling|period)\b(?:(?P<m>(?!))(?P<y>(?!))(?P<d>(?!)))?",
        _rolling,
    ),
    # year to date; so far this year; this month
    (
        r"\b(?:in\s+|for\s+)?(?:this\s+|the\s+)?(?:financial\s+)?year[\s-]+to[\s-]+date\b|\bYTD\b|\bso\s+far\s+(?:in\s+)?this\s+(?:financial\s+)?year\b|\bthis\s+year\s+so\s+far\b",
        _plain(When.TO_DATE),
    ),
    (
        r"\b(?:in\s+|during\s+)?(?:this|the\s+current)\s+(?P<academic>(?:academic|school)\s+)?(?:financial\s+|calendar\s+|reporting\s+)?(?P<s>year|month|quarter|week)\b",
        _spanned(When.THIS),
    ),
    (
        r"\b(?:by|at)\s+(?:the\s+)?(?:financial\s+)?year[\s-]*end\b|\bby\s+the\s+end\s+of\s+(?:the\s+|this\s+)?(?:financial\s+)?year\b",
        _plain(When.END_OF_YEAR),
    ),
    (
        r"\b(?:in|during|for|over|within|throughout|at\s+the\s+end\s+of)\s+(?:the|that|this|each)\s+(?:reporting\s+|review\s+)?(?:period|year|quarter|month)\b(?!\s+(?:to|of|before|ending|(?:19|20)?\d\d))|\bat\s+quarter\s+end\b",
        _plain(When.CONTEXT),
    ),
    (
        r"\b(?:currently|at\s+present|at\s+the\s+moment|presently|as\s+of\s+today|today|to\s+date|now)\b",
        _plain(When.NOW),
    ),
    # 29 November; in September; September:
    (rf"\b(?P<d>{_DAY})(?:\s+of)?\s*(?P<m>{_MONTH})(?!\s*\d)", _day_month),
    (rf"\b(?P<m>{_LONG})\s+(?P<d>\d{{1,2}})(?:st|nd|rd|th)\b", _day_month),
    # a year by itself
    (
        rf"(?<![\d£$.,/–-])(?P<y>{_YEAR})(?![\d,]\d|[/–-]\d|\.\d|%|\s?(?:per\s?cent|children|young|people|families|pupils|cases))(?!\d)",
        _calendar_year,
    ),
)
_BARE = re.compile(
    r"(?:(?<=\bin\s)|(?<=\bsince\s)|(?<=\bof\s)|(?<=\bby\s)|(?<=\bfrom\s)|(?<=\bto\s)|(?<=\bat\s)|(?<=\bthan\s)|(?<=\bduring\s)|(?<=\buntil\s)|(?<=\bfor\s)|(?<=\bover\s)|(?<=\blast\s)|(?<=\band\s)|(?<=\bend\s)|(?<=\bYTD\s)|(?<=-\s)|(?<=–\s)|(?<=\())"
    rf"(?P<m>{_LONG}|Sept|Oct|Nov|Dec|Jan|Feb|Apr|Aug)\b"
)
"""A month without a year, where a word before it says that it is one; case matters (`may`, `march`)."""
_RULES.append((_BARE, _bare_month))
_RULES.append(
    (re.compile(r"\b(?P<m>January|February|April|June|July|August|September|October|November|December)\b"), _bare_month)
)

_HEAD_RULES = _rules((rf"\b(?P<m>{_MONTH})\s*['’-]?\s*(?P<y>\d\d)\b(?!\s*(?:{_MONTH}|\d))", _month_year))
_HEAD_RULES.append((re.compile(rf"^\s*(?P<m>{_MONTH})\s*$"), _bare_month))


def months_before(day: date, months: int) -> date:
    """The same day of the month, so many months earlier; the last of the month where it has no such day."""
    index = day.year * 12 + day.month - 1 - months
    year, month = divmod(index, 12)
    month += 1
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def rolling(end: date, number: int, span: Span) -> tuple[date, date]:
    """The last `number` of `span` up to `end`, both days included: six months to 19 October start on 20 April."""
    if span is Span.DAY:
        return end - timedelta(days=number - 1), end
    if span is Span.WEEK:
        return end - timedelta(weeks=number) + timedelta(days=1), end
    months = number * {Span.MONTH: 1, Span.QUARTER: 3, Span.YEAR: 12}[span]
    last_of_month = end.day == calendar.monthrange(end.year, end.month)[1]
    start = months_before(end, months)
    if last_of_month:
        start = _last_day(start.year, start.month)
    return start + timedelta(days=1), end


def iter_months(first: date, last: date) -> Iterator[tuple[int, int]]:
    """(year, month) of each month that a period touches."""
    year, month = first.year, first.month
    while (year, month) <= (last.year, last.month):
        yield year, month
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)
