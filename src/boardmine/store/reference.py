"""Keeps the families, metrics and dimensions of a store the same as the catalogue's."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import duckdb

from boardmine.store.append import append
from boardmine.store.transaction import transaction

if TYPE_CHECKING:
    from boardmine.catalogue import Catalogue

_COLUMNS = {
    "families": ("id", "title", "about"),
    "metrics": (
        "id",
        "family",
        "label",
        "definition",
        "type",
        "units",
        "dimensions",
        "calendar",
        "rolling_months",
        "source",
    ),
    "dimensions": ("id", "label", "form", "members"),
}


def refresh(connection: duckdb.DuckDBPyConnection, catalogue: Catalogue) -> None:
    """Write the catalogue into the store where it differs from what is there, in one transaction."""
    for table, rows in _rows(catalogue).items():
        names = ", ".join(_COLUMNS[table])
        held = connection.execute(f"SELECT {names} FROM {table}").fetchall()  # noqa: S608
        if sorted(held) == sorted(rows):
            continue
        with transaction(connection):
            connection.execute(f"DELETE FROM {table}")  # noqa: S608
            append(connection, table, [dict(zip(_COLUMNS[table], row, strict=True)) for row in rows])


def _rows(catalogue: Catalogue) -> dict[str, list[tuple[Any, ...]]]:
    return {
        "families": [(f.id, f.title, f.about) for f in catalogue.families.values()],
        "metrics": [
            (
                m.id,
                m.family,
                m.label,
                m.definition,
                m.type,
                [unit.value for unit in m.units],
                list(m.by),
                m.calendar,
                m.rolling_months,
                m.source,
            )
            for m in catalogue.metrics.values()
        ],
        "dimensions": [(d.id, d.label, d.form, list(d.members)) for d in catalogue.dimensions.values()],
    }
