"""What there is to browse: papers, their parts and figures, meetings, metrics."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

import duckdb

from boardmine.errors import QueryError

Row = dict[str, Any]

_FIGURES = """
SELECT o.document AS key, o.number_start AS start, o.part, o.page, o.value, o.unit, o.kind, o.bound, o.role, o.area,
    o.breakdown, o.metric, m.label, m.family, o.period_start, o.period_end, o.certainty, o.quote, o.number,
    d.decision, d.reviewer, o.number_end
FROM reviewed AS o
LEFT JOIN metrics AS m ON m.id = o.metric
LEFT JOIN decisions AS d ON d.stands AND d.document = o.document AND d.number_start = o.number_start
"""


def papers(connection: duckdb.DuckDBPyConnection) -> Sequence[Row]:
    """All papers, the newest first, with how many numbers each has, and of how many people decided."""
    return _rows(
        connection,
        "SELECT w.id AS key, w.name, w.format, w.title, w.council, w.body, w.published, w.pages, w.observations, "
        "count(DISTINCT d.subject) AS decided, "
        "(SELECT count(*) FROM unexplained AS u WHERE u.document = w.id) AS left_over "
        "FROM documents AS w LEFT JOIN decisions AS d ON d.document = w.id AND d.stands "
        "GROUP BY ALL ORDER BY w.published DESC NULLS LAST, w.name",
    )


def parts(connection: duckdb.DuckDBPyConnection, key: str) -> Sequence[Row]:
    """The parts of a paper in order, each with its `figures`."""
    found = _rows(connection, "SELECT * FROM parts WHERE document = ? ORDER BY number", key)
    figures = _rows(connection, f"{_FIGURES} WHERE o.document = ? ORDER BY o.number_start", key)
    for part in found:
        part["figures"] = [figure for figure in figures if figure["part"] == part["number"]]
    return found


def figures_on(connection: duckdb.DuckDBPyConnection, key: str) -> Sequence[Row]:
    """All figures of a paper in reading order."""
    return _rows(connection, f"{_FIGURES} WHERE o.document = ? ORDER BY o.number_start", key)


def meetings(connection: duckdb.DuckDBPyConnection) -> Sequence[Row]:
    """All dates of meetings and reports with the papers of each, the newest first."""
    return _rows(
        connection,
        "SELECT p.published AS day, count(*) AS parts, count(DISTINCT p.document) AS papers, "
        "list(DISTINCT p.body ORDER BY p.body) FILTER (p.body IS NOT NULL) AS bodies, "
        "sum((SELECT count(*) FROM reviewed AS o WHERE o.document = p.document AND o.part = p.number)) AS figures "
        "FROM parts AS p WHERE p.published IS NOT NULL GROUP BY p.published ORDER BY p.published DESC",
    )


def meeting(connection: duckdb.DuckDBPyConnection, day: date) -> Sequence[Row]:
    """The parts of a date, each with its `figures` and the `name` of its paper. Raises QueryError where there are
    none."""
    found = _rows(
        connection,
        "SELECT p.*, w.name FROM parts AS p JOIN documents AS w ON w.id = p.document WHERE p.published = ? "
        "ORDER BY w.name, p.number",
        day,
    )
    if not found:
        raise QueryError(f"there is no paper of {day}")
    figures = _rows(connection, f"{_FIGURES} WHERE o.published = ? ORDER BY o.document, o.number_start", day)
    for part in found:
        mine = (part["document"], part["number"])
        part["figures"] = [figure for figure in figures if (figure["key"], figure["part"]) == mine]
    return found


def metrics(connection: duckdb.DuckDBPyConnection) -> Sequence[Row]:
    """The metrics that papers state, by family, with how many statements of each."""
    return _rows(
        connection,
        "SELECT m.id, m.label, m.family, f.title, count(*) AS statements, max(s.published) AS newest "
        "FROM statements AS s JOIN metrics AS m ON m.id = s.metric JOIN families AS f ON f.id = m.family "
        "GROUP BY ALL ORDER BY f.title, m.label",
    )


def history(connection: duckdb.DuckDBPyConnection, metric: str) -> Sequence[Row]:
    """Every statement of a metric by figure: council, breakdown, area, unit, role; in each in order of period and
    publication. `standing` is `newest` for the one that counts for its period, else `earlier`."""
    return _rows(
        connection,
        "SELECT l.council, l.breakdown, l.area, l.unit, l.role, l.span, l.period_start, l.period_end, l.published, "
        "l.value, l.bound, l.document, l.page, l.quote, o.document AS key, o.number_start AS start, "
        "CASE WHEN s.observation IS NULL THEN 'earlier' ELSE 'newest' END AS standing "
        "FROM levels AS l JOIN reviewed AS o ON o.document || '/' || o.position = l.observation "
        "LEFT JOIN series AS s ON s.observation = l.observation WHERE l.metric = ? "
        "ORDER BY l.council NULLS LAST, l.area <> 'authority', l.area, l.breakdown, l.role, l.unit, l.span, "
        "l.period_end, l.published NULLS FIRST, l.observation",
        metric,
    )


def council_names(connection: duckdb.DuckDBPyConnection) -> list[tuple[str, str]]:
    """Key and name of every council that has dated numbers, the one with the most first."""
    return connection.execute(
        "SELECT council_key, min(council) FROM levels WHERE council IS NOT NULL AND published IS NOT NULL "
        "GROUP BY council_key ORDER BY count(*) DESC, council_key"
    ).fetchall()


def places_of(connection: duckdb.DuckDBPyConnection, names: Sequence[str]) -> dict[str, tuple[str, int]]:
    """By name of an observation (document/position): the key of its paper, and where its number begins."""
    rows = connection.execute(
        "SELECT document || '/' || position, document, number_start FROM reviewed "
        "WHERE document || '/' || position IN (SELECT unnest(?))",
        [list(names)],
    ).fetchall()
    return {name: (key, start) for name, key, start in rows}


def _rows(connection: duckdb.DuckDBPyConnection, sql: str, *values: Any) -> list[Row]:
    cursor = connection.execute(sql, list(values))
    names = [column[0] for column in cursor.description or []]
    return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]
