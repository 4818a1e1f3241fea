"""Prints the tables of a document, for people or as JSON lines."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from rich import box
from rich.table import Table as Grid
from rich.text import Text

from boardmine.cli.screen import out
from boardmine.cli.text import plain
from boardmine.document import Block, Document, Table
from boardmine.readers.reading import load_source, read


def read_document(path: Path) -> Document:
    """The document of a file. Raises an InputError."""
    return read(load_source(path))


class TableWriter:
    """Prints the tables of documents, for people or as JSON lines."""

    def __init__(self, as_json: bool) -> None:
        self._as_json = as_json
        self._console = out()

    def __call__(self, document: Document) -> None:
        """Print the tables of one document, in reading order."""
        for block in document.blocks:
            if block.table is None:
                continue
            if self._as_json:
                row = {"doc": document.name, "page": block.page, "rows": block.table.texts()}
                sys.stdout.write(json.dumps(row, ensure_ascii=False) + "\n")
            else:
                self._show(document, block, block.table)

    def _show(self, document: Document, block: Block, table: Table) -> None:
        page = f", p.{block.page}" if block.page else ""
        self._console.print(Text(f"{plain(document.name)}{page}", "bold"))
        grid = Grid(box=box.SQUARE, show_header=False, show_lines=True)
        for _ in range(table.column_count):
            grid.add_column(overflow="fold")
        headers = {(c.row, c.column) for c in table.cells if c.is_header}
        for r, row in enumerate(table.texts()):
            grid.add_row(*(Text(plain(cell), "bold" if (r, c) in headers else "") for c, cell in enumerate(row)))
        self._console.print(grid)
