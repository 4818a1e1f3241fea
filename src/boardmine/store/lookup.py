"""What a store says of one metric, one observation, and what was found: rows for a person to read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import duckdb

from boardmine.catalogue import Catalogue
from boardmine.checks.rules import Rules
from boardmine.errors import QueryError
from boardmine.store.connect import reading, writing
from boardmine.store.findings import refresh_findings

SEVERITIES = ("error", "warning", "note")
"""Worst first."""


@dataclass(frozen=True, slots=True)
class Quoted:
    """A statement as a finding shows it. `observation` is its name, `document/position`."""

    observation: str
    document: str
    page: int | None
    published: date | None
    value: float
    unit: str
    quote: str


@dataclass(frozen=True, slots=True)
class Found:
    """A finding with the statements concerned, the one in question first."""

    id: str
    kind: str
    severity: str
    council: str | None
    metric: str
    message: str
    statements: tuple[Quoted, ...]


@dataclass(frozen=True, slots=True)
class Stated:
    """One statement of a figure. `value_before` is what the statement before it of the same figure said; `newest`
    tells the one that counts, as the view `series` has it."""

    council: str | None
    breakdown: str
    area: str
    unit: str
    role: str
    period_start: date | None
    period_end: date | None
    published: date | None
    value: float
    bound: str
    value_before: float | None
    differs: bool
    document: str
    page: int | None
    observation: str
    newest: bool = False


def recheck(path: Path, catalogue: Catalogue, rules: Rules) -> list[Found]:
    """Check a store anew from end to end, keep what is found, and give it back, worst first. Raises StoreError."""
    with reading(path):
        pass  # A database that is not there is not to be made.
    with writing(path, catalogue) as connection:
        refresh_findings(connection, catalogue, rules)
        return findings(connection)


def findings(
    connection: duckdb.DuckDBPyConnection, observation: str | None = None, council_key: str | None = None
) -> list[Found]:
    """The findings of a store, worst first; or only those about an observation, or about a council's papers."""
    heads = connection.execute(
        "SELECT id, kind, severity, council, metric, message FROM findings "
        "WHERE ($1 IS NULL OR list_contains(observations, $1)) AND ($2 IS NULL OR council_key = $2)",
        [observation, council_key],
    ).fetchall()
    quoted: dict[str, list[Quoted]] = {}
    for finding, *row in connection.execute(
        "SELECT finding, observation, document, page, published, value, unit, quote FROM finding_statements "
        "WHERE finding IN (SELECT unnest(?)) ORDER BY finding, place",
        [[head[0] for head in heads]],
    ).fetchall():
        quoted.setdefault(finding, []).append(Quoted(*row))
    found = [
        Found(id_, kind, severity, council, metric, message, tuple(quoted.get(id_, ())))
        for id_, kind, severity, council, metric, message in heads
    ]
    return sorted(found, key=lambda f: (SEVERITIES.index(f.severity), f.council or "", f.metric, f.kind, f.message))


def history(connection: duckdb.DuckDBPyConnection, metric: str) -> list[Stated]:
    """Every statement of every figure of a metric, by figure and in order of publication."""
    return [
        Stated(*row)
        for row in connection.execute(
            "SELECT council, breakdown, area, unit, role, period_start, period_end, published, value, bound, "
            "value_before, differs, document, page, observation, "
            "observation IN (SELECT observation FROM series WHERE metric = ?) FROM history_of(?)",
            [metric, metric],
        ).fetchall()
    ]


def observation(connection: duckdb.DuckDBPyConnection, name: str) -> dict[str, Any]:
    """Everything about one observation, by column of `observations` and `documents` (as `path`, `name`).

    `name` is `document/position`, where the document may be given by its name, its key, or the beginning of either.
    Raises QueryError where there is none, or more than one.
    """
    document, _, position = name.rpartition("/")
    if not document or not position.isdigit():
        raise QueryError(f"{name} is no observation: give document/position, as finding_statements and statements do")
    # What was rejected is no statement any more, but was read and can be explained.
    cursor = connection.execute(
        "WITH known AS (SELECT * FROM reviewed UNION ALL BY NAME SELECT o.* REPLACE "
        "(o.reason || '; rejected by ' || r.reviewer AS reason) FROM observations AS o JOIN decisions AS r "
        "ON r.stands AND r.after IS NULL AND r.document = o.document AND r.number_start = o.number_start) "
        "SELECT o.*, d.path, d.name, d.content_hash, d.title, d.url, p.title AS part_title, p.council, p.body "
        "FROM known AS o JOIN documents AS d ON d.id = o.document "
        "JOIN parts AS p ON p.document = o.document AND p.number = o.part "
        "WHERE (starts_with(d.id, ?) OR starts_with(d.name, ?)) AND o.position = ? "
        "QUALIFY (d.id = ? OR d.name = ?) OR NOT bool_or(d.id = ? OR d.name = ?) OVER ()",
        [document, document, int(position), *[document] * 4],
    )
    found = _records(cursor)
    if not found:
        raise QueryError(f"there is no observation {name}")
    if len(found) > 1:
        names = ", ".join(sorted(row["document"] for row in found)[:5])
        raise QueryError(f"{name} may be of {len(found)} documents: {names}")
    return found[0]


def same_figure(connection: duckdb.DuckDBPyConnection, name: str) -> Sequence[Stated]:
    """All statements of the figure that an observation states, in order of publication. `name` must be whole."""
    rows = connection.execute(
        "WITH mine AS (SELECT * FROM levels WHERE observation = ?) "
        "SELECT l.council, l.breakdown, l.area, l.unit, l.role, l.period_start, l.period_end, l.published, l.value, "
        "l.bound, NULL, false, l.document, l.page, l.observation FROM levels AS l JOIN mine AS m "
        "ON l.council_key = m.council_key AND l.metric = m.metric AND l.breakdown = m.breakdown AND l.area = m.area "
        "AND l.unit = m.unit AND l.role = m.role AND l.period_start IS NOT DISTINCT FROM m.period_start "
        "AND l.period_end IS NOT DISTINCT FROM m.period_end ORDER BY l.published NULLS FIRST, l.observation",
        [name],
    ).fetchall()
    return [Stated(*row) for row in rows]


def _records(cursor: duckdb.DuckDBPyConnection) -> list[dict[str, Any]]:
    names = [column[0] for column in cursor.description or []]
    return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]
