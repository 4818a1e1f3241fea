"""Claims from running text: paragraphs, headings, list items, captions, and cells that hold sentences."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import replace

from boardmine.catalogue.model import Catalogue, Metric
from boardmine.extractors.attach import Attacher, Attachment
from boardmine.extractors.breakdown import cohort_of, members_in
from boardmine.extractors.claims import Claim, Figure, Follow, Scope
from boardmine.extractors.figures import figures_of
from boardmine.extractors.sentence import Sentence
from boardmine.extractors.timing import Timing, timings_of
from boardmine.language.annotate import Annotated
from boardmine.language.mentions import Direction, Period, RateMention, When
from boardmine.records import AUTHORITY, Kind, Role, Unit

_NEW_FLOW = re.compile(r"^\W*(?:agreed|resolved|following the|the chair|a (?:board )?member)\b", re.I)
_AREA_LEAD = re.compile(r"\b(?:in|for|across|within|at)\s+(?:the\s+)?$", re.I)


def claims_of(passage: Annotated, scope: Scope, catalogue: Catalogue) -> list[Claim]:
    """The claims of a passage, in order. Sentences govern the ones after them within the passage."""
    claims: list[Claim] = []
    preceding = (0, 0)
    for index, (start, end) in enumerate(passage.sentences):
        sentence = Sentence(passage, start, end)
        if not sentence.numbers:
            preceding = (start, end)
            continue
        here = replace(scope, own=tuple(claims), recent=(*scope.recent, *claims), preceding=preceding)
        preceding = (0, 0)
        own = _claims_of_sentence(sentence, here, catalogue)
        for claim in own:
            claim.sentence = index
            claim.quote = (start, end)
        claims += own
    return claims


def _claims_of_sentence(sentence: Sentence, scope: Scope, catalogue: Catalogue) -> list[Claim]:
    figures = figures_of(sentence)
    attacher = Attacher(catalogue, sentence, figures, scope)
    timings = timings_of(sentence, figures)
    by_index: list[Claim | None] = []
    for figure in figures:
        attachment = attacher.attach(figure, by_index)
        claim = None
        if attachment is not None:
            claim = _claim(sentence, figure, attachment, timings[figure.index], attacher, scope, catalogue, by_index)
        by_index.append(claim)
    return [c for c in by_index if c is not None]


def _claim(
    sentence: Sentence,
    figure: Figure,
    attachment: Attachment,
    timing: Timing,
    attacher: Attacher,
    scope: Scope,
    catalogue: Catalogue,
    before: Sequence[Claim | None],
) -> Claim | None:
    number = figure.number
    metric, by = _in_part(sentence, figure, attachment, attacher, scope, catalogue, before)
    metric = _as_rate(sentence, figure, attacher, metric, catalogue, [*scope.own, *(c for c in before if c)])
    metric = _composed(sentence, figure, attacher, metric, catalogue)
    unit = _unit(figure, metric, [*scope.own, *(c for c in before if c)])
    if unit is None or _is_of_each(sentence, figure, metric):
        return None
    value = number.value if figure.direction is not Direction.DOWN else -number.value
    if unit is Unit.COUNT and metric.type != "mean" and value != int(value):
        return None
    if unit is Unit.PERCENT and figure.kind is Kind.LEVEL and metric.counts and not metric.of and not by:
        return None
    claim = Claim(
        number=number,
        metric=metric,
        unit=unit,
        value=value,
        kind=figure.kind,
        by=by,
        area=_area(sentence, figure, attacher, before, scope.home),
        role=_role(sentence, figure, attacher, before),
        bound=number.bound,
        period=_period(figure, timing, attachment, attacher, scope, before),
        period_inherited=timing.period is None or timing.remote,
        baseline=timing.baseline,
        from_baseline=figure.from_baseline,
        since_then=figure.since_then,
        partial=attacher.is_part(figure),
        reasons=[attachment.reason],
        doubts=attachment.doubts,
    )
    return claim


def _period(
    figure: Figure,
    timing: Timing,
    attachment: Attachment,
    attacher: Attacher,
    scope: Scope,
    before: Sequence[Claim | None],
) -> Period | None:
    """The figure's own period, or that of the claim it takes over from or is a part of."""
    if timing.period is not None or figure.from_baseline or figure.kind is Kind.CHANGE:
        return timing.period
    whole = _whole_of(figure, attacher, scope, before)
    beside = next((c for c in reversed(before) if c), None)
    if beside and (beside.kind is Kind.CHANGE or beside.period is None or beside.period.when is When.EARLIER):
        beside = None
    source = whole or attachment.inherited or beside
    if source is not None and source.period is not None and not source.from_baseline:
        return source.period
    return governing_period(scope)


