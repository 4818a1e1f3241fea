"""How the files of a run are read."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from boardmine.readers.limits import DEFAULT_LIMITS, Limits

TIME_LIMIT = 300.0
"""Seconds that a file may take. A pack of 500 pages takes a tenth of that."""

MEMORY_LIMIT = 2_000.0
"""Megabytes that a worker process may hold. At a pack of 500 pages it holds a fifth of that."""


@dataclass(frozen=True, slots=True)
class Bounds:
    """What a worker process may take for one file: seconds, and megabytes (millions of bytes) that it holds in all."""

    seconds: float = TIME_LIMIT
    megabytes: float = MEMORY_LIMIT


DEFAULT_BOUNDS = Bounds()


@dataclass(frozen=True, slots=True)
class Reading:
    """How the files of a run are read, and what of them is kept.

    - `jobs`: how many files are read at a time, each in a worker process.
    - `time_limit`: seconds that a file may take.
    - `limits`: bounds for one file.
    - `families`: the families of metrics that are kept; all where none is named.
    - `memory_limit`: megabytes that a worker may hold.
    - `cache`: the folder that keeps parsed documents; None to keep none.
    """

    jobs: int = 1
    time_limit: float = TIME_LIMIT
    limits: Limits = DEFAULT_LIMITS
    families: frozenset[str] = frozenset()
    memory_limit: float = MEMORY_LIMIT
    cache: Path | None = None

    @property
    def bounds(self) -> Bounds:
        """What a worker may take for one file."""
        return Bounds(self.time_limit, self.memory_limit)


DEFAULT_READING = Reading()


def processors() -> int:
    """How many processors this process may use: fewer than the machine has, where it is bound to some of them."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
