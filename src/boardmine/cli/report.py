"""`boardmine report`: a page for people."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from boardmine.cli.options import DATABASE, Database, SuppressBelow


def report(
    out: Annotated[Path, typer.Option("--out", metavar="DIR", help="The folder to write index.html into.")],
    db: Database = DATABASE,
    council: Annotated[
        str | None, typer.Option("--council", metavar="NAME", help="Whose papers, where there are those of several.")
    ] = None,
    suppress_below: SuppressBelow = 0,
) -> None:
    """Write a page with scorecard, charts, findings and coverage.

    It is one HTML file that needs no network: it can be mailed, opened from disk, printed, and read on a phone.
    With --suppress-below, for whatever leaves the council, figures that are withheld are not on it, nor are words and
    findings that would tell them.
    """
    from boardmine.catalogue import catalogue
    from boardmine.checks.rules import rules
    from boardmine.errors import ExtraMissing
    from boardmine.reports.facts import gather_from

    try:
        from boardmine.reports.page import write_page
    except ModuleNotFoundError as error:
        raise ExtraMissing(f"a report needs {error.name}: pip install 'boardmine[report]'") from error
    facts = gather_from(db, council, suppress_below, catalogue(), rules())
    typer.echo(f"written to {write_page(facts, out)}")
