"""`boardmine ingest`: papers into a database."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from boardmine.cli.options import DATABASE, Database
from boardmine.cli.workers import Jobs, MemoryLimit, TimeLimit, reading_of

if TYPE_CHECKING:
    from boardmine.batch.discover import Found


class ProgressFormat(StrEnum):
    """How an ingest says what it does."""

    TEXT = "text"
    JSONL = "jsonl"


def ingest(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(metavar="[PATH]...", help="Files, folders with all that is in them, or patterns."),
    ] = None,
    db: Database = DATABASE,
    from_list: Annotated[
        Path | None,
        typer.Option("--from-list", metavar="FILE", help="Also the paths in FILE, one a line; - reads standard input."),
    ] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only say what would change in the database.")] = False,
    stale: Annotated[
        bool, typer.Option("--stale", help="Only read again what older rules had read; all of it, without PATH.")
    ] = False,
    forget: Annotated[
        bool, typer.Option("--forget-gone", help="Take papers that are gone from the folders out of the database.")
    ] = False,
    jobs: Jobs = None,
    time_limit: TimeLimit = 300,
    memory_limit: MemoryLimit = 2_000,
    cache: Annotated[
        Path | None,
        typer.Option(
            "--cache", metavar="FOLDER", envvar="BOARDMINE_CACHE", help="Keep parsed papers here, for new rules."
        ),
    ] = None,
    executor: Annotated[
        str, typer.Option("--executor", metavar="ADDRESS", help="Read on a cluster: dask://HOST:PORT.")
    ] = "",
    to: Annotated[
        str, typer.Option("--to", metavar="PLACE", help="Where the cluster leaves Parquet: a folder or s3://...")
    ] = "",
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Only name files that cannot be read.")] = False,
    form: Annotated[ProgressFormat, typer.Option("--format", help="How to say what is done.")] = ProgressFormat.TEXT,
) -> None:
    """Read papers and write what they say into the database.

    A paper that is in the database already, and has not changed, is not read again. One that has changed replaces its
    own records and no others. One that cannot be read is named and the rest goes on (boardmine rejects lists them);
    what is known of an earlier version of it stays. So does what is known of a paper that is gone.

    With --executor a cluster reads them and leaves what they say in the place that --to names; the database is made or
    refreshed from there by boardmine gather.
    """
    if not paths and from_list is None and not stale:
        raise typer.BadParameter("give papers, --from-list, or --stale", param_hint="PATH")
    if not executor and not stale and not db.exists():
        from boardmine.batch.early import warm_up

        # All papers will be read: what reads them is loaded while they are looked for.
        warm_up()
    from boardmine.batch.planning import make_plan, plan_stale
    from boardmine.cli.ingesting import Shown, carry_out
    from boardmine.cli.screen import complain

    reading = reading_of(jobs, time_limit, memory_limit, cache)
    shown = Shown(quiet, form is ProgressFormat.JSONL, dry_run)
    found = _found(paths or [], from_list)
    for folder, reason in found.closed.items():
        complain(folder, reason)
    if executor or to:
        from boardmine.cli.clusters import read_there

        if stale or forget or dry_run or cache:
            raise typer.BadParameter("is not for --stale, --forget-gone, --dry-run or --cache", param_hint="--executor")
        totals = read_there(executor, to, found, reading, shown)
        raise typer.Exit(1 if totals.refused or found.closed else 0)
    if stale:
        steps = plan_stale(db, reading, found.files if paths or from_list else None)
    else:
        steps = make_plan(found.files, db, reading, found.folders)
    totals = carry_out(steps, db, reading, shown, found.passed_over)
    if found.fetched and not dry_run:
        from boardmine.batch.fetched import take_over

        take_over(found.fetched, db)
    if forget and not dry_run:
        from boardmine.batch.ingest import forget_gone

        forget_gone(steps, db)
    if totals.refused or found.closed:
        raise typer.Exit(1)


def _found(paths: list[Path], from_list: Path | None) -> Found:
    from boardmine.batch.discover import listed
    from boardmine.runs.sources import papers

    named = [str(path) for path in paths]
    if from_list is not None:
        try:
            content = sys.stdin.buffer.read() if str(from_list) == "-" else from_list.read_bytes()
        except OSError as error:
            raise typer.BadParameter(f"{from_list}: {error.strerror}", param_hint="--from-list") from error
        named += [str(path) for path in listed(content)]
    return papers(named)
