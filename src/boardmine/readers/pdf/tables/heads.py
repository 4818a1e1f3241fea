"""Which rows of a table are heads, and which cells of its first column name their rows."""

from __future__ import annotations

from boardmine.readers.pdf.tables.grid import Grid, GridCell
from boardmine.readers.pdf.tables.values import is_value, is_year

MOST_HEADS = 6


def mark_heads(grid: Grid) -> None:
    """Set `head_rows` and the header flags of cells.

    Heads are the rows above the first row with figures of its own; years and codes in a row whose first cell is
    empty or a word are no figures. In a table of words the first row is a head where it is set in bold and the
    next is not.
    """
    grid.head_rows = _head_rows(grid)
    for cell in grid.cells:
        if cell.row < grid.head_rows:
            cell.is_header = True
    body = [c for c in grid.cells if c.row >= grid.head_rows and c.words]
    stub = [c for c in body if c.column == 0]
    others = [c for c in body if c.column > 0]
    names = sum(not is_value(c.text) for c in stub)
    figures = sum(is_value(c.text) for c in others)
    if stub and others and names >= 0.7 * len(stub) and figures >= 0.5 * len(others):
        for cell in stub:
            cell.is_header = not is_value(cell.text)


def _head_rows(grid: Grid) -> int:
    rows = [[c for c in grid.row(r) if c.words] for r in range(grid.row_count)]
    if grid.row_count < 2:
        return 0
    if any(_has_figures(row) for row in rows[1:]):
        count = next((r for r, row in enumerate(rows) if _has_figures(row)), 0)
        if count and count == len(rows):
            return 0
        count = _until_group(rows, count)
        return count if count <= MOST_HEADS else 1
    first, second = rows[0], rows[1]
    if len(first) > 1 and _bold(first) and not _bold(second):
        return 1
    return 0


def _has_figures(row: list[GridCell]) -> bool:
    """Whether a row has a figure beyond its first column; a row of years is a head."""
    values = [c.text for c in row if c.column > 0 and is_value(c.text)]
    if not values:
        return False
    if all(is_year(v) for v in values):
        others = [c.text for c in row if c.column > 0 and not is_value(c.text)]
        first = next((c.text for c in row if c.column == 0), "")
        return bool(first) and not others and len(values) == 1
    return True


def _until_group(rows: list[list[GridCell]], count: int) -> int:
    """Heads without the last rows that name a group of the rows below: one entry, in the first column, below a
    row that has heads of columns."""
    while count > 1 and len(rows[count - 1]) == 1 and rows[count - 1][0].column == 0:
        if not any(len(row) > 1 for row in rows[: count - 1]):
            break
        count -= 1
    return count


def _bold(row: list[GridCell]) -> bool:
    return all(w.bold for c in row for w in c.words)
