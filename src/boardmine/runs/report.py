"""The step that writes the page for people."""

from __future__ import annotations

from pathlib import Path

from boardmine.catalogue import catalogue
from boardmine.checks.rules import rules
from boardmine.errors import ExtraMissing, StoreError
from boardmine.runs.job import Job, Said


def report(job: Job) -> Said | None:
    """Write the report of the council with the most numbers. Says nothing where the configuration does not ask for it,
    in a dry run, or where no database has come about.

    Raises ExtraMissing where what draws the charts is not installed.
    """
    if not job.configuration.report or job.dry_run or not job.store.exists():
        return None
    try:
        from boardmine.reports.page import write_page
    except ModuleNotFoundError as error:
        raise ExtraMissing(f"a report needs {error.name}: pip install 'boardmine[report]'") from error
    from boardmine.reports.facts import gather_from

    try:
        facts = gather_from(job.store, None, job.configuration.report_suppress_below, catalogue(), rules())
    except StoreError as error:
        return Said((f"no report: {error}",))
    return Said((f"report written to {write_page(facts, Path(job.configuration.report).expanduser())}",))
