"""One writer: takes the outcomes as they come and writes them, several in a transaction."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import duckdb

from boardmine.batch.plan import State, Step
from boardmine.batch.work import Outcome
from boardmine.store.load import Counts, put_all, put_rejects
from boardmine.store.rows import DocumentRows, Reject
from boardmine.store.state import statement_columns, statements_of

_BATCH = 32
"""Files that are written in one transaction at most."""

_SHARE = 0.05
"""How much of the time may go into transactions, where outcomes come slowly: each waits for others until this holds."""


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


_Held = tuple[Step, DocumentRows | Reject]


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
        held: list[_Held] = []
        # The first at once: whoever waits sees that it goes on.
        due = time.monotonic()
        for outcome in outcomes:
            held.append((by_path[outcome.path], outcome.result))
            if len(held) >= _BATCH or time.monotonic() >= due:
                began = time.monotonic()
                yield from self._write(held)
                held, now = [], time.monotonic()
                due = now + (now - began) / _SHARE
        if held:
            yield from self._write(held)

    def _write(self, held: list[_Held]) -> Iterator[Done]:
        refused = [(step, said) for step, said in held if isinstance(said, Reject)]
        read = [(step, said) for step, said in held if not isinstance(said, Reject)]
        if refused:
            rejects = [(reject, step.content_hash) for step, reject in refused]
            put_rejects(self.connection, rejects, self.rules, self.run)
        for step, reject in refused:
            yield Done(step, reject=reject)
        changes = put_all(self.connection, [rows for _, rows in read], self.rules, self.run) if read else []
        for (step, rows), change in zip(read, changes, strict=True):
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
