"""The metric of a figure from what was said before it: the figure or sentence before, the intro, the heading."""

from __future__ import annotations

import re
from collections.abc import Sequence

from boardmine.extractors.claims import Claim, Figure, Follow, Governor
from boardmine.extractors.prose.joining.foreign import is_labelled_otherwise, is_told_of_grown_ups
from boardmine.extractors.prose.joining.pointing import is_area_alone, is_of_unclaimed_whole, points_at_many
from boardmine.extractors.prose.joining.view import Attachment, View
from boardmine.extractors.prose.labels import LABEL
from boardmine.extractors.support import fits
from boardmine.language.mentions import MemberMention, Use
from boardmine.language.wording import TO_NUMBER, one_of
from boardmine.records import Kind, Unit

_OPENERS = one_of("positively, however, overall")
_POINTERS = one_of(
    "this, that, these, those, it, they, which, of which, of whom, of these, of those, of the, only, from, up, down, "
    "at the end, compared, last year, our target, we aim, we have, we had, we now have, an increase, a further, "
    "a total, a reduction, a rise, a fall, a decrease, a year earlier, a year ago, a year before, the year before, "
    "the previous year"
)
_MEASURES = (
    rf"the\s+(?:[\w-]+\s+){{0,2}}{one_of('rate, figure, number, total, percentage, proportion, average')}\b(?!\s+of\b)"
)
_REST = r"the\s+(?:majority|remaining|\d|target)"
_SMALL_NUMBER = one_of("one, two, three, four, five, six, seven, eight, nine, ten, eleven, twelve")
_SO_MANY = one_of("a, an, also, currently, now, further, only, another, total of")
_THERE_ARE = (
    rf"there\s+{one_of('is, are, was, were, has been, have been')}\s+(?:{_SO_MANY}\s+)*(?:\d|{_SMALL_NUMBER}\b)"
)
_PERFORMANCE = r"(?:performance|the\s+(?:\w+\s+)?average)\b"
_CARD_LINE = rf"{one_of('target, latest, previous')}\W"
_A_TIME = r"(?:in|by|at|on)\s+(?:the\s+)?(?:end\s+of\s+)?(?:(?-i:[A-Z])|\d)"
_ANAPHOR = re.compile(
    rf"^\W*(?:{_OPENERS},?\s+)?(?:{_POINTERS}\b|{_MEASURES}|{_PERFORMANCE}|{_REST}|{_THERE_ARE}|{_CARD_LINE}|{_A_TIME}|\(|\d)",
    re.I,
)
"""A sentence that opens so goes on from the one before it."""

_MOVES = one_of(
    "stood, stands, rose, risen, fell, fallen, grew, grown, come down, gone up, gone down, dropped, increased, "
    "decreased, reduced, went, remains, remained, reached, peaked"
)
_NUMBER_THERE = r"(?:the|this)\s+(?:overall\s+|total\s+)?(?P<what>number|figure|rate|total)s?\s+(?!of\b|for\b)"
_THE_NUMBER = re.compile(
    rf"\b(?:{_NUMBER_THERE}(?:\w+\s+){{0,6}}?(?:is|was|are|were|being|ha[sd]|{_MOVES})|(?:numbers|it)\s+(?:ha[sd]\s+)?{_MOVES})\b",
    re.I,
)
"""`and the number has fallen by`: the number of those spoken of before"""

_LEADS_TO = re.compile(rf"\b(?:is|was|to|from|at|of|compared\s+with)\s+{TO_NUMBER}$", re.I)
_AT = re.compile(rf"\s*(?:at|was|were|is|are|with|of|on)\s+{TO_NUMBER}", re.I)
_NET = re.compile(r"\bnet\s+(?:\w+\s+)?(?:of\s+)?$", re.I)
"""`a net increase of 23`: of those who came and went, what is left"""
_MEETINGS = frozenset({"reviews", "icpcs", "rcpcs"})
"""Populations of meetings: a number of children is none of them."""
_CHILDREN = re.compile(rf"\s*(?:[\w-]+\s+)?{one_of('children, young people, babies, siblings')}\b", re.I)
_OF_THESE = re.compile(r"\s*of\s+(?:these|those|them)\b", re.I)
_OF_THOSE = re.compile(r"(?:^|[.;:,]\s*)\W*of\s+(?:the|those|these|all|our)?\s*(?:\w+\s+){0,4}$", re.I)


