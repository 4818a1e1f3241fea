"""A store is brought to the present form by itself, from every earlier one, and says what is in it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import duckdb
import pytest

from boardmine.catalogue import catalogue
from boardmine.errors import StoreError, StoreLocked, StoreMissing, StoreVersion
from boardmine.store.connect import reading, writing
from boardmine.store.migrate import migrate, migrations, newest


def test_the_steps_are_numbered_from_one_without_gaps() -> None:
    assert [m.number for m in migrations()] == list(range(1, newest() + 1))


@pytest.mark.parametrize("version", range(newest()))
def test_a_store_of_any_earlier_version_is_brought_forward(store: Path, version: int) -> None:
    with duckdb.connect(str(store)) as connection:
        if version:
            migrate(connection, store, target=version)
    with writing(store, catalogue()) as connection:
        assert connection.execute("SELECT max(number) FROM migrations").fetchall() == [(newest(),)]
        assert migrate(connection, store) == []


FORM = (
    "SELECT table_name, column_name, data_type, is_nullable, comment FROM duckdb_columns() "
    "WHERE NOT internal ORDER BY ALL",
    "SELECT table_name, constraint_text FROM duckdb_constraints() ORDER BY ALL",
    "SELECT view_name, sql, comment FROM duckdb_views() WHERE NOT internal ORDER BY ALL",
    "SELECT function_name, parameters, macro_definition, comment FROM duckdb_functions() "
    "WHERE function_type LIKE '%macro' AND NOT internal ORDER BY ALL",
)
"""What makes up the form of a store."""

PAPERS = """
INSERT INTO documents BY NAME SELECT d.id, d.id AS path, d.id AS name, 'text' AS format, 'Oxmoor' AS council,
    d.published, 100 AS characters, 1 AS observations, [] AS notes, 'h' AS content_hash, 'r' AS rules, 1 AS run
FROM (VALUES ('a', DATE '2023-09-12'), ('b', DATE '2023-10-10')) AS d(id, published);
INSERT INTO parts BY NAME SELECT id AS document, 0 AS number, 'report' AS kind, council, published,
    true AS date_stated
FROM documents;
INSERT INTO observations BY NAME SELECT id AS document, 1 AS position, 0 AS part, 'cla.count' AS metric,
    'level' AS kind,
    CASE id WHEN 'a' THEN 400 ELSE 412 END AS value, 'count' AS unit, MAP {} AS members, '' AS breakdown,
    'authority' AS area, 'actual' AS role, 'exact' AS bound, published, DATE '2023-08-31' AS period_start,
    DATE '2023-08-31' AS period_end, 'stated' AS period_basis, 'high' AS certainty, 'r' AS reason, 'q' AS quote,
    0 AS char_start, 1 AS char_end, '4' AS number, 0 AS number_start, 1 AS number_end
