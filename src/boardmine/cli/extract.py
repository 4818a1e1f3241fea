"""`boardmine extract`: what papers say, without a database."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from boardmine.cli.options import Paths, RecordFormat

if TYPE_CHECKING:
    from boardmine.analysis import Analysis
    from boardmine.records import Observation


def extract(
    paths: Paths,
    form: Annotated[RecordFormat, typer.Option("--format", help="How to print.")] = RecordFormat.TABLE,
    ledger: Annotated[
        bool,
        typer.Option(
            "--ledger",
            help="List the numbers that are left unexplained; with another format than table, print every number of "
            "the papers with what became of it, in place of the records.",
        ),
    ] = False,
    family: Annotated[
        list[str] | None, typer.Option("--family", metavar="NAME", help="Only this family of metrics. May be repeated.")
    ] = None,
) -> None:
    """Show the numbers that papers state; writes no database.

    At the end stands the ledger of numerals: how many numbers there are, and what became of each.
    """
    from boardmine.analysis import analyse
    from boardmine.batch.discover import discover
    from boardmine.batch.work import run
    from boardmine.cli.metrics import known_family
    from boardmine.cli.records import writer_for
    from boardmine.cli.screen import complain
    from boardmine.store.rows import Reject

    families = {known_family(name) for name in family or []}
    write = writer_for(form, ledger)
    failed = 0
    with write:
        for outcome in run(analyse, discover(paths).files):
            if isinstance(outcome.result, Reject):
                complain(outcome.path, outcome.result.reason)
                failed += 1
            else:
                write(outcome.result, _wanted(outcome.result, families))
    if failed:
        raise typer.Exit(1)


def _wanted(analysis: Analysis, families: set[str]) -> list[Observation]:
    from boardmine.catalogue import catalogue

    metrics = catalogue().metrics
    return [o for o in analysis.observations if not families or metrics[o.metric].family in families]
