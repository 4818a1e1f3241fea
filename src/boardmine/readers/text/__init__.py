"""Reads plain text and Markdown, also what a PDF converter left behind.

The document's text is the file's own, so that evidence can be found again by opening the file at its offset.
"""

from __future__ import annotations

from boardmine.document import Document, Format
from boardmine.readers.encoding import decode
from boardmine.readers.source import Source
from boardmine.readers.text.blocks import blocks_of
from boardmine.readers.text.lines import split_lines


def read(source: Source) -> Document:
    """The document of a text file. Raises EmptyFile, UnknownEncoding, FileTooLarge."""
    text = decode(source)
    return Document(
        name=source.name,
        format=Format.TEXT,
        text=text,
        blocks=tuple(blocks_of(text, split_lines(text))),
        facts=source.facts,
    )
