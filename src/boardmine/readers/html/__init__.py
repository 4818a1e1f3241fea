"""The HTML reader: a ModernGov meeting page, or any other page, becomes a `Document`."""

from __future__ import annotations

from selectolax.lexbor import LexborHTMLParser

from boardmine.document import BlockKind, Document, Format
from boardmine.errors import DamagedFile, NoText
from boardmine.readers.encoding import decode
from boardmine.readers.html.facts import page_facts
from boardmine.readers.html.guard import check_markup
from boardmine.readers.html.page import PageReader
from boardmine.readers.sidecar import merge
from boardmine.readers.source import Source


def read(source: Source) -> Document:
    """Read a page.

    Scripts, menus, the head and foot of a page, forms and what is hidden are not text. The items of a ModernGov
    meeting come out as headings of level 2 with the item's number as marker. A nested table follows the table that
    it is in. There are no pages and no boxes.

    Raises EmptyFile, UnknownEncoding, FileTooLarge, DamagedFile and NoText.
    """
    markup = decode(source, html=True)
    check_markup(source, markup)
    tree = LexborHTMLParser(markup)
    if tree.root is None:
        raise DamagedFile(source.path, "is an HTML file without any element")
    reader = PageReader(source)
    reader.read(tree.root)
    blocks = reader.flow.blocks
    if all(block.kind is BlockKind.FURNITURE for block in blocks):
        raise NoText(source.path, "is an HTML page without text of its own")
    return Document(
        name=source.name,
        format=Format.HTML,
        text=reader.flow.builder.text(),
        blocks=tuple(blocks),
        facts=merge(page_facts(tree), source.facts),
    )
