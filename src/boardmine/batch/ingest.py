"""The steps in a row: from files to rows in a store."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable
from contextlib import closing, nullcontext
from functools import partial
from importlib.metadata import version
from pathlib import Path

from boardmine.batch.commit import Done, commit, compare, count
from boardmine.batch.plan import State, Step, plan
from boardmine.batch.reading import DEFAULT_READING, Reading
from boardmine.batch.rules import fingerprint
from boardmine.batch.work import Outcome, read_rows, run
from boardmine.catalogue import catalogue
from boardmine.store.connect import reading as open_for_reading
from boardmine.store.connect import writing
from boardmine.store.load import Counts, finish_run, start_run
from boardmine.store.rows import DocumentRows
from boardmine.store.state import known_files

Watch = Callable[[Done], None]


def make_plan(files: Iterable[Path], store: Path, reading: Reading = DEFAULT_READING) -> list[Step]:
    """What is to be done with each file for a store, which need not exist. Reads the store, writes nothing.

    Raises StoreError, and CatalogueError where the catalogue is wrong.
    """
    rules = fingerprint(reading)
    if not store.exists():
        return plan(files, {}, rules)
    with open_for_reading(store) as connection:
        return plan(files, known_files(connection), rules)


def ingest(steps: list[Step], store: Path, watch: Watch, reading: Reading = DEFAULT_READING) -> Counts:
    """Read the files of a plan that must be read and write what they say; `watch` hears of each when it is written.

    Each file is one transaction: however the run ends, the store holds whole documents. Where nothing must be read, the
    store is left as it is. Raises StoreError.
    """
    counts, todo = _begin(steps)
    if not todo:
        return counts
    rules = fingerprint(reading)
    with writing(store, catalogue()) as connection:
        number = start_run(connection, version("boardmine"), rules, reading.jobs)
        with closing(_read([step.path for step in todo], reading)) as outcomes:
            for done in commit(connection, todo, outcomes, rules, number):
                count(counts, done)
                watch(done)
        finish_run(connection, number, counts)
    return counts


def preview(steps: list[Step], store: Path, watch: Watch, reading: Reading = DEFAULT_READING) -> Counts:
    """The same as `ingest`, but only to see what it would change: nothing is written. Raises StoreError."""
    counts, todo = _begin(steps)
    by_path = {step.path: step for step in todo}
    opened = open_for_reading(store) if store.exists() else nullcontext()
    with opened as connection, closing(_read(by_path, reading)) as outcomes:
        for outcome in outcomes:
            done = compare(connection, by_path[outcome.path], outcome)
            count(counts, done)
            watch(done)
    return counts


def _read(paths: Iterable[Path], reading: Reading) -> Generator[Outcome[DocumentRows], None, None]:
    return run(partial(read_rows, reading=reading), paths, reading.jobs, reading.time_limit)


def _begin(steps: list[Step]) -> tuple[Counts, list[Step]]:
    states = [step.state for step in steps]
    counts = Counts(
        unchanged=states.count(State.UNCHANGED), refused=states.count(State.REFUSED) + states.count(State.MISSING)
    )
    return counts, [step for step in steps if step.to_read]
