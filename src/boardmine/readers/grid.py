"""From the cells that a file gives to a `Table`: a full grid of cells, with header rows known as such."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from boardmine.document import Cell, Table
from boardmine.errors import FileTooLarge
from boardmine.readers.builder import TextBuilder

MAX_POSITIONS = 2_000_000
"""How many positions the grid of one table may have: spans make a small file into a huge grid."""

_MAX_TITLE_ROWS = 3
_MAX_HEAD_ROWS = 4
_PROSE = 120
"""A cell with more characters than this holds prose, whose paragraphs stay on lines of their own."""

_VALUE = re.compile(r"[^\w]{0,3}\d[\d,. ]*(?:%|pp|p\.p\.|k|m|bn|days?|weeks?|months?)?[^\w]{0,3}", re.IGNORECASE)
_PERIOD = re.compile(r"(?:19|20)\d\d(?:\s*[/–-]\s*\d{2,4})?|\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{2,4})?|\d\d[/-]\d\d")


@dataclass(frozen=True, slots=True)
class RawCell:
    """A cell as a file gives it: the grid position of its top left corner, 0-based, its spans and its text.

    `stands_out` is set where it is bold or shaded. No two cells of a table begin at the same position.
    """

    row: int
    column: int
    text: str
    row_span: int = 1
    column_span: int = 1
    is_header: bool = False
    stands_out: bool = False

    def at(self, row: int, column: int, row_span: int, column_span: int) -> RawCell:
        """The same cell at another place in the grid."""
        if (row, column, row_span, column_span) == (self.row, self.column, self.row_span, self.column_span):
            return self
        return RawCell(row, column, self.text, row_span, column_span, self.is_header, self.stands_out)


def cell_text(lines: Sequence[tuple[str, bool]]) -> str:
    """The text of a cell from its paragraphs, each with whether it is an item of a list.

    Lines of a label or value are joined by spaces, since they are one phrase; lists and prose keep line feeds.
    """
    if len(lines) == 1:
        return " ".join(lines[0][0].split())
    texts = [" ".join(text.split()) for text, _ in lines if text.strip()]
    keep = any(is_item for _, is_item in lines) or sum(map(len, texts)) > _PROSE
    return ("\n" if keep else " ").join(texts)


def assemble(cells: Sequence[RawCell], builder: TextBuilder, path: str) -> Table | None:
    """A table of the cells, their texts added to the builder: cells of a row set apart by tabs, rows by line feeds.

    Rows and columns in which no cell begins are closed up, overlapping spans cut back, gaps filled with empty
    cells. None where no cell has text. Raises FileTooLarge (naming `path`) over MAX_POSITIONS.
    """
    if not any(cell.text for cell in cells):
        return None
    placed, row_count, column_count = _close_up(cells)
    if row_count * column_count > MAX_POSITIONS:
        raise FileTooLarge(path, f"has a table of {row_count:,} rows and {column_count:,} columns")
    rows = _without_overlap(placed, row_count, column_count)
    heads = _head_rows(rows, column_count)
    done: list[Cell] = []
    for number, row in enumerate(rows):
        separator = "\n"
        for cell in row:
            passage = builder.add(cell.text, separator)
            if cell.text:
                separator = "\t"
            done.append(
                Cell(
                    cell.row,
                    cell.column,
                    passage,
                    cell.row_span,
                    cell.column_span,
                    is_header=cell.is_header or number < heads,
                )
            )
    return Table(tuple(done), row_count, column_count)


def _close_up(cells: Sequence[RawCell]) -> tuple[list[RawCell], int, int]:
    """Cells renumbered so that at least one begins in each row and each column; the counts of both."""
    rows = sorted({cell.row for cell in cells})
    columns = sorted({cell.column for cell in cells})
    placed = []
    for cell in sorted(cells, key=lambda c: (c.row, c.column)):
        row, column = bisect_left(rows, cell.row), bisect_left(columns, cell.column)
        row_span = bisect_left(rows, cell.row + max(cell.row_span, 1)) - row
        column_span = bisect_left(columns, cell.column + max(cell.column_span, 1)) - column
        placed.append(cell.at(row, column, row_span, column_span))
    return placed, len(rows), len(columns)


def _without_overlap(cells: Sequence[RawCell], row_count: int, column_count: int) -> list[list[RawCell]]:
    """Rows of cells that cover each position exactly once. A span ends before the place where another cell begins,
    so that no text is lost with its position."""
    taken = [bytearray(column_count) for _ in range(row_count)]
    for cell in cells:
        taken[cell.row][cell.column] = 1
    rows: list[list[RawCell]] = [[] for _ in range(row_count)]
    for cell in cells:
        wall = taken[cell.row].find(1, cell.column + 1)
        width = min(cell.column_span, (wall if wall >= 0 else column_count) - cell.column)
        height = 1
        while height < cell.row_span and not any(taken[cell.row + height][cell.column : cell.column + width]):
            height += 1
        for r in range(cell.row, cell.row + height):
            taken[r][cell.column : cell.column + width] = b"\x01" * width
        rows[cell.row].append(cell.at(cell.row, cell.column, height, width))
    for r, row in enumerate(rows):
        row.extend(RawCell(r, c, "") for c in range(column_count) if not taken[r][c])
        row.sort(key=lambda cell: cell.column)
    return rows


def is_value(text: str) -> bool:
    """Whether a cell's text is a figure and not a label: `545`, `22.6%`, `£1,200`; a year or a date is a label."""
    return bool(_VALUE.fullmatch(text)) and not _PERIOD.fullmatch(text)


