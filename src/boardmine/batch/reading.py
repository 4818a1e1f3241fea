"""How the files of a run are read."""

from __future__ import annotations

from dataclasses import dataclass

from boardmine.readers.source import DEFAULT_LIMITS, Limits

TIME_LIMIT = 300.0
"""Seconds that a file may take. A pack of 500 pages takes a tenth of that."""


@dataclass(frozen=True, slots=True)
class Reading:
    """How the files of a run are read, and what of them is kept.

    - `jobs`: how many files are read at a time; with more than one, in worker processes.
    - `time_limit`: seconds that a file may take; it cannot be held with one job.
    - `limits`: bounds for one file.
    - `families`: the families of metrics that are kept; all where none is named.
    """

    jobs: int = 1
    time_limit: float = TIME_LIMIT
    limits: Limits = DEFAULT_LIMITS
    families: frozenset[str] = frozenset()


DEFAULT_READING = Reading()
