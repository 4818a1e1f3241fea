"""Reads many files, each costing no more than itself.

With one job the files are read in this process, one after the other. With more they are read in worker processes: a
file that takes too long is given up, and one that brings its worker down takes none of the others along.
"""

from __future__ import annotations

import logging
import signal
import traceback
from collections.abc import Callable, Generator, Iterable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Generic, TypeVar

from boardmine.analysis import analyse, annotator_of
from boardmine.batch.pool import Died, TimedOut, run_tasks
from boardmine.batch.reading import DEFAULT_READING, TIME_LIMIT, Reading
from boardmine.catalogue import catalogue
from boardmine.errors import BoardmineError, InputError
from boardmine.store.rows import DocumentRows, Reject, rows_of

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Outcome(Generic[T]):
    """What became of one file."""

    path: Path
    result: T | Reject


def read_rows(path: Path, reading: Reading = DEFAULT_READING) -> DocumentRows:
    """The worker function of `ingest`: what a file says, as rows. Raises an InputError."""
    analysis = analyse(path, reading.limits)
    if reading.families:
        metrics = catalogue().metrics
        kept = tuple(o for o in analysis.observations if metrics[o.metric].family in reading.families)
        analysis = replace(analysis, observations=kept)
    return rows_of(analysis)


def run(
    function: Callable[[Path], T], paths: Iterable[Path], jobs: int = 1, time_limit: float = TIME_LIMIT
) -> Generator[Outcome[T], None, None]:
    """Apply a function to each file, in `jobs` processes; outcomes come as they are ready, with one job in order.

    The function must be importable by its name, and its results must pickle. Whatever it raises about one file becomes
    a Reject; only a BoardmineError that is not about a file (a broken catalogue) ends the run. `time_limit` is in
    seconds a file; it cannot be held with one job. Close the generator to end the workers early.
    """
    files = list(paths)
    jobs = min(jobs, len(files))
    if jobs > 1:
        yield from _in_workers(function, files, jobs, time_limit)
    else:
        for path in files:
            yield Outcome(path, attempt(function, path))


def attempt(function: Callable[[Path], T], path: Path) -> T | Reject:
    """What the function makes of a file, or why it could not."""
    try:
        return function(path)
    except InputError as error:
        sidecar = Path(error.path)
        of_sidecar = sidecar.name != path.name
        return Reject(path, type(error).__name__, f"its {sidecar.name} {error.reason}" if of_sidecar else error.reason)
    except BoardmineError:
        raise
    # The one place where any error is caught: a fault of ours that one file in ten thousand brings to light must cost
    # that file alone, and must be said.
    except Exception as error:  # noqa: BLE001
        said = " ".join(f"{type(error).__name__}: {error}".split())[:200]
        return Reject(path, "Crash", f"boardmine failed on it ({said}); please report it", traceback.format_exc())


def _in_workers(
    function: Callable[[Path], T], paths: list[Path], jobs: int, time_limit: float
) -> Generator[Outcome[T], None, None]:
    for path, said in run_tasks(partial(attempt, function), paths, jobs, time_limit, _warm_up):
        if isinstance(said, TimedOut):
            said = Reject(path, "TimeLimit", f"takes longer than the limit of {time_limit:g} seconds to read")
        elif isinstance(said, Died):
            how = _ending(said.status)
            said = Reject(path, "WorkerDied", f"the process that read it {how}; perhaps it needs too much memory")
        yield Outcome(path, said)


def _ending(status: int | None) -> str:
    if status is not None and status < 0:
        return f"was ended by {signal.Signals(-status).name}"
    return "died" if status is None else f"ended with status {status}"


def _warm_up() -> None:
    """Load the catalogue and build the language pipeline before the clock of the first file runs.

    What libraries log is for nobody's eyes: a worker has the terminal of its parent.
    """
    logging.getLogger().addHandler(logging.NullHandler())
    annotator_of(catalogue().fingerprint)
