"""The step that reads papers into the database."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from boardmine.batch.fetched import take_over
from boardmine.batch.ingest import ingest as write
from boardmine.batch.ingest import make_plan, preview
from boardmine.runs.job import Job, Said
from boardmine.runs.sources import papers
from boardmine.store.load import Counts


def ingest(job: Job) -> Said:
    """Read what is new or has changed, and write what it says; in a dry run, say what would be written."""
    found = papers(_there(job))
    steps = make_plan(found.files, job.store, job.reading)
    with job.listener.reading(steps):
        act = preview if job.dry_run else write
        counts = act(steps, job.store, job.listener.done, job.reading)
    if found.fetched and not job.dry_run:
        take_over(found.fetched, job.store)
    lines = told(job.store, counts, found.passed_over, job.dry_run)
    lines += tuple(f"{folder}: {reason}" for folder, reason in found.closed.items())
    return Said(lines, failed=counts.refused + len(found.closed))


def _there(job: Job) -> list[str]:
    """The sources, without folders into which nothing has been fetched yet."""
    fetched = {entry.into for entry in job.configuration.fetches}
    return [s for s in job.configuration.papers if s not in fetched or Path(s).expanduser().exists()]


def told(store: Path, counts: Counts, passed_over: Counter[str], dry_run: bool) -> tuple[str, ...]:
    """What reading came to, in lines."""
    files = (
        f"{counts.new:,} new, {counts.changed:,} changed, {counts.unchanged:,} unchanged, {counts.refused:,} refused"
    )
    noun = "observation" if counts.observations == 1 else "observations"
    verb = "would be written" if dry_run else "written"
    lines = [files, f"{counts.observations:,} {noun} {verb} to {store}"]
    if passed_over:
        kinds = ", ".join(f"{kind} {count}" for kind, count in passed_over.most_common())
        lines.append(f"passed over, being no papers: {kinds}")
    return tuple(lines)
