"""`boardmine` without the wait: a process that has loaded everything once, and is forked for each command.

Most of what a short command takes is the start of an interpreter, and the loading of libraries and catalogue. What is
run so is the same as in an interpreter of its own from `main` on: a process with the caller's arguments, folder,
environment and streams.
"""

from __future__ import annotations

import gc
import importlib
import json
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from warm_runs import start_fork_server

_CALL = """
import json, os, socket, sys
with socket.socket(socket.AF_UNIX) as server:
    server.connect(sys.argv[1])
    asked = {"arguments": sys.argv[2:], "folder": os.getcwd(), "environment": dict(os.environ)}
    socket.send_fds(server, [json.dumps(asked).encode() + b"\\n"], [0, 1, 2])
    sys.exit(int(server.makefile().readline()))
"""
_LONGEST = 1_000_000
_LOADED = (
    *("boardmine.cli", "boardmine.batch.warm", "boardmine.batch.ingest", "boardmine.store.connect"),
    # pyarrow loads pandas as soon as it makes an array, where there is one.
    *("pandas", "rich.console"),
)
"""What commands load of their own accord, one or the other."""


@contextmanager
def warm(checkout: Path, folder: Path) -> Iterator[Path]:
    """A new folder with the command `boardmine`, for as long as the process behind it runs.

    The code and the catalogue are those of `checkout`. Once its catalogue has been edited, commands are run cold.
    """
    folder.mkdir()
    address, call, command = folder / "socket", folder / "call.py", folder / "boardmine"
    call.write_text(_CALL, encoding="utf-8")
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -I -S "{call}" "{address}" "$@"\n', encoding="utf-8")
    command.chmod(0o755)
    settings = os.environ | {"PYTHONPATH": str(checkout / "src"), "PYTHONDONTWRITEBYTECODE": "1"}
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(str(address))
        listening.listen()
        serve = [sys.executable, str(Path(__file__).resolve()), str(checkout)]
        server = subprocess.Popen(serve, env=settings, stdin=listening)
    try:
        yield folder
    finally:
        server.terminate()
        server.wait()


def _serve(listening: socket.socket, checkout: Path) -> None:
    for name in _LOADED:
        importlib.import_module(name)
    loaded = _catalogue(checkout)
    start_fork_server()
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    gc.freeze()
    while True:
        caller, _ = listening.accept()
        if os.fork() == 0:
            listening.close()
            _answer(caller, _catalogue(checkout) == loaded)
        caller.close()


def _catalogue(checkout: Path) -> list[tuple[Path, bytes]]:
    return [(file, file.read_bytes()) for file in sorted((checkout / "schemas").rglob("*.yaml"))]


def _answer(caller: socket.socket, warmly: bool) -> None:
    """Carry out one command in a process of its own, and tell its exit status."""
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    said, streams, _, _ = socket.recv_fds(caller, _LONGEST, 3)
    while not said.endswith(b"\n"):
        said += caller.recv(_LONGEST)
    command = os.fork()
    if command == 0:
        for stream, number in zip(streams, (0, 1, 2), strict=True):
            os.dup2(stream, number)
        asked = json.loads(said)
        os.chdir(asked["folder"])
        if not warmly:
            settings = asked["environment"] | {"PYTHONPATH": os.environ["PYTHONPATH"]}
            os.execve(sys.executable, [sys.executable, "-m", "boardmine", *asked["arguments"]], settings)
        _carry_out(asked["arguments"], asked["environment"])
    for stream in streams:
        os.close(stream)
    _, ended = os.waitpid(command, 0)
    caller.sendall(b"%d\n" % (os.waitstatus_to_exitcode(ended) & 0xFF))
    os._exit(0)


def _carry_out(arguments: list[str], environment: Mapping[str, str]) -> None:
    from boardmine.cli import main

    os.environ.clear()
    os.environ.update(environment)
    # The streams of the server may have been files, which can do what a pipe cannot.
    sys.stdin, sys.stdout, sys.stderr = (
        open(number, mode, buffering, encoding="utf-8", closefd=False)  # noqa: SIM115
        for number, mode, buffering in ((0, "r", -1), (1, "w", -1), (2, "w", 1))
    )
    status: object = 0
    try:
        main(arguments)
    except SystemExit as end:
        status = end.code or 0
    for stream in (sys.stdout, sys.stderr):
        stream.flush()
    os._exit(status if isinstance(status, int) else 1)


if __name__ == "__main__":
    _serve(socket.socket(fileno=os.dup(0)), Path(sys.argv[1]))
