"""`boardmine run`: what a run configuration says."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from collections.abc import Sequence

    from boardmine.batch.commit import Done
    from boardmine.batch.plan import Step
    from boardmine.cli.fetching import FetchWatching
    from boardmine.cli.progress import Watching


def run(
    configuration: Annotated[
        str | None,
        typer.Argument(
            metavar="CONFIGURATION",
            help="A YAML file, or the name of a run that comes with boardmine. Without it, these are listed.",
        ),
    ] = None,
    db: Annotated[
        Path | None, typer.Option("--db", metavar="FILE", help="Another database than the configuration names.")
    ] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only say what would change in the database.")] = False,
    jobs: Annotated[
        int | None,
        typer.Option("--jobs", min=1, metavar="N", help="Read N files at a time. [default: as configured]"),
    ] = None,
) -> None:
    """Carry out a run configuration: fetch, read, check, export, report.

    A run can be repeated at any time: what is held is not fetched again, and what is in the database is not read again.
    """
    from datetime import date

    from boardmine.cli.answers import show_rows
    from boardmine.cli.progress import show
    from boardmine.runs.configuration import find, load, supplied
    from boardmine.runs.job import Job
    from boardmine.runs.steps import carry_out

    if configuration is None:
        show_rows(("run", "what for"), [(name, load(path).about) for name, path in supplied().items()])
        return
    chosen = load(find(configuration))
    job = Job(chosen, chosen.read_as(jobs), db or chosen.store, dry_run, _Shown(dry_run), date.today())
    failed = 0
    for said in carry_out(job):
        show(said.lines)
        if said.rows:
            typer.echo()
            show_rows(said.columns, said.rows)
        failed += said.failed
    if failed:
        raise typer.Exit(1)


class _Shown:
    """Shows how the run goes on."""

    def __init__(self, dry_run: bool) -> None:
        self._dry_run = dry_run
        self._watch: Watching | None = None

    def reading(self, steps: Sequence[Step]) -> Watching:
        from boardmine.cli.progress import Watching

        self._watch = Watching(steps, self._dry_run)
        return self._watch

    def fetching(self) -> FetchWatching:
        from boardmine.cli.fetching import FetchWatching

        return FetchWatching(self._dry_run)

    def done(self, done: Done) -> None:
        if self._watch:
            self._watch(done)
