"""`boardmine tables`: the tables of papers."""

from __future__ import annotations

from typing import Annotated

import typer

from boardmine.cli.options import Paths, TableFormat


def tables(
    paths: Paths,
    form: Annotated[TableFormat, typer.Option("--format", help="How to print.")] = TableFormat.TABLE,
) -> None:
    """Print the tables of papers.

    With --format jsonl each is one JSON object with doc (the file name), page (from 1, or null) and rows.
    """
    from boardmine.batch.discover import discover
    from boardmine.batch.work import run
    from boardmine.cli.grids import TableWriter, read_document
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
