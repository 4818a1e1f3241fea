"""Puts pages together to a document: text, blocks and words in reading order, and what goes on over page breaks."""

from __future__ import annotations

from dataclasses import dataclass, replace

from boardmine.document import Block, BlockKind, Box, Cell, Page, Passage, Table
from boardmine.readers.pdf.frame import Frame
from boardmine.readers.pdf.headings import Look, heads, is_heading, levels_of, look_of
from boardmine.readers.pdf.lines import box_of
from boardmine.readers.pdf.lists import Indents
from boardmine.readers.pdf.paragraphs import UNFINISHED, Draft, broken_off
from boardmine.readers.pdf.tables.continued import OpenTable, appended, goes_on_in_row, open_table, repeated_heads
from boardmine.readers.pdf.tables.grid import Grid
from boardmine.readers.pdf.tables.values import is_value
from boardmine.readers.pdf.words import Word
from boardmine.readers.pdf.writing import Script, joined, without_last


@dataclass(slots=True)
class ReadPage:
    """A page taken apart: furniture at its top, flows of drafts and tables in reading order, furniture at its end."""

    number: int
    frame: Frame
    head: list[list[Word]]
    body: list[list[Draft] | Grid]
    foot: list[list[Word]]
    has_text: bool = True


@dataclass(slots=True)
class _OpenText:
    """The last paragraph or item, which may go on in the next column or page."""

    index: int
    draft: Draft


