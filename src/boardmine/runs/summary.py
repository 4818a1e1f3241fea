"""The step that says what the database holds."""

from __future__ import annotations

from boardmine.runs.job import Job, Said
from boardmine.store.query import asked

_BY_FAMILY = """
SELECT
    family,
    count(DISTINCT path) AS papers,
    count(*) AS statements,
    count(*) FILTER (WHERE certainty = 'low') AS uncertain,
    min(published) AS first,
    max(published) AS last
FROM statements
GROUP BY family
ORDER BY statements DESC, family
"""


def summary(job: Job) -> Said | None:
    """How many papers and statements of each family there are, of which time. Says nothing in a dry run, or where no
    database has come about."""
    if job.dry_run or not job.store.exists():
        return None
    with asked(job.store, _BY_FAMILY) as answer:
        return Said(columns=answer.columns, rows=tuple(answer.rows))
