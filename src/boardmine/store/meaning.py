"""What a number says, without where it stands: what a person decides about."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from datetime import date
from typing import Any

from boardmine.records import AUTHORITY


@dataclass(frozen=True, slots=True)
class Meaning:
    """The columns of `observations` that say what a number means. `members` is the breakdown, dimension to member."""

    metric: str
    value: float
    unit: str
    kind: str = "level"
    members: Mapping[str, str] = field(default_factory=dict)
    area: str = AUTHORITY
    role: str = "actual"
    bound: str = "exact"
    period_start: date | None = None
    period_end: date | None = None
    period_basis: str = "document"
    baseline_start: date | None = None
    baseline_end: date | None = None

    @classmethod
    def of(cls, row: Mapping[str, Any]) -> Meaning:
        """The meaning of a row that has these columns among others, or of a struct of them."""
        return cls(**{name: row[name] for name in COLUMNS})

    def changes(self, other: Meaning) -> list[tuple[str, Any, Any]]:
        """Name, value here and value there of each column in which two differ."""
        mine, theirs = asdict(self), asdict(other)
        return [(name, mine[name], theirs[name]) for name in COLUMNS if mine[name] != theirs[name]]


COLUMNS = (
    *("metric", "kind", "value", "unit", "members", "area", "role", "bound"),
    *("period_start", "period_end", "period_basis", "baseline_start", "baseline_end"),
)
"""The columns in the order in which tables have them."""
