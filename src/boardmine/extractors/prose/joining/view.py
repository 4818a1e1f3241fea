"""What a figure sees: the range of words on either side of it, and the terms in them that can be its metric."""

from __future__ import annotations

import re
from collections.abc import Sequence

from boardmine.catalogue.model import Catalogue, Metric
from boardmine.extractors.claims import Claim, Figure, Follow, Scope
from boardmine.extractors.prose.joining.denial import is_denied
from boardmine.extractors.sentence import Sentence
from boardmine.extractors.support import Support, is_property
from boardmine.language.mentions import Mention, Reading, TermMention
from boardmine.language.wording import TO_NUMBER, one_of
from boardmine.records import Kind, Unit

_OF_WHOM = re.compile(r"\bof\s+(?:whom|which|these|those|them|the\s+\d|this\s+number)\b", re.I)
_WHO_ARE = re.compile(r"\s*of\s+wh(?:om|ich)\b", re.I)
_STOP = re.compile(r"[;|\n]|\.\s")
_OPENS_LINE = re.compile(rf"\W*{TO_NUMBER}", re.I)


_LINK = one_of(
    "for, at, in, was, were, is, are, of, to, being, with, on, stood at, stands at, accounts? for, accounted for, "
    "makes? up, made up, represents?, represented"
)
_WHO = one_of("children, pupils, young people, students")
_TIE = re.compile(
    rf"\s*(?:{_WHO}\s*)?(?:{_LINK}|[:=(–—-])?\s*{TO_NUMBER}\s*",
    re.I,
)
_AT_IT = re.compile(
    r"\s*(?:children|cases|young\s+people)?\s*\(?(?:for|in|across|among|amongst|nationally)\s+(?:the\s+|our\s+)?", re.I
)
_FOR = re.compile(rf"\b(?:for|of|by|with)\s+{TO_NUMBER}$", re.I)
_AND = re.compile(r"\s*(?:,|,?\s*and|/|&)\s*", re.I)
_NEXT_LABEL = re.compile(r"\)\s*(?:[,;]|(?:,\s*)?and\b)[^,;()]*\(", re.I)
_OF = re.compile(r"\s*(?:of|for|by|among|amongst)\s+(?:the\s+|our\s+|all\s+)*", re.I)


class Attachment:
    """A metric for a figure, with the words for why and how many guesses it took.

    `side` is where the metric was found: `left` or `right` of the number, or `above` it. `inherited` is the claim that
    it was taken over from.
    """

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


