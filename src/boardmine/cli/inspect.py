"""`boardmine inspect` and `boardmine tables`: what the readers make of a file."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from boardmine.cli.options import Paths, TableFormat


def inspect(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A paper.")],
    page: Annotated[int | None, typer.Option("--page", min=1, metavar="N", help="Only this page.")] = None,
) -> None:
    """Show how a paper was read: its parts and blocks in reading order."""
    from boardmine.cli.outline import show_outline
    from boardmine.readers import load_source, read
    from boardmine.readers.parts import find_parts

    document = read(load_source(file))
    if page is not None and page > len(document.pages):
        known = f"it has {len(document.pages)}" if document.pages else "its format has no pages"
        raise typer.BadParameter(f"no page {page}: {known}", param_hint="--page")
    show_outline(document, find_parts(document), page)


def tables(
    paths: Paths,
    form: Annotated[TableFormat, typer.Option("--format", help="How to print.")] = TableFormat.TABLE,
) -> None:
    """Print the tables of papers.

    With --format jsonl each is one JSON object with doc (the file name), page (from 1, or null) and rows.
    """
    from boardmine.batch.discover import discover
    from boardmine.batch.work import run
    from boardmine.cli.outline import TableWriter, read_document
    from boardmine.cli.screen import complain
    from boardmine.store.rows import Reject

    write = TableWriter(as_json=form is TableFormat.JSONL)
    failed = False
    for outcome in run(read_document, discover(paths).files):
        if isinstance(outcome.result, Reject):
            complain(outcome.path, outcome.result.reason)
            failed = True
        else:
            write(outcome.result)
    if failed:
        raise typer.Exit(1)
