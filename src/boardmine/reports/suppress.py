"""Small counts, and the numbers that would give them away.

A count from 1 to below a limit is withheld. So is whatever lets it be worked out from what is left: where a total and
all its other parts are known, the next smallest part goes too (secondary suppression), and so on until no sum has just
one number missing. The sums are those that the checks recompute: parts and whole, those in and out of work and their
cohort, a stock and its flows, a change and its levels. A percentage or rate of a withheld count is withheld with it.

It is figures that are withheld, not statements: a figure that is small in one paper is withheld in all.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from boardmine.catalogue import Catalogue
from boardmine.checks.rules import Rules
from boardmine.checks.statement import Period, Statement
from boardmine.records import Kind, Unit

Breakdown = frozenset[tuple[str, str]]
"""Dimension and member, for each dimension."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A figure of one council: what a number is about, whoever states it. `baseline` is that of a change."""

    metric: str
    by: Breakdown
    area: str
    role: str
    unit: str
    period: Period | None
    baseline: Period | None = None


def cell_of(statement: Statement) -> Cell:
    """The figure that a statement is of."""
    baseline = statement.baseline or (date.min, date.min) if statement.kind is Kind.CHANGE else None
    by = frozenset(statement.by.items())
    return Cell(
        statement.metric, by, statement.area, statement.role.value, statement.unit.value, statement.period, baseline
    )


def withheld(statements: Sequence[Statement], limit: int, catalogue: Catalogue, rules: Rules) -> set[str]:
    """The names of the observations of one council that must be withheld so that no count from 1 to below `limit` is
    given away."""
    of_cell: dict[Cell, list[Statement]] = defaultdict(list)
    for s in statements:
        of_cell[cell_of(s)].append(s)
    sizes = {cell: min(abs(s.value) for s in of) for cell, of in of_cell.items()}
    hidden = {c for c, size in sizes.items() if c.unit == Unit.COUNT.value and 0 < size < limit}
    sums = [*_parts(sizes, rules), *_cohorts(sizes, catalogue, rules), *_balances(sizes, rules), *_changes(sizes)]
    _close(hidden, sums, sizes, limit)
    hidden |= set(_shares(hidden, sizes, catalogue))
    return {s.id for cell in hidden for s in of_cell[cell]}


@dataclass(frozen=True, slots=True)
class _Sum:
    """Figures of which each can be worked out from all others. `parts` are those that are counts of people."""

    cells: tuple[Cell, ...]
    parts: tuple[Cell, ...]


def _close(hidden: set[Cell], sums: Sequence[_Sum], sizes: Mapping[Cell, float], limit: int) -> None:
    """Withhold more until every sum has none or several numbers missing that together are no small count."""
    changed = True
    while changed:
        changed = False
        for one in sums:
            missing = [c for c in one.cells if c in hidden]
            if not missing:
                continue
            secret = sum(sizes[c] for c in one.parts if c in hidden)
            open_ended = any(c not in one.parts for c in missing)
            if len(missing) >= 2 and (secret >= limit or open_ended):
                continue
            left = [c for c in one.cells if c not in hidden]
            # What is nothing hides nothing; the smallest of the rest costs the reader least.
            useful = [c for c in left if sizes[c] > 0] or left
            if useful:
                hidden.add(min(useful, key=lambda c: (c not in one.parts, sizes[c], str(c))))
                changed = True


def _parts(sizes: Mapping[Cell, float], rules: Rules) -> Iterator[_Sum]:
    """A whole and its parts by one dimension."""
    divided: dict[tuple[Cell, str], list[Cell]] = defaultdict(list)
    for cell in sizes:
        if cell.unit == Unit.COUNT.value and cell.baseline is None:
            for dimension, member in cell.by:
                if dimension in rules.divides:
                    rest = cell.by - {(dimension, member)}
                    divided[_like(cell, by=rest), dimension].append(cell)
    for (whole, dimension), parts in divided.items():
        members = {dict(p.by)[dimension] for p in parts}
        within = rules.divides[dimension].within
        apart = tuple(p for p in parts if within.get(dict(p.by)[dimension]) not in members)
        if whole in sizes and len(apart) > 1:
            yield _Sum((whole, *apart), apart)
        for member in members:
            nested = tuple(p for p in parts if within.get(dict(p.by)[dimension]) == member)
            outer = [p for p in parts if dict(p.by)[dimension] == member]
            if nested and outer:
                yield _Sum((outer[0], *nested), nested)


