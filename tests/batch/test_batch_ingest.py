"""Ingest on real files: what is good goes in, what is bad is named, and nothing is done by halves."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import Any

import crashing
import pytest
from small_papers import write_small

from boardmine.batch.commit import Done
from boardmine.batch.discover import discover
from boardmine.batch.ingest import ingest, make_plan, preview
from boardmine.batch.plan import State
from boardmine.batch.reading import Reading
from boardmine.batch.work import attempt, read_rows, run
from boardmine.errors import CatalogueError
from boardmine.store.connect import reading
from boardmine.store.load import Counts
from boardmine.store.rows import Reject

SAMPLES = Path(__file__).resolve().parents[2] / "sample_docs"
MARKDOWN = "2023-07-11-childrens-services-scorecard.md"
TABLES = ("documents", "parts", "observations", "ledger", "rejects", "runs")


@pytest.fixture
def samples(tmp_path: Path) -> Path:
    """The sample documents."""
    folder = tmp_path / "samples"
    folder.mkdir()
    for path in SAMPLES.glob("20*"):
        shutil.copy(path, folder)
    return folder


@pytest.fixture
def papers(tmp_path: Path) -> Path:
    """One of the sample documents, and a small paper of each other format."""
    folder = tmp_path / "papers"
    folder.mkdir()
    for name in (MARKDOWN, f"{MARKDOWN}.meta.json"):
        shutil.copy(SAMPLES / name, folder)
    for i, form in enumerate(("html", "docx", "pdf")):
        write_small(folder, form, form, 400 + i)
    return folder


@pytest.fixture
def store(tmp_path: Path) -> Path:
    return tmp_path / "store.duckdb"


def take_in(store: Path, *paths: Path, jobs: int = 1, dry: bool = False) -> tuple[Counts, list[Done]]:
    done: list[Done] = []
    steps = make_plan(discover(paths).files, store)
    return (preview if dry else ingest)(steps, store, done.append, Reading(jobs)), done


def dump(store: Path, *tables: str) -> dict[str, list[Any]]:
    with reading(store) as connection:
        return {t: connection.execute(f"SELECT * FROM {t} ORDER BY ALL").fetchall() for t in tables or TABLES}


def assert_whole(store: Path) -> None:
    """Every document has just the rows that it says it has, and no row is without its document."""
    with reading(store) as connection:
        short = connection.execute(
            "SELECT name FROM documents AS d WHERE observations <> "
            "(SELECT count(*) FROM observations WHERE document = d.id) "
            "OR NOT EXISTS (FROM parts WHERE document = d.id)"
        ).fetchall()
        lost = connection.execute(
            "SELECT document FROM observations WHERE (document, part) NOT IN (SELECT (document, number) FROM parts) "
            "UNION ALL SELECT document FROM parts WHERE document NOT IN (SELECT id FROM documents) "
            "UNION ALL SELECT document FROM ledger WHERE document NOT IN (SELECT id FROM documents)"
        ).fetchall()
    assert (short, lost) == ([], [])


def test_the_sample_documents_go_in_by_two_workers(samples: Path, store: Path) -> None:
    counts, done = take_in(store, samples, jobs=2)
    assert (counts.new, counts.changed, counts.refused) == (4, 0, 0)
    assert counts.observations == len(dump(store)["observations"]) == sum(d.observations for d in done) > 100
    assert {row[3] for row in dump(store)["documents"]} == {"pdf", "docx", "html", "text"}
    assert_whole(store)


def test_workers_write_what_one_process_writes(papers: Path, tmp_path: Path) -> None:
    take_in(tmp_path / "one.duckdb", papers, jobs=1)
    take_in(tmp_path / "two.duckdb", papers, jobs=2)
    tables = ("documents", "parts", "observations", "ledger")
    assert dump(tmp_path / "one.duckdb", *tables) == dump(tmp_path / "two.duckdb", *tables)


def test_the_ledger_of_a_document_accounts_for_all_its_numbers(papers: Path, store: Path) -> None:
    take_in(store, papers / MARKDOWN)
    text = (papers / MARKDOWN).read_text(encoding="utf-8")
    numerals = sum(row[2] for row in dump(store)["ledger"])
    assert numerals >= len(re.findall(r"\d+(?:[.,]\d+)*", text))


def test_ingest_twice_changes_nothing(papers: Path, store: Path) -> None:
    take_in(store, papers)
    before, stamp = dump(store), store.read_bytes()
    counts, done = take_in(store, papers)
    assert (counts.new, counts.changed, counts.unchanged, done) == (0, 0, 4, [])
    assert dump(store) == before
    assert store.read_bytes() == stamp


def test_a_changed_paper_replaces_its_own_rows_only(papers: Path, store: Path) -> None:
    take_in(store, papers)
    before = dump(store)
    path = papers / MARKDOWN
    path.write_text(path.read_text(encoding="utf-8").replace("**412**", "**413**"), encoding="utf-8")
    counts, [done] = take_in(store, papers)
    assert (counts.changed, counts.unchanged) == (1, 3)
    assert (done.step.path.name, done.step.state) == (MARKDOWN, State.CHANGED)
    assert done.added == done.gone > 0
    after = dump(store)
    key = next(row[0] for row in after["documents"] if row[2] == path.stem)
    for table in ("parts", "observations", "ledger"):
        assert [r for r in after[table] if r[0] != key] == [r for r in before[table] if r[0] != key]
    values = [row[5] for row in after["observations"] if row[0] == key]
    assert 413 in values
    assert 412 not in values
    assert_whole(store)


def test_a_changed_sidecar_is_a_changed_paper(papers: Path, store: Path) -> None:
    take_in(store, papers)
    sidecar = papers / f"{MARKDOWN}.meta.json"
    sidecar.write_text(sidecar.read_text(encoding="utf-8").replace("2023-07-11", "2023-07-12"), encoding="utf-8")
    counts, [done] = take_in(store, papers)
    assert (counts.changed, done.step.path.name) == (1, MARKDOWN)


def test_a_paper_that_is_gone_stays_in_the_store(papers: Path, store: Path) -> None:
    take_in(store, papers)
    before = dump(store, "documents")
    (papers / MARKDOWN).unlink()
    take_in(store, papers)
    assert dump(store, "documents") == before


def test_a_paper_that_breaks_keeps_what_it_said_until_it_is_whole_again(papers: Path, store: Path) -> None:
    path = papers / MARKDOWN
    good = path.read_bytes()
    take_in(store, path)
    before = dump(store, "observations")
    path.write_bytes(b"\x89PNG\r\n\x1a\n")
    counts, [done] = take_in(store, path)
    assert counts.refused == 1
    assert done.reject is not None
    assert dump(store, "observations") == before
    counts, done_again = take_in(store, path)
    assert (counts.refused, done_again) == (1, [])
    path.write_bytes(good)
    counts, _ = take_in(store, path)
    assert (counts.changed, counts.refused, dump(store)["rejects"]) == (1, 0, [])


def test_a_dry_run_says_what_ingest_does_and_writes_nothing(papers: Path, store: Path) -> None:
    would, done = take_in(store, papers, dry=True)
    assert not store.exists()
    did, _ = take_in(store, papers)
    assert would == did
    assert all(d.added == d.observations for d in done)
    path = papers / MARKDOWN
    path.write_text(path.read_text(encoding="utf-8").replace("**412**", "**413**"), encoding="utf-8")
    stamp = store.read_bytes()
    would, [planned] = take_in(store, papers, dry=True)
    assert store.read_bytes() == stamp
    did, [actual] = take_in(store, papers)
    assert (would, planned.added, planned.gone) == (did, actual.added, actual.gone)


def test_a_crash_of_ours_costs_one_file_and_is_tried_again(
    papers: Path, store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("boardmine.batch.ingest.read_rows", crashing.read_rows)
    counts, _ = take_in(store, papers)
    assert (counts.new, counts.refused) == (3, 1)
    [reject] = dump(store)["rejects"]
    assert reject[2] == "Crash"
    assert "ZeroDivisionError: of ours" in reject[3]
    assert "Traceback" in reject[4]
    assert_whole(store)
    monkeypatch.undo()
    counts, _ = take_in(store, papers)
    assert (counts.new, counts.refused, dump(store)["rejects"]) == (1, 0, [])


def test_an_error_that_is_not_about_a_file_ends_the_run() -> None:
    def broken(path: Path) -> None:
        raise CatalogueError("demand.yaml", 3, "is wrong")

    with pytest.raises(CatalogueError):
        list(run(broken, [Path("a"), Path("b")]))


def test_a_wrong_sidecar_is_named(papers: Path) -> None:
    sidecar = papers / f"{MARKDOWN}.meta.json"
    sidecar.write_text("{", encoding="utf-8")
    result = attempt(read_rows, papers / MARKDOWN)
    assert isinstance(result, Reject)
    assert result.kind == "BadSidecar"
    assert sidecar.name in result.reason
