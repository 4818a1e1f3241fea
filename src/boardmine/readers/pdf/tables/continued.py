"""Tables that go on over a page break."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import takewhile

from boardmine.document import Cell, Table
from boardmine.readers.pdf.tables.grid import Grid
from boardmine.readers.pdf.writing import joined

MOST_TOP_ROWS = 4
"""Rows of a table that may be repeated on the next page."""


@dataclass(slots=True)
class OpenTable:
    """A table at the end of a page: the index of its block, its last grid, what its head rows say, and what its
    first rows say, whether they were taken for heads or not."""

    index: int
    grid: Grid
    heads: list[list[str]]
    top: list[list[str]]


def open_table(index: int, grid: Grid) -> OpenTable:
    """A table that has begun with a grid."""
    rows = [[c.text for c in grid.row(r)] for r in range(min(MOST_TOP_ROWS, grid.row_count))]
    return OpenTable(index, grid, rows[: grid.head_rows], rows)


def repeated_heads(table: OpenTable, grid: Grid) -> int | None:
    """How many rows at the top of a grid repeat the first of the table before it, or None where the grid does not
    go on with that table."""
    before = table.grid
    if grid.column_count != before.column_count:
        return None
    slack = 8.0 if grid.ruled and before.ruled else 25.0
    wide = abs((grid.box.x1 - grid.box.x0) - (before.box.x1 - before.box.x0))
    if wide > slack or abs(grid.box.x0 - before.box.x0) > slack + 30:
        return None
    same = _repeated(table, grid)
    if same and (same == len(table.heads) or grid.ruled):
        _without_heads(grid, same)
        return same
    if grid.head_rows == 0:
        return 0
    first = [c for c in grid.row(0) if c.words]
    bold = all(w.bold for c in first for w in c.words)
    if table.heads and not bold and grid.ruled and before.ruled and wide < 3:
        _without_heads(grid, 0)
        return 0
    return None


def _repeated(table: OpenTable, grid: Grid) -> int:
    """How many of the first rows of a grid say what the first of the table say, word for word."""
    rows = ([c.text for c in grid.row(r)] for r in range(grid.row_count - 1))
    pairs = zip(rows, table.top, strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1] and any(pair[0]), pairs))


def _without_heads(grid: Grid, count: int) -> None:
    """Leave a grid its first `count` head rows: what was taken for more of them goes on with the table."""
    for cell in grid.cells:
        cell.is_header = cell.is_header and not count <= cell.row < grid.head_rows
    grid.head_rows = count


def goes_on_in_row(grid: Grid, skip: int, table: Table) -> bool:
    """Whether the first row of a grid (behind its `skip` heads) ends the last row of the table: nothing in its first
    column, and a text that begins in the middle of a sentence; or each of both has what the other lacks."""
    if grid.row_count <= skip:
        return False
    row = [c for c in grid.row(skip) if c.words]
    last = {c.column: c.text for c in table.cells if c.row + c.row_span == table.row_count}
    if not row:
        return False
    filled, had = {c.column for c in row}, {column for column, text in last.items() if text}
    others = [c.column for c in table.cells if c.column == 0 and c.text and c.row + c.row_span < table.row_count]
    if not filled & had and filled | had == set(range(table.column_count)) and (others or table.row_count < 3):
        return True
    if row[0].column == 0:
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