def governing_period(scope: Scope) -> Period | None:
    """The period that the intro, the caption or a heading above gives to all that stands under it. Of headings and
    titles only whole months and years count: the day of a meeting is no period.
    """
    for governor in scope.governors:
        for period in governor.passage.periods:
            if governor.kind in ("intro", "caption") and period.when is not When.NOW and not period.until:
                return period
            if period.when is When.FIXED and period.first and period.last and (period.last - period.first).days > 26:
                return period
    return None


def _in_part(
    sentence: Sentence,
    figure: Figure,
    attachment: Attachment,
    attacher: Attacher,
    scope: Scope,
    catalogue: Catalogue,
    before: Sequence[Claim | None],
) -> tuple[Metric, dict[str, str]]:
    """The metric and breakdown of a figure. Where it is part of a counted whole that is not the metric's own
    population, it is a breakdown of that whole."""
    metric = attachment.metric
    ranges = _member_ranges(figure, attacher, attachment)
    from_right = attachment.side != "left"
    by = {k: v for k, v in attachment.by.items() if k in metric.by}
    claimed = _whole_of(figure, attacher, scope, before)
    whole = claimed.metric if claimed else attacher.spoken_whole(figure)
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


def _member_ranges(figure: Figure, attacher: Attacher, attachment: Attachment) -> list[tuple[int, int]]:
    right = _to_clause_end(attacher, figure)
    left = attacher.window_left(figure)
    if figure.group != figure.index:
        return [right]
    if figure.label_first:
        return [left]
    opening = attacher.opening()
    if figure.enclosed:
        return [right, left, attacher.behind_bracket(figure)] if attachment.side == "right" and not attachment.inherited else [
            left, (figure.number.end, right[1]), attacher.behind_bracket(figure)
        ]
    if figure.follow is Follow.BARE:
        comma = _NEXT_THOUGHT.search(attacher.text, figure.number.end, right[1])
        near = (figure.number.end, comma.start() if comma else right[1])
        return [near, left, opening]
    return [right, left, opening]


_NEXT_THOUGHT = re.compile(r"[,;:]|\band\b|\bagainst\b|\bcompared\b")
_CLAUSE_END = re.compile(r",\s*(?:most|some|many|with|which|and|but|of|the|a|an|this|compared|while|who|so)\b", re.I)


def _to_clause_end(attacher: Attacher, figure: Figure) -> tuple[int, int]:
    """The window on the right, cut where another thought begins."""
    start, end = attacher.window_right(figure)
    stop = _CLAUSE_END.search(attacher.text, figure.number.end, end)
    return start, stop.start() if stop else end


def _whole_of(
    figure: Figure, attacher: Attacher, scope: Scope, before: Sequence[Claim | None]
) -> Claim | None:
    """The claim that a figure is a part of: the whole named before it in the sentence, or in the intro."""
    if figure.whole or figure.group != figure.index:
        return None
    own = [c for c in before if c]
    if attacher.is_part(figure):
        known = own or list(scope.recent[-3:])
        return next((c for c in reversed(known) if not c.partial and c.kind is Kind.LEVEL), None)
    wholes = [c for c in own if attacher.is_whole(c)]
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


