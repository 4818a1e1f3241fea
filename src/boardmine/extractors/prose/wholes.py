"""Which whole a figure is a part of, and so which breakdown of which metric it is."""

from __future__ import annotations

import re
from collections.abc import Sequence

from boardmine.catalogue.model import Catalogue, Metric
from boardmine.extractors.breakdown import cohort_of, members_in
from boardmine.extractors.claims import Claim, Figure, Follow, Scope
from boardmine.extractors.prose.joining import Attachment, Joiner
from boardmine.extractors.sentence import Sentence
from boardmine.records import Kind, Unit

_NEXT_THOUGHT = re.compile(r"[,;:]|\band\b|\bagainst\b|\bcompared\b")
_CLAUSE_END = re.compile(r",\s*(?:most|some|many|with|which|and|but|of|the|a|an|this|compared|while|who|so)\b", re.I)


def in_part(
    sentence: Sentence,
    figure: Figure,
    attachment: Attachment,
    joiner: Joiner,
    scope: Scope,
    catalogue: Catalogue,
    before: Sequence[Claim | None],
) -> tuple[Metric, dict[str, str]]:
    """The metric and breakdown of a figure. Where it is part of a counted whole that is not the metric's own
    population, it is a breakdown of that whole."""
    metric = attachment.metric
    ranges = _member_ranges(figure, joiner, attachment)
    from_right = attachment.side != "left"
    by = {k: v for k, v in attachment.by.items() if k in metric.by}
    claimed = whole_of(figure, joiner, scope, before)
    whole = claimed.metric if claimed else joiner.earlier.spoken_whole(figure)
    whole_by = claimed.by if claimed else {}
    if whole is None and figure.number.unit is Unit.PERCENT and metric.counts != "cla_leavers":
        whole = _leavers(metric, scope, before)
    if whole is not None and whole is not metric and attachment.side != "above" and figure.kind is Kind.LEVEL:
        own_population = whole.counts is not None and (whole.counts in metric.of or whole.counts == metric.counts)
        members = members_in(catalogue, whole, sentence.passage, ranges, None, from_right, False)
        if members and not own_population:
            return whole, {**whole_by, **members}
    together = figure.index == 0 and not figure.enclosed
    members = members_in(catalogue, metric, sentence.passage, ranges, attachment.term, from_right, together)
    if attachment.inherited is not None and figure.group == figure.index and not members:
        by = dict(attachment.inherited.by)
    by.update(members)
    for dimension, member in cohort_of(catalogue, metric, sentence, scope, *ranges[0]).items():
        by.setdefault(dimension, member)
    return metric, by


def _member_ranges(figure: Figure, joiner: Joiner, attachment: Attachment) -> list[tuple[int, int]]:
    right = _to_clause_end(joiner, figure)
    left = joiner.view.window_left(figure)
    if figure.group != figure.index:
        return [right]
    if figure.label_first:
        return [left]
    opening = joiner.view.opening()
    if figure.enclosed:
        return (
            [right, left, joiner.view.behind_bracket(figure)]
            if attachment.side == "right" and not attachment.inherited
            else [left, (figure.number.end, right[1]), joiner.view.behind_bracket(figure)]
        )
    if figure.follow is Follow.BARE:
        comma = _NEXT_THOUGHT.search(joiner.view.sentence.text, figure.number.end, right[1])
        near = (figure.number.end, comma.start() if comma else right[1])
        return [near, left, opening]
    return [right, left, opening]


def _to_clause_end(joiner: Joiner, figure: Figure) -> tuple[int, int]:
    """The window on the right, cut where another thought begins."""
    start, end = joiner.view.window_right(figure)
    stop = _CLAUSE_END.search(joiner.view.sentence.text, figure.number.end, end)
    return start, stop.start() if stop else end


def whole_of(figure: Figure, joiner: Joiner, scope: Scope, before: Sequence[Claim | None]) -> Claim | None:
    """The claim that a figure is a part of: the whole named before it in the sentence, or in the intro."""
    if figure.whole or figure.group != figure.index:
        return None
    own = [c for c in before if c]
    if joiner.is_part(figure):
        known = own or list(scope.recent[-3:])
        return next((c for c in reversed(known) if not c.partial and c.kind is Kind.LEVEL), None)
    wholes = [c for c in own if joiner.is_whole(c)]
    if wholes:
        return wholes[-1]
    if scope.is_item:
        for governor in scope.governors:
            if governor.kind == "intro" and governor.claims:
                counted = [c for c in governor.claims if c.metric.counts and c.kind is Kind.LEVEL]
                return (counted or governor.claims)[-1]
    return None


def _leavers(metric: Metric, scope: Scope, before: Sequence[Claim | None]) -> Metric | None:
    """Children who left care, where they were just spoken of: a share of orders is then a share of leavers."""
    if metric.of or Unit.COUNT not in metric.units or metric.type != "flow":
        return None
    spoken = (c.metric for c in reversed([*scope.recent[-4:], *(c for c in before if c)]))
    return next((m for m in spoken if m.counts == "cla_leavers"), None)
