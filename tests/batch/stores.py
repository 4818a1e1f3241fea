"""What a store holds, to be compared with another."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from boardmine.store.connect import reading

OF_A_RUN = ("run", "rules")
"""Columns that tell which run wrote a row: they differ where two runs do the work of one."""

TABLES = (
    *("documents", "parts", "observations", "ledger", "rejects", "readings", "revisions", "findings"),
    *("families", "metrics", "dimensions", "copies"),
)
"""All but those about the runs themselves and the form of the store."""


def rows_of_store(store: Path) -> dict[str, list[Any]]:
    """All rows of a store by table, without what tells the run."""
    with reading(store) as connection:
        columns = {
            table: [name for (name, *_) in connection.execute(f"DESCRIBE {table}").fetchall() if name not in OF_A_RUN]
            for table in TABLES
        }
        return {
            table: connection.execute(f"SELECT {', '.join(names)} FROM {table} ORDER BY ALL").fetchall()
            for table, names in columns.items()
        }
