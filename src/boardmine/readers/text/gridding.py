"""From the cells of a text's table to a block: spans laid out, short rows filled, heads marked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from boardmine.document import Block, BlockKind, Cell, Passage, Table
from boardmine.readers.text.markup import passage

Range = tuple[int, int]
"""A stretch of the source: start and end."""

MAX_POSITIONS = 2_000_000
"""How many positions the grid of a table may have: a long row and a long column make a small text into a huge grid."""

_EMPTY = Passage("", ())


@dataclass(frozen=True, slots=True)
class RawCell:
    """A cell as the text gives it: where its content stands, its spans, whether it is marked as a head."""

    range: Range
    row_span: int = 1
    column_span: int = 1
    is_header: bool = False


def block_of(source: str, rows: Sequence[Sequence[RawCell]], heads: int) -> Block | None:
    """A table block of rows of cells; the first `heads` rows are heads. A span ends where the grid ends or another
    cell stands, so that each position is covered by one cell.

    None where the grid would have more than MAX_POSITIONS: whatever that is, nobody reads it as a table.
    """
    grid = _Grid(len(rows))
    cells = []
    for r, row in enumerate(rows):
        for raw in row:
            column, height, breadth = grid.place(r, raw)
            if grid.width * len(rows) > MAX_POSITIONS:
                return None
            start, end = raw.range
            text = passage(source, [(start, end, "")]) if start < end else _EMPTY
            cells.append(Cell(r, column, text, height, breadth, raw.is_header or r < heads))
    cells += [Cell(r, c, _EMPTY, is_header=r < heads) for r, c in grid.free()]
    cells.sort(key=lambda cell: (cell.row, cell.column))
    return Block(BlockKind.TABLE, _EMPTY, table=Table(tuple(cells), len(rows), grid.width))


class _Grid:
    """Which positions of a table are taken: a byte for each, in rows as long as they have been needed."""

    def __init__(self, rows: int) -> None:
        self._taken = [bytearray() for _ in range(rows)]
        self._next = [0] * rows
        self.width = 0

    def place(self, r: int, raw: RawCell) -> tuple[int, int, int]:
        """Take the first free place in a row; the cell's column, height and breadth there."""
        row = self._taken[r]
        column = row.find(0, self._next[r])
        if column < 0:
            column = len(row)
        wall = row.find(1, column)
        breadth = min(raw.column_span, (wall if wall >= 0 else MAX_POSITIONS) - column)
        height = 1
        while height < min(raw.row_span, len(self._taken) - r) and not any(
            self._taken[r + height][column : column + breadth]
        ):
            height += 1
        for below in self._taken[r : r + height]:
            below += bytes(max(column + breadth - len(below), 0))
            below[column : column + breadth] = b"\x01" * breadth
        self._next[r] = column + breadth
        self.width = max(self.width, column + breadth)
        return column, height, breadth

    def free(self) -> list[tuple[int, int]]:
        """The positions that no cell took, by row and column."""
        return [(r, c) for r, row in enumerate(self._taken) for c in range(self.width) if c >= len(row) or not row[c]]
