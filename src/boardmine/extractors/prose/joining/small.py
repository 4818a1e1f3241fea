"""Small numbers in words, which are often no counts: `one of the judges`, `for the first two`."""

from __future__ import annotations

import re
from collections.abc import Sequence

from boardmine.extractors.claims import Claim, Figure, Follow
from boardmine.extractors.prose.joining.view import Attachment, View
from boardmine.records import Kind

_SMALL = 12
_CLOSE, _FAR = 8, 14
"""How many words may stand between a number and its term; the more where a word for people follows the number."""
_OPENING = 15
"""In characters, how far behind its start a number opens a sentence."""
_VAGUE_ONE = re.compile(r"\b(?:more\s+than|at\s+least|than|any|no|each|every|the|this|that|single)\s+$", re.I)
_ONE_OF = re.compile(r"\s*(?:of|or\s+(?:two|more)|for\s+each|single|to\s+one)\b", re.I)
_FOR_EACH = re.compile(r"\s*(?:for|to|in|per|at)\s+(?:each|every)\b", re.I)
"""`one officer for each team`"""
_WERE = re.compile(r"\s*(?:(?:of\s+(?:them|these|those)\s+)?(?:are|were|is|was)\s+)?", re.I)


def is_sure_enough(view: View, figure: Figure, found: Attachment, before: Sequence[Claim | None]) -> bool:
    """Whether a number is none of these, or its term stands close to it, or it goes on from a figure of its own
    sentence, list or intro."""
    if figure.from_baseline or figure.kind is Kind.CHANGE or figure.number.value < 1:
        return True
    if not figure.number.in_words or figure.number.unit is not None or figure.number.value > _SMALL:
        return True
    sentence = view.sentence
    if found.term is None:
        opens = figure.number.start - sentence.start < _OPENING
        opens = opens and (view.scope.is_item or _tells_part(view, figure, found))
        return opens or any(found.inherited is claim for claim in before if claim)
    behind = found.term.start >= figure.number.start
    gap = (figure.number.end, found.term.start) if behind else (found.term.end, figure.number.start)
    distance = sentence.words_between(*gap)
    is_one = figure.number.value <= 1
    vague = is_one and _VAGUE_ONE.search(sentence.between(figure.number.start - 12, figure.number.start)) is not None
    if is_one and behind and _FOR_EACH.match(sentence.between(found.term.end, found.term.end + 20)):
        return False
    if behind and distance <= 1 and found.doubts <= 1 and not vague:
        return True
    close = distance <= (_CLOSE if figure.follow is not Follow.GENERIC else _FAR)
    one_of = is_one and _ONE_OF.match(sentence.between(figure.number.end, figure.number.end + 20)) is not None
    return found.doubts == 0 and close and not vague and not one_of


def _tells_part(view: View, figure: Figure, found: Attachment) -> bool:
    """`Three were upheld`: what is told right behind a number is a part of what was counted before."""
    behind = (m for m in view.sentence.members if m.start >= figure.number.end)
    parts = (m for m in behind if any(dimension in found.metric.by for dimension, _ in m.members))
    return any(_WERE.fullmatch(view.sentence.between(figure.number.end, m.start)) for m in parts)
