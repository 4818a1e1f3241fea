"""Brings a store to the present form: numbered steps under `schemas/sql/`, each made once; those that a store lacks are
made in one transaction.

A step is a file `NNNN_name.sql`. Steps are never changed once they were published; a new form is a new step.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

import duckdb

from boardmine.errors import StoreError, StoreVersion
from boardmine.resources import folder
from boardmine.store.transaction import transaction


@dataclass(frozen=True, slots=True)
class Migration:
    """One step: its number, counted from 1 without gaps, and the file that holds its SQL."""

    number: int
    file: Path


@cache
def migrations() -> tuple[Migration, ...]:
    """All steps in order."""
    files = sorted((folder("schemas") / "sql").glob("[0-9][0-9][0-9][0-9]_*.sql"))
    return tuple(Migration(int(file.name[:4]), file) for file in files)


def newest() -> int:
    """The version that this boardmine writes."""
    return migrations()[-1].number


def version_of(connection: duckdb.DuckDBPyConnection, path: Path) -> int:
    """The version of a store, 0 for an empty database. Raises StoreError for a database of something else."""
    rows = connection.execute("SELECT table_name FROM duckdb_tables() WHERE NOT internal").fetchall()
    tables = {name for (name,) in rows}
    if not tables:
        return 0
    if not tables >= {"migrations", "documents", "observations"}:
        raise StoreError(f"{path}: is a DuckDB database, but of something else than boardmine")
    return int(connection.execute("SELECT coalesce(max(number), 0) FROM migrations").fetchall()[0][0])


def migrate(connection: duckdb.DuckDBPyConnection, path: Path, target: int | None = None) -> list[Migration]:
    """Make the steps that a store lacks, up to the newest or to `target`, all or none; gives back those made.

    Raises StoreVersion where the store is newer than this boardmine.
    """
    found = version_of(connection, path)
    if found > newest():
        raise StoreVersion(f"{path}: version {found}, written by a newer boardmine; this one knows {newest()}")
    lacking = [m for m in migrations() if found < m.number <= (target or newest())]
    if not lacking:
        return []
    with transaction(connection):
        for step in lacking:
            connection.execute(step.file.read_text(encoding="utf-8"))
            made = [step.number, step.file.name, datetime.now(UTC).replace(tzinfo=None)]
            connection.execute("INSERT INTO migrations VALUES (?, ?, ?)", made)
    # Some versions of DuckDB cannot replay definitions from the log after a crash: they must not stay in it.
    connection.execute("CHECKPOINT")
    return lacking
