"""How much faster two cores ingest than one, and how little a second run of an unchanged folder takes.

    python benchmarks/ingest.py [--folder FOLDER ...] [--rounds N]

Reads BOARDMINE_CORPUS/ofsted and other/, or sample_docs/ where the variable is not set. The runs are made in turn, as a
shell would make them, start-up and all: all processes of the run on one core; one worker, while the process that
writes has a core of its own; two workers on two cores. Of each kind the fastest of the rounds counts, because whatever
else the machine does only ever lengthens a run. Before it, two loops that do nothing but count say how much faster two
processes are than one on this machine: no ingest can be more.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

HERE = Path(__file__).resolve().parent
LEAST_GAIN, MOST_AGAIN = 1.7, 0.03
"""What is promised: time on one core over time on two, and time of a second run over that of the first, on one core."""

COUNTING = "n = 0\nwhile n < 20_000_000: n += 1"


def main() -> int:
    """Run the rounds; 1 where a promise is not kept."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--folder", type=Path, action="append", help="a folder of papers (may be given again)")
    parser.add_argument("--rounds", type=int, default=2, metavar="N", help="how often each run is made")
    asked = parser.parse_args()
    corpus = os.environ.get("BOARDMINE_CORPUS")
    folders = asked.folder or (
        [Path(corpus, "ofsted"), Path(corpus, "other")] if corpus else [HERE.parent / "sample_docs"]
    )
    kinds = {"one core": (1, 1), "one worker": (2, 1), "two cores": (2, 2)}
    first: dict[str, list[float]] = {name: [] for name in kinds}
    again: dict[str, list[float]] = {name: [] for name in kinds}
    machine = []
    for _ in range(asked.rounds):
        machine.append(2 * counted(1) / counted(2))
        for name, (cores, jobs) in kinds.items():
            with tempfile.TemporaryDirectory() as place, bound_to(cores):
                store = Path(place, "store.duckdb")
                first[name].append(ingested(folders, store, jobs))
                again[name].append(ingested(folders, store, jobs))
        print(", ".join(f"{name} {first[name][-1]:.1f} s, again {again[name][-1]:.2f} s" for name in kinds), flush=True)
    best = {name: min(seconds) for name, seconds in first.items()}
    share = {name: min(again[name]) / best[name] for name in kinds}
    print(f"{'machine':12} ratio {max(machine):6.2f}   two processes that only count, over one")
    gain = promised("two cores", best["one core"] / best["two cores"], LEAST_GAIN, least=True)
    print(f"{'':12} ratio {best['one worker'] / best['two cores']:6.3f}   the same over one worker and its writer")
    little = promised("again", share["one core"], MOST_AGAIN, least=False)
    print(f"{'':12} ratio {share['two cores']:6.3f}   the same on two cores, over the first run there")
    return 0 if gain and little else 1


@contextmanager
def bound_to(cores: int) -> Iterator[None]:
    """Whatever is started meanwhile has so many cores, of those that there are."""
    allowed = os.sched_getaffinity(0)
    os.sched_setaffinity(0, sorted(allowed)[:cores])
    try:
        yield
    finally:
        os.sched_setaffinity(0, allowed)


def ingested(folders: list[Path], store: Path, jobs: int) -> float:
    """Seconds that it takes to ingest folders."""
    command = [sys.executable, "-m", "boardmine", "ingest", *map(str, folders), "--db", str(store)]
    began = time.perf_counter()
    subprocess.run([*command, "--jobs", str(jobs), "--quiet"], check=True)
    return time.perf_counter() - began


def counted(processes: int) -> float:
    """Seconds that it takes as many processes to count."""
    began = time.perf_counter()
    running = [subprocess.Popen([sys.executable, "-c", COUNTING]) for _ in range(processes)]
    for process in running:
        process.wait()
    return time.perf_counter() - began


def promised(name: str, ratio: float, bound: float, least: bool) -> bool:
    """Print a ratio beside what is promised; whether it is kept."""
    kept = ratio >= bound if least else ratio < bound
    says = "at least" if least else "less than"
    print(f"{name:12} ratio {ratio:6.3f}   {says} {bound:g} is promised: {'kept' if kept else 'NOT KEPT'}")
    return kept


if __name__ == "__main__":
    sys.exit(main())
