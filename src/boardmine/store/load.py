"""Writes to a store. Each function is one transaction: what it writes is there whole or not at all. Findings are the
exception: they follow, some councils at a time, when a run ends."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

import duckdb
import pyarrow as pa

from boardmine.catalogue import catalogue
from boardmine.checks.rules import rules as check_rules
from boardmine.store.append import append
from boardmine.store.findings import forget, refresh_findings, touched_by
from boardmine.store.names import path_text
from boardmine.store.places import let_fall
from boardmine.store.revisions import Change, keep_readings
from boardmine.store.rows import DocumentRows, Reject, clean
from boardmine.store.transaction import transaction

_OF_DOCUMENT = ("observations", "ledger", "unexplained", "parts")


@dataclass(slots=True)
class Counts:
    """What a run did: documents read for the first time, read again, not read because they are known, files refused,
    observations written; reviewed numbers whose words do not stand in their papers any more."""

    new: int = 0
    changed: int = 0
    unchanged: int = 0
    refused: int = 0
    observations: int = 0
    fallen: int = 0


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


def put(connection: duckdb.DuckDBPyConnection, rows: DocumentRows, rules: str, run: int) -> Change:
    """Write a document in place of what was known of it before. If it was refused before, that is forgotten."""
    return put_all(connection, [rows], rules, run)[0]


def put_all(
    connection: duckdb.DuckDBPyConnection, documents: Sequence[DocumentRows], rules: str, run: int
) -> list[Change]:
    """Write several documents, each given once, in one transaction; gives back what changed, in their order."""
    paths = [rows.document["path"] for rows in documents]
    with transaction(connection):
        known = _known_keys(connection, documents)
        changes = keep_readings(connection, documents, rules, run)
        connection.execute("DELETE FROM rejects WHERE path IN (SELECT unnest(?))", [paths])
        _take_out(connection, known)
        append(connection, "documents", [{**rows.document, "rules": rules, "run": run} for rows in documents])
        append(connection, "parts", [part for rows in documents for part in rows.parts])
        fates = [(rows.key, fate, count) for rows in documents for fate, count in rows.ledger.items()]
        append(connection, "ledger", [{"document": key, "fate": fate, "numerals": count} for key, fate, count in fates])
        append(connection, "unexplained", [number for rows in documents for number in rows.unexplained])
        append(connection, "observations", pa.concat_tables([rows.observations for rows in documents]))
        let_fall(connection, {rows.key: rows.document["text_hash"] for rows in documents})
    return changes


def take_out(connection: duckdb.DuckDBPyConnection, paths: Sequence[str]) -> None:
    """Forget the documents at resolved paths, and that they were refused."""
    with transaction(connection):
        keys = connection.execute("SELECT id FROM documents WHERE path IN (SELECT unnest(?))", [paths]).fetchall()
        _take_out(connection, [key for (key,) in keys])
        connection.execute("DELETE FROM rejects WHERE path IN (SELECT unnest(?))", [paths])


def forget_rejects(connection: duckdb.DuckDBPyConnection, paths: Sequence[str]) -> None:
    """Forget that the files at resolved paths were refused."""
    with transaction(connection):
        connection.execute("DELETE FROM rejects WHERE path IN (SELECT unnest(?))", [paths])


def _known_keys(connection: duckdb.DuckDBPyConnection, documents: Sequence[DocumentRows]) -> list[str]:
    keys = [rows.key for rows in documents]
    found = connection.execute("SELECT id FROM documents WHERE id IN (SELECT unnest(?))", [keys]).fetchall()
    return [key for (key,) in found]


def _take_out(connection: duckdb.DuckDBPyConnection, keys: Sequence[str]) -> None:
    if not keys:
        return
    for key in keys:
        forget(connection, key)
    for table in _OF_DOCUMENT:
        connection.execute(f"DELETE FROM {table} WHERE document IN (SELECT unnest(?))", [keys])  # noqa: S608
    connection.execute("DELETE FROM documents WHERE id IN (SELECT unnest(?))", [keys])


def put_rejects(
    connection: duckdb.DuckDBPyConnection, rejects: Sequence[tuple[Reject, str | None]], rules: str, run: int
) -> None:
    """Note that files, each given once with the hash of its content, could not be read. What was known of an earlier
    version of one stays."""
    paths = [path_text(reject.path) for reject, _ in rejects]
    with transaction(connection):
        tried = connection.execute(
            "SELECT path, content_hash, tries FROM rejects WHERE path IN (SELECT unnest(?))", [paths]
        ).fetchall()
        before = {(path, content_hash): tries for path, content_hash, tries in tried}
        connection.execute("DELETE FROM rejects WHERE path IN (SELECT unnest(?))", [paths])
        rows = [
            {
                "path": path,
                "name": reject.name,
                "kind": reject.kind,
                "reason": clean(reject.reason),
                "details": clean(reject.details),
                "content_hash": content_hash,
                "rules": rules,
                "tries": before.get((path, content_hash), 0) + 1,
                "run": run,
            }
            for path, (reject, content_hash) in zip(paths, rejects, strict=True)
        ]
        append(connection, "rejects", rows)


def _now() -> datetime:
    return datetime.now(UTC).replace(tzinfo=None)
