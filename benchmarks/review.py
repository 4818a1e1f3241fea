"""How soon the pages of a review answer, for a pack of many pages.

    python benchmarks/review.py [--pages N] [FILE...]

Makes a pack of the pages of PDFs (by default of the sample's), reads it into a database, serves that, and prints for
each kind of page the time of the first answer and the median of those after it.
"""

from __future__ import annotations

import argparse
import shutil
import statistics
import tempfile
import threading
import time
from pathlib import Path

import httpx
import uvicorn
from memory import write_pack

from boardmine.analysis import analyse
from boardmine.catalogue import catalogue
from boardmine.checks.rules import rules
from boardmine.review.serve import open_desk
from boardmine.review.web.app import application
from boardmine.review.web.site import Settings, Site
from boardmine.store.connect import writing
from boardmine.store.findings import refresh_findings
from boardmine.store.load import put
from boardmine.store.rows import rows_of

SAMPLE = Path(__file__).resolve().parent.parent / "sample_docs" / "2023-10-10-agenda-pack.pdf"
AGAIN = 5


def main() -> None:
    """Make the pack, serve it, measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=int, default=200)
    parser.add_argument("files", nargs="*", type=Path)
    asked = parser.parse_args()
    folder = Path(tempfile.mkdtemp())
    try:
        pack, db = folder / "pack.pdf", folder / "pack.duckdb"
        write_pack(asked.files or [SAMPLE], asked.pages, pack)
        with writing(db, catalogue()) as connection:
            put(connection, rows_of(analyse(pack)), "rules", 1)
            refresh_findings(connection, catalogue(), rules())
        measure(db)
    finally:
        shutil.rmtree(folder)


def measure(db: Path) -> None:
    """Serve a database, ask for its pages and print how long they take."""
    with open_desk(db) as desk:
        site = Site(desk)
        config = uvicorn.Config(application(site), port=0, log_level="error", access_log=False)
        socket = config.bind_socket()
        site.settings = Settings(port=socket.getsockname()[1])
        server = uvicorn.Server(config)
        thread = threading.Thread(target=server.run, args=([socket],))
        thread.start()
        while not server.started:
            time.sleep(0.01)
        with desk.store() as connection:
            [(key, start, page, number)] = connection.execute(
                "SELECT document, number_start, page, (SELECT count(*) FROM observations) FROM observations LIMIT 1"
            ).fetchall()
        print(f"{number:,} observations")
        pages = {
            "queue": "/queue",
            "queue of everything": "/queue?everything=yes",
            "a number, its marks to follow": f"/numbers/{key}/{start}",
            "picture of its page": f"/pictures/{key}/{page}-96.png",
            "its marks, the paper being read": f"/numbers/{key}/{start}/marks",
            "a number of a paper that was read": f"/numbers/{key}/{start}?wait=1",
            "all numbers of a page": f"/papers/{key}/pages/{page}",
        }
        with httpx.Client(base_url=f"http://127.0.0.1:{site.settings.port}", timeout=600) as client:
            for name, path in pages.items():
                first, *rest = [seconds(client, path) for _ in range(1 + AGAIN)]
                print(f"{name:36} first {first * 1000:7,.0f} ms, then {statistics.median(rest) * 1000:6,.0f} ms")
        server.should_exit = True
        thread.join()


def seconds(client: httpx.Client, path: str) -> float:
    """The seconds until a page is there."""
    start = time.perf_counter()
    client.get(path).raise_for_status()
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
