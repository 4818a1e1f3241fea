"""How fast PDFs are read, and in how much memory, against pdfplumber on the same pages.

    python benchmarks/reading.py FOLDER...            documents into blocks and tables, against pdfplumber's
                                                      extract_words() and find_tables() on every page
    python benchmarks/reading.py --tables FOLDER...   against find_tables() alone
    python benchmarks/reading.py --memory FOLDER...   peak memory of a pack of 50 pages and of one of 500, made of
                                                      the folder's documents one behind the other

Each figure is measured in a process of its own, one after the other, so that neither caches nor memory of one help or
burden the next; the time is the processor's, imports left out. The order of the two is turned with every repeat.
"""

from __future__ import annotations

import argparse
import json
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

PACKS = (50, 500)


def read_folder(folder: Path) -> dict[str, float]:
    """Seconds and pages of reading every PDF in a folder with boardmine."""
    from boardmine.readers.pdf import read
    from boardmine.readers.source import Source

    files = [(path, path.read_bytes()) for path in sorted(folder.glob("*.pdf"))]
    start = time.process_time()
    pages = sum(len(read(Source(str(path), path.stem, data)).pages) for path, data in files)
    return {"seconds": time.process_time() - start, "pages": pages}


def plumb_folder(folder: Path, words: bool) -> dict[str, float]:
    """Seconds and pages of finding the tables of every PDF in a folder with pdfplumber, and its words too."""
    import pdfplumber

    files = sorted(folder.glob("*.pdf"))
    start = time.process_time()
    pages = 0
    for path in files:
        with pdfplumber.open(path) as pdf:
            for page in pdf.pages:
                if words:
                    page.extract_words()
                page.find_tables()
                page.close()
                pages += 1
    return {"seconds": time.process_time() - start, "pages": pages}


def read_pack(pack: Path) -> dict[str, float]:
    """The peak memory in MB of a process that reads one file."""
    import resource

    from boardmine.readers.pdf import read
    from boardmine.readers.source import Source

    document = read(Source(str(pack), pack.stem, pack.read_bytes()))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {"megabytes": peak, "pages": len(document.pages), "words": len(document.words)}


def make_pack(folder: Path, pages: int, path: Path) -> None:
    """Write a pack of the pages of a folder's documents, over and over until there are enough."""
    import pypdfium2 as pdfium

    sources = [pdfium.PdfDocument(p) for p in sorted(folder.glob("*.pdf"))]
    pack = pdfium.PdfDocument.new()
    while len(pack) < pages:
        for source in sources:
            take = min(len(source), pages - len(pack))
            if take:
                pack.import_pages(source, list(range(take)))
    pack.save(path)


def fresh(task: str, target: Path) -> dict[str, float]:
    """Do a task in a new process and give back what it measured."""
    command = [sys.executable, __file__, "--task", task, str(target)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)  # noqa: S603
    result: dict[str, float] = json.loads(done.stdout)
    return result


def compare(folder: Path, rival: str, repeats: int) -> None:
    """Print pages a second of both, and by how much boardmine is the faster."""
    rates: dict[str, list[float]] = {"read": [], rival: []}
    pages = 0.0
    for i in range(repeats):
        for task in ("read", rival) if i % 2 == 0 else (rival, "read"):
            found = fresh(task, folder)
            pages = found["pages"]
            rates[task].append(pages / found["seconds"])
    ours, theirs = statistics.median(rates["read"]), statistics.median(rates[rival])
    what = "words and tables" if rival == "words" else "tables"
    print(  # noqa: T201
        f"{folder.name}: {pages:.0f} pages; boardmine {ours:.1f} pages/s, pdfplumber ({what}) {theirs:.1f} pages/s: "
        f"{ours / theirs:.1f} times as fast"
    )


def memory(folder: Path) -> None:
    """Print the peak memory of reading a short and a long pack, and their ratio."""
    peaks = []
    with tempfile.TemporaryDirectory() as scratch:
        for pages in PACKS:
            pack = Path(scratch) / f"pack{pages}.pdf"
            make_pack(folder, pages, pack)
            found = fresh("pack", pack)
            peaks.append(found["megabytes"])
            size = pack.stat().st_size / 1e6
            print(  # noqa: T201
                f"{folder.name}: {found['pages']:.0f} pages ({size:.1f} MB, {found['words']:.0f} words): "
                f"peak {found['megabytes']:.0f} MB"
            )
    print(f"{folder.name}: {peaks[1] / peaks[0]:.2f} times the memory for ten times the pages")  # noqa: T201


def main() -> None:
    """Parse the command line and measure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--tables", action="store_true", help="against find_tables() alone")
    parser.add_argument("--memory", action="store_true", help="peak memory of packs instead of speed")
    parser.add_argument("--repeats", type=int, default=1)
    parser.add_argument("--task", choices=["read", "words", "tables", "pack"], help=argparse.SUPPRESS)
    args = parser.parse_args()
    if args.task:
        target = args.folders[0]
        if args.task == "read":
            result = read_folder(target)
        elif args.task == "pack":
            result = read_pack(target)
        else:
            result = plumb_folder(target, words=args.task == "words")
        json.dump(result, sys.stdout)
        return
    for folder in args.folders:
        if args.memory:
            memory(folder)
        else:
            compare(folder, "tables" if args.tables else "words", args.repeats)


if __name__ == "__main__":
    main()
