"""`boardmine ingest --executor` and `boardmine gather` as somebody sees them who has a cluster."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
from shell import Run

from boardmine.batch.plan import content_hash
from boardmine.batch.rules import fingerprint
from boardmine.batch.shared import SharedPlace, batch_name
from boardmine.batch.work import attempt, read_rows


@pytest.mark.parametrize(
    "options, said",
    [
        (["--executor", "head:8786", "--to", "place"], "dask://HOST:PORT"),
        (["--executor", "dask://head:8786"], "--to"),
        (["--to", "place"], "--executor"),
        (["--executor", "dask://head:8786", "--to", "place", "--stale"], "--stale"),
        (["--executor", "dask://head:8786", "--to", "nonsense://place"], "nonsense"),
    ],
)
def test_what_a_cluster_needs_is_said(run: Run, markdown: Path, options: list[str], said: str) -> None:
    ended = run("ingest", markdown, *options)
    assert ended.status in (2, 3)
    assert said in ended.err


def test_what_a_cluster_has_left_is_gathered_and_not_read_again(run: Run, markdown: Path, tmp_path: Path) -> None:
    bad = markdown.with_name("bad.pdf")
    bad.write_bytes(b"")
    place, store = tmp_path / "place", tmp_path / "store.duckdb"
    said = [(attempt(read_rows, paper), content_hash(paper)) for paper in (markdown, bad)]
    SharedPlace(str(place)).write(batch_name(datetime(2024, 1, 16, tzinfo=UTC), 0), fingerprint(), said)
    ended = run("gather", place, "--db", store)
    assert ended.status == 1
    assert ended.err.startswith(f"boardmine: {bad}: ") and ended.err.count("\n") == 1
    assert any(line.startswith("new ") and str(markdown) in line for line in ended.lines)
    lines = [json.loads(line) for line in run("gather", place, "--db", store, "--format", "jsonl").lines]
    assert (lines[0]["unchanged"], lines[0]["refused"], lines[-1]["new"]) == (1, 1, 0)
    # Nothing is to be read, so that no cluster is asked for.
    again = run("ingest", markdown, "--executor", "dask://127.0.0.1:9", "--to", place, "--format", "jsonl")
    assert again.status == 0
    assert json.loads(again.lines[0])["unchanged"] == 1
