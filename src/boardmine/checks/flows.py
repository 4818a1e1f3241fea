"""What flows over time: a stock with those who came and went, and counts that run from the start of the year."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from boardmine.checks.agreement import Figure, by_figure
from boardmine.checks.finding import Finding, FindingKind, Severity
from boardmine.checks.phrases import day, number, said, subject, when
from boardmine.checks.precision import Range, stated
from boardmine.checks.rules import Rules
from boardmine.checks.statement import Statement
from boardmine.records import Bound, Unit

_SLACK = timedelta(days=3)


def check_balances(statements: Sequence[Statement], rules: Rules) -> Iterator[Finding]:
    """Stocks that are not the stock before with those who came, without those who went, as one paper gives them."""
    levels: dict[tuple[object, ...], list[Statement]] = {}
    for s in statements:
        if s.is_level and s.sure and s.unit is Unit.COUNT and s.bound is Bound.EXACT:
            levels.setdefault((s.document, s.part, s.metric, s.breakdown, s.area), []).append(s)
    for (document, part, metric, *rest), stocks in levels.items():
        for balance in rules.balances:
            if balance.stock == metric:
                came = levels.get((document, part, balance.came, *rest), [])
                went = levels.get((document, part, balance.went, *rest), [])
                yield from _balance(stocks, came, went)


def _balance(stocks: Sequence[Statement], came: Sequence[Statement], went: Sequence[Statement]) -> Iterator[Finding]:
    for inward in came:
        for outward in went:
            if inward.period is None or inward.period != outward.period:
                continue
            befores = [s for s in stocks if _ends(s, inward.period[0] - timedelta(days=1))]
            afters = [s for s in stocks if _ends(s, inward.period[1])]
            sums = [(b, a) for b in befores for a in afters]
            if sums and all(b.value + inward.value - outward.value != a.value for b, a in sums):
                yield _unbalanced(sums[0][0], inward, outward, sums[0][1])


def _ends(stock: Statement, moment: date) -> bool:
    return stock.period is not None and abs(stock.period[1] - moment) <= _SLACK


def _unbalanced(before: Statement, inward: Statement, outward: Statement, after: Statement) -> Finding:
    made = before.value + inward.value - outward.value
    message = (
        f"{subject(after)}: {said(before)} ({when(before.period)}), and {said(inward)} came and {said(outward)} went "
        f"({when(inward.period)}), which makes {number(made)}, but {said(after)} is stated ({when(after.period)})"
    )
    return Finding(FindingKind.BALANCE, Severity.NOTE, message, (after, before, inward, outward))


def check_cumulative(statements: Sequence[Statement]) -> Iterator[Finding]:
    """Counts from the start of a year that were more at an earlier day than at a later one."""
    running: dict[tuple[object, ...], dict[Figure, list[Statement]]] = {}
    flows = (s for s in statements if s.type == "flow" and s.unit is Unit.COUNT and s.is_level and s.sure)
    for figure, papers in by_figure(flows).items():
        of_figure = [s for paper in papers for s in paper.best]
        first = of_figure[0]
        if first.period:
            running.setdefault((*first.figure, first.period[0]), {})[figure] = of_figure
    for periods in running.values():
        if len(periods) > 1:
            yield from _falling(sorted(periods.values(), key=lambda found: found[0].period or ()))


def _falling(periods: Sequence[Sequence[Statement]]) -> Iterator[Finding]:
    """Of counts with one start, in order of their ends: those that are below an earlier one."""
    earlier = list(periods[0])
    for of_period in periods[1:]:
        for later in of_period:
            before = max(earlier, key=lambda s: stated(s).low)
            if _below(stated(later), stated(before)):
                message = (
                    f"{subject(later)} since {day(later.period[0] if later.period else None)}: {said(before)} up to "
                    f"{day(before.period[1] if before.period else None)}, but only {said(later)} up to "
                    f"{day(later.period[1] if later.period else None)}"
                )
                yield Finding(FindingKind.CUMULATIVE, Severity.WARNING, message, (later, before))
        earlier += of_period


def _below(later: Range, before: Range) -> bool:
    return later.high < before.low
