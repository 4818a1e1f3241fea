"""`boardmine sql`: answers as a table, as CSV, as JSON."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from shell import Run


def test_the_answer_is_a_table(run: Run, filled: Path) -> None:
    ended = run("sql", "SELECT name, format, observations FROM documents ORDER BY name", "--db", filled)
    assert ended.status == 0
    assert "2023-10-10-agenda-pack" in ended.out
    assert ended.lines[-1] == "4 rows"


@pytest.mark.parametrize("columns", [60, 80, 200])
@pytest.mark.parametrize("query", ["FROM demand LIMIT 3", "FROM neet_breakdown", "SELECT quote, value FROM permanence"])
def test_a_table_fits_the_terminal(run: Run, filled: Path, query: str, columns: int) -> None:
    ended = run("sql", query, "--db", filled, columns=columns)
    assert ended.status == 0
    assert max(map(len, ended.lines)) <= columns


def test_an_answer_that_is_too_wide_is_a_sheet_a_row(run: Run, filled: Path) -> None:
    ended = run("sql", "FROM demand LIMIT 2", "--db", filled, columns=60)
    assert [line for line in ended.lines if line.startswith("row ")] == ["row 1", "row 2"]
    assert any(line.startswith("metric  ") for line in ended.lines)


def test_json_gives_objects_with_plain_values(run: Run, filled: Path) -> None:
    query = (
        "SELECT DATE '2023-06-30' AS d, 412.0 AS n, 1.5 AS f, NULL AS x, MAP {'a': 'b'} AS m, [1, 2] AS l, true AS t"
    )
    [row] = json.loads(run("sql", query, "--db", filled, "--format", "json").out)
    assert row == {"d": "2023-06-30", "n": 412, "f": 1.5, "x": None, "m": {"a": "b"}, "l": [1, 2], "t": True}
    assert json.loads(run("sql", "FROM demand WHERE false", "--db", filled, "--format", "json").out) == []


def test_csv_gives_a_head_and_rows(run: Run, filled: Path) -> None:
    query = "SELECT 'a, \"b\"' AS text, NULL AS nothing, 412.0::DOUBLE AS n, MAP {'a': 'b'} AS m"
    rows = list(csv.reader(io.StringIO(run("sql", query, "--db", filled, "--format", "csv").out)))
    assert rows == [["text", "nothing", "n", "m"], ['a, "b"', "", "412", "a=b"]]


def test_a_table_of_very_many_rows_is_cut_and_says_so(run: Run, filled: Path) -> None:
    ended = run("sql", "SELECT range FROM range(5000)", "--db", filled)
    assert "the first 1,000 rows" in ended.lines[-1]
    assert len(run("sql", "SELECT range FROM range(5000)", "--db", filled, "--format", "csv").lines) == 5001


def test_a_query_may_come_from_the_input(run: Run, filled: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("SELECT 41 + 1 AS n"))
    assert json.loads(run("sql", "-", "--db", filled, "--format", "json").out) == [{"n": 42}]


@pytest.mark.parametrize(
    "query, said",
    [
        ("DELETE FROM documents", "DELETE is refused"),
        ("SELECT * FROM read_csv('/etc/passwd')", "disabled"),
        ("SELEC", "syntax error"),
        ("SELECT 1; SELECT 2", "one statement"),
    ],
)
def test_what_is_refused_is_said_on_one_line(run: Run, filled: Path, query: str, said: str) -> None:
    ended = run("sql", query, "--db", filled)
    assert (ended.status, ended.out) == (3, "")
    assert ended.err.startswith("boardmine: ") and ended.err.count("\n") == 1
    assert said in ended.err


def test_a_database_that_is_not_there(run: Run, tmp_path: Path) -> None:
    ended = run("sql", "SELECT 1", "--db", tmp_path / "no.duckdb")
    assert ended.status == 3
    assert "there is no database" in ended.err
