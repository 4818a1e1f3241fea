"""The findings of a store are those of the statements that it has now."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import duckdb
from handmade import observed
from papers import check, publish

from boardmine.catalogue import catalogue
from boardmine.checks.rules import rules
from boardmine.store.findings import touched_by
from boardmine.store.load import Counts, finish_run, start_run
from boardmine.store.lookup import findings, recheck

SEPTEMBER, OCTOBER = date(2023, 9, 12), date(2023, 10, 10)


def differing(connection: duckdb.DuckDBPyConnection, folder: Path, second: float = 129, run: int = 1) -> None:
    publish(connection, folder / "a.md", SEPTEMBER, observed(value=122), run=run)
    publish(connection, folder / "b.md", OCTOBER, observed(value=second), run=run)


def test_a_finding_has_its_statements_and_their_words(connection: duckdb.DuckDBPyConnection, tmp_path: Path) -> None:
    differing(connection, tmp_path)
    [(severity, kind, message)] = check(connection)
    assert (severity, kind) == ("warning", "restatement") and "122" in message and "129" in message
    [found] = findings(connection)
    assert [(s.document, s.value) for s in found.statements] == [("b", 129), ("a", 122)]
    assert found.council == "Wexcombe Borough Council" and found.statements[0].quote
    assert findings(connection, found.statements[0].observation) == [found]
    assert findings(connection, "nothing/1") == []


def test_checking_again_changes_nothing(connection: duckdb.DuckDBPyConnection, tmp_path: Path) -> None:
    differing(connection, tmp_path)
    check(connection)
    before = connection.execute("SELECT * FROM findings").fetchall()
    check(connection)
    assert connection.execute("SELECT * FROM findings").fetchall() == before


def test_a_paper_that_is_replaced_takes_its_findings_along(
    connection: duckdb.DuckDBPyConnection, tmp_path: Path
) -> None:
    differing(connection, tmp_path)
    check(connection)
    publish(connection, tmp_path / "b.md", OCTOBER, observed(value=122))
    assert connection.execute("SELECT count(*) FROM findings").fetchall() == [(0,)]
    assert check(connection) == []


def test_the_end_of_a_run_checks_the_councils_that_it_read(
    connection: duckdb.DuckDBPyConnection, tmp_path: Path
) -> None:
    run = start_run(connection, "1", "rules", 1)
    differing(connection, tmp_path, run=run)
    publish(connection, tmp_path / "c.md", OCTOBER, observed(value=5), council="Oxmoor County Council", run=99)
    assert touched_by(connection, run) == {"wexcombe"}
    finish_run(connection, run, Counts(new=2))
    assert connection.execute("SELECT council_key FROM findings").fetchall() == [("wexcombe",)]


def test_after_a_killed_run_all_councils_are_checked(connection: duckdb.DuckDBPyConnection, tmp_path: Path) -> None:
    killed = start_run(connection, "1", "rules", 1)
    differing(connection, tmp_path, run=killed)
    run = start_run(connection, "1", "rules", 1)
    publish(connection, tmp_path / "c.md", OCTOBER, observed(value=5), council="Oxmoor County Council", run=run)
    assert touched_by(connection, run) == {"wexcombe", "oxmoor"}


def test_two_councils_are_not_compared(connection: duckdb.DuckDBPyConnection, tmp_path: Path) -> None:
    publish(connection, tmp_path / "a.md", SEPTEMBER, observed(value=122))
    publish(connection, tmp_path / "b.md", OCTOBER, observed(value=129), council="Oxmoor County Council")
    assert check(connection) == []


def test_findings_of_a_council_that_is_gone_go(connection: duckdb.DuckDBPyConnection, tmp_path: Path) -> None:
    differing(connection, tmp_path)
    check(connection)
    connection.execute("UPDATE findings SET council_key = 'renamed'")
    assert len(check(connection)) == 1
    assert connection.execute("SELECT DISTINCT council_key FROM findings").fetchall() == [("wexcombe",)]


def test_a_store_can_be_checked_as_a_whole(store: Path, tmp_path: Path) -> None:
    from boardmine.store.connect import writing

    with writing(store, catalogue()) as connection:
        differing(connection, tmp_path)
    assert [f.kind for f in recheck(store, catalogue(), rules())] == ["restatement"]
