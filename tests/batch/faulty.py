"""What workers of the tests do: good things and bad, by the name of the task. Workers import it by name."""

from __future__ import annotations

import os
import signal
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
        time.sleep(600)
    if name.startswith("spins"):
        while True:
            pass
    if name.startswith("large"):
        return b"x" * 20_000_000
    return name


def ready() -> None:
    """Nothing to warm up."""


def never_ready() -> None:
    os._exit(7)
