"""The blocks of a document, added one after another by the readers of DOCX and HTML.

A reader knows paragraphs and what the file says of them. What people type instead of using styles is found here:
bullets and numbers at the start, several items in one paragraph set apart by line breaks, headings that are only
bold. Nothing is lost: every text given comes out in exactly one block.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from boardmine.document import Block, BlockKind, Passage
from boardmine.readers.builder import TextBuilder
from boardmine.readers.grid import RawCell, assemble
from boardmine.readers.listmarks import is_bullet, is_dotted, marker_class, readable, split_marker

_LONGEST_HEADING = 200
_LONGEST_TYPED_HEADING = 100
_MOST_WORDS = 14
_DEEPEST = 8
_LEAST_INTRO = 4

# What tells a statement set in bold from a heading: a verb, a percentage or money, a count of something.
_STATEMENT = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|been)\b|[%£]|\b\d[\d,.]*\s+[a-z]{3,}|^\d[\d,.]*\s+\w|:\s+\S*\d"
)
_SENTENCE_END = re.compile(r"[.;,!…][\"'”’)]*\Z")


@dataclass(frozen=True, slots=True)
class Item:
    """What a file's own list says of a paragraph: its level, 0-based, and its marker (empty where the item goes on)."""

    level: int
    marker: str = ""


class Flow:
    """Collects blocks in reading order and the text that they stand in. `path` is for messages."""

    def __init__(self, path: str) -> None:
        self.builder = TextBuilder()
        self.blocks: list[Block] = []
        self._path = path
        self._styled_level = 1
        self._lone_marker = ""
        self._typed: list[str] = []
        self._letter = ""
        self._intro: int | None = None

    def heading(self, text: str, level: int, marker: str = "") -> None:
        """Add a heading of level 1 to 6. A number typed before it becomes its marker, as a numbered style's does."""
        text = " ".join(text.split())
        if not text:
            return
        if not marker:
            marker, text = _number(text)
        self._styled_level = min(max(level, 1), 6)
        self._add(BlockKind.HEADING, text, self._styled_level, marker)

    def paragraph(self, text: str, *, bold: bool = False, item: Item | None = None) -> None:
        """Add a paragraph: `text` is tidied, with line feeds where its author broke the line."""
        for place, (marker, line) in enumerate(_entries(text)):
            if item is not None:
                self._listed(marker, line, item, bold, first=place == 0)
            else:
                self._typed_paragraph(marker, line, bold)

    def furniture(self, text: str) -> None:
        """Add text that is not to be read on: a running head, a page's foot, an entry of a table of contents."""
        text = " ".join(text.split())
        if text:
            self._add(BlockKind.FURNITURE, text)

    def table(self, cells: Sequence[RawCell]) -> None:
        """Add a table; one without any text is left out. Raises FileTooLarge where its grid is absurd."""
        table = assemble(cells, self.builder, self._path)
        if table is not None:
            self._end_lists()
            self.blocks.append(Block(BlockKind.TABLE, Passage("", ()), table=table))

    def turn_to_furniture(self, first: int) -> None:
        """Make furniture of all blocks from number `first` on: they turned out to be a menu."""
        self.blocks[first:] = [
            replace(block, kind=BlockKind.FURNITURE, level=0, marker="") if block.table is None else block
            for block in self.blocks[first:]
        ]

    def _add(self, kind: BlockKind, text: str, level: int = 0, marker: str = "") -> None:
        if kind is not BlockKind.LIST_ITEM:
            self._end_lists()
        elif self._intro is not None and level == self._intro and is_fragment(text):
            level += 1
        else:
            self._intro = level if leads_in(text) else None
        self.blocks.append(Block(kind, self.builder.add(text), level, marker=readable(marker)))

    def _end_lists(self) -> None:
        self._typed.clear()
        self._lone_marker = ""
        self._intro = None

    def _listed(self, marker: str, line: str, item: Item, bold: bool, first: bool) -> None:
        """An entry of a paragraph that is an item of a list in the file's own right."""
        own = item.marker if first else ""
        if is_bullet(marker):
            if line:
                self._add(BlockKind.LIST_ITEM, line, item.level + (not first), own or marker)
            return
        # `(25) compared with 16` begins an item with a number that must not be taken for a marker.
        line = f"{marker} {line}" if marker else line
        if own and not is_bullet(own) and bold and looks_like_heading(line, bold):
            self._add(BlockKind.HEADING, line, min(self._styled_level + 1, 6), own)
        elif is_dotted(own):
            self._add(BlockKind.PARAGRAPH, line, 0, own)
        else:
            self._add(BlockKind.LIST_ITEM, line, item.level, own)

    def _typed_paragraph(self, marker: str, line: str, bold: bool) -> None:
        """An entry of a paragraph of which the file says nothing; only its look tells what it is."""
        if marker and not line:
            self._lone_marker = marker  # a bullet alone on its line: what it marks comes next
            return
        marker, self._lone_marker = marker or self._lone_marker, ""
        if not is_bullet(marker) and looks_like_heading(line, bold):
            self._add(BlockKind.HEADING, line, min(self._styled_level + 1, 6), marker)
        elif marker and not is_dotted(marker):
            self._add(BlockKind.LIST_ITEM, line, self._typed_level(marker), marker)
        else:
            self._add(BlockKind.PARAGRAPH, line, 0, marker)

    def _typed_level(self, marker: str) -> int:
        """The level of a typed item: markers of a new kind open a deeper list, a kind seen before closes what
        came since."""
        kind = marker_class(marker)
        letter = marker.strip("().")
        # i, v and x go on a list of letters where the letter before is the last one seen.
        if len(letter) == 1 and self._letter and ord(letter) == ord(self._letter) + 1:
            lettered = marker.replace(letter, "a")
            kind = lettered if lettered in self._typed else kind
        self._letter = letter if len(letter) == 1 else ""
        if kind in self._typed:
            del self._typed[self._typed.index(kind) + 1 :]
        elif len(self._typed) < _DEEPEST:
            self._typed.append(kind)
        return len(self._typed) - 1


