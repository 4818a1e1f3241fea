"""A page of a paper, or a stretch of one without pages, ready to be shown with its marks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from boardmine.document import BlockKind, Document, Passage
from boardmine.review.evidence import Mark, Role, block_at

BLOCKS_A_SHEET = 40
"""How many blocks of a paper without pages are shown at a time."""

_BESIDE = 2
"""Blocks shown before and behind that of a number."""

_ROWS_BESIDE = 6
"""Rows of a long table shown before and behind that of a number; its heads are shown always."""

_UPPERMOST = (Role.NUMBER, Role.HEAD, Role.INTRO, Role.CAPTION, Role.HEADING, Role.QUOTE)


@dataclass(frozen=True, slots=True)
class Run:
    """Text with one mark, or none. `start` is where it begins in the document's text, None where that is not clear."""

    text: str
    role: str = ""
    start: int | None = None


@dataclass(frozen=True, slots=True)
class ShownCell:
    """A cell as HTML has it."""

    runs: Sequence[Run]
    is_header: bool
    row_span: int
    column_span: int


@dataclass(frozen=True, slots=True)
class ShownBlock:
    """A block with its marks: `runs` of text, or `rows` of a table. `gap` says that blocks before it are left out."""

    kind: str
    level: int
    runs: Sequence[Run] = ()
    rows: Sequence[Sequence[ShownCell]] = field(default_factory=tuple)
    gap: bool = False


def around(document: Document, marks: Sequence[Mark]) -> list[ShownBlock]:
    """The block of a number with its neighbours, and the blocks of all that governs it."""
    numbers = [mark for mark in marks if mark.role is Role.NUMBER]
    middle = block_at(document, numbers[-1].start) if numbers else None
    if middle is None:
        return []
    wanted = set(range(max(0, middle - _BESIDE), min(len(document.blocks), middle + _BESIDE + 1)))
    wanted |= {at for mark in marks if (at := block_at(document, mark.start)) is not None}
    return _shown(document, sorted(wanted), marks, numbers[-1].start)


def stretch(document: Document, first: int, last: int, marks: Sequence[Mark]) -> list[ShownBlock]:
    """The blocks from one to, not including, another."""
    return _shown(document, list(range(first, min(last, len(document.blocks)))), marks, None)


def _shown(document: Document, wanted: Sequence[int], marks: Sequence[Mark], near: int | None) -> list[ShownBlock]:
    shown = []
    before = None
    for i in wanted:
        block = document.blocks[i]
        if block.kind is BlockKind.FURNITURE:
            continue
        gap = before is not None and i > before + 1
        before = i
        if block.table is None:
            shown.append(ShownBlock(block.kind.value, block.level, _runs(block.passage, marks), gap=gap))
            continue
        rows = []
        held = next((c.row for c in block.table.cells if near is not None and _holds(c.passage, near)), None)
        for number in range(block.table.row_count):
            cells = [c for c in block.table.cells if c.row == number]
            far = held is not None and abs(number - held) > _ROWS_BESIDE
            if far and not any(c.is_header and c.column > 0 for c in cells):
                continue
            rows.append([ShownCell(_runs(c.passage, marks), c.is_header, c.row_span, c.column_span) for c in cells])
        shown.append(ShownBlock(block.kind.value, block.level, rows=rows, gap=gap))
    return shown


def _runs(passage: Passage, marks: Sequence[Mark]) -> list[Run]:
    """A passage cut where marks begin and end; where several cover it the uppermost counts."""
    roles: list[str] = [""] * len(passage.text)
    starts: list[int | None] = [None] * len(passage.text)
    for piece in passage.pieces:
        for i in range(piece.length):
            starts[piece.at + i] = piece.start + i
    for role in reversed(_UPPERMOST):
        for mark in marks:
            if mark.role is role and passage.start < mark.end and mark.start < passage.end:
                for i, start in enumerate(starts):
                    # What joins two pieces of a quote has the mark of what stands before it.
                    joins = start is None and i and role is not Role.NUMBER
                    here = starts[i - 1] if joins else start
                    if here is not None and mark.start <= here < mark.end:
                        roles[i] = role.value if role is not Role.NUMBER else f"{role.value}:{mark.start}"
    runs: list[Run] = []
    begun = 0
    for i in range(1, len(passage.text) + 1):
        if i == len(passage.text) or roles[i] != roles[begun]:
            runs.append(Run(passage.text[begun:i], roles[begun].partition(":")[0], starts[begun]))
            begun = i
    return runs


def _holds(passage: Passage, at: int) -> bool:
    return any(p.start <= at < p.start + p.length for p in passage.pieces)
