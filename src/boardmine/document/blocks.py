"""What a document is made of: headings, paragraphs, list items, tables and their cells, furniture."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from boardmine.document.layout import Box
from boardmine.document.passage import Passage


class BlockKind(StrEnum):
    """What a block is to a reader. Furniture (running heads, page numbers, gutter text) is not read on."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list_item"
    TABLE = "table"
    FURNITURE = "furniture"


@dataclass(frozen=True, slots=True)
class Cell:
    """A table cell. `row` and `column` are 0-based and name its top left corner; spans count rows and columns."""

    row: int
    column: int
    passage: Passage
    row_span: int = 1
    column_span: int = 1
    is_header: bool = False
    box: Box | None = None

    @property
    def text(self) -> str:
        """The cell's reading text, empty for an empty cell."""
        return self.passage.text


@dataclass(frozen=True, slots=True)
class Table:
    """A grid of cells. Every position is covered by one cell at most; empty cells are cells with empty text."""

    cells: tuple[Cell, ...]
    row_count: int
    column_count: int

    def grid(self) -> list[list[Cell | None]]:
        """Rows of cells; a merged cell stands at each position that it covers."""
        rows: list[list[Cell | None]] = [[None] * self.column_count for _ in range(self.row_count)]
        for cell in self.cells:
            for r in range(cell.row, min(cell.row + cell.row_span, self.row_count)):
                for c in range(cell.column, min(cell.column + cell.column_span, self.column_count)):
                    rows[r][c] = cell
        return rows

    def texts(self) -> list[list[str]]:
        """Rows of texts; a merged cell's text stands at its top left position only."""
        rows = [[""] * self.column_count for _ in range(self.row_count)]
        for cell in self.cells:
            rows[cell.row][cell.column] = cell.text
        return rows


@dataclass(frozen=True, slots=True)
class Block:
    """A heading, paragraph, list item, table or piece of furniture, in reading order.

    `level` is 1 to 6 for a heading and the depth of a list item, 0-based. `marker` is the bullet or number that
    a list item bore. A table's passage is empty; its cells have their own.
    """

    kind: BlockKind
    passage: Passage
    level: int = 0
    page: int | None = None
    marker: str = ""
    table: Table | None = None
    box: Box | None = None

    @property
    def text(self) -> str:
        """The block's reading text (a table's is empty)."""
        return self.passage.text

    @property
    def start(self) -> int:
        """Where the block begins in the document's text."""
        if self.table is not None:
            return min((c.passage.start for c in self.table.cells if c.text), default=self.passage.start)
        return self.passage.start

    @property
    def end(self) -> int:
        """Where the block ends in the document's text."""
        if self.table is not None:
            return max((c.passage.end for c in self.table.cells if c.text), default=self.passage.end)
        return self.passage.end
