"""Keeps the findings of a store in step with its observations."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter
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

_AT_A_TIME = 20_000
"""Observations of several councils that are asked for at once: a query a council would look up whose each part is as
often as there are councils."""

_SIZES = """
SELECT w.council_key, min(p.council), count(o.document)
FROM owners AS w
JOIN parts AS p ON p.document = w.document AND p.number = w.part
LEFT JOIN observations AS o ON o.document = w.document AND o.part = w.part
GROUP BY w.council_key
ORDER BY w.council_key
"""

_STATEMENTS = """
SELECT
    w.council_key, o.document || '/' || o.position, o.document, o.part, o.number_start, o.metric, o.value, o.unit,
    o.period_start, o.period_end, o.kind, o.members, o.area, o.role, o.bound, o.period_basis,
    o.baseline_start, o.baseline_end, o.certainty, o.published, o.number, o.quote, coalesce(o.section, ''),
    coalesce(m.type, 'stock'), o.reason
FROM originals AS o
JOIN owners AS w ON w.document = o.document AND w.part = o.part
LEFT JOIN metrics AS m ON m.id = o.metric
WHERE w.council_key IN (SELECT unnest(?))
ORDER BY w.council_key, o.published, o.document, o.position
"""


@dataclass(frozen=True, slots=True)
class CouncilStatements:
    """What the papers of a council say, as checks take it: its key (`owners.council_key`), its name where it is
    known, and the statements in order of publication."""

    key: str
    name: str | None
    statements: list[Statement]


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
    what was found before; one transaction for several councils."""
    for batch in _batches(connection, keys):
        found = [(said, finding) for said in batch for finding in examine(said.statements, catalogue, rules)]
        with transaction(connection):
            # What was of another council before may be of this one now.
            connection.execute(
                "DELETE FROM findings WHERE council_key IN (SELECT unnest(?)) OR id IN (SELECT unnest(?))",
                [[said.key for said in batch], [finding.id for _, finding in found]],
            )
            append(connection, "findings", [_row(finding, said) for said, finding in found])
    with transaction(connection):
        connection.execute("DELETE FROM findings WHERE council_key NOT IN (SELECT council_key FROM owners)")


def statements_by_council(
    connection: duckdb.DuckDBPyConnection, keys: Iterable[str] | None = None
) -> Iterator[CouncilStatements]:
    """What the papers of councils (all, where none are named) say, in order of their keys."""
    for batch in _batches(connection, keys):
        yield from batch


def _batches(connection: duckdb.DuckDBPyConnection, keys: Iterable[str] | None) -> Iterator[list[CouncilStatements]]:
    wanted = None if keys is None else set(keys)
    batch: dict[str, str | None] = {}
    size = 0
    for key, name, count in connection.execute(_SIZES).fetchall():
        if wanted is not None and key not in wanted:
            continue
        if batch and size + count > _AT_A_TIME:
            yield _read(connection, batch)
            batch, size = {}, 0
        batch[key] = name
        size += count
    if batch:
        yield _read(connection, batch)


def _read(connection: duckdb.DuckDBPyConnection, names: dict[str, str | None]) -> list[CouncilStatements]:
    rows = connection.execute(_STATEMENTS, [list(names)]).fetchall()
    said = {key: [_statement(row[1:]) for row in group] for key, group in groupby(rows, itemgetter(0))}
    return [CouncilStatements(key, name, said.get(key, [])) for key, name in names.items()]


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


def _row(finding: Finding, said: CouncilStatements) -> dict[str, Any]:
    dates = [s.published for s in finding.statements if s.published]
    return {
        "id": finding.id,
        "kind": finding.kind.value,
        "severity": finding.severity.value,
        "council_key": said.key,
        "council": said.name,
        "metric": finding.metric,
        "published": max(dates, default=None),
        "message": finding.message,
        "observations": [s.id for s in finding.statements],
    }
