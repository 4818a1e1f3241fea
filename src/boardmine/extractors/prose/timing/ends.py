"""Ranges of time with a figure at either end: `between March 2023 and March 2024, from 217 to 243`."""

from __future__ import annotations

import calendar
import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from itertools import pairwise

from boardmine.extractors.claims import Figure
from boardmine.extractors.prose.timing.model import Timing
from boardmine.extractors.sentence import Sentence
from boardmine.language.mentions import Period, When
from boardmine.records import Kind

_A_MONTH = 45
"""A range of fewer days than these has no two ends to speak of."""

_BETWEEN = re.compile(r"between\b", re.I)
_MONTHS = "(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"
_MONTHS_NAMED = re.compile(rf"\b{_MONTHS}", re.I)
_DAYS_NAMED = re.compile(rf"\d\s*(?:st|nd|rd|th)?\s+(?:of\s+)?{_MONTHS}", re.I)


def put_starts_back(figures: Sequence[Figure], timings: Sequence[Timing]) -> None:
    """`from 469 to 517 in the past 12 months`: the first figure is of the start of those months."""
    for start, end in pairwise(figures):
        period = timings[end.index].period
        rolling = period is not None and period.when is When.ROLLING
        if start.from_baseline and end.kind is Kind.LEVEL and rolling and timings[start.index].period is None:
            timings[start.index].period = period


def put_ends_apart(figures: Sequence[Figure], timings: Sequence[Timing]) -> None:
    """`rose this year from 390 to 412`, `fell on the previous year (from 91% to 88%)`: what opens such a claim is of
    one of its ends, this year of the second, and the previous one of the first."""
    for start, end in pairwise(figures):
        if not start.from_baseline or end.kind is not Kind.LEVEL or end.from_baseline:
            continue
        first, last = timings[start.index], timings[end.index]
        for period in (first.period, last.period):
            if period is None or period.end > start.number.start:
                continue
            if period.when is When.THIS and period.span is not None and first.period in (None, period):
                first.period = replace(period, when=When.LAST)
                last.period = last.period or period
                break
            if period.when in (When.EARLIER, When.LAST) and last.period in (None, period):
                first.period, last.period = first.period or period, None
                break


def part_ranges(sentence: Sentence, figures: Sequence[Figure], timings: Sequence[Timing]) -> None:
    """`between March 2023 and March 2024, from 217 to 243`: the first figure is of the one end, the second of the
    other, and a change is measured from end to end."""
    periods = [p for p in sentence.periods if _BETWEEN.search(sentence.text[max(p.start - 9, 0) : p.start + 8])]
    if len(periods) != 1 or not any(f.from_baseline or f.kind is Kind.CHANGE for f in figures):
        return
    whole = periods[0]
    beyond = next((p for p in sentence.periods if sentence.text[whole.end : p.start].strip() == "and"), None)
    ends = (whole, beyond) if beyond else ends_of(whole, sentence.text[whole.start : whole.end])
    if ends is None:
        return
    start, end = ends
    for figure in figures:
        timing = timings[figure.index]
        if timing.period not in (None, whole, beyond):
            continue
        if figure.kind is Kind.CHANGE and timing.baseline not in (None, whole, beyond):
            continue
        timing.period = start if figure.from_baseline else end
        if figure.kind is Kind.CHANGE and timing.baseline in (None, whole, beyond):
            timing.baseline = start


def ends_of(period: Period, words: str) -> tuple[Period, Period] | None:
    """The two ends of a range, months or years as its words have them; None for a range within a month."""
    first, last = period.first, period.last
    if period.when is not When.FIXED or first is None or last is None or (last - first).days < _A_MONTH:
        return None
    if _DAYS_NAMED.search(words):
        return replace(period, last=first, moment=True), replace(period, first=last, moment=True)
    if _MONTHS_NAMED.search(words):
        start = first.replace(day=calendar.monthrange(first.year, first.month)[1])
        return replace(period, last=start), replace(period, first=last.replace(day=1))
    start, end = (
        first.replace(year=first.year + 1) - timedelta(days=1),
        last.replace(year=last.year - 1) + timedelta(days=1),
    )
    return replace(period, last=start), replace(period, first=end)
