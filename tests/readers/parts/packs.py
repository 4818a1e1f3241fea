"""Packs of our own making: blocks on pages, and texts, as the parts are found in them."""

from __future__ import annotations

from collections.abc import Sequence

from boardmine.document import Block, BlockKind, Document, Facts, Format, Page, Part, Passage
from boardmine.readers.parts import find_parts
from boardmine.readers.source import Source
from boardmine.readers.text import read

PORTRAIT = (595.0, 842.0)
SLIDE = (960.0, 540.0)


def parts_of_text(text: str, facts: Facts | None = None) -> tuple[Part, ...]:
    """The parts of a Markdown text."""
    return find_parts(read(Source("pack.md", "pack", text.encode(), facts or Facts())))


def paged(*pages: Sequence[str], shapes: Sequence[tuple[float, float]] = ()) -> Document:
    """A document of pages, each a list of lines: `# ` before a heading, `- ` before an item, `~ ` before furniture."""
    kinds = {"# ": BlockKind.HEADING, "- ": BlockKind.LIST_ITEM, "~ ": BlockKind.FURNITURE}
    blocks, leaves, text = [], [], ""
    for number, lines in enumerate(pages, 1):
        first = len(text)
        for line in lines:
            kind = kinds.get(line[:2], BlockKind.PARAGRAPH)
            shown = line[2:] if line[:2] in kinds else line
            blocks.append(Block(kind, Passage.verbatim(shown, len(text)), page=number))
            text += shown + "\n"
        width, height = shapes[number - 1] if shapes else PORTRAIT
        leaves.append(Page(number, first, len(text), width, height))
    return Document("pack", Format.PDF, text, tuple(blocks), tuple(leaves))
