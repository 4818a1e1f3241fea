"""When `one` is a number and no pronoun, and when `no` is zero."""

from __future__ import annotations

import re

from boardmine.language.mentions import Number
from boardmine.language.rules import Rules, rule
from boardmine.language.wording import one_of

_BEHIND_PRONOUN = one_of(
    "of, another, off, stop, who, such, year, day, size, area, way, that, in which, which, thing, point, case, time, "
    "hand, side, place, part, example, reason, aspect, issue, element, to[ -]one, or (?:two|more)"
)
_BEFORE_PRONOUN = one_of(
    "right, only, another, each, this, that, which, no, first, last, every, any, the, good, new, wrong, best, to, as, "
    "is, least, it['’]?s"
)
_PRONOUN_BEHIND = re.compile(rf"^[\s-]*(?:{_BEHIND_PRONOUN}\b|[.,;:)]|$)")
_PRONOUN_BEFORE = re.compile(rf"\b{_BEFORE_PRONOUN}[\s-]+$")
_LEAD = 20
"""How many characters before `one` are looked at."""

_OF_A_METRIC = one_of(
    "looked, child, children, young, care, cases?, permanent, unaccompanied, of (?:whom|the|these|our), is\\b, are\\b, "
    "were\\b, was\\b, exclu, cla\\b, lac\\b, cic\\b, private, uasc"
)
ZERO: Rules[Number] = Rules(
    (
        rule(
            rf"\b{one_of('no, none, nil, zero, nobody, no[ -]one, not (?:one|a single)')}\b(?=\s+{_OF_A_METRIC})",
            lambda m: Number(*m.span(), 0.0, in_words=True),
            "no nil zero",
        ),
    )
)
"""`no children`, `none of whom`: a number where it is said of those who are counted."""


def is_pronoun(text: str, start: int, end: int) -> bool:
    """Whether `one` at this place stands for somebody or something rather than for 1."""
    lead = text[max(0, start - _LEAD) : start]
    return bool(_PRONOUN_BEHIND.match(text[end : end + _LEAD]) or _PRONOUN_BEFORE.search(lead))
