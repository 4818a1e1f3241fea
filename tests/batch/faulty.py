"""What workers of the tests do: good things and bad, by the name of the task. Workers import it by name."""

from __future__ import annotations

import ctypes
import os
import signal
import subprocess
import time
from pathlib import Path


def do(path: Path) -> str | bytes:
    name = path.name
    if name.startswith("killed"):
        os.kill(os.getpid(), signal.SIGKILL)
    if name.startswith("exits"):
        os._exit(int(path.suffix[1:]))
    if name.startswith("leaves"):
        raise SystemExit(0)
    if name.startswith("hangs"):
        hang()
    if name.startswith("spins"):
        spin()
    if name.startswith("swells"):
        swell()
    if name.startswith("segfaults"):
        fall()
    if name.startswith("starts"):
        path.write_text(str(subprocess.Popen(["sleep", "600"]).pid))
        hang()
    if name.startswith("large"):
        return b"x" * 20_000_000
    return name


def hang() -> None:
    time.sleep(600)


def spin() -> None:
    while True:
        pass


def swell() -> None:
    held = []
    while True:
        held.append(bytearray(20_000_000))
        time.sleep(0.01)


def fall() -> None:
    ctypes.string_at(0)


def ready() -> None:
    """Nothing to warm up."""


def never_ready() -> None:
    os._exit(7)
