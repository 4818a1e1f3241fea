"""Reads the dates that a document states of itself: of the meeting, of the report."""

from __future__ import annotations

import calendar
import re
from datetime import date

from dateutil import parser as date_parser

_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December|"
    r"Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)"
)
_DAY = (
    rf"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\s+(?:the\s+)?)?"
    rf"(?:\d{{1,2}}\s?(?:st|nd|rd|th)?(?:\s+of)?\s+{_MONTH},?\s+(?:19|20)\d\d|{_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?,?\s+(?:19|20)\d\d"
    r"|\d{1,2}[/.]\d{1,2}[/.](?:19|20)\d\d|(?:19|20)\d\d-\d\d-\d\d)"
)
_MONTH_YEAR = rf"{_MONTH},?\s+(?:19|20)\d\d"
_WHEN = rf"(?P<day>{_DAY})|(?P<month>{_MONTH_YEAR})|(?P<year>(?:19|20)\d\d)(?!\s?[/–-]\s?\d)"

_LABELLED = re.compile(
    rf"\b(?:report\s+date|date\s+of\s+(?:the\s+)?(?:meeting|report|publication)|meeting\s+date|"
    rf"report\s+published|publication\s+date|published(?:\s+on)?|date\s+published|(?<!inspection\s)(?<!visit\s)(?<!start\s)(?<!review\s)date)\s*[:–-]\s*(?:{_WHEN})",
    re.I,
)
_HELD = re.compile(
    rf"\b(?:was\s+held|held|meeting\s+of|minutes\s+of|meeting|to\s+be\s+held|agenda\s+for)\b[^.]{{0,140}}?\b(?:on|at|of|,|-|–|\()?\s*(?P<day>{_DAY})",
    re.I,
)
_ALONE = re.compile(rf"^\W*(?:{_WHEN})(?:\s*(?:,|at|-|–|from)?\s*\d{{1,2}}[.:]\d\d\s*(?:am|pm|hrs)?)?\W*$", re.I)
_IN_TITLE = re.compile(rf"(?P<day>{_DAY})|\b(?P<month>{_MONTH_YEAR})\W*$", re.I)


def _value(match: re.Match[str]) -> date | None:
    """The day that a match gives; a month or a year stand for their last day."""
    groups = match.groupdict()
    try:
        if groups.get("day"):
            text = re.sub(r"(?<=\d)\s?(?:st|nd|rd|th)\b", "", groups["day"])
            iso = re.fullmatch(r"\d{4}-\d\d-\d\d", text) is not None
            return date_parser.parse(text, dayfirst=not iso).date()
        if groups.get("month"):
            first = date_parser.parse(f"1 {groups['month']}").date()
            return first.replace(day=calendar.monthrange(first.year, first.month)[1])
        return date(int(groups["year"]), 12, 31) if groups.get("year") else None
    except (ValueError, OverflowError):
        return None


def labelled_date(text: str) -> date | None:
    """The date behind a label: `Date: October 2021`, `Report published: 5 December 2014`."""
    match = _LABELLED.search(text)
    return _value(match) if match else None


def meeting_date(text: str) -> date | None:
    """The date of a meeting in words: `was held on Tuesday 19 October 2021`."""
    match = _HELD.search(text)
    return _value(match) if match else None


def lone_date(text: str) -> date | None:
    """The date that a line consists of, as a title page has it."""
    match = _ALONE.match(text)
    return _value(match) if match else None


def title_date(text: str) -> date | None:
    """The date in a title: a day anywhere in it, or the month that it ends with (`Highlight report January 2022`)."""
    match = _IN_TITLE.search(text)
    return _value(match) if match else None
