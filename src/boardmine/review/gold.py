"""Reviewed records as reference records, in the form of an observation's record."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import duckdb

_GOLD = """
SELECT w.name AS doc, o.metric, o.kind, o.value, o.unit, o.members AS by, o.area, o.role, o.bound, o.period_start,
    o.period_end, o.period_basis, o.baseline_start, o.baseline_end, o.quote, o.page, o.char_start, o.char_end,
    o.section,
    CASE WHEN o.box_x0 IS NULL THEN NULL ELSE [o.box_x0, o.box_top, o.box_x1, o.box_bottom] END AS bbox,
    o.part, o.certainty, o.reason, o.number, o.number_start, o.number_end
FROM reviewed AS o
JOIN decisions AS d ON d.stands AND d.document = o.document AND d.number_start = o.number_start
    AND d.number_end = o.number_end
JOIN documents AS w ON w.id = o.document
ORDER BY w.name, o.document, o.number_start
"""


def gold(connection: duckdb.DuckDBPyConnection) -> Iterator[dict[str, Any]]:
    """What people accepted, corrected and added, one flat object of JSON values a record; by paper, in reading order.
    Decisions whose words do not stand in the paper any more are left out."""
    cursor = connection.execute(_GOLD)
    names = [column[0] for column in cursor.description or []]
    for row in cursor.fetchall():
        record = dict(zip(names, row, strict=True))
        for name in ("period_start", "period_end", "baseline_start", "baseline_end"):
            record[name] = record[name].isoformat() if record[name] else None
        if float(record["value"]).is_integer():
            record["value"] = int(record["value"])
        yield record
