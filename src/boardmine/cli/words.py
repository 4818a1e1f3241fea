"""Observations in words: values with unit, bound and role; periods as people write them; fates of numbers."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

from boardmine.checks.ledger import Fate
from boardmine.cli.text import day, plain
from boardmine.extractors.observe import NO_DATE
from boardmine.records import AUTHORITY, Basis, Bound, Kind, Observation, Role, Unit

_UNITS = {
    Unit.COUNT: "",
    Unit.PERCENT: "%",
    Unit.PER_10000: " per 10,000",
    Unit.PER_100000: " per 100,000",
    Unit.DAYS: " days",
    Unit.RATIO: " to 1",
    Unit.SCORE: " (score)",
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
FATES = {
    Fate.OBSERVATION: "became observations",
    Fate.DATE: "dates",
    Fate.TIME: "times of day",
    Fate.MONEY: "money",
    Fate.AGE: "ages",
    Fate.DURATION: "durations",
    Fate.DISTANCE: "distances",
    Fate.REFERENCE: "references",
    Fate.CONTACT: "contacts",
    Fate.DEFINITION: "in definitions",
    Fate.LIST_MARKER: "list markers",
    Fate.FURNITURE: "page furniture",
    Fate.MARKUP: "markup",
    Fate.AXIS: "on axes of charts",
    Fate.WHOLE: "wholes of 100%",
    Fate.STORY: "in case studies",
    Fate.OTHER_COUNT: "other counts",
    Fate.OTHER_SHARE: "other shares",
    Fate.UNEXPLAINED: "unexplained",
}
"""What became of a number, in words."""


def number(value: float) -> str:
    """A number as people write it: `1,022`, `41.4`."""
    return f"{value:,.4f}".rstrip("0").rstrip(".")


def value(o: Observation) -> str:
    """The value of an observation: `1,022`, `about 41.4%`, `-12`, `+1 points`, `target at least 85%`."""
    sign = "+" if o.kind is Kind.CHANGE and o.value > 0 else ""
    role = "" if o.role is Role.ACTUAL else f"{o.role.value} "
    return f"{role}{_BOUNDS[o.bound]}{sign}{number(o.value)}{_UNITS[o.unit]}"


def whose(o: Observation) -> str:
    """Breakdown and area, where it is not the whole and not the authority: `gender=male, england`."""
    members = [f"{dimension}={o.by[dimension]}" for dimension in sorted(o.by)]
    return plain(", ".join(members + ([] if o.area == AUTHORITY else [o.area.replace("_", " ")])))


def when(o: Observation) -> str:
    """The period of an observation, for a change with what it is measured against. A `~` says that the words do not
    give the period: it comes from what stands above them, or from the document's date."""
    mark = "" if o.period_basis is Basis.STATED else "~"
    said = mark + period(o.period_start, o.period_end)
    if o.baseline_start is not None and o.baseline_end is not None:
        said += f" from {period(o.baseline_start, o.baseline_end)}"
    return said


def period(start: date, end: date) -> str:
    """A period as people write it: `30 Jun 2023`, `Sep 2021`, `2020/21`, `Apr-Jun 2023`, `3 Apr-10 Oct 2023`."""
    if end.year <= NO_DATE.year:
        return "no date"
    if start == end:
        return day(start)
    if start.day == 1 and end.day == monthrange(end.year, end.month)[1]:
        return _months(start, end)
    return f"{day(start, with_year=start.year != end.year)}-{day(end)}"


def _months(start: date, end: date) -> str:
    after = end + timedelta(days=1)
    if (after.year, after.month) == (start.year + 1, start.month):
        if start.month == 4:
            return f"{start.year}/{after.year % 100:02}"
        if start.month == 1:
            return str(start.year)
    if (start.year, start.month) == (end.year, end.month):
        return f"{end:%b %Y}"
    if start.year == end.year:
        return f"{start:%b}-{end:%b %Y}"
    return f"{start:%b %Y}-{end:%b %Y}"
