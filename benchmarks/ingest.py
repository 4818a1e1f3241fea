"""How much faster two workers ingest than one, and how little a second run of an unchanged folder takes.

    python benchmarks/ingest.py [--folder FOLDER ...] [--rounds N]

Reads BOARDMINE_CORPUS/ofsted and other/, or sample_docs/ where the variable is not set. The runs are made
in turn, one worker and two, as a shell would make them, start-up and all; of each kind the fastest of the rounds
counts, because whatever else the machine does only ever lengthens a run. Before it, two loops that do nothing but
count say how much faster two processes are than one on this machine: no ingest can be more.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
LEAST_GAIN, MOST_AGAIN = 1.7, 0.03
"""What is promised: time with one worker over time with two, and time of a second run over that of a first with one."""

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
    times: dict[str, list[float]] = {"one worker": [], "two workers": [], "again": []}
    machine = []
    for _ in range(asked.rounds):
        machine.append(2 * counted(1) / counted(2))
        for name, jobs in (("one worker", 1), ("two workers", 2)):
            with tempfile.TemporaryDirectory() as place:
                store = Path(place, "store.duckdb")
                times[name].append(ingested(folders, store, jobs))
                if jobs == 2:
                    times["again"].append(ingested(folders, store, jobs))
        print(", ".join(f"{name} {seconds[-1]:.1f} s" for name, seconds in times.items()), flush=True)
    best = {name: min(seconds) for name, seconds in times.items()}
    print(f"{'machine':12} ratio {max(machine):6.2f}   two processes that only count, over one")
    gain = promised("two workers", best["one worker"] / best["two workers"], LEAST_GAIN, least=True)
    again = promised("again", best["again"] / best["one worker"], MOST_AGAIN, least=False)
    print(f"{'':12} ratio {best['again'] / best['two workers']:6.3f}   the same over a first run with two workers")
    return 0 if gain and again else 1


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
