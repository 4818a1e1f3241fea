"""Reads many files, each costing no more than itself.

`run` reads them in this process where one at a time is asked for, one after the other. `run_apart` reads them in worker
processes: a file that takes too long or too much memory is given up, and one that brings its worker down takes none of
the others along.
"""

from __future__ import annotations

import logging
import os
import signal
import traceback
from collections.abc import Callable, Generator, Iterable
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Generic, TypeVar

from boardmine.batch.cache import Cache
from boardmine.batch.early import PRELOAD
from boardmine.batch.pool import Died, Failed, TimedOut, TooLarge, run_tasks
from boardmine.batch.reading import DEFAULT_BOUNDS, DEFAULT_READING, Bounds, Reading
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
    # Slow to import: the process that only hands out the files does without it.
    from boardmine.analysis import analyse
    from boardmine.readers.reading import read

    parse = Cache(reading.cache).reader(read) if reading.cache else read
    analysis = analyse(path, reading.limits, parse=parse)
    if reading.families:
        metrics = catalogue().metrics
        kept = tuple(o for o in analysis.observations if metrics[o.metric].family in reading.families)
        analysis = replace(analysis, observations=kept)
    return rows_of(analysis)


def run(
    function: Callable[[Path], T], paths: Iterable[Path], jobs: int = 1, bounds: Bounds = DEFAULT_BOUNDS
) -> Generator[Outcome[T], None, None]:
    """Apply a function to each file, with one job in this process and in order, with more as `run_apart` does."""
    files = list(paths)
    if min(jobs, len(files)) > 1:
        yield from run_apart(function, files, jobs, bounds)
    else:
        for path in files:
            yield Outcome(path, attempt(function, path))


def run_apart(
    function: Callable[[Path], T], paths: Iterable[Path], jobs: int, bounds: Bounds = DEFAULT_BOUNDS
) -> Generator[Outcome[T], None, None]:
    """Apply a function to each file, in `jobs` worker processes; outcomes come as they are ready, large files first.

    The function must be importable by its name, and its results must pickle. Whatever it raises about one file becomes
    a Reject; only a BoardmineError that is not about a file (a broken catalogue) ends the run. Close the generator to
    end the workers early.
    """
    # The largest last would keep one worker busy when the others are done.
    files = sorted(paths, key=_size, reverse=True)
    for path, said in run_tasks(partial(_answer, function), files, min(jobs, len(files)), bounds, _warm_up, PRELOAD):
        if isinstance(said, BoardmineError):
            raise said
        yield Outcome(path, _refused(path, said, bounds) if isinstance(said, Failed) else said)


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
    except MemoryError:
        return Reject(path, "MemoryLimit", "needs more memory than there is", traceback.format_exc())
    # The one place where any error is caught: a fault of ours that one file in ten thousand brings to light must cost
    # that file alone, and must be said.
    except Exception as error:  # noqa: BLE001
        said = " ".join(f"{type(error).__name__}: {error}".split())[:200]
        return Reject(path, "Crash", f"boardmine failed on it ({said}); please report it", traceback.format_exc())


def _answer(function: Callable[[Path], T], path: Path) -> T | Reject | BoardmineError:
    """The same, with the error that ends the run as a value that comes back from a worker."""
    try:
        return attempt(function, path)
    except BoardmineError as error:
        return error


def _refused(path: Path, said: Failed, bounds: Bounds) -> Reject:
    if isinstance(said, TimedOut):
        kind, reason = "TimeLimit", f"takes longer than the limit of {bounds.seconds:g} seconds to read"
    elif isinstance(said, TooLarge):
        kind, reason = "MemoryLimit", f"takes more memory than the limit of {bounds.megabytes:,.0f} MB to read"
    else:
        kind, reason = "WorkerDied", f"the process that read it {_ending(said)}"
    return Reject(path, kind, reason, said.trace)


def _ending(died: Died) -> str:
    if died.status is not None and died.status < 0:
        return f"was ended by {signal.Signals(-died.status).name}"
    return "died" if died.status is None else f"ended with status {died.status}"


def _size(path: Path) -> int:
    with suppress(OSError):
        return path.stat().st_size
    return 0


def _warm_up() -> None:
    """Load the catalogue and build the language pipeline before the clock of the first file runs.

    What libraries log is for nobody's eyes: a worker has the terminal of its parent. And as each worker has a core of
    its own, the programs that it starts, tesseract above all, are to make do with one.
    """
    from boardmine.analysis import annotator_of

    os.environ.setdefault("OMP_THREAD_LIMIT", "1")
    logging.getLogger().addHandler(logging.NullHandler())
    annotator_of(catalogue().fingerprint)
