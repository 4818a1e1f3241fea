"""The step that says what does not fit together."""

from __future__ import annotations

from boardmine.catalogue import catalogue
from boardmine.checks.rules import rules
from boardmine.runs.job import Job, Said
from boardmine.store.lookup import SEVERITIES, recheck


def check(job: Job) -> Said | None:
    """Check anew what the papers of the database claim, and list errors and warnings. Says nothing where the
    configuration does not ask for it, in a dry run, or where no database has come about."""
    if not job.configuration.check or job.dry_run or not job.store.exists():
        return None
    found = recheck(job.store, catalogue(), rules())
    counts = [(sum(f.severity == severity for f in found), severity) for severity in SEVERITIES]
    said = ", ".join(f"{count:,} {severity}{'' if count == 1 else 's'}" for count, severity in counts)
    lines = [f"{len(found):,} finding{'' if len(found) == 1 else 's'}: {said}"]
    lines += [f"{finding.severity}: {finding.message}" for finding in found if finding.severity != SEVERITIES[-1]]
    return Said(tuple(lines))
