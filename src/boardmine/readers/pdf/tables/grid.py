"""A table on one page while it is being made: cells with places in a grid and the words in them."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field

from boardmine.document import Box
from boardmine.readers.pdf.lines import rows_of, text_of
from boardmine.readers.pdf.words import Word

LEAST_COLUMN = 24.0
"""Points: an empty drawn column that is narrower only keeps its neighbours apart."""


@dataclass(slots=True)
class GridCell:
    """A cell: its top left position, how many rows and columns it covers, its words in reading order."""

    row: int
    column: int
    row_span: int = 1
    column_span: int = 1
    words: list[Word] = field(default_factory=list)
    is_header: bool = False
    box: Box | None = None

    @property
    def text(self) -> str:
        """The words with spaces between them."""
        return text_of(self.words)


@dataclass(slots=True)
class Grid:
    """A table on one page. `head_rows` counts the rows at its top that are heads; `lines` tells whether drawn lines
    bound its rows."""

    box: Box
    cells: list[GridCell]
    row_count: int
    column_count: int
    head_rows: int = 0
    ruled: bool = False

    def row(self, index: int) -> list[GridCell]:
        """The cells that begin in a row, from left to right."""
        return sorted((c for c in self.cells if c.row == index), key=lambda c: c.column)

    def tidy(self) -> None:
        """Put each cell's words in reading order and drop rows and columns without any word. A column that is drawn
        from top to bottom stays: a table that goes on over a page break may have words in it there."""
        for cell in self.cells:
            if len(cell.words) > 1:
                cell.words = in_reading_order(cell.words)
        rows = sorted({r for c in self.cells if c.words for r in (c.row, c.row + c.row_span - 1)})
        columns = sorted({c.column for c in self.cells if c.words} | self._drawn())
        self.cells = _kept(self.cells, rows, columns)
        self.row_count, self.column_count = len(rows), len(columns)

    def _drawn(self) -> set[int]:
        """The columns that lines bound in every row, and that are wide enough for a word."""
        if not self.ruled:
            return set()
        rows: dict[int, int] = {}
        for cell in self.cells:
            if cell.column_span == 1 and cell.box is not None and cell.box.x1 - cell.box.x0 >= LEAST_COLUMN:
                rows[cell.column] = rows.get(cell.column, 0) + cell.row_span
        return {column for column, count in rows.items() if count >= self.row_count}


def _kept(cells: list[GridCell], rows: list[int], columns: list[int]) -> list[GridCell]:
    """Cells renumbered to the rows and columns that stay."""
    kept = []
    for cell in cells:
        its_rows = [i for i, r in enumerate(rows) if cell.row <= r < cell.row + cell.row_span]
        its_columns = [i for i, k in enumerate(columns) if cell.column <= k < cell.column + cell.column_span]
        if its_rows and its_columns:
            cell.row, cell.row_span = its_rows[0], len(its_rows)
            cell.column, cell.column_span = its_columns[0], len(its_columns)
            kept.append(cell)
    return kept


def in_reading_order(words: list[Word]) -> list[Word]:
    """Words of a cell line by line; words that run upwards or downwards come as their lines run."""
    level = [w for w in words if w.turn == 0]
    if len(level) == len(words) and max(w.bottom for w in words) - min(w.top for w in words) < 1.3 * words[0].size:
        return sorted(words, key=lambda w: w.x0)
    result = [w for row in rows_of(level) for w in row]
    for turn in (90, 270, 180):
        turned = [w for w in words if w.turn == turn]
        if turn == 90:
            turned.sort(key=lambda w: (round(w.x0 / max(1.0, w.size)), -w.bottom))
        elif turn == 270:
            turned.sort(key=lambda w: (-round(w.x0 / max(1.0, w.size)), w.top))
        result += turned
    return result


def snapped(values: list[float], tolerance: float = 2.5) -> list[float]:
    """Values sorted, those within `tolerance` of the one before them left out."""
    result: list[float] = []
    for value in sorted(values):
        if not result or value - result[-1] > tolerance:
            result.append(value)
    return result


def nearest(places: list[float], value: float) -> int:
    """Index of the place, of several in order, that is nearest to a value."""
    i = bisect_left(places, value)
    if i == len(places) or (i > 0 and value - places[i - 1] < places[i] - value):
        return i - 1
    return i
