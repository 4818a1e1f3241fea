"""A document as its reader made it, and the parts that a pack is divided into."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from boardmine.document.blocks import Block
from boardmine.document.layout import Box, Page, Place, Words

_Day = date
"""For fields beside one that is called `date`."""


class Format(StrEnum):
    """The formats that can be read."""

    PDF = "pdf"
    DOCX = "docx"
    HTML = "html"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Facts:
    """What a sidecar or a file's own metadata says of the document. Every value may be missing.

    `date` is that of the meeting or report; `released` when the file was put on the council's site, which knows
    committee and meeting by the two identifiers.
    """

    council: str | None = None
    body: str | None = None
    title: str | None = None
    date: date | None = None
    url: str | None = None
    released: _Day | None = None
    committee_id: str | None = None
    meeting_id: str | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """A file, read. `name` is its file name without folder and ending."""

    name: str
    format: Format
    text: str
    blocks: tuple[Block, ...]
    pages: tuple[Page, ...] = ()
    words: Words = field(default_factory=Words)
    facts: Facts = Facts()
    notes: tuple[str, ...] = ()

    def place(self, start: int, end: int) -> Place:
        """The place of a range of the text. The box covers the words on the first page that the range touches."""
        page: int | None = None
        box: Box | None = None
        for word in self.words.within(start, end):
            if page is None:
                page, box = word.page, word.box
            elif word.page == page and box is not None:
                box = box.union(word.box)
        if page is None:
            page = next((p.number for p in self.pages if p.start <= start < max(p.end, p.start + 1)), None)
        return Place(start, end, page, box)


class PartKind(StrEnum):
    """What a part of a pack is."""

    AGENDA = "agenda"
    MINUTES = "minutes"
    REPORT = "report"
    SLIDES = "slides"
    APPENDIX = "appendix"
    PAGE = "page"


@dataclass(frozen=True, slots=True)
class Part:
    """A document within a pack: the blocks from `first` up to, not including, `last`.

    `date` is the part's own date (of the meeting it minutes, or of the report); where it states none, the pack's.
    """

    kind: PartKind
    first: int
    last: int
    title: str | None = None
    council: str | None = None
    body: str | None = None
    author: str | None = None
    date: date | None = None
    date_stated: bool = False
    item: str | None = None
    pages: tuple[int, int] | None = None
