"""Parts against their whole: reasons, categories, rows and columns of tables against totals, shares against 100.

A list is held against its whole only where it is meant to be all of it: the members divide the whole, and they make up
most of it, or exceed it. Lists of examples are left alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from boardmine.checks.finding import Finding, FindingKind, Severity
from boardmine.checks.phrases import listed, number, said, when
from boardmine.checks.precision import Range, stated
from boardmine.checks.rules import Division, Rules
from boardmine.checks.statement import Statement
from boardmine.records import Unit

_APART = 2_500
"""Characters between two numbers of a list or table, beyond which they belong to two."""
_MOST = 0.8
"""From this share of the whole on, parts are meant to be all of it."""
_NEAR_100 = 10
_A_ROW = 40
"""So many characters between two rows of a table are another row, which was not understood."""


@dataclass(frozen=True, slots=True)
class _List:
    """Parts of one whole by one dimension, as they stand together in a paper."""

    dimension: str
    parts: tuple[Statement, ...]

    @property
    def total(self) -> Range:
        """What the parts add up to, with what rounding leaves open."""
        ranges = [stated(p) for p in self.parts]
        return Range(sum(r.low for r in ranges), sum(r.high for r in ranges))

    @property
    def value(self) -> float:
        """The plain sum."""
        return sum(p.value for p in self.parts)

    @property
    def tabular(self) -> bool:
        """Whether they are cells of a table."""
        return all(p.tabular for p in self.parts)

    def distance(self, other: Statement) -> int:
        """How many characters lie between the list and another number."""
        return min(abs(p.at - other.at) for p in self.parts)

    def blurred(self, group: Sequence[Statement]) -> bool:
        """Whether the same member stands close by with another value: columns that were not told apart."""
        mine = {p.breakdown: p.value for p in self.parts}
        return any(
            s.value != mine.get(s.breakdown, s.value) and self.distance(s) <= _APART and s.tabular and s.value != 100
            for s in group
        )

    def has_gaps(self, whole: Statement) -> bool:
        """Whether rows stand between the parts, or between them and the total, that are none of them."""
        rows = sorted((s.at - max(s.quote.find(s.number), 0), len(s.quote)) for s in (*self.parts, whole))
        return any(after[0] - before[0] - before[1] > _A_ROW for before, after in pairwise(rows))

    def spelt(self) -> str:
        """`long_term 14, connected 31 and short_term 72`."""
        return listed(f"{p.by[self.dimension]} {said(p)}" for p in self.parts)


def check_additions(statements: Sequence[Statement], rules: Rules) -> Iterator[Finding]:
    """Parts that do not add up to their whole, and shares that do not add up to 100."""
    groups: dict[tuple[object, ...], list[Statement]] = {}
    for s in statements:
        if s.is_level and s.period and s.unit in (Unit.COUNT, Unit.PERCENT):
            key = (s.document, s.part, s.metric, s.area, s.unit, s.period)
            groups.setdefault(key, []).append(s)
    for group in groups.values():
        group.sort(key=lambda s: s.at)
        for rest, dimension in _divisions(group, rules.divides):
            wholes = [s for s in group if dict(s.by) == rest]
            for parts in _lists(group, rest, dimension, rules.divides[dimension]):
                near = [w for w in wholes if parts.distance(w) <= _APART]
                if parts.blurred(group):
                    continue
                found = _of_count(parts, near) if parts.parts[0].unit is Unit.COUNT else _of_share(parts, near)
                if found:
                    yield found


def _divisions(group: Sequence[Statement], divides: Mapping[str, Division]) -> Iterator[tuple[dict[str, str], str]]:
    """Each breakdown that is broken down further, with the dimension that does it."""
    seen: set[tuple[object, str]] = set()
    for s in group:
        for dimension in sorted(s.by.keys() & divides.keys()):
            rest = {d: m for d, m in s.by.items() if d != dimension}
            key = (frozenset(rest.items()), dimension)
            if key not in seen:
                seen.add(key)
                yield rest, dimension


def _lists(group: Sequence[Statement], rest: Mapping[str, str], dimension: str, division: Division) -> Iterator[_List]:
    """The parts in runs: a member that comes again, or a long way to the next, begins another list."""
    run: list[Statement] = []
    for s in group:
        if dimension not in s.by or {d: m for d, m in s.by.items() if d != dimension} != rest:
            continue
        repeated = any(p.by[dimension] == s.by[dimension] for p in run)
        if run and (repeated or s.at - run[-1].at > _APART):
            yield from _without_nested(run, dimension, division)
            run = []
        run.append(s)
    if run:
        yield from _without_nested(run, dimension, division)


def _without_nested(run: Sequence[Statement], dimension: str, division: Division) -> Iterator[_List]:
    members = {s.by[dimension] for s in run}
    parts = tuple(s for s in run if division.within.get(s.by[dimension]) not in members)
    if len(parts) >= 2 and (dimension != "age" or _disjoint([p.by["age"] for p in parts])):
        yield _List(dimension, parts)


def _disjoint(ages: Sequence[str]) -> bool:
    """Whether age bands (`10-13`, `14`, `17+`, `under_5`) have no year in common."""
    bands = sorted(_band(age) for age in ages)
    return all(before[1] < after[0] for before, after in pairwise(bands))


def _band(age: str) -> tuple[float, float]:
    numbers = [float(n) for n in age.replace("-", " ").replace("_", " ").replace("+", " ").split() if n.isdigit()]
    if not numbers:
        return (-1.0, 999.0)
    if age.startswith("under"):
        return (0.0, numbers[0] - 1)
    return (numbers[0], 999.0 if age.endswith("+") or age.startswith("over") else numbers[-1])


def _of_count(parts: _List, wholes: Sequence[Statement]) -> Finding | None:
    total = parts.total
    if not wholes or any(total.touches(stated(w)) for w in wholes):
        return None
    whole = min(wholes, key=parts.distance)
    table = parts.tabular and whole.tabular
    if parts.value < whole.value * _MOST:
        return None
    if parts.value > whole.value and len(parts.parts) < 3 and not table:
        return None
    # What is smaller than a part is no total of it; what rows that were not understood may make up is not missing.
    if whole.value < max(p.value for p in parts.parts) or (
        parts.value < whole.value and table and parts.has_gaps(whole)
    ):
        return None
    message = (
        f"{whole.metric} by {parts.dimension}, {when(whole.period)}: {parts.spelt()} add up to "
        f"{number(parts.value)}, but the total says {said(whole)}"
    )
    surely = table and whole.bound is whole.bound.EXACT
    return Finding(FindingKind.PARTS, Severity.ERROR if surely else Severity.WARNING, message, (whole, *parts.parts))


def _of_share(parts: _List, wholes: Sequence[Statement]) -> Finding | None:
    """Shares of one whole add up to 100, or to the share that the whole itself is."""
    total = parts.total
    if total.touches(Range(100, 100)) or any(total.touches(stated(w)) for w in wholes):
        return None
    # Shares within each member (of the girls, of the boys) surround the share of the whole.
    values = [p.value for p in parts.parts]
    if any(min(values) <= w.value <= max(values) for w in wholes):
        return None
    if len(parts.parts) >= 3 and abs(parts.value - 100) <= _NEAR_100:
        message = (
            f"{parts.parts[0].metric} by {parts.dimension}, {when(parts.parts[0].period)}: {parts.spelt()} add up to "
            f"{number(parts.value)}%, not to 100%"
        )
        return Finding(FindingKind.PARTS, Severity.WARNING, message, parts.parts)
    near = [w for w in wholes if w.value * _MOST <= parts.value <= w.value / _MOST]
    if not near or len(parts.parts) < 3:
        return None
    whole = min(near, key=parts.distance)
    message = (
        f"{whole.metric} by {parts.dimension}, {when(whole.period)}: {parts.spelt()} add up to "
        f"{number(parts.value)}%, but the whole says {said(whole)}"
    )
    return Finding(FindingKind.PARTS, Severity.WARNING, message, (whole, *parts.parts))
