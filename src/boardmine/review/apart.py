"""A process of its own for whatever opens a paper: it may hang, die or eat memory, and the server lives on."""

from __future__ import annotations

import multiprocessing
import signal
import threading
from collections.abc import Callable
from contextlib import suppress
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from typing import Any, TypeVar

from boardmine.errors import BoardmineError, InputError

T = TypeVar("T")

_SPAWN = multiprocessing.get_context("spawn")


class Apart:
    """Calls functions in a process of its own, one at a time. It is started when it is needed first, and anew after it
    was killed: because a call took longer than `seconds`, or because it died of more than `megabytes`."""

    def __init__(self, seconds: float, megabytes: int) -> None:
        self._seconds = seconds
        self._megabytes = megabytes
        self._lock = threading.Lock()
        self._process: BaseProcess | None = None
        self._pipe: Connection | None = None

    def call(self, path: str, function: Callable[..., T], *given: Any) -> T:
        """What `function(path, *given)` gives; it must be importable by its name, and its result must pickle.

        Raises the BoardmineErrors of the function, and InputError where it takes too long or too much memory.
        """
        with self._lock:
            pipe = self._ready()
            try:
                pipe.send((function, path, given))
                if not pipe.poll(self._seconds):
                    raise InputError(path, f"takes longer than {self._seconds:g} seconds")
                answer = pipe.recv()
            except (EOFError, OSError) as error:
                self._kill()
                raise InputError(path, "cannot be shown: the process that opened it died") from error
            except InputError:
                self._kill()
                raise
        if isinstance(answer, BoardmineError):
            raise answer
        return answer  # type: ignore[no-any-return]

    def close(self) -> None:
        """End the process."""
        with self._lock:
            self._kill()

    def _ready(self) -> Connection:
        if self._pipe is None or self._process is None or not self._process.is_alive():
            self._kill()
            self._pipe, theirs = _SPAWN.Pipe()
            self._process = _SPAWN.Process(target=_work, args=(theirs, self._megabytes), daemon=True)
            self._process.start()
            theirs.close()
        return self._pipe

    def _kill(self) -> None:
        if self._process is not None:
            self._process.kill()
            self._process.join()
        if self._pipe is not None:
            self._pipe.close()
        self._process = self._pipe = None


def _work(pipe: Connection, megabytes: int) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the server ends it
    _bound(megabytes)
    with suppress(EOFError, OSError):
        while True:
            function, path, given = pipe.recv()
            answer: Any
            try:
                answer = function(path, *given)
            except BoardmineError as error:
                answer = error
            except MemoryError:
                answer = InputError(path, f"takes more than {megabytes:,} MB of memory")
            pipe.send(answer)


def _bound(megabytes: int) -> None:
    """Where the system can, more memory is refused."""
    with suppress(ImportError, ValueError, OSError):
        import resource

        most = megabytes * 1_000_000
        resource.setrlimit(resource.RLIMIT_AS, (most, most))
