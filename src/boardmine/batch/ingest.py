"""The steps in a row: from files to rows in a store."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable
from contextlib import closing, nullcontext
from functools import partial
from importlib.metadata import version
from pathlib import Path

from boardmine.batch.cache import Cache
from boardmine.batch.commit import Done, Writer, compare, count
from boardmine.batch.early import warm_up
from boardmine.batch.plan import State, Step
from boardmine.batch.planning import make_plan
from boardmine.batch.reading import DEFAULT_READING, Reading
from boardmine.batch.reviews import follow_files, keep_reviews
from boardmine.batch.rules import fingerprint
from boardmine.batch.work import Outcome, read_rows, run_apart
from boardmine.catalogue import catalogue
from boardmine.checks.rules import rules as check_rules
from boardmine.store.connect import reading as open_for_reading
from boardmine.store.connect import writing
from boardmine.store.findings import refresh_findings
from boardmine.store.load import Counts, finish_run, forget_rejects, start_run, take_out
from boardmine.store.names import path_text
from boardmine.store.rows import DocumentRows

__all__ = ["Watch", "drop_rejects", "forget_gone", "ingest", "make_plan", "preview"]

Watch = Callable[[Done], None]

_TRIM_EVERY = 500
"""Files after which the cache is brought back to its bounds."""


def ingest(steps: list[Step], store: Path, watch: Watch, reading: Reading = DEFAULT_READING) -> Counts:
    """Read the files of a plan that must be read and write what they say; `watch` hears of each when it is written.

    However the run ends, the store holds whole documents. Where nothing must be read, the store is left as it is.
    Raises StoreError, and CatalogueError where the catalogue is wrong.
    """
    counts, todo = _begin(steps)
    if not todo:
        return counts
    warm_up()
    rules = fingerprint(reading)
    with writing(store, catalogue()) as connection:
        number = start_run(connection, version("boardmine"), rules, reading.jobs)
        with closing(_read([step.path for step in todo], reading)) as outcomes:
            for done in Writer(connection, rules, number).commit(todo, outcomes):
                count(counts, done)
                watch(done)
        counts.fallen = keep_reviews(connection, reading)
        finish_run(connection, number, counts)
    return counts


def forget_gone(steps: Iterable[Step], store: Path) -> int:
    """Take what the store has of files that are gone out of it; gives back how many there were. Raises StoreError."""
    lost = [path_text(step.path) for step in steps if step.state is State.GONE]
    if lost:
        with writing(store, catalogue()) as connection:
            take_out(connection, lost)
            follow_files(connection)
            refresh_findings(connection, catalogue(), check_rules())
    return len(lost)


def drop_rejects(steps: Iterable[Step], store: Path) -> None:
    """Take files that are gone off the list of rejects. Raises StoreError."""
    lost = [path_text(step.path) for step in steps if step.state is State.GONE]
    if lost:
        with writing(store, catalogue()) as connection:
            forget_rejects(connection, lost)


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
    cache = Cache(reading.cache) if reading.cache else None
    for i, outcome in enumerate(run_apart(partial(read_rows, reading=reading), paths, reading.jobs, reading.bounds)):
        if cache and i % _TRIM_EVERY == 0:
            cache.trim()
        yield outcome
    if cache:
        cache.trim()


def _begin(steps: list[Step]) -> tuple[Counts, list[Step]]:
    states = [step.state for step in steps]
    counts = Counts(
        unchanged=states.count(State.UNCHANGED), refused=states.count(State.REFUSED) + states.count(State.MISSING)
    )
    return counts, [step for step in steps if step.to_read]