def _head_rows(rows: Sequence[Sequence[RawCell]], column_count: int) -> int:
    """How many rows at the top are heads by their look, where the file has not marked any of the first row.

    A head has two labels or more and no figure, and either stands out or has figures below it. Title rows,
    with a single text over several columns, may stand above it.
    """
    if any(cell.is_header for cell in rows[0]):
        return 0
    first = 0
    while (
        first < min(len(rows) - 1, _MAX_TITLE_ROWS)
        and column_count > 1
        and [cell.column_span > 1 for cell in rows[first] if cell.text] == [True]
    ):
        first += 1
    head, below = rows[first], rows[first + 1 :]
    if any(cell.is_header for cell in head):
        return first
    labels = [cell for cell in head if cell.text]
    if len(labels) < 2 or not below or any(is_value(cell.text) or len(cell.text) > _PROSE for cell in labels):
        return 0
    marked = all(cell.stands_out for cell in labels) and not all(cell.stands_out for cell in below[0] if cell.text)
    if not marked and not any(_is_over_figures(cell, below) for cell in labels):
        return 0
    return first + _head_depth(rows[first:])


def _is_over_figures(label: RawCell, below: Sequence[Sequence[RawCell]]) -> bool:
    """Whether at least half of the cells in a label's column are figures; in the first column, which may be the
    numbers of the rows, all."""
    texts = [cell.text for row in below for cell in row if cell.column == label.column and cell.text]
    figures = sum(map(is_value, texts))
    return figures > 0 and (figures == len(texts) if label.column == 0 else 2 * figures >= len(texts))


def _head_depth(rows: Sequence[Sequence[RawCell]]) -> int:
    """How many rows the head has that begins with the first: spans tell, downwards and sideways."""
    depth = max(cell.row_span for cell in rows[0])
    wide = any(cell.column_span > 1 and cell.text for cell in rows[0])
    if depth == 1 and wide and len(rows) > 2:
        labels = [cell.text for cell in rows[1] if cell.text]
        depth = 2 if len(labels) > 1 and not any(map(is_value, labels)) else 1
    # A first cell that spans half the table is a group, not a head; a head is shallow.
    return depth if depth <= min(_MAX_HEAD_ROWS, len(rows) - 1) else 1
