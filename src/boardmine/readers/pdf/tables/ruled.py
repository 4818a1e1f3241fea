"""Tables with rulings: cells that lines close on all four sides, found by pdfplumber's own table finder."""

from __future__ import annotations

from typing import Any

from pdfplumber.table import TableFinder

from boardmine.readers.pdf.rulings import Edge
from boardmine.readers.pdf.tables.edges import Lattice
from boardmine.readers.pdf.words import Word

MAX_CROSSINGS = 6_000
"""Crossings of lines in one lattice; beyond that it is squared paper or a map, and the finder would take minutes."""

Bounds = tuple[float, float, float, float]
"""x0, top, x1, bottom."""


class _Page:
    """What pdfplumber's finder wants to know of a page: its edges and its box."""

    def __init__(self, lattice: Lattice) -> None:
        box = lattice.box
        self.bbox = (box.x0, box.top, box.x1, box.bottom)
        self.edges = [
            {"orientation": "h", "object_type": "line", "x0": e.start, "x1": e.end, "top": e.at, "bottom": e.at,
             "width": e.end - e.start, "height": 0.0}
            for e in lattice.horizontal
        ] + [
            {"orientation": "v", "object_type": "line", "x0": e.at, "x1": e.at, "top": e.start, "bottom": e.end,
             "width": 0.0, "height": e.end - e.start}
            for e in lattice.vertical
        ]  # fmt: skip


def closed_cells(lattice: Lattice) -> list[list[Bounds]]:
    """The cells that a lattice closes, one list a table of two cells or more."""
    if min(len(lattice.horizontal), len(lattice.vertical)) < 2 or len(lattice.horizontal) + len(lattice.vertical) < 5:
        return []
    if len(lattice.horizontal) * len(lattice.vertical) > MAX_CROSSINGS:
        return []
    page: Any = _Page(lattice)
    return [[(x0, top, x1, bottom) for x0, top, x1, bottom in table.cells] for table in TableFinder(page).tables]


def completed(lattice: Lattice, words: list[Word]) -> Lattice:
    """The lattice with the outer lines that its table does without: where its horizontal lines reach out beyond the
    last vertical one (or the other way round) and words stand there, the ends of the lines are the border."""
    box = lattice.box
    inside = [w for w in words if box.x0 - 2 < w.x0 and w.x1 < box.x1 + 2 and box.top - 2 < w.top < box.bottom]
    horizontal, vertical = list(lattice.horizontal), list(lattice.vertical)
    left, right = min(e.at for e in vertical), max(e.at for e in vertical)
    top, bottom = min(e.at for e in horizontal), max(e.at for e in horizontal)
    if box.x0 < left - 6 and any(w.x1 < left for w in inside):
        vertical.append(Edge(box.x0, box.top, box.bottom))
    if box.x1 > right + 6 and any(w.x0 > right for w in inside):
        vertical.append(Edge(box.x1, box.top, box.bottom))
    if box.top < top - 6 and any(w.bottom < top for w in inside):
        horizontal.append(Edge(box.top, box.x0, box.x1))
    if box.bottom > bottom + 6 and any(w.top > bottom for w in inside):
        horizontal.append(Edge(box.bottom, box.x0, box.x1))
    return Lattice(sorted(horizontal), sorted(vertical))
