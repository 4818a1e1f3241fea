"""What a check gives: a finding about statements."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from boardmine.checks.statement import Statement


class Severity(StrEnum):
    """`error`: the statements cannot all be right; `warning`: probably not; `note`: worth knowing."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class FindingKind(StrEnum):
    """Which check found it."""

    CHANGE = "change"
    PARTS = "parts"
    COMPLEMENT = "complement"
    SHARE = "share"
    RATE = "rate"
    BALANCE = "balance"
    CUMULATIVE = "cumulative"
    RANGE = "range"
    JUMP = "jump"
    UNIT = "unit"
    CONTRADICTION = "contradiction"
    RESTATEMENT = "restatement"


@dataclass(frozen=True, slots=True)
class Finding:
    """What does not fit together. `message` is one sentence with all values concerned; of `statements` the one in
    question comes first."""

    kind: FindingKind
    severity: Severity
    message: str
    statements: tuple[Statement, ...]

    @property
    def metric(self) -> str:
        """The metric of the statement in question."""
        return self.statements[0].metric

    @property
    def id(self) -> str:
        """12 hexadecimal digits: the same whenever the same is found in the same statements."""
        parts = (self.kind.value, *sorted(s.id for s in self.statements))
        return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:12]


def once(findings: Iterable[Finding]) -> list[Finding]:
    """Without repetitions: of findings of one kind about the same words, the first."""
    kept: dict[tuple[object, ...], Finding] = {}
    for finding in findings:
        kept.setdefault((finding.kind, finding.message), finding)
    return list(kept.values())
