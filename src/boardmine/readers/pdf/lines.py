"""Words to rows and lines: what stands on one baseline."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from boardmine.document import Box
from boardmine.readers.pdf.words import Word

WIDE = 1.1
"""A gap between two words of more than this many sizes may divide columns; justified lines stay below it."""


def rows_of(words: Iterable[Word]) -> list[list[Word]]:
    """Words gathered by baseline, rows from top to bottom, words from left to right."""
    rows: list[tuple[float, float, list[Word]]] = []  # middle, size, words
    for word in sorted(words, key=lambda w: w.top + w.bottom):
        middle, size = (word.top + word.bottom) / 2, word.bottom - word.top
        if rows:
            row_middle, row_size, row = rows[-1]
            if middle - row_middle <= 0.4 * max(min(size, row_size), 0.7 * max(size, row_size)):
                row.append(word)
                if size > 1.15 * row_size:
                    rows[-1] = (middle, size, row)
                continue
        rows.append((middle, size, [word]))
    for _, _, row in rows:
        row.sort(key=lambda w: w.x0)
    return [row for _, _, row in rows]


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
