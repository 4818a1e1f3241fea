"""Tables with rulings: the cells that lines close on all four sides.

This is the way of pdfplumber's table finder (edges, intersections, cells, tables), on lines from PDFium. Its first and
last step are pdfplumber's own; the step from intersections to cells compares all points with all in the original, and
is done here along the lines. The tests hold both to the same cells.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from typing import Any

from pdfplumber.table import cells_to_tables, edges_to_intersections

from boardmine.readers.pdf.rulings import Edge
from boardmine.readers.pdf.tables.edges import Lattice
from boardmine.readers.pdf.words import Word

MAX_CROSSINGS = 20_000
"""Crossings of lines in one lattice; beyond that it is squared paper or a map."""

TOUCH = 3.0
"""Points by which two lines may miss each other and still cross."""

Bounds = tuple[float, float, float, float]
"""x0, top, x1, bottom."""

Point = tuple[float, float]


def closed_cells(lattice: Lattice) -> list[list[Bounds]]:
    """The cells that a lattice closes, one list a table of two cells or more."""
    across, down = len(lattice.horizontal), len(lattice.vertical)
    if min(across, down) < 2 or across + down < 5 or across * down > MAX_CROSSINGS:
        return []
    tables = cells_to_tables(cells_of(edges_to_intersections(_edges(lattice), TOUCH, TOUCH)))
    return [[(x0, top, x1, bottom) for x0, top, x1, bottom in cells] for cells in tables]


def _edges(lattice: Lattice) -> list[dict[str, Any]]:
    """The lines of a lattice as pdfplumber knows them."""
    return [
        {"orientation": "h", "x0": e.start, "x1": e.end, "top": e.at, "bottom": e.at} for e in lattice.horizontal
    ] + [{"orientation": "v", "x0": e.at, "x1": e.at, "top": e.start, "bottom": e.end} for e in lattice.vertical]


def cells_of(intersections: dict[Point, dict[str, list[dict[str, Any]]]]) -> list[Bounds]:
    """The smallest cell to the right of and below each intersection whose four sides are lines.

    Takes what pdfplumber's `edges_to_intersections` gives and gives what its `intersections_to_cells` would.
    """
    vertical = {point: {id(edge) for edge in lines["v"]} for point, lines in intersections.items()}
    horizontal = {point: {id(edge) for edge in lines["h"]} for point, lines in intersections.items()}
    heights: dict[float, list[float]] = defaultdict(list)
    places: dict[float, list[float]] = defaultdict(list)
    for x, y in sorted(intersections):
        heights[x].append(y)
        places[y].append(x)
    cells: list[Bounds] = []
    for x, y in sorted(intersections):
        down, across = heights[x], places[y]
        rights = [
            right
            for right in across[bisect_right(across, x) :]
            if not horizontal[x, y].isdisjoint(horizontal[right, y])
        ]
        for below in down[bisect_right(down, y) :]:
            if vertical[x, y].isdisjoint(vertical[x, below]):
                continue
            corner = next((r for r in rights if _closes(vertical, horizontal, x, r, y, below)), None)
            if corner is not None:
                cells.append((x, y, corner, below))
                break
    return cells


def _closes(
    vertical: dict[Point, set[int]], horizontal: dict[Point, set[int]], x: float, right: float, y: float, below: float
) -> bool:
    """Whether lines lead from the lower right corner of a cell to its neighbours above and to the left."""
    corner = (right, below)
    if corner not in vertical or vertical[corner].isdisjoint(vertical[right, y]):
        return False
    return not horizontal[corner].isdisjoint(horizontal[x, below])


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
