"""The metric of a figure from the words beside it: counted behind the number, or a label before it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from boardmine.catalogue.model import Metric
from boardmine.extractors.claims import Figure, Follow
from boardmine.extractors.prose.joining.deeds import is_foreign_deed, is_told_of_people
from boardmine.extractors.prose.joining.elsewhere import is_part_of_part, is_placed_elsewhere
from boardmine.extractors.prose.joining.foreign import is_told_of_grown_ups
from boardmine.extractors.prose.joining.view import Attachment, View
from boardmine.language.mentions import Reading, TermMention
from boardmine.language.wording import CAUSE, PEOPLE
from boardmine.records import Kind, Unit

_PLACE = re.compile(r"\b(?:homes?|schools?|settings?|units?|establishments?|providers?|agenc(?:y|ies))$", re.I)
_AUXILIARY = frozenset("young were was are is have has had been be also then".split())
_OTHER_SERVICE = "other_service"
"""The population of the vocabulary that names bodies with contacts and referrals of their own."""
_WHY = re.compile(rf"\b{CAUSE}\b", re.I)
"""Behind it stands why, and nothing more of whom a number counts."""
_OF_THEM_ARE = re.compile(
    r"\s*of\s+(?:them|these|those|whom|which)\s+(?:young\s+people\s+|children\s+)?(?:are|were|is|was)\s+", re.I
)
_HAVE = re.compile(r"\b(?:have|has|had)\b", re.I)
_OF_PLACES = re.compile(r"\s*(?:of\s+(?:the|our|its|these|their)\s+)?(?:[\w-]+\s+)?", re.I)
_ONE_SUCH = re.compile(r"(?<!\bof)\s+(?:the|an?|their|his|her|one)\s+$", re.I)
_IN_SHARE = re.compile(r"\bin\s+$", re.I)
_FOUND_THAT = re.compile(
    r"[^.;:()]{0,40}(?:\([^()]*\))?\s*(?:it\s+was|we)\s+(?:found|noted|evident|clear)\s+that\b", re.I
)
"""`in 12% of reviews it was found that ...`: a finding of its own kind"""


class Nearby:
    """Looks for terms beside the figures of one sentence, left to right."""

    def __init__(self, view: View) -> None:
        self._view = view
        self.used: list[TermMention] = []
        """Terms that a figure to their left counts; they are no label of the next figure."""

    def right(self, figure: Figure) -> Attachment | None:
        """What the figure counts: a term behind it, and of people the property that stands further on."""
        start, end = self._view.window_right(figure)
        found = [f for f in self._view.settled(figure, start, end) if f[0].start >= figure.number.start]
        found = [
            f for f in found if f[1].units != (Unit.RATIO,) and self._view.near_enough(f, figure.number.end, f[0].start)
        ]
        if figure.kind is Kind.CHANGE and figure.follow is not Follow.TERM:
            found = [f for f in found if not f[2].counted]
        found = [f for f in found if not self._is_elsewhere(figure, f[1], f[0]) and not self._is_single(figure, *f[:2])]
        told = [f for f in found if not _WHY.search(self._view.sentence.between(figure.number.end, f[0].start))]
        found = told or found
        tied = [f for f in found if self._view.tied_ahead(figure, f[0]) and not self._is_bracketed_next(figure)]
        if tied and self._labels(figure):
            found = [f for f in found if f not in tied]
        if not found:
            return None
        strong = [f for f in found if not f[2].weak]
        nearest = self._view.sentence.words_between(figure.number.end, found[0][0].start)
        straight = nearest == 0 or self._leads_straight(figure, found[0][0])
        adjacent = straight and strong and strong[0][0].start - found[0][0].end > 3
        term, metric, reading = found[0] if adjacent else (strong or found)[0]
        for head in found[1:]:
            own = self._view.is_property(metric, head[1])
            if not own and head[0].start - term.end in (0, 1) and self.is_modifier(term, head[1]):
                term, metric, reading = head
        if metric.counts:
            for other_term, other, other_reading in found:
                if other_term.start < term.start:
                    continue
                gap = self._view.sentence.between(term.end, other_term.start)
                narrower = other.counts is None or other.counts not in metric.of
                if (
                    narrower
                    and self._view.is_property(other, metric)
                    and (figure.number.unit is Unit.PERCENT or "," not in gap)
                ):
                    term, metric, reading = other_term, other, other_reading
                    break
        if figure.number.unit is Unit.PERCENT and metric.counts and term in self.base_of(figure):
            term, metric, reading = self._told_of_base(term, found) or (term, metric, reading)
        if is_part_of_part(self._view.sentence, figure, term, metric, found):
            return None
        if self._is_part_that_is_all(figure, term, metric):
            return None
        doubts = 1 if reading.weak else 0
        distance = self._view.sentence.words_between(figure.number.end, term.start)
        reason = (
            "words for the metric right behind the number"
            if distance <= 4
            else "words for the metric behind the number"
        )
        if distance > 14 or self._view.sentence.clause_breaks(figure.number.end, term.start) > 1:
            doubts += 1
        return Attachment(metric, reason, doubts, term, dict(reading.by))

    def _told_of_base(
        self, base: TermMention, found: Sequence[tuple[TermMention, Metric, Reading]]
    ) -> tuple[TermMention, Metric, Reading] | None:
        """`77% of those who left care had a pathway plan`: what a share of some is told to have, whosever it is."""
        for term, metric, reading in found:
            between = self._view.sentence.between(base.end, term.end)
            if term.start >= base.end and metric.of and not reading.weak and _HAVE.search(between):
                return term, metric, reading
        return None

    def _is_part_that_is_all(self, figure: Figure, term: TermMention, metric: Metric) -> bool:
        """`88 of them were children in care`: some of those told of before, not all whom the metric counts."""
        if metric.counts is None or metric.of or figure.number.unit is not None or figure.kind is not Kind.LEVEL:
            return False
        return _OF_THEM_ARE.fullmatch(self._view.sentence.between(figure.number.end, term.start)) is not None

    def _is_single(self, figure: Figure, term: TermMention, metric: Metric) -> bool:
        """`For 27 children the officer sought advice`: a grown-up of theirs, who is not counted."""
        plural = self._view.sentence.text[term.start : term.end].lower().endswith("s")
        if figure.follow is not Follow.GENERIC or plural or not is_told_of_grown_ups(metric):
            return False
        return _ONE_SUCH.search(self._view.sentence.between(figure.number.end, term.start)) is not None

    def _is_bracketed_next(self, figure: Figure) -> bool:
        """Whether the next figure stands in brackets: `3 sentenced to custody (5 in 2022/23)` counts the same twice."""
        following = self._view.figures[figure.index + 1 : figure.index + 2]
        return bool(following) and following[0].bracketed

    def is_modifier(self, term: TermMention, metric: Metric) -> bool:
        """Whether words are but a member of the metric that is named right behind them: `separated care leavers`."""
        members = (m for m in self._view.sentence.members if m.start == term.start and m.end == term.end)
        return any(dimension in metric.by for m in members for dimension, _ in m.members)

    def _leads_straight(self, figure: Figure, term: TermMention) -> bool:
        """Whether only people and an auxiliary stand between a number and a term: `8 children were removed`."""
        between = self._view.sentence.passage.tokens_between(figure.number.end, term.start)
        return all(token.lower in PEOPLE or token.lower in _AUXILIARY for token in between)

    def _labels(self, figure: Figure) -> list[tuple[TermMention, Metric, Reading]]:
        """What may label a figure: the terms before it that no figure before it has taken."""
        start, end = self._view.window_left(figure)
        limit = self._view.window_right(figure)[1]
        found = [f for f in self._view.settled(figure, start, end) if f[0].end <= end or f[0].end <= limit]
        found = [f for f in found if f[1].units != (Unit.RATIO,) and not f[2].counted and f[0] not in self.used]
        found = [f for f in found if self._view.near_enough(f, f[0].segments[0][1], figure.number.start)]
        return [f for f in found if not self._is_aside(f[0], figure)] or found

    def _is_aside(self, term: TermMention, figure: Figure) -> bool:
        """Whether a term stands in brackets that close before the figure: `Rate (of all children in care): 73`."""
        before = self._view.sentence.between(self._view.sentence.start, term.start)
        between = self._view.sentence.between(term.end, figure.number.start)
        return before.count("(") > before.count(")") and ")" in between

    def left(self, figure: Figure) -> Attachment | None:
        """What the figure is the value of: a label before it."""
        found = self._labels(figure)
        if not found:
            return None
        strong = [f for f in found if not f[2].weak]
        term, metric, reading = (strong or found)[-1]
        if metric.counts:
            for other_term, other, other_reading in reversed(found):
                if self._view.is_property(other, metric):
                    term, metric, reading = other_term, other, other_reading
                    break
        doubts = 1 if reading.weak else 0
        if self._view.sentence.clause_breaks(term.end, figure.number.start) > 1:
            doubts += 1
        return Attachment(metric, "words for the metric before the number", doubts, term, dict(reading.by), side="left")

    def behind(self, figure: Figure) -> Attachment | None:
        """The metric named behind the bracket that a share stands in: `for some (21%) it is more than 20 miles`."""
        found = [
            f
            for f in self._view.settled(figure, *self._view.behind_bracket(figure))
            if not f[2].weak and not f[2].counted
        ]
        if not found:
            return None
        term, metric, reading = found[0]
        return Attachment(metric, "words for the metric behind the brackets", 1, term, dict(reading.by))

    def label(self, figure: Figure) -> Attachment | None:
        """The metric of a label that opens the sentence: `Review conferences: 92% on time; 75 held in July`."""
        colon = self._view.sentence.text.find(
            ":", self._view.sentence.start, min(figure.number.start, self._view.sentence.start + 80)
        )
        if colon < 0:
            return None
        settled = self._view.settled(figure, self._view.sentence.start, colon + 1)
        if not settled:
            return None
        counted = [s for s in settled if s[1].counts] if figure.number.unit is None else []
        term, metric, reading = (counted or settled)[-1]
        return Attachment(metric, "the label that opens the sentence", 1, term, dict(reading.by), side="left")

    def leads_to(self, figure: Figure, right: Attachment) -> bool:
        """Whether a preposition leads from the number straight to the term: `22% with a plan`."""
        if right.term is None:
            return False
        between = self._view.sentence.between(figure.number.end, right.term.start)
        return re.fullmatch(r"\s*(?:[a-z’']+\s+){1,4}", between) is not None and "and" not in between.split()

    def behind_change(self, figure: Figure, right: Attachment) -> bool:
        """Whether what changed is named behind the number: `reduction in ...`, `159 looked after children`."""
        if right.term is None:
            return False
        between = self._view.sentence.between(figure.number.end, right.term.start)
        return (
            len(between) < 90 and "," not in between and not re.search(r"\b(?:from|to|since|compared|and)\b", between)
        )

    def is_told_of(self, figure: Figure, right: Attachment | None) -> bool:
        """Whether a term is said of the figure itself, with no clause between."""
        if right is None or right.term is None:
            return False
        between = self._view.sentence.between(figure.number.end, right.term.start)
        return len(between) < 60 and re.search(r"[,;:(]|\band\b", between) is None

    def is_close(self, figure: Figure, right: Attachment, words: int = 3) -> bool:
        """Whether a term stands within so many words behind the number."""
        return (
            right.term is not None and self._view.sentence.words_between(figure.number.end, right.term.start) <= words
        )

    def _counts_places(self, figure: Figure, metric: Metric, term: TermMention) -> bool:
        """`seven children's homes`: homes are counted, not the children who live in them."""
        if metric.type != "stock" or not metric.of or figure.number.unit is not None:
            return False
        between = self._view.sentence.between(figure.number.end, term.start)
        words = self._view.sentence.text[term.start : term.end]
        place = (
            None
            if re.match(r"(?:in|with|at|live|lived|living|placed|reside|attend\w*)\b", words, re.I)
            else _PLACE.search(words)
        )
        return place is not None and _OF_PLACES.fullmatch(between) is not None and "in" not in between.split()

    def _is_divisor(self, term: TermMention) -> bool:
        """`47 per officer`: the officer is not counted."""
        return (
            re.search(r"\b(?:per|each|every)\s+$", self._view.sentence.between(term.start - 7, term.start), re.I)
            is not None
        )

    def base_of(self, figure: Figure) -> list[TermMention]:
        """What a share is said to be of: `34% of all children living in the area`."""
        return [
            t
            for t in self._view.sentence.terms
            if re.fullmatch(
                r"\s*(?:of|for|among|amongst|across)\s+(?:(?!and\b)[\w’']+\s+){0,3}",
                self._view.sentence.between(figure.number.end, t.start),
            )
        ]

    def counts_else(self, figure: Figure) -> bool:
        """Whether what stands right behind a number is counted in another sense than the catalogue's: those whose
        deeds are told (`6 foster carers attended training`), places, or the divisor of an average."""
        behind = self._view.sentence.between(figure.number.end, figure.number.end + 120)
        if (
            figure.number.unit is Unit.PERCENT
            and _IN_SHARE.search(self._view.lead(figure))
            and _FOUND_THAT.match(behind)
        ):
            return True
        if figure.number.unit is not None or figure.kind is not Kind.LEVEL or figure.follow is not Follow.TERM:
            return False
        start, end = self._view.window_right(figure)
        terms = [f for f in self._view.settled(figure, start, end) if f[0].start >= figure.number.start]
        if any(m.family == "demand" and m.type == "flow" for _, m, _ in terms[:1]) and self._is_of_another(figure):
            return True
        nearest = terms[0] if terms and is_told_of_grown_ups(terms[0][1]) else None
        if nearest and is_told_of_people(self._view, figure, nearest[1], nearest[0]):
            return True
        return bool(terms) and all(self._is_elsewhere(figure, metric, term) for term, metric, _ in terms)

    def _is_of_another(self, figure: Figure) -> bool:
        """Whether a service other than the council's is told of: `CAMHS accepted 58 referrals`."""
        start, end = self._view.window_left(figure)
        named = self._view.sentence.passage.within(self._view.sentence.populations, start, end)
        return any(p.population == _OTHER_SERVICE for p in named)

    def _is_elsewhere(self, figure: Figure, metric: Metric, term: TermMention) -> bool:
        if is_placed_elsewhere(self._view.sentence, term):
            return True
        told = is_told_of_people(self._view, figure, metric, term) or is_foreign_deed(self._view, figure, metric, term)
        return told or self._counts_places(figure, metric, term) or self._is_divisor(term)

    def up_to(self, figure: Figure, term: TermMention) -> list[TermMention]:
        """The terms from the figure to the end of one behind it."""
        return [t for t in self._view.sentence.terms if figure.number.start <= t.start and t.end <= term.end]