def _as_rate(
    sentence: Sentence,
    figure: Figure,
    attacher: Attacher,
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
    if metric.rate_of or rate is None or figure.number.unit in (Unit.PERCENT, Unit.POINTS) or figure.follow is Follow.GENERIC:
        return metric
    if figure.number.unit is Unit.PER_10000:
        return rate
    left = attacher.window_left(figure)
    near: list[RateMention] = [r for r in sentence.rates if left[0] <= r.start and r.end <= figure.number.start]
    opening = [r for r in sentence.rates if r.end <= figure.number.start]
    if near and figure.follow is not Follow.TERM:
        return rate
    chained = opening and figure.follow is Follow.BARE and not sentence.has_hard_stop(opening[-1].end, figure.number.start)
    return rate if chained and figure.number.value != int(figure.number.value) else metric


def _composed(
    sentence: Sentence, figure: Figure, attacher: Attacher, metric: Metric, catalogue: Catalogue
) -> Metric:
    """A metric that is another one with an event: connected carer placements, begun."""
    right = attacher.window_right(figure)
    left = attacher.window_left(figure)
    for other in catalogue.metrics.values():
        if len(other.composed_of) != 2:
            continue
        base, event = other.composed_of
        if metric.id not in (base, other.id) and not (metric.id.partition(".")[0] == other.id.partition(".")[0] and base.partition(".")[0] == metric.id.partition(".")[0]):
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


_OF_EACH = re.compile(r"\b(?:have|has|had|having)\s+(?:had\s+|previously\s+had\s+)?$", re.I)
_PERSON = re.compile(r"\b(?:child|children|young|people|person|pupil|family|families)\b", re.I)


def _is_of_each(sentence: Sentence, figure: Figure, metric: Metric) -> bool:
    """`some children have had 3 plans`: the number is of things that each child had, not of children."""
    lead = sentence.between(figure.number.start - 30, figure.number.start)
    if not metric.counts or figure.number.unit is not None or not _OF_EACH.search(lead):
        return False
    behind = sentence.between(figure.number.end, figure.number.end + 25)
    return figure.follow is Follow.TERM and not _PERSON.search(behind)


def _unit(figure: Figure, metric: Metric, before: Sequence[Claim]) -> Unit | None:
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


def _area(
    sentence: Sentence, figure: Figure, attacher: Attacher, before: Sequence[Claim | None], home: str
) -> str:
    same = before[figure.group] if figure.group != figure.index else None
    if same is not None:
        return same.area
    area = _named_area(sentence, figure, attacher, before)
    return AUTHORITY if area.lower() in home.lower() else area


def _named_area(sentence: Sentence, figure: Figure, attacher: Attacher, before: Sequence[Claim | None]) -> str:
    number = figure.number
    left, _ = attacher.window_left(figure)
    _, right = attacher.window_right(figure)
    for area in reversed(sentence.areas):
        if area.end <= number.start and area.start >= left:
            gap = sentence.between(area.end, number.start)
            if len(gap) < 70 and gap.count(",") <= 1:
                return area.area
    for area in sentence.areas:
        if number.end <= area.start < right:
            gap = sentence.between(number.end, area.start)
            if not re.search(r"[,()]", gap) and len(gap) < 60 and (_AREA_LEAD.search(gap) or area.area == "england"):
                return area.area
    opening = next((a for a in sentence.areas if a.start - sentence.start < 60), None)
    named = {c.area for c in before if c}
    if opening and len(named) == 1 and opening.area in named and opening.area not in ("england", "statistical_neighbours", "region"):
        return opening.area
    return AUTHORITY


def _role(sentence: Sentence, figure: Figure, attacher: Attacher, before: Sequence[Claim | None]) -> Role:
    number = figure.number
    same = before[figure.group] if figure.group != figure.index else None
    if same is not None:
        return same.role
    left, _ = attacher.window_left(figure)
    _, right = attacher.window_right(figure)
    for role in reversed(sentence.roles):
        if role.end <= number.start and role.start >= left:
            gap = sentence.between(role.end, number.start)
            if len(gap) < 60 and "," not in gap and not re.search(r"\b(?:actual|currently|achieved|performance)\b", gap, re.I):
                return role.role
    for role in sentence.roles:
        if number.end <= role.start < right:
            gap = sentence.between(number.end, role.start)
            if "," not in gap and "(" not in gap and len(gap.split()) <= 3:
                return role.role
    return Role.ACTUAL
