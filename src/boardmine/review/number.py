"""One number of a paper: what it was read as, what was found about it, what people decided, what papers say of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import duckdb

from boardmine.catalogue import Catalogue
from boardmine.checks.phrases import said, when
from boardmine.checks.statement import Statement
from boardmine.document import Box
from boardmine.records import AUTHORITY, Bound, Kind, Unit
from boardmine.store.lookup import Found, findings
from boardmine.store.meaning import Meaning
from boardmine.store.places import Standing
from boardmine.store.reviews import Review, in_force, last_seen, reviews, subject_at

_NEAREST = 12
"""Observations before and behind a number whose metrics are offered first."""


@dataclass(frozen=True, slots=True)
class Number:
    """Everything about one number.

    `standing` is None for a number that nothing is known of yet: it must be looked up in the paper. `read` is what it
    was read as, `now` what counts; `certainty` and `reason` are of the reading. `seen` is its last review, 0 for none.
    """

    document: str
    start: int
    standing: Standing | None
    read: Meaning | None
    now: Meaning | None
    certainty: str
    reason: str
    observation: str
    council: str | None
    body: str | None
    title: str | None
    published: date | None
    decision: Mapping[str, Any] | None
    seen: int
    history: Sequence[Review]
    findings: Sequence[Found]
    unexplained: bool

    @property
    def state(self) -> str:
        """`open`, or what was decided."""
        return self.decision["decision"] if self.decision else "open"


def look(connection: duckdb.DuckDBPyConnection, document: str, start: int) -> Number:
    """The number that begins at a character of a document (its key)."""
    row = _one(connection, "SELECT * FROM observations WHERE document = ? AND number_start = ?", document, start)
    left = _one(connection, "SELECT * FROM unexplained WHERE document = ? AND number_start = ?", document, start)
    subject = subject_at(connection, document, start)
    decision = in_force(connection, subject)
    read = Meaning.of(row) if row else None
    now = read
    if decision is not None:
        now = Meaning.of(decision["after"]) if decision["after"] else None
    known = row or decision
    position = row["position"] if row else 1_000_000 + (subject or 0)
    name = f"{document}/{position}"
    part = known["part"] if known else left["part"] if left else 0
    about = _one(
        connection,
        "SELECT council, body, title, published FROM parts WHERE document = ? AND number = ?",
        document,
        part,
    )
    about = about or {"council": None, "body": None, "title": None, "published": None}
    return Number(
        document=document,
        start=start,
        standing=_standing(connection, known) if known else None,
        read=read,
        now=now,
        certainty=row["certainty"] if row else "",
        reason=row["reason"] if row else decision["reason"] if decision else "",
        observation=name if now else "",
        **about,
        decision=decision,
        seen=last_seen(connection, subject),
        history=reviews(connection, subject) if subject else [],
        findings=findings(connection, name) if now else [],
        unexplained=left is not None and row is None,
    )


def in_words(meaning: Meaning, catalogue: Catalogue, council: str | None) -> str:
    """A record as a sentence: `Children looked after: 526 at 30 Nov 2021, Middlesbrough`."""
    metric = catalogue.metrics.get(meaning.metric)
    label = metric.label if metric else meaning.metric
    period = (meaning.period_start, meaning.period_end)
    at = "at" if period[0] == period[1] else "in"
    time = f" {at} {when(period)}" if period[0] and period[1] else ""  # type: ignore[arg-type]
    where = council or "the council of the paper" if meaning.area == AUTHORITY else meaning.area.replace("_", " ")
    where = where if meaning.area == AUTHORITY or not where.islower() else where.capitalize()
    parts = ", ".join(
        f"{dimension.replace('_', ' ')} {member.replace('_', ' ')}"
        for dimension, member in sorted(meaning.members.items())
    )
    role = "" if meaning.role == "actual" else f" ({meaning.role})"
    by = f" ({parts})" if parts else ""
    change = " changed by" if meaning.kind == "change" else ""
    against = ""
    if meaning.baseline_start and meaning.baseline_end:
        against = f" against {when((meaning.baseline_start, meaning.baseline_end))}"
    return f"{label}{by}{change or ':'} {value_in_words(meaning)}{role}{time}{against}, {where}"


def value_in_words(meaning: Meaning) -> str:
    """A value as it is said: `1,022`, `over 41.4%`, `+2 points`."""
    return said(
        Statement(
            *("", "", 0, 0, meaning.metric, meaning.value, Unit(meaning.unit), None),
            kind=Kind(meaning.kind),
            bound=Bound(meaning.bound),
        )
    )


def metrics_near(connection: duckdb.DuckDBPyConnection, document: str, start: int) -> list[str]:
    """The metrics of what is recorded next to a place in a document, the nearest first."""
    rows = connection.execute(
        "SELECT metric FROM reviewed WHERE document = ? ORDER BY abs(number_start - ?) LIMIT ?",
        [document, start, _NEAREST],
    ).fetchall()
    return list(dict.fromkeys(metric for (metric,) in rows))


def over_time(connection: duckdb.DuckDBPyConnection, observation: str) -> list[dict[str, Any]]:
    """What all papers say of the same figure at all periods, in order of period and publication."""
    cursor = connection.execute(
        "WITH mine AS (SELECT * FROM levels WHERE observation = ?) "
        "SELECT l.period_start, l.period_end, l.value, l.unit, l.published, l.document, l.page, l.observation, "
        "o.document AS key, o.number_start AS start FROM levels AS l JOIN mine AS m "
        "ON l.council_key = m.council_key AND l.metric = m.metric AND l.breakdown = m.breakdown AND l.area = m.area "
        "AND l.unit = m.unit AND l.role = m.role AND l.span = m.span "
        "JOIN reviewed AS o ON o.document || '/' || o.position = l.observation "
        "WHERE l.period_end IS NOT NULL ORDER BY l.period_end, l.published NULLS FIRST, l.observation",
        [observation],
    )
    names = [column[0] for column in cursor.description or []]
    return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]


def _standing(connection: duckdb.DuckDBPyConnection, row: Mapping[str, Any]) -> Standing:
    [(text_hash,)] = connection.execute("SELECT text_hash FROM documents WHERE id = ?", [row["document"]]).fetchall()
    edges = [row[f"box_{edge}"] for edge in ("x0", "top", "x1", "bottom")]
    return Standing(
        document=row["document"],
        text_hash=text_hash or "",
        quote=row["quote"],
        char_start=row["char_start"],
        char_end=row["char_end"],
        number=row["number"],
        number_start=row["number_start"],
        number_end=row["number_end"],
        part=row["part"],
        page=row["page"],
        section=row["section"],
        box=None if edges[0] is None else Box(*edges),
    )


def _one(connection: duckdb.DuckDBPyConnection, sql: str, *values: Any) -> dict[str, Any] | None:
    cursor = connection.execute(sql, list(values))
    names = [column[0] for column in cursor.description or []]
    row = cursor.fetchone()
    return dict(zip(names, row, strict=True)) if row else None