class Assembler:
    """Takes pages in order and gives the parts of a document. `body` of `add` is the size of body text."""

    def __init__(self) -> None:
        self.script = Script()
        self.blocks: list[Block] = []
        self.pages: list[Page] = []
        self._headings: list[tuple[int, Look]] = []
        self._indents = Indents()
        self._text: _OpenText | None = None
        self._table: OpenTable | None = None

    def add(self, page: ReadPage, body: float) -> None:
        """Write a page behind those before it."""
        start = self.script.next_start
        before = len(self.script)
        for words in page.head:
            self._furniture(words, page)
        fresh = True
        for item in page.body:
            if isinstance(item, Grid):
                self._add_table(item, page, fresh)
                fresh = False
            else:
                fresh = self._add_flow(item, page, body) and fresh
        for words in page.foot:
            self._furniture(words, page)
        end = len(self.script)
        width, height = page.frame.displayed_size
        if end == before:
            start = end
        self.pages.append(Page(page.number, start, end, width, height, page.has_text))

    def finish(self) -> tuple[Block, ...]:
        """The blocks, with headings ranked."""
        levels = levels_of({look for _, look in self._headings})
        for index, look in self._headings:
            self.blocks[index] = replace(self.blocks[index], level=levels[look])
        return tuple(self.blocks)

    def _furniture(self, words: list[Word], page: ReadPage) -> None:
        passage = self.script.write(words, page.number, page.frame)
        box = page.frame.displayed(box_of(words))
        self.blocks.append(Block(BlockKind.FURNITURE, passage, page=page.number, box=box))

    def _add_flow(self, drafts: list[Draft], page: ReadPage, body: float) -> bool:
        """Write the drafts of a flow. Says whether they were all footnotes."""
        only_notes = True
        for i, draft in enumerate(drafts):
            if i == 0:
                self._indents.column(draft.column)
            if draft.footnote:
                self._write(draft, page, BlockKind.PARAGRAPH, 0)
                continue
            only_notes = False
            self._table = None
            before = self._text
            if before is not None and self._goes_on(before, draft, i == 0, body):
                self._extend(before, draft, page)
                continue
            if before is not None and heads(before.draft, draft, body):
                self._promote(before)
            self._add_draft(draft, page, body)
        return only_notes

    def _promote(self, text: _OpenText) -> None:
        """Make a heading of a line set like body text, now that what follows it is known."""
        self._headings.append((text.index, look_of(text.draft)))
        self.blocks[text.index] = replace(self.blocks[text.index], kind=BlockKind.HEADING, level=1)

    def _add_draft(self, draft: Draft, page: ReadPage, body: float) -> None:
        if is_heading(draft, body):
            self._indents.end()
            self._text = None
            self._headings.append((len(self.blocks), look_of(draft)))
            self._write(draft, page, BlockKind.HEADING, 1)
        elif draft.marker:
            level = self._indents.level(draft.left, draft.marker)
            self._text = _OpenText(len(self.blocks), draft)
            self._write(draft, page, BlockKind.LIST_ITEM, level)
        else:
            self._indents.text(draft.left)
            self._text = _OpenText(len(self.blocks), draft)
            self._write(draft, page, BlockKind.PARAGRAPH, 0)

    def _write(self, draft: Draft, page: ReadPage, kind: BlockKind, level: int) -> None:
        """Write a draft with its marker in front; a number stays in the text of a heading."""
        marker = draft.marker
        words = draft.words
        box = page.frame.displayed(_box_with_marker(draft))
        if draft.footnote:
            passage = self.script.write(words, page.number, page.frame)
        elif marker:
            first = draft.lines[0]
            sign = Word(marker, first.marker_x, first.top, first.marker_end, first.bottom)
            if kind is BlockKind.HEADING:
                passage = self.script.write([sign, *first.further, *words], page.number, page.frame)
                marker = ""
            else:
                self.script.write([sign, *first.further], page.number, page.frame)
                passage = self.script.write(words, page.number, page.frame, " ")
        else:
            passage = self.script.write(words, page.number, page.frame)
        self.blocks.append(Block(kind, passage, level, page.number, marker, None, box))

    def _goes_on(self, open_text: _OpenText, draft: Draft, anew: bool, body: float) -> bool:
        """Whether a draft plainly goes on with the text before it. `anew` says that it stands at the beginning of a
        column or page; elsewhere there is space between both, and only a sentence that is broken off and goes on in
        lower case is joined."""
        before = open_text.draft
        if draft.marker or draft.footnote or abs(before.size - draft.size) > 0.07 * before.size:
            return False
        text = self.blocks[open_text.index].text.rstrip("”’\"')")
        begins = draft.text[:1]
        if not text or text[-1] in ".!?:;" or draft.lines[0].second_x is not None or before.bold != draft.bold:
            return False
        if not anew:
            return begins.islower() and (before.runs_on or broken_off(before) or is_value(text))
        if begins.islower():
            return True
        if not before.runs_on or is_heading(draft, body):
            return False
        last = text.rsplit(None, 1)[-1].lower()
        return begins.isdigit() or begins in "(£" or last in UNFINISHED or text[-1] in ",-–" or broken_off(before)

    def _extend(self, open_text: _OpenText, draft: Draft, page: ReadPage) -> None:
        """Join a draft to the block that it goes on with."""
        block = self.blocks[open_text.index]
        last = open_text.draft.words[-1]
        first, glue = block.passage, " "
        if last.hyphen or (last.text.endswith("-") and len(last.text) > 1):
            glue = ""
            if last.hyphen and not self.script.keeps_hyphen(last, draft.words[0]):
                first = without_last(first)
        passage = self.script.write(draft.words, page.number, page.frame)
        self.blocks[open_text.index] = replace(block, passage=joined(first, passage, glue))
        self._text = _OpenText(open_text.index, draft)

    def _add_table(self, grid: Grid, page: ReadPage, first_on_page: bool) -> None:
        self._indents.end()
        skip = None
        if first_on_page and self._table is not None:
            skip = repeated_heads(self._table, grid)
        if skip is None or self._table is None:
            table = Table(tuple(self._cells(grid, 0, page)), grid.row_count, grid.column_count)
            self._table = open_table(len(self.blocks), grid)
            box = page.frame.displayed(grid.box)
            self.blocks.append(Block(BlockKind.TABLE, Passage("", ()), page=page.number, table=table, box=box))
            return
        for row in range(skip):
            words = [w for c in grid.row(row) for w in c.words]
            if words:
                self._furniture(words, page)
        block = self.blocks[self._table.index]
        if block.table is not None:
            into_last = goes_on_in_row(grid, skip, block.table)
            cells = self._cells(grid, skip, page)
            table = appended(block.table, cells, grid.row_count - skip, into_last)
            self.blocks[self._table.index] = replace(block, table=table)
            self._table = replace(self._table, grid=grid)

    def _cells(self, grid: Grid, skip: int, page: ReadPage) -> list[Cell]:
        """Write the cells of a grid from the row `skip` on: tabs between them, a line a row."""
        cells: list[Cell] = []
        separator = "\n"
        for row in range(skip, grid.row_count):
            column = 0
            for cell in grid.row(row):
                separator += "\t" * (cell.column - column)
                column = cell.column
                passage = self.script.write(cell.words, page.number, page.frame, separator)
                if cell.words:
                    separator = ""
                box = cell.box
                if box is not None:
                    box = page.frame.displayed(box)
                cells.append(
                    Cell(row - skip, cell.column, passage, cell.row_span, cell.column_span, cell.is_header, box)
                )
            separator = "\n"
        return cells


def _box_with_marker(draft: Draft) -> Box:
    box = draft.box
    return Box(min(box.x0, draft.left), box.top, box.x1, box.bottom)
