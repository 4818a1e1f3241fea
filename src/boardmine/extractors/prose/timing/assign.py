"""Step 4 of a sentence: which period each figure is about, and what a change is measured against."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from boardmine.extractors.claims import Figure
from boardmine.extractors.prose.timing import signs
from boardmine.extractors.prose.timing.against import is_in_passing, is_moved_from
from boardmine.extractors.prose.timing.ends import part_ranges, put_ends_apart, put_starts_back
from boardmine.extractors.prose.timing.model import Timing
from boardmine.extractors.prose.timing.spread import last_before, spread
from boardmine.extractors.sentence import Sentence
from boardmine.language.mentions import Period, When
from boardmine.records import Kind

_BRACKET = "("
_PASSING = frozenset({When.THIS, When.LAST, When.NOW})
"""Times that yield to one that is named right behind the number."""


def timings_of(sentence: Sentence, figures: Sequence[Figure]) -> list[Timing]:
    """The timing of each figure, by index.

    A period right behind a number is the number's; one that opens a sentence or clause holds for the numbers after
    it until the next; one that says what a change is measured against is a baseline.
    """
    assigner = _Assigner(sentence, figures)
    for period in sentence.periods:
        assigner.assign(period)
    timings = assigner.timings
    for figure in figures:
        if figure.group != figure.index and figure.kind is Kind.CHANGE and timings[figure.index].baseline is None:
            timings[figure.index].baseline = timings[figure.group].baseline
    for before, figure in pairwise(figures):
        again = before.kind is Kind.CHANGE and figure.kind is Kind.CHANGE and before.unit_differs(figure)
        if again and figure.enclosed and not before.enclosed:
            timings[figure.index].baseline = timings[figure.index].baseline or timings[before.index].baseline
    put_starts_back(figures, timings)
    part_ranges(sentence, figures, timings)
    spread(sentence, figures, timings, assigner.passing)
    put_ends_apart(figures, timings)
    return timings


class _Assigner:
    """Gives the periods of one sentence to its figures, left to right."""

    def __init__(self, sentence: Sentence, figures: Sequence[Figure]) -> None:
        self._sentence = sentence
        self._figures = figures
        self.timings = [Timing() for _ in figures]
        self.passing: list[Period] = []
        """Times that figures are only held against."""

    def assign(self, period: Period) -> None:
        """Gives a period to the figure before it or behind it, as its time or as what a change is measured against;
        to none where it is only compared with in passing."""
        left = last_before(self._figures, period)
        right = next((f for f in self._figures if f.number.start >= period.end), None)
        bracketed = right is not None and right.bracketed and self._behind(period, right).strip() == _BRACKET
        if left is not None and is_in_passing(self._sentence, left, period, bracketed or right is None):
            if right is not None and bracketed:
                self._give(right, replace(period, since=False))
            return
        if right is not None and is_moved_from(self._sentence, period, right):
            self.passing.append(period)
            return
        if right is not None and self._is_told_of(period, right):
            self._give(right, replace(period, since=False))
        elif left is not None and left.kind is Kind.CHANGE and self._is_baseline(period, left):
            self._measure(left, period, right)
        elif right is not None and right.kind is Kind.CHANGE and self._opens_baseline(period, left):
            self.timings[right.index].baseline = period
        elif right is not None and right.from_baseline and period.since and self._opens_baseline(period, left):
            self.timings[right.index].period = replace(period, since=False)
            self.passing.append(period)
        elif right is not None and self._leads_right(left, period, right):
            self._give(right, period)
        elif left is not None:
            self._give_left(left, period)

    def _give(self, figure: Figure, period: Period) -> None:
        """Gives a period to a figure and to those that restate it or share its brackets; the first given stays."""
        for other in self._figures:
            shared = other.group == figure.group or self._in_one_bracket(other, figure)
            shared |= period.end <= figure.number.start and self._in_bracket_of(other, figure)
            if shared and self.timings[other.index].period is None:
                self.timings[other.index].period = period

    def _give_left(self, figure: Figure, period: Period) -> None:
        given = self.timings[figure.index].period
        if given is not None and given.when in _PASSING and self._is_right_behind(figure, period):
            for other in self._figures:
                if other.group == figure.group:
                    self.timings[other.index].period = None
        start = self._figures[figure.index - 1] if figure.index else None
        if period.since and start is not None and start.from_baseline and figure.kind is Kind.LEVEL:
            self._give(start, replace(period, since=False))
        else:
            self._give(figure, period)
        if start is not None and (
            signs.OF_BOTH.search(self._lead(figure, period)) or self._is_one_event(start, figure)
        ):
            self._give(start, period)

    def _is_one_event(self, before: Figure, figure: Figure) -> bool:
        """`27 children went missing on 61 occasions in May`: both numbers are of one time."""
        levels = before.kind is figure.kind is Kind.LEVEL and figure.number.unit is before.number.unit is None
        return (
            levels
            and signs.ON_SO_MANY.match(self._sentence.between(before.number.end, figure.number.start)) is not None
        )

    def _measure(self, change: Figure, period: Period, right: Figure | None) -> None:
        """A period is the baseline of a change, and the time of a figure in brackets right behind it."""
        if self.timings[change.index].baseline is None:
            for other in self._figures:
                if other.group == change.group and other.kind is Kind.CHANGE:
                    self.timings[other.index].baseline = self.timings[other.index].baseline or period
        if right is not None and right.bracketed and self._behind(period, right).strip() == _BRACKET:
            self._give(right, replace(period, since=False))

    def _behind(self, period: Period, figure: Figure) -> str:
        return self._sentence.between(period.end, figure.number.start)

    def _lead(self, figure: Figure, period: Period) -> str:
        return self._sentence.between(figure.number.end, period.start)

    def _in_one_bracket(self, other: Figure, figure: Figure) -> bool:
        """`(601 and 35.2 in March 2023)`: the period is of both."""
        if not (other.enclosed and figure.enclosed and other.index < figure.index):
            return False
        return not any(f.bracketed for f in self._figures[other.index + 1 : figure.index + 1])

    def _in_bracket_of(self, other: Figure, figure: Figure) -> bool:
        """`the year before (17 adopted and 16 placed)`: the period before the brackets is of all in them."""
        between = self._sentence.between(figure.number.end, other.number.start)
        return figure.bracketed and other.index > figure.index and re.search(r"[();]", between) is None

    def _is_told_of(self, period: Period, right: Figure) -> bool:
        """Whether a figure is said to be of the period before it: `since March, when there were 211`."""
        between = self._behind(period, right)
        return signs.WHEN_THERE.match(between) is not None or signs.AT_PEAK.match(between) is not None

    def _is_right_behind(self, figure: Figure, period: Period) -> bool:
        """Whether the words of a month, year or day stand right behind a number: `this year from 455 in 2015`."""
        return period.when is When.FIXED and signs.BEHIND.fullmatch(self._lead(figure, period)) is not None

    def _is_baseline(self, period: Period, figure: Figure) -> bool:
        lead = self._sentence.between(max(figure.number.end, period.start - 40), period.start)
        if period.since or signs.BASELINE_LEAD.search(lead):
            return period.when is not When.ROLLING
        return period.when in (When.EARLIER, When.BEFORE, When.SAME_OF)

    def _opens_baseline(self, period: Period, left: Figure | None) -> bool:
        """`since February there has been a reduction of 28`: at the start of the sentence or of a clause."""
        lead = self._sentence.between(left.number.end if left else self._sentence.start, period.start)
        if signs.CHANGE_FROM.search(lead):
            return True
        if left is not None and signs.SINCE_CLAUSE.search(lead) is None:
            return False
        return period.since or signs.SINCE_WHEN.search(lead) is not None

    def _leads_right(self, left: Figure | None, period: Period, right: Figure) -> bool:
        """Whether a period is of the figure behind it."""
        bracketed = right.bracketed and right.kind is Kind.LEVEL and self._behind(period, right).strip() == _BRACKET
        if left is None:
            return bracketed or signs.LINKED.match(self._behind(period, right)) is not None
        if bracketed and (left.kind is Kind.CHANGE or self.timings[left.index].period is not None):
            return True
        if signs.LATEST.search(self._lead(left, period)):
            return False
        return self._opens_clause(left, period, right)

    def _opens_clause(self, left: Figure, period: Period, right: Figure) -> bool:
        """Whether a period between two figures opens a clause and leads straight to the second."""
        before, after = self._lead(left, period), self._behind(period, right)
        if before.strip() in ("(", "(in", "in (") and after.lstrip().startswith(")"):
            return False
        if self._sentence.has_hard_stop(left.number.end, period.start):
            return not self._sentence.has_hard_stop(period.end, right.number.start)
        if self._sentence.has_hard_stop(period.end, right.number.start):
            return False
        lead = signs.TO_TIME.sub("", signs.TO_TIME.sub("", before))
        opens = signs.NEW_CLAUSE.search(lead) is not None and lead.strip() != ""
        return opens and signs.LINKED.match(after) is not None
