"""Gives figures without a period of their own the one that opened their sentence or clause."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from boardmine.extractors.claims import Figure
from boardmine.extractors.prose.timing.model import Timing
from boardmine.extractors.sentence import Sentence
from boardmine.language.mentions import Period, When
from boardmine.language.periods import in_year
from boardmine.records import Kind

_NEXT_TO = 3
"""In characters."""


def last_before(figures: Sequence[Figure], period: Period) -> Figure | None:
    """The last figure before a period."""
    return next((f for f in reversed(figures) if f.number.end <= period.start), None)


def _is_aside(sentence: Sentence, figure: Figure, period: Period) -> bool:
    """Whether a period is of what stands in brackets and of nothing after: `higher than in 2023 (588)`, `(Q1: 89%)`."""
    right_behind = figure.bracketed and 0 <= figure.number.start - period.end <= _NEXT_TO
    within = figure.enclosed and sentence.between(period.start - 2, period.start).strip().endswith("(")
    return right_behind or within


def spread(
    sentence: Sentence, figures: Sequence[Figure], timings: list[Timing], passing: Sequence[Period] = ()
) -> None:
    """Gives figures without a period of their own the one that opened their sentence or clause, unless it is named in
    `passing`."""
    opening: Period | None = None
    position = 0
    for figure in figures:
        while position < len(sentence.periods) and sentence.periods[position].end <= figure.number.start:
            period = sentence.periods[position]
            owners = [i for i, t in enumerate(timings) if t.period is period or t.baseline is period]
            before = last_before(figures, period)
            dated = opening is not None and opening.when is When.DAY_OF and period.when is When.FIXED
            position += 1
            if dated or period.when is When.NOW or period in passing:
                continue
            if owners and all(_is_aside(sentence, figures[i], period) for i in owners):
                continue
            leads = before is not None and sentence.between(period.end, period.end + 2).strip().startswith(":")
            if leads:
                opening = period
                continue
            opens_sentence = before is None and not any(t.baseline is period for t in timings)
            if opens_sentence or (owners and all(figures[i].number.start >= period.end for i in owners)):
                opening = period
        timing = timings[figure.index]
        if timing.period is not None and opening is not None and timing.period.when is When.NOW:
            timing.period = opening if opening.when is When.FIXED else timing.period
        if timing.period is not None and opening is not None:
            same = timing.period.when is When.CONTEXT and opening.when in (When.FIXED, When.QUARTER_OF)
            timing.period = opening if same else _in_year(opening, timing.period)
        if timing.period is not None and figure.enclosed and timing.period.end <= figure.number.start:
            timing.period = _same_day(_day_before(figures, timings, figure), timing.period)
        measured = figure.kind is Kind.CHANGE and any(
            f.kind is Kind.LEVEL and timings[f.index].period is not None and not timings[f.index].remote
            for f in figures
        )
        governed = opening is not None and timing.baseline is not opening
        if timing.period is None and governed and not figure.from_baseline and not measured:
            timing.period, timing.remote = opening, True


def _day_before(figures: Sequence[Figure], timings: Sequence[Timing], figure: Figure) -> Period | None:
    """The period of the figure that stands before the brackets that a figure stands in."""
    outside = [f for f in figures[: figure.index] if not f.enclosed]
    return timings[outside[-1].index].period if outside else None


def _same_day(told: Period | None, period: Period) -> Period:
    """`412 at 31 March 2018 (2017: 391)`: the day told of, in the year that stands in brackets."""
    if told is None or told.when is not When.FIXED or told.first is None or told.first != told.last:
        return period
    first, last = period.first, period.last
    if first is None or last is None or (first.month, first.day, last.month, last.day) != (1, 1, 12, 31):
        return period
    day = in_year(first.year, told.first)
    return replace(period, first=day, last=day, moment=told.moment) if first.year == last.year else period


def _in_year(opening: Period, period: Period) -> Period:
    """`at 31 March: 2018 - 694; 2017 - 682`: the day that the line opens with, in the year at the number."""
    first, last = period.first, period.last
    if first is None or last is None or (first.month, first.day, last.month, last.day) != (1, 1, 12, 31):
        return period
    if opening.when is When.DAY_OF and opening.first is not None and first.year == last.year:
        start, end = (in_year(first.year, day) for day in (opening.first, opening.last or opening.first))
        return replace(period, first=start, last=end, moment=opening.moment)
    return period
