"""Fills in what a reader would fill in: the days of a period, the end of `since`, the year of a month."""

from __future__ import annotations

import calendar
from dataclasses import dataclass, replace
from datetime import date, timedelta

from boardmine.catalogue.model import Metric
from boardmine.extractors.claims import Claim
from boardmine.language.mentions import Period, Span, When
from boardmine.language.periods import in_year, last_day, months_before, quarter, rolling
from boardmine.records import Basis, Kind

_MONTHS = {Span.MONTH: 1, Span.QUARTER: 3, Span.YEAR: 12}


@dataclass(frozen=True, slots=True)
class Days:
    """A resolved period: first and last day, both included, and where it comes from."""

    first: date
    last: date
    basis: Basis


def resolve(period: Period, today: date, metric: Metric, spoken_of: Days | None = None) -> Days | None:
    """The days of a period.

    `today` is the document's date; `spoken_of` the period of what was said just before, which `the year before` is
    reckoned from. None where the words give nothing by themselves (`in the period`).
    """
    when = period.when
    if when is When.FIXED and period.first and period.last:
        return _fixed(period, today, metric)
    if when is When.MONTH_OF:
        return _month(period, today, spoken_of)
    if when is When.DAY_OF and period.first:
        return _day(period, period.first, today)
    if when is When.QUARTER_OF:
        days = _quarter(period, today, spoken_of)
        return Days(days.last, days.last, days.basis) if period.moment else days
    if when is When.ROLLING:
        assert period.span is not None
        basis = Basis.STATED if period.last or period.to_month else Basis.RELATIVE
        end = last_day(_year_of(period.to_month, today), period.to_month) if period.to_month else period.last or today
        return Days(*rolling(end, period.number, period.span), basis)
    if when is When.BEFORE and period.span is not None:
        end = (spoken_of.first if spoken_of else rolling(today, period.number, period.span)[0]) - timedelta(days=1)
        return Days(*rolling(end, period.number, period.span), Basis.RELATIVE)
    if when is When.TO_DATE:
        return Days(_year_start(today, metric.calendar == "academic"), today, Basis.RELATIVE)
    if when is When.THIS and period.span is not None:
        return Days(
            _span_start(today, period.span, period.academic or metric.calendar == "academic"), today, Basis.RELATIVE
        )
    if when is When.LAST and period.span is not None:
        return _last(period, today, metric)
    if when is When.EARLIER and period.span is not None:
        return earlier(spoken_of or Days(today, today, Basis.DOCUMENT), period)
    if when is When.SAME_OF and period.first and period.last:
        return _same_of(period.first, period.last, spoken_of or Days(today, today, Basis.DOCUMENT))
    if when is When.NOW:
        return Days(today, today, Basis.DOCUMENT)
    if when is When.START_OF_YEAR:
        start = _year_start(today, metric.calendar == "academic")
        return Days(start, start, Basis.RELATIVE)
    if when is When.END_OF_YEAR:
        start = _year_start(today, metric.calendar == "academic")
        return Days(start, months_before(start, -12) - timedelta(days=1), Basis.RELATIVE)
    return None


def _fixed(period: Period, today: date, metric: Metric) -> Days:
    assert period.first is not None and period.last is not None
    first, last = period.first, period.last
    if period.since and last <= today:
        return Days(first, today, Basis.STATED)
    if metric.calendar == "academic" and _is_financial_year(first, last):
        return Days(date(first.year, 9, 1), date(last.year, 8, 31), Basis.STATED)
    if metric.type == "flow" and metric.rolling_months is None and first.month == 1 and first.day == 1:
        pass
    return Days(first, last, Basis.STATED)


def _is_financial_year(first: date, last: date) -> bool:
    return (first.month, first.day, last.month, last.day) == (4, 1, 3, 31)


def _same_of(first: date, last: date, spoken_of: Days) -> Days:
    """The days spoken of, as many years earlier as it takes to end by `last`."""
    years = 0
    while months_before(spoken_of.last, 12 * years) > last:
        years += 1
    if not years:
        return Days(first, last, Basis.STATED)
    shifted = earlier(spoken_of, Period(0, 0, When.EARLIER, number=years, span=Span.YEAR))
    return Days(shifted.first, shifted.last, Basis.STATED)


def _year_of(month: int, today: date) -> int:
    """The year of a month said without it: the last that had the month, this one while it lasts."""
    return today.year if month <= today.month else today.year - 1


def _day(period: Period, first: date, today: date) -> Days:
    """A day without its year, or a span of them: the last such day."""
    day = _day_of(period.last or first, today, period.years_ago)
    if period.last:
        start = in_year(day.year - ((first.month, first.day) > (day.month, day.day)), first)
        return Days(start, day, Basis.STATED)
    return Days(day, today if period.since and day <= today else day, Basis.STATED)


