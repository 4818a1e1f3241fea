"""Reads papers on a cluster of dask.distributed: the same worker function, on many machines.

Papers go out in batches. A batch is read by a thread of a dask worker, which has a worker process of its own for it,
with the same bounds of time and memory as on one machine, and is left as Parquet in a shared place; what comes back is
how many observations each paper has, or why it was refused. A batch whose dask worker dies goes to another one. No
database is touched. The machines must see papers under the same paths, and have the same boardmine.
"""

from __future__ import annotations

import multiprocessing
import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from boardmine.batch.commit import Done, count
from boardmine.batch.plan import Step
from boardmine.batch.reading import Reading
from boardmine.batch.rules import fingerprint
from boardmine.batch.shared import SharedPlace, batch_name
from boardmine.batch.work import read_rows, run_apart
from boardmine.errors import ClusterError, ExtraMissing
from boardmine.store.load import Counts
from boardmine.store.rows import DocumentRows, Reject

if TYPE_CHECKING:
    from collections.abc import Callable

_SCHEME = re.compile(r"dask://(?P<where>[^/\s]+:\d+)/?")

_PAPERS, _BYTES = 16, 20_000_000
"""How many papers a batch has at most, and how many bytes unless it is one paper."""

_AHEAD = 2
"""Batches that are given out for each thread of the cluster: nobody waits, and a scheduler does not hold a million."""

_WAIT = 30
"""Seconds until there must be a scheduler, and a worker."""


@dataclass(frozen=True, slots=True)
class Said:
    """What comes back of a paper: how many observations and pages it has, or why it was refused."""

    observations: int
    pages: int
    reject: Reject | None = None


Batch = tuple[str, list[Step]]


def is_cluster(executor: str) -> bool:
    """Whether this is the address of a cluster, `dask://HOST:PORT`."""
    return _SCHEME.fullmatch(executor) is not None


def ingest_on(
    executor: str, place: SharedPlace, steps: Sequence[Step], watch: Callable[[Done], object], reading: Reading
) -> Counts:
    """Read the files of a plan that must be read on a cluster and leave what they say in a place; `watch` hears of each
    when it is written there.

    Raises ExtraMissing without dask.distributed; ClusterError where the cluster cannot be reached, has no workers, or
    other rules than this machine; SharedPlaceError where its workers cannot write to the place.
    """
    counts = Counts()
    todo = [step for step in steps if step.to_read]
    for (_, batch), said in _on_cluster(executor, place, _batches(todo), reading):
        for step, one in zip(batch, said, strict=True):
            done = Done(step, one.observations, one.observations, reject=one.reject, pages=one.pages)
            count(counts, done)
            watch(done)
    return counts


def read_batch(
    batch: str, files: list[tuple[Path, str | None]], address: str, reading: Reading, rules: str
) -> list[Said]:
    """What a dask worker does: read files, given with the hash of their content, and leave what they say in a place."""
    if fingerprint(reading) != rules:
        raise ClusterError("a worker of the cluster has another boardmine than this machine")
    # A worker of dask may have no processes of its own unless it says so. Ours end with the one that started them.
    with suppress(AssertionError):
        multiprocessing.current_process().daemon = False
    paths = [path for path, _ in files]
    found = {o.path: o.result for o in run_apart(partial(read_rows, reading=reading), paths, 1, reading.bounds)}
    SharedPlace(address).write(batch, rules, [(found[path], content_hash) for path, content_hash in files])
    return [_said(found[path]) for path in paths]


def _on_cluster(
    executor: str, place: SharedPlace, batches: Iterator[Batch], reading: Reading
) -> Iterator[tuple[Batch, list[Said]]]:
    try:
        from distributed import Client, as_completed
        from distributed.scheduler import KilledWorker
    except ImportError as error:
        raise ExtraMissing("a cluster needs dask: pip install 'boardmine[dask]'") from error
    rules = fingerprint(reading)
    with _connected(Client, executor) as client:

        def give(batch: Batch) -> Any:
            name, steps = batch
            files = [(step.path.absolute(), step.content_hash) for step in steps]
            return client.submit(read_batch, name, files, place.address, reading, rules, key=name, pure=False)

        threads = sum(client.nthreads().values())
        given = {future: batch for batch in islice(batches, _AHEAD * threads) for future in [give(batch)]}
        waiting: Any = as_completed(list(given), loop=client.loop)  # type: ignore[no-untyped-call]
        for future in waiting:
            batch = given.pop(future)
            try:
                said = future.result()
            except KilledWorker as error:
                said = _lost(batch, rules, place, str(error))
            for following in islice(batches, 1):
                new = give(following)
                given[new] = following
                waiting.add(new)
            yield batch, said


def _connected(client: Any, executor: str) -> Any:
    found = _SCHEME.fullmatch(executor)
    if found is None:
        raise ClusterError(f"{executor}: a cluster is given as dask://HOST:PORT")
    try:
        connected = client(f"tcp://{found['where']}", timeout=_WAIT, set_as_default=False)
    except (OSError, TimeoutError) as error:
        raise ClusterError(f"{executor}: there is no scheduler of dask that can be reached") from error
    try:
        connected.wait_for_workers(1, timeout=_WAIT)
    except TimeoutError as error:
        connected.close()
        raise ClusterError(f"{executor}: the cluster has no workers") from error
    return connected


def _lost(batch: Batch, rules: str, place: SharedPlace, why: str) -> list[Said]:
    """Several dask workers died one after the other while they had the batch."""
    name, steps = batch
    rejects = [
        Reject(step.path.absolute(), "WorkerDied", "the workers of the cluster that had it died", why) for step in steps
    ]
    place.write(name, rules, [(reject, step.content_hash) for reject, step in zip(rejects, steps, strict=True)])
    return [_said(reject) for reject in rejects]


def _batches(steps: Sequence[Step]) -> Iterator[Batch]:
    """Steps in batches, those with large files first, so that the last to end are small."""
    began = datetime.now(UTC)
    held: list[Step] = []
    size = number = 0
    for bytes_, step in sorted(((_size(step.path), step) for step in steps), key=lambda pair: -pair[0]):
        if held and (len(held) >= _PAPERS or size + bytes_ > _BYTES):
            yield batch_name(began, number), held
            held, size, number = [], 0, number + 1
        held.append(step)
        size += bytes_
    if held:
        yield batch_name(began, number), held


def _said(result: DocumentRows | Reject) -> Said:
    if isinstance(result, Reject):
        return Said(0, 0, result)
    return Said(result.observations.num_rows, result.document["pages"] or 0)


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0
