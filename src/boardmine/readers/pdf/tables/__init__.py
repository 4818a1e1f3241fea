"""Finds the tables of a page: those that lines draw, those that lines rule in part, those of words alone."""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

from boardmine.document import Box
from boardmine.readers.pdf.lines import rows_of
from boardmine.readers.pdf.rulings import Edge, Rulings
from boardmine.readers.pdf.tables.build import closed_grid, open_grid
from boardmine.readers.pdf.tables.charts import is_chart
from boardmine.readers.pdf.tables.edges import Lattice, lattices_of, page_edges
from boardmine.readers.pdf.tables.grid import Grid, GridCell
from boardmine.readers.pdf.tables.ruled import closed_cells, completed
from boardmine.readers.pdf.tables.stacks import stacks_of, tables_of
from boardmine.readers.pdf.tables.values import is_value
from boardmine.readers.pdf.words import Word

_CRAMMED = 3
"""More wide gaps in a line of words than lines drawn between columns, from which on the words are columns."""
_WIDE_GAP = 1.5
"""In sizes of the letters."""
MOST_WORDS = 60
"""Words of a cell; one with more in a table of few cells holds prose."""


class Drawn(NamedTuple):
    """What lines show on a page: tables, the words outside of them, and the boxes of cells that only lay out text."""

    grids: list[Grid]
    words: list[Word]
    boxes: list[Box]


def drawn_tables(words: list[Word], rulings: Rulings, width: float, height: float) -> Drawn:
    """The tables that drawn lines show, wholly or in part, and the words that are in none of them."""
    across, down = page_edges(rulings, words, width, height)
    if not across:
        return Drawn([], words, [])
    boxes: list[Box] = []
    lattices, lone = lattices_of(across, down)
    grids: list[Grid] = []
    free = words
    for lattice in lattices:
        if is_chart(lattice.box, rulings, words):
            continue
        tables = closed_cells(completed(lattice, free))
        if not tables and (len(lattice.horizontal) > 2 or len(lattice.vertical) > 2):
            lone += lattice.horizontal
        if tables and _is_crammed(lattice, free):
            lone += lattice.horizontal
            continue
        for cells in tables:
            grid = closed_grid(cells, free)
            if lays_out_text(grid):
                boxes += [c.box for c in grid.cells if c.box is not None and c.words]
            elif is_table(grid):
                grid.tidy()
                grids.append(grid)
                free = _without(free, grid)
            elif grid.column_count == 1 and grid.row_count > 2:
                lone += [Edge(y, grid.box.x0, grid.box.x1) for y in _row_lines(grid)]
    for stack in stacks_of(sorted(lone)):
        if is_chart(stack.box, rulings, words):
            continue
        for table in tables_of(stack, [w for w in free if w.turn == 0]):
            grid = open_grid(table.bands, table.cuts, ruled=True, gap=table.gap, notes=table.notes)
            grid.tidy()
            grids.append(grid)
            free = _without(free, grid)
    return Drawn(grids, free, boxes)


def _without(words: list[Word], grid: Grid) -> list[Word]:
    """The words that are in no cell of a grid."""
    taken = {id(w) for c in grid.cells for w in c.words}
    return [w for w in words if id(w) not in taken]


def lays_out_text(grid: Grid) -> bool:
    """Whether a grid is no table but a layout: few cells, in one of them prose, and no figures."""
    filled = [c for c in grid.cells if c.words]
    rows = {c.row for c in filled}
    if len(rows) > 3 or len(filled) > 6 or not any(len(c.words) > MOST_WORDS for c in filled):
        return False
    return not any(is_value(c.text) for c in filled)


def _is_crammed(lattice: Lattice, words: list[Word]) -> bool:
    """Whether lines part the rows of a table but not its columns, as where only the cells of one column are coloured:
    in most rows words stand apart as columns do where no line is."""
    places = sorted({e.at for e in lattice.horizontal})
    drawn = len({round(e.at) for e in lattice.vertical})
    box = lattice.box
    inside = [w for w in words if w.turn == 0 and box.x0 <= w.x0 and w.x1 <= box.x1]
    rows = crammed = 0
    for top, bottom in pairwise(places):
        held = [w for w in inside if top <= (w.top + w.bottom) / 2 < bottom]
        rows += bool(held)
        crammed += any(_wide_gaps(row) >= drawn + _CRAMMED for row in rows_of(held))
    return crammed * 2 >= rows > 0


def _wide_gaps(row: list[Word]) -> int:
    """How many gaps of a line of words, from left to right, are too wide for the space between words."""
    return sum(b.x0 - a.x1 > _WIDE_GAP * min(a.size, b.size) for a, b in pairwise(row))


def _row_lines(grid: Grid) -> list[float]:
    """The heights of the lines of a grid of one column: rows whose columns nothing is drawn between."""
    boxes = [c.box for c in grid.cells if c.box is not None]
    return sorted({b.top for b in boxes} | {b.bottom for b in boxes})


def is_table(grid: Grid) -> bool:
    """Whether drawn cells hold what a table holds: two columns and rows or more with words in several cells. A box
    around prose, the grid of a chart and the frame of a page do not."""
    filled = [c for c in grid.cells if c.words]
    columns = {c.column for c in filled}
    rows = {c.row for c in filled}
    if len(filled) < 2 or len(columns) < 2 or (len(rows) < 2 and len(filled) < 3):
        return False
    if len(filled) < 0.2 * len(grid.cells):
        return False
    return _straddling(grid) <= 0.1 and _broken(grid) <= 0.2


def _straddling(grid: Grid) -> float:
    """Share of words that stick out of their cell sideways, as the labels of charts and maps do."""
    out = total = 0
    for cell in grid.cells:
        for word in cell.words:
            total += 1
            if cell.box is not None and (
                word.x0 < cell.box.x0 - 0.4 * word.size or word.x1 > cell.box.x1 + 0.4 * word.size
            ):
                out += 1
    return out / total if total else 0.0


def _broken(grid: Grid) -> float:
    """Share of neighbouring cells whose words stand as close across the border as in a line of text: gridlines of
    a chart run through its captions, cell borders do not."""
    ends: dict[tuple[int, int], GridCell] = {(c.row, c.column + c.column_span): c for c in grid.cells if c.words}
    broken = total = 0
    for cell in grid.cells:
        left = ends.get((cell.row, cell.column)) if cell.words else None
        if left is None:
            continue
        total += 1
        near = [
            b.x0 - a.x1 < 0.4 * min(a.size, b.size)
            for a in left.words
            for b in cell.words
            if a.turn == b.turn == 0 and abs(a.bottom - b.bottom) < 1.5 and b.x0 >= a.x1 - 1
        ]
        broken += any(near)
    return broken / total if total else 0.0
