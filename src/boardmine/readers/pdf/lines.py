"""Words to rows and lines: what stands on one baseline."""

from __future__ import annotations

from collections.abc import Iterable
from operator import attrgetter

from boardmine.document import Box
from boardmine.readers.pdf.words import Word

WIDE = 1.1
"""A gap between two words of more than this many sizes may divide columns; justified lines stay below it."""


def rows_of(words: Iterable[Word]) -> list[list[Word]]:
    """Words gathered by baseline, rows from top to bottom, words from left to right."""
    tallest: list[Word] = []
    rows: list[list[Word]] = []
    for word in sorted(words, key=_height_on_page):
        top, bottom = word.top, word.bottom
        if rows:
            last = tallest[-1]
            slack = 0.2 * (bottom - top)
            if -slack < last.top - top < slack and -slack < last.bottom - bottom < slack:
                rows[-1].append(word)
                continue
        best, where = 0.0, -1
        for i in range(len(rows) - 1, max(-1, len(rows) - 4), -1):
            share = _shared_height(word, tallest[i])
            if share > best:
                best, where = share, i
        if best < 0.55:
            rows.append([word])
            tallest.append(word)
            continue
        rows[where].append(word)
        if bottom - top > tallest[where].bottom - tallest[where].top:
            tallest[where] = word
    for row in rows:
        row.sort(key=_left)
    return rows


def _height_on_page(word: Word) -> float:
    return word.top + word.bottom


_left = attrgetter("x0")


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
    if not row:
        return []
    segment = [row[0]]
    segments = [segment]
    reach, size = row[0].x1, row[0].size
    for word in row[1:]:
        gap = word.x0 - reach
        if gap > 0.5 and not word.mark and gap > wide * (word.size if word.size < size else size) + 0.5:
            segment = [word]
            segments.append(segment)
            reach = word.x1
        else:
            segment.append(word)
            if word.x1 > reach:
                reach = word.x1
        size = word.size
    return segments


def box_of(words: Iterable[Word]) -> Box:
    """The smallest box around words (there must be one)."""
    every = iter(words)
    first = next(every)
    x0, top, x1, bottom = first.x0, first.top, first.x1, first.bottom
    for word in every:
        if word.x0 < x0:
            x0 = word.x0
        if word.top < top:
            top = word.top
        if word.x1 > x1:
            x1 = word.x1
        if word.bottom > bottom:
            bottom = word.bottom
    return Box(x0, top, x1, bottom)


def text_of(words: Iterable[Word]) -> str:
    """Words with single spaces, footnote marks left out."""
    return " ".join(w.text for w in words if not w.mark)