FROM documents;
"""
"""Two papers, of which the second restates what the first says."""


@pytest.mark.parametrize("version", range(1, newest()))
def test_what_a_store_of_an_earlier_version_holds_is_kept_and_answers(store: Path, version: int) -> None:
    with duckdb.connect(str(store)) as connection:
        migrate(connection, store, target=version)
        connection.execute(PAPERS)
    with writing(store, catalogue()) as connection:
        known = [connection.execute(f"SELECT value FROM as_known_on(DATE '{day}')").fetchall() for day in DAYS]
        assert known == [[(400,)], [(412,)]]
        assert connection.execute("SELECT value, restated FROM series").fetchall() == [(412, True)]
        assert connection.execute("SELECT value FROM scorecard(DATE '2023-12-31')").fetchall() == [(412,)]
        assert connection.execute("SELECT added FROM readings").fetchall() == ([(1,), (1,)] if version < 5 else [])
        form = [connection.execute(query).fetchall() for query in FORM]
    with duckdb.connect(":memory:") as fresh:
        migrate(fresh, Path(":memory:"))
        assert form == [fresh.execute(query).fetchall() for query in FORM]


DAYS = ("2023-09-30", "2023-10-31")


def test_reading_an_older_store_brings_it_forward_too(store: Path) -> None:
    with duckdb.connect(str(store)) as connection:
        migrate(connection, store, target=1)
    with reading(store) as connection:
        assert connection.execute("SELECT count(*) FROM demand").fetchall() == [(0,)]


def test_every_table_view_and_column_says_what_it_is(connection: duckdb.DuckDBPyConnection) -> None:
    silent = connection.execute(
        "SELECT table_name FROM duckdb_tables() WHERE comment IS NULL AND NOT internal "
        "UNION ALL SELECT view_name FROM duckdb_views() WHERE comment IS NULL AND NOT internal "
        "UNION ALL SELECT table_name || '.' || column_name FROM duckdb_columns() "
        "WHERE comment IS NULL AND NOT internal AND table_name IN (SELECT table_name FROM duckdb_tables())"
    ).fetchall()
    assert silent == []


def test_a_step_that_fails_leaves_nothing(store: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    broken = tmp_path / "0003_broken.sql"
    broken.write_text("CREATE TABLE half (a INTEGER); SELECT nonsense;", encoding="utf-8")
    steps = (*migrations(), type(migrations()[0])(newest() + 1, broken))
    with duckdb.connect(str(store)) as connection:
        migrate(connection, store)
        monkeypatch.setattr("boardmine.store.migrate.migrations", lambda: steps)
        with pytest.raises(duckdb.Error):
            migrate(connection, store)
        assert connection.execute("SELECT count(*) FROM duckdb_tables() WHERE table_name = 'half'").fetchall() == [(0,)]
        assert connection.execute("SELECT max(number) FROM migrations").fetchall() == [(newest() - 1,)]


def test_a_store_of_a_newer_boardmine_is_refused(store: Path) -> None:
    with writing(store, catalogue()) as connection:
        connection.execute("INSERT INTO migrations VALUES (9999, 'of the future', now()::TIMESTAMP)")
    for opened in (reading(store), writing(store, catalogue())):
        with pytest.raises(StoreVersion, match="newer boardmine"), opened:
            pass


def test_a_database_of_something_else_is_left_alone(store: Path) -> None:
    with duckdb.connect(str(store)) as connection:
        connection.execute("CREATE TABLE cats (name VARCHAR)")
    for opened in (reading(store), writing(store, catalogue())):
        with pytest.raises(StoreError, match="something else"), opened:
            pass
    with duckdb.connect(str(store)) as connection:
        assert connection.execute("SELECT table_name FROM duckdb_tables()").fetchall() == [("cats",)]


@pytest.mark.parametrize("content", [b"", b"hello " * 2000, b"%PDF-1.7\n" * 100])
def test_a_file_that_is_no_database_is_refused_on_one_line(store: Path, content: bytes) -> None:
    store.write_bytes(content)
    with pytest.raises(StoreError) as caught, reading(store):
        pass
    assert str(store) in str(caught.value)
    assert "\n" not in str(caught.value)


def test_what_is_not_there_is_missing(tmp_path: Path) -> None:
    with pytest.raises(StoreMissing, match="boardmine ingest"), reading(tmp_path / "no.duckdb"):
        pass
    with pytest.raises(StoreMissing, match="no folder"), writing(tmp_path / "no" / "no.duckdb", catalogue()):
        pass
    with pytest.raises(StoreError, match="folder"), writing(tmp_path, catalogue()):
        pass


def test_a_store_that_another_process_holds_is_locked(store: Path) -> None:
    hold = "import duckdb, sys; c = duckdb.connect(sys.argv[1]); print('held', flush=True); sys.stdin.read()"
    with subprocess.Popen(
        [sys.executable, "-c", hold, str(store)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        for opened in (reading(store), writing(store, catalogue())):
            with pytest.raises(StoreLocked, match=str(holder.pid)), opened:
                pass
        holder.communicate()


def test_the_catalogue_is_in_the_store(connection: duckdb.DuckDBPyConnection) -> None:
    known = catalogue()
    assert connection.execute("SELECT id, family FROM metrics ORDER BY id").fetchall() == sorted(
        (m.id, m.family) for m in known.metrics.values()
    )
    assert connection.execute("SELECT id FROM families ORDER BY id").fetchall() == sorted((f,) for f in known.families)
    assert connection.execute("SELECT members FROM dimensions WHERE id = 'gender'").fetchall() == [
        (list(known.dimensions["gender"].members),)
    ]


def test_a_catalogue_that_has_changed_replaces_what_was_there(store: Path) -> None:
    with writing(store, catalogue()) as connection:
        connection.execute("UPDATE metrics SET label = 'old' WHERE id = 'cla.count'")
        connection.execute("INSERT INTO families VALUES ('gone', 'x', 'x')")
    with writing(store, catalogue()) as connection:
        assert connection.execute("SELECT count(*) FROM metrics WHERE label = 'old'").fetchall() == [(0,)]
        assert connection.execute("SELECT count(*) FROM families WHERE id = 'gone'").fetchall() == [(0,)]


DIES = """
import os, sys
from pathlib import Path
from boardmine.catalogue import catalogue
from boardmine.store.connect import writing
if sys.argv[2] == "at once":
    import boardmine.store.migrate as migrate
    import duckdb
    made = duckdb.connect(sys.argv[1])
    for step in migrate.migrations():
        made.execute(step.file.read_text(encoding="utf-8"))
        made.execute("INSERT INTO migrations VALUES (?, ?, now()::TIMESTAMP)", [step.number, step.file.name])
    os._exit(0)
with writing(Path(sys.argv[1]), catalogue()) as connection:
    connection.execute("INSERT INTO runs BY NAME SELECT 7 AS id, now()::TIMESTAMP AS started_at, '1' AS version, "
                       "'r' AS rules, 1 AS jobs")
    os._exit(0)
"""


@pytest.mark.parametrize("when", ["at once", "later"])
def test_a_process_that_dies_leaves_a_store_that_opens(store: Path, when: str) -> None:
    """Its log is replayed when the store is opened next, also by a reader."""
    subprocess.run([sys.executable, "-c", DIES, str(store), when], check=True)
    assert store.with_name(store.name + ".wal").exists()
    with reading(store) as connection:
        assert connection.execute("SELECT count(*) FROM neet_breakdown").fetchall() == [(0,)]
        assert connection.execute("SELECT count(*) FROM runs").fetchall() == [(1 if when == "later" else 0,)]
    with writing(store, catalogue()) as connection:
        assert connection.execute("SELECT count(*) FROM metrics").fetchall()[0][0] > 100
