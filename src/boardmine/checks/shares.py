"""A percentage against its count and cohort."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from boardmine.catalogue import Catalogue
from boardmine.checks.finding import Finding, FindingKind, Severity
from boardmine.checks.phrases import number, said, subject, when
from boardmine.checks.precision import Range, cut_off, decimals, stated, step
from boardmine.checks.rules import Tolerance
from boardmine.checks.statement import Statement, days
from boardmine.records import Bound, Unit

_APART = 1_500
"""Characters between a count and its percentage, beyond which they may be of two cohorts."""
_FAR = 2.0
"""A cohort that is off by more than this factor is another one, not a wrong one."""


@dataclass(frozen=True, slots=True)
class _Share:
    """A figure that is given as a percentage and as a count."""

    percent: Statement
    count: Statement

    def cohort(self) -> Range:
        """How many the cohort must be for the two to fit."""
        p, n = stated(self.percent), stated(self.count)
        return Range(n.low / p.high * 100, n.high / p.low * 100 if p.low > 0 else float("inf"))

    def of(self, cohort: Statement) -> float:
        """What percentage the count is of a cohort."""
        return self.count.value / cohort.value * 100


def check_shares(statements: Sequence[Statement], catalogue: Catalogue, tolerance: Tolerance) -> Iterator[Finding]:
    """Percentages that are not their count of the cohort that the paper states."""
    levels = [s for s in statements if s.is_level and s.period and s.bound in (Bound.EXACT, Bound.ABOUT)]
    by_document: dict[str, list[Statement]] = {}
    for s in levels:
        by_document.setdefault(s.document, []).append(s)
    for of_document in by_document.values():
        for share in _shares(of_document):
            if share.percent.value == share.count.value > 0:
                yield _unit(share)
            elif 0 < share.percent.value <= 100 and share.count.value > 0:
                found = _against_cohort(share, of_document, catalogue, tolerance)
                if found:
                    yield found


def _shares(levels: Sequence[Statement]) -> Iterator[_Share]:
    """Percentages and counts of one figure in one part that are each other's nearest."""
    groups: dict[tuple[object, ...], dict[Unit, list[Statement]]] = {}
    for s in levels:
        if s.unit in (Unit.COUNT, Unit.PERCENT):
            key = (s.part, s.metric, s.breakdown, s.area, s.period)
            groups.setdefault(key, {Unit.COUNT: [], Unit.PERCENT: []})[s.unit].append(s)
    for group in groups.values():
        counts, percents = group[Unit.COUNT], group[Unit.PERCENT]
        for percent in percents if counts else ():
            count = min(counts, key=lambda c: abs(c.at - percent.at))
            if min(percents, key=lambda p: abs(p.at - count.at)) is percent:
                yield _Share(percent, count)


def _unit(share: _Share) -> Finding:
    percent, count = share.percent, share.count
    message = (
        f"{subject(percent)}, {when(percent.period)}: the same number is given as {said(percent)} and as a count of "
        f"{said(count)}; one of the units is wrong unless the cohort is 100"
    )
    return Finding(FindingKind.UNIT, Severity.NOTE, message, (percent, count))


def _against_cohort(
    share: _Share, levels: Sequence[Statement], catalogue: Catalogue, tolerance: Tolerance
) -> Finding | None:
    percent, count = share.percent, share.count
    cohorts = _cohorts(percent, levels, catalogue)
    fitting = share.cohort()
    same = [c for c in cohorts if c.period == percent.period and c.part == percent.part]
    if same:
        # A share under a sentence with two dates may have been given the wrong one.
        around = [c for c in cohorts if c.part == percent.part and abs(c.at - percent.at) <= _APART]
        if any(fitting.touches(stated(c)) for c in (*same, *around)) or abs(percent.at - count.at) > _APART:
            return None
        cohort = min(same, key=lambda c: abs(c.at - percent.at))
        if not 1 / _FAR <= share.of(cohort) / percent.value <= _FAR:
            return None
        message = (
            f"{subject(percent)}, {when(percent.period)}: {said(count)} of {said(cohort)} ({subject(cohort)}) is "
            f"{number(share.of(cohort), decimals(percent) + 1)}%, but {said(percent)} is stated"
        )
        close = cut_off(share.of(cohort), percent) or abs(share.of(cohort) - percent.value) < step(percent)
        severity = Severity.NOTE if close else Severity.WARNING
        return Finding(FindingKind.SHARE, severity, message, (percent, count, cohort))
    # Without a cohort of the same time, one of nearly the same time will do for a larger gap.
    wide = Range(
        fitting.low * (1 - tolerance.population_percent / 100), fitting.high * (1 + tolerance.population_percent / 100)
    )
    near = [c for c in cohorts if _close(c, percent, tolerance.cohort_days) and c.certainty is not c.certainty.LOW]
    if not near or any(wide.touches(stated(c)) for c in near):
        return None
    cohort = max(near, key=lambda c: c.period or ())
    if not 1 / _FAR <= share.of(cohort) / percent.value <= _FAR:
        return None
    middle = count.value / percent.value * 100
    message = (
        f"{subject(percent)}, {when(percent.period)}: {said(count)} is {said(percent)} of about {number(middle, 0)}, "
        f"but {subject(cohort)} was {said(cohort)} ({when(cohort.period)}): it is a share of another cohort than that"
    )
    return Finding(FindingKind.SHARE, Severity.NOTE, message, (percent, count, cohort))


def _cohorts(percent: Statement, levels: Sequence[Statement], catalogue: Catalogue) -> list[Statement]:
    """The counts that a percentage may be of: the populations of its metric, or the whole of its breakdown."""
    metric = catalogue.metrics.get(percent.metric)
    if metric is None:
        return []
    counting = {found.id for p in metric.of if (found := catalogue.counting(p)) is not None}
    return [
        s
        for s in levels
        if s.unit is Unit.COUNT
        and s.area == percent.area
        and (s.sure or s.period == percent.period)
        and (
            (s.metric in counting and not s.by)
            or (s.metric == percent.metric and percent.by and s.by.items() < percent.by.items())
        )
    ]


def _close(cohort: Statement, percent: Statement, most: int) -> bool:
    if cohort.period is None or percent.period is None or days(cohort.period) > 31 or cohort.by:
        return False
    return abs((cohort.period[1] - percent.period[1]).days) <= most and days(percent.period) <= 31
