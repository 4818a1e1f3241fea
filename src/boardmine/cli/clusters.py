"""`ingest --executor`: papers read on a cluster, into a shared place."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer

from boardmine.batch.cluster import ingest_on, is_cluster
from boardmine.batch.plan import plan
from boardmine.batch.rules import fingerprint
from boardmine.batch.shared import SharedPlace, known_of
from boardmine.cli.ingesting import Shown, follow

if TYPE_CHECKING:
    from boardmine.batch.discover import Found
    from boardmine.batch.reading import Reading
    from boardmine.cli.ingesting import Hear
    from boardmine.cli.totals import Totals
    from boardmine.store.load import Counts


def read_there(executor: str, to: str, found: Found, reading: Reading, shown: Shown) -> Totals:
    """Read what the place has not, or has otherwise, on the cluster. Raises ClusterError, SharedPlaceError."""
    if not is_cluster(executor):
        raise typer.BadParameter("must be dask://HOST:PORT", param_hint="--executor")
    if not to:
        raise typer.BadParameter("is needed: where the cluster leaves what it reads", param_hint="--to")
    place = SharedPlace(to)
    steps = plan(found.files, known_of(place.newest()), fingerprint(reading))

    def work(hear: Hear) -> Counts | None:
        return ingest_on(executor, place, steps, hear, reading) if any(step.to_read for step in steps) else None

    return follow(steps, to, work, shown, found.passed_over)
