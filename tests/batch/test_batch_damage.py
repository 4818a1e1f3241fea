"""Two hundred damaged files among fifty good ones: the good ones are in, the bad ones named with a true reason."""

from __future__ import annotations

from pathlib import Path

from damage import write_bad, write_good
from stores import rows_of_store

from boardmine.batch.discover import discover
from boardmine.batch.ingest import ingest, make_plan
from boardmine.batch.reading import Reading
from boardmine.store.connect import reading

GOOD, BAD = 50, 200


def test_bad_files_cost_nothing_but_themselves(tmp_path: Path) -> None:
    folder, store = tmp_path / "papers", tmp_path / "store.duckdb"
    folder.mkdir()
    write_good(folder, GOOD)
    write_bad(folder, BAD)
    steps = make_plan(discover([folder]).files, store)
    counts = ingest(steps, store, lambda done: None, Reading(jobs=2, time_limit=60))
    with reading(store) as connection:
        names = {name for (name,) in connection.execute("SELECT name FROM documents").fetchall()}
        rejects = connection.execute("SELECT name, kind, reason, tries FROM rejects").fetchall()
    untrue = [
        (name, kind, reason) for name, kind, reason, tries in rejects if kind not in name.split("-")[1:] or tries != 1
    ]
    assert untrue == []
    assert names == {f"good{i:03}" for i in range(GOOD)}
    assert (counts.new, counts.refused, len(rejects)) == (GOOD, BAD, BAD)
    assert len(rows_of_store(store)["copies"]) > 0
