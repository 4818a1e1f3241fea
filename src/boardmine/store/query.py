"""Answers SQL that only reads.

A query runs on a connection that is read-only and can reach neither files nor the network, and of statements only one
that reads is taken: so no query can change the store, the settings, or anything else.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import duckdb

from boardmine.errors import QueryError
from boardmine.store.connect import one_line, reading

_BATCH = 2_000
_READS = ("SELECT", "EXPLAIN", "MULTI")
"""Kinds of statements that read, as DuckDB names them: DESCRIBE, SHOW, SUMMARIZE, FROM and VALUES are SELECT to it, and
PIVOT is MULTI."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a query gives: names and types of the columns, and the rows, which can be gone through once."""

    columns: tuple[str, ...]
    types: tuple[str, ...]
    rows: Iterator[tuple[Any, ...]]


@contextmanager
def asked(path: Path, sql: str) -> Iterator[Answer]:
    """The answer to one statement. The store is open, and locked against writers, until the answer is done with.

    Raises QueryError for what does not parse, does not run, or is not one statement that reads; StoreMissing,
    StoreLocked, StoreVersion and StoreError for the store.
    """
    with reading(path) as connection:
        try:
            refuse_writes(sql)
            cursor = connection.execute(sql)
            described = cursor.description or []
            yield Answer(tuple(d[0] for d in described), tuple(str(d[1]) for d in described), _rows(cursor))
        except duckdb.Error as error:
            raise QueryError(_plain(error)) from error


def refuse_writes(sql: str) -> None:
    """Raises QueryError for what does not parse, and for all but one statement that reads."""
    try:
        statements = duckdb.extract_statements(sql)
    except duckdb.Error as error:
        raise QueryError(_plain(error)) from error
    if len(statements) != 1:
        count = len(statements) or "no"
        raise QueryError(f"one statement at a time: this has {count}")
    kind = statements[0].type.name
    if kind not in _READS:
        raise QueryError(f"{kind} is refused: a query can only read (SELECT, WITH, DESCRIBE, SHOW, SUMMARIZE, PIVOT)")


def _rows(cursor: duckdb.DuckDBPyConnection) -> Iterator[tuple[Any, ...]]:
    while batch := cursor.fetchmany(_BATCH):
        yield from batch


def _plain(error: duckdb.Error) -> str:
    """DuckDB's message without the drawing of where in the query it is."""
    message, _, _ = str(error).partition("\n\nLINE ")
    return one_line(message)
