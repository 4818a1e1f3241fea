"""A stated change against its levels."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from boardmine.checks.finding import Finding, FindingKind, Severity
from boardmine.checks.phrases import number, said, subject, when
from boardmine.checks.precision import Range, cut_off, decimals, stated
from boardmine.checks.statement import Statement, days
from boardmine.records import Basis, Kind, Role, Unit

_NEARBY = 600
"""Characters around a change within which levels explain it, whatever period they are read with."""
_FAR = 2_500
"""Characters beyond which a table is not the one that a change speaks of."""
_A_YEAR = 300
"""Days from which on a period is a year's."""


@dataclass(frozen=True, slots=True)
class _Pair:
    """The level at the end of a change, and the one that it started from, in one unit."""

    end: Statement
    base: Statement

    def moves(self, change: Statement) -> list[tuple[Range, str]]:
        """By how much the levels differ, as the change may have meant it, each with its unit in words. A percentage
        that moved by `2%` may have moved by points or in proportion."""
        e, b = stated(self.end), stated(self.base)
        absolute = Range(e.low - b.high, e.high - b.low)
        relative = [(Range((e.low / b.high - 1) * 100, (e.high / b.low - 1) * 100), "%")] if b.low > 0 <= e.low else []
        points = [(absolute, " points")] if self.end.unit is Unit.PERCENT else []
        if change.unit is Unit.POINTS:
            return points
        if change.unit is Unit.PERCENT:
            return points + relative
        return [(absolute, "")] if change.unit is self.end.unit else []

    def holds(self, change: Statement) -> bool:
        """Whether the change may be held against these levels: cells of a table far away may be of another group."""
        far = max(abs(s.at - change.at) for s in (self.end, self.base)) > _FAR
        return not (far and (self.end.tabular or self.base.tabular))

    def explains(self, change: Statement) -> bool:
        """Whether the change may be the difference of these levels."""
        return any(stated(change).touches(move) for move, _ in self.moves(change))

    def nearly_explains(self, change: Statement) -> bool:
        """The same, where digits may have been cut off instead of rounded."""
        middles = [(move.low + move.high) / 2 for move, _ in self.moves(change)]
        return self.explains(change) or any(cut_off(m, change) and m * change.value > 0 for m in middles)


def check_changes(statements: Sequence[Statement]) -> Iterator[Finding]:
    """Changes that are not the difference of the levels that the same paper states."""
    levels: dict[tuple[object, ...], list[Statement]] = {}
    of_part: dict[tuple[str, int], list[Statement]] = {}
    for s in statements:
        if s.is_level and s.period:
            levels.setdefault((s.document, s.metric, s.breakdown, s.area), []).append(s)
            of_part.setdefault((s.document, s.part), []).append(s)
    for change in statements:
        if change.kind is Kind.CHANGE and change.role is Role.ACTUAL and change.baseline and change.period:
            same = levels.get((change.document, change.metric, change.breakdown, change.area), [])
            pairs = [p for p in _exact(change, same) or _yearly(change, same) if p.holds(change)]
            near = list(_nearby(change, of_part))
            alike = [p for p in near if p.end.metric == change.metric and p not in pairs]
            fits = any(p.explains(change) for p in pairs) or any(p.nearly_explains(change) for p in alike)
            if pairs and not fits:
                found = _finding(change, pairs[0])
                if found and (found.severity is Severity.NOTE or not any(pair.explains(change) for pair in near)):
                    yield found


def _finding(change: Statement, pair: _Pair) -> Finding | None:
    moves = pair.moves(change)
    if not moves:
        return None
    move, unit = moves[0]
    middle = (move.low + move.high) / 2
    made = f"{'+' if middle > 0 else ''}{number(middle, max(decimals(change) + 1, 2))}{unit}"
    levels_said = (
        f"{subject(change)}: from {said(pair.base)} ({when(pair.base.period)}) to {said(pair.end)} "
        f"({when(pair.end.period)}) is {made}"
    )
    if cut_off(middle, change) and middle * change.value > 0:
        severity, rest = Severity.NOTE, f", stated as {said(change)}: digits were cut off instead of rounded"
    else:
        surely = all(s.sure and s.part == change.part for s in (change, pair.end, pair.base))
        severity, rest = (Severity.ERROR if surely else Severity.WARNING), f", but {said(change)} is stated"
    return Finding(FindingKind.CHANGE, severity, levels_said + rest, (change, pair.end, pair.base))


def _nearby(change: Statement, of_part: Mapping[tuple[str, int], Sequence[Statement]]) -> Iterator[_Pair]:
    """Levels close by, of whatever metric and period: words such as `that is 10% more` hang on them."""
    near = [s for s in of_part.get((change.document, change.part), ()) if abs(s.at - change.at) <= _NEARBY]
    for end, base in product(near, near):
        if end is not base and end.figure == base.figure:
            yield _Pair(end, base)


def _exact(change: Statement, levels: Sequence[Statement]) -> list[_Pair]:
    """Levels of the very periods of the change."""
    ends = [s for s in levels if s.period == change.period]
    bases = [s for s in levels if s.period == change.baseline]
    return [_Pair(e, b) for e, b in product(ends, bases) if e.unit is b.unit and e is not b]


def _yearly(change: Statement, levels: Sequence[Statement]) -> list[_Pair]:
    """For a change since last year that is said of the document's own date: the newest yearly level that the paper
    has, and the one before it."""
    if change.basis is not Basis.DOCUMENT or change.baseline is None:
        return []
    years = [s for s in levels if s.period and days(s.period) >= _A_YEAR and s.sure]
    ends = sorted({s.period for s in years if s.period}, reverse=True)
    if len(ends) < 2:
        return []
    meant = ends[1][0] <= change.baseline[1] and change.baseline[0] <= ends[1][1]
    pairs = product((s for s in years if s.period == ends[0]), (s for s in years if s.period == ends[1]))
    return [_Pair(e, b) for e, b in pairs if e.unit is b.unit] if meant else []
