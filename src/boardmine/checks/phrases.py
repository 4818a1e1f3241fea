"""Values and periods in the sentences of findings."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable
from datetime import date, timedelta

from boardmine.checks.statement import Period, Statement
from boardmine.records import AUTHORITY, Bound, Kind, Unit

_UNITS = {
    Unit.COUNT: "",
    Unit.PERCENT: "%",
    Unit.PER_10000: " per 10,000",
    Unit.PER_100000: " per 100,000",
    Unit.DAYS: " days",
    Unit.RATIO: " to 1",
    Unit.SCORE: "",
    Unit.POINTS: " points",
}
_BOUNDS = {
    Bound.EXACT: "",
    Bound.ABOUT: "about ",
    Bound.OVER: "over ",
    Bound.UNDER: "under ",
    Bound.AT_LEAST: "at least ",
    Bound.AT_MOST: "at most ",
}


def number(value: float, digits: int = 2) -> str:
    """A number as people write it: `1,022`, `41.4`."""
    text = f"{value:,.{digits}f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def said(statement: Statement) -> str:
    """A value as it is said: `1,022`, `over 41.4%`, `+2 points`."""
    sign = "+" if statement.kind is Kind.CHANGE and statement.value > 0 else ""
    return f"{_BOUNDS[statement.bound]}{sign}{number(statement.value, 4)}{_UNITS[statement.unit]}"


def subject(statement: Statement) -> str:
    """What a number is about: `cla.count (gender=male, england)`."""
    more = [statement.breakdown] if statement.by else []
    if statement.area != AUTHORITY:
        more.append(statement.area.replace("_", " "))
    return statement.metric + (f" ({', '.join(more)})" if more else "")


def when(period: Period | None) -> str:
    """A period: `30 Jun 2023`, `Sep 2021`, `2020/21`, `Apr-Jun 2021`, `1 Apr 2021-19 Oct 2021`."""
    if period is None:
        return "no stated time"
    start, end = period
    if start == end:
        return day(start)
    if start.day == 1 and end.day == monthrange(end.year, end.month)[1]:
        after = end + timedelta(days=1)
        if (after.year, after.month) == (start.year + 1, start.month) and start.month in (1, 4):
            return str(start.year) if start.month == 1 else f"{start.year}/{end.year % 100:02}"
        first = f"{start:%b}" if start.year == end.year else f"{start:%b %Y}"
        return f"{end:%b %Y}" if (start.year, start.month) == (end.year, end.month) else f"{first}-{end:%b %Y}"
    return f"{day(start)}-{day(end)}"


def day(moment: date | None) -> str:
    """A day: `3 Apr 2023`."""
    return f"{moment.day} {moment:%b %Y}" if moment else "no date"


def listed(texts: Iterable[str]) -> str:
    """`a, b and c`."""
    *first, last = texts
    return f"{', '.join(first)} and {last}" if first else last
