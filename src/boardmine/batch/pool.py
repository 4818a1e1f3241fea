"""Worker processes that may hang, die or eat memory, each at the cost of the one task it was at.

Why not a pool of a library: those of `concurrent.futures` and `multiprocessing` give up, or hang, when a worker dies,
and pebble's workers share one pipe, which a worker that is killed while it writes blocks for all. Here every worker
has a pipe of its own. Workers are not forked from this process, so they have none of its threads, its database, and
no end of another's pipe: a server does it that has loaded what they need, once for all of them. Where there is no
such server they are spawned.
"""

from __future__ import annotations

import faulthandler
import multiprocessing
import os
import pickle
import signal
import tempfile
import threading
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any, Generic, TypeVar

import psutil

from boardmine.batch.reading import Bounds
from boardmine.errors import BoardmineError

Task = TypeVar("Task")
Result = TypeVar("Result")

_METHOD: Any = multiprocessing.get_context(
    "forkserver" if "forkserver" in multiprocessing.get_all_start_methods() else "spawn"
)

_START_LIMIT = 120.0
"""Seconds that a worker may take to be ready."""

_LOOK = 0.1
"""Seconds between two looks at how much memory the workers hold."""

_LAST_WORDS = 0.2
"""Seconds that a worker beyond a bound has to write down where it is."""

_STARTS = 3
"""How many workers in a row may fail to be ready."""

_TASKS_A_WORKER = 200
"""Tasks after which a worker is replaced, so that what libraries leak does not add up."""


@dataclass(frozen=True, slots=True)
class TimedOut:
    """The task took longer than the limit; its worker was killed. `trace` is where it was then, as far as known."""

    trace: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class TooLarge:
    """The task took more memory than the limit; its worker was killed."""

    trace: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class Died:
    """The worker ended in the middle of the task, with this status; a negative one is the number of a signal."""

    status: int | None
    trace: str = field(default="", compare=False)


Failed = TimedOut | TooLarge | Died
"""Why there is no result."""


class _Nothing:
    """No task: what a worker is at while it gets ready."""


_NOTHING = _Nothing()


def make_ready(preload: Sequence[str]) -> None:
    """Start the server from which workers are forked, so that it loads what they need while this process does other
    things. Where there is no such server, nothing happens."""
    if _METHOD.get_start_method() == "forkserver":
        from multiprocessing import forkserver

        _METHOD.set_forkserver_preload(list(preload))
        forkserver.ensure_running()


def run_tasks(
    function: Callable[[Task], Result],
    tasks: Iterable[Task],
    jobs: int,
    bounds: Bounds,
    warm_up: Callable[[], object],
    preload: Sequence[str] = (),
) -> Iterator[tuple[Task, Result | Failed]]:
    """Apply a function to each task in `jobs` processes; results come as they are ready.

    Function and `warm_up`, which each worker calls first, must be importable by name; results must pickle. The bounds
    are for a task; the time to warm up is not counted. `preload` names modules that are imported once for all workers
    of this process. Raises BoardmineError where workers cannot be made ready.
    """
    make_ready(preload)
    crew = _Crew(function, tasks, bounds, warm_up)
    try:
        crew.hire(jobs)
        while crew.workers:
            for worker, fault in crew.stirring():
                task, said = worker.task, worker.hear(fault)
                # The next task before the result: whoever takes the results may be slow.
                crew.go_on(worker, said)
                if not isinstance(task, _Nothing):
                    yield task, said
    finally:
        crew.dismiss()


@dataclass(slots=True)
class _Worker(Generic[Task]):
    """A process, our end of its pipe, the file in which it leaves where it was, what it is at, and until when."""

    process: BaseProcess
    pipe: Connection
    traces: Path
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

    def fault(self, now: float, most_bytes: float) -> TimedOut | TooLarge | None:
        """Which bound the worker is beyond."""
        if now >= self.deadline:
            return TimedOut()
        # One that has ended holds nothing; its pipe tells of it.
        with suppress(psutil.Error):
            if psutil.Process(self.process.pid).memory_info().rss > most_bytes:
                return TooLarge()
        return None

    def hear(self, fault: TimedOut | TooLarge | None) -> Any:
        """The result of the task, None for being ready, or why there will be no result. A worker that has a fault and
        nothing to say is ended."""
        if fault and not self.pipe.poll():
            self._ask_where()
            self.end()
            return type(fault)(self._trace())
        try:
            return self.pipe.recv()
        except (EOFError, OSError, pickle.UnpicklingError):
            self.process.join(timeout=5)
            self.end()
            return Died(self.process.exitcode, self._trace())

    def _ask_where(self) -> None:
        if hasattr(faulthandler, "register") and self.process.pid:
            with suppress(OSError):
                os.kill(self.process.pid, signal.SIGUSR1)
                self.process.join(_LAST_WORDS)

    def _trace(self) -> str:
        try:
            return self.traces.read_text(encoding="utf-8", errors="replace")
        except OSError:
            return ""

    def end(self) -> None:
        # What it has started, such as a program that reads pictures, would live on.
        with suppress(psutil.Error):
            for child in psutil.Process(self.process.pid).children(recursive=True):
                child.kill()
        self.process.kill()
        self.process.join()
        self.pipe.close()


