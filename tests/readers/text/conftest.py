"""Reads a text and shows its blocks as short tuples."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from boardmine.document import Document
from boardmine.readers.source import Source
from boardmine.readers.text import read


def read_text(text: str | bytes) -> Document:
    data = text if isinstance(text, bytes) else text.encode()
    return read(Source("paper.md", "paper", data))


@pytest.fixture
def document() -> Callable[[str | bytes], Document]:
    """The document of a text."""
    return read_text


@pytest.fixture
def blocks() -> Callable[[str], list[tuple[str, int, str]]]:
    """The blocks of a text: kind, level, text; a table's rows joined by `|` and line feeds, heads in capitals."""

    def shown(text: str) -> list[tuple[str, int, str]]:
        made = []
        for block in read_text(text).blocks:
            said = block.text
            if block.table is not None:
                rows = [[""] * block.table.column_count for _ in range(block.table.row_count)]
                for cell in block.table.cells:
                    rows[cell.row][cell.column] = cell.text.upper() if cell.is_header else cell.text
                said = "\n".join("|".join(row) for row in rows)
            made.append((block.kind.value, block.level, said))
        return made

    return shown
