"""Where on a page the things are that were read: rectangles to draw, in the order in which they are read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum, auto
from functools import reduce

from boardmine.document import Block, BlockKind, Box, Cell, Document, Passage
from boardmine.records import Observation


class Layer(Enum):
    """What a rectangle stands for, from the lowest to the uppermost."""

    HEADING = auto()
    PARAGRAPH = auto()
    LIST_ITEM = auto()
    TABLE = auto()
    FURNITURE = auto()
    CELL = auto()
    HEAD_CELL = auto()
    OBSERVATION = auto()


LAYER_OF = {
    BlockKind.HEADING: Layer.HEADING,
    BlockKind.PARAGRAPH: Layer.PARAGRAPH,
    BlockKind.LIST_ITEM: Layer.LIST_ITEM,
    BlockKind.TABLE: Layer.TABLE,
    BlockKind.FURNITURE: Layer.FURNITURE,
}


@dataclass(frozen=True, slots=True)
class Marked:
    """A rectangle on a page in points, and what to write beside it."""

    layer: Layer
    box: Box
    label: str = ""


def marked_on(document: Document, page: int, observations: Iterable[Observation]) -> list[Marked]:
    """The blocks, cells and observations of a page. Blocks are labelled by their place in the reading order of the
    page, from 1, furniture aside."""
    found: list[Marked] = []
    place = 0
    for block in document.blocks:
        rectangles = list(_of_block(document, block, page))
        if not rectangles:
            continue
        label = ""
        if block.kind is not BlockKind.FURNITURE:
            place += 1
            label = f"{place}.{block.level}" if block.kind is BlockKind.LIST_ITEM else str(place)
        first, *rest = rectangles
        found += [Marked(first.layer, first.box, label), *rest]
    found += [
        Marked(Layer.OBSERVATION, box, f"{o.metric} {o.value:g}")
        for o in observations
        if (box := _words_box(document, o.evidence.number_start, o.evidence.number_end, page)) is not None
    ]
    return found


def _of_block(document: Document, block: Block, page: int) -> Iterator[Marked]:
    """The rectangle of a block, or of as much of it as stands on the page; a table's cells behind its own."""
    if block.table is None:
        box = _passage_box(document, block.passage, page)
        if box is not None:
            with_marker = block.box is not None and block.page == page
            yield Marked(LAYER_OF[block.kind], box.union(block.box) if with_marker and block.box else box)
        return
    cells = [m for cell in block.table.cells for m in _of_cell(document, cell, page, block.page)]
    if cells:
        yield Marked(Layer.TABLE, reduce(Box.union, (m.box for m in cells)))
        yield from cells


def _of_cell(document: Document, cell: Cell, page: int, first: int | None) -> Iterator[Marked]:
    """The rectangle of a cell: as it was drawn, else that of its words. One without words has no page of its own,
    and is shown on that on which its table begins."""
    words = _passage_box(document, cell.passage, page)
    layer = Layer.HEAD_CELL if cell.is_header else Layer.CELL
    if words is not None:
        drawn = cell.box is not None and _holds(cell.box, words)  # else it began on the page before
        yield Marked(layer, cell.box if drawn and cell.box is not None else words)
    elif not cell.text and cell.box is not None and page == first:
        yield Marked(layer, cell.box)


def _holds(outer: Box, inner: Box) -> bool:
    x, y = (inner.x0 + inner.x1) / 2, (inner.top + inner.bottom) / 2
    return outer.x0 <= x <= outer.x1 and outer.top <= y <= outer.bottom


def _passage_box(document: Document, passage: Passage, page: int) -> Box | None:
    boxes = [_words_box(document, p.start, p.start + p.length, page) for p in passage.pieces]
    found = [box for box in boxes if box is not None]
    return reduce(Box.union, found) if found else None


def _words_box(document: Document, start: int, end: int, page: int) -> Box | None:
    """The box of the words of a range of the text that stand on a page."""
    boxes = [word.box for word in document.words.within(start, end) if word.page == page]
    return reduce(Box.union, boxes) if boxes else None
