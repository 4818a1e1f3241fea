"""What can hardly be: shares above 100, negative levels, values many times those before."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from boardmine.checks.finding import Finding, FindingKind, Severity
from boardmine.checks.phrases import number, said, subject, when
from boardmine.checks.rules import Tolerance
from boardmine.checks.statement import Statement, span
from boardmine.records import Basis, Bound, Unit

_FEW = 10
"""Small numbers jump for no reason."""


def check_range(statements: Sequence[Statement]) -> Iterator[Finding]:
    """Levels that are outside what their unit allows."""
    for s in statements:
        if not s.is_level:
            continue
        if s.value < 0 and s.unit is not Unit.SCORE:
            message = f"{subject(s)} is {said(s)} ({when(s.period)}): less than nothing"
            yield Finding(FindingKind.RANGE, Severity.ERROR, message, (s,))
        elif s.unit is Unit.PERCENT and s.value > 100:
            message = f"{subject(s)} is {said(s)} ({when(s.period)}): more than all"
            yield Finding(FindingKind.RANGE, Severity.ERROR, message, (s,))


def check_jumps(statements: Sequence[Statement], tolerance: Tolerance) -> Iterator[Finding]:
    """Undivided values that are many times the one for the period before, or a small part of it."""
    series: dict[tuple[object, ...], dict[object, Statement]] = {}
    for s in statements:
        if s.is_level and s.period and not s.by and s.bound is Bound.EXACT and not _loose(s):
            same = "" if s.type == "stock" else span(s.period)
            # Of several statements of a period the first is as good as any: that they differ is another check's say.
            series.setdefault((*s.figure, same), {}).setdefault(s.period, s)
    for by_period in series.values():
        for before, after in pairwise(sorted(by_period.values(), key=lambda s: (s.period or ())[::-1])):
            low, high = sorted((before.value, after.value))
            if low >= _FEW and high > low * tolerance.jump_factor:
                yield _jump(before, after)


def _loose(s: Statement) -> bool:
    """Whether the period or the metric is no more than guessed, so that a jump would say more of that than of it; or
    the period was not over yet when the number was published."""
    if s.type == "flow" and s.period and s.published and s.period[1] > s.published:
        return True
    return s.certainty is s.certainty.LOW or (s.basis is Basis.CONTEXT and s.unit is Unit.COUNT)


def _jump(before: Statement, after: Statement) -> Finding:
    factor = max(after.value, before.value) / min(after.value, before.value)
    way = "times as much" if after.value > before.value else "times less"
    message = (
        f"{subject(after)}: {said(before)} ({when(before.period)}), then {said(after)} ({when(after.period)}), "
        f"{number(factor, 1)} {way}"
    )
    return Finding(FindingKind.JUMP, Severity.NOTE, message, (after, before))
