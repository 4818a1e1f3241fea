"""The metric of a figure in a list whose parts share what is counted behind the last one."""

from __future__ import annotations

import re

from boardmine.extractors.claims import Figure, Follow
from boardmine.extractors.prose.joining.nearby import Nearby
from boardmine.extractors.prose.joining.view import Attachment, View

_WHERE = re.compile(r"\b(?:in|with|at|from|on|by)\b", re.I)
_TOLD = re.compile(r"\b(?:have|has|had|(?:is|are|was|were)\s+[a-z]+ed)\b", re.I)
_LISTED = re.compile(r"\s*(?:[\w-]+\s+){0,4}(?:[\w-]+\s*,|,?\s*and)\s+")
"""Between the figures of a list that share what is counted behind the last one."""


def coordinated(view: View, nearby: Nearby, figure: Figure) -> Attachment | None:
    """`22 in internal and 77 in external placements`: what is counted stands behind the second number."""
    last = figure
    for other in view.figures[figure.index + 1 :]:
        between = view.sentence.between(last.number.end, other.number.start)
        kinds = any(0 <= m.start - last.number.end <= 2 for m in view.sentence.members)
        others = figure.follow is Follow.GENERIC and not kinds and not _WHERE.search(between)
        told = _TOLD.search(between) is not None
        if other.unit_differs(figure) or others or told or not _LISTED.fullmatch(between):
            return None
        last = other
        if "and" in between.split():
            break
    shared = nearby.right(last) if last is not figure else None
    if shared is None or shared.term is None or not nearby.is_close(last, shared, 8):
        return None
    members = view.sentence.passage.within(view.sentence.members, figure.number.end, last.number.start)
    own = any(not any(d in shared.metric.by for d, _ in m.members) for m in members)
    return None if own else shared
