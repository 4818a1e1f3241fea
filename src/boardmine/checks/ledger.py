"""The ledger of numerals: every number that stands in a document, each once, with what became of it.

A numeral is a run of digits with what holds it together (`1,022`, `41.4`, `2020`). Numbers written in words are in
the ledger where they were read as numbers. What became of a numeral is its *fate*: an observation was made of it, or
it is known to be something else, or it is left unexplained.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from boardmine.document import Block, BlockKind, Document, Passage
from boardmine.language.annotate import Annotated
from boardmine.language.mentions import Mention
from boardmine.language.wording import FUNCTION_WORDS
from boardmine.records import Observation

NUMERAL = re.compile(r"\d+(?:[.,]\d+)*")
"""A numeral of a text. Numerals do not overlap, and every digit is in one."""


class Fate(StrEnum):
    """What became of a numeral."""

    OBSERVATION = "observation"
    DATE = "date"
    TIME = "time"
    MONEY = "money"
    AGE = "age"
    DURATION = "duration"
    DISTANCE = "distance"
    REFERENCE = "reference"
    CONTACT = "contact"
    DEFINITION = "definition"
    LIST_MARKER = "list_marker"
    FURNITURE = "furniture"
    MARKUP = "markup"
    OTHER_COUNT = "other_count"
    UNEXPLAINED = "unexplained"


@dataclass(frozen=True, slots=True)
class Entry:
    """One number of a document: where it stands in the text, how it is written, its fate, and, for a count of
    something the catalogue has no metric for, of what."""

    start: int
    end: int
    text: str
    fate: Fate
    note: str = ""
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Ledger:
    """All numbers of a document in order of their place."""

    entries: tuple[Entry, ...]

    def counts(self) -> dict[Fate, int]:
        """How many numbers met each fate, only those that occur."""
        counted = Counter(entry.fate for entry in self.entries)
        return {fate: counted[fate] for fate in Fate if counted[fate]}

    @property
    def unexplained(self) -> tuple[Entry, ...]:
        """The numbers that are left unexplained."""
        return tuple(e for e in self.entries if e.fate is Fate.UNEXPLAINED)


_NOUN = re.compile(
    r"^\s*%?\s*(?:of\s+)?(?:(?:the|our|these|those|all|new|different|further|additional)\s+)*(?P<noun>[A-Za-z][\w'’-]*(?:\s+[a-z][\w'’-]*){0,2})"
)


def ledger_of(
    document: Document, readings: Sequence[tuple[Passage, Annotated]], observations: Iterable[Observation]
) -> Ledger:
    """The ledger of a document.

    `readings` are the passages that were read, with what was found in them; `observations` what came of it. Where two
    accounts of a numeral compete, an observation wins, then what the language components found, then the place.
    """
    account = _Account(observations, readings, document)
    entries = []
    for start, end in account.numerals():
        fate = account.fate(start, end)
        note = account.counted.get((start, end), "") if fate is Fate.OTHER_COUNT else ""
        entries.append(Entry(start, end, document.text[start:end], fate, note, _page(document, start)))
    return Ledger(tuple(entries))


class _Account:
    """What is known of the ranges of a document's text, in the order in which it counts."""

    def __init__(
        self,
        observations: Iterable[Observation],
        readings: Sequence[tuple[Passage, Annotated]],
        document: Document,
    ) -> None:
        self._text = document.text
        self._spans = _Spans()
        self._covered = _Covered(document.blocks)
        self._in_words: set[tuple[int, int]] = set()
        self.counted: dict[tuple[int, int], str] = {}
        """What the numbers count that no metric is for, by their places."""
        for observation in observations:
            evidence = observation.evidence
            self._spans.add(evidence.number_start, evidence.number_end, Fate.OBSERVATION)
        for passage, annotated in readings:
            self._read(passage, annotated)
        for block in document.blocks:
            if block.kind is BlockKind.FURNITURE:
                self._spans.add(block.start, block.end, Fate.FURNITURE)

    def _read(self, passage: Passage, annotated: Annotated) -> None:
        for fate, mention in _accounts(annotated):
            place = _located(passage, mention)
            if place:
                self._spans.add(*place, fate)
        for number in annotated.numbers:
            place = _located(passage, number)
            if place is None:
                continue
            noun = _counted_noun(annotated, number.end)
            if noun:
                self._spans.add(*place, Fate.OTHER_COUNT)
                for match in NUMERAL.finditer(self._text, *place):
                    self.counted[match.span()] = noun
                self.counted[place] = noun
            if number.in_words:
                self._in_words.add(place)

    def numerals(self) -> list[tuple[int, int]]:
        """The places of all numbers, in order: those in digits, and those in words that hold no digit."""
        digits = [m.span() for m in NUMERAL.finditer(self._text)]
        words = [place for place in self._in_words if not NUMERAL.search(self._text, *place)]
        return sorted([*digits, *words])

    def fate(self, start: int, end: int) -> Fate:
        """What became of the number at a place."""
        known = self._spans.fate(start, end)
        if known is not None:
            return known
        if (start, end) in self._in_words or self._covered.holds(start):
            return Fate.UNEXPLAINED
        line_start = self._text.rfind("\n", 0, start) + 1
        marker = not self._text[line_start:start].strip(" \t-•*#(|.>·_\\")
        return Fate.LIST_MARKER if marker else Fate.MARKUP


