"""Meetings as the sites of councils list them, and the files that were got of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import duckdb

from boardmine.store.append import append
from boardmine.store.transaction import transaction

MEETING = (
    *("site", "id", "committee_id", "council", "body", "date", "time", "status", "called_off", "agenda_published"),
    *("minutes_published", "withheld", "page", "asked", "complete"),
)
"""The columns of the table `meetings`."""

FILE = (
    *("path", "site", "meeting", "kind", "title", "address", "state", "reason", "size", "sha256", "released"),
    *("fetched", "versions"),
)
"""The columns of the table `fetched_files`."""

_TABLES = (("meetings", MEETING, "(site, id)"), ("fetched_files", FILE, "path"))


@dataclass(frozen=True, slots=True)
class Fetched:
    """Rows of both tables, by the names of their columns."""

    meetings: Sequence[Mapping[str, Any]]
    files: Sequence[Mapping[str, Any]]


def what_differs(connection: duckdb.DuckDBPyConnection, fetched: Fetched) -> Fetched:
    """The rows that the store lacks or has otherwise. When a meeting was asked about last is no difference."""
    lacking = []
    for (table, columns, _), rows in zip(_TABLES, (fetched.meetings, fetched.files), strict=True):
        compared = [column for column in columns if column != "asked"]
        held = set(connection.execute(f"SELECT {', '.join(compared)} FROM {table}").fetchall())  # noqa: S608
        lacking.append([row for row in rows if tuple(row[column] for column in compared) not in held])
    return Fetched(*lacking)


def note(connection: duckdb.DuckDBPyConnection, fetched: Fetched) -> None:
    """Write rows in place of those for the same meetings and paths, in one transaction."""
    with transaction(connection):
        for (table, columns, key), rows in zip(_TABLES, (fetched.meetings, fetched.files), strict=True):
            if rows:
                # Columns without any value would have no type: they are left to their default.
                filled = [c for c in columns if any(row[c] is not None for row in rows)]
                append_over(connection, table, key, [{c: row[c] for c in filled} for row in rows])


def append_over(connection: duckdb.DuckDBPyConnection, table: str, key: str, rows: Sequence[Mapping[str, Any]]) -> None:
    """Put rows in place of those with the same key, in the transaction that is open."""
    names = [name.strip() for name in key.strip("()").split(",")]
    for row in rows:
        where = " AND ".join(f"{name} = ?" for name in names)
        connection.execute(f"DELETE FROM {table} WHERE {where}", [row[name] for name in names])  # noqa: S608
    append(connection, table, rows)
