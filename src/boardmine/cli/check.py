"""`boardmine check`: what does not fit together."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from boardmine.cli.options import DATABASE, AnswerFormat, Database


class Threshold(StrEnum):
    """From which severity on."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


def check(
    db: Database = DATABASE,
    severity: Annotated[Threshold, typer.Option("--severity", help="Show findings from this on.")] = Threshold.NOTE,
    metric: Annotated[str, typer.Option("--metric", help="Only of this metric, or of all that begin so.")] = "",
    quotes: Annotated[bool, typer.Option("--quotes", help="Show the words of each statement concerned.")] = False,
    fail_on: Annotated[
        Threshold, typer.Option("--fail-on", help="From which severity on the exit status is 1.")
    ] = Threshold.ERROR,
    form: Annotated[AnswerFormat, typer.Option("--format", help="How to print.")] = AnswerFormat.TABLE,
) -> None:
    """Recompute what papers claim, compare what they say, and list what differs.

    Changes are held against their levels, parts against their whole, percentages against count and cohort, rates
    against populations, and every figure against all other statements of it. The findings are kept in the table
    findings of the database. Exit status: 0, or 1 where there are errors.
    """
    from boardmine.catalogue import catalogue
    from boardmine.checks.rules import rules
    from boardmine.cli.findings import as_csv, as_json, as_table
    from boardmine.store.lookup import SEVERITIES, recheck

    def worse_than(least: Threshold) -> tuple[str, ...]:
        return SEVERITIES[: SEVERITIES.index(least.value) + 1]

    found = [f for f in recheck(db, catalogue(), rules()) if f.metric.startswith(metric)]
    shown = [f for f in found if f.severity in worse_than(severity)]
    if form is AnswerFormat.TABLE:
        as_table(shown, quotes)
    else:
        (as_csv if form is AnswerFormat.CSV else as_json)(shown)
    if any(f.severity in worse_than(fail_on) for f in found):
        raise typer.Exit(1)
