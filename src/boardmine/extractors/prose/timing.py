"""Step 4 of a sentence: which period each figure is about, and what a change is measured against."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from boardmine.extractors.claims import Figure
from boardmine.extractors.sentence import Sentence
from boardmine.language.mentions import Period, When
from boardmine.language.periods import in_year
from boardmine.records import Kind

_BASELINE_LEAD = re.compile(
    r"\b(?:since|from|than(?:\s+(?:at|in|on))?|compared\s+(?:to|with)|against|on|over|below|above|up\s+on|down\s+on|the\s+same\s+period\s+of|than\s+the\s+same\s+period\s+(?:in|of)|than\s+it\s+was\s+(?:in|at)|relative\s+to|versus|v)\s+(?:the\s+)?(?:end\s+of\s+)?(?:same\s+period\s+(?:of|in)\s+)?(?:start\s+of\s+)?$",
    re.I,
)
_COMPARED = re.compile(r"\b(?:compared|in\s+comparison|than|since|from|against|on\s+the|over\s+the|between)\b", re.I)
_SINCE_WHEN = re.compile(r"\bsince\s+(?:[\w’'-]+\s+){1,6}(?:in|of|from)\s+$", re.I)
"""`since a campaign in January`"""
_NEW_CLAUSE = re.compile(r",\s*$|\band\s*$|;\s*$|[:–—-]\s*$|^\s*$|\bbut\s*$|\bwith\s*$|\.\s*$|\(\s*$", re.I)
_LINKED = re.compile(r"^\s*\)?\s*(?:,|:|-|–|—|=)?\s*\(?\s*(?:[A-Za-z'’]+\s+){0,5}$")
_RELATIVE_BASES = frozenset({When.EARLIER, When.BEFORE, When.LAST})


@dataclass(slots=True)
class Timing:
    """The period words of a figure, those of its baseline, and whether the period governs it from afar."""

    period: Period | None = None
    baseline: Period | None = None
    remote: bool = False


def timings_of(sentence: Sentence, figures: Sequence[Figure]) -> list[Timing]:
    """The timing of each figure, by index.

    A period right behind a number is the number's; one that opens a sentence or clause holds for the numbers after
    it until the next; one that says what a change is measured against is a baseline.
    """
    timings = [Timing() for _ in figures]
    for period in sentence.periods:
        left = _last_before(figures, period)
        right = _first_after(figures, period)
        if left and left.kind is Kind.LEVEL and _compares(sentence, left, period):
            continue
        if right and _WHEN_THERE.match(sentence.between(period.end, right.number.start)):
            _give(timings, figures, right, replace(period, since=False))
            continue
        if right and _HEIGHT.match(sentence.between(period.end, right.number.start)):
            _give(timings, figures, right, period)
            continue
        if left and left.kind is Kind.CHANGE and _is_baseline(sentence, period, left):
            if timings[left.index].baseline is None:
                timings[left.index].baseline = period
            continue
        if right and right.kind is Kind.CHANGE and _opens_baseline(sentence, period, left):
            timings[right.index].baseline = period
            continue
        if right is not None and _brackets(sentence, timings, left, period, right):
            _give(timings, figures, right, period)
            continue
        if left is None:
            if right is not None and _LINKED.match(sentence.between(period.end, right.number.start)):
                _give(timings, figures, right, period)
            continue
        if right is not None and _goes_right(sentence, left, period, right):
            _give(timings, figures, right, period)
            continue
        given = timings[left.index].period
        if (
            given is not None
            and given.when in (When.THIS, When.LAST, When.NOW)
            and _is_right_behind(sentence, left, period)
        ):
            _take(timings, figures, left)
        start = figures[left.index - 1] if left.index else None
        if period.since and start is not None and start.from_baseline and left.kind is Kind.LEVEL:
            _give(timings, figures, start, replace(period, since=False))
            continue
        _give(timings, figures, left, period)
    _put_starts_back(figures, timings)
    _spread(sentence, figures, timings)
    return timings


def _put_starts_back(figures: Sequence[Figure], timings: Sequence[Timing]) -> None:
    """`from 469 to 517 in the past 12 months`: the first figure is of the start of those months."""
    for start, end in pairwise(figures):
        period = timings[end.index].period
        rolling = period is not None and period.when is When.ROLLING
        if start.from_baseline and end.kind is Kind.LEVEL and rolling and timings[start.index].period is None:
            timings[start.index].period = period


_HEIGHT = re.compile(r"^\s*(?:height|peak|level|figure|total|low|high|average|position|rate|number)\s+of\s*$", re.I)


_TREND = re.compile(r"\b(?:up|down|higher|lower|more|fewer|an?\s+(?:increase|rise|fall|decrease|drop))\s+$", re.I)
"""`7%, up since 2021`: the way it went, not the time of the number"""
_WHEN_THERE = re.compile(r"^\s*,?\s*when\s+(?:there\s+(?:were|was)|it\s+(?:was|stood\s+at)|they\s+numbered)\s*$", re.I)


def _compares(sentence: Sentence, figure: Figure, period: Period) -> bool:
    """Whether a period is only compared with in passing, with no figure of its own: `better than the month before`."""
    lead = sentence.between(figure.number.end, period.start)
    if period.since and _TREND.search(lead):
        return True
    return re.search(r"\b(?:than|similar\s+to|as|like)\s+(?:in\s+|the\s+|for\s+)*$", lead, re.I) is not None


def _last_before(figures: Sequence[Figure], period: Period) -> Figure | None:
    return next((f for f in reversed(figures) if f.number.end <= period.start), None)


def _first_after(figures: Sequence[Figure], period: Period) -> Figure | None:
    return next((f for f in figures if f.number.start >= period.end), None)


def _brackets(
    sentence: Sentence, timings: Sequence[Timing], left: Figure | None, period: Period, right: Figure
) -> bool:
    """Whether a number in brackets right behind the period is its figure: `a rise in 2020/21 (25)`."""
    if (
        not right.bracketed
        or right.kind is Kind.CHANGE
        or sentence.between(period.end, right.number.start).strip() != "("
    ):
        return False
    return left is None or left.kind is Kind.CHANGE or timings[left.index].period is not None


def _give(timings: list[Timing], figures: Sequence[Figure], figure: Figure, period: Period) -> None:
    """Gives a period to a figure and to those that restate it; the first given stays."""
    for other in figures:
        if (other.group == figure.group or _in_one_bracket(other, figure, figures)) and timings[
            other.index
        ].period is None:
            timings[other.index].period = period


def _take(timings: list[Timing], figures: Sequence[Figure], figure: Figure) -> None:
    """Takes a period from a figure that has a nearer one."""
    for other in figures:
        if other.group == figure.group:
            timings[other.index].period = None


def _is_right_behind(sentence: Sentence, figure: Figure, period: Period) -> bool:
    """Whether the words of a month, year or day stand right behind a number: `went up this year from 455 in 2015`."""
    between = sentence.between(figure.number.end, period.start)
    return (
        period.when is When.FIXED
        and re.fullmatch(r"\s*\(?(?:in|at|on|during|for)?\s*(?:the\s+)?", between, re.I) is not None
    )


def _in_one_bracket(other: Figure, figure: Figure, figures: Sequence[Figure]) -> bool:
    """`(601 and 35.2 in March 2023)`: the period is of both."""
    if not (other.enclosed and figure.enclosed and other.index < figure.index):
        return False
    return not any(f.bracketed for f in figures[other.index + 1 : figure.index + 1])


def _is_baseline(sentence: Sentence, period: Period, figure: Figure) -> bool:
    lead = sentence.between(max(figure.number.end, period.start - 40), period.start)
    if period.since or _BASELINE_LEAD.search(lead):
        return period.when is not When.ROLLING
    return period.when in (When.EARLIER, When.BEFORE, When.SAME_OF)


def _opens_baseline(sentence: Sentence, period: Period, left: Figure | None) -> bool:
    """`since February there has been a reduction of 28`: at the start of the sentence or of a clause."""
    start = left.number.end if left else sentence.start
    lead = sentence.between(start, period.start)
    if left is not None and re.search(r"[,;:–—]\s*(?:and\s+|but\s+)?(?:since\s+)?$", lead, re.I) is None:
        return False
    return period.since or _SINCE_WHEN.search(lead) is not None


def _goes_right(sentence: Sentence, left: Figure, period: Period, right: Figure) -> bool:
    """Whether a period between two numbers belongs to the second: it opens a clause and leads straight to it."""
    before = sentence.between(left.number.end, period.start)
    after = sentence.between(period.end, right.number.start)
    if before.strip() in ("(", "(in", "in (") and after.lstrip().startswith(")"):
        return False
    if sentence.has_hard_stop(left.number.end, period.start):
        return not sentence.has_hard_stop(period.end, right.number.start)
    if sentence.has_hard_stop(period.end, right.number.start):
        return False
    lead = re.sub(
        r"\b(?:in|at|on|by|during|for|as\s+at|as\s+of|the|end\s+of|at\s+the\s+end\s+of|since|over|from)\s*$",
        "",
        before,
        flags=re.I,
    )
    lead = re.sub(
        r"\b(?:in|at|on|by|during|for|as\s+at|as\s+of|the|end\s+of|since|over|from)\s*$", "", lead, flags=re.I
    )
    opens = _NEW_CLAUSE.search(lead) is not None and lead.strip() != ""
    return opens and _LINKED.match(after) is not None


def _spread(sentence: Sentence, figures: Sequence[Figure], timings: list[Timing]) -> None:
    """Gives figures without a period of their own the one that opened their sentence or clause."""
    opening: Period | None = None
    position = 0
    for figure in figures:
        while position < len(sentence.periods) and sentence.periods[position].end <= figure.number.start:
            period = sentence.periods[position]
            owners = [i for i, t in enumerate(timings) if t.period is period or t.baseline is period]
            before = _last_before(figures, period)
            dated = opening is not None and opening.when is When.DAY_OF and period.when is When.FIXED
            position += 1
            if dated or period.when is When.NOW:
                continue
            opens_sentence = before is None and not any(t.baseline is period for t in timings)
            if opens_sentence or (owners and all(figures[i].number.start >= period.end for i in owners)):
                opening = period
        timing = timings[figure.index]
        if timing.period is not None and opening is not None and timing.period.when is When.NOW:
            timing.period = opening if opening.when is When.FIXED else timing.period
        if timing.period is not None and opening is not None:
            timing.period = _in_year(opening, timing.period)
        measured = figure.kind is Kind.CHANGE and any(
            f.kind is Kind.LEVEL and timings[f.index].period is not None and not timings[f.index].remote
            for f in figures
        )
        governed = opening is not None and timing.baseline is not opening
        if timing.period is None and governed and not figure.from_baseline and not measured:
            timing.period, timing.remote = opening, True


def _in_year(opening: Period, period: Period) -> Period:
    """`at 31 March: 2018 - 694; 2017 - 682`: the day that the line opens with, in the year at the number."""
    first, last = period.first, period.last
    if first is None or last is None or (first.month, first.day, last.month, last.day) != (1, 1, 12, 31):
        return period
    if opening.when is When.DAY_OF and opening.first is not None and first.year == last.year:
        start, end = (in_year(first.year, day) for day in (opening.first, opening.last or opening.first))
        return replace(period, first=start, last=end, moment=opening.moment)
    return period


def is_relative_baseline(period: Period) -> bool:
    """Whether words like `the year before` name what is compared with rather than the figure's own time."""
    return period.when in _RELATIVE_BASES
