"""A part counted out of a whole: `139 of our 402 care leavers live in supported lodgings`, `of the 93 who are NEET`.

The words behind the whole's number, up to the verb, name the whole; what is true of the part stands behind the verb.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from boardmine.catalogue.model import Metric
from boardmine.extractors.claims import Claim, Figure, Follow
from boardmine.extractors.prose.joining.view import Attachment, View
from boardmine.extractors.prose.labels import LABEL
from boardmine.language.annotate import Token
from boardmine.language.mentions import TermMention
from boardmine.language.wording import VERBS, one_of
from boardmine.records import Unit

_OUT_OF = re.compile(r"\s*(?:\([^()]*\)\s*)?(?:out\s+)?of\s+(?:[a-z]+\s+){0,4}", re.I)
"""Between a part and its whole."""
_MAIN_VERB = re.compile(r"(?<!who )(?<!that )(?<!which )\b(?:were|are|have|had|was|is|has)\b", re.I)
_WHO = re.compile(r"\b(?:who|that|which)\b", re.I)
_OF_SUCH = re.compile(
    r"[^.;,]*?\b"
    + one_of("who, that, whose, which, surveyed, asked, interviewed, sampled, responding, taking part, audited, seen")
    + r"\b",
    re.I,
)
"""What tells which of all are the whole: `of the 820 pupils who answered`."""
_OF_THESE = re.compile(r"\bof\s+(?:these|those)\s+$", re.I)
_OF_THEM = re.compile(r"\s*of\s+them\b", re.I)
_RELATIVE = frozenset(("who", "that", "which", "also"))


class Parts:
    """Answers what the words behind a whole's number say of the whole, and what of its part."""

    def __init__(self, view: View) -> None:
        self._view = view

    def named(self, whole: Figure) -> Attachment | None:
        """The whole by the words right behind its number: `of the 64 who are NEET`."""
        start, end = self._view.window_right(whole)
        verb = _MAIN_VERB.search(self._view.sentence.text[whole.number.end : end])
        heads = [h for h in self._view.settled(whole, start, end) if not self._tells_of_part(h[0], h[1])]
        if whole.follow not in (Follow.TERM, Follow.GENERIC) or not heads:
            return None
        limit = whole.number.end + verb.start() if verb else end
        named = [h for h in heads if h[0].start < limit]
        if not named and whole.follow is Follow.GENERIC:
            return None
        heads = named or heads[:1]
        narrower = [h for h in heads[1:] if self._view.is_property(h[1], heads[0][1])]
        of_those = [h for h in narrower if self._is_of_those(heads[0][0], h[0])]
        term, metric, reading = (of_those or heads)[0]
        return Attachment(metric, "words for the metric right behind the number", 0, term, dict(reading.by))

    def _tells_of_part(self, term: TermMention, metric: Metric) -> bool:
        """Whether the words of a property run over the verb: `of 260 plans were issued within 20 weeks`."""
        words = self._view.sentence.text[term.start : term.end]
        return bool(metric.of) and metric.type == "flow" and _MAIN_VERB.search(words) is not None

    def _is_of_those(self, whom: TermMention, what: TermMention) -> bool:
        """Whether a relative clause or a preposition says a property of people: `the 72 care leavers who are NEET`,
        `the 36 care leavers at university have`."""
        between = self._view.sentence.between(whom.end, what.start)
        if _WHO.search(between):
            return True
        behind = self._view.sentence.tokens_after(what.end, 1)
        told = bool(behind) and (behind[0].lower == "," or _is_verb(behind[0]))
        return told and not between.strip()

    def is_of_unknown(self, figure: Figure, before: Sequence[Claim | None]) -> bool:
        """`24 young people answered, 18 of whom were in care`, `of the 820 pupils who answered, 12 were fostered`:
        those whom the part is of are not what a metric counts, so neither is the part."""
        if self._is_of_such(figure, before):
            return True
        if self._is_share_of_them(figure, before):
            return True
        if not figure.index or not self._view.is_part(figure) or figure.number.unit is not None:
            return False
        whole = self._view.figures[self._view.figures[figure.index - 1].group]
        return before[whole.index] is None and whole.number.unit is None and whole.follow is Follow.GENERIC

    def _is_share_of_them(self, figure: Figure, before: Sequence[Claim | None]) -> bool:
        """`1,200 pupils travel by bus; 30% of them have a plan`: of some who were counted, and are no known value."""
        if figure.number.unit is not Unit.PERCENT or any(before):
            return False
        people = any(f.follow is Follow.GENERIC and f.number.unit is None for f in self._view.figures[: figure.index])
        behind = self._view.sentence.between(figure.number.end, figure.number.end + 10)
        return people and _OF_THEM.match(behind) is not None

    def _is_of_such(self, figure: Figure, before: Sequence[Claim | None]) -> bool:
        whole = self._view.figures[0]
        if not figure.index or not whole.whole or whole.number.unit is not None or any(before):
            return False
        told = self._view.sentence.between(whole.number.end, figure.number.start)
        such = _OF_SUCH.match(told) is not None or self.refers_back(whole)
        return such and whole.follow in (Follow.GENERIC, Follow.TERM)

    def refers_back(self, whole: Figure) -> bool:
        """Whether a whole is of those told of before: `of these 76 children in care`."""
        return _OF_THESE.search(self._view.lead(whole)) is not None

    def whole_behind(self, figure: Figure) -> Figure | None:
        """The whole that a figure is counted out of, where it stands right behind it."""
        following = next((f for f in self._view.figures[figure.index + 1 :] if f.group != figure.index), None)
        if following is None or not following.whole:
            return None
        between = self._view.sentence.between(figure.number.end, following.number.start)
        return following if _OUT_OF.fullmatch(between) else None

    def is_share_of_base(self, figure: Figure, metric: Metric) -> bool:
        """Whether a share is said to be of the population that a metric is a part of: `20% of all residents`."""
        if figure.number.unit is not Unit.PERCENT:
            return False
        sentence = self._view.sentence
        bases = (p for p in sentence.populations if p.population in metric.of and p.start >= figure.number.end)
        return any(
            re.fullmatch(r"\s*of\s+(?:the\s+|all\s+|our\s+)*", sentence.between(figure.number.end, p.start))
            for p in bases
        )

    def is_share_of_so_many(self, figure: Figure, left: Attachment | None, right: Attachment | None) -> bool:
        """`Care leavers: 44% of the 212 were NEET`: the label is whom the share is of, and what is told of them stands
        behind."""
        if figure.number.unit is not Unit.PERCENT or left is None or right is None or right.doubts:
            return False
        following = self._view.figures[figure.index + 1 : figure.index + 2]
        return bool(following) and following[0].whole and self._view.is_property(right.metric, left.metric)

    def members_near(self, found: Attachment) -> bool:
        """Whether a breakdown of the metric is named anywhere in the sentence."""
        sentence = self._view.sentence
        named = {d for m in sentence.members for d, _ in m.members}
        named |= {q.use.value for q in sentence.quantities if q.reading}
        return bool(named & set(found.metric.by))

    def says_only_whole(self, figure: Figure, found: Attachment) -> bool:
        """Whether the words that a part would be joined to are but the name of its whole: `14 of our 60 foster carers
        took part`."""
        whole = self.whole_behind(figure)
        term = found.term
        if whole is None or term is None or found.side != "right" or term.start < whole.number.end:
            return False
        if self._tells_of_part(term, found.metric):
            return False
        end = self._view.window_right(figure)[1]
        verb = self._verb(whole.number.end, end)
        head = next((t for t in self._view.sentence.terms if t.start >= whole.number.end), term)
        if term.end > (head.end if verb is None else verb):
            return False
        labelled = any(governor.kind == LABEL for governor in self._view.scope.governors)
        if verb is None and labelled:
            return True
        start = head.end if verb is None else verb
        return not self._breakdowns_told(start) & set(found.metric.by)

    def _breakdowns_told(self, start: int) -> set[str]:
        """The dimensions whose members are named from an offset on."""
        sentence = self._view.sentence
        named = {d for m in sentence.members if m.start >= start for d, _ in m.members}
        return named | {q.use.value for q in sentence.quantities if q.start >= start and q.reading}

    def _verb(self, start: int, end: int) -> int | None:
        """Where the verb of the main clause begins, if there is one."""
        before = ""
        terms = self._view.sentence.terms
        for token in self._view.sentence.passage.tokens_between(start, end):
            within = any(t.start < token.start < t.end for t in terms)
            if not within and before not in _RELATIVE and token.lower in VERBS:
                return token.start
            before = token.lower
        return None


def _is_verb(token: Token) -> bool:
    return token.lower in VERBS or (token.lower.endswith(("ed", "gan")) and len(token.lower) > 3)


def is_base(metric: Metric) -> bool:
    """Whether a share of those whom a metric counts is a share of a population, and no value of the metric."""
    return not metric.of or metric.of == ("residents",)
