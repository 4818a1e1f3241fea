"""Which metric each figure of a sentence is a value of: the places to look, in their order.

A figure looks to its right where something is counted there (`14 adoption orders`, `27 young people were ...`), and
to its left where a label stands there (`Adoption orders: 14`, `the rate was 125.5`). Where its own window holds no
term, it takes over from the figure before it, from the sentence before, or from what governs the passage.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from boardmine.catalogue.model import Metric
from boardmine.extractors.claims import Claim, Figure, Follow
from boardmine.extractors.prose.joining.behind import shares_its_verb
from boardmine.extractors.prose.joining.denial import is_the_rest
from boardmine.extractors.prose.joining.earlier import Earlier
from boardmine.extractors.prose.joining.foreign import counts_another_thing, is_deed_of_grown_ups, is_of_grown_ups
from boardmine.extractors.prose.joining.listed import coordinated
from boardmine.extractors.prose.joining.nearby import Nearby
from boardmine.extractors.prose.joining.parts import Parts, is_base
from boardmine.extractors.prose.joining.pointing import is_elliptic, is_of_unclaimed_whole
from boardmine.extractors.prose.joining.shapes import Shapes
from boardmine.extractors.prose.joining.small import is_sure_enough
from boardmine.extractors.prose.joining.view import Attachment, View
from boardmine.language.wording import ABOUT, TO_NUMBER, one_of
from boardmine.records import Kind, Unit

_PEOPLE = one_of("children in care, children, young people, care leavers, looked after children, them")
_SOME = re.compile(
    rf"\b(?:some|others?|those|many|most|few|majority|several)(?:\s+of\s+(?:the\s+|our\s+|these\s+|all\s+)*{_PEOPLE})?"
    r"\s*\(\s*(?:[a-z]+\s+)?$",
    re.I,
)
_OF_SOME = re.compile(r"\s*\)\s*of\b", re.I)
"""`17% (58) of conferences did not`: what stands behind is the base of the share."""
_TOLD_BEFORE = re.compile(rf"\s*(?:[:=]|(?:(?:was|were|is|are)\s+)?(?:\w+\s+)?(?:for|with|of))\s*{TO_NUMBER}", re.I)
_ENDS_IN_PREPOSITION = re.compile(r"\s(?:with|of|for)$", re.I)
_SO_MANY_OF = re.compile(r"\b(?:total|number|group)\s+of\s+$", re.I)
"""`a total of 12 staff`: what is counted stands behind."""
_IS_ABOUT = re.compile(rf"[^,;:()\d]*(?:\d[^,;:()]*)?\b(?:of|was|is|at)\s+{TO_NUMBER}", re.I)
"""`an average caseload of 30 cases`, `the average caseload on 31 March was 72 children`"""
_BY = re.compile(r"\bby\s*$", re.I)
"""`overseen by 2 managers`: something else is counted."""


class Joiner:
    """Finds the metrics for the figures of one sentence, left to right."""

    def __init__(self, view: View) -> None:
        self._view = view
        self._earlier = Earlier(self._view)
        self._nearby = Nearby(self._view)
        self._parts = Parts(self._view)
        self._shapes = Shapes(self._view, self._earlier, self._parts)

    def attach(self, figure: Figure, before: Sequence[Claim | None]) -> Attachment | None:
        """The metric of a figure. `before` holds what became of the figures before it, by index."""
        if figure.group != figure.index and before[figure.group] is not None:
            return self._shapes.of_group(figure, before[figure.group])
        if figure.group != figure.index:
            return self._alone(figure, self._view.figures[figure.group])
        if is_the_rest(self._view.sentence, figure.number.end):
            return self._shapes.rest(before)
        if figure.whole:
            return self._shapes.of_whole(figure, before)
        special = (
            self._shapes.ratio(figure)
            or self._shapes.restated(figure)
            or self._shapes.rate(figure)
            or self._shapes.event(figure, before)
            or self._shapes.same_event(figure, before)
        )
        if special:
            return special
        if (
            self._nearby.counts_else(figure)
            or self._view.denies_before(figure)
            or self._parts.is_of_unknown(figure, before)
        ):
            return None
        right = self._nearby.right(figure)
        left = self._nearby.left(figure)
        chain = self._earlier.by_member(figure, before) or self._earlier.chain(figure, before)
        base: Metric | None = None
        for found in self._order(figure, before, right, left, chain):
            if found is None or not is_sure_enough(self._view, figure, found, before):
                continue
            if is_of_grown_ups(self._view, figure, found, self._nearby.base_of(figure)):
                continue
            if found.term is None and is_of_unclaimed_whole(self._view, figure, before):
                continue
            if is_deed_of_grown_ups(self._view, figure, found, before):
                continue
            if self._is_only_base(figure, found):
                base = found.metric
            elif base is None or self._view.is_property(found.metric, base):
                if found.side == "right" and found.term is not None:
                    self._nearby.used += self._nearby.up_to(figure, found.term)
                if figure.number.unit is Unit.PERCENT:
                    self._nearby.used += self._nearby.base_of(figure)
                return found
        return None

    def _alone(self, figure: Figure, head: Figure) -> Attachment | None:
        """A count in brackets behind a share that no metric has (`9% (346) concerned children in care`), or a share
        behind a count that none has: `four achieved grade 5 in English and maths (13%)`."""
        if figure.number.unit is Unit.PERCENT and figure.kind is Kind.LEVEL and head.follow is not Follow.FOREIGN:
            share = self._nearby.right(replace(head, number=replace(head.number, unit=Unit.PERCENT)))
            return share if share and not share.doubts else None
        if figure.number.unit is not None or figure.kind is not Kind.LEVEL or head.follow is Follow.FOREIGN:
            return None
        if _OF_SOME.match(self._view.sentence.between(figure.number.end, figure.number.end + 10)):
            return None
        found = self._nearby.behind(figure)
        return (
            found
            if found and found.term and self._view.sentence.words_between(figure.number.end, found.term.start) < 6
            else None
        )

    def _order(
        self,
        figure: Figure,
        before: Sequence[Claim | None],
        right: Attachment | None,
        left: Attachment | None,
        chain: Attachment | None,
    ) -> Sequence[Attachment | None]:
        if figure.kind is Kind.CHANGE:
            near = right if right and self._nearby.behind_change(figure, right) else None
            return near, left, chain, right, self._earlier.governing(figure)
        if figure.follow is Follow.TERM:
            if (
                right
                and left
                and figure.number.unit is Unit.PERCENT
                and self._view.is_property(left.metric, right.metric)
            ):
                return left, right, chain
            if right and left and self._is_told_before(figure, left, right):
                return left, right, chain
            if right and chain and figure.number.unit is Unit.PERCENT and self._is_base(figure, chain, right):
                return chain, right
            unlabelled = right is None and figure.number.unit is None and not figure.from_baseline
            if unlabelled and left and counts_another_thing(self._view, figure, left):
                return (chain,) if chain and chain.inherited else ()
            return right, left, chain
        if chain is not None and self._parts.is_share_of_base(figure, chain.metric):
            return chain, left
        if (
            chain is not None
            and chain.inherited is not None
            and left is not None
            and is_elliptic(self._view, figure, left)
        ):
            return chain, left
        label = self._nearby.label(figure)
        percent = figure.number.unit is Unit.PERCENT
        if (
            figure.bracketed
            and figure.follow is Follow.BARE
            and left is None
            and _SOME.search(self._view.sentence.between(figure.number.start - 60, figure.number.start))
        ):
            return self._nearby.behind(figure), chain, label, self._earlier.governing(figure)
        foreign = figure.follow is Follow.FOREIGN and not percent
        if foreign and _BY.search(self._view.lead(figure)):
            return ()
        if foreign and _SO_MANY_OF.search(self._view.lead(figure)):
            return left, label
        if figure.labelled and self._parts.is_share_of_so_many(figure, left, right):
            return right, left, chain
        if figure.labelled or figure.from_baseline or (figure.bracketed and figure.follow is Follow.BARE):
            return left, chain, label, right, self._earlier.governing(figure)
        if figure.follow in (Follow.GENERIC, Follow.VERB, Follow.MEMBER):
            adjacent = left is not None and left.term is not None and self._is_value_of(figure, left)
            beside = left if figure.follow is Follow.MEMBER or percent or adjacent else None
            if adjacent and right is not None and right.doubts:
                right = None
            if right and left and percent and (adjacent or self._is_told_before(figure, left, right)):
                property_first = self._view.is_property(left.metric, right.metric)
                right = None if property_first else right
            if figure.of_people and left is not None and not left.doubts and not self._nearby.is_told_of(figure, right):
                return left, right, chain
            named = self._earlier.by_member(figure, before) if figure.follow is Follow.MEMBER else None
            return (
                right,
                named,
                beside,
                coordinated(self._view, self._nearby, figure),
                chain,
                label,
                self._earlier.governing(figure),
            )
        if foreign:
            close = right is not None and right.doubts == 0 and self._nearby.is_close(figure, right)
            return (right,) if close and not self._is_about(figure, right) else ()
        near = right if right and right.doubts == 0 and self._nearby.leads_to(figure, right) else None
        if near and near.term and chain and chain.inherited and self._nearby.is_modifier(near.term, chain.metric):
            near = None
        if near and left and left.term and "," in self._view.sentence.between(left.term.end, figure.number.start):
            left = None
        far = right if percent or (right and right.doubts == 0) else None
        return (
            left,
            near,
            coordinated(self._view, self._nearby, figure),
            chain,
            label,
            far,
            self._earlier.governing(figure),
        )

    def _is_only_base(self, figure: Figure, found: Attachment) -> bool:
        """`27.8% of the 1,083 children in care`: the share is of them, of what is said elsewhere."""
        if figure.kind is not Kind.LEVEL or found.term is None:
            return False
        if figure.number.unit is None:
            return self._parts.says_only_whole(figure, found)
        if figure.number.unit is not Unit.PERCENT:
            return False
        following = self._view.figures[figure.index + 1 : figure.index + 2]
        if following and found.metric.counts and shares_its_verb(self._view, figure, following[0].number):
            return True
        whole = found.metric.counts is not None and not found.metric.of
        if found.side == "right" and found.term in self._nearby.base_of(figure) and is_base(found.metric):
            return found.metric.counts is not None and not self._parts.members_near(found)
        over = any(f.whole and f.number.end <= found.term.start for f in self._view.figures[figure.index + 1 :])
        return whole and over and found.side == "right" and not self._members_behind(figure, found)

    def _members_behind(self, figure: Figure, found: Attachment) -> bool:
        """Whether a breakdown of the metric is named anywhere behind the figure."""
        sentence = self._view.sentence
        behind = (m for m in sentence.members if m.start >= figure.number.end)
        return any(d in found.metric.by for m in behind for d, _ in m.members)

    def _is_told_before(self, figure: Figure, left: Attachment, right: Attachment) -> bool:
        """`SEN support: 84 children in care`, `in touch with 212 of its care leavers`: the property stands before those
        who have it."""
        if left.term is None or left.doubts or not self._view.is_property(left.metric, right.metric):
            return False
        preposition = _ENDS_IN_PREPOSITION.search(self._view.sentence.text, left.term.start, left.term.end)
        start = preposition.start() if preposition else left.term.end
        return _TOLD_BEFORE.fullmatch(self._view.sentence.between(start, figure.number.start)) is not None

    def _is_about(self, figure: Figure, right: Attachment | None) -> bool:
        """`12 recommendations on care leavers`, `9 meetings and`: the term is what they are about, or another thing."""
        if right is None or right.term is None:
            return False
        between = self._view.sentence.between(figure.number.end, right.term.start)
        return re.search(r"[,;]|\b(?:and|on|about|regarding|concerning|are|is)\b", between, re.I) is not None

    def _is_value_of(self, figure: Figure, left: Attachment) -> bool:
        """Whether a number is the value of the term right before it: `NEET 12`, `an average caseload of 30 cases`."""
        if left.term is None:
            return False
        between = self._view.sentence.between(left.term.end, figure.number.start)
        beside = len(between) <= 1 or re.fullmatch(rf"\s*{ABOUT}\s*", between, re.I) is not None
        return beside or (left.metric.type == "mean" and _IS_ABOUT.fullmatch(between) is not None)

    def _is_base(self, figure: Figure, chain: Attachment, right: Attachment) -> bool:
        """`31 are unaccompanied, 6% of all looked after`: the words behind a share are what it is a share of."""
        return right.term in self._nearby.base_of(figure) and self._view.is_property(chain.metric, right.metric)
