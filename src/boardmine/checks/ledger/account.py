"""Puts the ledger of a document together from what is known of its numbers."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence

from boardmine.checks.ledger.fates import Entry, Fate, Known, Ledger
from boardmine.checks.ledger.mentions import Reading, from_language, in_words
from boardmine.checks.ledger.others import other_things
from boardmine.checks.ledger.spots import spots_of
from boardmine.checks.ledger.structure import by_place
from boardmine.checks.ledger.tables import by_cell
from boardmine.document import Block, BlockKind, Document, Part
from boardmine.records import Observation

NUMERAL = re.compile(r"\d+(?:[.,]\d+)*")
"""A numeral of a text. Numerals do not overlap, and every digit is in one."""

_NOTED = (Fate.OTHER_COUNT, Fate.OTHER_SHARE)


def ledger_of(
    document: Document, parts: Sequence[Part], readings: Sequence[Reading], observations: Iterable[Observation]
) -> Ledger:
    """The ledger of a document.

    `readings` are the passages that were read, with what was found in them; `observations` what came of it. Where two
    accounts of a numeral compete, an observation wins, then what the language components found, then the place.
    """
    spans = _Spans()
    spans.add(Known(o.evidence.number_start, o.evidence.number_end, Fate.OBSERVATION) for o in observations)
    spans.add(from_language(readings))
    spans.add(Known(b.start, b.end, Fate.FURNITURE) for b in document.blocks if b.kind is BlockKind.FURNITURE)
    spots = spots_of(document, parts, readings)
    spans.add(by_place(spots))
    spans.add(by_cell(spots, spans.at))
    spans.add(other_things(spots, spans.at))
    words = in_words(readings)
    covered = _Covered(document.blocks)
    entries = []
    for start, end in _numerals(document.text, words):
        known = spans.at(start, end)
        fate = known.fate if known else _by_line(document.text, start, (start, end) in words or covered.holds(start))
        note = known.note if known and fate in _NOTED else ""
        entries.append(Entry(start, end, document.text[start:end], fate, note, _page(document, start)))
    return Ledger(tuple(entries))


def _numerals(text: str, words: set[tuple[int, int]]) -> list[tuple[int, int]]:
    """The places of all numbers, in order: those in digits, and those in words that hold no digit."""
    digits = [m.span() for m in NUMERAL.finditer(text)]
    return sorted([*digits, *(place for place in words if not NUMERAL.search(text, *place))])


def _by_line(text: str, start: int, is_read: bool) -> Fate:
    """What a number is of which nothing is known: if no passage holds it, it is a marker or markup."""
    if is_read:
        return Fate.UNEXPLAINED
    line_start = text.rfind("\n", 0, start) + 1
    marker = not text[line_start:start].strip(" \t-•*#(|.>·_\\")
    return Fate.LIST_MARKER if marker else Fate.MARKUP


def _page(document: Document, start: int) -> int | None:
    return next((p.number for p in document.pages if p.start <= start < p.end), None)


class _Spans:
    """Ranges of the text with their fates. Of several that cover a numeral, the one that was added first counts."""

    def __init__(self) -> None:
        self._ranges: list[tuple[int, int, int, Known]] = []
        self._added = 0
        self._longest = 0

    def add(self, known: Iterable[Known]) -> None:
        """Add what is known; it counts less than all that was added before."""
        new = list(known)
        self._ranges += [(k.start, k.end, self._added + i, k) for i, k in enumerate(new)]
        self._ranges.sort(key=lambda r: r[:3])
        self._added += len(new)
        self._longest = max((self._longest, *(k.end - k.start for k in new)))

    def at(self, start: int, end: int) -> Known | None:
        """What is known of a range of the text."""
        best: tuple[int, Known] | None = None
        i = bisect_right(self._ranges, (end, -1, -1), key=lambda r: r[:3]) - 1
        while i >= 0 and self._ranges[i][0] >= start - self._longest:
            a, b, order, known = self._ranges[i]
            if a < end and b > start and (best is None or order < best[0]):
                best = (order, known)
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
