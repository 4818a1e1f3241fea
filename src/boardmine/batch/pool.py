"""Worker processes that may hang or die, each at the cost of the one task it was at.

Why not a pool of a library: those of `concurrent.futures` and `multiprocessing` give up, or hang, when a worker dies,
and pebble's workers share one pipe, which a worker that is killed while it writes blocks for all. Here every worker
has a pipe of its own. Workers are spawned, not forked: they begin alike on every system, without this process's
threads and database, and they hold no end of another's pipe.
"""

from __future__ import annotations

import multiprocessing
import os
import pickle
import signal
import threading
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from multiprocessing.context import SpawnProcess
from typing import Any, Generic, TypeVar

from boardmine.errors import BoardmineError

Task = TypeVar("Task")
Result = TypeVar("Result")

_START_LIMIT = 120.0
"""Seconds that a worker may take to be ready."""

_STARTS = 3
"""How many workers in a row may fail to be ready."""

_TASKS_A_WORKER = 200
"""Tasks after which a worker is replaced, so that what libraries leak does not add up."""


@dataclass(frozen=True, slots=True)
class TimedOut:
    """The task took longer than the limit; its worker was killed."""


@dataclass(frozen=True, slots=True)
class Died:
    """The worker ended in the middle of the task, with this status; a negative one is the number of a signal."""

    status: int | None


class _Nothing:
    """No task: what a worker is at while it gets ready."""


_NOTHING = _Nothing()


def run_tasks(
    function: Callable[[Task], Result],
    tasks: Iterable[Task],
    jobs: int,
    time_limit: float,
    warm_up: Callable[[], object],
) -> Iterator[tuple[Task, Result | TimedOut | Died]]:
    """Apply a function to each task in `jobs` processes; results come as they are ready.

    Function and `warm_up`, which each worker calls first, must be importable by name; results must pickle. The limit is
    in seconds a task, warming up not counted. Raises BoardmineError where workers cannot be made ready.
    """
    crew = _Crew(function, tasks, time_limit, warm_up)
    try:
        crew.hire(jobs)
        while crew.workers:
            for worker in crew.stirring():
                task, said = worker.task, worker.hear()
                # The next task before the result: whoever takes the results may be slow.
                crew.go_on(worker, said)
                if not isinstance(task, _Nothing):
                    yield task, said
    finally:
        for worker in crew.workers:
            worker.end()


@dataclass(slots=True)
class _Worker(Generic[Task]):
    """A process, our end of its pipe, what it is at, and until when."""

    process: SpawnProcess
    pipe: Connection
    deadline: float
    task: Task | _Nothing = _NOTHING
    given: int = 0

    def give(self, task: Task, time_limit: float) -> None:
        self.task = task
        self.given += 1
        self.deadline = time.monotonic() + time_limit
        # A worker that has just died is found dead when its answer is read.
        with suppress(OSError):
            self.pipe.send(task)

    def hear(self) -> Any:
        """The result of the task, None for being ready, or that there will be no result."""
        if not self.pipe.poll():
            self.end()
            return TimedOut()
        try:
            return self.pipe.recv()
        except (EOFError, OSError, pickle.UnpicklingError):
            self.process.join(timeout=5)
            self.end()
            return Died(self.process.exitcode)

    def end(self) -> None:
        self.process.kill()
        self.process.join()
        self.pipe.close()


class _Crew(Generic[Task, Result]):
    """The workers and the tasks that are still to be given out."""

    def __init__(
        self,
        function: Callable[[Task], Result],
        tasks: Iterable[Task],
        time_limit: float,
        warm_up: Callable[[], object],
    ) -> None:
        self.workers: list[_Worker[Task]] = []
        self._tasks = deque(tasks)
        self._function, self._warm_up, self._time_limit = function, warm_up, time_limit
        self._failed_starts = 0

    def hire(self, count: int = 1) -> None:
        """Start workers."""
        context = multiprocessing.get_context("spawn")
        for _ in range(count):
            ours, theirs = context.Pipe()
            process = context.Process(target=_serve, args=(theirs, self._function, self._warm_up), daemon=True)
            process.start()
            # Only the worker holds its end now, so that its end is closed when it dies.
            theirs.close()
            self.workers.append(_Worker(process, ours, time.monotonic() + _START_LIMIT))

    def stirring(self) -> list[_Worker[Task]]:
        """The workers that have something to say, that have ended, or whose time is up; waits until there is one."""
        while True:
            soonest = min(worker.deadline for worker in self.workers)
            heard = wait([worker.pipe for worker in self.workers], max(0.0, soonest - time.monotonic()))
            now = time.monotonic()
            stirring = [worker for worker in self.workers if worker.pipe in heard or worker.deadline <= now]
            if stirring:
                return stirring

    def go_on(self, worker: _Worker[Task], said: object) -> None:
        """Give a worker its next task. One that is gone or worn out is replaced, one without a task dismissed."""
        gone = isinstance(said, TimedOut | Died)
        if gone and isinstance(worker.task, _Nothing):
            self._failed_starts += 1
            if self._failed_starts >= _STARTS:
                raise BoardmineError("the processes that read files do not start")
        elif not gone:
            self._failed_starts = 0
        if not gone and self._tasks and worker.given < _TASKS_A_WORKER:
            worker.give(self._tasks.popleft(), self._time_limit)
            return
        self.workers.remove(worker)
        if not gone:
            worker.end()
        if self._tasks:
            self.hire()


def _serve(pipe: Connection, function: Callable[[Any], Any], warm_up: Callable[[], object]) -> None:
    """The life of a worker."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_die_with_parent, daemon=True).start()
    warm_up()
    pipe.send(None)
    while True:
        try:
            task = pipe.recv()
        except EOFError:
            return
        pipe.send(function(task))


def _die_with_parent() -> None:
    """A worker whose parent was killed has nobody to work for: without this, one that hangs would live on."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)
