"""What a number is in: a count or the rate of it, a share, days; and the metric that unit or event make of it."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping
from typing import TypeVar

from boardmine.catalogue.model import Metric
from boardmine.extractors.claims import Follow
from boardmine.extractors.prose.joining.shapes import is_of_time
from boardmine.extractors.prose.setting import Setting
from boardmine.extractors.prose.wholes import whole_of
from boardmine.extractors.support import prefix
from boardmine.language.mentions import EventMention
from boardmine.language.wording import TO_NUMBER, one_of
from boardmine.records import Kind, Unit

Of = TypeVar("Of", bound=str)

_OF_EACH = re.compile(r"(?<!\bto )\b(?:have|has|had|having)\s+(?:had\s+|previously\s+had\s+)?$", re.I)
_OWNERS = one_of("council, authority, service, county, borough, city, district, we, team")
_OWNER = re.compile(rf"\b{_OWNERS}\s+(?:now\s+)?(?:have|has|had)\s+$", re.I)
"""`the council has 143 foster carers`"""
_FEWER = re.compile(r"\s*(?:more|fewer)\b", re.I)
_PERSON = re.compile(r"\b(?:child(?!\s+protection)|children|young|people|person|pupil|family|families)\b", re.I)
_NOUN = re.compile(r"\s+(?:[\w-]+\s+){0,3}?(?:carers?|households?|famil(?:y|ies)|homes?)\b", re.I)
_VERB = re.compile(r"\b(?:is|are|was|were|has|have|had)\b", re.I)
"""What stands behind it is told of the part, not of the whole: `of the 312 conferences were in time`."""
_SHARES = (Unit.PERCENT, Unit.POINTS)


def as_rate(at: Setting, metric: Metric) -> Metric:
    """The rate of a population, where the words make the number a rate; or its count, where rate and count were
    both given before and the number is of the size of the count."""
    figure, unit = at.figure, at.figure.number.unit
    counted = at.catalogue.counting(metric.rate_of) if metric.rate_of else metric
    rate = at.catalogue.rate_of(counted.counts) if counted and counted.counts else None
    if counted is None or rate is None:
        return counted or metric if _counts_people(at, metric) else metric
    nearest = _nearest_in_size(at, rate, counted)
    if nearest is not None:
        return nearest
    if _counts_people(at, metric):
        return counted
    if unit is Unit.PER_10000:
        return rate
    if metric.rate_of or unit in _SHARES or figure.follow is Follow.GENERIC:
        return metric
    before = [r for r in at.sentence.rates if r.end <= figure.number.start]
    if any(r.start >= at.left[0] for r in before) and figure.follow is not Follow.TERM:
        return rate
    chained = before and figure.follow is Follow.BARE
    if chained and not at.sentence.has_hard_stop(before[-1].end, figure.number.start):
        return metric if figure.number.value == int(figure.number.value) else rate
    return metric


def _counts_people(at: Setting, metric: Metric) -> bool:
    """Whether a number that took over from a rate is of people: `318 children`, `37 fewer`."""
    fewer = _FEWER.match(at.sentence.between(at.figure.number.end, at.figure.number.end + 10)) is not None
    people = at.figure.follow is Follow.GENERIC or fewer
    return metric.rate_of is not None and people and at.figure.number.unit is None


def _nearest_in_size(at: Setting, rate: Metric, counted: Metric) -> Metric | None:
    """Of a rate and a count that were both stated before, the one that a bare number is nearer to in size."""
    stated = {
        c.metric.id: c.value
        for c in at.in_passage
        if c.metric in (rate, counted) and c.kind is Kind.LEVEL and not c.by and c.value > 0
    }
    value = at.figure.number.value
    if at.figure.kind is Kind.CHANGE or at.figure.number.unit is not None or len(stated) < 2 or value <= 0:
        return None
    return rate if _nearest(stated, value) == rate.id else counted


def _unit_nearest_in_size(at: Setting, metric: Metric) -> Unit | None:
    """Of two units in which a metric was given before, the one in which a bare number is nearer in size: `91 entrants,
    a rate of 140 per 100,000; the year before it was 171`."""
    stated = {c.unit: c.value for c in at.in_passage if c.metric is metric and c.kind is Kind.LEVEL and c.value > 0}
    value = at.figure.number.value
    if len(stated) < 2 or value <= 0:
        return None
    return _nearest(stated, value)


def _nearest(stated: Mapping[Of, float], value: float) -> Of:
    """What is stated in the value that another is nearest to in size, as its multiple or fraction."""
    return min(stated, key=lambda of: abs(math.log(value / stated[of])))


def composed(at: Setting, metric: Metric) -> Metric:
    """A metric that is another one with an event: connected carer placements, begun."""
    for other in at.catalogue.metrics.values():
        if len(other.composed_of) != 2:
            continue
        base, event = other.composed_of
        same_subject = prefix(metric.id) == prefix(other.id) == prefix(base)
        if metric.id not in (base, event, other.id) and not same_subject:
            continue
        if event in at.catalogue.metrics:
            whole = whole_of(at) if metric.id == event else None
            named = metric.id == base and (_names(at, event) or _names(at, other.id))
            if named or (whole is not None and whole.metric.id == base):
                return other
            continue
        told = _event(at)
        turns = metric.id == base or (metric.type == "flow" and not metric.of)
        if told is not None and told.event == event and turns and (metric.id == base or not _is_of_term(at, told)):
            return other
    return metric


def _names(at: Setting, metric: str) -> bool:
    """Whether words for a second metric stand behind the figure, or on either side of it."""
    terms = at.sentence.passage.within(at.sentence.terms, *at.right)
    number = at.figure.number
    around = [t for t in at.sentence.terms if t.start < number.start and number.end < t.end <= at.right[1]]
    return any(r.metric == metric for t in (*terms, *around) for r in t.readings)


def _is_of_term(at: Setting, event: EventMention) -> bool:
    """`had their approval withdrawn`: the event's word is one of those that the metric is named by."""
    term = at.attachment.term
    return term is not None and term.start <= event.start and event.end <= term.end


