"""The steps of a run, in their order.

A step is a function that takes a `Job` and says what it did as `Said`, or None where there was nothing for it to do. To
add one: a module of its own, its keys in `Configuration`, a line in STEPS.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from boardmine.runs.check import check
from boardmine.runs.exports import exports
from boardmine.runs.fetch import fetch
from boardmine.runs.ingest import ingest
from boardmine.runs.job import Job, Said
from boardmine.runs.report import report
from boardmine.runs.summary import summary

Step = Callable[[Job], Said | None]

STEPS: tuple[Step, ...] = (fetch, ingest, check, exports, report, summary)
"""A later step finds in the database what the earlier ones wrote."""


def carry_out(job: Job) -> Iterator[Said]:
    """Carry out the steps one by one, and give back what each says.

    Raises what they raise (StoreError, CatalogueError); then the steps behind are not carried out.
    """
    for step in STEPS:
        said = step(job)
        if said is not None:
            yield said
