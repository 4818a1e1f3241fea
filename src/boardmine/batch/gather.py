"""From a shared place into a store: the database of what the workers of a cluster have read, made or refreshed."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path

from boardmine.batch.commit import Writer, count
from boardmine.batch.ingest import Watch
from boardmine.batch.plan import State, Step, path_of
from boardmine.batch.reading import DEFAULT_READING
from boardmine.batch.reviews import keep_reviews
from boardmine.batch.shared import Last, SharedPlace
from boardmine.batch.work import Outcome
from boardmine.catalogue import catalogue
from boardmine.store.connect import reading as open_for_reading
from boardmine.store.connect import writing
from boardmine.store.load import Counts, finish_run, start_run
from boardmine.store.rows import DocumentRows, Reject
from boardmine.store.state import Known, known_files

Gathering = list[tuple[Step, Last]]


def plan_gathering(place: SharedPlace, store: Path) -> Gathering:
    """What of each paper of a place is to be done for a store, which need not exist. Reads the store, writes nothing.

    Raises SharedPlaceError, StoreError.
    """
    known: dict[str, Known] = {}
    if store.exists():
        with open_for_reading(store) as connection:
            known = known_files(connection)
    newest = place.newest()
    return [(_step(last, known.get(path)), last) for path, last in sorted(newest.items())]


def gather(place: SharedPlace, planned: Gathering, store: Path, watch: Watch) -> Counts:
    """Write what a plan says is not in the store yet; `watch` hears of each paper when it is written.

    However this ends, the store holds whole documents, and the next time goes on. Raises SharedPlaceError, StoreError.
    """
    todo = [(step, last) for step, last in planned if step.to_read]
    states = [step.state for step, _ in planned]
    counts = Counts(unchanged=states.count(State.UNCHANGED), refused=states.count(State.REFUSED))
    if not todo:
        return counts
    by_batch: dict[str, Gathering] = {}
    for step, last in todo:
        by_batch.setdefault(last.batch, []).append((step, last))
        if last.good and step.before is None:
            # Refused now; what it said before it was spoiled stays known.
            by_batch.setdefault(last.good.batch, []).append((step, last.good))
    newest = {(step.path, last.batch) for step, last in todo}
    with writing(store, catalogue()) as connection:
        rules = max((last for _, last in todo), key=lambda last: last.batch).rules
        number = start_run(connection, version("boardmine"), rules, 1)
        for batch in sorted(by_batch):
            wanted = by_batch[batch]
            writer = Writer(connection, wanted[0][1].rules, number)
            for done in writer.commit([step for step, _ in wanted], _outcomes(place, batch, wanted)):
                if (done.step.path, batch) in newest:
                    count(counts, done)
                    watch(done)
        counts.fallen = keep_reviews(connection, DEFAULT_READING)
        finish_run(connection, number, counts)
    return counts


def _outcomes(place: SharedPlace, batch: str, wanted: Gathering) -> Iterator[Outcome[DocumentRows]]:
    read = {last.path: step.path for step, last in wanted if not last.kind}
    for rows in place.rows(batch, list(read)) if read else ():
        yield Outcome(read[rows.document["path"]], rows)
    for step, last in wanted:
        if last.kind:
            yield Outcome(step.path, Reject(step.path, last.kind, last.reason, last.details))


def _step(last: Last, known: Known | None) -> Step:
    path = path_of(last.path)
    before = known.observations if known else None
    if known and (known.content_hash, known.rules, bool(known.refused)) == (
        last.content_hash,
        last.rules,
        bool(last.kind),
    ):
        state = State.REFUSED if last.kind else State.UNCHANGED
    elif before is None:
        state = State.NEW
    else:
        state = State.STALE if known and known.content_hash == last.content_hash else State.CHANGED
    return Step(path, state, last.content_hash, before, last.reason)
