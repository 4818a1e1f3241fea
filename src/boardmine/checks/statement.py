"""What a check is given: one number that a paper states, with when it was published."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from boardmine.catalogue.model import MetricType
from boardmine.records import AUTHORITY, Basis, Bound, Certainty, Kind, Role, Unit

Period = tuple[date, date]
"""First and last day."""


@dataclass(frozen=True, slots=True)
class Statement:
    """An observation of a council's paper, as far as checks need it.

    `id` names the observation (`document/position`); `document` and `part` say where it stands, `at` is the first
    character of its number in the document's text. `period` is None where nothing gives one. `tabular` says that it is
    a cell of a table.
    """

    id: str
    document: str
    part: int
    at: int
    metric: str
    value: float
    unit: Unit
    period: Period | None
    kind: Kind = Kind.LEVEL
    by: Mapping[str, str] = field(default_factory=dict)
    area: str = AUTHORITY
    role: Role = Role.ACTUAL
    bound: Bound = Bound.EXACT
    basis: Basis = Basis.STATED
    baseline: Period | None = None
    certainty: Certainty = Certainty.HIGH
    published: date | None = None
    number: str = ""
    quote: str = ""
    section: str = ""
    type: MetricType = "stock"
    tabular: bool = False

    @property
    def breakdown(self) -> str:
        """The breakdown as text in one fixed order; empty for the whole."""
        return ", ".join(f"{dimension}={self.by[dimension]}" for dimension in sorted(self.by))

    @property
    def figure(self) -> tuple[object, ...]:
        """What the number is about, without when: metric, breakdown, area, role, unit."""
        return self.metric, self.breakdown, self.area, self.role, self.unit

    @property
    def is_level(self) -> bool:
        """Whether it says how many or how much is, not by how much it changed and not what is wanted."""
        return self.kind is Kind.LEVEL and self.role is Role.ACTUAL

    @property
    def sure(self) -> bool:
        """Whether the period is given by the words themselves, so that it may be held against another statement."""
        return self.period is not None and self.basis in (Basis.STATED, Basis.RELATIVE)


def days(period: Period) -> int:
    """How many days a period has, both ends counted."""
    return (period[1] - period[0]).days + 1


def span(period: Period) -> str:
    """How long a period is, in classes that can be compared: month, quarter, half, year, or so many days."""
    length = days(period)
    if length <= 31:
        return "month"
    for name, least, most in (("quarter", 80, 100), ("half", 170, 191), ("year", 355, 376)):
        if least <= length <= most:
            return name
    return f"{length} days"
