"""What a reader makes of a file: one text, and the blocks, tables, pages and words in it.

Conventions, for every offset in boardmine:

- Offsets count characters (Unicode code points), are 0-based, and the end is exclusive.
- `Document.text` is the one text that offsets of evidence point into. For plain text and Markdown it is the
  decoded file itself (line ends normalised to a line feed, byte order mark removed), so that the file can be
  opened at an offset; for PDF, DOCX and HTML the reader builds it.
- A `Passage` is text made fit for reading (wrapped lines joined, markup gone). It knows for each of its
  characters where that stands in `Document.text`.
- Pages are 1-based. Boxes are in PDF points, origin at the top left corner of the page as it is displayed.

Everything here is frozen; readers build it, all others only read it.
"""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum


class Format(StrEnum):
    """The formats that can be read."""

    PDF = "pdf"
    DOCX = "docx"
    HTML = "html"
    TEXT = "text"


class BlockKind(StrEnum):
    """What a block is to a reader. Furniture (running heads, page numbers, gutter text) is not read on."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list_item"
    TABLE = "table"
    FURNITURE = "furniture"


class PartKind(StrEnum):
    """What a part of a pack is."""

    AGENDA = "agenda"
    MINUTES = "minutes"
    REPORT = "report"
    SLIDES = "slides"
    APPENDIX = "appendix"
    PAGE = "page"


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on a page in points; `top` and `bottom` grow downwards."""

    x0: float
    top: float
    x1: float
    bottom: float

    def union(self, other: Box) -> Box:
        """The smallest box that holds both."""
        return Box(
            min(self.x0, other.x0), min(self.top, other.top), max(self.x1, other.x1), max(self.bottom, other.bottom)
        )


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of a passage that stands unbroken in the document's text: `length` characters, at `at` in the
    passage and at `start` in the document."""

    at: int
    start: int
    length: int


@dataclass(frozen=True, slots=True)
class Passage:
    """Text for reading, with the way back to the document's text.

    Pieces are in order and do not overlap; characters between two pieces (a space that joins two lines) have
    no source of their own.
    """

    text: str
    pieces: tuple[Piece, ...]

    @classmethod
    def verbatim(cls, text: str, start: int) -> Passage:
        """A passage that stands in the document's text character by character, from `start` on."""
        return cls(text, (Piece(0, start, len(text)),) if text else ())

    def locate(self, start: int, end: int) -> tuple[int, int]:
        """Where `text[start:end]` stands in the document's text, from its first sourced character to its last.

        Raises ValueError where the range has no source (it is empty, or a joining space alone).
        """
        first = last = None
        for piece in self.pieces:
            lo, hi = max(start, piece.at), min(end, piece.at + piece.length)
            if lo < hi:
                if first is None:
                    first = piece.start + lo - piece.at
                last = piece.start + hi - piece.at
        if first is None or last is None:
            raise ValueError(f"no source for characters {start} to {end} of {self.text[:40]!r}")
        return first, last

    @property
    def start(self) -> int:
        """Offset of the first sourced character in the document's text."""
        return self.pieces[0].start if self.pieces else 0

    @property
    def end(self) -> int:
        """Offset just behind the last sourced character in the document's text."""
        return max((p.start + p.length for p in self.pieces), default=0)


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


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a laid-out page: its range in the document's text and its box."""

    start: int
    end: int
    page: int
    box: Box


class Words:
    """The words of a document in order, held in columns: twenty-eight bytes a word, where objects need ten times
    that, because a pack has a quarter of a million of them. Filled by a reader, then only read."""

    __slots__ = ("_bounds", "_boxes", "_pages")

    def __init__(self) -> None:
        self._bounds = (array("I"), array("I"))
        self._pages = array("I")
        self._boxes = (array("f"), array("f"), array("f"), array("f"))

    def append(self, start: int, end: int, page: int, box: Box) -> None:
        """Add the next word; starts must not fall."""
        self._bounds[0].append(start)
        self._bounds[1].append(end)
        self._pages.append(page)
        for column, value in zip(self._boxes, (box.x0, box.top, box.x1, box.bottom), strict=True):
            column.append(value)

    def __len__(self) -> int:
        return len(self._pages)

    def __getitem__(self, i: int) -> Word:
        box = Box(*(column[i] for column in self._boxes))
        return Word(self._bounds[0][i], self._bounds[1][i], self._pages[i], box)

    def within(self, start: int, end: int) -> Iterator[Word]:
        """The words that overlap a range of the text, in order."""
        starts, ends = self._bounds
        i = max(bisect_right(starts, start) - 1, 0)
        while i < len(starts) and starts[i] < end:
            if ends[i] > start:
                yield self[i]
            i += 1


@dataclass(frozen=True, slots=True)
class Page:
    """A page of a laid-out document: its range in the document's text, its size in points, whether it has text."""

    number: int
    start: int
    end: int
    width: float
    height: float
    has_text: bool = True


@dataclass(frozen=True, slots=True)
class Facts:
    """What a sidecar or a file's own metadata says of the document. Every value may be missing."""

    council: str | None = None
    body: str | None = None
    title: str | None = None
    date: date | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """A place in a document: a range of its text and, where the format has pages, the page and box."""

    start: int
    end: int
    page: int | None = None
    box: Box | None = None


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