def looks_like_heading(text: str, bold: bool) -> bool:
    """Whether a paragraph without a heading style is one by its look: short, bold or in capitals, no statement."""
    words = text.split()
    letters = sum(1 for c in text if c.isalpha())
    if len(text) > _LONGEST_TYPED_HEADING or len(words) > _MOST_WORDS or letters < 3:
        return False
    if not bold and (text != text.upper() or letters < 5):
        return False
    if text.endswith(":") and len(words) > 5:
        return False
    return not _SENTENCE_END.search(text) and not _STATEMENT.search(text)


def leads_in(text: str) -> bool:
    """Whether a list item leads into the items below it, though they may not be set in deeper."""
    return text.endswith(":") and len(text.split()) >= _LEAST_INTRO


def is_fragment(text: str) -> bool:
    """Whether a list item is no sentence by itself: it may go on with what an item before it began."""
    return len(text.split()) <= _MOST_WORDS and not _SENTENCE_END.search(text) and not text.endswith(":")


def is_too_long_for_heading(text: str) -> bool:
    """Whether a text is body text whatever its style says: people use heading styles for their looks."""
    return len(text) > _LONGEST_HEADING


def _number(text: str) -> tuple[str, str]:
    """A typed number before a heading, and the heading: `1.` and `2.1`, but not the 19 of `19 October`."""
    found = re.match(r"(\d{1,2}(?:[.)]|(?:\.\d{1,2}){1,4}[.)]?))\s+(?=[^\W\d_])", text)
    return (found[1], text[found.end() :]) if found else ("", text)


def _entries(text: str) -> list[tuple[str, str]]:
    """The (marker, text) entries of a paragraph: a line that bears a marker begins an entry, and so does any line
    after an empty one; other lines go on the entry before."""
    entries: list[tuple[str, str]] = []
    is_open = False
    for line in text.split("\n"):
        if not line.strip():
            is_open = False
            continue
        marker, rest = split_marker(line)
        rest = " ".join(rest.split())
        if marker or not is_open:
            entries.append((marker, rest))
        else:
            before, so_far = entries[-1]
            entries[-1] = (before, f"{so_far} {rest}" if so_far else rest)
        is_open = True
    return entries
