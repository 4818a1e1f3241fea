"""Runs of the command line that have loaded everything before they begin, so that many can be killed in little time.

A process of its own (`python warm_runs.py`) loads boardmine and starts the server from which workers are forked. For
each run it forks itself; what it forks is a process as `boardmine` would start it, in a group of its own, with workers
that it starts and ends itself.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Self


@dataclass(frozen=True, slots=True)
class Ended:
    """How a run ended: its status, negative where a signal ended it, and what it wrote."""

    status: int
    out: str
    err: str


class WarmRuns:
    """Starts runs, one at a time."""

    def __init__(self, folder: Path) -> None:
        self._said = (folder / "out", folder / "err")
        self._running = 0
        self._server = subprocess.Popen(
            [sys.executable, __file__], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._leave()
        self._server.communicate()

    def start(self, arguments: Sequence[object], most_bytes: int = 0) -> None:
        """Start a run. One that a test has left is killed. `most_bytes` is how long a file may become."""
        self._leave()
        for file in self._said:
            file.write_bytes(b"")
        out, err = map(str, self._said)
        asked = {"arguments": [*map(str, arguments)], "out": out, "err": err, "most_bytes": most_bytes}
        self._running = self._ask(json.dumps(asked))

    def wait_for(self, text: str) -> None:
        """Wait until the run has written this."""
        deadline = time.monotonic() + 120
        while text.encode() not in self._said[0].read_bytes():
            assert time.monotonic() < deadline, self._said[1].read_text(encoding="utf-8")
            time.sleep(0.005)

    def send(self, signal_number: int) -> None:
        """Send the run a signal; nothing happens where it has ended of itself."""
        assert self._running > 1
        os.kill(self._running, signal_number)

    def end(self) -> Ended:
        """Wait until the run has ended."""
        status = self._ask("")
        self._running = 0
        return Ended(status, *(file.read_text(encoding="utf-8") for file in self._said))

    def _ask(self, line: str) -> int:
        assert self._server.stdin is not None and self._server.stdout is not None
        self._server.stdin.write(f"{line}\n")
        self._server.stdin.flush()
        return int(self._server.stdout.readline())

    def _leave(self) -> None:
        if self._running:
            self.send(signal.SIGKILL)
            self.end()


def serve() -> None:
    import boardmine.batch.ingest
    import boardmine.cli.ingesting  # noqa: F401
    from boardmine.catalogue import catalogue

    with suppress(ImportError):
        # DuckDB loads it at the first table where it is installed.
        import pandas  # noqa: F401
    catalogue()
    start_fork_server()
    while line := sys.stdin.readline():
        asked = json.loads(line)
        child = os.fork()
        if child == 0:
            carry_out(**asked)
        print(child, flush=True)
        # Until it is asked how the run ended, its number belongs to no other process.
        sys.stdin.readline()
        _, status = os.waitpid(child, 0)
        print(os.waitstatus_to_exitcode(status), flush=True)


def _has_a_server() -> None:
    from multiprocessing import forkserver

    for holder in (forkserver, forkserver._forkserver):
        setattr(holder, "ensure_running", lambda: None)  # noqa: B010 -- a function of a module, which types forbid to set


def start_fork_server() -> None:
    from multiprocessing import forkserver

    from boardmine.batch.early import PRELOAD

    forkserver.set_forkserver_preload(list(PRELOAD))
    forkserver.ensure_running()
    # It is no child of what is forked here, which could not tell whether it runs and would start another.
    os.register_at_fork(after_in_child=_has_a_server)


def carry_out(arguments: list[str], out: str, err: str, most_bytes: int) -> None:
    import resource

    from boardmine.cli import main

    os.setsid()
    for path, number in ((os.devnull, 0), (out, 1), (err, 2)):
        os.dup2(os.open(path, os.O_RDWR | os.O_CREAT | os.O_TRUNC, 0o600), number)
    if most_bytes:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (most_bytes, most_bytes))
    try:
        main(arguments)
    except SystemExit as end:
        sys.stdout.flush()
        sys.stderr.flush()
        # Not the way of a process that forked: the end of the server is not this one's.
        os._exit(end.code if isinstance(end.code, int) else bool(end.code))


if __name__ == "__main__":
    serve()
