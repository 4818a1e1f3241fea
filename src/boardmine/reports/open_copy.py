"""A store that may be shown to everybody: a copy, for as long as it is used, without what is withheld.

Where one statement of a figure is withheld, all of them are left out: an earlier one would pass for the newest. What
refers to them goes too, and so do reviews, whose decisions are in the statements then.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import duckdb

from boardmine.catalogue import Catalogue
from boardmine.checks.rules import Rules
from boardmine.reports.rows import source_of
from boardmine.store.connect import reading, writing
from boardmine.store.transaction import transaction

_WORDS = "(withheld)"
"""What stands for words that hold a withheld number: a quote may not be empty."""

_FIGURE = "w.council_key, o.metric, o.breakdown, o.area, o.unit, o.role, o.period_start, o.period_end"
_OWNED = "reviewed AS o JOIN owners AS w ON w.document = o.document AND w.part = o.part"
_NAME = "o.document || '/' || o.position"

_STEPS = (
    f"CREATE TEMP TABLE figures AS SELECT DISTINCT {_FIGURE} FROM {_OWNED} WHERE {_NAME} IN (SELECT unnest($numbers))",  # noqa: S608
    f"""
    CREATE TEMP TABLE shown AS
    SELECT o.* REPLACE (CASE WHEN {_NAME} IN (SELECT unnest($words)) THEN $silent ELSE o.quote END AS quote)
    FROM {_OWNED}
    WHERE {_NAME} NOT IN (SELECT unnest($numbers)) AND NOT EXISTS (
        FROM figures AS f
        WHERE f.council_key = w.council_key AND f.metric = o.metric AND f.breakdown = o.breakdown AND f.area = o.area
            AND f.unit = o.unit AND f.role = o.role
            AND f.period_start IS NOT DISTINCT FROM o.period_start AND f.period_end IS NOT DISTINCT FROM o.period_end
    )
    """,  # noqa: S608
    "DELETE FROM findings WHERE NOT list_has_all((SELECT list(document || '/' || position) FROM shown), observations)",
    "DELETE FROM review_places",
    "DELETE FROM reviews",
    "DELETE FROM unexplained",
    "DELETE FROM observations",
    "INSERT INTO observations BY NAME SELECT * FROM shown",
)


@dataclass(frozen=True, slots=True)
class OpenCopy:
    """The copy, open for reading, and how many statements were left out of it."""

    connection: duckdb.DuckDBPyConnection
    left_out: int


@contextmanager
def open_copy(store: Path, limit: int, catalogue: Catalogue, rules: Rules) -> Iterator[OpenCopy]:
    """A copy of a store without counts from 1 to below a limit of 2 or more, and without what would give them away.

    Raises StoreError.
    """
    with tempfile.TemporaryDirectory(prefix="boardmine-") as folder:
        copy = Path(folder, "open.duckdb")
        with reading(store) as connection:
            source = source_of(connection, (), limit, catalogue, rules)
            for file in (store, store.with_name(store.name + ".wal")):
                if file.exists():
                    shutil.copyfile(file, copy.with_name(copy.name + file.name[len(store.name) :]))
        values = {"numbers": sorted(source.numbers), "words": sorted(source.words), "silent": _WORDS}
        with writing(copy, catalogue) as connection, transaction(connection):
            before = _count(connection)
            for step in _STEPS:
                connection.execute(step, {name: value for name, value in values.items() if f"${name}" in step})
            after = _count(connection)
        with reading(copy) as connection:
            yield OpenCopy(connection, before - after)


def _count(connection: duckdb.DuckDBPyConnection) -> int:
    [(count,)] = connection.execute("SELECT count(*) FROM reviewed").fetchall()
    return int(count)
