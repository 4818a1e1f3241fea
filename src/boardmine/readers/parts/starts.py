"""Where in a pack each document begins.

The signs, from the surest down: the binder's blank page before it, the stamp `Agenda Item 7` on its first page, pages
that take the shape of slides, an appendix at the top of a page, the opening of minutes, a cover (`Report to:`,
`Subject:`, `Date:`), a line that says what it is (`Briefing paper for the Board`), the address of a letter.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from boardmine.document import Block, BlockKind, Document
from boardmine.readers.parts.dates import leading_date, lone_date
from boardmine.readers.parts.facts import Fact, Label, facts_of
from boardmine.readers.parts.names import is_name
from boardmine.readers.parts.signs import (
    is_appendix,
    is_blank_page,
    is_contact,
    is_cover_line,
    is_minutes_opening,
    is_salutation,
    is_slide,
    stamped_item,
)

_TOO_CLOSE = 3
"""A start this few blocks behind another is the same start, unless a page ends between them."""
_COVER_LINES = 5
_LINES_ABOVE = 4
_ADDRESS_LINES = 16
_LONGEST_TITLE = 160
_LONGEST_ADDRESS = 120
_FEWEST_SLIDES = 3

_TITLE_WORD = re.compile(r"\b(?:report|review|update|plan|strategy|briefing|scorecard|presentation|paper)\b", re.I)
_MINUTES = re.compile(r"\W*(?:draft )?minutes\W*", re.I)


def starts_of(document: Document) -> list[int]:
    """The indices of the blocks with which the documents of a pack begin; the first is 0."""
    pack = _Pack(document)
    found = {
        *pack.after_blank_pages(),
        *pack.stamped(),
        *pack.at_page_tops(),
        *pack.opened(),
        *pack.covers(),
        *pack.letters(),
    }
    kept = [0]
    for start in sorted(found):
        if pack.is_apart(kept[-1], start):
            kept.append(start)
    return kept


class _Pack:
    """The blocks of a pack and what they give away. `_read` are the indices of those that are no furniture."""

    def __init__(self, document: Document) -> None:
        self._blocks = document.blocks
        self._read = [i for i, block in enumerate(self._blocks) if block.kind is not BlockKind.FURNITURE]
        self._slides = _slide_runs(document)

    def is_apart(self, a: int, b: int) -> bool:
        """Whether documents can begin at both blocks: enough lies between them, or something and the end of a page."""
        between = sum(self._blocks[i].kind is not BlockKind.FURNITURE for i in range(a, b))
        if between >= _TOO_CLOSE:
            return True
        page_ends = self._blocks[a].page != self._blocks[b].page or any(map(is_blank_page, self._blocks[a:b]))
        return between > 0 and page_ends

    def after_blank_pages(self) -> list[int]:
        """The blocks that the binder's blank pages stand before."""
        found, after_blank = [], False
        for i, block in enumerate(self._blocks):
            if is_blank_page(block):
                after_blank = True
            elif after_blank and block.kind is not BlockKind.FURNITURE:
                found.append(i)
                after_blank = False
        return found

    def stamped(self) -> list[int]:
        """The first pages of agenda items."""
        stamps = [i for i, block in enumerate(self._blocks) if stamped_item(block.text)]
        return [self._up(i, self._is_name) if i in self._read else i for i in stamps]

    def at_page_tops(self) -> list[int]:
        """Appendices, and pages where slides begin or end."""
        found, page, head = [], None, ""
        for i in self._read:
            block = self._blocks[i]
            if block.page is not None and block.page != page:
                changes = page is not None and (block.page in self._slides) != (page in self._slides)
                # A page that repeats the head of the page before carries the same appendix on.
                begins = is_appendix(block.text) and block.text != head
                if changes or begins:
                    found.append(i)
                page, head = block.page, block.text
        return found

    def opened(self) -> list[int]:
        """Where minutes open, and papers that say whom they are for."""
        found = []
        for i in self._read:
            block = self._blocks[i]
            if block.kind is BlockKind.LIST_ITEM:
                continue
            if is_minutes_opening(block.text):
                found.append(self._up(i, self._is_name))
            elif is_cover_line(block.text):
                found.append(self._up(i, self._is_title))
        return found

    def covers(self) -> list[int]:
        """Where a paper states date or body and one thing more of itself under labels."""
        found: list[int] = []
        facts = {i: facts_of([self._blocks[i]]) for i in self._read}
        behind = 0
        for k, i in enumerate(self._read):
            if k >= behind and facts[i]:
                behind = k + _COVER_LINES
                if _is_cover([fact for j in self._read[k:behind] for fact in facts[j]]):
                    found.append(self._up(i, self._is_title))
                else:
                    behind = k + 1
        return found

    def letters(self) -> list[int]:
        """Where the address of a letter begins: above its date, which stands above `Dear Ms Rowe`."""
        found = []
        for k, i in enumerate(self._read):
            if not is_salutation(self._blocks[i].text):
                continue
            above = [j for j in self._read[max(0, k - _ADDRESS_LINES) : k] if self._is_address(self._blocks[j])]
            if any(lone_date(self._blocks[j].text) for j in above):
                found.append(
                    next(j for j in above if is_contact(self._blocks[j].text) or lone_date(self._blocks[j].text))
                )
        return found

    def _up(self, i: int, belongs: Callable[[Block], bool]) -> int:
        """The first of the blocks right above a block that belong to it, on the same page and within reach."""
        first, steps, j = i, 0, i - 1
        while j >= 0 and steps < _LINES_ABOVE and not is_blank_page(self._blocks[j]):
            block = self._blocks[j]
            if block.page != self._blocks[i].page:
                break
            if block.kind is not BlockKind.FURNITURE:
                if not belongs(block):
                    break
                first, steps = j, steps + 1
            j -= 1
        return first

    def _is_name(self, block: Block) -> bool:
        text = block.text
        if len(text) > _LONGEST_TITLE or block.table is not None:
            return False
        return bool(is_name(text) or lone_date(text) or stamped_item(text) or _MINUTES.fullmatch(text))

    def _is_title(self, block: Block) -> bool:
        if len(block.text) > _LONGEST_TITLE or block.table is not None or block.kind is BlockKind.LIST_ITEM:
            return False
        is_paper = _TITLE_WORD.search(block.text) is not None and not block.text.endswith((".", ";", ","))
        return block.kind is BlockKind.HEADING or is_paper or self._is_name(block)

    def _is_address(self, block: Block) -> bool:
        return block.kind is not BlockKind.LIST_ITEM and block.table is None and len(block.text) < _LONGEST_ADDRESS


def _slide_runs(document: Document) -> set[int]:
    """The pages that have the shape of slides and stand together with others that have."""
    found: set[int] = set()
    run: list[int] = []
    for page in document.pages:
        run = [*run, page.number] if is_slide(page) else []
        if len(run) >= _FEWEST_SLIDES:
            found.update(run)
    return found


def _is_cover(facts: Sequence[Fact]) -> bool:
    dated = any(fact.label is Label.DATE and leading_date(fact.value) for fact in facts)
    labels = {fact.label for fact in facts if fact.value} & {Label.TITLE, Label.BODY, Label.AUTHOR}
    return len(labels) + dated >= 2 and (dated or Label.BODY in labels)
