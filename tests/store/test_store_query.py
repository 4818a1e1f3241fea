"""A query reads one store, and nothing else in the world."""

from __future__ import annotations

from pathlib import Path

import pytest
from handmade import analysed, observed

from boardmine.catalogue import catalogue
from boardmine.errors import QueryError
from boardmine.store.connect import writing
from boardmine.store.load import put
from boardmine.store.query import asked
from boardmine.store.rows import rows_of


@pytest.fixture
def filled(store: Path, tmp_path: Path) -> Path:
    with writing(store, catalogue()) as connection:
        put(connection, rows_of(analysed(tmp_path / "a.md", observed(), observed(value=5))), "rules", 1)
    return store


def ask(store: Path, sql: str) -> list[tuple[object, ...]]:
    with asked(store, sql) as answer:
        return list(answer.rows)


@pytest.mark.parametrize(
    "sql, wanted",
    [
        ("SELECT value FROM demand ORDER BY value", [(5,), (412,)]),
        ("WITH d AS (SELECT value FROM demand) SELECT max(value) FROM d;", [(412,)]),
        ("FROM demand SELECT count(*)", [(2,)]),
        ("VALUES (1, 'a')", [(1, "a")]),
        ("SELECT 1 -- a comment; another", [(1,)]),
        ("SELECT value FROM demand WHERE false", []),
    ],
)
def test_a_question_is_answered(filled: Path, sql: str, wanted: list[tuple[object, ...]]) -> None:
    assert ask(filled, sql) == wanted


@pytest.mark.parametrize("sql", ["DESCRIBE demand", "SHOW TABLES", "SUMMARIZE demand", "EXPLAIN FROM demand"])
def test_a_store_can_be_looked_around_in(filled: Path, sql: str) -> None:
    assert ask(filled, sql)


def test_rows_can_be_turned_into_columns(filled: Path) -> None:
    assert ask(filled, "PIVOT (SELECT kind, value FROM demand) ON kind USING sum(value)") == [(417,)]


@pytest.mark.parametrize(
    "sql",
    [
        "DELETE FROM observations",
        "UPDATE observations SET value = 1",
        "INSERT INTO families VALUES ('a', 'b', 'c')",
        "DROP TABLE runs",
        "CREATE TABLE t (a INTEGER)",
        "CREATE TEMP TABLE t (a INTEGER)",
        "ALTER TABLE runs ADD COLUMN a INTEGER",
        "COPY demand TO 'out.csv'",
        "EXPORT DATABASE 'out'",
        "ATTACH 'other.duckdb'",
        "INSTALL httpfs",
        "LOAD httpfs",
        "SET enable_external_access = true",
        "RESET lock_configuration",
        "PRAGMA database_list",
        "CALL pragma_version()",
        "CHECKPOINT",
        "VACUUM",
        "BEGIN",
        "EXPLAIN ANALYZE DELETE FROM observations",
        "SELECT 1; DELETE FROM observations",
        "",
        "-- nothing",
    ],
)
def test_what_is_not_one_question_is_refused(
    filled: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, sql: str
) -> None:
    monkeypatch.chdir(tmp_path)
    before = {path: path.read_bytes() for path in tmp_path.iterdir()}
    with pytest.raises(QueryError) as caught:
        ask(filled, sql)
    assert "\n" not in str(caught.value)
    assert {path: path.read_bytes() for path in tmp_path.iterdir()} == before


@pytest.mark.parametrize(
    "sql",
    [
        "SELECT * FROM read_csv('{file}')",
        "SELECT * FROM read_text('{file}')",
        "SELECT * FROM '{file}'",
        "SELECT * FROM glob('{folder}/*')",
        "SELECT * FROM read_csv('https://example.org/a.csv')",
        "SELECT * FROM duckdb_secrets()",
    ],
)
def test_files_and_network_are_out_of_reach(filled: Path, tmp_path: Path, sql: str) -> None:
    secret = tmp_path / "secret.csv"
    secret.write_text("secret,words\n1,2\n", encoding="utf-8")
    with pytest.raises(QueryError):
        ask(filled, sql.format(file=secret, folder=tmp_path))


def test_the_variables_of_the_program_are_out_of_reach(filled: Path) -> None:
    rows = rows_of(analysed(filled, observed())).observations
    assert rows.num_rows
    with pytest.raises(QueryError, match="rows"):
        ask(filled, "SELECT * FROM rows")


@pytest.mark.parametrize(
    "sql, said", [("SELEC 1", "syntax error"), ("SELECT nope FROM demand", "nope"), ("SELECT 1/", "syntax error")]
)
def test_a_mistake_is_said_on_one_line(filled: Path, sql: str, said: str) -> None:
    with pytest.raises(QueryError, match=said) as caught:
        ask(filled, sql)
    assert "\n" not in str(caught.value)


def test_an_error_in_the_middle_of_an_answer_is_a_query_error(filled: Path) -> None:
    with pytest.raises(QueryError):
        ask(filled, "SELECT CASE WHEN range < 90000 THEN 1 ELSE error('late') END FROM range(100000)")
