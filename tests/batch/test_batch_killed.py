"""Whatever happens to a run, the store is whole, and the next run takes up what is missing."""

from __future__ import annotations

import os
import random
import resource
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from stores import rows_of_store

from boardmine.catalogue import catalogue
from boardmine.store.connect import writing

SAMPLES = Path(__file__).resolve().parents[2] / "sample_docs"
MARKDOWN = (SAMPLES / "2023-07-11-childrens-services-scorecard.md").read_text(encoding="utf-8")
KILLS = 20
PAPERS = 160


def command(papers: Path, store: Path) -> list[str]:
    return [sys.executable, "-m", "boardmine", "ingest", str(papers), "--db", str(store), "--jobs", "2"]


@pytest.fixture
def papers(tmp_path: Path) -> Path:
    """Papers that differ, papers that are the same, and some that cannot be read."""
    folder = tmp_path / "papers"
    folder.mkdir()
    for i in range(PAPERS):
        (folder / f"{i:03}.md").write_text(MARKDOWN.replace("412", str(400 + i // 2)), encoding="utf-8")
    for i in range(PAPERS // 10):
        (folder / f"bad{i:02}.pdf").write_bytes(b"%PDF-1.7\n" + b"rubbish " * 500)
    return folder


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="there is no SIGKILL")
def test_a_run_killed_at_twenty_moments_ends_as_one_that_was_not(papers: Path, tmp_path: Path) -> None:
    undisturbed, store = tmp_path / "undisturbed.duckdb", tmp_path / "store.duckdb"
    began = time.monotonic()
    with subprocess.Popen(command(papers, undisturbed), stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as running:
        assert running.stdout is not None
        running.stdout.readline()
        first = time.monotonic() - began
        running.stdout.read()
    whole = time.monotonic() - began
    chance = random.Random(4711)
    had = 0
    for _ in range(KILLS):
        with subprocess.Popen(
            command(papers, store), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
        ) as running:
            time.sleep(chance.uniform(0, first + (whole - first) / (KILLS / 2)))
            running.kill()
        if store.exists():
            rows = rows_of_store(store)
            assert {row[0] for row in rows["parts"]} == {row[0] for row in rows["documents"]}
            assert sum(row[11] for row in rows["documents"]) == len(rows["observations"])
            assert len(rows["documents"]) >= had
            had = len(rows["documents"])
    subprocess.run(command(papers, store), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
    expected, found = rows_of_store(undisturbed), rows_of_store(store)
    assert len(expected["documents"]) == PAPERS and len(expected["copies"]) > 0 and len(expected["rejects"]) > 0
    for table, rows in expected.items():
        assert found[table] == rows, table


def test_a_locked_store_is_said_and_nothing_is_read(papers: Path, tmp_path: Path) -> None:
    store = tmp_path / "store.duckdb"
    with writing(store, catalogue()):
        ended = subprocess.run(command(papers, store), capture_output=True, text=True)
    assert ended.returncode == 3
    assert ended.stderr.count("\n") == 1
    assert f"another program is using the database (process {os.getpid()})" in ended.stderr
    assert ended.stdout == ""


@pytest.mark.skipif(os.name == "nt", reason="needs limits of the system")
def test_a_full_disk_is_said_and_leaves_whole_documents(papers: Path, tmp_path: Path) -> None:
    store = tmp_path / "store.duckdb"

    def little_room() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (2_500_000, 2_500_000))

    given = command(papers, store)
    ended = subprocess.run(given, capture_output=True, text=True, preexec_fn=little_room)
    assert ended.returncode == 3
    assert ended.stderr.splitlines()[-1].startswith(f"boardmine: {store}: the disk has no room left")
    subprocess.run(given, capture_output=True, check=False)
    assert len(rows_of_store(store)["documents"]) == PAPERS
