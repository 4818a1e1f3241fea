"""Two shares that exclude each other: attendance and absence, in and out of work."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from boardmine.checks.finding import Finding, FindingKind, Severity
from boardmine.checks.phrases import number, said, subject, when
from boardmine.checks.precision import stated
from boardmine.checks.rules import Opposites, Rules
from boardmine.checks.statement import Statement
from boardmine.records import Unit

_APART = 2_500
"""Characters between two shares, beyond which they may be of two cohorts."""
_NEAR_100 = 10
"""Shares that miss 100 by more are of two cohorts."""


def check_opposites(statements: Sequence[Statement], rules: Rules) -> Iterator[Finding]:
    """Opposite shares of one population and time, side by side in one paper, that make more than 100%, or, where
    together they are all of it, less."""
    shares: dict[tuple[object, ...], list[Statement]] = {}
    for s in statements:
        if s.is_level and s.period and s.unit is Unit.PERCENT:
            shares.setdefault((s.document, s.part, s.metric, s.breakdown, s.area, s.period), []).append(s)
    for (document, part, metric, *rest), ones in shares.items():
        for pair in rules.opposites:
            if metric == pair.metrics[0]:
                others = shares.get((document, part, pair.metrics[1], *rest), [])
                for one in ones:
                    near = [o for o in others if abs(o.at - one.at) <= _APART]
                    if near and not any(_fit(one, other, pair) for other in near):
                        other = min(near, key=lambda o: abs(o.at - one.at))
                        if abs(one.value + other.value - 100) <= _NEAR_100:
                            yield _finding(one, other)


def _fit(one: Statement, other: Statement, pair: Opposites) -> bool:
    a, b = stated(one), stated(other)
    return a.low + b.low <= 100 and (not pair.whole or a.high + b.high >= 100)


def _finding(one: Statement, other: Statement) -> Finding:
    message = (
        f"{subject(one)} {said(one)} and {subject(other)} {said(other)}, {when(one.period)}, make "
        f"{number(one.value + other.value)}% together, not 100%"
    )
    return Finding(FindingKind.COMPLEMENT, Severity.WARNING, message, (one, other))
