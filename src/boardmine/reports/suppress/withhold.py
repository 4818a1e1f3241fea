"""Which numbers are withheld.

A count from 1 to below a limit is withheld, stated or implied. So is whatever lets it be worked out from what is left:
where a total and all its other parts are known, the next smallest part goes too (secondary suppression), until no sum
has just one number missing, and until the equations that are left, solved together, give none of the small counts. A
percentage or rate of a withheld count goes with it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from fractions import Fraction

from boardmine.catalogue import Catalogue
from boardmine.checks.rules import Rules
from boardmine.checks.statement import Statement
from boardmine.reports.suppress.cells import Cell, Sizes, Sum, cell_of
from boardmine.reports.suppress.implied import differences, shares_of, small_shares
from boardmine.reports.suppress.sums import sums


def withheld(statements: Sequence[Statement], limit: int, catalogue: Catalogue, rules: Rules) -> set[str]:
    """The names of the observations of one council that must be withheld so that no count from 1 to below `limit` is
    given away."""
    of_cell: dict[Cell, list[Statement]] = defaultdict(list)
    for s in statements:
        of_cell[cell_of(s)].append(s)
    sizes = {cell: min(abs(s.value) for s in of) for cell, of in of_cell.items()}
    # A small change is withheld like a small count: so many came, or went.
    small = {c for c, size in sizes.items() if c.unit == "count" and 0 < size < limit}
    small |= set(small_shares(sizes, limit, catalogue))
    between = differences(sizes, limit, catalogue)
    small |= between.keys()
    sizes |= between
    known = sums(sizes, catalogue, rules)
    hidden = set(small)
    while True:
        before = len(hidden)
        _close(hidden, known, sizes, limit)
        hidden |= set(shares_of(hidden, sizes, catalogue))
        hidden |= set(_given_away(small, hidden, known, sizes))
        if len(hidden) == before:
            return {s.id for cell in hidden for s in of_cell.get(cell, ())}


def _close(hidden: set[Cell], known: Sequence[Sum], sizes: Sizes, limit: int) -> None:
    """Withhold more until every sum has none or several numbers missing that together are no small count."""
    changed = True
    while changed:
        changed = False
        for one in known:
            missing = [c for c in one.cells if c in hidden]
            if not missing:
                continue
            secret = sum(sizes[c] for c in missing if c in one.people)
            open_ended = any(c not in one.people for c in missing)
            if len(missing) >= 2 and (secret >= limit or open_ended):
                continue
            more = _cheapest(one, hidden, sizes)
            if more is not None:
                hidden.add(more)
                changed = True


def _cheapest(one: Sum, hidden: Collection[Cell], sizes: Sizes) -> Cell | None:
    """What is best withheld of a sum: what is nothing hides nothing, and the smallest costs the reader least."""
    left = [c for c in one.cells if c not in hidden]
    useful = [c for c in left if sizes[c] > 0] or left
    return min(useful, key=lambda c: (c not in one.people, sizes[c], str(c)), default=None)


def _given_away(
    small: Collection[Cell], hidden: Collection[Cell], known: Sequence[Sum], sizes: Sizes
) -> Iterator[Cell]:
    """What must be withheld too because the sums, solved together, give a small count."""
    solved = _solved([one for one in known if one.linear], hidden)
    for cell in sorted(solved.intersection(small), key=str):
        of_cell = [one for one in known if one.linear and cell in one.cells]
        choices = [more for one in of_cell if (more := _cheapest(one, hidden, sizes)) is not None]
        if choices:
            yield min(choices, key=lambda c: (sizes[c], str(c)))


def _solved(known: Sequence[Sum], hidden: Collection[Cell]) -> set[Cell]:
    """The withheld figures that a system of equations determines (elimination after Gauss and Jordan)."""
    rows: dict[Cell, dict[Cell, Fraction]] = {}
    for one in known:
        row: dict[Cell, Fraction] = defaultdict(Fraction)
        for cell, sign in one.terms:
            if cell in hidden:
                row[cell] += sign
        for pivot in [cell for cell in row if cell in rows]:
            _subtract(row, rows[pivot], row.get(pivot, Fraction()))
        row = {cell: factor for cell, factor in row.items() if factor}
        if not row:
            continue
        pivot, factor = next(iter(row.items()))
        row = {cell: value / factor for cell, value in row.items()}
        for other in rows.values():
            if pivot in other:
                _subtract(other, row, other[pivot])
        rows[pivot] = row
    return {pivot for pivot, row in rows.items() if len(row) == 1}


def _subtract(row: dict[Cell, Fraction], other: dict[Cell, Fraction], times: Fraction) -> None:
    for cell, factor in other.items():
        left = row.get(cell, Fraction()) - times * factor
        if left:
            row[cell] = left
        else:
            row.pop(cell, None)
