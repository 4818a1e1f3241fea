"""What a store knows already of which file: what decides whether a file must be read."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

import duckdb

_TOLD_APART = (
    "metric, kind, value, unit, breakdown, area, role, bound, period_start, period_end, period_basis, "
    "baseline_start, baseline_end, quote"
)


@dataclass(frozen=True, slots=True)
class Known:
    """A file that was tried: the hash of its content and the rules that tried. `observations` is what the store has of
    it, None where it was never read. `refused` is why it could not be read this time, and `lasting` whether it is not
    to be tried again while it stays the same."""

    content_hash: str | None
    rules: str
    observations: int | None
    refused: str = ""
    lasting: bool = True


PASSING = ("Crash", "TimeLimit", "MemoryLimit", "WorkerDied")
"""Kinds of rejects that another try may cure without a change of the file."""

MOST_TRIES = 3
"""How often such a file is tried of itself: one that always hangs must not hold up every run for ever."""


def known_files(connection: duckdb.DuckDBPyConnection) -> dict[str, Known]:
    """By resolved path, the newest of what the store knows of each file."""
    known = {
        path: Known(content_hash, rules, observations)
        for path, content_hash, rules, observations in connection.execute(
            "SELECT path, content_hash, rules, observations FROM documents"
        ).fetchall()
    }
    for path, kind, reason, content_hash, rules, tries in connection.execute(
        "SELECT path, kind, reason, content_hash, rules, tries FROM rejects"
    ).fetchall():
        before = known[path].observations if path in known else None
        known[path] = Known(content_hash, rules, before, reason, kind not in PASSING or tries >= MOST_TRIES)
    return known


def statements_of(connection: duckdb.DuckDBPyConnection, key: str) -> Counter[tuple[object, ...]]:
    """What a document states, without where: to be compared with what it states when read anew."""
    rows = connection.execute(
        f"SELECT {_TOLD_APART} FROM observations WHERE document = ?",  # noqa: S608
        [key],
    ).fetchall()
    return Counter(rows)


def statement_columns() -> list[str]:
    """The names of the values that `statements_of` gives, in their order."""
    return _TOLD_APART.split(", ")