def _event(at: Setting) -> EventMention | None:
    """The event that is named behind the figure, or before one that nothing follows."""
    left, right = (list(at.sentence.passage.within(at.sentence.events, *window)) for window in (at.left, at.right))
    events = _happened(at, right)
    if at.figure.whole:
        told = _VERB.search(at.sentence.text, at.figure.number.end, at.right[1])
        events = [e for e in events if told is None or e.end <= told.start()]
    events = [e for e in left if _is_deed(at, e)] or events
    if not events and at.figure.follow is Follow.BARE:
        events = _happened(at, left)
    return events[0] if events else None


def _happened(at: Setting, events: Iterable[EventMention]) -> list[EventMention]:
    return [e for e in events if not _is_adjective(at, e) and not is_of_time(at.sentence, e)]


def _is_deed(at: Setting, event: EventMention) -> bool:
    """`we approved 12 foster carers`: the verb right before the number."""
    words = at.sentence.text[event.start : event.end].lower()
    between = at.sentence.between(event.end, at.figure.number.start)
    return words.endswith("ed") and re.fullmatch(rf"\s+{TO_NUMBER}", between) is not None


def _is_adjective(at: Setting, event: EventMention) -> bool:
    """`89 approved foster carers`, `carers approved by the council`: at some time, not in the period."""
    words = at.sentence.text[event.start : event.end].lower()
    behind = at.sentence.between(event.end, event.end + 40)
    named = any(t.start <= event.start and event.end < t.end for t in at.sentence.terms)
    term = at.attachment.term
    before = (named or (term is not None and term.end > event.end)) and _NOUN.match(behind) is not None
    return words == "approved" and (before or re.match(r"\s+by\b", behind) is not None)


def is_of_each(at: Setting, metric: Metric) -> bool:
    """`some children have had 3 plans`: the number is of things that each child had, not of children."""
    number = at.figure.number
    lead = at.sentence.between(number.start - 60, number.start)
    if _OWNER.search(lead):
        return False
    if not metric.counts or number.unit is not None or not _OF_EACH.search(lead):
        return False
    behind = at.sentence.between(number.end, number.end + 25)
    return at.figure.follow is Follow.TERM and not _PERSON.search(behind)


def unit_of(at: Setting, metric: Metric) -> Unit | None:
    """The unit of a value of the metric, or None where the number cannot be one."""
    given = at.figure.number.unit
    if at.figure.kind is Kind.CHANGE:
        return _unit_of_change(at, metric)
    if given is not None:
        return given if given in metric.units else None
    plain = [u for u in metric.units if u is not Unit.PERCENT]
    term = at.attachment.term
    source = at.attachment.inherited
    if source is not None and source.metric is metric and (nearest := _unit_nearest_in_size(at, metric)) in plain:
        return nearest
    if source is not None and source.metric is metric and source.kind is Kind.LEVEL and source.unit in plain:
        return source.unit
    named = [u for u in plain if term and u.value in at.sentence.text[term.start : term.end].lower()]
    return next(iter((*named, *plain)), None)


def _unit_of_change(at: Setting, metric: Metric) -> Unit | None:
    """A share changes by points, a count by per cent or by so many."""
    given = at.figure.number.unit
    if given in _SHARES:
        last = next((c for c in reversed(at.in_passage) if c.metric is metric), None)
        was_share = last is not None and last.unit in _SHARES and last.kind is Kind.LEVEL
        only_shares = Unit.PERCENT in metric.units and Unit.COUNT not in metric.units
        return Unit.POINTS if given is Unit.POINTS or only_shares or was_share else Unit.PERCENT
    if given is Unit.DAYS or metric.units == (Unit.DAYS,):
        return Unit.DAYS if Unit.DAYS in metric.units else None
    return Unit.PER_10000 if metric.units == (Unit.PER_10000,) else Unit.COUNT
