"""Writes to a store. Each function is one transaction: what it writes is there whole or not at all. Findings are the
exception: they follow council by council when a run ends."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

import duckdb

from boardmine.catalogue import catalogue
from boardmine.checks.rules import rules as check_rules
from boardmine.store.append import append
from boardmine.store.findings import forget, refresh_findings, touched_by
from boardmine.store.rows import DocumentRows, Reject, clean, path_text
from boardmine.store.transaction import transaction

_OF_DOCUMENT = ("observations", "ledger", "parts")


@dataclass(slots=True)
class Counts:
    """What a run did: documents read for the first time, read again, not read because they are known, files refused,
    observations written."""

    new: int = 0
    changed: int = 0
    unchanged: int = 0
    refused: int = 0
    observations: int = 0


def start_run(connection: duckdb.DuckDBPyConnection, version: str, rules: str, jobs: int) -> int:
    """Note that a run begins; gives back its number."""
    with transaction(connection):
        [(highest,)] = connection.execute("SELECT coalesce(max(id), 0) FROM runs").fetchall()
        row = {"id": highest + 1, "started_at": _now(), "version": version, "rules": rules, "jobs": jobs}
        append(connection, "runs", [row])
    return int(highest) + 1


def finish_run(connection: duckdb.DuckDBPyConnection, run: int, counts: Counts) -> None:
    """Check anew the papers of the councils that the run has read, and note that it has ended, and what it did."""
    refresh_findings(connection, catalogue(), check_rules(), touched_by(connection, run))
    with transaction(connection):
        connection.execute(
            "UPDATE runs SET finished_at = ?, new = ?, changed = ?, unchanged = ?, refused = ?, observations = ? "
            "WHERE id = ?",
            [_now(), counts.new, counts.changed, counts.unchanged, counts.refused, counts.observations, run],
        )


def put(connection: duckdb.DuckDBPyConnection, rows: DocumentRows, rules: str, run: int) -> None:
    """Write a document in place of what was known of it before. If it was refused before, that is forgotten."""
    with transaction(connection):
        connection.execute("DELETE FROM rejects WHERE path = ?", [rows.document["path"]])
        forget(connection, rows.key)
        for table in _OF_DOCUMENT:
            connection.execute(f"DELETE FROM {table} WHERE document = ?", [rows.key])  # noqa: S608
        connection.execute("DELETE FROM documents WHERE id = ?", [rows.key])
        append(connection, "documents", [{**rows.document, "rules": rules, "run": run}])
        append(connection, "parts", rows.parts)
        append(connection, "ledger", [{"document": rows.key, "fate": f, "numerals": n} for f, n in rows.ledger.items()])
        append(connection, "observations", rows.observations)


def put_reject(
    connection: duckdb.DuckDBPyConnection, reject: Reject, content_hash: str | None, rules: str, run: int
) -> None:
    """Note that a file could not be read. What was known of an earlier version of it stays."""
    path = path_text(reject.path)
    with transaction(connection):
        before = connection.execute(
            "SELECT tries FROM rejects WHERE path = ? AND content_hash IS NOT DISTINCT FROM ?", [path, content_hash]
        ).fetchall()
        connection.execute("DELETE FROM rejects WHERE path = ?", [path])
        row = {
            "path": path,
            "name": reject.name,
            "kind": reject.kind,
            "reason": clean(reject.reason),
            "details": clean(reject.details),
            "content_hash": content_hash,
            "rules": rules,
            "tries": before[0][0] + 1 if before else 1,
            "run": run,
        }
        append(connection, "rejects", [row])


def _now() -> datetime:
    return datetime.now(UTC).replace(tzinfo=None)
