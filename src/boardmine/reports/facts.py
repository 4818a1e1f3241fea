"""What a report shows of one council, read from the store."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import duckdb

from boardmine.catalogue import Catalogue
from boardmine.checks.phrases import day, number, when
from boardmine.checks.rules import Rules
from boardmine.errors import StoreError
from boardmine.reports.open_copy import open_copy
from boardmine.store.connect import reading
from boardmine.store.lookup import Found, findings

_TRENDS = 9
"""Charts at most."""
_LEAST_PERIODS = 3
"""Periods that a chart needs."""
_FAMILIES = ("demand", "permanence", "neet")
"""The families that come first."""
_SPANS = {"moment": "", "month": "a month", "quarter": "a quarter", "half": "half a year", "year": "a year"}
_UNITS = {"percent": "%", "per_10000": " per 10,000", "per_100000": " per 100,000", "days": " days", "ratio": " to 1"}


@dataclass(frozen=True, slots=True)
class Council:
    """Whose papers a report is about; `meeting` is the date of the newest."""

    key: str
    name: str
    meeting: date
    papers: int
    numbers: int


@dataclass(frozen=True, slots=True)
class Point:
    """A statement in a chart. `standing`: `newest` for the one that counts for its period, `same` for another with the
    same value, `earlier` for one that was restated."""

    end: date
    period: str
    value: float
    shown: str
    published: str
    document: str
    page: int | None
    quote: str
    standing: str


@dataclass(frozen=True, slots=True)
class Trend:
    """A metric over time: its statements in order of period. `span` is the length of the periods of a flow."""

    metric: str
    label: str
    unit: str
    span: str
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Reasons:
    """Why young people of a cohort are NEET: how many for each reason, most first."""

    cohort: str
    period: str
    published: str
    total: float | None
    counts: tuple[tuple[str, float], ...]


@dataclass(frozen=True, slots=True)
class Facts:
    """All that a report shows. Counts from 1 to below `limit` and what would give them away are withheld, where it is
    2 or more: `left_out` is how many statements that are."""

    council: Council
    scorecard: tuple[dict[str, Any], ...]
    trends: tuple[Trend, ...]
    reasons: Reasons | None
    findings: tuple[Found, ...]
    dates: tuple[date, ...]
    coverage: tuple[dict[str, Any], ...]
    labels: dict[str, str]
    limit: int = 0
    left_out: int = 0


def gather(
    connection: duckdb.DuckDBPyConnection,
    council: str | None = None,
    shown: duckdb.DuckDBPyConnection | None = None,
    limit: int = 0,
    left_out: int = 0,
) -> Facts:
    """The facts of a council, by default of the one with the most numbers. `shown` is what numbers and words are taken
    from where some are withheld. Raises StoreError where there is none."""
    chosen = _council(connection, council)
    covered = _coverage(connection, chosen)
    shown = shown or connection
    return Facts(
        chosen,
        tuple(_scorecard(shown, chosen)),
        tuple(_trends(shown, chosen)),
        _reasons(shown, chosen),
        tuple(findings(shown, council_key=chosen.key)),
        tuple(sorted({d for row in covered for d in row["reported_on"]})),
        covered,
        dict(connection.execute("SELECT id, label FROM metrics").fetchall()),
        limit,
        left_out,
    )


def gather_from(store: Path, council: str | None, limit: int, catalogue: Catalogue, rules: Rules) -> Facts:
    """The facts of a council in a store; with a limit of 2 or more, without counts from 1 to below it and what would
    give them away. Raises StoreError."""
    with reading(store) as connection:
        if limit < 2:
            return gather(connection, council)
        with open_copy(store, limit, catalogue, rules) as copy:
            return gather(connection, council, copy.connection, limit, copy.left_out)


def with_unit(value: float | None, unit: str) -> str:
    """A value as people write it, empty for None."""
    return "" if value is None else f"{number(value)}{_UNITS.get(unit, '')}"


def _council(connection: duckdb.DuckDBPyConnection, wanted: str | None) -> Council:
    rows = connection.execute(
        "SELECT w.council_key, coalesce(max(p.council), ''), max(o.published), count(DISTINCT o.document), count(*) "
        "FROM reviewed AS o JOIN parts AS p ON p.document = o.document AND p.number = o.part "
        "JOIN owners AS w ON w.document = o.document AND w.part = o.part "
        "WHERE o.published IS NOT NULL AND ($1 IS NULL OR w.council_key = council_key($1)) "
        "GROUP BY w.council_key ORDER BY count(*) DESC, w.council_key",
        [wanted],
    ).fetchall()
    if not rows:
        known = connection.execute("SELECT DISTINCT council FROM parts WHERE council IS NOT NULL ORDER BY 1").fetchall()
        names = ", ".join(name for (name,) in known[:10]) or "none"
        raise StoreError(f"nothing dated of {wanted or 'any council'}; the database has papers of: {names}")
    return Council(*rows[0])


def _scorecard(connection: duckdb.DuckDBPyConnection, council: Council) -> Iterable[dict[str, Any]]:
    rows = _records(
        connection,
        "SELECT s.*, f.title, m.type FROM scorecard($2) AS s JOIN families AS f ON f.id = s.family "
        "JOIN metrics AS m ON m.id = s.metric "
        "WHERE council_key(coalesce(s.council, '')) IN ($1, '') AND breakdown = '' AND area = 'authority' "
        "ORDER BY list_position($3, s.family) NULLS LAST, s.family, s.label, s.unit",
        [council.key, council.meeting, list(_FAMILIES)],
    )
    labels = Counter(row["label"] for row in rows)
    for row in rows:
        unit = _UNITS.get(row["unit"], "").strip()
        yield {
            **row,
            "label": f"{row['label']} ({unit})" if unit and labels[row["label"]] > 1 else row["label"],
            "period": _period(row),
            "now": with_unit(row["value"], row["unit"]),
            "last": with_unit(row["last_value"], row["unit"]),
            "last_period": _said_of(row["last_period_end"], row["type"]),
            "year": with_unit(row["year_value"], row["unit"]),
        }


def _trends(connection: duckdb.DuckDBPyConnection, council: Council) -> Iterable[Trend]:
    rows = _records(
        connection,
        "SELECT l.metric, l.label, l.family, l.unit, l.period_start, l.period_end, l.value, l.bound, l.published, "
        "l.document, l.page, l.quote, l.span, s.value AS newest_value, s.observation = l.observation AS newest "
        "FROM levels AS l JOIN series AS s ON s.council_key = l.council_key AND s.metric = l.metric "
        "AND s.breakdown = l.breakdown AND s.area = l.area AND s.unit = l.unit AND s.role = l.role "
        "AND s.period_start = l.period_start AND s.period_end = l.period_end "
        "WHERE l.council_key = $1 AND l.breakdown = '' AND l.area = 'authority' AND l.role = 'actual' "
        "AND l.period_end IS NOT NULL AND l.period_basis <> 'context' "
        "ORDER BY l.metric, l.unit, l.period_end, l.published, l.observation",
        [council.key],
    )
    groups: dict[tuple[str, ...], list[dict[str, Any]]] = {}
    for row in rows:
        groups.setdefault((row["metric"], row["unit"], row["family"] or "", row["span"]), []).append(row)

    def worth(key: tuple[str, ...]) -> tuple[int, int, str]:
        rank = _FAMILIES.index(key[2]) if key[2] in _FAMILIES else len(_FAMILIES)
        return rank, -len({row["period_end"] for row in groups[key]}), key[0]

    long = [key for key in groups if len({row["period_end"] for row in groups[key]}) >= _LEAST_PERIODS]
    for key in sorted(long, key=worth)[:_TRENDS]:
        points = tuple(_point(row) for row in groups[key])
        yield Trend(key[0], groups[key][0]["label"] or key[0], key[1], _SPANS.get(key[3], key[3]), points)


def _point(row: dict[str, Any]) -> Point:
    return Point(
        row["period_end"],
        _period(row),
        row["value"],
        with_unit(row["value"], row["unit"]),
        f"{row['published']:%d %b %Y}" if row["published"] else "no date",
        row["document"],
        row["page"],
        row["quote"],
        "newest" if row["newest"] else "same" if row["value"] == row["newest_value"] else "earlier",
    )


def _reasons(connection: duckdb.DuckDBPyConnection, council: Council) -> Reasons | None:
    rows = _records(
        connection,
        "SELECT * FROM neet_breakdown WHERE council_key(coalesce(council, '')) IN ($1, '') AND area = 'authority' "
        "ORDER BY published DESC NULLS LAST, period_end DESC, page",
        [council.key],
    )
    outside = {"published", "council", "body", "document", "part", "cohort", "age", "area", "period_start"}
    outside |= {"period_end", "cohort_size", "eet_count", "eet_percent", "neet_count", "neet_percent", "page", "path"}
    for row in rows:
        counts = [(name, value) for name, value in row.items() if name not in outside and value is not None]
        if len(counts) >= _LEAST_PERIODS and row["period_end"]:
            counts.sort(key=lambda pair: (-pair[1], pair[0]))
            named = tuple((name.replace("_", " "), value) for name, value in counts)
            published = f"{row['published']:%d %b %Y}" if row["published"] else "no date"
            return Reasons(row["cohort"].replace("_", " "), _period(row), published, row["neet_count"], named)
    return None


def _coverage(connection: duckdb.DuckDBPyConnection, council: Council) -> tuple[dict[str, Any], ...]:
    rows = _records(
        connection,
        "SELECT * FROM coverage WHERE council_key(coalesce(council, '')) IN ($1, '') "
        "ORDER BY list_position($2, family) NULLS LAST, family, label",
        [council.key, list(_FAMILIES)],
    )
    return tuple(rows)


def _said_of(end: date | None, kind: str) -> str:
    """When a value was so: of a flow its last day, for its length is that of the value beside it."""
    if end is None:
        return ""
    return f"(to {day(end)})" if kind == "flow" else f"({day(end)})"


def _period(row: dict[str, Any]) -> str:
    return when((row["period_start"], row["period_end"]) if row["period_start"] else None)


def _records(connection: duckdb.DuckDBPyConnection, sql: str, values: Sequence[Any]) -> list[dict[str, Any]]:
    cursor = connection.execute(sql, values)
    names = [column[0] for column in cursor.description or []]
    return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]
