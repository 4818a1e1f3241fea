"""How fast and in how much memory papers are read, held against pdfplumber on the same pages in the same run.

    python benchmarks/read.py [--folder FOLDER ...] [--most-pages N]

Reads the PDFs of BOARDMINE_CORPUS/reports and other/, or of sample_docs/ where the variable is not set, in one process.
Three things are timed file by file, in turn, in seconds of this process's own time, which a busy machine lengthens
less than the clock's:

- `pdfplumber`: `extract_words()` and `find_tables()` of every page, each page closed behind it;
- `read`: blocks, tables, words and parts, as `boardmine inspect` shows them;
- `extract`: the whole way to observations and the ledger, as `boardmine extract` goes it.

The ratios at the end are times of pdfplumber over times of boardmine, and what is promised of them is promised for
the corpus: the few pages of sample_docs/ are made to be full of figures. Tables are timed on BOARDMINE_CORPUS/tables
with `find_tables()` alone. Memory is the peak of a fresh process that reads a pack of 50 and one of 500 pages, made of
the same pages; of the longer also that of a worker of `boardmine ingest`, of the shorter that of pdfplumber.
"""

from __future__ import annotations

import argparse
import os
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pdfplumber
from memory import peaks
from startup import startups

from boardmine.analysis import analyse
from boardmine.document import Document
from boardmine.readers.parts import find_parts
from boardmine.readers.reading import load_source, read

HERE = Path(__file__).resolve().parent
LEAST_READ, LEAST_EXTRACT, LEAST_TABLES, MOST_MEMORY, MOST_OF_WORKER = 10.0, 5.0, 5.0, 1.5, 400.0
"""What is promised: ratios of time, of the peak of 500 pages to that of 50, and the MB of a worker on 500 pages."""


def main() -> int:
    """Run what was asked for; 1 where a promise is not kept."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--folder", type=Path, action="append", help="a folder of PDFs (may be given again)")
    parser.add_argument("--most-pages", type=int, default=0, metavar="N", help="leave out files of more pages")
    asked = parser.parse_args()
    corpus = os.environ.get("BOARDMINE_CORPUS")
    folders = asked.folder or (
        [Path(corpus, "reports"), Path(corpus, "other")] if corpus else [HERE.parent / "sample_docs"]
    )
    files = [file for file in pdfs_of(folders) if not asked.most_pages or pages_of(file) <= asked.most_pages]
    if not files:
        sys.exit(f"no PDF in {', '.join(map(str, folders))}")
    analyse(files[0])  # the pipeline is built once a process, and not timed
    starting()
    kept = whole_papers(files)
    if corpus and not asked.folder:
        kept &= tables_alone(pdfs_of([Path(corpus, "tables")]))
    return 0 if kept & memory(files) else 1


def say(line: str) -> None:
    """Print a line at once: a run takes minutes."""
    print(line, flush=True)


def pdfs_of(folders: Iterable[Path]) -> list[Path]:
    """The PDFs of folders, in order of name."""
    return [file for folder in folders for file in sorted(folder.glob("*.pdf"))]


def pages_of(file: Path) -> int:
    """How many pages a PDF has."""
    with pdfplumber.open(file) as pdf:
        return len(pdf.pages)


def whole_papers(files: list[Path]) -> bool:
    """Time reading and extracting of papers; whether both are as fast as promised."""
    observations = 0

    def extract(file: Path) -> None:
        nonlocal observations
        observations += len(analyse(file).observations)

    ways: dict[str, Callable[[Path], object]] = {"pdfplumber": words_and_tables, "read": parted, "extract": extract}
    spent = dict.fromkeys(ways, 0.0)
    pages = 0
    say(f"{'':44} {'pages':>6} " + " ".join(f"{way + ', s':>13}" for way in ways))
    for file in files:
        times = {way: timed(work, file) for way, work in ways.items()}
        count = pages_of(file)
        pages += count
        for way, seconds in times.items():
            spent[way] += seconds
        say(f"{file.stem[:44]:44} {count:6} " + " ".join(f"{seconds:13.2f}" for seconds in times.values()))
    for way, seconds in spent.items():
        ratio = f"{spent['pdfplumber'] / seconds:6.1f} times pdfplumber"
        say(f"{way:12} {pages / seconds:8.1f} pages a second and core   {ratio}")
    say(f"{'extract':12} {observations / spent['extract']:8.1f} observations a second and core")
    reading = spent["pdfplumber"] / spent["read"]
    extracting = spent["pdfplumber"] / spent["extract"]
    return promised("read", reading, LEAST_READ) & promised("extract", extracting, LEAST_EXTRACT)


def tables_alone(files: list[Path]) -> bool:
    """Time the reading of the files of tables against `find_tables()` alone."""
    times = [(timed(tables_found, file), timed(only_read, file)) for file in files]
    return promised("tables", sum(slow for slow, _ in times) / sum(fast for _, fast in times), LEAST_TABLES)


def memory(files: list[Path]) -> bool:
    """Measure the peaks of a short and a long pack, of a worker on the long one, and of pdfplumber on the short one."""
    short, long, worker, other = peaks(files, (("read", 50), ("read", 500), ("worker", 500), ("pdfplumber", 50)))
    say(f"peak of 50 pages {short:.0f} MB, of 500 pages {long:.0f} MB, of a worker on 500 pages {worker:.0f} MB")
    say(f"peak of pdfplumber on the 50 pages {other:.0f} MB: boardmine's is {short / other:.2f} of it")
    kept = promised("memory", long / short, MOST_MEMORY, least=False)
    return kept & promised("worker", worker, MOST_OF_WORKER, least=False, what="peak")


def starting() -> None:
    """Say what a start costs."""
    found = startups(3)
    for name, seconds in found.items():
        say(f"start: {name:22} {seconds:5.2f} s, {seconds / found['pdfplumber']:.2f} of pdfplumber's")


def promised(name: str, ratio: float, bound: float, least: bool = True, what: str = "ratio") -> bool:
    """Print a ratio, or a peak in MB, beside what is promised; whether it is kept."""
    kept = ratio >= bound if least else ratio <= bound
    says = "at least" if least else "at most"
    say(f"{name:12} {what} {ratio:6.2f}   {says} {bound:g} is promised: {'kept' if kept else 'NOT KEPT'}")
    return kept


def timed(work: Callable[[Path], object], file: Path) -> float:
    """Seconds that a piece of work takes."""
    start = time.process_time()
    work(file)
    return time.process_time() - start


def only_read(file: Path) -> Document:
    """A file read, with its tables."""
    return read(load_source(file))


def parted(file: Path) -> None:
    """A file read, and its parts found."""
    find_parts(only_read(file))


def words_and_tables(file: Path) -> None:
    """What pdfplumber needs to come as far as words and tables."""
    for page in open_pages(file):
        page.extract_words()
        page.find_tables()


def tables_found(file: Path) -> None:
    """What pdfplumber needs to come as far as tables."""
    for page in open_pages(file):
        page.find_tables()


def open_pages(file: Path) -> Iterator[pdfplumber.page.Page]:
    """The pages of a file, each closed when the next is asked for."""
    with pdfplumber.open(file) as pdf:
        for page in pdf.pages:
            yield page
            page.close()


if __name__ == "__main__":
    sys.exit(main())
