"""What a number is by the place that it has in the paper's structure, whatever its words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from boardmine.checks.ledger.fates import Fate, Known
from boardmine.checks.ledger.mentions import located
from boardmine.checks.ledger.spots import Spot
from boardmine.document import PartKind, Passage
from boardmine.extractors.asides import lists_literature, tells_story
from boardmine.language.mentions import Mention
from boardmine.language.wording import TO_NUMBER, one_of

_LEADING = r"^[ \t•▪·*>#–-]*\(?"
_BEHIND = (
    r"[.)](?=\s+\S)",  # 4. Apologies
    r"[a-z]?[ \t]*\|(?=\s)",  # 3a | Adult social care
)
_MARKER = re.compile(rf"{_LEADING}(?P<number>\d{{1,3}}(?:\.\d{{1,2}})*)(?:{'|'.join(_BEHIND)})", re.M)
_RUNNING_MARKER = re.compile(r"(?<![\w.,£(])(?P<number>\d{1,3})\.\s+(?=[A-Z])")
"""The number of an item wherever it stands: items that a reader has put into one line."""
_GLUED_MARKER = re.compile(rf"{_LEADING}(?P<number>\d{{1,2}}(?:\.\d{{1,2}})+)(?=[A-Z][a-z])", re.M)
"""A paragraph's number without a blank behind it."""

_FOOTNOTE = re.compile(r"\[(?P<number>\d{1,2})\]")

_PAGE, _TO = r"\d{1,3}", r"[ \t]*(?:[-–—]|to)[ \t]*"
_PAGES_ALONE = re.compile(rf"^[^\w\n]*(?P<number>{_PAGE}(?:(?:{_TO}|[ \t]+){_PAGE})?)[^\w\n]*$", re.M)
_PAGES_BEHIND = re.compile(rf"\S[ \t]+(?P<number>{_PAGE}{_TO}{_PAGE})[ \t.]*$", re.M)

_MEANT = re.compile(
    rf"\b(?:is|are)\s+{one_of('considered, defined, classed, deemed, regarded')}\s+{one_of('to be, as, to mean')}\s+"
    rf"{TO_NUMBER}(?P<number>\d[\d,.]*)",
    re.I,
)
_LASTING = re.compile(
    r"\bfor\s+(?:(?:fewer|less|more)\s+than\s+(?P<a>\d{1,3})\s+days"
    r"|(?P<b>\d{1,3})\s+days\s+or\s+(?:fewer|less|more))\b",
    re.I,
)

_NUMBERS_ALONE = re.compile(r"\s*(?:%\s*)?\d+(?:\.\d+)?(?:\s+(?:%\s+)?\d+(?:\.\d+)?)*(?:\s*%)?\s*|\s*%\s*")
"""What holds nothing but numbers, with the sign of an axis in per cent somewhere among them."""
_ROW_OF_NUMBERS = re.compile(r"(?<![\w.,])\d+(?:\.\d+)?(?:\s+(?:%\s+)?\d+(?:\.\d+)?){4,}(?![\w,])")
_TICK = re.compile(r"\d+(?:\.\d+)?")
_FEWEST_TICKS = 5
"""A shorter row of evenly spaced numbers may be so by chance."""
_FEWEST_ITEMS = 3
"""Fewer numbers in order may be the ends of sentences."""


@dataclass(frozen=True, slots=True)
class _Tick:
    """A number that may be on an axis, and where it stands."""

    value: float
    place: Known


def by_place(spots: Sequence[Spot]) -> Iterator[Known]:
    """What is known of the numbers of paragraphs, list items and headings by where they stand."""
    for spot in spots:
        if spot.block.table is not None:
            continue
        passage = spot.reading[0] if spot.reading else spot.block.passage
        if spot.part.kind is PartKind.AGENDA:
            yield from _pages(passage)
        yield from markers(passage)
        yield from _found(passage, _FOOTNOTE, Fate.REFERENCE)
        yield from _found(passage, _MEANT, Fate.DEFINITION)
        yield from _found(passage, _LASTING, Fate.DURATION)
        yield from _aside(spot, passage)
    yield from _axes(spots)


def markers(passage: Passage) -> Iterator[Known]:
    """The numbers of items: those that begin a line of a passage as an item does, and those that count up in it."""
    yield from _found(passage, _MARKER, Fate.LIST_MARKER)
    yield from _found(passage, _GLUED_MARKER, Fate.LIST_MARKER)
    items = list(_RUNNING_MARKER.finditer(passage.text))
    numbers = [int(match["number"]) for match in items]
    for run in runs_of(numbers):
        if len(run) >= _FEWEST_ITEMS and numbers[run[1]] == numbers[run[0]] + 1:
            for i in run:
                yield from located(passage, Mention(*items[i].span("number")), Fate.LIST_MARKER)


def _pages(passage: Passage) -> Iterator[Known]:
    """The pages on which an agenda's items stand: `5 - 16` behind an item or in a line of their own."""
    yield from _found(passage, _PAGES_ALONE, Fate.REFERENCE)
    yield from _found(passage, _PAGES_BEHIND, Fate.REFERENCE)


def _aside(spot: Spot, passage: Passage) -> Iterator[Known]:
    over = [heading.text for heading in spot.headings]
    if any(tells_story(text) for text in over):
        yield from located(passage, Mention(0, len(passage.text)), Fate.STORY)
    elif any(lists_literature(text) for text in over):
        yield from located(passage, Mention(0, len(passage.text)), Fate.REFERENCE)


def _axes(spots: Iterable[Spot]) -> Iterator[Known]:
    """The ticks of axes: rows of evenly spaced numbers within a passage, or down a page with a block for each."""
    column: list[_Tick] = []
    for spot in spots:
        passage = spot.block.passage
        if spot.block.table is None and _NUMBERS_ALONE.fullmatch(passage.text):
            column += _ticks(passage, 0, len(passage.text))
            continue
        yield from _evenly_spaced(column)
        column = []
        for row in _ROW_OF_NUMBERS.finditer(passage.text):
            yield from _evenly_spaced(_ticks(passage, *row.span()))
    yield from _evenly_spaced(column)


def _ticks(passage: Passage, start: int, end: int) -> list[_Tick]:
    return [
        _Tick(float(match[0]), known)
        for match in _TICK.finditer(passage.text, start, end)
        for known in located(passage, Mention(*match.span()), Fate.AXIS)
    ]


def _evenly_spaced(ticks: Sequence[_Tick]) -> Iterator[Known]:
    """The ticks that go up or down by one step, where there are enough of them."""
    for run in runs_of([tick.value for tick in ticks]):
        if len(run) >= _FEWEST_TICKS:
            yield from (ticks[i].place for i in run)


def runs_of(values: Sequence[float]) -> Iterator[range]:
    """The runs of numbers that go up or down by the same step, each as long as it can be, as ranges of indices. The
    last of one may be the first of the next."""
    steps = [round(b - a, 6) for a, b in pairwise(values)]
    first = 0
    while first < len(steps):
        last = first
        while last < len(steps) and steps[last] == steps[first]:
            last += 1
        if steps[first]:
            yield range(first, last + 1)
        first = last


def _found(passage: Passage, pattern: re.Pattern[str], fate: Fate) -> Iterator[Known]:
    for match in pattern.finditer(passage.text):
        for group in pattern.groupindex:
            if match[group] is not None:
                yield from located(passage, Mention(*match.span(group)), fate)
