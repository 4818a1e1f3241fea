"""Tables that go on over a page break."""

from __future__ import annotations

from dataclasses import dataclass, replace

from boardmine.document import Cell, Table
from boardmine.readers.pdf.tables.grid import Grid
from boardmine.readers.pdf.writing import joined

Join = tuple[int, int]
"""Row and column of a cell."""


@dataclass(slots=True)
class OpenTable:
    """A table at the end of a page: the index of its block, its last grid and what its heads say."""

    index: int
    grid: Grid
    heads: list[list[str]]


def heads_of(grid: Grid) -> list[list[str]]:
    """The texts of a grid's head rows."""
    return [[c.text for c in grid.row(r)] for r in range(grid.head_rows)]


def repeated_heads(table: OpenTable, grid: Grid) -> int | None:
    """How many rows at the top of a grid repeat the heads of the table before it, or None where the grid does not
    go on with that table."""
    before = table.grid
    if grid.column_count != before.column_count:
        return None
    slack = 8.0 if grid.ruled and before.ruled else 25.0
    wide = abs((grid.box.x1 - grid.box.x0) - (before.box.x1 - before.box.x0))
    if wide > slack or abs(grid.box.x0 - before.box.x0) > slack + 30:
        return None
    count = len(table.heads)
    if count and [[c.text for c in grid.row(r)] for r in range(min(count, grid.row_count))] == table.heads:
        return count
    if grid.head_rows == 0:
        return 0
    first = [c for c in grid.row(0) if c.words]
    bold = all(w.bold for c in first for w in c.words)
    if table.heads and not bold and grid.ruled and before.ruled and wide < 3:
        for cell in grid.cells:
            cell.is_header = cell.is_header and cell.row >= grid.head_rows
        grid.head_rows = 0
        return 0
    return None


def goes_on_in_row(grid: Grid, skip: int, table: Table) -> bool:
    """Whether the first row of a grid (behind its `skip` heads) ends the last row of the table: nothing in its first
    column, and a text that begins in the middle of a sentence."""
    if grid.row_count <= skip:
        return False
    row = [c for c in grid.row(skip) if c.words]
    last = {c.column: c.text for c in table.cells if c.row + c.row_span == table.row_count}
    if not row or row[0].column == 0:
        return False
    begun = [c for c in row if c.text[:1].islower() and last.get(c.column, "")[-1:] not in (".", "")]
    return bool(begun) and all(c.column in last for c in row)


def appended(table: Table, cells: list[Cell], rows: int, into_last: bool) -> Table:
    """A table with more rows: cells whose rows count from 0. `into_last` says that the first of the rows goes on
    with the table's last."""
    shift = table.row_count - (1 if into_last else 0)
    old = list(table.cells)
    new: list[Cell] = []
    for cell in cells:
        if into_last and cell.row == 0:
            where = next((i for i, c in enumerate(old) if c.column == cell.column and c.row + c.row_span > shift), None)
            if where is not None:
                old[where] = replace(old[where], passage=joined(old[where].passage, cell.passage))
            continue
        new.append(replace(cell, row=cell.row + shift))
    return Table((*old, *new), shift + rows, table.column_count)
