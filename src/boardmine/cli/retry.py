"""`boardmine retry`: tries again what could not be read."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from boardmine.cli.options import DATABASE, Database
from boardmine.cli.workers import Jobs, MemoryLimit, TimeLimit, reading_of


def retry(
    paths: Annotated[
        list[Path] | None, typer.Argument(metavar="[PATH]...", help="Only these; all that could not be read if none.")
    ] = None,
    db: Database = DATABASE,
    jobs: Jobs = None,
    time_limit: TimeLimit = 300,
    memory_limit: MemoryLimit = 2_000,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Only name files that cannot be read.")] = False,
) -> None:
    """Try again to read the papers that could not be read.

    With higher limits than before, where a limit was the reason. A file that is no longer there is taken off the list
    of rejects; what an earlier version of it said stays.
    """
    from boardmine.batch.discover import discover
    from boardmine.batch.ingest import drop_rejects
    from boardmine.batch.planning import plan_retry
    from boardmine.cli.ingesting import Shown, carry_out

    reading = reading_of(jobs, time_limit, memory_limit)
    steps = plan_retry(db, discover(paths).files if paths else None)
    totals = carry_out(steps, db, reading, Shown(quiet))
    drop_rejects(steps, db)
    if totals.refused:
        raise typer.Exit(1)
