"""What the lengths of periods say: a year, a part of one, the financial year that one lies in."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from boardmine.language.mentions import Period, When
from boardmine.language.periods import last_day, quarter

UNDATED = (When.QUARTER_OF, When.MONTH_OF)
"""Quarters and months without their year."""
APRIL = 4


def days(period: Period) -> int:
    """How many days a dated period has, else 0."""
    return (period.last - period.first).days + 1 if period.first and period.last else 0


def is_year(period: Period) -> bool:
    """Whether it is a dated year."""
    return period.when is When.FIXED and 360 <= days(period) <= 367


def is_part(period: Period) -> bool:
    """Whether it is a month, a quarter or several of them of one year."""
    return period.when is When.FIXED and 27 <= days(period) < 360


def is_long_part(period: Period) -> bool:
    """Whether it is a quarter or several months of one year."""
    return 80 <= days(period) < 360


def financial(day: date) -> date:
    """The first day of the financial year of a day."""
    return date(day.year - (day.month < APRIL), APRIL, 1)


def whole_year(start: int) -> Period:
    """The financial year that begins in a year."""
    return Period(0, 0, When.FIXED, first=date(start, APRIL, 1), last=date(start + 1, APRIL - 1, 31))


def start_of_year(period: Period) -> int | None:
    """The financial year that a period is, or that a quarter or half of one lies in."""
    if period.when is not When.FIXED or period.first is None or period.last is None or period.academic:
        return None
    if is_year(period):
        return period.first.year if period.first.month == APRIL else None
    return financial(period.last).year if is_long_part(period) else None


def dated(period: Period, year: int | None) -> Period:
    """A quarter or month in the financial year that starts in `year`."""
    if period.when not in UNDATED or year is None or period.years_ago:
        return period
    if period.when is When.QUARTER_OF:
        first, last = quarter(year, period.from_number or period.number)[0], quarter(year, period.number)[1]
    else:
        last = last_day(year + (period.number < APRIL), period.number)
        first = last.replace(day=1)
        if period.from_number:
            first = date(last.year - (period.from_number > period.number), period.from_number, 1)
    return replace(period, when=When.FIXED, first=last if period.moment else first, last=last)
