"""What carries a reading: the number, its words, the head cells of its row and column, what stands over it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from boardmine.document import Block, BlockKind, Box, Cell, Document, Part, Table

_LONGEST_CAPTION = 200
"""Characters of a block over a table that may be its caption."""

_SAME_LINE = 0.5
"""Share of its height by which a word must overlap a line to be on it."""


class Role(StrEnum):
    """What a marked place is to the reading."""

    NUMBER = "number"
    QUOTE = "quote"
    HEAD = "head"
    INTRO = "intro"
    CAPTION = "caption"
    HEADING = "heading"


@dataclass(frozen=True, slots=True)
class Mark:
    """A range of the document's text, and what it is to the reading."""

    role: Role
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Rectangle:
    """A mark as it stands on a page: one line of it, in points."""

    role: Role
    page: int
    box: Box


def evidence(document: Document, parts: Sequence[Part], quote: tuple[int, int], number: tuple[int, int]) -> list[Mark]:
    """The marks of a number: what governs it first, the number itself last, as they are to be drawn."""
    marks = [Mark(Role.QUOTE, *quote), Mark(Role.NUMBER, *number)]
    at = block_at(document, number[0])
    if at is None:
        return marks
    block = document.blocks[at]
    governing = list(_governing(document, _part_of(parts, at), at))
    if block.table is not None:
        cell = cell_at(block.table, number[0])
        heads = [] if cell is None else heads_of(block.table, cell)
        governing += [Mark(Role.HEAD, head.passage.start, head.passage.end) for head in heads]
    return [*governing, *marks]


def rectangles(document: Document, marks: Sequence[Mark], page: int | None = None) -> list[Rectangle]:
    """Where marks stand on pages, line by line; only those of one page, where one is given."""
    found = []
    for mark in marks:
        lines: list[tuple[int, Box]] = []
        for word in document.words.within(mark.start, mark.end):
            if page is not None and word.page != page:
                continue
            if lines and lines[-1][0] == word.page and _same_line(lines[-1][1], word.box):
                lines[-1] = word.page, lines[-1][1].union(word.box)
            else:
                lines.append((word.page, word.box))
        found += [Rectangle(mark.role, number, box) for number, box in lines]
    return found


def block_at(document: Document, at: int) -> int | None:
    """The block, by its place, that a character of the document's text belongs to; None for furniture and markup."""
    for i, block in enumerate(document.blocks):
        if block.table is not None:
            if block.start <= at < block.end and cell_at(block.table, at) is not None:
                return i
        elif block.kind is not BlockKind.FURNITURE and _holds(block, at):
            return i
    return None


def cell_at(table: Table, at: int) -> Cell | None:
    """The cell of a table that a character of the document's text belongs to."""
    for cell in table.cells:
        if any(p.start <= at < p.start + p.length for p in cell.passage.pieces):
            return cell
    return None


def heads_of(table: Table, cell: Cell) -> list[Cell]:
    """The head cells over a cell and before it. Where no cell is marked as a head, the first row and column are."""
    marked = any(c.is_header for c in table.cells)
    heads = []
    for other in table.cells:
        if other is cell or not other.text:
            continue
        above = other.row + other.row_span <= cell.row and _overlap(
            (other.column, other.column_span), (cell.column, cell.column_span)
        )
        before = other.column + other.column_span <= cell.column and _overlap(
            (other.row, other.row_span), (cell.row, cell.row_span)
        )
        over = above and (other.is_header if marked else other.row == 0)
        if over or (before and (other.is_header or other.column == 0)):
            heads.append(other)
    return heads


def section_of(document: Document, part: Part, at: int) -> str | None:
    """The headings over a block, outermost first, joined by `>` as in the evidence of an observation."""
    return " > ".join(block.text for block in _headings(document, part, at)) or None


def _governing(document: Document, part: Part, at: int) -> Iterator[Mark]:
    for heading in _headings(document, part, at):
        yield Mark(Role.HEADING, heading.start, heading.end)
    block = document.blocks[at]
    before = [b for b in document.blocks[part.first : at] if b.kind is not BlockKind.FURNITURE]
    if not before:
        return
    nearest = before[-1]
    if block.kind is BlockKind.TABLE and nearest.table is None and nearest.kind is not BlockKind.HEADING:
        if len(nearest.text) < _LONGEST_CAPTION:
            yield Mark(Role.CAPTION, nearest.start, nearest.end)
    elif block.kind is BlockKind.LIST_ITEM:
        level = block.level
        for other in reversed(before):
            if other.kind is BlockKind.LIST_ITEM and (other.level < level or _leads(other, block)):
                level = other.level
                yield Mark(Role.INTRO, other.start, other.end)
            elif other.kind is not BlockKind.LIST_ITEM:
                if other.kind is BlockKind.PARAGRAPH:
                    yield Mark(Role.INTRO, other.start, other.end)
                return


def _leads(item: Block, block: Block) -> bool:
    """Whether an item of the same depth opens a list within the list, as `2.1 Headlines:` over bullets does."""
    return item.level == block.level and item.marker != block.marker and item.text.rstrip().endswith(":")


def _headings(document: Document, part: Part, at: int) -> list[Block]:
    headings: list[Block] = []
    for block in document.blocks[part.first : at]:
        if block.kind is BlockKind.HEADING:
            headings = [h for h in headings if h.level < block.level]
            headings.append(block)
    return headings


def _part_of(parts: Sequence[Part], at: int) -> Part:
    return next((part for part in parts if part.first <= at < part.last), parts[-1])


def _holds(block: Block, at: int) -> bool:
    return any(p.start <= at < p.start + p.length for p in block.passage.pieces)


def _overlap(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[0] < other[0] + other[1] and other[0] < one[0] + one[1]


def _same_line(line: Box, word: Box) -> bool:
    shared = min(line.bottom, word.bottom) - max(line.top, word.top)
    return shared > _SAME_LINE * (word.bottom - word.top) and word.x0 >= line.x0
