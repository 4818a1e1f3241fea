"""Parts of a population that a metric of its own counts, and those in care among others."""

from __future__ import annotations

import re

from boardmine.catalogue.model import Metric
from boardmine.extractors.prose.setting import Setting

_LOOKED_AFTER = "looked_after"
"""The dimension of those who are in care among others."""
_WERE_IN_CARE = re.compile(
    r"\s*(?:children|young\s+people|of\s+them)?\s*(?:\([^()]*\)\s*)?(?:are|were|is|was)\s+(?:also\s+|currently\s+)?(?:looked\s+after|in\s+(?:our\s+)?care)\b",
    re.I,
)


def counted_apart(at: Setting, metric: Metric, by: dict[str, str]) -> tuple[Metric, dict[str, str]]:
    """The metric that counts a member of a population, `38 unaccompanied children were in care`, which comes before
    the breakdown."""
    known = _known_to_youth_justice(at, metric, by)
    if known is not None:
        return known, {_LOOKED_AFTER: "yes"}
    own = at.catalogue.counting(next(iter(by.values()))) if len(by) == 1 else None
    if own is None or metric.counts not in own.of or metric.type != "stock":
        return metric, by
    return own, {}


def _known_to_youth_justice(at: Setting, metric: Metric, by: dict[str, str]) -> Metric | None:
    """The caseload of which so many `were looked after`, where what was told just before is of it; else None."""
    told = next((c.metric for c in reversed(at.scope.recent[-3:])), None)
    broken_down = told is not None and _LOOKED_AFTER in told.by
    if not broken_down or metric.counts != "cla" or metric.type != "stock" or by or at.attachment.inherited is not None:
        return None
    behind = at.sentence.between(at.figure.number.end, at.right[1])
    return told if _WERE_IN_CARE.match(behind) else None
