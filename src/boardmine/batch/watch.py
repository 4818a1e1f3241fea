"""New papers as they arrive in a folder: each is given out when it has arrived whole.

A file that is being copied grows, or at least changes its time. So a file counts as arrived when nothing about it has
changed for a while, and when it bears none of the names under which programs keep what is half there.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from watchfiles import watch as changes_in

from boardmine.batch.discover import discover

HALF_THERE = (".part", ".partial", ".crdownload", ".download", ".tmp", ".filepart", ".swp")
"""Endings under which browsers and programs that copy keep a file until it is whole."""

_LOOK = 0.5
"""Seconds between two looks at files that have not settled."""

Look = tuple[int, int]
"""Size in bytes and time of the last change in nanoseconds."""


@dataclass(slots=True)
class Arrivals:
    """Tells which files of a folder have arrived whole. `settle` is in seconds; `clock` counts them."""

    settle: float
    clock: Callable[[], float] = time.monotonic
    _waiting: dict[Path, tuple[Look, float]] = field(default_factory=dict)
    _given: dict[Path, Look] = field(default_factory=dict)

    def look(self, files: Iterable[Path]) -> list[Path]:
        """Take note of how the files are now; gives back those that have settled since they were given back last."""
        now = self.clock()
        found = {file: look for file in files if (look := _look_at(file)) is not None}
        self._given = {file: look for file, look in self._given.items() if file in found}
        arrived = []
        waiting: dict[Path, tuple[Look, float]] = {}
        for file, look in found.items():
            if self._given.get(file) == look:
                continue
            before, since = self._waiting.get(file, (look, now))
            if before != look:
                since = now
            if now - since >= self.settle:
                arrived.append(file)
                self._given[file] = look
            else:
                waiting[file] = (look, since)
        self._waiting = waiting
        return arrived

    @property
    def waiting(self) -> Mapping[Path, object]:
        """The files that have not settled."""
        return self._waiting


def arrivals(folder: Path, stop: threading.Event, settle: float, poll: bool = False) -> Iterator[list[Path]]:
    """Papers of a folder, and of all folders in it, that have arrived whole: first those that are there, then what
    comes or changes, until `stop` is set. Mostly there are none: a list comes twice a second.

    `settle` is how many seconds nothing about a file must have changed. `poll` is for folders of another machine, whose
    changes are not told.
    """
    seen = Arrivals(settle)
    changes_told = changes_in(
        folder,
        watch_filter=None,
        stop_event=stop,
        force_polling=poll,
        rust_timeout=int(_LOOK * 1000),
        yield_on_timeout=True,
        raise_interrupt=False,
    )
    stirred = True
    for changes in changes_told:
        # After a change one more look: it may have been told before it could be seen.
        look = stirred or bool(changes) or bool(seen.waiting)
        stirred = bool(changes)
        yield seen.look(papers_in(folder)) if look else []
        if stop.is_set():
            return


def papers_in(folder: Path) -> list[Path]:
    """The papers of a folder that do not bear the name of something half there."""
    return [file for file in discover([folder]).files if file.suffix.lower() not in HALF_THERE]


def _look_at(file: Path) -> Look | None:
    try:
        found = file.stat()
    except OSError:
        return None
    return found.st_size, found.st_mtime_ns
