"""A count against its rate: the population that the two imply, compared over papers and with a stated population."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from boardmine.catalogue import Catalogue
from boardmine.checks.finding import Finding, FindingKind, Severity
from boardmine.checks.phrases import number, said, subject, when
from boardmine.checks.precision import Range, stated
from boardmine.checks.rules import Rules
from boardmine.checks.statement import Statement
from boardmine.records import Unit

_ANOTHER = 25
"""Populations that lie further apart than this, in percent, are of different places or groups."""
_PER = {Unit.PER_10000: 10_000, Unit.PER_100000: 100_000}


@dataclass(frozen=True, slots=True)
class _Implied:
    """A population, with what rounding leaves open, and the statements that imply it: a rate and its count, or the
    population itself."""

    value: float
    population: Range
    moment: date
    area: str
    statements: tuple[Statement, ...]


def check_rates(statements: Sequence[Statement], catalogue: Catalogue, rules: Rules) -> Iterator[Finding]:
    """Rates that imply another population than what else is stated or implied about the same time."""
    levels = [s for s in statements if s.is_level and s.period and not s.by]
    known = [*_stated_populations(levels, rules.population), *_implied(levels, catalogue)]
    tolerance = rules.tolerance
    supported = dict.fromkeys(range(len(known)), 0)
    apart: list[tuple[int, int]] = []
    for (i, a), (j, b) in combinations(enumerate(known), 2):
        if a.area != b.area or abs((a.moment - b.moment).days) > tolerance.population_days:
            continue
        if not _fit(a.population, b.population, _ANOTHER):
            continue
        if _fit(a.population, b.population, tolerance.population_percent):
            supported[i] += 1
            supported[j] += 1
        else:
            apart.append((i, j))
    told: set[int] = set()
    for i, j in apart:
        # The one that fewer others agree with is the one in question, and is named once.
        odd, even = (i, j) if supported[i] < supported[j] and len(known[i].statements) > 1 else (j, i)
        if odd in told or len(known[odd].statements) < 2:
            continue
        told.add(odd)
        yield _finding(known[odd], known[even])


def _stated_populations(levels: Sequence[Statement], metric: str) -> Iterator[_Implied]:
    for s in levels:
        if s.metric == metric and s.unit is Unit.COUNT and s.period:
            yield _Implied(s.value, stated(s), s.period[1], s.area, (s,))


def _implied(levels: Sequence[Statement], catalogue: Catalogue) -> Iterator[_Implied]:
    """Each rate with the nearest count of its population, period and area in the same paper."""
    counts: dict[tuple[object, ...], list[Statement]] = {}
    for s in levels:
        if s.unit is Unit.COUNT and s.value > 0:
            counts.setdefault((s.document, s.metric, s.area, s.period), []).append(s)
    for s in levels:
        metric = catalogue.metrics.get(s.metric)
        if s.unit not in _PER or metric is None or not metric.rate_of or s.value <= 0 or s.period is None:
            continue
        counted = catalogue.counting(metric.rate_of)
        # A flow's rate is over a year; over another time it is anybody's guess.
        if counted is None or counted.type != "stock":
            continue
        same = counts.get((s.document, counted.id, s.area, s.period), [])
        if same:
            count = min(same, key=lambda c: abs(c.at - s.at))
            rate, n, per = stated(s), stated(count), _PER[s.unit]
            population = Range(n.low / rate.high * per, n.high / rate.low * per)
            yield _Implied(count.value / s.value * per, population, s.period[1], s.area, (s, count))


def _fit(a: Range, b: Range, percent: float) -> bool:
    return max(a.low, b.low) <= min(a.high, b.high) * (1 + percent / 100)


def _finding(odd: _Implied, even: _Implied) -> Finding:
    rate, count = odd.statements
    if len(even.statements) == 1:
        other = f"a population of {said(even.statements[0])} ({when(even.statements[0].period)}) is stated"
    else:
        other_rate, other_count = even.statements
        other = (
            f"{subject(other_count)} {said(other_count)} at {said(other_rate)} ({when(other_count.period)}) implies "
            f"{number(even.value, 0)}"
        )
    message = (
        f"{subject(count)} {said(count)} at {said(rate)} ({when(count.period)}) implies a population of "
        f"{number(odd.value, 0)}, but {other}"
    )
    return Finding(FindingKind.RATE, Severity.WARNING, message, (*odd.statements, *even.statements))
