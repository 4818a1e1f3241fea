"""What speaks against the reading of a figure: each doubt in words. Certainty falls with their number.

The list was chosen by measurement: of the observations without any of them, the share that agrees with the reference
records is what `high` promises (`boardmine evaluate` prints it).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from boardmine.catalogue.model import Metric
from boardmine.extractors.prose.everyone import may_be_of_everyone
from boardmine.extractors.prose.setting import Setting
from boardmine.language.mentions import Mention
from boardmine.language.wording import FUNCTION_WORDS, PEOPLE
from boardmine.records import AUTHORITY

_PLAIN = (
    FUNCTION_WORDS
    | PEOPLE
    | frozenset(
        "young currently now also further number overall only still at local authority average approximately due "
        "became lived".split()
    )
)
"""Words that change nothing in what a number says."""


_AND_THOSE = re.compile(
    r"\s*,?\s*(?:and|or|plus|as\s+well\s+as)\s+(?:(?:those|children|young\s+people)\s+)?(?:(?:on|under|subject\s+to|with)\s+(?:an?\s+)?)?",
    re.I,
)
_TELLS = re.compile(r"\s*(?:is|are|was|were|has|have|had|who|:)\b", re.I)


def doubts_of(at: Setting, metric: Metric, by: Mapping[str, str], area: str) -> Iterator[str]:
    """The doubts about one claim, in words."""
    figure, sentence, attachment = at.figure, at.sentence, at.attachment
    yield from ("joined by a guess",) * attachment.doubts
    unknown = next(unknown_words(at, at.left[0], at.right[1]), None)
    if unknown is not None:
        yield f"'{unknown}' was not understood"
    if len(by) > 1:
        yield "several breakdowns"
    whose = any(at.catalogue.dimensions[d].populations for d in metric.by if d not in by)
    if whose or may_be_of_everyone(at, metric):
        yield "whose it is was not said"
    if area == AUTHORITY and sentence.areas:
        yield "another area is named in the sentence"
    if _counts_others_too(at, metric):
        yield "others are counted with them"
    if figure.bracketed:
        yield "in brackets"
    if figure.compared and figure.index and at.before and at.before[-1] is None:
        yield "what it is held against was not understood"
    if _numbers_between(at):
        yield "another number stands between"
    if attachment.inherited is not None and figure.index > 1:
        yield "taken over along the sentence"


def _counts_others_too(at: Setting, metric: Metric) -> bool:
    """`a total of 1,648 children in care and on child protection plans`: one number for two populations."""
    term = at.attachment.term
    if term is None or metric.counts is None or at.attachment.side != "right":
        return False
    for other in at.sentence.terms:
        if other.start < term.end or not _AND_THOSE.fullmatch(at.sentence.between(term.end, other.start)):
            continue
        counts = {at.catalogue.metrics[r.metric].counts for r in other.readings if not r.weak}
        told = _TELLS.match(at.sentence.between(other.end, other.end + 12)) is not None
        return bool(counts - {None, metric.counts}) and not told
    return False


def _numbers_between(at: Setting) -> bool:
    term, number = at.attachment.term, at.figure.number
    if term is None:
        return False
    start, end = (term.end, number.start) if term.end <= number.start else (number.end, term.start)
    return any(start <= other.start < end for other in at.sentence.numbers)


def unknown_words(at: Setting, start: int, end: int) -> Iterator[str]:
    """The words in a range of the figure's sentence that no component understood."""
    passage = at.sentence.passage
    known: tuple[tuple[Mention, ...], ...] = (
        passage.terms,
        passage.members,
        passage.periods,
        passage.areas,
        passage.quantities,
        passage.roles,
        passage.populations,
        passage.events,
        passage.numbers,
        passage.changes,
        passage.rates,
    )
    spans = [(m.start, m.end) for mentions in known for m in mentions if m.end > start and m.start < end]
    for token in passage.tokens_between(start, end):
        plain = not token.lower[0].isalpha() or token.lower in _PLAIN
        if not plain and not any(a <= token.start and token.end <= b for a, b in spans):
            yield token.lower
