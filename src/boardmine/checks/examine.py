"""All checks over what the papers of one council say."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from boardmine.catalogue import Catalogue
from boardmine.checks.additions import check_additions
from boardmine.checks.agreement import check_agreement
from boardmine.checks.changes import check_changes
from boardmine.checks.finding import Finding, Severity, once
from boardmine.checks.flows import check_balances, check_cumulative
from boardmine.checks.opposites import check_opposites
from boardmine.checks.plausible import check_jumps, check_range
from boardmine.checks.rates import check_rates
from boardmine.checks.rules import Rules
from boardmine.checks.shares import check_shares
from boardmine.checks.statement import Statement

_ORDER = tuple(Severity)


def examine(statements: Sequence[Statement], catalogue: Catalogue, rules: Rules) -> list[Finding]:
    """What does not fit together, worst first. The statements must be of one council: what two councils say of
    themselves is not to be compared. The same statements in any order give the same findings."""
    ordered = sorted(statements, key=lambda s: (s.published or date.min, s.document, s.part, s.at, s.id))
    tolerance = rules.tolerance
    found = [
        *check_changes(ordered),
        *check_additions(ordered, rules),
        *check_opposites(ordered, rules),
        *check_shares(ordered, catalogue, tolerance),
        *check_rates(ordered, catalogue, rules),
        *check_balances(ordered, rules),
        *check_cumulative(ordered),
        *check_range(ordered),
        *check_jumps(ordered, tolerance),
        *check_agreement(ordered, tolerance),
    ]
    return sorted(once(found), key=lambda f: (_ORDER.index(f.severity), f.metric, f.kind.value, f.message))
