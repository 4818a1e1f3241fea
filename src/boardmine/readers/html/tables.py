"""Tables of a page: which are data, and where in the grid their cells stand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from selectolax.lexbor import LexborNode

from boardmine.errors import FileTooLarge
from boardmine.readers.grid import RawCell, cell_text
from boardmine.readers.source import Source

_MAX_SPAN = 1000
_MAX_COVERED = 5_000_000
_ITEMS = ".mgAiTitleTxt, td.mgItemNumberCell"


@dataclass(slots=True)
class DataTable:
    """A table while it is read. `lines` are the paragraphs of the open cell, each with whether it is an item of a
    list; `nested` are finished tables inside it, in reading order, each with its caption."""

    caption: str = ""
    cells: list[RawCell] = field(default_factory=list)
    nested: list[tuple[str, list[RawCell]]] = field(default_factory=list)
    lines: list[tuple[str, bool]] = field(default_factory=list)
    in_head: bool = False
    _row: int = -1
    _column: int = 0
    _busy: dict[int, int] = field(default_factory=dict)
    _group_start: int = 0
    _covered: int = 0
    _bold: bool = False
    _light: bool = False

    def start_group(self, is_head: bool) -> None:
        """Begin a thead, tbody or tfoot. No cell reaches from one into the next."""
        self.in_head = is_head
        self._busy.clear()
        self._group_start = len(self.cells)

    def end_group(self) -> None:
        """End a thead, tbody or tfoot: cut spans that reach below its last row."""
        last = self._row + 1
        for i in range(self._group_start, len(self.cells)):
            cell = self.cells[i]
            if cell.row + cell.row_span > last:
                self.cells[i] = cell.at(cell.row, cell.column, max(last - cell.row, 1), cell.column_span)
        self._busy.clear()
        self.in_head = False

    def start_row(self) -> None:
        """Begin a row."""
        self._row, self._column = self._row + 1, 0

    def line(self, text: str, is_item: bool, bold: bool) -> None:
        """Add a paragraph to the open cell."""
        self.lines.append((text, is_item))
        self._bold = self._bold or bold
        self._light = self._light or not bold

    def end_cell(self, source: Source, node: LexborNode) -> None:
        """Put the cell that ends into the grid, to the right of those that reach down from rows above."""
        attributes = node.attributes
        while self._busy.get(self._column, 0) > self._row:
            self._column += 1
        width = min(_span(attributes.get("colspan")) or 1, _MAX_SPAN)
        height = _span(attributes.get("rowspan"))
        height = 65_534 if height == 0 else height or 1  # 0 reaches down to the end of the group
        self._covered += width
        if self._covered > _MAX_COVERED:
            raise FileTooLarge(source.path, "has a table with absurd spans")
        for column in range(self._column, self._column + width):
            self._busy[column] = self._row + height
        is_header = node.tag == "th" or self.in_head
        stands_out = self._bold and not self._light
        text = cell_text(self.lines)
        self.cells.append(RawCell(self._row, self._column, text, height, width, is_header, stands_out))
        self._column += width
        self.lines = []
        self._bold = self._light = False


def is_layout(table: LexborNode) -> bool:
    """Whether a table only arranges a page: the items of a meeting, a frame of one column or around headings or
    other tables. What has heads of its own or a caption is data."""
    attributes = table.attributes
    if (attributes.get("role") or "").lower() in ("presentation", "none"):
        return True
    if is_item_table(table):
        return True
    rows = list(_own_rows(table))
    cells = [cell for row in rows for cell in row]
    if any(cell.tag == "th" for cell in cells) or _child(table, "caption") or _child(table, "thead"):
        return False
    if all(len(row) <= 1 for row in rows):
        return True
    if any(cell.css_first("h1, h2, h3, h4, h5, h6, main, article") is not None for cell in cells):
        return True
    return len(rows) <= 2 and any(cell.css_first("table") is not None for cell in cells)


def is_item_table(table: LexborNode) -> bool:
    """Whether a table lists the items of a ModernGov meeting."""
    attributes = table.attributes
    named = f"{attributes.get('class') or ''} {attributes.get('id') or ''}".lower().split()
    return "mgitemtable" in named or table.css_first(_ITEMS) is not None


def _own_rows(table: LexborNode) -> Iterator[list[LexborNode]]:
    """The cells of each row of a table, not those of tables nested in it."""
    for child in _children(table):
        if child.tag in ("tbody", "thead", "tfoot"):
            for row in _children(child):
                if row.tag == "tr":
                    yield [cell for cell in _children(row) if cell.tag in ("td", "th")]


def _child(node: LexborNode, tag: str) -> bool:
    return any(child.tag == tag for child in _children(node))


def _children(node: LexborNode) -> Iterator[LexborNode]:
    child = node.first_child
    while child is not None:
        yield child
        child = child.next


def _span(text: str | None) -> int | None:
    found = re.match(r"\s*([0-9]{1,6})", text or "")
    return int(found[1]) if found else None
