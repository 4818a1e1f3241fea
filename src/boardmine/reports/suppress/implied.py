"""Small counts that no paper states, and that others give away all the same."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import timedelta
from itertools import combinations

from boardmine.catalogue import Catalogue
from boardmine.records import Unit
from boardmine.reports.suppress.cells import Cell, Sizes, when
from boardmine.reports.suppress.sums import by_flow


def differences(sizes: Sizes, limit: int, catalogue: Catalogue) -> dict[Cell, float]:
    """What happened between two figures of the year to date, where these are so close: 36 by June and 38 by September
    are 2 from July to September."""
    found: dict[Cell, float] = {}
    for cells in by_flow(sizes, catalogue).values():
        for (one, less), (two, more) in combinations(
            sorted(cells.items(), key=lambda pair: pair[0][1] - pair[0][0]), 2
        ):
            if one[0] == two[0] and one[1] < two[1]:
                rest = (one[1] + timedelta(days=1), two[1])
            elif one[1] == two[1] and two[0] < one[0]:
                rest = (two[0], one[0] - timedelta(days=1))
            else:
                continue
            few = sizes[more] - sizes[less]
            if 0 < few < limit and rest not in cells:
                found[less.but(period=rest)] = few
    return found


def small_shares(sizes: Sizes, limit: int, catalogue: Catalogue) -> Iterator[Cell]:
    """Percentages of a stated number of people that are a small count of them: 3% of 93."""
    counts: dict[tuple[object, ...], float] = {}
    for cell in sizes:
        if cell.is_count:
            counts[cell.metric, cell.by, cell.area, cell.role, when(cell, catalogue)] = sizes[cell]
    for cell in sizes:
        if cell.unit != Unit.PERCENT.value or not cell.is_level:
            continue
        metric = catalogue.metrics.get(cell.metric)
        of = [m.id for p in metric.of if (m := catalogue.counting(p)) is not None] if metric else []
        bases = [(name, frozenset[tuple[str, str]]()) for name in of]
        bases += [(name, cell.by) for name in of if cell.by]
        bases += [(cell.metric, cell.by - {member}) for member in cell.by]
        for name, by in bases:
            base = counts.get((name, by, cell.area, cell.role, when(cell, catalogue)))
            if base is not None and 0 < round(base * sizes[cell] / 100) < limit:
                yield cell


def shares_of(hidden: Iterable[Cell], sizes: Sizes, catalogue: Catalogue) -> Iterator[Cell]:
    """Percentages and rates of counts that are withheld."""
    lost = {(c.metric, c.by, c.area, c.role, when(c, catalogue)) for c in hidden if c.is_count}
    for cell in sizes:
        if cell.unit == Unit.COUNT.value or not cell.is_level:
            continue
        metric = catalogue.metrics.get(cell.metric)
        counted = catalogue.counting(metric.rate_of) if metric and metric.rate_of else None
        names = (cell.metric, counted.id) if counted else (cell.metric,)
        if any((name, cell.by, cell.area, cell.role, when(cell, catalogue)) in lost for name in names):
            yield cell
