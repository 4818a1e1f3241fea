"""A worker that hangs, dies or is killed costs the one file that it was at, and outlives nobody."""

from __future__ import annotations

import faulthandler
import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import faulty
import psutil
import pytest

from boardmine.batch.pool import Died, TimedOut, TooLarge, run_tasks
from boardmine.batch.reading import Bounds
from boardmine.errors import BoardmineError


def outcomes(names: list[str], jobs: int = 2, limit: float = 60) -> dict[str, object]:
    tasks = [Path(name) for name in names]
    results = list(run_tasks(faulty.do, tasks, jobs, Bounds(limit, 500), faulty.ready))
    assert len(results) == len(names)
    return {path.name: result for path, result in results}


def test_every_task_has_its_result() -> None:
    names = [f"good{i}" for i in range(50)]
    assert outcomes(names) == {name: name for name in names}


def test_no_tasks_no_workers() -> None:
    assert outcomes([]) == {}


def test_a_worker_that_dies_costs_one_task() -> None:
    bad = {"killed": -signal.SIGKILL, "exits.3": 3, "exits.0": 0, "leaves": 0, "killed-again": -signal.SIGKILL}
    names = [name for i, b in enumerate(bad) for name in (f"good{i}", b, f"fine{i}")]
    found = outcomes(names)
    assert {name: result.status for name, result in found.items() if isinstance(result, Died)} == bad
    assert all(found[name] == name for name in names if name not in bad)


def test_a_worker_that_takes_too_long_is_given_up() -> None:
    found = outcomes(["good", "hangs", "spins", "fine"], limit=1)
    assert found == {"good": "good", "hangs": TimedOut(), "spins": TimedOut(), "fine": "fine"}


def test_a_worker_that_needs_too_much_memory_is_given_up() -> None:
    found = outcomes(["good", "swells", "fine", "swells-too", "well"])
    assert found == {"good": "good", "swells": TooLarge(), "fine": "fine", "swells-too": TooLarge(), "well": "well"}


@pytest.mark.skipif(not hasattr(faulthandler, "register"), reason="the system cannot ask a process where it is")
@pytest.mark.parametrize("name, at", [("hangs", "hang"), ("spins", "spin"), ("swells", "swell"), ("segfaults", "fall")])
def test_it_is_known_where_a_worker_was(name: str, at: str) -> None:
    result = outcomes([name], limit=2)[name]
    assert isinstance(result, TimedOut | TooLarge | Died)
    assert re.search(rf"faulty.py.*line \d+ in {at}\b", result.trace)


@pytest.mark.skipif(os.name == "nt", reason="needs a shell")
def test_what_a_worker_started_does_not_outlive_it(tmp_path: Path) -> None:
    (tmp_path / "note").touch()
    task = tmp_path / "starts"
    [(_, result)] = run_tasks(faulty.do, [task], 1, Bounds(2), faulty.ready)
    assert result == TimedOut()
    started = int(task.read_text())
    deadline = time.monotonic() + 10
    while psutil.pid_exists(started) and psutil.Process(started).status() != "zombie" and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not psutil.pid_exists(started) or psutil.Process(started).status() == "zombie"


def test_a_large_result_comes_through() -> None:
    found = outcomes(["large1", "large2", "good"])
    assert {name: len(result) for name, result in found.items()} == {
        "large1": 20_000_000,
        "large2": 20_000_000,
        "good": 4,
    }  # type: ignore[arg-type]


def test_workers_that_never_start_are_an_error_and_no_endless_loop() -> None:
    with pytest.raises(BoardmineError, match="do not start"):
        list(run_tasks(faulty.do, [Path("good")] * 3, 2, Bounds(60), faulty.never_ready))


def test_leaving_early_ends_the_workers() -> None:
    running = run_tasks(faulty.do, [Path("good"), Path("hangs"), Path("hangs")], 2, Bounds(60), faulty.ready)
    assert next(running) == (Path("good"), "good")
    start = time.monotonic()
    running.close()  # type: ignore[attr-defined]
    assert time.monotonic() - start < 10


SPINNING = """
import sys
from pathlib import Path
sys.path.insert(0, sys.argv[1])
import faulty
from boardmine.batch.pool import run_tasks
from boardmine.batch.reading import Bounds
if __name__ == "__main__":
    tasks = [Path("good"), Path("spins"), Path("spins")]
    for path, result in run_tasks(faulty.do, tasks, 2, Bounds(600), faulty.ready):
        print("running", flush=True)
"""


def alive(folder: Path) -> list[int]:
    """Processes whose command line names a folder."""
    found = []
    for process in Path("/proc").glob("[0-9]*"):
        try:
            if (
                str(folder).encode() in (process / "environ").read_bytes()
                and (process / "stat").read_text().split()[2] != "Z"
            ):
                found.append(int(process.name))
        except OSError:
            continue
    return found


@pytest.mark.skipif(not Path("/proc/self/environ").exists(), reason="needs /proc")
def test_workers_do_not_outlive_a_parent_that_was_killed(tmp_path: Path) -> None:
    script = tmp_path / "spinning.py"
    script.write_text(SPINNING, encoding="utf-8")
    command = [sys.executable, str(script), str(Path(faulty.__file__).parent)]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, text=True, env={**os.environ, "BOARDMINE_TEST": str(tmp_path)}
    ) as parent:
        assert parent.stdout is not None
        assert parent.stdout.readline() == "running\n"
        assert len(alive(tmp_path)) >= 3
        parent.kill()
    deadline = time.monotonic() + 10
    while alive(tmp_path) and time.monotonic() < deadline:
        time.sleep(0.1)
    assert alive(tmp_path) == []
