"""`boardmine report`: a page for people."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from boardmine.cli.options import DATABASE, Database


def report(
    out: Annotated[Path, typer.Option("--out", metavar="DIR", help="The folder to write index.html into.")],
    db: Database = DATABASE,
    council: Annotated[
        str | None, typer.Option("--council", metavar="NAME", help="Whose papers, where there are those of several.")
    ] = None,
) -> None:
    """Write a page with scorecard, charts, findings and coverage.

    It is one HTML file that needs no network: it can be mailed, opened from disk, printed, and read on a phone.
    """
    from boardmine.errors import ExtraMissing
    from boardmine.reports.facts import gather
    from boardmine.store.connect import reading

    try:
        from boardmine.reports.page import write_page
    except ModuleNotFoundError as error:
        raise ExtraMissing(f"a report needs {error.name}: pip install 'boardmine[report]'") from error
    with reading(db) as connection:
        facts = gather(connection, council)
    typer.echo(f"written to {write_page(facts, out)}")
