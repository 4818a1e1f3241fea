"""How long `boardmine --help` takes, against an interpreter that does nothing.

    python benchmarks/startup.py [--repeats N]

Prints the median of both, the difference and the ratio. The two take turns, so that a busy machine burdens them alike.
"""

from __future__ import annotations

import argparse
import statistics
import subprocess
import sys
import time

COMMANDS = {"python -c pass": ["-c", "pass"], "boardmine --help": ["-m", "boardmine", "--help"]}


def seconds(arguments: list[str]) -> float:
    """The seconds that a fresh interpreter takes."""
    start = time.perf_counter()
    subprocess.run([sys.executable, *arguments], check=True, capture_output=True)
    return time.perf_counter() - start


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--repeats", type=int, default=15)
    repeats = parser.parse_args().repeats
    taken: dict[str, list[float]] = {name: [] for name in COMMANDS}
    for _ in range(repeats):
        for name, arguments in COMMANDS.items():
            taken[name].append(seconds(arguments))
    bare, ours = (statistics.median(taken[name]) for name in COMMANDS)
    print(
        f"python -c pass {bare * 1000:.0f} ms, boardmine --help {ours * 1000:.0f} ms: "
        f"{(ours - bare) * 1000:.0f} ms more, {ours / bare:.1f} times as long"
    )


if __name__ == "__main__":
    main()
