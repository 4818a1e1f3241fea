"""The peak memory of reading packs: a fresh process reads each and says what it needed.

Called by `read.py`; by itself, `python benchmarks/memory.py WAY FILE`, it reads one file in one of the WAYS and prints
its peak in MB.
"""

from __future__ import annotations

import resource
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Sequence
from itertools import cycle
from pathlib import Path

import pypdfium2 as pdfium

SHORTEST = 50
"""Pages after which a pack repeats itself."""


def peaks(files: Sequence[Path], wanted: Iterable[tuple[str, int]]) -> list[float]:
    """The peak in MB for each way and size in pages, of a pack made of the pages of files in turn."""
    found = []
    with tempfile.TemporaryDirectory() as folder:
        for way, size in wanted:
            pack = Path(folder, f"{size}.pdf")
            if not pack.exists():
                write_pack(files, size, pack)
            command = [sys.executable, __file__, way, str(pack)]
            said = subprocess.run(command, check=True, capture_output=True, text=True, timeout=3600)
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


def nothing(_: Path) -> None:
    """What an interpreter needs that has imported this file."""


def only_read(file: Path) -> None:
    """A document made."""
    from boardmine.readers.reading import load_source, read

    read(load_source(file))


def work(file: Path) -> None:
    """All that a worker of `boardmine ingest` does with a file."""
    from boardmine.batch.work import read_rows

    read_rows(file)


def by_pdfplumber(file: Path) -> None:
    """Words and tables by pdfplumber, each page closed behind it."""
    import pdfplumber

    with pdfplumber.open(file) as pdf:
        for page in pdf.pages:
            page.extract_words()
            page.find_tables()
            page.close()


WAYS: dict[str, Callable[[Path], None]] = {
    "nothing": nothing,
    "read": only_read,
    "worker": work,
    "pdfplumber": by_pdfplumber,
}


def main() -> None:
    """Read the file that is named in the way that is named, and print the peak of this process."""
    WAYS[sys.argv[1]](Path(sys.argv[2]))
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
