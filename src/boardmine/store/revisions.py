"""What each run changed: kept when documents are written, asked for between two runs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import duckdb

from boardmine.errors import QueryError
from boardmine.store.append import append
from boardmine.store.rows import DocumentRows
from boardmine.store.state import statement_columns

_STATED = ", ".join(statement_columns())
_Statement = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """What reading a document changed: how many of its statements the store did not have, and how many it had that are
    no longer stated."""

    added: int
    gone: int


@dataclass(frozen=True, slots=True)
class ReadAnew:
    """A document that was read between two runs; `first` where the store did not have it before."""

    name: str
    path: str
    first: bool
    observations: int


@dataclass(frozen=True, slots=True)
class Revision:
    """A statement that came or went, by column of the table `revisions`, with the name of its document; `times` where
    it is stated more than once."""

    document: str
    change: str
    page: int | None
    times: int
    statement: Mapping[str, Any]

    @property
    def period(self) -> tuple[date, date] | None:
        """The period that it is about."""
        start, end = self.statement["period_start"], self.statement["period_end"]
        return (start, end) if start else None


@dataclass(frozen=True, slots=True)
class Difference:
    """What the store said after a run and not after an earlier one: rules of both, documents read, statements that
    came and went in documents that it had before."""

    rules: tuple[str, str]
    documents: tuple[ReadAnew, ...]
    revisions: tuple[Revision, ...]


def keep_readings(
    connection: duckdb.DuckDBPyConnection, documents: Sequence[DocumentRows], rules: str, run: int
) -> list[Change]:
    """Note, in the transaction that is open and before they are replaced, what differs in documents from what the store
    has of them; in their order."""
    before = _before(connection, [rows.key for rows in documents])
    changes, readings, revisions = [], [], []
    for rows in documents:
        count = rows.observations.num_rows
        state, change = "new", Change(count, 0)
        if rows.key in before:
            hash_before, stated_before = before[rows.key]
            state = "stale" if hash_before == rows.document["content_hash"] else "changed"
            stated_now = _counted(rows.observations.select([*statement_columns(), "page"]).to_pylist())
            added, gone = _less(stated_now, stated_before), _less(stated_before, stated_now)
            change = Change(len(added), len(gone))
            for word, statements in (("added", added), ("gone", gone)):
                revisions += [_revision(rows.key, run, word, *one) for one in statements]
        row = {"run": run, "document": rows.key, "state": state, "rules": rules, "observations": count}
        readings.append({**row, "added": change.added, "gone": change.gone})
        changes.append(change)
    # A run that reads a file twice, as one does that was named so, has read it once.
    connection.execute(
        "DELETE FROM readings WHERE run = ? AND document IN (SELECT unnest(?))", [run, [rows.key for rows in documents]]
    )
    append(connection, "readings", readings)
    append(connection, "revisions", revisions)
    return changes


def difference(connection: duckdb.DuckDBPyConnection, earlier: int, later: int) -> Difference:
    """What changed after one run up to and with a later one. Raises QueryError where there are no such runs."""
    if earlier >= later:
        raise QueryError(f"the earlier run comes first: boardmine diff {later} {earlier}")
    rules = dict(connection.execute("SELECT id, rules FROM runs WHERE id IN (?, ?)", [earlier, later]).fetchall())
    for run in (earlier, later):
        if run not in rules:
            known = connection.execute("SELECT coalesce(max(id), 0) FROM runs").fetchall()[0][0]
            raise QueryError(f"there is no run {run}; the last is {known}")
    between = [earlier, later]
    documents = connection.execute(
        "SELECT coalesce(d.name, r.document), coalesce(d.path, ''), "
        "NOT EXISTS (FROM readings AS e WHERE e.document = r.document AND e.run <= ?), arg_max(r.observations, r.run) "
        "FROM readings AS r LEFT JOIN documents AS d ON d.id = r.document "
        "WHERE r.run > ? AND r.run <= ? GROUP BY ALL ORDER BY 2, 1",
        [earlier, *between],
    ).fetchall()
    revisions = connection.execute(
        f"SELECT coalesce(d.name, r.document), sum(CASE r.change WHEN 'added' THEN 1 ELSE -1 END)::INTEGER AS net, "  # noqa: S608
        f"min(r.page), {_STATED} FROM revisions AS r LEFT JOIN documents AS d ON d.id = r.document "
        "WHERE r.run > ? AND r.run <= ? AND EXISTS (FROM readings AS e WHERE e.document = r.document AND e.run <= ?) "
        f"GROUP BY r.document, d.name, {_STATED} HAVING net <> 0 "
        f"ORDER BY ALL",
        [*between, earlier],
    ).fetchall()
    return Difference(
        (rules[earlier], rules[later]),
        tuple(ReadAnew(*row) for row in documents),
        tuple(
            Revision(name, "added" if net > 0 else "gone", page, abs(net), dict(zip(statement_columns(), rest)))  # noqa: B905
            for name, net, page, *rest in revisions
        ),
    )


def _before(
    connection: duckdb.DuckDBPyConnection, keys: list[str]
) -> dict[str, tuple[str, dict[_Statement, list[int | None]]]]:
    """Of those documents that the store has: hash of the content, and statements with the pages that they are on."""
    known: dict[str, tuple[str, dict[_Statement, list[int | None]]]] = {
        key: (content_hash, {})
        for key, content_hash in connection.execute(
            "SELECT id, content_hash FROM documents WHERE id IN (SELECT unnest(?))", [keys]
        ).fetchall()
    }
    if known:
        for key, page, *stated in connection.execute(
            f"SELECT document, page, {_STATED} FROM observations WHERE document IN (SELECT unnest(?)) "  # noqa: S608
            "ORDER BY document, position",
            [list(known)],
        ).fetchall():
            known[key][1].setdefault(tuple(stated), []).append(page)
    return known


def _counted(rows: list[dict[str, Any]]) -> dict[_Statement, list[int | None]]:
    counted: dict[_Statement, list[int | None]] = {}
    for row in rows:
        page = row.pop("page")
        counted.setdefault(tuple(row.values()), []).append(page)
    return counted


def _less(
    these: Mapping[_Statement, list[int | None]], those: Mapping[_Statement, list[int | None]]
) -> list[tuple[_Statement, int | None]]:
    """The statements that are in these more often than in those."""
    left = Counter({statement: len(pages) for statement, pages in these.items()})
    left -= Counter({statement: len(pages) for statement, pages in those.items()})
    return [(statement, page) for statement, many in left.items() for page in these[statement][-many:]]


def _revision(document: str, run: int, change: str, statement: _Statement, page: int | None) -> dict[str, Any]:
    row = {"run": run, "document": document, "change": change, "page": page}
    return {**row, **dict(zip(statement_columns(), statement, strict=True))}
