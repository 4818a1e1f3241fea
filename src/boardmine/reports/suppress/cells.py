"""Figures: what a number is about, whoever states it. A figure that is small in one paper is withheld in all."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from boardmine.catalogue import Catalogue
from boardmine.checks.statement import Period, Statement
from boardmine.records import Kind, Unit

Breakdown = frozenset[tuple[str, str]]
"""Dimension and member, for each dimension."""
Sizes = Mapping["Cell", float]
"""How large each figure is: the least that is stated of it."""

UNSAID = (date.min, date.min)
"""The baseline of a change whose words give none."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A figure of one council. `baseline` is that of a change; None for a level."""

    metric: str
    by: Breakdown
    area: str
    role: str
    unit: str
    period: Period | None
    baseline: Period | None = None

    @property
    def is_level(self) -> bool:
        """Whether it says how many or how much is."""
        return self.baseline is None

    @property
    def is_count(self) -> bool:
        """Whether it counts people."""
        return self.is_level and self.unit == Unit.COUNT.value

    def but(self, **changed: object) -> Cell:
        """The same with something else in some places."""
        return replace(self, **changed)  # type: ignore[arg-type]


@dataclass(frozen=True, slots=True)
class Sum:
    """Figures of which each can be worked out from all others, each with its sign: together they are nothing, or
    something that everybody knows. `people` are those that count people, and that together may be too few."""

    terms: tuple[tuple[Cell, int], ...]
    people: frozenset[Cell] = frozenset()
    linear: bool = True

    @property
    def cells(self) -> tuple[Cell, ...]:
        """The figures without their signs."""
        return tuple(cell for cell, _ in self.terms)


def sum_of(whole: Cell, parts: Iterable[Cell]) -> Sum:
    """Parts that count people, and their whole."""
    counted = tuple(parts)
    return Sum(((whole, 1), *((part, -1) for part in counted)), frozenset(counted))


def cell_of(statement: Statement) -> Cell:
    """The figure that a statement is of."""
    baseline = statement.baseline or UNSAID if statement.kind is Kind.CHANGE else None
    by = frozenset(statement.by.items())
    return Cell(
        statement.metric, by, statement.area, statement.role.value, statement.unit.value, statement.period, baseline
    )


def when(cell: Cell, catalogue: Catalogue, period: Period | None = None) -> object:
    """The time of a figure, so that it can be held against others: of a stock, September and 30 September are one."""
    about = period or cell.period
    metric = catalogue.metrics.get(cell.metric)
    if about is None or metric is None or metric.type == "flow":
        return about
    return about[1].year, about[1].month
