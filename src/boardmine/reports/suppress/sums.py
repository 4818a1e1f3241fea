"""What adds up to what, of the figures that are stated."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta

from boardmine.catalogue import Catalogue
from boardmine.checks.rules import Rules
from boardmine.checks.statement import Period
from boardmine.records import Unit
from boardmine.reports.suppress.cells import UNSAID, Breakdown, Cell, Sizes, Sum, sum_of, when

_NEAR_100 = 3
"""Shares that come so near to 100 are all of it."""
_CHAIN = 12
_CHAINS = 60
"""A period is laid out with so many shorter ones, in so many ways, at most."""


def sums(sizes: Sizes, catalogue: Catalogue, rules: Rules) -> list[Sum]:
    """All sums over some figures of one council."""
    return [
        *_parts(sizes, rules),
        *_shares_of_all(sizes, rules),
        *_cohorts(sizes, catalogue, rules),
        *_balances(sizes, rules),
        *_changes(sizes, catalogue),
        *_periods(sizes, catalogue),
    ]


def _divided(
    sizes: Sizes, rules: Rules, unit: Unit
) -> Iterator[tuple[Cell, list[tuple[str, Cell]], Mapping[str, str]]]:
    """Each whole, stated or not, with the parts that a dimension divides it into, and which are parts of another."""
    divided: dict[tuple[Cell, str], list[tuple[str, Cell]]] = defaultdict(list)
    for cell in sizes:
        if cell.unit == unit.value and cell.is_level:
            for dimension, member in cell.by:
                if dimension in rules.divides:
                    whole = cell.but(by=cell.by - {(dimension, member)})
                    divided[whole, dimension].append((member, cell))
    for (whole, dimension), parts in divided.items():
        yield whole, parts, rules.divides[dimension].within


def _apart(parts: Sequence[tuple[str, Cell]], within: Mapping[str, str]) -> tuple[Cell, ...]:
    members = {member for member, _ in parts}
    return tuple(cell for member, cell in parts if within.get(member) not in members)


def _parts(sizes: Sizes, rules: Rules) -> Iterator[Sum]:
    """A whole and its parts by one dimension."""
    for whole, parts, within in _divided(sizes, rules, Unit.COUNT):
        apart = _apart(parts, within)
        if whole in sizes and len(apart) > 1:
            yield sum_of(whole, apart)
        for member, outer in parts:
            nested = [cell for inner, cell in parts if within.get(inner) == member]
            if nested:
                yield sum_of(outer, nested)


def _shares_of_all(sizes: Sizes, rules: Rules) -> Iterator[Sum]:
    """Percentages that together are 100, or the percentage of their whole."""
    for whole, parts, within in _divided(sizes, rules, Unit.PERCENT):
        apart = _apart(parts, within)
        total = sum(sizes[cell] for cell in apart)
        terms = tuple((cell, 1) for cell in apart)
        if len(apart) > 1 and abs(total - 100) <= _NEAR_100:
            yield Sum(terms)
        if len(apart) > 1 and whole in sizes and abs(total - sizes[whole]) <= _NEAR_100:
            yield Sum(((whole, -1), *terms))


def _cohorts(sizes: Sizes, catalogue: Catalogue, rules: Rules) -> Iterator[Sum]:
    """Two opposites and the cohort that they are of; as percentages they are 100."""
    for pair in rules.opposites:
        first = catalogue.metrics[pair.metrics[0]]
        counting = [m.id for p in first.of if (m := catalogue.counting(p)) is not None]
        for cell in sizes:
            other = cell.but(metric=pair.metrics[1])
            if cell.metric != first.id or not cell.is_level or other not in sizes:
                continue
            if cell.unit == Unit.PERCENT.value:
                yield Sum(((cell, 1), (other, 1)))
            for cohort in (cell.but(metric=name) for name in counting) if cell.is_count else ():
                if cohort in sizes:
                    yield sum_of(cohort, (cell, other))


def _balances(sizes: Sizes, rules: Rules) -> Iterator[Sum]:
    """A stock, those who came and went, and the stock before."""
    by_end: dict[tuple[str, Breakdown, str, str, date], Cell] = {}
    for cell in sizes:
        if cell.period and cell.is_count:
            by_end[cell.metric, cell.by, cell.area, cell.role, cell.period[1]] = cell
    for balance in rules.balances:
        for came in sizes:
            if came.metric != balance.came or came.period is None or not came.is_level:
                continue
            went = came.but(metric=balance.went)
            place = (balance.stock, came.by, came.area, came.role)
            before = by_end.get((*place, came.period[0] - timedelta(days=1)))
            after = by_end.get((*place, came.period[1]))
            if went in sizes and before and after:
                yield Sum(((before, 1), (came, 1), (went, -1), (after, -1)), frozenset((came, went)))


def _changes(sizes: Sizes, catalogue: Catalogue) -> Iterator[Sum]:
    """A change and the two levels that it lies between. What it is of may not be said, or not be stated: then nobody
    can tell what the level before was known to be, and the change goes with its level."""
    levels: dict[tuple[object, ...], Cell] = {}
    for cell in sizes:
        if cell.is_level:
            levels[*_place(cell, cell.unit), when(cell, catalogue)] = cell
    for cell in sizes:
        if cell.baseline is None:
            continue
        for unit in {Unit.COUNT.value, Unit.PERCENT.value if cell.unit == Unit.POINTS.value else cell.unit}:
            end = levels.get((*_place(cell, unit), when(cell, catalogue)))
            said = None if cell.baseline == UNSAID else when(cell, catalogue, cell.baseline)
            base = levels.get((*_place(cell, unit), said)) if said else None
            people = frozenset(c for c in (end, base) if c is not None and c.is_count)
            plain = cell.unit == unit or (cell.unit == Unit.POINTS.value and unit == Unit.PERCENT.value)
            if end and base:
                yield Sum(((end, 1), (base, -1), (cell, -1)), people, linear=plain and unit != Unit.PERCENT.value)
            elif end:
                yield Sum(((end, 1), (cell, -1)), people, linear=False)


def _place(cell: Cell, unit: str) -> tuple[object, ...]:
    return cell.metric, cell.by, cell.area, cell.role, unit


def _periods(sizes: Sizes, catalogue: Catalogue) -> Iterator[Sum]:
    """A count over a period, and over the shorter periods that it is made of: a year and its quarters."""
    for cells in by_flow(sizes, catalogue).values():
        starting: dict[date, list[tuple[date, Cell]]] = defaultdict(list)
        for (start, end), cell in sorted(cells.items()):
            starting[start].append((end, cell))
        for period, whole in cells.items():
            for chain in _chains(period, starting):
                yield sum_of(whole, chain)


def by_flow(sizes: Iterable[Cell], catalogue: Catalogue) -> dict[Cell, dict[Period, Cell]]:
    """Counts of what happens over time, by period, under what they have in common."""
    found: dict[Cell, dict[Period, Cell]] = defaultdict(dict)
    for cell in sizes:
        metric = catalogue.metrics.get(cell.metric)
        if cell.period and cell.is_count and metric and metric.type == "flow":
            found[cell.but(period=None)][cell.period] = cell
    return found


def _chains(whole: Period, starting: Mapping[date, Sequence[tuple[date, Cell]]]) -> Iterator[tuple[Cell, ...]]:
    """Ways to lay out a period with two or more shorter ones, one right behind the other."""
    found = 0
    ahead: list[tuple[date, tuple[Cell, ...]]] = [(whole[0], ())]
    while ahead and found < _CHAINS:
        day, chain = ahead.pop()
        for end, cell in starting.get(day, ()):
            if end == whole[1] and chain:
                found += 1
                yield (*chain, cell)
            elif end < whole[1] and len(chain) < _CHAIN - 1:
                ahead.append((end + timedelta(days=1), (*chain, cell)))
