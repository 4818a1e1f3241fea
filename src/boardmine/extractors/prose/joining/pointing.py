"""Whether a sentence points back to what was told before it, and to one thing only."""

from __future__ import annotations

import re
from collections.abc import Sequence

from boardmine.extractors.claims import Claim, Figure, Follow
from boardmine.extractors.prose.joining.view import Attachment, View
from boardmine.language.wording import PEOPLE, one_of

_THIS_COMPARES = re.compile(
    rf"\W*{one_of('this, that, it, these')}\s+{one_of('compares?, compared, is, was, were, are, represents?')}\b", re.I
)


_IN = re.compile(r"\s*(?:(?:in|at|on|during|for|by)\s+)?(?:the\s+)?(?:end\s+of\s+)?", re.I)
_APART = re.compile(
    r"(?:[^,;:.()]*(?:,|;|\band\b)|.*\bcompared\s+(?:to|with)|.*\b(?:against|versus))\s*(?:and\s+)?(?:only\s+|the\s+)?",
    re.I,
)
"""What stands between a term that was counted before and the next number of the same."""


def points_at_many(view: View) -> bool:
    """Whether a sentence that opens a passage with `This compares with` may point back to any of several things that
    the passage before it told."""
    if view.scope.own or _THIS_COMPARES.match(view.whole_text()) is None:
        return False
    told: list[Claim] = []
    for claim in reversed(view.scope.recent):
        if told and claim.sentence > told[-1].sentence:
            break
        told.append(claim)
    return len({claim.metric.id for claim in told}) > 1


def is_of_unclaimed_whole(view: View, figure: Figure, before: Sequence[Claim | None]) -> bool:
    """`Of the 34, 28 were settled`: the part of a whole that is no value of anything known."""
    whole = view.figures[0]
    opens = whole.whole and whole is not figure and whole.number.unit is None
    return opens and figure.group == figure.index and not any(before)


def is_elliptic(view: View, figure: Figure, left: Attachment) -> bool:
    """`10 children were placed after a conference, 20 in Q4`: only the time differs from what was said before."""
    sentence, number = view.sentence, figure.number
    lead = sentence.between(view.window_left(figure)[0], number.start)
    timed = any(
        p.start >= number.end and _IN.fullmatch(sentence.between(number.end, p.start)) for p in sentence.periods
    )
    apart = left.term is not None and _APART.fullmatch(sentence.between(left.term.end, number.start)) is not None
    return figure.follow is Follow.BARE and timed and apart and len(lead) > 3


def is_area_alone(view: View) -> bool:
    """`Our neighbours = 53.8`: nothing but whose the number is."""
    sentence = view.sentence
    if len(sentence.areas) != 1 or sentence.terms or sentence.members:
        return False
    area = sentence.areas[0]
    before = sentence.passage.tokens_between(sentence.start, area.start)
    behind = sentence.passage.tokens_between(area.end, sentence.end)
    words = [token.lower for token in behind if token.lower[0].isalpha()]
    return len(before) <= 1 and len(words) <= 4 and not any(word in PEOPLE for word in words)