class View:
    """The windows of the figures of one sentence."""

    def __init__(self, catalogue: Catalogue, sentence: Sentence, figures: Sequence[Figure], scope: Scope) -> None:
        self.catalogue = catalogue
        self.sentence = sentence
        self.figures = figures
        self.scope = scope
        self.support = Support(catalogue, sentence, scope)

    def window_right(self, figure: Figure) -> tuple[int, int]:
        """From the number to the next one that is not the same figure or its whole, or to a hard stop."""
        start = figure.number.start
        end = self.sentence.end
        for other in self.figures[figure.index + 1 :]:
            if other.group == figure.group:
                continue
            if other.whole and not re.search(r"[,;]", self.sentence.between(figure.number.end, other.number.start)):
                continue
            end = other.number.start
            break
        stop = self._hard_stop(figure.number.end, end)
        closing = self.sentence.text.find(")", figure.number.end, stop) if figure.enclosed else -1
        return start, closing if closing >= 0 else stop

    def window_left(self, figure: Figure) -> tuple[int, int]:
        """From the number before, or from the last hard stop, to the number."""
        start = self.sentence.start
        for other in reversed(self.figures[: figure.index]):
            if other.group == figure.group and other.index != figure.index:
                continue
            start = other.number.end
            break
        stops = list(_STOP.finditer(self.sentence.text, start, figure.number.start))
        if stops and self._is_under_label(figure, stops[-1]):
            stops.pop()
        return (stops[-1].end() if stops else start), figure.number.start

    def _is_under_label(self, figure: Figure, stop: re.Match[str]) -> bool:
        """Whether a line break parts a label from its value: a line without a figure, and one that opens with it."""
        if stop[0] != "\n" or _OPENS_LINE.fullmatch(self.sentence.between(stop.end(), figure.number.start)) is None:
            return False
        line = self.sentence.text.rfind("\n", self.sentence.start, stop.start()) + 1
        return not any(line <= f.number.start < stop.start() for f in self.figures)

    def _hard_stop(self, start: int, end: int) -> int:
        match = _STOP.search(self.sentence.text, start, end)
        return match.start() if match else end

    def lead(self, figure: Figure) -> str:
        """The few words right before a figure."""
        return self.sentence.between(figure.number.start - 25, figure.number.start)

    def settled(self, figure: Figure, start: int, end: int) -> list[tuple[TermMention, Metric, Reading]]:
        """The terms of a range that name a metric which the figure can be a value of, with metric and reading."""
        found = []
        for term in self.sentence.passage.terms:
            within = (term.start >= start and term.end <= end) or (start <= term.start < end and len(term.segments) > 1)
            if within and not self._belongs_to_another(figure, term):
                settled = self.support.settle(term, figure.number.unit, figure.kind)
                if settled and is_denied(self.sentence, term):
                    settled = self._opposite(*settled)
                if settled and not self._counts_no_days(figure, settled[0]):
                    found.append((term, *settled))
        return found

    def denies_before(self, figure: Figure) -> bool:
        """Whether a property is denied of those counted: `PEPs were not completed for 12 children in care`."""
        if _FOR.search(self.lead(figure)) is None:
            return False
        terms = self.sentence.passage.within(self.sentence.terms, *self.window_left(figure))
        return any(is_denied(self.sentence, term) for term in terms)

    def _counts_no_days(self, figure: Figure, metric: Metric) -> bool:
        """Whether a number counts people (`6 who are matched`), which is no length of time."""
        counted = figure.number.unit is None and figure.follow in (Follow.GENERIC, Follow.TERM, Follow.VERB)
        return counted and metric.units == (Unit.DAYS,) and figure.kind is Kind.LEVEL and not figure.labelled

    def _opposite(self, metric: Metric, reading: Reading) -> tuple[Metric, Reading] | None:
        """What a denied term says: the opposite of its metric, if the catalogue has one."""
        return (self.catalogue.metrics[metric.opposite], reading) if metric.opposite else None

    def _belongs_to_another(self, figure: Figure, term: TermMention) -> bool:
        """Whether a term with a gap encloses figures, and this is not the last of them: `conferences were held, 83% of
        them in time`."""
        enclosed = [f for f in self.figures if term.start < f.number.start and f.number.end < term.end]
        if enclosed and enclosed[-1].follow is Follow.TERM:
            return False
        return bool(enclosed) and all(f.group != figure.group for f in self._last_of_whom(enclosed))

    def _last_of_whom(self, figures: Sequence[Figure]) -> Sequence[Figure]:
        parted = [i for i, f in enumerate(figures) if i and self.is_part(f)]
        return figures[parted[-1] :] if parted else figures

    def run_of(self, figure: Figure) -> list[Figure]:
        """The figures of one unit that stand in a list with this one: `45.3, 43.3 and 41`, in order."""
        run = [figure]
        for other in self.figures[figure.index + 1 :]:
            if self._is_other_unit(run[-1], other) or not _AND.fullmatch(self._between(run[-1], other)):
                break
            run.append(other)
        for other in reversed(self.figures[: figure.index]):
            if self._is_other_unit(other, run[0]) or not _AND.fullmatch(self._between(other, run[0])):
                break
            run.insert(0, other)
        return run

    def _is_other_unit(self, a: Figure, b: Figure) -> bool:
        """Whether two figures are in different units; in `45.3 and 43.3 per 10,000` the second has it for both."""
        return a.unit_differs(b) and a.number.unit is not None

    def _between(self, a: Figure, b: Figure) -> str:
        return self.sentence.between(a.number.end, b.number.start)

    def tied_ahead(self, figure: Figure, mention: Mention) -> bool:
        """Whether a link ties words behind a figure to the next one: `and schools for 22%`, `a target of 95%`."""
        following = next((f for f in self.figures[figure.index + 1 :] if f.group != figure.group), None)
        if following is None or not figure.number.end <= mention.start < following.number.start:
            return False
        between = self.sentence.text[mention.end : following.number.start]
        return _TIE.fullmatch(between) is not None and following.follow is not Follow.TERM

    def tied_back(self, figure: Figure, mention: Mention) -> bool:
        """Whether words before a figure belong to the one before it: `71 for England and 79`."""
        before = next((f for f in reversed(self.figures[: figure.index]) if f.number.end <= mention.start), None)
        if before is None:
            return False
        between = self.sentence.text[before.number.end : mention.start]
        adverb = self.sentence.text[mention.start : mention.end].lower().endswith("ally")
        return _AT_IT.fullmatch(between) is not None or (adverb and not between.strip())

    def near_enough(self, found: tuple[TermMention, Metric, Reading], start: int, end: int) -> bool:
        """A weak term speaks for its neighbourhood only, a counted one for the number right before it."""
        words = self.sentence.words_between(start, end)
        of_whom = self._whose(found[0].end) if start >= found[0].start else None
        if of_whom is not None and of_whom < end:
            words = self.sentence.words_between(of_whom, end)
        if found[2].counted:
            return words <= 2
        return words <= (4 if found[2].weak else 30)

    def _whose(self, end: int) -> int | None:
        """Where the words for a population end that say of whom something is measured: `attendance of children in
        care`."""
        for mention in (*self.sentence.populations, *self.sentence.terms):
            if mention.start >= end and _OF.fullmatch(self.sentence.text[end : mention.start]):
                return mention.end
        return None

    def opening(self) -> tuple[int, int]:
        """From the start of the sentence to its first figure: what stands there may hold for all of them."""
        first = self.figures[0].number.start if self.figures else self.sentence.end
        return self.sentence.start, first

    def behind_bracket(self, figure: Figure) -> tuple[int, int]:
        """From the bracket that closes behind a figure to the next figure; nothing where a list goes on there with the
        label of that: `illness (17), custody (4)`."""
        closing = self.sentence.text.find(")", figure.number.end, self.sentence.end)
        if closing < 0:
            return figure.number.end, figure.number.end
        following = self.figures[figure.index + 1 : figure.index + 2]
        end = max(closing, following[0].number.start) if following else self.sentence.end
        is_label = bool(following) and _NEXT_LABEL.fullmatch(self.sentence.text, closing, end) is not None
        return closing, closing if is_label else end

    @property
    def text(self) -> str:
        """The text of the passage that the sentence stands in."""
        return self.sentence.text

    def whole_text(self) -> str:
        """The text of the sentence."""
        return self.sentence.text[self.sentence.start : self.sentence.end]

    def is_property(self, metric: Metric, population: Metric) -> bool:
        """Whether values of a metric are parts of what another one counts, or of a cohort that it breaks down by."""
        return is_property(self.catalogue, metric, population)

    def is_part(self, figure: Figure) -> bool:
        """Whether the words before a figure make it a part of what was counted before: `of whom`."""
        start, end = self.window_left(figure)
        lead = self.sentence.text[start:end]
        behind = self.sentence.between(figure.number.end, figure.number.end + 12)
        return _OF_WHOM.search(lead) is not None or _WHO_ARE.match(behind) is not None

    def is_whole(self, claim: Claim) -> bool:
        """Whether a claim of this sentence is of a whole that others are counted out of."""
        return any(f.whole and f.number is claim.number for f in self.figures)
