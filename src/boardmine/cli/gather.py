"""`boardmine gather`: what a cluster has read, into a database."""

from __future__ import annotations

from typing import Annotated

import typer

from boardmine.cli.ingest import ProgressFormat
from boardmine.cli.options import DATABASE, Database


def gather(
    place: Annotated[
        str, typer.Argument(metavar="PLACE", help="What ingest --executor was given as --to: a folder, s3://...")
    ],
    db: Database = DATABASE,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Only name files that cannot be read.")] = False,
    form: Annotated[ProgressFormat, typer.Option("--format", help="How to say what is done.")] = ProgressFormat.TEXT,
) -> None:
    """Make or refresh the database from what a cluster has read.

    Only what the database has not, or has otherwise, is written, so it can be repeated at any time, also while the
    cluster goes on. What a cluster leaves is described in docs/scale.md.
    """
    from boardmine.batch.gather import gather, plan_gathering
    from boardmine.batch.shared import SharedPlace
    from boardmine.cli.ingesting import Shown, follow

    there = SharedPlace(place)
    planned = plan_gathering(there, db)
    totals = follow(
        [step for step, _ in planned],
        str(db),
        lambda hear: gather(there, planned, db, hear),
        Shown(quiet, form is ProgressFormat.JSONL),
    )
    if totals.refused:
        raise typer.Exit(1)
