"""Days from days: quarters of the financial year, months before a day, spans that end on a day."""

from __future__ import annotations

import calendar
from datetime import date, timedelta

from boardmine.language.mentions import Span


def last_day(year: int, month: int) -> date:
    """The last day of a month."""
    return date(year, month, calendar.monthrange(year, month)[1])


def in_year(year: int, day: date) -> date:
    """The same day of another year; of one without a 29th of February the 28th."""
    return date(year, day.month, min(day.day, last_day(year, day.month).day))


def is_last_of_month(day: date) -> bool:
    """Whether a day is the last of its month."""
    return day == last_day(day.year, day.month)


def months_before(day: date, months: int) -> date:
    """The same day of the month, so many months earlier; the last of the month where it has no such day."""
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    end = last_day(year, month + 1)
    return end.replace(day=min(day.day, end.day))


def quarter(start_year: int, number: int) -> tuple[date, date]:
    """First and last day of a quarter (1 to 4) of the financial year that starts in April of `start_year`."""
    first = months_before(date(start_year, 4, 1), -3 * (number - 1))
    return first, last_day(first.year, first.month + 2)


def rolling(end: date, number: int, span: Span) -> tuple[date, date]:
    """The last `number` of `span` up to `end`, both days included: six months to 19 October start on 20 April."""
    if span is Span.DAY:
        return end - timedelta(days=number - 1), end
    if span is Span.WEEK:
        return end - timedelta(weeks=number) + timedelta(days=1), end
    before = months_before(end, number * {Span.MONTH: 1, Span.QUARTER: 3, Span.YEAR: 12}[span])
    if is_last_of_month(end):
        before = last_day(before.year, before.month)
    return before + timedelta(days=1), end
