"""The passages of a document in their order, each with its part and what stands over it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from boardmine.checks.ledger.mentions import Reading
from boardmine.document import Block, BlockKind, Cell, Document, Part
from boardmine.language.annotate import Annotated


@dataclass(frozen=True, slots=True)
class Spot:
    """A block that is read on.

    `over` is what was found in its headings, outermost first; `near` in the innermost of them, in the block before it
    and in what it is an item of. `reading` is its own, None for a table, whose cells have theirs in `cells`, by where
    they begin in the document's text.
    """

    block: Block
    part: Part
    headings: tuple[Block, ...]
    over: tuple[Annotated, ...]
    near: tuple[Annotated, ...]
    reading: Reading | None
    cells: Mapping[int, Annotated]

    def found_in(self, cell: Cell) -> Annotated | None:
        """What was found in a cell of the block's table."""
        return self.cells.get(cell.passage.start) if cell.text else None


def spots_of(document: Document, parts: Sequence[Part], readings: Sequence[Reading]) -> list[Spot]:
    """The spots of all parts; furniture is left out."""
    by_start = {passage.start: (passage, annotated) for passage, annotated in readings}
    return [spot for part in parts for spot in _of_part(document, part, by_start)]


def _of_part(document: Document, part: Part, readings: Mapping[int, Reading]) -> Iterator[Spot]:
    headings: list[Block] = []
    intro: Block | None = None
    above: Block | None = None
    for block in document.blocks[part.first : part.last]:
        if block.kind is BlockKind.FURNITURE:
            continue
        if block.kind is BlockKind.HEADING:
            headings = [heading for heading in headings if heading.level < block.level]
        near = [*headings[-1:], *(b for b in (intro, above) if b is not None)]
        cells = [c for c in block.table.cells if c.text] if block.table else []
        yield Spot(
            block=block,
            part=part,
            headings=tuple(headings),
            over=_found_in(headings, readings),
            near=_found_in(near, readings),
            reading=None if block.table else readings.get(block.start),
            cells={c.passage.start: readings[c.passage.start][1] for c in cells if c.passage.start in readings},
        )
        if block.kind is BlockKind.HEADING:
            headings.append(block)
        if block.kind is not BlockKind.LIST_ITEM:
            intro = block
        above = block


def _found_in(blocks: Iterable[Block], readings: Mapping[int, Reading]) -> tuple[Annotated, ...]:
    return tuple(readings[b.start][1] for b in blocks if b.table is None and b.start in readings)
