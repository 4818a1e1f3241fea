"""Whatever happens to a run, the store is whole, and the next run takes up what is missing."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from small_papers import FORMATS, write_small
from stores import rows_of_store
from warm_runs import WarmRuns

from boardmine.catalogue import catalogue
from boardmine.store.connect import reading, writing

pytestmark = pytest.mark.skipif(os.name == "nt", reason="needs signals, forks and limits of the system")

KILLS = 20
COLD = 2
"""Kills of a run that was started as from a shell, at an event that it tells; the others are at random moments."""
EARLY = 5
"""Kills at a moment before a run has written anything, most often; the others are at a moment behind that."""
PAPERS = 40
READ = '"event": "read"'
"""What a run writes of each paper that is in the store."""


@pytest.fixture(scope="module")
def papers(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Papers that differ, papers that are the same, and some that cannot be read."""
    folder = tmp_path_factory.mktemp("papers")
    for i in range(PAPERS):
        write_small(folder, f"{i:03}", FORMATS[i % 4], 400 + i // 6)
    for i in range(PAPERS // 10):
        (folder / f"bad{i:02}.pdf").write_bytes(b"%PDF-1.7\n" + b"rubbish " * 500)
    return folder


def ingest(papers: Path, store: Path) -> list[str]:
    return ["ingest", str(papers), "--db", str(store), "--jobs", "2", "--format", "jsonl"]


def assert_whole(store: Path) -> int:
    """What a store has of a document it has whole; gives back how many documents there are."""
    with reading(store) as connection:
        [(documents, stated, held, strays)] = connection.execute(
            "SELECT (SELECT count(*) FROM documents), (SELECT coalesce(sum(observations), 0) FROM documents), "
            "(SELECT count(*) FROM observations), (SELECT count(*) FROM (SELECT DISTINCT document FROM parts) AS p "
            "FULL JOIN documents AS d ON d.id = p.document WHERE d.id IS NULL OR p.document IS NULL)"
        ).fetchall()
    assert (held, strays) == (stated, 0)
    return int(documents)


def kill_at_event(papers: Path, store: Path, number: int) -> None:
    command = [sys.executable, "-m", "boardmine", *ingest(papers, store)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as running:
        assert running.stdout is not None
        events = [json.loads(running.stdout.readline())["event"] for _ in range(number)]
        assert events[0] == "plan" and events[-1] in ("read", "refused")
        running.kill()


def test_a_run_killed_at_twenty_moments_ends_as_one_that_was_not(papers: Path, runs: WarmRuns, tmp_path: Path) -> None:
    undisturbed, store = tmp_path / "undisturbed.duckdb", tmp_path / "store.duckdb"
    # Measured at the second run: in the first the server of workers is still getting ready.
    for measured in (tmp_path / "ready.duckdb", undisturbed):
        runs.start(ingest(papers, measured))
        began = time.monotonic()
        runs.wait_for(READ)
        first = time.monotonic() - began
        assert runs.end().status == 1
        rest = time.monotonic() - began - first
    chance = random.Random(4711)
    had = killed = grew = 0
    while killed < KILLS:
        if had == PAPERS:
            # Begin anew, so that each kill finds something to spoil.
            store.unlink()
            had = 0
        if killed < COLD:
            kill_at_event(papers, store, 2 + killed)
            killed += 1
        else:
            runs.start(ingest(papers, store))
            if killed < COLD + EARLY:
                time.sleep(chance.uniform(0, first))
            else:
                runs.wait_for(READ)
                time.sleep(chance.uniform(0, rest / 2))
            runs.send(signal.SIGKILL)
            killed += runs.end().status == -signal.SIGKILL
        if store.exists():
            now = assert_whole(store)
            assert now >= had
            grew += now > had
            had = now
    assert grew >= KILLS - COLD - EARLY
    runs.start(ingest(papers, store))
    assert runs.end().status == 1
    expected, found = rows_of_store(undisturbed), rows_of_store(store)
    assert len(expected["documents"]) == PAPERS and len(expected["copies"]) > 0 and len(expected["rejects"]) > 0
    for table, rows in expected.items():
        assert found[table] == rows, table


@pytest.mark.parametrize("number, status", [(signal.SIGTERM, 143), (signal.SIGINT, 130)])
def test_a_run_that_is_asked_to_end_does_so(
    papers: Path, runs: WarmRuns, tmp_path: Path, number: int, status: int
) -> None:
    store = tmp_path / "store.duckdb"
    runs.start(ingest(papers, store))
    runs.wait_for(READ)
    runs.send(number)
    ended = runs.end()
    assert (ended.status, ended.err) == (status, "")
    assert 1 <= assert_whole(store) < PAPERS


def test_a_locked_store_is_said_and_nothing_is_read(papers: Path, runs: WarmRuns, tmp_path: Path) -> None:
    store = tmp_path / "store.duckdb"
    with writing(store, catalogue()):
        runs.start(ingest(papers, store))
        ended = runs.end()
    assert ended.status == 3
    assert ended.err.count("\n") == 1
    assert f"another program is using the database (process {os.getpid()})" in ended.err
    assert ended.out == ""


def test_a_full_disk_is_said_and_leaves_whole_documents(papers: Path, runs: WarmRuns, tmp_path: Path) -> None:
    store = tmp_path / "store.duckdb"
    with writing(store, catalogue()):
        pass
    # The log has room for some papers and not for all.
    runs.start(ingest(papers, store), most_bytes=60_000)
    ended = runs.end()
    assert ended.status == 3
    assert ended.err.splitlines()[-1].startswith(f"boardmine: {store}: the disk has no room left")
    assert 1 <= assert_whole(store) < PAPERS
    runs.start(ingest(papers, store))
    assert runs.end().status == 1
    assert assert_whole(store) == PAPERS
