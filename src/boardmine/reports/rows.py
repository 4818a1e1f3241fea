"""What is exported: statements in batches, findings, and the dictionary; with what is suppressed taken out.

Where a number is withheld, its words are withheld too, and so are all other words that hold it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import duckdb
import pyarrow as pa
import pyarrow.compute as pc

from boardmine.catalogue import Catalogue
from boardmine.checks.rules import Rules
from boardmine.reports.suppress import Quote, telling, withheld
from boardmine.store.findings import statements_by_council

COLUMNS = (
    *("observation", "council", "body", "document", "part", "published", "family", "metric", "label", "breakdown"),
    *("area", "role", "kind", "value", "unit", "bound", "period_start", "period_end", "period_basis"),
    *("baseline_start", "baseline_end", "certainty", "page", "quote"),
)
"""The columns of the exported statements, as in the view `statements`."""

_BATCH = 50_000
_LIST = ", ".join(COLUMNS)


@dataclass(frozen=True, slots=True)
class Source:
    """What is to be exported: an open store, the families (all, where none is named), and the names of observations
    whose numbers, and of those whose words, are withheld."""

    connection: duckdb.DuckDBPyConnection
    families: tuple[str, ...] = ()
    numbers: frozenset[str] = field(default_factory=frozenset)
    words: frozenset[str] = field(default_factory=frozenset)
    limit: int = 0

    def statements(self) -> Iterator[pa.RecordBatch]:
        """The statements in order of publication, in batches with the columns COLUMNS; a value that is withheld is
        null, and where there may be any, a column `suppressed` says which."""
        where = "WHERE family IN (SELECT unnest($1))" if self.families else ""
        sql = f"SELECT {_LIST} FROM statements {where} ORDER BY published NULLS FIRST, document, observation"  # noqa: S608
        relation = self.connection.sql(sql, params=[list(self.families)] if self.families else None)
        numbers, words = pa.array(sorted(self.numbers), pa.string()), pa.array(sorted(self.words), pa.string())
        for batch in relation.to_arrow_reader(_BATCH):
            yield self._masked(batch, numbers, words) if self.limit else batch

    def findings(self) -> pa.Table:
        """The findings, without those that would say a withheld number."""
        table = self.connection.sql(
            "SELECT id, severity, kind, council, metric, published, message, "
            "array_to_string(observations, ' ') AS observations FROM findings ORDER BY severity, metric, id"
        ).to_arrow_table()
        kept = [not self.numbers.intersection(names.split()) for names in table["observations"].to_pylist()]
        return table.filter(pa.array(kept, pa.bool_()))

    def metrics(self) -> pa.Table:
        """The metrics of the catalogue, lists as text."""
        return self.connection.sql(
            "SELECT id, family, label, definition, type, array_to_string(units, ' ') AS units, "
            "array_to_string(dimensions, ' ') AS dimensions, calendar, rolling_months, source FROM metrics ORDER BY id"
        ).to_arrow_table()

    def dimensions(self) -> pa.Table:
        """The dimensions of the catalogue, lists as text."""
        return self.connection.sql(
            "SELECT id, label, form, array_to_string(members, ' ') AS members FROM dimensions ORDER BY id"
        ).to_arrow_table()

    def family_titles(self) -> dict[str, str]:
        """The titles of the families that are exported, by their key, in order."""
        rows = self.connection.execute("SELECT id, title FROM families ORDER BY id").fetchall()
        return {key: title for key, title in rows if not self.families or key in self.families}

    def _masked(self, batch: pa.RecordBatch, numbers: pa.Array, words: pa.Array) -> pa.RecordBatch:
        secret = pc.is_in(batch["observation"], numbers)
        silent = pc.is_in(batch["observation"], words)
        columns = {name: batch[name] for name in batch.schema.names}
        columns["value"] = pc.if_else(secret, pa.scalar(None, pa.float64()), columns["value"])
        columns["quote"] = pc.if_else(silent, pa.scalar(None, pa.string()), columns["quote"])
        return pa.RecordBatch.from_pydict({**columns, "suppressed": secret})


def source_of(
    connection: duckdb.DuckDBPyConnection,
    families: tuple[str, ...],
    limit: int,
    catalogue: Catalogue,
    rules: Rules,
) -> Source:
    """What is to be exported; with a `limit` of 2 or more, counts from 1 to below it are withheld, in all families
    alike: a number that is left out gives no other away."""
    if limit < 2:
        return Source(connection, families)
    numbers: set[str] = set()
    words: set[str] = set()
    for said in statements_by_council(connection):
        found = withheld(said.statements, limit, catalogue, rules)
        quotes = (Quote(s.id, s.document, s.metric, s.number, s.quote) for s in said.statements)
        words |= set(telling(quotes, found, limit))
        numbers |= found
    return Source(connection, families, frozenset(numbers), frozenset(words), limit)


def fresh_folder(path: Path) -> Path:
    """A folder to write into, made where there is none. Raises StoreError where it holds something already."""
    from boardmine.errors import StoreError

    if path.exists() and (not path.is_dir() or any(path.iterdir())):
        raise StoreError(f"{path}: is there already and not empty; export into a new folder")
    path.mkdir(parents=True, exist_ok=True)
    return path
