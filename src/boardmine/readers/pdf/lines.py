"""Words to rows and lines: what stands on one baseline."""

from __future__ import annotations

from collections.abc import Iterable

from boardmine.document import Box
from boardmine.readers.pdf.words import Word

WIDE = 1.1
"""A gap between two words of more than this many sizes may divide columns; justified lines stay below it."""


def rows_of(words: Iterable[Word]) -> list[list[Word]]:
    """Words gathered by baseline, rows from top to bottom, words from left to right."""
    rows: list[tuple[Word, list[Word]]] = []  # the tallest word, and all
    for word in sorted(words, key=lambda w: w.top + w.bottom):
        best, where = 0.0, -1
        for i in range(len(rows) - 1, max(-1, len(rows) - 4), -1):
            share = _shared_height(word, rows[i][0])
            if share > best:
                best, where = share, i
        if best < 0.55:
            rows.append((word, [word]))
            continue
        tallest, row = rows[where]
        row.append(word)
        if word.bottom - word.top > tallest.bottom - tallest.top:
            rows[where] = (word, row)
    for _, row in rows:
        row.sort(key=lambda w: w.x0)
    return [row for _, row in rows]


def _shared_height(word: Word, tallest: Word) -> float:
    """How much of the height of the smaller of two words both share. Words of very different size share a row only
    if their middles meet: small lines beside a big figure are rows of their own."""
    height, other = word.bottom - word.top, tallest.bottom - tallest.top
    small, big = (height, other) if height < other else (other, height)
    if big > 1.9 * small and not (word.mark or tallest.mark):
        return 1.0 if abs(word.top + word.bottom - tallest.top - tallest.bottom) < 0.5 * small else 0.0
    return (min(word.bottom, tallest.bottom) - max(word.top, tallest.top)) / max(small, 0.1)


def segments_of(row: list[Word], wide: float = WIDE) -> list[list[Word]]:
    """A row cut where the gap between two words is wider than `wide` sizes."""
    segments: list[list[Word]] = []
    for word in row:
        if segments:
            last = segments[-1][-1]
            if word.x0 - max(w.x1 for w in segments[-1][-3:]) <= wide * min(word.size, last.size) + 0.5 or word.mark:
                segments[-1].append(word)
                continue
        segments.append([word])
    return segments


def box_of(words: Iterable[Word]) -> Box:
    """The smallest box around words (there must be one)."""
    words = list(words)
    return Box(
        min(w.x0 for w in words), min(w.top for w in words), max(w.x1 for w in words), max(w.bottom for w in words)
    )


def text_of(words: Iterable[Word]) -> str:
    """Words with single spaces, footnote marks left out."""
    return " ".join(w.text for w in words if not w.mark)
