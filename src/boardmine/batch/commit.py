"""One writer: takes the outcomes as they come and writes them, several in a transaction."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import duckdb

from boardmine.batch.plan import State, Step
from boardmine.batch.work import Outcome
from boardmine.store.load import Counts, put_all, put_reject
from boardmine.store.rows import DocumentRows, Reject
from boardmine.store.state import statement_columns, statements_of

_BATCH = 32
"""Files that are written in one transaction at most."""

_HOLD = 1.0
"""Seconds since the last transaction after which the next outcome is written at once."""


@dataclass(frozen=True, slots=True)
class Done:
    """What became of a step. Where the file could be read: how many observations and pages it has now (no pages where
    its format has none), how many statements came and how many went against what the store had; else the reject."""

    step: Step
    observations: int = 0
    added: int = 0
    gone: int = 0
    reject: Reject | None = None
    pages: int = 0


@dataclass(frozen=True, slots=True)
class Writer:
    """What writes the outcomes of one run: the store, the fingerprint of the rules, the number of the run."""

    connection: duckdb.DuckDBPyConnection
    rules: str
    run: int

    def commit(self, steps: Iterable[Step], outcomes: Iterable[Outcome[DocumentRows]]) -> Iterator[Done]:
        """Write the outcomes of steps; gives back what became of each when it is written.

        Whatever ends this half way, what was given back is in the store whole, and of the rest there is nothing.
        """
        by_path = {step.path: step for step in steps}
        held: list[tuple[Step, DocumentRows]] = []
        written = time.monotonic()
        for outcome in outcomes:
            step = by_path[outcome.path]
            if isinstance(outcome.result, Reject):
                put_reject(self.connection, outcome.result, step.content_hash, self.rules, self.run)
                yield Done(step, reject=outcome.result)
                continue
            held.append((step, outcome.result))
            if len(held) >= _BATCH or time.monotonic() - written >= _HOLD:
                yield from self._write(held)
                held, written = [], time.monotonic()
        yield from self._write(held)

    def _write(self, held: list[tuple[Step, DocumentRows]]) -> Iterator[Done]:
        if held:
            changes = put_all(self.connection, [rows for _, rows in held], self.rules, self.run)
            for (step, rows), change in zip(held, changes, strict=True):
                yield Done(step, rows.observations.num_rows, change.added, change.gone, pages=_pages(rows))


def compare(connection: duckdb.DuckDBPyConnection | None, step: Step, outcome: Outcome[DocumentRows]) -> Done:
    """What an outcome would change; without a connection, in a store that does not exist yet."""
    rows = outcome.result
    if isinstance(rows, Reject):
        return Done(step, reject=rows)
    count = rows.observations.num_rows
    if connection is None or step.before is None:
        return Done(step, count, added=count, pages=_pages(rows))
    columns = statement_columns()
    now = Counter(tuple(row[c] for c in columns) for row in rows.observations.select(columns).to_pylist())
    before = statements_of(connection, rows.key)
    return Done(step, count, (now - before).total(), (before - now).total(), pages=_pages(rows))


def count(counts: Counts, done: Done) -> None:
    """Add what became of a step to the counts of a run."""
    if done.reject is not None:
        counts.refused += 1
        return
    counts.observations += done.observations
    if done.step.state is State.NEW:
        counts.new += 1
    else:
        counts.changed += 1


def _pages(rows: DocumentRows) -> int:
    return rows.document["pages"] or 0
