"""The steps in a row: from files to rows in a store."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import closing, nullcontext
from importlib.metadata import version
from pathlib import Path

from boardmine.batch.commit import Done, commit, compare, count
from boardmine.batch.plan import State, Step, plan
from boardmine.batch.rules import fingerprint
from boardmine.batch.work import TIME_LIMIT, read_rows, run
from boardmine.catalogue import catalogue
from boardmine.store.connect import reading, writing
from boardmine.store.load import Counts, finish_run, start_run
from boardmine.store.state import known_files

Watch = Callable[[Done], None]


def make_plan(files: Iterable[Path], store: Path) -> list[Step]:
    """What is to be done with each file for a store, which need not exist. Reads the store, writes nothing.

    Raises StoreError, and CatalogueError where the catalogue is wrong.
    """
    rules = fingerprint()
    if not store.exists():
        return plan(files, {}, rules)
    with reading(store) as connection:
        return plan(files, known_files(connection), rules)


def ingest(steps: list[Step], store: Path, jobs: int, watch: Watch, time_limit: float = TIME_LIMIT) -> Counts:
    """Read the files of a plan that must be read and write what they say; `watch` hears of each when it is written.

    Each file is one transaction: however the run ends, the store holds whole documents. Where nothing must be read, the
    store is left as it is. Raises StoreError.
    """
    counts, todo = _begin(steps)
    if not todo:
        return counts
    rules = fingerprint()
    with writing(store, catalogue()) as connection:
        number = start_run(connection, version("boardmine"), rules, jobs)
        with closing(run(read_rows, [step.path for step in todo], jobs, time_limit)) as outcomes:
            for done in commit(connection, todo, outcomes, rules, number):
                count(counts, done)
                watch(done)
        finish_run(connection, number, counts)
    return counts


def preview(steps: list[Step], store: Path, jobs: int, watch: Watch, time_limit: float = TIME_LIMIT) -> Counts:
    """The same as `ingest`, but only to see what it would change: nothing is written. Raises StoreError."""
    counts, todo = _begin(steps)
    by_path = {step.path: step for step in todo}
    opened = reading(store) if store.exists() else nullcontext()
    with opened as connection, closing(run(read_rows, by_path, jobs, time_limit)) as outcomes:
        for outcome in outcomes:
            done = compare(connection, by_path[outcome.path], outcome)
            count(counts, done)
            watch(done)
    return counts


def _begin(steps: list[Step]) -> tuple[Counts, list[Step]]:
    states = [step.state for step in steps]
    counts = Counts(
        unchanged=states.count(State.UNCHANGED), refused=states.count(State.REFUSED) + states.count(State.MISSING)
    )
    return counts, [step for step in steps if step.to_read]
