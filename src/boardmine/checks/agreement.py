"""The same figure, stated twice: contradictions and restatements.

A figure is a metric, breakdown, area, role, unit and period. A paper that gives it in several places is taken by the
places where the words themselves give the period: what was only taken over from a heading is no match for them.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from boardmine.checks.finding import Finding, FindingKind, Severity
from boardmine.checks.phrases import day, said, subject, when
from boardmine.checks.precision import agree
from boardmine.checks.rules import Tolerance
from boardmine.checks.statement import Statement
from boardmine.records import Basis, Certainty, Kind, Unit

Figure = tuple[object, ...]
"""What a number is about, with its period."""

_STRENGTH = (Basis.STATED, Basis.RELATIVE, Basis.DOCUMENT, Basis.CONTEXT)
_ANOTHER = 1.5
"""In one paper, two values that differ by more than this factor are of two groups that the words tell apart."""
_OTHER_PAPER = 3.0
"""Between two papers that both name the period, the same for this factor; small numbers may differ by _FEW."""
_FEW = 10
_SLIPS = 2
"""So many figures of a metric may contradict each other in one paper."""


@dataclass(frozen=True, slots=True)
class Said:
    """What one paper (a part of a document) says of a figure: all its statements, and those that give the period most
    surely."""

    all: tuple[Statement, ...]

    @property
    def best(self) -> tuple[Statement, ...]:
        """The statements whose period is as sure as the paper has it."""
        strongest = min(_STRENGTH.index(s.basis) for s in self.all)
        return tuple(s for s in self.all if _STRENGTH.index(s.basis) == strongest)

    @property
    def published(self) -> date | None:
        """When the paper was published."""
        return self.all[0].published

    def supports(self, statement: Statement) -> bool:
        """Whether something that the paper says agrees with another statement."""
        return any(agree(statement, s) for s in self.all)


def by_figure(statements: Iterable[Statement]) -> dict[Figure, list[Said]]:
    """By figure, what each paper says of it, in order of publication."""
    groups: dict[Figure, dict[tuple[str, int], list[Statement]]] = {}
    for s in statements:
        if s.kind is Kind.LEVEL and s.period and s.certainty is not Certainty.LOW and not _column_total(s):
            groups.setdefault((*s.figure, s.period), {}).setdefault((s.document, s.part), []).append(s)
    return {
        figure: sorted(
            (Said(tuple(of)) for of in papers.values()), key=lambda p: (p.published or date.min, p.all[0].id)
        )
        for figure, papers in groups.items()
    }


def check_agreement(statements: Sequence[Statement], tolerance: Tolerance) -> Iterator[Finding]:
    """Figures that one paper, or two papers of one date, give differently, and figures that a later paper restates."""
    found: list[Finding] = []
    for papers in by_figure(statements).values():
        for paper in papers:
            found += _within(paper)
        found += _between(papers, tolerance)
    inside = Counter(_paper_and_metric(f) for f in found if f.kind is FindingKind.CONTRADICTION)
    for finding in found:
        # One figure given twice is a slip of the paper; many of one metric are groups that were not told apart.
        if finding.kind is not FindingKind.CONTRADICTION or inside[_paper_and_metric(finding)] <= _SLIPS:
            yield finding


def _paper_and_metric(finding: Finding) -> tuple[str, str]:
    return finding.statements[0].document, finding.metric


def _column_total(s: Statement) -> bool:
    """Whether it is the 100% under a column of shares, which is no value of the figure."""
    return s.unit is Unit.PERCENT and s.value == 100 and s.tabular


def _within(paper: Said) -> Iterator[Finding]:
    """One paper's two values for one figure. More than two are groups that were not told apart."""
    values = {s.value for s in paper.best}
    if len(values) != 2:
        return
    first = paper.best[0]
    other = next(s for s in paper.best if s.value != first.value)
    if not agree(first, other) and _comparable(first, other):
        yield _contradicted(first, other, together=True)


def _between(papers: Sequence[Said], tolerance: Tolerance) -> Iterator[Finding]:
    """Each paper against the one before it, where nothing that either says agrees with the other."""
    for before, after in pairwise(papers):
        pairs = [(e, a) for e in before.best for a in after.best if not agree(e, a) and _comparable_papers(e, a)]
        if not pairs or any(after.supports(s) for s in before.all):
            continue
        earlier, later = pairs[0]
        apart = before.published and after.published and before.published != after.published
        yield _restated(earlier, later, tolerance) if apart else _contradicted(earlier, later, together=False)


def _comparable(earlier: Statement, later: Statement) -> bool:
    """Within one paper: both periods must be in the words; the values must be so close that they can be meant to be
    one; and they must not stand in one sentence or in tables, where it is words or heads that tell them apart."""
    low, high = sorted((abs(earlier.value), abs(later.value)))
    one_place = (earlier.tabular and later.tabular) or _names(later, earlier.quote) or _names(earlier, later.quote)
    return earlier.sure and later.sure and not one_place and low > 0 and high <= low * _ANOTHER


def _names(statement: Statement, words: str) -> bool:
    """Whether the number of a statement stands in some words."""
    return re.search(rf"(?<![\d.,]){re.escape(statement.number)}(?!\d)", words) is not None


def _comparable_papers(earlier: Statement, later: Statement) -> bool:
    """Between two papers: at least one must give the period in its words, and if not both, the values must be close."""
    low, high = sorted((abs(earlier.value), abs(later.value)))
    if earlier.sure and later.sure:
        return high <= low * _OTHER_PAPER or high - low <= _FEW
    today = earlier.basis is later.basis is Basis.DOCUMENT and earlier.type == "stock"
    known = earlier.sure or later.sure or today
    return known and low > 0 and high <= low * _ANOTHER


def _contradicted(earlier: Statement, later: Statement, together: bool) -> Finding:
    where = "in the same paper" if together else f"in two papers of {day(later.published)}"
    message = f"{subject(later)}, {when(later.period)}: {said(earlier)} and {said(later)} {where}"
    surely = all(s.basis is Basis.STATED and s.certainty is Certainty.HIGH for s in (earlier, later))
    severity = Severity.ERROR if surely else Severity.WARNING
    return Finding(FindingKind.CONTRADICTION, severity, message, (later, earlier))


def _restated(earlier: Statement, later: Statement, tolerance: Tolerance) -> Finding:
    message = (
        f"{subject(later)}, {when(later.period)}: {said(earlier)} in the paper of {day(earlier.published)}, "
        f"{said(later)} in that of {day(later.published)}"
    )
    apart = abs(later.value - earlier.value) / max(abs(earlier.value), 1e-9) * 100
    severity = Severity.NOTE if apart <= tolerance.restated_percent else Severity.WARNING
    return Finding(FindingKind.RESTATEMENT, severity, message, (later, earlier))
