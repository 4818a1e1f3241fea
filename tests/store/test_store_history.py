"""What was said when: series, restatements, scorecards, coverage."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import duckdb
import pytest
from handmade import observed
from papers import publish

from boardmine.records import Basis, Kind, Role

SEPTEMBER, OCTOBER, JANUARY = date(2023, 9, 12), date(2023, 10, 10), date(2024, 1, 16)
AUGUST = {"period_start": date(2023, 8, 1), "period_end": date(2023, 8, 31)}
LAST_AUGUST = {"period_start": date(2022, 8, 1), "period_end": date(2022, 8, 31)}
NOVEMBER = {"period_start": date(2023, 11, 1), "period_end": date(2023, 11, 30)}


@pytest.fixture
def papers(connection: duckdb.DuckDBPyConnection, tmp_path: Path) -> duckdb.DuckDBPyConnection:
    """A figure stated in September, restated in October, again in January; others beside it."""
    carers = "connected_care.count"
    publish(
        connection,
        tmp_path / "a.md",
        SEPTEMBER,
        observed(carers, 122, **AUGUST),
        observed(carers, 150, **LAST_AUGUST),
        observed("iro.challenges", 8, **AUGUST),
    )
    publish(
        connection,
        tmp_path / "b.md",
        OCTOBER,
        observed(carers, 129, **AUGUST),
        observed(carers, 7, **AUGUST, period_basis=Basis.CONTEXT),
        observed(carers, 100, role=Role.TARGET, **AUGUST),
        observed(carers, -5, "percent", kind=Kind.CHANGE, **AUGUST),
        observed("iro.challenges", 9, **NOVEMBER),
    )
    publish(connection, tmp_path / "c.md", JANUARY, observed(carers, 129, **AUGUST), observed(carers, 124, **NOVEMBER))
    return connection


def rows(connection: duckdb.DuckDBPyConnection, sql: str) -> list[tuple[Any, ...]]:
    return connection.execute(sql).fetchall()


AUGUST_OF = "WHERE metric = 'connected_care.count' AND role = 'actual' AND period_end = '2023-08-31'"


def test_the_series_has_the_newest_statement_of_a_figure(papers: duckdb.DuckDBPyConnection) -> None:
    wanted = [(129, JANUARY, 4, True, "c")]
    assert rows(papers, f"SELECT value, published, statements, restated, document FROM series {AUGUST_OF}") == wanted
    assert rows(papers, "SELECT count(*), count(*) FILTER (WHERE role = 'target') FROM series") == [(6, 1)]


@pytest.mark.parametrize(
    "day, wanted",
    [
        ("2023-09-11", []),
        ("2023-09-12", [(122, "a", False)]),
        ("2023-10-09", [(122, "a", False)]),
        ("2023-10-10", [(129, "b", True)]),
        ("2024-02-28", [(129, "c", True)]),
    ],
)
def test_as_known_on_a_day_is_what_was_published_by_then(
    papers: duckdb.DuckDBPyConnection, day: str, wanted: list[tuple[Any, ...]]
) -> None:
    assert rows(papers, f"SELECT value, document, restated FROM as_known_on(DATE '{day}') {AUGUST_OF}") == wanted


def test_where_a_paper_says_a_figure_twice_the_surer_period_counts(papers: duckdb.DuckDBPyConnection) -> None:
    found = rows(papers, f"SELECT value, period_basis FROM as_known_on(DATE '2023-10-31') {AUGUST_OF}")
    assert found == [(129, "stated")]


def test_the_history_has_each_statement_with_the_one_before(papers: duckdb.DuckDBPyConnection) -> None:
    found = rows(
        papers,
        "SELECT published, value, value_before, differs FROM history_of('connected_care.count') "
        "WHERE period_end = '2023-08-31' AND role = 'actual' AND value <> 7",
    )
    assert [row[:2] for row in found] == [(SEPTEMBER, 122), (OCTOBER, 129), (JANUARY, 129)]
    assert found[0][2:] == (None, False)
    everything = rows(papers, "SELECT count(*) FROM history_of('connected_care.count')")
    assert everything == [(7,)]


def test_the_scorecard_sets_a_meeting_beside_the_last_and_the_year_before(papers: duckdb.DuckDBPyConnection) -> None:
    columns = "metric, meeting, value, last_value, direction, year_value, year_direction"
    assert rows(papers, f"SELECT {columns} FROM scorecard(DATE '2024-02-28')") == [
        ("connected_care.count", JANUARY, 124, 129, "down", None, None)
    ]
    assert rows(papers, f"SELECT {columns} FROM scorecard(DATE '2023-10-31') ORDER BY metric") == [
        ("connected_care.count", OCTOBER, 129, 150, "down", 150, "down"),
        ("iro.challenges", OCTOBER, 9, 8, "up", None, None),
    ]
    assert rows(papers, "SELECT count(*) FROM scorecard(DATE '2020-01-01')") == [(0,)]


def test_the_scorecard_compares_flows_of_one_length_only(connection: duckdb.DuckDBPyConnection, tmp_path: Path) -> None:
    year = {"period_start": date(2022, 4, 1), "period_end": date(2023, 3, 31)}
    publish(
        connection,
        tmp_path / "a.md",
        OCTOBER,
        observed("cla.started", 120, **year),
        observed("cla.started", 11, **AUGUST),
    )
    [row] = rows(connection, "SELECT value, last_value FROM scorecard(DATE '2023-12-31')")
    assert row == (11, None)


def test_coverage_tells_what_meetings_stopped_reporting(papers: duckdb.DuckDBPyConnection) -> None:
    found = rows(papers, "SELECT metric, meetings, first_reported, last_reported, meetings_since, status FROM coverage")
    assert sorted(found) == [
        ("connected_care.count", 3, SEPTEMBER, JANUARY, 0, "reported"),
        ("iro.challenges", 2, SEPTEMBER, OCTOBER, 1, "stopped"),
    ]


def test_two_councils_have_two_series(connection: duckdb.DuckDBPyConnection, tmp_path: Path) -> None:
    publish(connection, tmp_path / "a.md", SEPTEMBER, observed(value=400), council="Wexcombe Borough Council")
    publish(connection, tmp_path / "b.md", OCTOBER, observed(value=900), council="London Borough of Oxmoor")
    assert rows(connection, "SELECT value, restated FROM series ORDER BY 1") == [(400, False), (900, False)]


@pytest.mark.parametrize(
    "councils, series",
    [
        (("Wexcombe Borough Council", "Wexcombe Council"), 1),
        (("Wexcombe Borough Council", None), 1),
        ((None, None), 1),
        (("Wexcombe Borough Council", "Oxmoor County Council", None), 3),
        (("Wexcombe Borough Council", "Oxmoor County Council", None, None), 4),
    ],
)
def test_a_paper_that_names_no_council_is_of_the_only_one_or_stands_alone(
    connection: duckdb.DuckDBPyConnection, tmp_path: Path, councils: tuple[str | None, ...], series: int
) -> None:
    for i, council in enumerate(councils):
        publish(connection, tmp_path / f"{i}.md", OCTOBER, observed(value=400), council=council)
    assert rows(connection, "SELECT count(*) FROM series") == [(series,)]


def test_a_council_has_one_name_in_its_history(connection: duckdb.DuckDBPyConnection, tmp_path: Path) -> None:
    for i, council in enumerate(("Wexcombe Borough Council", "Wexcombe", "Wexcombe Borough Council", None)):
        publish(connection, tmp_path / f"{i}.md", OCTOBER, observed(value=400 + i, **AUGUST), council=council)
    for source in ("series", "history_of('cla.count')", "coverage"):
        assert rows(connection, f"SELECT DISTINCT council FROM {source}") == [("Wexcombe Borough Council",)], source


@pytest.mark.parametrize(
    "names, key",
    [
        (("Royal Borough of Kensington and Chelsea", "kensington & chelsea council"), "kensington and chelsea"),
        (("Middlesbrough Council", "MIDDLESBROUGH"), "middlesbrough"),
        (("London Borough of Brent", "Brent Council"), "brent"),
        (("City of York Council", "York City Council"), "york"),
        ((None, ""), ""),
    ],
)
def test_a_council_is_known_however_its_name_is_written(
    connection: duckdb.DuckDBPyConnection, names: tuple[str | None, str], key: str
) -> None:
    for name in names:
        assert connection.execute("SELECT council_key(?)", [name]).fetchall() == [(key,)]
