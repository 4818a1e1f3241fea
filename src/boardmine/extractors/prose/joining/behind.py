"""The metric of a figure from the figure behind it: what it is held against, or what starts from it."""

from __future__ import annotations

import re

from boardmine.extractors.claims import Claim, Figure
from boardmine.extractors.prose.joining.view import Attachment, View
from boardmine.language.mentions import Number
from boardmine.language.wording import TO_NUMBER, VERBS
from boardmine.records import Kind, Unit

_AGAINST = re.compile(
    r"\W*(?:(?:when|if)\s+)?(?:against|compared\s+(?:to|with|against)|versus|with|set\s+against)\b", re.I
)
_OF_SOME_AND = re.compile(r"\s*of\s+[^.;:()]*\band\s+", re.I)
_OF = re.compile(r"\s*of\b", re.I)
_TO = re.compile(rf"[^.;\d]{{0,30}}\bto\s+{TO_NUMBER}", re.I)


def shares_its_verb(view: View, figure: Figure, number: Number) -> bool:
    """`61% of 17 year olds and 55% of 19 year olds were in work`: one verb for both shares."""
    sentence = view.sentence
    between = sentence.between(figure.number.end, number.start)
    if figure.number.unit is not Unit.PERCENT or _OF_SOME_AND.fullmatch(between) is None:
        return False
    tokens = sentence.passage.tokens_between(figure.number.end, number.start)
    return not any(token.lower in VERBS for token in tokens) and _OF.match(sentence.text, number.end) is not None


def from_behind(view: View, figure: Figure, following: Claim) -> Attachment | None:
    """`Against a target of 60%, 58% of care leavers ...`, `an increase from 12 to 15 in the number of`: what stands
    first is of the metric of what follows."""
    sentence, number = view.sentence, figure.number
    if figure.group != figure.index or figure.kind is not Kind.LEVEL or following.kind is not Kind.LEVEL:
        return None
    if number.unit is not following.number.unit:
        return None
    if shares_its_verb(view, figure, following.number):
        leads = True
    elif figure.from_baseline:
        leads = _TO.fullmatch(sentence.between(number.end, following.number.start)) is not None
    else:
        opens = _AGAINST.match(sentence.between(sentence.start, number.start)) is not None
        named = any(t.end <= following.number.start for t in sentence.terms)
        leads = opens and view.figures[0] is figure and not named
    if not leads:
        return None
    by = dict(following.by)
    return Attachment(following.metric, "taken over from the figure behind", 0, by=by, side="left", inherited=following)
