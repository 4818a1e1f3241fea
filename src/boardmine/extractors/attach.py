"""Step 2 of a sentence: which metric each figure is a value of.

A figure looks to its right where something is counted there (`14 adoption orders`, `27 young people were ...`), and
to its left where a label stands there (`Adoption orders: 14`, `the rate was 125.5`). Where its own window holds no
term, it takes over from the figure before it, from the sentence before, or from what governs the passage.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from boardmine.catalogue.model import Catalogue, Metric
from boardmine.extractors.claims import Claim, Figure, Follow, Governor, Scope
from boardmine.extractors.sentence import Sentence
from boardmine.extractors.support import Support, fits, is_property
from boardmine.language.mentions import Reading, TermMention
from boardmine.records import Kind, Unit

_ANAPHOR = re.compile(
    r"^\W*(?:positively,?\s+|however,?\s+|overall,?\s+)?(?:this|that|these|those|it|they|which|of\s+(?:which|whom|these|those|the)|the\s+(?:rate|figure|number|total|percentage|proportion|average)\b(?!\s+of\b)|the\s+(?:majority|remaining|\d|target)|"
    r"only\b|from\b|a\s+(?:further|total|reduction|rise|fall|decrease|increase)|an\s+increase|there\s+(?:is|are|was|were|has|have)\s+(?:a|an|currently|been|now|further)|up\b|down\b|in\s+(?:(?-i:[A-Z])|\d)|at\s+the\s+end|compared|last\s+year|our\s+target|we\s+(?:aim|have)|\(|\d)",
    re.I,
)
_PLACE = re.compile(r"\b(?:homes?|schools?|settings?|units?|establishments?|providers?|agenc(?:y|ies))$", re.I)
_SOME = re.compile(r"\b(?:some|others?|those|many|most|few|majority|several)\s*\(\s*(?:[a-z]+\s+)?$", re.I)
_STOP = re.compile(r"[;|\n]|\.\s")
_OF_THOSE = re.compile(r"(?:^|[.;:,]\s*)\W*of\s+(?:the|those|these|all|our)?\s*(?:\w+\s+){0,4}$", re.I)
_OF_WHOM = re.compile(r"\bof\s+(?:whom|which|these|those|them|the\s+\d|this\s+number)\b", re.I)


_LINKING = frozenset(
    "lived placed looked cared moved settled accommodated remained stayed returned used needed required aged named "
    "identified recorded reported deemed assessed considered experienced increased supported engaged continued "
    "transferred started ceased received fostered adopted based linked matched related involved registered achieved "
    "secured granted completed held excluded suspended".split()
)
"""Participles that lead from people to a property of theirs."""


class Attachment:
    """A metric for a figure, with the words for why and how many guesses it took."""

    __slots__ = ("by", "doubts", "inherited", "metric", "reason", "side", "term")

    def __init__(
        self,
        metric: Metric,
        reason: str,
        doubts: int = 0,
        term: TermMention | None = None,
        by: dict[str, str] | None = None,
        side: str = "right",
        inherited: Claim | None = None,
    ) -> None:
        self.metric = metric
        self.reason = reason
        self.doubts = doubts
        self.term = term
        self.by = by or {}
        self.side = side
        self.inherited = inherited


class Attacher:
    """Finds the metrics for the figures of one sentence, left to right."""

    def __init__(self, catalogue: Catalogue, sentence: Sentence, figures: Sequence[Figure], scope: Scope) -> None:
        self._catalogue = catalogue
        self._sentence = sentence
        self._figures = figures
        self._scope = scope
        self._support = Support(catalogue, sentence, scope)
        self._used: list[TermMention] = []
        """Terms that a figure to their left counts; they are no label of the next figure."""

    def window_right(self, figure: Figure) -> tuple[int, int]:
        """From the number to the next one that is not the same figure or its whole, or to a hard stop."""
        start = figure.number.start
        end = self._sentence.end
        for other in self._figures[figure.index + 1 :]:
            if other.group == figure.group:
                continue
            if other.whole and not re.search(r"[,;]", self._sentence.between(figure.number.end, other.number.start)):
                continue
            end = other.number.start
            break
        stop = self._hard_stop(figure.number.end, end)
        closing = self._sentence.text.find(")", figure.number.end, stop) if figure.enclosed else -1
        return start, closing if closing >= 0 else stop

    def window_left(self, figure: Figure) -> tuple[int, int]:
        """From the number before, or from the last hard stop, to the number."""
        start = self._sentence.start
        for other in reversed(self._figures[: figure.index]):
            if other.group == figure.group and other.index != figure.index:
                continue
            start = other.number.end
            break
        stops = list(_STOP.finditer(self._sentence.text, start, figure.number.start))
        return (stops[-1].end() if stops else start), figure.number.start

    def _hard_stop(self, start: int, end: int) -> int:
        match = _STOP.search(self._sentence.text, start, end)
        return match.start() if match else end

    def attach(self, figure: Figure, before: Sequence[Claim | None]) -> Attachment | None:
        """The metric of a figure. `before` holds what became of the figures before it, by index."""
        if figure.group != figure.index:
            return self._of_group(figure, before[figure.group])
        if figure.whole:
            return self._of_whole(figure, before)
        special = self._ratio(figure) or self._restated(figure) or self._rate(figure) or self._event(figure, before)
        if special:
            return special
        right = self._right(figure)
        left = self._left(figure)
        chain = self._by_member(figure, before) or self._chain(figure, before)
        for found in self._order(figure, before, right, left, chain):
            if found is not None:
                if found.side == "right" and found.term is not None:
                    self._used += self._up_to(figure, found.term)
                if figure.number.unit is Unit.PERCENT:
                    self._used += self._base_of(figure)
                return found
        return None

    def _base_of(self, figure: Figure) -> list[TermMention]:
        """What a share is said to be of: `34% of all children living in the area`."""
        return [
            t
            for t in self._sentence.terms
            if re.fullmatch(r"\s*of\s+(?:[\w’']+\s+){0,3}", self._sentence.between(figure.number.end, t.start))
        ]

    def _up_to(self, figure: Figure, term: TermMention) -> list[TermMention]:
        return [t for t in self._sentence.terms if figure.number.start <= t.start and t.end <= term.end]

    def _order(
        self,
        figure: Figure,
        before: Sequence[Claim | None],
        right: Attachment | None,
        left: Attachment | None,
        chain: Attachment | None,
    ) -> Sequence[Attachment | None]:
        if figure.kind is Kind.CHANGE:
            near = right if right and self._behind_change(figure, right) else None
            return near, left, chain, right, self._governing(figure)
        if figure.follow is Follow.TERM:
            if right and left and figure.number.unit is Unit.PERCENT and self._is_property(left.metric, right.metric):
                return left, right, chain
            return right, left, chain
        label = self._label(figure)
        percent = figure.number.unit is Unit.PERCENT
        if figure.bracketed and figure.follow is Follow.BARE and left is None and _SOME.search(self._lead(figure)):
            return self._behind(figure), chain, label, self._governing(figure)
        if figure.labelled or figure.from_baseline or (figure.bracketed and figure.follow is Follow.BARE):
            return left, chain, label, right, self._governing(figure)
        if figure.follow in (Follow.GENERIC, Follow.VERB, Follow.MEMBER):
            adjacent = left is not None and left.term is not None and figure.number.start - left.term.end <= 1
            beside = left if figure.follow is Follow.MEMBER or percent or adjacent else None
            if adjacent and right is not None and right.doubts:
                right = None
            named = self._by_member(figure, before) if figure.follow is Follow.MEMBER else None
            return right, named, beside, self._coordinated(figure), chain, label, self._governing(figure)
        if figure.follow is Follow.FOREIGN and not percent:
            return (right,) if right and right.doubts == 0 and self._is_close(figure, right) else ()
        near = right if right and right.doubts == 0 and self._leads_to(figure, right) else None
        if near and left and left.term and "," in self._sentence.between(left.term.end, figure.number.start):
            left = None
        far = right if percent or (right and right.doubts == 0) else None
        return left, near, self._coordinated(figure), chain, label, far, self._governing(figure)

    def _lead(self, figure: Figure) -> str:
        return self._sentence.between(figure.number.start - 25, figure.number.start)

    def _behind(self, figure: Figure) -> Attachment | None:
        """The metric named behind the bracket that a share stands in: `for some (21%) it is more than 20 miles`."""
        found = [f for f in self._settled(figure, *self.behind_bracket(figure)) if not f[2].weak and not f[2].counted]
        if not found:
            return None
        term, metric, reading = found[0]
        return Attachment(metric, "words for the metric behind the brackets", 1, term, dict(reading.by))

    def _leads_to(self, figure: Figure, right: Attachment) -> bool:
        """Whether a preposition leads from the number straight to the term: `22% with a plan`."""
        if right.term is None:
            return False
        between = self._sentence.between(figure.number.end, right.term.start)
        return re.fullmatch(r"\s*(?:[a-z’']+\s+){1,4}", between) is not None and "and" not in between.split()

    def _coordinated(self, figure: Figure) -> Attachment | None:
        """`22 in internal and 77 in external placements`: what is counted stands behind the second number."""
        following = self._figures[figure.index + 1 : figure.index + 2]
        if not following or following[0].unit_differs(figure):
            return None
        between = self._sentence.between(figure.number.end, following[0].number.start)
        if not re.fullmatch(r"\s*(?:[\w-]+\s+){0,4}and\s+", between):
            return None
        shared = self._right(following[0])
        return shared if shared and shared.term and self._is_close_behind(following[0], shared) else None

    def _is_close_behind(self, figure: Figure, right: Attachment) -> bool:
        return right.term is not None and self._sentence.words_between(figure.number.end, right.term.start) <= 4

    def _is_property(self, metric: Metric, population: Metric) -> bool:
        """Whether values of a metric are parts of what another one counts, or of a cohort that it breaks down by."""
        return is_property(self._catalogue, metric, population)

    def _label(self, figure: Figure) -> Attachment | None:
        """The metric of a label that opens the sentence: `Review conferences: 92% on time; 75 held in July`."""
        colon = self._sentence.text.find(":", self._sentence.start, min(figure.number.start, self._sentence.start + 80))
        if colon < 0:
            return None
        settled = self._settled(figure, self._sentence.start, colon + 1)
        if not settled:
            return None
        counted = [s for s in settled if s[1].counts] if figure.number.unit is None else []
        term, metric, reading = (counted or settled)[-1]
        return Attachment(metric, "the label that opens the sentence", 1, term, dict(reading.by), side="left")

    def _behind_change(self, figure: Figure, right: Attachment) -> bool:
        """Whether what changed is named behind the number: `reduction in ...`, `159 looked after children`."""
        if right.term is None:
            return False
        between = self._sentence.between(figure.number.end, right.term.start)
        return len(between) < 90 and "," not in between and not re.search(r"\b(?:from|to|since|compared|and)\b", between)

    def _is_close(self, figure: Figure, right: Attachment) -> bool:
        return right.term is not None and self._sentence.words_between(figure.number.end, right.term.start) <= 3

    def _settled(self, figure: Figure, start: int, end: int) -> list[tuple[TermMention, Metric, Reading]]:
        found = []
        for term in self._sentence.passage.terms:
            if (term.start >= start and term.end <= end) or (start <= term.start < end and len(term.segments) > 1):
                settled = self._support.settle(term, figure.number.unit, figure.kind)
                if settled:
                    found.append((term, *settled))
        return found

    def _right(self, figure: Figure) -> Attachment | None:
        start, end = self.window_right(figure)
        found = [f for f in self._settled(figure, start, end) if f[0].start >= figure.number.start]
        found = [f for f in found if f[1].units != (Unit.RATIO,) and self._near_enough(f, figure.number.end, f[0].start)]
        found = [f for f in found if not (f[2].counted and figure.kind is Kind.CHANGE)]
        found = [f for f in found if not self._is_foreign_deed(figure, f[1], f[0])]
        found = [f for f in found if not self._counts_places(figure, f[1], f[0])]
        if not found:
            return None
        strong = [f for f in found if not f[2].weak]
        term, metric, reading = (strong or found)[0]
        if metric.counts:
            for other_term, other, other_reading in found:
                if other_term.start < term.start:
                    continue
                gap = self._sentence.between(term.end, other_term.start)
                if self._is_property(other, metric) and (figure.number.unit is Unit.PERCENT or "," not in gap):
                    term, metric, reading = other_term, other, other_reading
                    break
        doubts = 1 if reading.weak else 0
        distance = self._sentence.words_between(figure.number.end, term.start)
        reason = "words for the metric right behind the number" if distance <= 4 else "words for the metric behind the number"
        if distance > 14 or self._sentence.clause_breaks(figure.number.end, term.start) > 1:
            doubts += 1
        return Attachment(metric, reason, doubts, term, dict(reading.by))

    def _is_foreign_deed(self, figure: Figure, metric: Metric, term: TermMention) -> bool:
        """Whether the people counted did something else, and the term only tells where: `one child tested positive
        in a children's home`."""
        if metric.type != "stock" or not metric.of or figure.number.unit is not None:
            return False
        between = self._sentence.between(figure.number.end, term.start).lower()
        deeds = {w for w in re.findall(r"\b[a-z]+ed\b", between) if w not in _LINKING}
        return bool(deeds) and figure.follow in (Follow.GENERIC, Follow.TERM)

    def _counts_places(self, figure: Figure, metric: Metric, term: TermMention) -> bool:
        """`seven children's homes`: homes are counted, not the children who live in them."""
        if metric.type != "stock" or not metric.of or figure.number.unit is not None:
            return False
        between = self._sentence.between(figure.number.end, term.start)
        words = self._sentence.text[term.start : term.end]
        place = None if re.match(r"(?:in|with|at|live|lived|living|placed|reside)\b", words, re.I) else _PLACE.search(words)
        return place is not None and re.fullmatch(r"\s*(?:[\w-]+\s+)?", between) is not None and "in" not in between.split()

    def _near_enough(self, found: tuple[TermMention, Metric, Reading], start: int, end: int) -> bool:
        """A weak term speaks for its neighbourhood only, a counted one for the number right before it."""
        words = self._sentence.words_between(start, end)
        if found[2].counted:
            return words <= 2
        return words <= (4 if found[2].weak else 30)

    def _left(self, figure: Figure) -> Attachment | None:
        start, end = self.window_left(figure)
        limit = self.window_right(figure)[1]
        found = [f for f in self._settled(figure, start, end) if f[0].end <= end or f[0].end <= limit]
        found = [f for f in found if f[1].units != (Unit.RATIO,) and not f[2].counted and f[0] not in self._used]
        found = [f for f in found if self._near_enough(f, f[0].segments[0][1], figure.number.start)]
        if not found:
            return None
        strong = [f for f in found if not f[2].weak]
        term, metric, reading = (strong or found)[-1]
        if metric.counts:
            for other_term, other, other_reading in reversed(found):
                if self._is_property(other, metric):
                    term, metric, reading = other_term, other, other_reading
                    break
        doubts = 1 if reading.weak else 0
        if self._sentence.clause_breaks(term.end, figure.number.start) > 1:
            doubts += 1
        return Attachment(metric, "words for the metric before the number", doubts, term, dict(reading.by), side="left")

    def _ratio(self, figure: Figure) -> Attachment | None:
        """`for every child leaving, 1.9 started`: a ratio metric whose words stand in the same clause."""
        if figure.number.unit is not None or figure.number.value > 20 or figure.number.in_words:
            return None
        for term in self._sentence.terms:
            for reading in term.readings:
                metric = self._catalogue.metrics[reading.metric]
                near = not self._sentence.has_hard_stop(
                    min(term.end, figure.number.end), max(term.start, figure.number.start)
                )
                if metric.units == (Unit.RATIO,) and near:
                    side = "left" if term.end <= figure.number.start else "right"
                    return Attachment(metric, "a ratio in words", 0, term, side=side)
        return None

    def _restated(self, figure: Figure) -> Attachment | None:
        """A sentence in brackets that gives the figure before it in another unit: `(6% of the population)`."""
        opening = self._sentence.between(self._sentence.start, figure.number.start).strip() == "("
        last = self._scope.own[-1] if self._scope.own else None
        if not opening or last is None or last.kind is not Kind.LEVEL or figure.kind is not Kind.LEVEL:
            return None
        if figure.number.unit is not Unit.PERCENT or last.unit is not Unit.COUNT or not fits(last.metric, Unit.PERCENT, Kind.LEVEL):
            return None
        return Attachment(last.metric, "the same figure in another unit", last.doubts, by=dict(last.by), inherited=last)

    def _event(self, figure: Figure, before: Sequence[Claim | None]) -> Attachment | None:
        """`54 placements began and 114 ended`: the event of the second turns what the first is about."""
        start, end = self.window_right(figure)
        event = next((e for e in self._sentence.events if start <= e.start and e.end <= end), None)
        if event is None or self._sentence.words_between(figure.number.end, event.start) > 3:
            return None
        for claim in reversed([*self._scope.own[-2:], *(c for c in before if c)]):
            base = claim.metric.composed_of[0] if claim.metric.composed_of else claim.metric.id
            for other in self._catalogue.metrics.values():
                if other.composed_of == (base, event.event):
                    return Attachment(other, "what the figure before is about, with the event", 0, inherited=claim)
        return None

    def _rate(self, figure: Figure) -> Attachment | None:
        """`the rate per 10,000 fell from ...` without a word for whose rate it is: that of whom is spoken of."""
        if self._sentence.terms or figure.number.unit is not None or figure.follow is Follow.FOREIGN:
            return None
        for claim in reversed(self._scope.recent[-6:]):
            if claim.metric.rate_of and self._sentence.rates:
                return Attachment(claim.metric, "the rate spoken of before", 1, side="left")
        if not any(r.unit is Unit.PER_10000 and r.end <= figure.number.start for r in self._sentence.rates):
            return None
        for population in self._support.populations():
            rate = self._catalogue.rate_of(population)
            if rate:
                return Attachment(rate, "a rate of those spoken of before", 1, side="left")
        return None

    def _of_group(self, figure: Figure, claim: Claim | None) -> Attachment | None:
        """The figure restates another one in a second unit."""
        if claim is None:
            return None
        metric = claim.metric
        if figure.number.unit is Unit.PER_10000 and metric.counts:
            rate = self._catalogue.rate_of(metric.counts)
            return Attachment(rate, "the rate beside the count", claim.doubts, inherited=claim) if rate else None
        if metric.rate_of and figure.number.unit is None:
            counted = self._catalogue.counting(metric.rate_of)
            return Attachment(counted, "the count beside the rate", claim.doubts, inherited=claim) if counted else None
        if not fits(metric, figure.number.unit, figure.kind):
            return None
        return Attachment(metric, "the same figure in another unit", claim.doubts, by=dict(claim.by), inherited=claim)

    def _of_whole(self, figure: Figure, before: Sequence[Claim | None]) -> Attachment | None:
        """`of the 93`, `out of 429`: the whole that others are part of."""
        for claim in reversed([*self._known(), *(c for c in before if c)]):
            if claim.value == figure.number.value and claim.unit is Unit.COUNT and claim.kind is Kind.LEVEL:
                return Attachment(claim.metric, "a figure named before", 0, by=dict(claim.by), inherited=claim)
        start, end = self.window_right(figure)
        verb = re.search(r"\b(?:were|are|have|had|was|is|has)\b", self._sentence.text[figure.number.end : end])
        heads = self._settled(figure, start, end)
        if figure.follow in (Follow.TERM, Follow.GENERIC) and heads:
            limit = figure.number.end + verb.start() if verb and figure.follow is Follow.TERM else end
            heads = [h for h in heads if h[0].start < limit] or heads[:1]
            return Attachment(heads[0][1], "words for the metric right behind the number", 0, heads[0][0], dict(heads[0][2].by))
        part = next((c for c in reversed(before) if c), None)
        if part and part.metric.of:
            base = self._catalogue.counting(part.metric.of[0])
            if base:
                return Attachment(base, "the whole that the figure is a part of", 1)
        return None

    def _known(self) -> list[Claim]:
        claims = [c for g in reversed(self._scope.governors) for c in g.claims]
        return [*claims, *self._scope.recent]

    def _chain(self, figure: Figure, before: Sequence[Claim | None]) -> Attachment | None:
        """What the figure before it in the sentence, or the sentence before, was about."""
        own = [c for c in before if c]
        for claim in reversed(own):
            if self._can_take_over(figure, claim):
                stop = self._sentence.has_hard_stop(claim.number.end, figure.number.start)
                return Attachment(
                    claim.metric,
                    "taken over from the figure before",
                    1 if stop else 0,
                    by=dict(claim.by),
                    inherited=claim,
                )
        if figure.index and any(f.follow is Follow.FOREIGN for f in self._figures[: figure.index]) and not own:
            return None
        recent = self._recent()
        topic = self._preceding_topic(figure)
        if topic:
            return topic
        if recent and _ANAPHOR.search(self._sentence.text[self._sentence.start : self._sentence.end]):
            for claim in reversed(recent[-3:]):
                if not claim.partial and self._can_take_over(figure, claim):
                    return Attachment(
                        claim.metric, "taken over from the sentence before", 1, by=dict(claim.by), inherited=claim
                    )
        return None

    def _recent(self) -> tuple[Claim, ...]:
        """The claims that this sentence may refer back to. An item of a list whose intro says what it is about does
        not refer to the item before it."""
        listed = self._scope.is_item and any(
            g.kind == "intro" and (g.claims or g.passage.terms) for g in self._scope.governors
        )
        return self._scope.own if listed else self._scope.recent

    def _preceding_topic(self, figure: Figure) -> Attachment | None:
        """What the sentence before is about, where it has no figure and this one points back: `This is a rise of 5`."""
        start, end = self._scope.preceding
        text = self._sentence.text[self._sentence.start : self._sentence.end]
        if start == end or not re.match(r"\W*(?:this|it|that|these)\b", text, re.I):
            return None
        settled = self._settled(figure, start, end)
        if not settled:
            return None
        term, metric, reading = settled[-1]
        return Attachment(metric, "what the sentence before is about", 1, None, dict(reading.by), side="above")

    def _can_take_over(self, figure: Figure, claim: Claim) -> bool:
        if claim.unit is Unit.POINTS and figure.number.unit is None:
            return False
        if claim.kind is Kind.CHANGE and claim.unit is Unit.PERCENT and figure.kind is Kind.LEVEL:
            return fits(claim.metric, figure.number.unit, figure.kind)
        if figure.kind is Kind.LEVEL and claim.kind is Kind.LEVEL and figure.number.unit is None:
            return claim.unit is not Unit.PERCENT and fits(claim.metric, None, figure.kind)
        return fits(claim.metric, figure.number.unit, figure.kind)

    def _by_member(self, figure: Figure, before: Sequence[Claim | None]) -> Attachment | None:
        """A metric spoken of above that has the dimension whose member stands at the number, where the figure
        before it has not: `NEET 23% Education 66%` under `Education, employment and training`."""
        ahead = figure.follow in (Follow.MEMBER, Follow.VERB, Follow.GENERIC)
        side = "right" if ahead else "left"
        window = self.window_right(figure) if ahead else self.window_left(figure)
        named = {d for m in self._sentence.passage.within(self._sentence.members, *window) for d, _ in m.members}
        last = next((c for c in reversed(before) if c), None)
        if not named or (last and named & set(last.metric.by)):
            return None
        if not self._sentence.terms and self._member_beside(figure):
            for claim in reversed([*self._recent()[-2:], *self._scope.own[-6:]]):
                if named & set(claim.metric.by) and fits(claim.metric, figure.number.unit, figure.kind):
                    return Attachment(claim.metric, "the breakdown of what was spoken of before", 1, side=side)
        pools = [[t for t in self._sentence.terms if t.end <= figure.number.start]]
        pools += [list(g.passage.terms) for g in self._scope.governors]
        for pool in pools:
            for term in reversed(pool):
                settled = self._support.settle(term, figure.number.unit, figure.kind)
                if settled and not settled[1].weak and named & set(settled[0].by):
                    return Attachment(settled[0], "the breakdown of what is spoken of above", 1, side=side)
        return None

    def _member_beside(self, figure: Figure) -> bool:
        """Whether a member stands within three words of the number, and is more than `other`."""
        for mention in self._sentence.members:
            if all(member == "other" for _, member in mention.members):
                continue
            low, high = sorted((figure.number.end, mention.start)) if mention.start >= figure.number.end else (
                mention.end, figure.number.start
            )
            if low <= high and self._sentence.words_between(low, high) <= 3:
                return True
        return False

    def spoken_whole(self, figure: Figure) -> Metric | None:
        """The population that a share is of, where it is named without a number: `of the children who left care`."""
        start = self._sentence.start
        for term in self._sentence.terms:
            if term.end <= figure.number.start and _OF_THOSE.search(self._sentence.text[start : term.start]):
                return self._counted(term)
        for governor in self._scope.governors:
            for term in governor.passage.terms:
                if _OF_THOSE.search(governor.passage.text[: term.start]):
                    return self._counted(term)
        return None

    def _counted(self, term: TermMention) -> Metric | None:
        metrics = (self._catalogue.metrics[r.metric] for r in term.readings if not r.weak)
        return next((m for m in metrics if m.counts), None)

    def _governing(self, figure: Figure) -> Attachment | None:
        """What the intro, the heading or the caption above is about."""
        listed = figure.number.start - self._sentence.start < 40
        for governor in self._governors_of_metric():
            if governor.kind == "heading" and not listed:
                continue
            whole = next((c for c in reversed(governor.claims) if fits(c.metric, figure.number.unit, figure.kind)), None)
            if whole and governor.kind == "intro":
                return Attachment(whole.metric, "taken over from the intro", 0, by=dict(whole.by), inherited=whole)
            for term in reversed(governor.passage.terms):
                settled = self._support.settle(term, figure.number.unit, figure.kind)
                if settled and not settled[1].weak and not settled[1].counted:
                    metric, reading = settled
                    return Attachment(
                        metric, f"taken over from the {governor.kind}", 1, by=dict(reading.by), side="above"
                    )
        return None

    def _governors_of_metric(self) -> list[Governor]:
        """Intros and captions, and the innermost heading; headings further out and the title fix no metric."""
        nearest = [g for g in self._scope.governors if g.kind != "title"]
        headings = [g for g in nearest if g.kind == "heading"]
        return [g for g in nearest if g.kind != "heading" or g is headings[0]]

    def is_part(self, figure: Figure) -> bool:
        """Whether the words before a figure make it a part of what was counted before: `of whom`."""
        start, end = self.window_left(figure)
        lead = self._sentence.text[start:end]
        return _OF_WHOM.search(lead) is not None

    def is_whole(self, claim: Claim) -> bool:
        """Whether a claim of this sentence is of a whole that others are counted out of."""
        return any(f.whole and f.number is claim.number for f in self._figures)

    @property
    def text(self) -> str:
        """The text of the passage that the sentence stands in."""
        return self._sentence.text

    def opening(self) -> tuple[int, int]:
        """From the start of the sentence to its first figure: what stands there may hold for all of them."""
        first = self._figures[0].number.start if self._figures else self._sentence.end
        return self._sentence.start, first

    def behind_bracket(self, figure: Figure) -> tuple[int, int]:
        """From the bracket that closes behind a figure to the next figure."""
        closing = self._sentence.text.find(")", figure.number.end, self._sentence.end)
        following = self._figures[figure.index + 1 : figure.index + 2]
        end = following[0].number.start if following else self._sentence.end
        return (closing, max(closing, end)) if closing >= 0 else (figure.number.end, figure.number.end)