class Earlier:
    """Looks for metrics in what stands before and above a figure."""

    def __init__(self, view: View) -> None:
        self._view = view

    def chain(self, figure: Figure, before: Sequence[Claim | None]) -> Attachment | None:
        """What the figure before it in the sentence, or the sentence before, was about."""
        own = self._to_go_on_from(figure, before)
        lead = self._view.sentence.between(*self._view.window_left(figure))
        if figure.kind is Kind.CHANGE and _NET.search(lead):
            net = self._in_and_out(own)
            if net is not None:
                return net
        pointed = _THE_NUMBER.search(lead)
        if own and pointed and (pointed["what"] or "").lower() in ("number", "total"):
            stock = self._counted_before(figure, (*self._recent(), *own)) or self._stock_named(figure)
            if stock is not None:
                return stock
        if own and is_labelled_otherwise(self._view, figure, own[-1].metric):
            return None
        for claim in reversed(own):
            if self._can_take_over(figure, claim):
                stop = self._view.sentence.has_hard_stop(claim.number.end, figure.number.start)
                return Attachment(
                    claim.metric,
                    "taken over from the figure before",
                    1 if stop or (figure.kind is Kind.CHANGE and claim.guesses) else 0,
                    by=dict(claim.by),
                    inherited=claim,
                )
        if figure.index and any(f.follow is Follow.FOREIGN for f in self._view.figures[: figure.index]) and not own:
            return None
        astray = points_at_many(self._view) or is_of_unclaimed_whole(self._view, figure, before)
        recent = () if astray else self._recent()
        topic = self._preceding_topic(figure)
        if topic:
            return topic
        said = self._view.sentence.text[self._view.sentence.start : figure.number.start]
        number = _THE_NUMBER.search(said)
        behind = self._view.sentence.between(figure.number.end, figure.number.end + 14)
        if recent and (
            number or _OF_THESE.match(behind) or is_area_alone(self._view) or _ANAPHOR.search(self._view.whole_text())
        ):
            what = (number["what"] or "").lower() if number else ""
            rated = what == "rate"
            counted = self._counted_before(figure, recent) if what in ("number", "total") else None
            if counted is not None:
                return counted
            for claim in reversed(recent[-3:]):
                if (
                    rated
                    and not claim.metric.rate_of
                    and self._view.catalogue.rate_of(claim.metric.counts or "") is None
                ):
                    continue
                if not claim.partial and self._can_take_over(figure, claim):
                    return Attachment(
                        claim.metric, "taken over from the sentence before", 1, by=dict(claim.by), inherited=claim
                    )
        return None

    def _to_go_on_from(self, figure: Figure, before: Sequence[Claim | None]) -> list[Claim]:
        """The claims before a figure. A change goes on from what stands outside brackets, unless it is in them too."""
        told = [(c, f) for c, f in zip(before, self._view.figures, strict=False) if c]
        if figure.kind is Kind.CHANGE and not figure.enclosed:
            told = [(c, f) for c, f in told if not f.enclosed] or told
        elif figure.number.unit is None and figure.number.value == int(figure.number.value) and not figure.enclosed:
            outside = any(not f.enclosed and c.unit is Unit.COUNT for c, f in told)
            told = [(c, f) for c, f in told if not (outside and f.enclosed and c.unit is Unit.PER_100000)]
        return [c for c, _ in told]

    def _counted_before(self, figure: Figure, recent: Sequence[Claim]) -> Attachment | None:
        """The stock that `the number` is of: those last counted, or those whose rate was given."""
        if figure.number.unit is not None and figure.kind is Kind.LEVEL:
            return None
        for claim in reversed(recent[-6:]):
            metric = claim.metric
            stock = self._view.catalogue.counting(metric.rate_of) if metric.rate_of else metric
            if stock is not None and stock.type == "stock" and stock.counts and claim.unit is not Unit.PERCENT:
                return Attachment(stock, "the number of those spoken of before", 1, by=dict(claim.by), inherited=claim)
        return self._in_and_out(recent)

    def _in_and_out(self, recent: Sequence[Claim]) -> Attachment | None:
        """`38 became looked after and 41 left care, with the number now 381`: the stock that those came to and left."""
        told = {c.metric.id for c in recent[-2:]}
        for subject in {m.partition(".")[0] for m in told}:
            stock = self._view.catalogue.metrics.get(f"{subject}.count")
            if stock is not None and told == {f"{subject}.started", f"{subject}.ceased"}:
                return Attachment(stock, "the number of those who came and left", 1)
        return None

    def _stock_named(self, figure: Figure) -> Attachment | None:
        """The stock whose words stand earlier in the sentence, without a number of their own."""
        for term in self._view.sentence.terms:
            settled = self._view.support.settle(term, figure.number.unit, figure.kind)
            if term.end < figure.number.start and settled and settled[0].type == "stock" and settled[0].counts:
                return Attachment(settled[0], "the number of those named before", 1, term, side="left")
        return None

    def _recent(self) -> tuple[Claim, ...]:
        """The claims that this sentence may refer back to. An item of a list whose intro says what it is about does
        not refer to the item before it."""
        listed = self._view.scope.is_item and any(
            g.kind == "intro" and (g.claims or g.passage.terms) for g in self._view.scope.governors
        )
        goes_on = self._view.scope.is_item and self._view.sentence.start > 0
        return self._view.scope.own if listed or goes_on else self._view.scope.recent

    def _preceding_topic(self, figure: Figure) -> Attachment | None:
        """What the sentence before is about, where it has no figure and this one points back: `This is a rise of 5`."""
        start, end = self._view.scope.preceding
        text = self._view.sentence.text[self._view.sentence.start : self._view.sentence.end]
        if start == end or not re.match(r"\W*(?:this|it|that|these)\b", text, re.I):
            return None
        settled = self._view.settled(figure, start, end)
        if not settled:
            return None
        _, metric, reading = settled[-1]
        return Attachment(metric, "what the sentence before is about", 1, None, dict(reading.by), side="above")

    def _can_take_over(self, figure: Figure, claim: Claim) -> bool:
        if claim.unit is Unit.POINTS and figure.number.unit is None:
            return False
        behind = self._view.sentence.between(figure.number.end, figure.number.end + 30)
        if (
            claim.metric.type == "mean"
            and figure.follow is Follow.GENERIC
            and not _LEADS_TO.search(self._view.lead(figure))
        ):
            return False
        no_children = is_told_of_grown_ups(claim.metric) or claim.metric.counts in _MEETINGS
        if no_children and _CHILDREN.match(behind):
            return False
        if claim.kind is Kind.CHANGE and claim.unit is Unit.PERCENT and figure.kind is Kind.LEVEL:
            return fits(claim.metric, figure.number.unit, figure.kind)
        if figure.kind is Kind.LEVEL and claim.kind is Kind.LEVEL and figure.number.unit is None:
            return claim.unit is not Unit.PERCENT and fits(claim.metric, None, figure.kind)
        return fits(claim.metric, figure.number.unit, figure.kind)

    def by_member(self, figure: Figure, before: Sequence[Claim | None]) -> Attachment | None:
        """A metric spoken of above that has the dimension whose member stands at the number, where the figure
        before it has not: `NEET 23% Education 66%` under `Education, employment and training`."""
        if any(
            _AT.fullmatch(self._view.sentence.between(a.end, figure.number.start)) for a in self._view.sentence.areas
        ):
            # `than our neighbours at 92%`: the same of another area
            return None
        ahead = figure.follow in (Follow.MEMBER, Follow.VERB, Follow.GENERIC)
        side = "right" if ahead else "left"
        window = self._view.window_right(figure) if ahead else self._view.window_left(figure)
        members = self._view.sentence.passage.within(self._view.sentence.members, *window)
        named = {d for m in members if not self._names_metric(m) for d, _ in m.members}
        if self._view.scope.is_item and figure.labelled:
            ages = self._view.sentence.passage.within(self._view.sentence.quantities, *window)
            named |= {"age" for q in ages if q.use is Use.AGE and q.reading}
        last = next((c for c in reversed(before) if c), None)
        if not named or (last and named & set(last.metric.by)):
            return None
        if not self._view.sentence.terms and self._member_beside(figure):
            for claim in reversed([*self._recent()[-2:], *self._view.scope.own[-6:]]):
                if named & set(claim.metric.by) and fits(claim.metric, figure.number.unit, figure.kind):
                    return Attachment(claim.metric, "the breakdown of what was spoken of before", 1, side=side)
        pools = [[t for t in self._view.sentence.terms if t.end <= figure.number.start]]
        listed = self._view.scope.is_item
        if figure.kind is Kind.LEVEL or listed:
            pools += [list(g.passage.terms) for g in self._view.scope.governors if listed or g.kind != "title"]
        for pool in pools:
            for term in reversed(pool):
                settled = self._view.support.settle(term, figure.number.unit, figure.kind)
                if settled and not settled[1].weak and named & set(settled[0].by):
                    return Attachment(settled[0], "the breakdown of what is spoken of above", 1, side=side)
        return None

    def _names_metric(self, member: MemberMention) -> bool:
        """Whether the words for a member name a metric of its own, which comes before the breakdown."""
        metrics = self._view.catalogue.metrics
        terms = (t for t in self._view.sentence.terms if t.start <= member.start and member.end <= t.end)
        readings = (r for t in terms for r in t.readings if not r.weak)
        return any(not any(d in metrics[r.metric].by for d, _ in member.members) for r in readings)

    def _member_beside(self, figure: Figure) -> bool:
        """Whether a member stands within three words of the number, and is more than `other`."""
        ages = (q for q in self._view.sentence.quantities if q.use is Use.AGE and q.reading)
        members = (m for m in self._view.sentence.members if any(member != "other" for _, member in m.members))
        for mention in (*members, *ages):
            low, high = (
                sorted((figure.number.end, mention.start))
                if mention.start >= figure.number.end
                else (mention.end, figure.number.start)
            )
            if low <= high and self._view.sentence.words_between(low, high) <= 5:
                return True
        return False

    def governing(self, figure: Figure) -> Attachment | None:
        """What the intro, the heading or the caption above is about. A heading that runs into its paragraph says it of
        the first sentence; those after it go on from that."""
        listed = figure.number.start - self._view.sentence.start < 40
        for governor in self._governors_of_metric():
            if governor.kind == "heading" and not listed:
                continue
            if governor.kind == LABEL and self._view.scope.own:
                continue
            whole = next(
                (c for c in reversed(governor.claims) if fits(c.metric, figure.number.unit, figure.kind)), None
            )
            if whole and governor.kind == "intro":
                return Attachment(whole.metric, "taken over from the intro", 0, by=dict(whole.by), inherited=whole)
            for term in reversed(governor.passage.terms):
                settled = self._view.support.settle(term, figure.number.unit, figure.kind)
                if settled and not settled[1].weak and not settled[1].counted:
                    metric, reading = settled
                    return Attachment(
                        metric, f"taken over from the {governor.kind}", 1, by=dict(reading.by), side="above"
                    )
        return None

    def _governors_of_metric(self) -> list[Governor]:
        """Intros and captions, and the innermost heading; headings further out and the title fix no metric."""
        nearest = [g for g in self._view.scope.governors if g.kind != "title"]
        headings = [g for g in nearest if g.kind == "heading"]
        return [g for g in nearest if g.kind != "heading" or g is headings[0]]

    def known(self) -> list[Claim]:
        """The claims that govern the sentence and those just before it."""
        claims = [c for g in reversed(self._view.scope.governors) for c in g.claims]
        return [*claims, *self._view.scope.recent]