def _month(period: Period, today: date, spoken_of: Days | None) -> Days:
    """A month without its year: in the year spoken of if that has it just after or at, else the last one."""
    year = today.year - period.years_ago if period.years_ago else _year_of(period.number, today)
    if (
        not period.years_ago
        and spoken_of is not None
        and spoken_of.basis is Basis.STATED
        and spoken_of.last.year < year
    ):
        candidate = spoken_of.last.year
        ahead = (candidate * 12 + period.number) - (spoken_of.last.year * 12 + spoken_of.last.month)
        if -6 < ahead <= 6:
            year = candidate
    start = period.from_number or period.number
    first = period.first or date(year - (start > period.number), start, 1)
    last = last_day(year, period.number)
    if period.since and last <= today:
        return Days(first, today, Basis.STATED)
    if period.moment:
        return Days(last, last, Basis.STATED)
    return Days(first, last, Basis.STATED)


def _day_of(day: date, today: date, years_ago: int) -> date:
    year = today.year - years_ago
    if not years_ago and (day.month, day.day) > (today.month, today.day):
        year -= 1
    return in_year(year, day)


def _quarter(period: Period, today: date, spoken_of: Days | None) -> Days:
    """A quarter without its year: of the financial year spoken of, else the last one that had begun."""
    if spoken_of is not None and _is_financial_year(spoken_of.first, spoken_of.last):
        year = spoken_of.first.year
        return Days(
            quarter(year, period.from_number or period.number)[0], quarter(year, period.number)[1], Basis.STATED
        )
    start_year = today.year if today.month >= 4 else today.year - 1
    first, last = quarter(start_year, period.number)
    if first > today:
        start_year -= 1
        last = quarter(start_year, period.number)[1]
    return Days(quarter(start_year, period.from_number or period.number)[0], last, Basis.RELATIVE)


def _year_start(today: date, academic: bool) -> date:
    month = 9 if academic else 4
    return date(today.year if today.month >= month else today.year - 1, month, 1)


def _span_start(today: date, span: Span, academic: bool) -> date:
    if span is Span.YEAR:
        return _year_start(today, academic)
    if span is Span.MONTH:
        return today.replace(day=1)
    if span is Span.QUARTER:
        return today.replace(month=(today.month - 1) // 3 * 3 + 1, day=1)
    return today - timedelta(days=today.weekday())


def _last(period: Period, today: date, metric: Metric) -> Days:
    assert period.span is not None
    if period.span is Span.YEAR:
        start = _year_start(today, period.academic or metric.calendar == "academic")
        days = Days(months_before(start, 12), start - timedelta(days=1), Basis.RELATIVE)
    else:
        start = _span_start(today, period.span, False)
        end = start - timedelta(days=1)
        days = Days(_span_start(end, period.span, False), end, Basis.RELATIVE)
    return Days(days.first, today, Basis.RELATIVE) if period.since else days


def last_of(claim: Claim, days: Days, beside: Days | None, today: date) -> Days:
    """What `last year` is in a report of a year that is over, from the days that it is by the report's date.

    Held against a figure of those days (`beside`), it is the year before: `16 in 2022/23, against 19 last year`. Alone,
    in a report dated by the end of its year, it is that year.
    """
    period = claim.period
    assert period is not None
    if period.since or period.span not in _MONTHS or period.academic:
        return days
    if beside is not None:
        return earlier(beside, replace(period, number=1)) if days.first <= beside.last <= days.last else days
    told_of = not (claim.compared or claim.from_baseline or claim.kind is Kind.CHANGE)
    if told_of and period.span is Span.YEAR and (today.month, today.day) == (3, 31):
        return Days(months_before(today + timedelta(days=1), 12), today, Basis.RELATIVE)
    return days


def earlier(days: Days, period: Period) -> Days:
    """The same as `days`, so many spans earlier."""
    assert period.span is not None
    number = max(period.number, 1)
    if period.span not in _MONTHS:
        shift = timedelta(weeks=number) if period.span is Span.WEEK else timedelta(days=number)
        return Days(days.first - shift, days.last - shift, Basis.RELATIVE)
    months = number * _MONTHS[period.span]
    first = months_before(days.first, months)
    last = months_before(days.last, months)
    if days.last.day == calendar.monthrange(days.last.year, days.last.month)[1]:
        last = last.replace(day=calendar.monthrange(last.year, last.month)[1])
    return Days(first, last, Basis.RELATIVE)
