"""What people decide about numbers: written down, taken back, asked for.

Decisions are only ever added. Which of them counts about a number, the views `decisions` and `reviewed` tell.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Literal

import duckdb

from boardmine.errors import DecidedMeanwhile, QueryError
from boardmine.store.meaning import COLUMNS, Meaning
from boardmine.store.places import Standing, keep_place
from boardmine.store.transaction import transaction

_ALL = 1_000_000_000

Word = Literal["accept", "reject", "edit", "add"]


@dataclass(frozen=True, slots=True)
class Decision:
    """What a person says about a number: that it is as it was read (`accept`; of a number that became no record: that
    there is nothing to record), no record (`reject`), or another record (`edit`, `add`). `reason` is how it had been
    read."""

    word: Word
    before: Meaning | None
    after: Meaning | None
    reviewer: str
    why: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Review:
    """A row of `reviews`; `word` may be `undo` here, and `undone` says that it was taken back. `document` is where the
    number stands now."""

    id: int
    subject: int
    document: str
    word: str
    undoes: int | None
    before: Meaning | None
    after: Meaning | None
    decided_at: datetime
    reviewer: str
    why: str
    reason: str
    number: str
    quote: str
    number_start: int
    stands: bool
    undone: bool
    name: str | None


def decide(connection: duckdb.DuckDBPyConnection, standing: Standing, decision: Decision, seen: int) -> int:
    """Write a decision down about the number that stands there; gives back its id.

    `seen` is the last review of the number that the person had before their eyes, 0 for none. Raises DecidedMeanwhile
    where there is a later one.
    """
    with transaction(connection):
        subject = subject_at(connection, standing.document, standing.number_start)
        _check_seen(connection, subject, seen)
        review = _next(connection)
        if subject is None:
            subject = review
            keep_place(connection, subject, standing)
        said: dict[str, Any] = {
            "id": review,
            "subject": subject,
            "document": standing.document,
            "decision": decision.word,
            "undoes": None,
            "reviewer": decision.reviewer,
            "why": decision.why,
            "reason": decision.reason,
            "number": standing.number,
            "quote": standing.quote,
        }
        _write(connection, said, decision.before, decision.after)
    return review


def undo(connection: duckdb.DuckDBPyConnection, review: int, reviewer: str, seen: int | None = None) -> int:
    """Take a decision back, which must be the one in force about its number; gives back the id of the new review.

    `seen` is as for `decide`; None takes whatever is there. Raises DecidedMeanwhile where the decision is not in force
    any more, QueryError where there is none.
    """
    with transaction(connection):
        rows = connection.execute(
            "SELECT subject, document, before, after, reason, number, quote FROM reviews "
            "WHERE id = ? AND decision <> 'undo'",
            [review],
        ).fetchall()
        if not rows:
            raise QueryError(f"there is no decision {review}")
        subject, document, before, after, reason, number, quote = rows[0]
        if seen is not None:
            _check_seen(connection, subject, seen)
        force = connection.execute("SELECT review FROM decisions WHERE subject = ?", [subject]).fetchall()
        if force != [(review,)]:
            raise DecidedMeanwhile(f"decision {review} is not in force any more")
        taken = _next(connection)
        said = {
            "id": taken,
            "subject": subject,
            "document": document,
            "decision": "undo",
            "undoes": review,
            "reviewer": reviewer,
            "why": "",
            "reason": reason,
            "number": number,
            "quote": quote,
        }
        _write(connection, said, Meaning.of(after) if after else None, Meaning.of(before) if before else None)
    return taken


def subject_at(connection: duckdb.DuckDBPyConnection, document: str, start: int) -> int | None:
    """The subject of the reviews of the number that begins at a character of a document; None where there are none."""
    rows = connection.execute(
        "SELECT subject FROM review_places WHERE document = ? AND number_start = ? AND stands", [document, start]
    ).fetchall()
    return int(rows[0][0]) if rows else None


def last_seen(connection: duckdb.DuckDBPyConnection, subject: int | None) -> int:
    """The last review of a number, 0 where there is none."""
    if subject is None:
        return 0
    return int(
        connection.execute("SELECT coalesce(max(id), 0) FROM reviews WHERE subject = ?", [subject]).fetchall()[0][0]
    )


def reviews(
    connection: duckdb.DuckDBPyConnection, subject: int | None = None, limit: int | None = None
) -> list[Review]:
    """The reviews of a store, or of one number, the newest first."""
    rows = connection.execute(
        "SELECT r.id, r.subject, p.document, r.decision, r.undoes, r.before, r.after, r.decided_at, r.reviewer, r.why, "
        "r.reason, r.number, r.quote, p.number_start, p.stands, "
        "r.id IN (SELECT undoes FROM reviews WHERE undoes IS NOT NULL), d.name "
        "FROM reviews AS r JOIN review_places AS p ON p.subject = r.subject "
        "LEFT JOIN documents AS d ON d.id = p.document "
        "WHERE ($1::INTEGER IS NULL OR r.subject = $1) ORDER BY r.id DESC LIMIT $2",
        [subject, limit or _ALL],
    ).fetchall()
    return [
        Review(*row[:5], *(Meaning.of(meaning) if meaning else None for meaning in row[5:7]), *row[7:]) for row in rows
    ]


def in_force(connection: duckdb.DuckDBPyConnection, subject: int | None) -> Mapping[str, Any] | None:
    """The decision in force about a number, by column of `decisions`; None where there is none."""
    cursor = connection.execute("SELECT * FROM decisions WHERE subject = ?", [subject])
    names = [column[0] for column in cursor.description or []]
    row = cursor.fetchone()
    return dict(zip(names, row, strict=True)) if row else None


def fallen(connection: duckdb.DuckDBPyConnection) -> Sequence[Mapping[str, Any]]:
    """The decisions whose words do not stand in their papers any more, by column of `decisions`, with `name` and `path`
    of the paper."""
    cursor = connection.execute(
        "SELECT d.*, w.name, w.path FROM decisions AS d JOIN documents AS w ON w.id = d.document "
        "WHERE NOT d.stands ORDER BY w.name, d.number_start"
    )
    names = [column[0] for column in cursor.description or []]
    return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]


def rejected_by_rule(connection: duckdb.DuckDBPyConnection) -> list[tuple[str, int, int, int]]:
    """How decisions went for each way of reading: the reason, how many accepted, corrected, rejected; worst first."""
    return connection.execute(
        "SELECT reason, count(*) FILTER (decision = 'accept'), count(*) FILTER (decision = 'edit'), "
        "count(*) FILTER (decision = 'reject') FROM decisions WHERE reason <> '' AND stands "
        "GROUP BY reason ORDER BY count(*) FILTER (decision IN ('reject', 'edit')) DESC, count(*) DESC, reason"
    ).fetchall()


def _check_seen(connection: duckdb.DuckDBPyConnection, subject: int | None, seen: int) -> None:
    last = last_seen(connection, subject)
    if last != seen:
        [(who,)] = connection.execute("SELECT reviewer FROM reviews WHERE id = ?", [last]).fetchall() or [("",)]
        raise DecidedMeanwhile(f"{who or 'somebody'} has decided about this number meanwhile")


def _next(connection: duckdb.DuckDBPyConnection) -> int:
    return int(connection.execute("SELECT coalesce(max(id), 0) + 1 FROM reviews").fetchall()[0][0])


def _write(
    connection: duckdb.DuckDBPyConnection, said: dict[str, Any], before: Meaning | None, after: Meaning | None
) -> None:
    values = [*said.values(), datetime.now(UTC).replace(tzinfo=None)]
    marks = ["?"] * len(values)
    for meaning in (before, after):
        marks.append(_packed(meaning, values))
    names = ", ".join([*said, "decided_at", "before", "after"])
    connection.execute(f"INSERT INTO reviews ({names}) VALUES ({', '.join(marks)})", values)  # noqa: S608


def _packed(meaning: Meaning | None, values: list[Any]) -> str:
    """A meaning as SQL with marks, whose values are added to those that are given."""
    if meaning is None:
        return "NULL"
    parts = []
    for name in COLUMNS:
        value = getattr(meaning, name)
        if name == "members":
            parts.append("members := map(?::VARCHAR[], ?::VARCHAR[])")
            values += [list(value), list(value.values())]
        else:
            parts.append(f"{name} := ?::{_CASTS.get(name, 'VARCHAR')}")
            values.append(value)
    return f"struct_pack({', '.join(parts)})"


_CASTS = {"value": "DOUBLE"} | dict.fromkeys(("period_start", "period_end", "baseline_start", "baseline_end"), "DATE")
