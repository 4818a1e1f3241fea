"""Reads the dates that a document states of itself: of the meeting, of the report."""

from __future__ import annotations

import calendar
import re
from datetime import date

from dateutil import parser as date_parser

_LONG_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_SHORT_MONTHS = "Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec"
_MONTH = rf"(?:{_LONG_MONTHS}|{_SHORT_MONTHS})"
_YEAR = r"(?:19|20)\d\d"
_WEEKDAY = r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\s+(?:the\s+)?)?"
_DAY_FIRST = rf"\d{{1,2}}\s?(?:st|nd|rd|th)?(?:\s+of)?\s+{_MONTH},?\s+{_YEAR}"
_MONTH_FIRST = rf"{_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?,?\s+{_YEAR}"
_IN_FIGURES = rf"\d{{1,2}}[/.]\d{{1,2}}[/.]{_YEAR}|{_YEAR}-\d\d-\d\d"
_DAY = rf"{_WEEKDAY}(?:{_DAY_FIRST}|{_MONTH_FIRST}|{_IN_FIGURES})"
_MONTH_YEAR = rf"{_MONTH},?\s+{_YEAR}"

WHEN = rf"(?P<day>{_DAY})|(?P<month>{_MONTH_YEAR})|(?P<year>{_YEAR})(?!\s?[/–-]\s?\d)"
"""A day, a month or a year, in groups of these names. A year is not the first half of `2020/21`."""

_TIME = r"(?:\s*(?:,|at|-|–|from)?\s*\d{1,2}(?:[.:]\d\d)?\s*(?:am|pm|hrs|noon)?)?"
_ALONE = re.compile(rf"^\W*(?:{WHEN}){_TIME}\W*$", re.I)
_LEADING = re.compile(rf"^\W*(?:{WHEN})", re.I)
_ANY_DAY = re.compile(rf"\b(?P<day>{_DAY})", re.I)
_IN_TITLE = re.compile(rf"(?P<day>{_DAY})|\b(?P<month>{_MONTH_YEAR})\W*$", re.I)
_WHEN_ENDS = rf"(?:(?P<day>{_DAY})|(?P<month>{_MONTH_YEAR}))"
_SPAN = re.compile(rf"(?:{_DAY}|{_MONTH_YEAR}|{_MONTH})\s*(?:-|–|—|\bto\b|\buntil\b)\s*{_WHEN_ENDS}", re.I)
_AT_END = re.compile(rf"[-–,:]\s*(?P<day>{_DAY}){_TIME}\W*$", re.I)

_MEETS = r"was\s+held|held|meeting\s+of|minutes\s+of|meeting|to\s+be\s+held|agenda\s+for"
_HELD = re.compile(rf"\b(?:{_MEETS})\b[^.]{{0,180}}?\b(?P<day>{_DAY})", re.I)
_OTHER_MEETING = re.compile(r"\b(?:previous|last|next|future|earlier)\s+meeting", re.I)

_INSPECTED = re.compile(r"^\W*(?:inspection|visit)\s+dates?\s*:", re.I)

_ORDINAL = re.compile(r"(?<=\d)\s?(?:st|nd|rd|th)\b")
_ISO = re.compile(r"\d{4}-\d\d-\d\d")


def _value(match: re.Match[str] | None) -> date | None:
    """The day that a match gives; a month or a year stand for their last day."""
    if match is None:
        return None
    groups = match.groupdict()
    try:
        if groups.get("day"):
            text = _ORDINAL.sub("", groups["day"])
            return date_parser.parse(text, dayfirst=_ISO.fullmatch(text) is None).date()
        if groups.get("month"):
            first = date_parser.parse(f"1 {groups['month']}").date()
            return first.replace(day=calendar.monthrange(first.year, first.month)[1])
        return date(int(groups["year"]), 12, 31) if groups.get("year") else None
    except (ValueError, OverflowError):
        return None


def leading_date(text: str) -> date | None:
    """The date that a text begins with, as what stands behind `Date:` does."""
    return _value(_LEADING.match(text))


def any_day(text: str) -> date | None:
    """The first day that a text names, `Cabinet - 30 January 2025`, unless it speaks of another meeting."""
    return None if _OTHER_MEETING.search(text) else _value(_ANY_DAY.search(text))


def meeting_date(text: str) -> date | None:
    """The date of a meeting in words: `was held on Tuesday 19 October 2021`, `Cabinet - Tuesday 19 October 2021`."""
    if _OTHER_MEETING.search(text):
        return None
    return _value(_HELD.search(text)) or _value(_AT_END.search(text))


def lone_date(text: str) -> date | None:
    """The date that a line consists of, as a title page has it."""
    return _value(_ALONE.match(text))


def title_date(text: str) -> date | None:
    """The date in a title: a day anywhere in it, or the month that it ends with (`Highlight report January 2022`).
    A sentence is no title, and the time that a report covers is not its date."""
    if text.rstrip().endswith(".") or _SPAN.search(text):
        return None
    return _value(_IN_TITLE.search(text))


def covered_until(text: str) -> date | None:
    """The last day of the time that a title says its report covers, `Annual report April 2022 to March 2023`."""
    return None if text.rstrip().endswith(".") else _value(_SPAN.search(text))


def inspection_end(text: str) -> date | None:
    """The last day of an inspection, `Inspection dates: 4 to 20 March 2019`, for a report that has no other date."""
    if not _INSPECTED.match(text):
        return None
    days = [_value(match) for match in _ANY_DAY.finditer(text)]
    return max((day for day in days if day), default=None)
