"""The step that writes exports."""

from __future__ import annotations

import tempfile
from pathlib import Path

from boardmine.catalogue import catalogue
from boardmine.checks.rules import rules
from boardmine.errors import StoreError
from boardmine.reports.forms import Form, Licence, write
from boardmine.reports.rows import Source, source_of
from boardmine.runs.configuration import ExportEntry
from boardmine.runs.job import Job, Said
from boardmine.store.connect import reading


def exports(job: Job) -> Said | None:
    """Write the exports that the configuration asks for. Says nothing where there are none, in a dry run, or without
    a database. Raises StoreError where one cannot be written."""
    if not job.configuration.exports or job.dry_run or not job.store.exists():
        return None
    lines = []
    with reading(job.store) as connection:
        for entry in job.configuration.exports:
            source = source_of(connection, tuple(entry.families), entry.suppress_below, catalogue(), rules())
            out = entry.path(job.today)
            _replace(source, entry, out)
            lines.append(f"{entry.format} written to {out}")
    return Said(tuple(lines))


def _replace(source: Source, entry: ExportEntry, out: Path) -> None:
    """Write an export, and then put its files in the place of those of an earlier run. Other files stay."""
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=out.parent, prefix=".boardmine-") as folder:
            new = Path(folder, out.name)
            written = write(source, Form(entry.format), new, Licence(entry.licence))
            for file in written:
                # An Excel file is the export itself, else it is a file in its folder.
                place = out if file == new else out / file.relative_to(new)
                place.parent.mkdir(parents=True, exist_ok=True)
                file.replace(place)
    except OSError as error:
        raise StoreError(f"{out}: cannot be written: {error.strerror}") from error
