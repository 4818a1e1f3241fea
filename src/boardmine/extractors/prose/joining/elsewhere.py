"""Terms behind a number that count something else: whom a part is taken from, where children were placed."""

from __future__ import annotations

import re
from collections.abc import Iterable

from boardmine.catalogue.model import Metric
from boardmine.extractors.claims import Figure
from boardmine.extractors.sentence import Sentence
from boardmine.language.mentions import Reading, TermMention
from boardmine.language.wording import one_of
from boardmine.records import Kind

_TIME = r"(?:[\w-]+\s+)?(?:year|quarter|period|month|months)\b"
_DURING = rf"(?:(?:during|in|over|within)\s+(?:the|this|that)\s+{_TIME}\s+)?"
_NOT_HERE = rf"(?!(?:with|for|in)\s+(?:(?:[\w-]+\s+){{0,3}}adopt\w*|(?:the|that|this)\s+{_TIME}|\d))"
_WHERE = one_of(
    "with, in, at, out, outside, within, by, through, more, over, under, away, near, locally, together, apart, too"
)
_PLACED_THERE = re.compile(rf"\s+{_DURING}{_NOT_HERE}{_WHERE}\b", re.I)
_OF_THEM = re.compile(r"\s*of\s+(?:the|our|these|those)\s+(?:young\s+people|children|pupils)\s+", re.I)
_THEY_ARE = re.compile(r"\b(?:are|were)\s*$", re.I)


def is_placed_elsewhere(sentence: Sentence, term: TermMention) -> bool:
    """Whether words that end in `placed` go on to where, and not to adopters: `children placed during the year with
    foster carers`."""
    placed = sentence.text[: term.end].lower().endswith("placed")
    return placed and _PLACED_THERE.match(sentence.text, term.end, sentence.end) is not None


def is_part_of_part(
    sentence: Sentence,
    figure: Figure,
    term: TermMention,
    metric: Metric,
    found: Iterable[tuple[TermMention, Metric, Reading]],
) -> bool:
    """`20 of the children placed with carers were unaccompanied`: neither all who are placed so, nor all who are
    unaccompanied. `found` are the terms behind the figure with what they mean."""
    if not metric.of or figure.number.unit is not None or figure.kind is not Kind.LEVEL:
        return False
    if _OF_THEM.match(sentence.between(figure.number.end, term.start)) is None:
        return False
    later = (other for other, told, reading in found if told is not metric and not reading.weak)
    return any(_THEY_ARE.search(sentence.between(term.end, other.start)) for other in later if other.start >= term.end)