class _Crew(Generic[Task, Result]):
    """The workers and the tasks that are still to be given out."""

    def __init__(
        self,
        function: Callable[[Task], Result],
        tasks: Iterable[Task],
        bounds: Bounds,
        warm_up: Callable[[], object],
    ) -> None:
        self.workers: list[_Worker[Task]] = []
        self._tasks = deque(tasks)
        self._function, self._warm_up, self._bounds = function, warm_up, bounds
        self._failed_starts = 0
        self._hired = 0
        self._folder = tempfile.TemporaryDirectory(prefix="boardmine-", ignore_cleanup_errors=True)

    def dismiss(self) -> None:
        """End all workers."""
        for worker in self.workers:
            worker.end()
        self._folder.cleanup()

    def hire(self, count: int = 1) -> None:
        """Start workers."""
        for _ in range(count):
            ours, theirs = _METHOD.Pipe()
            self._hired += 1
            traces = Path(self._folder.name, str(self._hired))
            process = _METHOD.Process(target=_serve, args=(theirs, traces, self._function, self._warm_up), daemon=True)
            process.start()
            # Only the worker holds its end now, so that its end is closed when it dies.
            theirs.close()
            self.workers.append(_Worker(process, ours, traces, time.monotonic() + _START_LIMIT))

    def stirring(self) -> list[tuple[_Worker[Task], TimedOut | TooLarge | None]]:
        """The workers that have something to say or have ended, and those that are beyond a bound; waits until there
        is one."""
        most_bytes = self._bounds.megabytes * 1_000_000
        while True:
            heard = wait([worker.pipe for worker in self.workers], _LOOK)
            now = time.monotonic()
            looked = [
                (worker, None if worker.pipe in heard else worker.fault(now, most_bytes)) for worker in self.workers
            ]
            stirring = [(worker, fault) for worker, fault in looked if fault or worker.pipe in heard]
            if stirring:
                return stirring

    def go_on(self, worker: _Worker[Task], said: object) -> None:
        """Give a worker its next task. One that is gone or worn out is replaced, one without a task dismissed."""
        gone = isinstance(said, Failed)
        if gone and isinstance(worker.task, _Nothing):
            self._failed_starts += 1
            if self._failed_starts >= _STARTS:
                raise BoardmineError("the processes that read files do not start")
        elif not gone:
            self._failed_starts = 0
        if not gone and self._tasks and worker.given < _TASKS_A_WORKER:
            worker.give(self._tasks.popleft(), self._bounds.seconds)
            return
        self.workers.remove(worker)
        if not gone:
            worker.end()
        if self._tasks:
            self.hire()


def _serve(pipe: Connection, traces: Path, function: Callable[[Any], Any], warm_up: Callable[[], object]) -> None:
    """The life of a worker."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    # Left open: a fault is written down even where nothing else works any more.
    file = traces.open("w", encoding="utf-8")
    faulthandler.enable(file)
    if hasattr(faulthandler, "register"):
        faulthandler.register(signal.SIGUSR1, file)
    threading.Thread(target=_die_with_parent, daemon=True).start()
    warm_up()
    pipe.send(None)
    while True:
        # A parent that is gone closes its end, or, where it had not read an answer, resets it.
        try:
            task = pipe.recv()
        except (EOFError, ConnectionError):
            return
        answer = function(task)
        try:
            pipe.send(answer)
        except ConnectionError:
            return


def _die_with_parent() -> None:
    """A worker whose parent was killed has nobody to work for: without this, one that hangs would live on."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)
