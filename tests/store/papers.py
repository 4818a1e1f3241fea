"""Papers of several dates, put into a store."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import duckdb
from handmade import analysed

from boardmine.catalogue import catalogue
from boardmine.checks.rules import rules
from boardmine.document import Facts, Part, PartKind
from boardmine.records import Observation
from boardmine.store.findings import refresh_findings
from boardmine.store.load import put
from boardmine.store.rows import rows_of

WEXCOMBE = "Wexcombe Borough Council"


def publish(
    connection: duckdb.DuckDBPyConnection,
    path: Path,
    published: date | None,
    *observations: Observation,
    council: str | None = WEXCOMBE,
    run: int = 1,
) -> str:
    """Put a paper of one part into the store; gives back its key."""
    part = Part(PartKind.REPORT, 0, 1, title="Scorecard", council=council, date=published)
    facts = Facts(council=council, date=published)
    rows = rows_of(analysed(path, *observations, parts=(part,), facts=facts))
    put(connection, rows, "rules", run)
    return rows.key


def check(connection: duckdb.DuckDBPyConnection) -> list[tuple[str, str, str]]:
    """Check the whole store; gives back severity, kind and message of each finding."""
    refresh_findings(connection, catalogue(), rules())
    return connection.execute("SELECT severity, kind, message FROM findings ORDER BY ALL").fetchall()