class _Spans:
    """Ranges of the text with their fates. Of several that cover a numeral, the fate that was added first counts."""

    def __init__(self) -> None:
        self._ranges: list[tuple[int, int, int, Fate]] = []
        self._sorted = False

    def add(self, start: int, end: int, fate: Fate) -> None:
        self._ranges.append((start, end, len(self._ranges), fate))
        self._sorted = False

    def fate(self, start: int, end: int) -> Fate | None:
        if not self._sorted:
            self._ranges.sort()
            self._longest = max((b - a for a, b, _, _ in self._ranges), default=0)
            self._sorted = True
        best: tuple[int, Fate] | None = None
        i = bisect_right(self._ranges, (end, -1, -1, Fate.DATE)) - 1
        while i >= 0 and self._ranges[i][0] >= start - self._longest:
            a, b, order, fate = self._ranges[i]
            if a < end and b > start and (best is None or order < best[0]):
                best = (order, fate)
            i -= 1
        return best[1] if best else None


class _Covered:
    """The ranges of the text that passages were made of: what is outside is markup or a marker."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        pieces = [p for b in blocks for p in b.passage.pieces]
        pieces += [p for b in blocks if b.table for c in b.table.cells for p in c.passage.pieces]
        self._pieces = sorted((p.start, p.start + p.length) for p in pieces)
        self._starts = [start for start, _ in self._pieces]

    def holds(self, position: int) -> bool:
        i = bisect_right(self._starts, position) - 1
        return any(a <= position < b for a, b in self._pieces[max(0, i - 2) : i + 1])


def _accounts(annotated: Annotated) -> Iterable[tuple[Fate, Mention]]:
    for period in annotated.periods:
        yield Fate.DATE, period
    for quantity in annotated.quantities:
        yield Fate(quantity.use.value), quantity
    for term in annotated.terms:
        for start, end in term.segments:
            yield Fate.DEFINITION, Mention(start, end)
    for name in annotated.names:
        yield Fate.REFERENCE, name


def _located(passage: Passage, mention: Mention) -> tuple[int, int] | None:
    try:
        return passage.locate(mention.start, mention.end)
    except ValueError:
        return None


def _counted_noun(annotated: Annotated, end: int) -> str:
    """What stands right behind a number as the thing that it counts, where no metric took it."""
    match = _NOUN.match(annotated.text[end : end + 60])
    if not match:
        return ""
    words = match["noun"].split()
    while words and words[-1].lower() in FUNCTION_WORDS:
        words.pop()
    return " ".join(words) if words and words[0].lower() not in FUNCTION_WORDS else ""


def _page(document: Document, start: int) -> int | None:
    return next((p.number for p in document.pages if p.start <= start < p.end), None)