def _cohorts(sizes: Mapping[Cell, float], catalogue: Catalogue, rules: Rules) -> Iterator[_Sum]:
    """Two opposites and the cohort that they are of."""
    for pair in rules.opposites:
        first = catalogue.metrics[pair.metrics[0]]
        counting = [m.id for p in first.of if (m := catalogue.counting(p)) is not None]
        for cell in sizes:
            if cell.metric == first.id and cell.unit == Unit.COUNT.value and cell.baseline is None:
                other = _like(cell, metric=pair.metrics[1])
                for cohort in (_like(cell, metric=name) for name in counting):
                    if other in sizes and cohort in sizes:
                        yield _Sum((cohort, cell, other), (cell, other))


def _balances(sizes: Mapping[Cell, float], rules: Rules) -> Iterator[_Sum]:
    """A stock, those who came and went, and the stock before."""
    by_end: dict[tuple[str, Breakdown, str, str, date], Cell] = {}
    for cell in sizes:
        if cell.period and cell.unit == Unit.COUNT.value and cell.baseline is None:
            by_end[cell.metric, cell.by, cell.area, cell.role, cell.period[1]] = cell
    for balance in rules.balances:
        for came in sizes:
            if came.metric != balance.came or came.period is None or came.baseline is not None:
                continue
            went = _like(came, metric=balance.went)
            place = (balance.stock, came.by, came.area, came.role)
            before = by_end.get((*place, came.period[0] - timedelta(days=1)))
            after = by_end.get((*place, came.period[1]))
            if went in sizes and before and after:
                yield _Sum((before, came, went, after), (came, went))


def _changes(sizes: Mapping[Cell, float]) -> Iterator[_Sum]:
    """A change and the two levels that it lies between; a level without the other gives nothing away."""
    levels: dict[tuple[str, Breakdown, str, str, Period | None], Cell] = {}
    for cell in sizes:
        if cell.baseline is None and cell.unit == Unit.COUNT.value:
            levels[cell.metric, cell.by, cell.area, cell.role, cell.period] = cell
    for cell in sizes:
        if cell.baseline is not None:
            place = (cell.metric, cell.by, cell.area, cell.role)
            end, base = levels.get((*place, cell.period)), levels.get((*place, cell.baseline))
            if end and base:
                yield _Sum((end, base, cell), (end, base))
            elif end and cell.unit == Unit.COUNT.value:
                yield _Sum((end, cell), (end,))


def _shares(hidden: Iterable[Cell], sizes: Mapping[Cell, float], catalogue: Catalogue) -> Iterator[Cell]:
    """Percentages and rates of withheld counts."""
    lost = {_like(c, unit="") for c in hidden if c.unit == Unit.COUNT.value}
    for cell in sizes:
        if cell.unit == Unit.COUNT.value:
            continue
        metric = catalogue.metrics.get(cell.metric)
        counted = catalogue.counting(metric.rate_of) if metric and metric.rate_of else None
        own = _like(cell, unit="")
        if own in lost or (counted and _like(own, metric=counted.id) in lost):
            yield cell


def _like(cell: Cell, *, metric: str | None = None, by: Breakdown | None = None, unit: str | None = None) -> Cell:
    return Cell(
        metric if metric is not None else cell.metric,
        by if by is not None else cell.by,
        cell.area,
        cell.role,
        unit if unit is not None else cell.unit,
        cell.period,
        cell.baseline,
    )
