"""`boardmine ingest`: papers into a database."""

from __future__ import annotations

import os
from typing import Annotated

import typer

from boardmine.cli.options import DATABASE, Database, Paths


def ingest(
    paths: Paths,
    db: Database = DATABASE,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only say what would change in the database.")] = False,
    jobs: Annotated[
        int | None,
        typer.Option("--jobs", min=1, metavar="N", help="Read N files at a time. [default: one a processor]"),
    ] = None,
    time_limit: Annotated[
        float,
        typer.Option(
            "--time-limit", min=1, metavar="SECONDS", help="Give up a file that takes longer (with 2 jobs or more)."
        ),
    ] = 300,
) -> None:
    """Read papers and write what they say into the database.

    A paper that is in the database already, and has not changed, is not read again. One that has changed replaces its
    own records and no others. One that cannot be read is named and the rest goes on; what is known of an earlier
    version of it stays.
    """
    from boardmine.batch.discover import discover
    from boardmine.batch.ingest import ingest as write
    from boardmine.batch.ingest import make_plan, preview
    from boardmine.batch.reading import Reading
    from boardmine.cli.progress import Watching, show
    from boardmine.runs.ingest import told

    found = discover(paths)
    steps = make_plan(found.files, db)
    with Watching(steps, dry_run) as watch:
        act = preview if dry_run else write
        counts = act(steps, db, watch, Reading(jobs or os.cpu_count() or 1, time_limit))
    show(told(db, counts, found.passed_over, dry_run))
    if counts.refused:
        raise typer.Exit(1)
