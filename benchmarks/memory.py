"""The peak memory of reading packs: a fresh process reads each and says what it needed.

Called by `read.py`; by itself, `python benchmarks/memory.py FILE`, it reads one file and prints its peak in MB.
"""

from __future__ import annotations

import resource
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Sequence
from itertools import cycle
from pathlib import Path

import pypdfium2 as pdfium

SHORTEST = 50
"""Pages after which a pack repeats itself."""


def peaks(files: Sequence[Path], sizes: Iterable[int]) -> list[float]:
    """The peak in MB for a pack of each size in pages, made of the pages of files in turn."""
    found = []
    with tempfile.TemporaryDirectory() as folder:
        for size in sizes:
            pack = Path(folder, f"{size}.pdf")
            write_pack(files, size, pack)
            command = [sys.executable, __file__, str(pack)]
            said = subprocess.run(command, check=True, capture_output=True, text=True, timeout=600)
            found.append(float(said.stdout))
    return found


def write_pack(files: Sequence[Path], size: int, pack: Path) -> None:
    """Write a PDF of `size` pages: the first of the files, over and over, so that packs differ in length only."""
    opened = [pdfium.PdfDocument(file) for file in files]
    made = pdfium.PdfDocument.new()
    while len(made) < size:
        round_ends = min(len(made) + SHORTEST, size)
        for source in cycle(opened):
            made.import_pages(source, range(min(len(source), round_ends - len(made))))
            if len(made) >= round_ends:
                break
    made.save(pack)
    for document in (made, *opened):
        document.close()


def main() -> None:
    """Read the file that is named and print the peak of this process."""
    from boardmine.readers import load_source, read

    read(load_source(Path(sys.argv[1])))
    sys.stdout.write(f"{peak_of_this_process():.1f}\n")


def peak_of_this_process() -> float:
    """The peak in MB. Where the system tells it of this program alone that is taken: `getrusage` counts what the
    process was before it began to run it, a copy of the one that started it."""
    status = Path("/proc/self/status")
    if status.exists():
        line = next(line for line in status.read_text().splitlines() if line.startswith("VmHWM"))
        return int(line.split()[1]) / 1024
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (1024 * 1024 if sys.platform == "darwin" else 1024)


if __name__ == "__main__":
    main()
