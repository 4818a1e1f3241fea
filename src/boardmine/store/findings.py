"""Keeps the findings of a store in step with its observations."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import duckdb

from boardmine.catalogue import Catalogue
from boardmine.checks.examine import examine
from boardmine.checks.finding import Finding
from boardmine.checks.rules import Rules
from boardmine.checks.statement import Statement
from boardmine.records import Basis, Bound, Certainty, Kind, Role, Unit
from boardmine.store.append import append
from boardmine.store.transaction import transaction

_IN_A_TABLE = "words for the metric in the "
"""How the reason of a cell of a table begins: which of its heads or captions named the metric."""

_STATEMENTS = """
SELECT
    o.document || '/' || o.position, o.document, o.part, o.number_start, o.metric, o.value, o.unit,
    o.period_start, o.period_end, o.kind, o.members, o.area, o.role, o.bound, o.period_basis,
    o.baseline_start, o.baseline_end, o.certainty, o.published, o.number, o.quote, coalesce(o.section, ''),
    coalesce(m.type, 'stock'), o.reason
FROM originals AS o
JOIN owners AS w ON w.document = o.document AND w.part = o.part
LEFT JOIN metrics AS m ON m.id = o.metric
WHERE w.council_key = ?
ORDER BY o.published, o.document, o.position
"""


def councils(connection: duckdb.DuckDBPyConnection) -> set[str]:
    """The keys (`owners.council_key`) of all councils of a store."""
    return {key for (key,) in connection.execute("SELECT DISTINCT council_key FROM owners").fetchall()}


def touched_by(connection: duckdb.DuckDBPyConnection, run: int) -> set[str]:
    """The keys of the councils whose findings a run may have changed: those whose papers it read, those that cannot be
    named (another council beside them changes whose they are), and all where the run before was killed."""
    killed = connection.execute("SELECT finished_at IS NULL FROM runs WHERE id = ?", [run - 1]).fetchall()
    if killed == [(True,)]:
        return councils(connection)
    rows = connection.execute(
        "SELECT DISTINCT w.council_key FROM owners AS w "
        "JOIN parts AS p ON p.document = w.document AND p.number = w.part "
        "JOIN documents AS d ON d.id = w.document "
        "WHERE d.run = ? OR council_key(p.council) = ''",
        [run],
    ).fetchall()
    return {key for (key,) in rows}


def forget(connection: duckdb.DuckDBPyConnection, document: str) -> None:
    """Take out the findings about statements of a document, in the transaction that is open: it is about to be
    replaced."""
    connection.execute(
        "DELETE FROM findings WHERE len(list_filter(observations, lambda o: starts_with(o, ?))) > 0", [document + "/"]
    )


def refresh_findings(
    connection: duckdb.DuckDBPyConnection, catalogue: Catalogue, rules: Rules, keys: Iterable[str] | None = None
) -> None:
    """Check anew what the papers of some councils say (all, where none are named), and keep what is found in place of
    what was found before; one transaction a council."""
    everyone = councils(connection)
    for key in sorted(everyone if keys is None else everyone & set(keys)):
        found = examine(statements_of_council(connection, key), catalogue, rules)
        names = connection.execute(
            "SELECT min(p.council) FROM parts AS p JOIN owners AS w ON w.document = p.document AND w.part = p.number "
            "WHERE w.council_key = ?",
            [key],
        ).fetchall()
        with transaction(connection):
            # What was of another council before may be of this one now.
            connection.execute(
                "DELETE FROM findings WHERE council_key = ? OR id IN (SELECT unnest(?))", [key, [f.id for f in found]]
            )
            append(connection, "findings", [_row(finding, key, names[0][0]) for finding in found])
    with transaction(connection):
        connection.execute("DELETE FROM findings WHERE council_key NOT IN (SELECT unnest(?))", [sorted(everyone)])


def statements_of_council(connection: duckdb.DuckDBPyConnection, key: str) -> list[Statement]:
    """What the papers of a council say, as checks take it. `key` is its `council_key`."""
    return [_statement(row) for row in connection.execute(_STATEMENTS, [key]).fetchall()]


def _statement(row: Sequence[Any]) -> Statement:
    (ident, document, part, at, metric, value, unit, start, end, kind, members, area, role, bound, basis) = row[:15]
    (base_start, base_end, certainty, published, number, quote, section, type_, reason) = row[15:]
    return Statement(
        id=ident,
        document=document,
        part=part,
        at=at,
        metric=metric,
        value=value,
        unit=Unit(unit),
        period=(start, end) if start else None,
        kind=Kind(kind),
        by=members,
        area=area,
        role=Role(role),
        bound=Bound(bound),
        basis=Basis(basis),
        baseline=(base_start, base_end) if base_start else None,
        certainty=Certainty(certainty),
        published=published,
        number=number,
        quote=quote,
        section=section,
        type=type_,
        tabular=reason.startswith(_IN_A_TABLE),
    )


def _row(finding: Finding, key: str, council: str | None) -> dict[str, Any]:
    dates = [s.published for s in finding.statements if s.published]
    return {
        "id": finding.id,
        "kind": finding.kind.value,
        "severity": finding.severity.value,
        "council_key": key,
        "council": council,
        "metric": finding.metric,
        "published": max(dates, default=None),
        "message": finding.message,
        "observations": [s.id for s in finding.statements],
    }
