"""What deserves a look, worst first: findings, uncertain readings, numbers that nothing explains, restatements."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import duckdb

WHY = {
    0: "words no longer in the paper",
    1: "error found",
    2: "warning found",
    3: "low certainty",
    4: "unexplained number",
    5: "restated",
    6: "nothing in particular",
}
"""Why an item is in the queue, by rank; the last is there only where everything is asked for."""

_EVERYTHING = 6


@dataclass(frozen=True, slots=True)
class Filters:
    """What of the queue is wanted: a document (its key), the date of a meeting, a family, a certainty, a rank of WHY;
    `state` is `open`, `done` or `all`. With `everything` also what nothing is the matter with."""

    document: str = ""
    meeting: date | None = None
    family: str = ""
    certainty: str = ""
    why: int | None = None
    state: str = "open"
    everything: bool = False

    def pairs(self) -> dict[str, str]:
        """The filters that are set, for the address of a page."""
        said = {
            "document": self.document,
            "meeting": self.meeting.isoformat() if self.meeting else "",
            "family": self.family,
            "certainty": self.certainty,
            "why": "" if self.why is None else str(self.why),
            "state": "" if self.state == "open" else self.state,
            "everything": "yes" if self.everything else "",
        }
        return {name: value for name, value in said.items() if value}


@dataclass(frozen=True, slots=True)
class Item:
    """A number in the queue. `document` and `start` name it for good; `decision` is what was decided, empty for what is
    open. A number that nothing explains has no `metric`."""

    document: str
    start: int
    rank: int
    name: str
    published: date | None
    page: int | None
    number: str
    before: str
    after: str
    metric: str | None
    label: str | None
    value: float | None
    unit: str
    certainty: str
    decision: str
    reviewer: str

    @property
    def key(self) -> tuple[str, int]:
        """The paper and where the number begins."""
        return self.document, self.start

    @property
    def why(self) -> str:
        """Why it is in the queue."""
        return WHY[self.rank]


@dataclass(frozen=True, slots=True)
class Queue:
    """The items wanted, in order, and how many there are of the same filters that are decided, and in all."""

    items: Sequence[Item]
    done: int
    total: int

    def after(self, key: tuple[str, int]) -> Item | None:
        """The item behind one; the first where that is not in the queue (any more) or is the last."""
        return self._beside(key, 1)

    def before(self, key: tuple[str, int]) -> Item | None:
        """The item before one."""
        return self._beside(key, -1)

    def _beside(self, key: tuple[str, int], step: int) -> Item | None:
        others = [item for item in self.items if item.key != key]
        if not others:
            return None
        keys = [item.key for item in self.items]
        return self.items[(keys.index(key) + step) % len(keys)] if key in keys else others[0]


def queue(connection: duckdb.DuckDBPyConnection, filters: Filters) -> Queue:
    """The queue. What is decided belongs to it whatever it was looked at for."""
    cursor = connection.execute(
        _QUEUE,
        {
            "document": filters.document,
            "meeting": filters.meeting,
            "family": filters.family,
            "certainty": filters.certainty,
            "why": filters.why,
            "most": _EVERYTHING if filters.everything else _EVERYTHING - 1,
        },
    )
    every = [Item(*row) for row in cursor.fetchall()]
    wanted = [i for i in every if filters.state == "all" or bool(i.decision) == (filters.state == "done")]
    return Queue(wanted, sum(bool(item.decision) for item in every), len(every))


def choices(connection: duckdb.DuckDBPyConnection) -> Mapping[str, Sequence[Any]]:
    """What there is to filter by: `documents` (key, name), `meetings` (dates), `families` (id, title)."""
    return {
        "documents": connection.execute(
            "SELECT id, name FROM documents ORDER BY published DESC NULLS LAST, name"
        ).fetchall(),
        "meetings": [
            day
            for (day,) in connection.execute(
                "SELECT DISTINCT published FROM parts WHERE published IS NOT NULL ORDER BY 1 DESC"
            ).fetchall()
        ],
        "families": connection.execute("SELECT id, title FROM families ORDER BY title").fetchall(),
    }


_QUEUE = """
WITH flagged AS (
    SELECT observation, min(CASE WHEN kind = 'restatement' THEN 5 WHEN severity = 'error' THEN 1
                                 WHEN severity = 'warning' THEN 2 ELSE 6 END) AS rank
    FROM (SELECT unnest(observations) AS observation, severity, kind FROM findings)
    GROUP BY observation
),
standing AS (
    SELECT d.*, after.metric AS decided_metric FROM decisions AS d
),
read AS (
    SELECT o.document, o.number_start, o.number_end, o.published, o.page, o.number, o.metric, o.value, o.unit,
        o.certainty, '' AS before, o.quote AS after,
        least(coalesce(f.rank, 6), CASE WHEN o.certainty = 'low' THEN 3 ELSE 6 END) AS rank
    FROM observations AS o
    LEFT JOIN flagged AS f ON f.observation = o.document || '/' || o.position
),
left_over AS (
    SELECT u.document, u.number_start, u.number_end, p.published, u.page, u.number, NULL AS metric, NULL AS value,
        '' AS unit, '' AS certainty, u.before, u.after, 4 AS rank
    FROM unexplained AS u
    JOIN parts AS p ON p.document = u.document AND p.number = u.part
    ANTI JOIN observations AS o ON o.document = u.document AND o.number_start = u.number_start
),
known AS (SELECT * FROM read UNION ALL BY NAME SELECT * FROM left_over),
added AS (
    SELECT d.document, d.number_start, d.number_end, w.published, d.page, d.number, d.after.metric AS metric,
        d.after.value AS value, coalesce(d.after.unit, '') AS unit, '' AS certainty, '' AS before, d.quote AS after,
        CASE WHEN d.stands THEN 6 ELSE 0 END AS rank
    FROM standing AS d JOIN documents AS w ON w.id = d.document
    ANTI JOIN known AS k ON d.stands AND k.document = d.document AND k.number_start = d.number_start
),
every AS (
    SELECT k.*, coalesce(d.decision, '') AS decision, coalesce(d.reviewer, '') AS reviewer
    FROM known AS k
    LEFT JOIN standing AS d ON d.stands AND d.document = k.document AND d.number_start = k.number_start
    UNION ALL BY NAME
    SELECT a.*, CASE WHEN d.stands THEN d.decision ELSE '' END AS decision, d.reviewer
    FROM added AS a
    JOIN standing AS d ON d.document = a.document AND d.number_start = a.number_start AND (NOT d.stands) = (a.rank = 0)
)
SELECT e.document, e.number_start, e.rank, w.name, e.published, e.page, e.number, e.before, e.after, e.metric, m.label,
    e.value, e.unit, e.certainty, e.decision, e.reviewer
FROM every AS e
JOIN documents AS w ON w.id = e.document
LEFT JOIN metrics AS m ON m.id = e.metric
WHERE (e.rank <= $most OR e.decision <> '')
    AND ($document = '' OR e.document = $document)
    AND ($meeting IS NULL OR e.published = $meeting::DATE)
    AND ($family = '' OR m.family = $family)
    AND ($certainty = '' OR e.certainty = $certainty)
    AND ($why IS NULL OR e.rank = $why::INTEGER)
ORDER BY e.rank, e.published DESC NULLS LAST, w.name, e.document, e.number_start
"""
