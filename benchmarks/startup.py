"""How long it takes to start: `boardmine --help`, and the process that reads papers, against an interpreter that
imports pdfplumber.

    python benchmarks/startup.py [--repeats N]

Prints the median of each in seconds of processor time, which a busy machine lengthens less than the clock's, and the
ratio to pdfplumber. They take turns, so that a busy machine burdens them alike. Called by `read.py` too.
"""

from __future__ import annotations

import argparse
import resource
import statistics
import subprocess
import sys

COMMANDS = {
    "pdfplumber": ["-c", "import pdfplumber"],
    "boardmine --help": ["-m", "boardmine", "--help"],
    "ready to read papers": ["-c", "import boardmine.batch.warm"],
}


def seconds(arguments: list[str]) -> float:
    """The processor seconds that a fresh interpreter takes."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, *arguments], check=True, capture_output=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def startups(repeats: int) -> dict[str, float]:
    """The median of each."""
    taken: dict[str, list[float]] = {name: [] for name in COMMANDS}
    for _ in range(repeats):
        for name, arguments in COMMANDS.items():
            taken[name].append(seconds(arguments))
    return {name: statistics.median(times) for name, times in taken.items()}


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--repeats", type=int, default=15)
    found = startups(parser.parse_args().repeats)
    for name, taken in found.items():
        print(f"{name:22} {taken:6.2f} s   ratio {taken / found['pdfplumber']:5.2f}")


if __name__ == "__main__":
    main()
