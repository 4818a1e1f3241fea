"""Claims whose shape alone tells the metric: a restated figure, a whole, a ratio, a rate, the end of what began."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from boardmine.extractors.claims import Claim, Figure, Follow
from boardmine.extractors.prose.joining.earlier import Earlier
from boardmine.extractors.prose.joining.parts import Parts
from boardmine.extractors.prose.joining.view import Attachment, View
from boardmine.extractors.sentence import Sentence
from boardmine.extractors.support import fits
from boardmine.language.mentions import EventMention, TermMention
from boardmine.records import Kind, Unit

_ASIDE = re.compile(r"\([^()]{1,20}\)")
_FAR_EVENT = 3
"""In words."""
_THIS = re.compile(r"\W*(?:this|that|it|which)\s+(?:is|was|equates|represents|compares)\b", re.I)


class Shapes:
    """Knows the shapes that need no term beside the number."""

    def __init__(self, view: View, earlier: Earlier, parts: Parts) -> None:
        self._view = view
        self._parts = parts
        self._earlier = earlier

    def of_group(self, figure: Figure, claim: Claim | None) -> Attachment | None:
        """The figure restates another one in a second unit."""
        if claim is None:
            return None
        metric = claim.metric
        if figure.number.unit is Unit.PER_10000 and metric.counts:
            rate = self._view.catalogue.rate_of(metric.counts)
            return Attachment(rate, "the rate beside the count", claim.guesses, inherited=claim) if rate else None
        if metric.rate_of and figure.number.unit is None:
            counted = self._view.catalogue.counting(metric.rate_of)
            return Attachment(counted, "the count beside the rate", claim.guesses, inherited=claim) if counted else None
        if not fits(metric, figure.number.unit, figure.kind):
            return None
        return Attachment(metric, "the same figure in another unit", claim.guesses, by=dict(claim.by), inherited=claim)

    def of_whole(self, figure: Figure, before: Sequence[Claim | None]) -> Attachment | None:
        """`of the 93`, `out of 429`: the whole that others are part of."""
        named = self._parts.named(figure)
        for claim in reversed([*self._earlier.known(), *(c for c in before if c)]):
            if named is not None and named.metric is not claim.metric:
                continue
            if claim.value == figure.number.value and claim.unit is Unit.COUNT and claim.kind is Kind.LEVEL:
                return Attachment(claim.metric, "a figure named before", 0, by=dict(claim.by), inherited=claim)
        if named is not None:
            return None if self._parts.refers_back(figure) else named
        part = next((c for c in reversed(before) if c), None)
        if part and part.metric.of:
            base = self._view.catalogue.counting(part.metric.of[0])
            if base and (part.metric.type != "flow" or base.type == "flow"):
                return Attachment(base, "the whole that the figure is a part of", 1)
        return None

    def rest(self, before: Sequence[Claim | None]) -> Attachment | None:
        """`108 are in work and 64 are not`: the opposite of what the figure before is about."""
        claim = next((c for c in reversed(before) if c), None)
        if claim is None or claim.metric.opposite is None:
            return None
        opposite = self._view.catalogue.metrics[claim.metric.opposite]
        by = {dimension: member for dimension, member in claim.by.items() if dimension in opposite.by}
        return Attachment(opposite, "the rest of those told of before", 0, by=by, inherited=claim)

    def ratio(self, figure: Figure) -> Attachment | None:
        """`for every child leaving, 1.9 started`: a ratio metric whose words stand in the same clause."""
        if figure.number.unit is not None or figure.number.value > 20 or figure.number.in_words:
            return None
        for term in self._view.sentence.terms:
            for reading in term.readings:
                metric = self._view.catalogue.metrics[reading.metric]
                near = not self._view.sentence.has_hard_stop(
                    min(term.end, figure.number.end), max(term.start, figure.number.start)
                )
                if metric.units == (Unit.RATIO,) and near:
                    side = "left" if term.end <= figure.number.start else "right"
                    return Attachment(metric, "a ratio in words", 0, term, side=side)
        return None

    def restated(self, figure: Figure) -> Attachment | None:
        """A sentence in brackets that gives the figure before it in another unit: `(6% of the population)`."""
        opening = self._view.sentence.between(self._view.sentence.start, figure.number.start).strip() == "("
        last = self._view.scope.own[-1] if self._view.scope.own else None
        if not opening or last is None or last.kind is not Kind.LEVEL or figure.kind is not Kind.LEVEL:
            return None
        if (
            figure.number.unit is not Unit.PERCENT
            or last.unit is not Unit.COUNT
            or not fits(last.metric, Unit.PERCENT, Kind.LEVEL)
        ):
            return None
        by = dict(last.by)
        return Attachment(last.metric, "the same figure in another unit", last.guesses, by=by, inherited=last)

    def event(self, figure: Figure, before: Sequence[Claim | None]) -> Attachment | None:
        """`54 placements began and 114 ended`: the event of the second turns what the first is about."""
        start, end = self._view.window_right(figure)
        events = (e for e in self._view.sentence.events if start <= e.start and e.end <= end)
        event = next((e for e in events if not is_of_time(self._view.sentence, e)), None)
        terms = self._view.sentence.terms
        if event is None or any(
            t.start <= event.start and event.end <= t.end and not t.readings[0].weak for t in terms
        ):
            return None
        behind = _ASIDE.sub(" ", self._view.sentence.between(figure.number.end, event.start))
        if len(behind.split()) > _FAR_EVENT:
            return None
        for claim in reversed([*self._view.scope.own[-2:], *(c for c in before if c)]):
            base = claim.metric.composed_of[0] if claim.metric.composed_of else claim.metric.id
            for other in self._view.catalogue.metrics.values():
                if other.composed_of == (base, event.event) and fits(other, figure.number.unit, figure.kind):
                    return Attachment(other, "what the figure before is about, with the event", 0, inherited=claim)
        return self._of_topic(figure, event)

    def _of_topic(self, figure: Figure, event: EventMention) -> Attachment | None:
        """Under `Review conferences`: `98% took place within timescale`."""
        if figure.number.unit is not Unit.PERCENT or figure.kind is not Kind.LEVEL:
            return None
        passage, scope = self._view.sentence.passage, self._view.scope
        above: list[tuple[str, Iterable[TermMention]]]
        above = [("sentence before", passage.within(passage.terms, *scope.preceding))]
        above += [(governor.kind, governor.passage.terms) for governor in scope.governors[:2]]
        for where, terms in above:
            named = {r.metric for t in terms for r in t.readings if not r.weak}
            for other in self._view.catalogue.metrics.values():
                if other.composed_of[1:] == (event.event,) and other.composed_of[0] in named:
                    return Attachment(other, f"what the {where} is about, with the event", 1, side="above")
        return None

    def same_event(self, figure: Figure, before: Sequence[Claim | None]) -> Attachment | None:
        """`95% of review conferences were on time and 91% of initial conferences`: what was told of the first is told
        of the second."""
        claim = next((c for c in reversed(before) if c), None)
        if figure.number.unit is not Unit.PERCENT or figure.follow is not Follow.TERM or claim is None:
            return None
        if len(claim.metric.composed_of) != 2 or claim.unit is not Unit.PERCENT or figure.kind is not Kind.LEVEL:
            return None
        behind = self._view.sentence.passage.within(self._view.sentence.terms, *self._view.window_right(figure))
        named = [r.metric for term in behind for r in term.readings if not r.weak]
        for other in self._view.catalogue.metrics.values():
            told = other.composed_of[1:] == claim.metric.composed_of[1:] and other.composed_of[:1] == tuple(named[:1])
            if told and other is not claim.metric and other.id not in named:
                return Attachment(other, "what the figure before is about, of these", 0, inherited=claim)
        return None

    def rate(self, figure: Figure) -> Attachment | None:
        """`the rate per 10,000 fell from ...` without a word for whose rate it is: that of whom is spoken of."""
        if figure.number.unit not in (None, Unit.PER_10000) or figure.kind is Kind.CHANGE:
            return None
        if figure.number.unit is None and figure.follow is not Follow.BARE:
            return None
        for term in self._view.sentence.passage.within(
            self._view.sentence.terms, figure.number.start, figure.number.end
        ):
            for reading in term.readings:
                rate = self._view.catalogue.rate_of(self._view.catalogue.metrics[reading.metric].counts or "")
                if rate is not None and figure.number.unit is Unit.PER_10000:
                    return Attachment(rate, "the rate of those named in it", 0, side="left")
        if any(t.start < figure.number.end for t in self._view.sentence.terms):
            return None
        for claim in reversed(self._view.scope.recent[-6:]):
            rate = claim.metric if claim.metric.rate_of else self._view.catalogue.rate_of(claim.metric.counts or "")
            if rate and self._view.sentence.rates:
                source = claim if _THIS.match(self._view.whole_text()) else None
                return Attachment(rate, "the rate of those spoken of before", 1, side="left", inherited=source)
        spoken = any(r.unit is Unit.PER_10000 and r.end <= figure.number.start for r in self._view.sentence.rates)
        if not spoken and figure.number.unit is not Unit.PER_10000:
            return None
        for population in self._view.support.populations():
            rate = self._view.catalogue.rate_of(population)
            if rate:
                return Attachment(rate, "a rate of those spoken of before", 1, side="left")
        return None


def is_of_time(sentence: Sentence, event: EventMention) -> bool:
    """`at the end of March`: the end of a time, not of a placement."""
    within = any(p.start <= event.start and event.end <= p.end for p in sentence.periods)
    return within or re.match(r"\s+of\b", sentence.between(event.end, event.end + 4)) is not None
