"""Tells charts from tables: both have lines and figures, charts have curves and bars besides."""

from __future__ import annotations

from collections import defaultdict

from boardmine.document import Box
from boardmine.readers.pdf.rulings import Rulings
from boardmine.readers.pdf.tables.edges import holds
from boardmine.readers.pdf.words import Word


def is_chart(box: Box, rulings: Rulings, words: list[Word]) -> bool:
    """Whether what is drawn in a box is a chart: curves run through it, or bars of different length stand in it that
    are not the ground of words."""
    if sum(holds(box, curve) for curve in rulings.curves) > 1:
        return True
    bars = [b for b in rulings.fills + rulings.outlines if holds(box, b)]
    if not 3 <= len(bars) <= 400 or not _are_bars(bars):
        return False
    named = [
        ((w.x0 + w.x1) / 2, (w.top + w.bottom) / 2)
        for w in words
        if box.top <= w.top and w.bottom <= box.bottom and any(sign.isalpha() for sign in w.text)
    ]
    return _are_bars([b for b in bars if not any(b.x0 <= x <= b.x1 and b.top <= y <= b.bottom for x, y in named)])


def _are_bars(boxes: list[Box]) -> bool:
    """Whether boxes stand on one line or begin at one edge like the bars of a chart."""
    return _bars([(b.x0, b.x1 - b.x0, b.bottom - b.top) for b in boxes]) or _bars(
        [(b.bottom, b.bottom - b.top, b.x1 - b.x0) for b in boxes]
    )


def _bars(shapes: list[tuple[float, float, float]]) -> bool:
    """Whether three boxes and more begin on one line, are of one breadth and of three different lengths or more.
    `shapes` are where each begins, its length and its breadth."""
    groups: dict[tuple[int, int], set[int]] = defaultdict(set)
    for start, length, breadth in shapes:
        groups[round(start / 2), round(breadth / 2)].add(round(length / 4))
    return any(len(lengths) >= 3 for lengths in groups.values())
