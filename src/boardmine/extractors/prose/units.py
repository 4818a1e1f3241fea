"""What a number is in: a count or the rate of it, a share, days; and the metric that the unit or an event makes of it."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence

from boardmine.catalogue.model import Catalogue, Metric
from boardmine.extractors.claims import Claim, Figure, Follow
from boardmine.extractors.prose.joining import Joiner
from boardmine.extractors.sentence import Sentence
from boardmine.language.mentions import RateMention
from boardmine.records import Kind, Unit

_OF_EACH = re.compile(r"\b(?:have|has|had|having)\s+(?:had\s+|previously\s+had\s+)?$", re.I)
_PERSON = re.compile(r"\b(?:child|children|young|people|person|pupil|family|families)\b", re.I)


def as_rate(
    sentence: Sentence,
    figure: Figure,
    joiner: Joiner,
    metric: Metric,
    catalogue: Catalogue,
    before: Sequence[Claim],
) -> Metric:
    """The rate of a population, where the words make the number a rate; or its count, where rate and count were
    both given before and the number is of the size of the count."""
    counted = catalogue.counting(metric.rate_of) if metric.rate_of else metric
    if counted is None or counted.counts is None:
        return metric
    rate = catalogue.rate_of(counted.counts)
    sizes = {c.metric.id: c.value for c in before if c.metric in (rate, counted) and c.kind is Kind.LEVEL and not c.by}
    if rate and figure.number.unit is None and len(sizes) == 2 and figure.number.value > 0 and min(sizes.values()) > 0:
        nearest = min(sizes, key=lambda name: abs(math.log(figure.number.value / sizes[name])))
        return rate if nearest == rate.id else counted
    if metric.rate_of and figure.follow is Follow.GENERIC and figure.number.unit is None:
        return counted
    if rate and figure.number.unit is Unit.PER_10000:
        return rate
    if (
        metric.rate_of
        or rate is None
        or figure.number.unit in (Unit.PERCENT, Unit.POINTS)
        or figure.follow is Follow.GENERIC
    ):
        return metric
    if figure.number.unit is Unit.PER_10000:
        return rate
    left = joiner.view.window_left(figure)
    near: list[RateMention] = [r for r in sentence.rates if left[0] <= r.start and r.end <= figure.number.start]
    opening = [r for r in sentence.rates if r.end <= figure.number.start]
    if near and figure.follow is not Follow.TERM:
        return rate
    chained = (
        opening and figure.follow is Follow.BARE and not sentence.has_hard_stop(opening[-1].end, figure.number.start)
    )
    return rate if chained and figure.number.value != int(figure.number.value) else metric


def composed(sentence: Sentence, figure: Figure, joiner: Joiner, metric: Metric, catalogue: Catalogue) -> Metric:
    """A metric that is another one with an event: connected carer placements, begun."""
    right = joiner.view.window_right(figure)
    left = joiner.view.window_left(figure)
    for other in catalogue.metrics.values():
        if len(other.composed_of) != 2:
            continue
        base, event = other.composed_of
        if metric.id not in (base, other.id) and not (
            metric.id.partition(".")[0] == other.id.partition(".")[0]
            and base.partition(".")[0] == metric.id.partition(".")[0]
        ):
            continue
        if event in catalogue.metrics:
            named = [
                t
                for t in sentence.terms
                if right[0] <= t.start and t.end <= right[1] and any(r.metric == event for r in t.readings)
            ]
            if metric.id == base and named:
                return other
            continue
        events = [e for e in sentence.events if right[0] <= e.start and e.end <= right[1]]
        if not events and figure.follow is Follow.BARE:
            events = [e for e in sentence.events if left[0] <= e.start and e.end <= left[1]]
        if events and events[0].event == event and (metric.id == base or metric.type == "flow"):
            return other
    return metric


def is_of_each(sentence: Sentence, figure: Figure, metric: Metric) -> bool:
    """`some children have had 3 plans`: the number is of things that each child had, not of children."""
    lead = sentence.between(figure.number.start - 30, figure.number.start)
    if not metric.counts or figure.number.unit is not None or not _OF_EACH.search(lead):
        return False
    behind = sentence.between(figure.number.end, figure.number.end + 25)
    return figure.follow is Follow.TERM and not _PERSON.search(behind)


def unit_of(figure: Figure, metric: Metric, before: Sequence[Claim]) -> Unit | None:
    """The unit of a value of the metric, or None where the number cannot be one."""
    given = figure.number.unit
    if figure.kind is Kind.CHANGE:
        if given in (Unit.PERCENT, Unit.POINTS):
            share = Unit.PERCENT in metric.units and Unit.COUNT not in metric.units
            last = next((c for c in reversed(before) if c.metric is metric), None)
            share = share or (last is not None and last.unit in (Unit.PERCENT, Unit.POINTS) and last.kind is Kind.LEVEL)
            return Unit.POINTS if given is Unit.POINTS or share else Unit.PERCENT
        if given is Unit.DAYS or metric.units == (Unit.DAYS,):
            return Unit.DAYS
        return Unit.PER_10000 if metric.units == (Unit.PER_10000,) else Unit.COUNT
    if given is not None:
        return given if given in metric.units else None
    plain = [u for u in metric.units if u is not Unit.PERCENT]
    return plain[0] if plain else None
