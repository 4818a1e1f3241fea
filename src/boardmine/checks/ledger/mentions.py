"""What the language components found in the passages of a document, as places of its text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile

from boardmine.checks.ledger.fates import Fate, Known
from boardmine.document import Passage
from boardmine.language.annotate import Annotated
from boardmine.language.mentions import Mention
from boardmine.language.wording import FUNCTION_WORDS

Reading = tuple[Passage, Annotated]
"""A passage with what was found in it."""

_BEFORE_NOUNS = r"(?:(?:the|our|these|those|all|new|different|further|additional)\s+)*"
_NOUN = re.compile(rf"^\s*%?\s*(?:of\s+)?{_BEFORE_NOUNS}(?P<noun>[A-Za-z][\w'’-]*(?:\s+[a-z][\w'’-]*){{0,2}})")
_REACH = 60
"""How many characters behind a number are searched for what it counts."""


def from_language(readings: Iterable[Reading]) -> Iterator[Known]:
    """What the components found: dates, money, references and the like, and the counts of things without a metric."""
    for passage, annotated in readings:
        for fate, mention in _accounts(annotated):
            yield from located(passage, mention, fate)
        for number in annotated.numbers:
            noun = counted_noun(annotated, number.end)
            if noun:
                yield from located(passage, number, Fate.OTHER_COUNT, noun)


def in_words(readings: Iterable[Reading]) -> set[tuple[int, int]]:
    """The places of the numbers that are written in words."""
    return {
        (known.start, known.end)
        for passage, annotated in readings
        for number in annotated.numbers
        if number.in_words
        for known in located(passage, number, Fate.UNEXPLAINED)
    }


def located(passage: Passage, mention: Mention, fate: Fate, note: str = "") -> Sequence[Known]:
    """A mention of a passage as a place of the document's text; none where it has no source there."""
    try:
        return (Known(*passage.locate(mention.start, mention.end), fate, note),)
    except ValueError:
        return ()


def counted_noun(annotated: Annotated, end: int) -> str:
    """What stands right behind a number as the thing that it counts."""
    match = _NOUN.match(annotated.text[end : end + _REACH])
    if not match:
        return ""
    return " ".join(takewhile(lambda word: word.lower() not in FUNCTION_WORDS, match["noun"].split()))


def _accounts(annotated: Annotated) -> Iterator[tuple[Fate, Mention]]:
    for period in annotated.periods:
        yield Fate.DATE, period
    for quantity in annotated.quantities:
        yield Fate(quantity.use.value), quantity
    for term in annotated.terms:
        for start, end in term.segments:
            yield Fate.DEFINITION, Mention(start, end)
    for name in annotated.names:
        yield Fate.REFERENCE, name
