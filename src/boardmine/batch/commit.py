"""One writer: takes the outcomes as they come and writes each in a transaction of its own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import duckdb

from boardmine.batch.plan import State, Step
from boardmine.batch.work import Outcome
from boardmine.store.load import Counts, put, put_reject
from boardmine.store.rows import DocumentRows, Reject
from boardmine.store.state import statement_columns, statements_of


@dataclass(frozen=True, slots=True)
class Done:
    """What became of a step. Where the file could be read: how many observations it has now, how many statements came
    and how many went against what the store had; else the reject."""

    step: Step
    observations: int = 0
    added: int = 0
    gone: int = 0
    reject: Reject | None = None


def commit(
    connection: duckdb.DuckDBPyConnection,
    steps: Iterable[Step],
    outcomes: Iterable[Outcome[DocumentRows]],
    rules: str,
    run: int,
) -> Iterator[Done]:
    """Write each outcome, and give back what it changed."""
    by_path = {step.path: step for step in steps}
    for outcome in outcomes:
        step = by_path[outcome.path]
        done = compare(connection, step, outcome)
        if isinstance(outcome.result, Reject):
            put_reject(connection, outcome.result, step.content_hash, rules, run)
        else:
            put(connection, outcome.result, rules, run)
        yield done


def compare(connection: duckdb.DuckDBPyConnection | None, step: Step, outcome: Outcome[DocumentRows]) -> Done:
    """What an outcome would change; without a connection, in a store that does not exist yet."""
    rows = outcome.result
    if isinstance(rows, Reject):
        return Done(step, reject=rows)
    count = rows.observations.num_rows
    if connection is None or step.before is None:
        return Done(step, count, added=count)
    columns = statement_columns()
    now = Counter(tuple(row[c] for c in columns) for row in rows.observations.select(columns).to_pylist())
    before = statements_of(connection, rows.key)
    return Done(step, count, (now - before).total(), (before - now).total())


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
