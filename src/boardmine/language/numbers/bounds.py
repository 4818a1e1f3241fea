"""What stands before a number and says how exactly it is meant, and the plus behind it."""

from __future__ import annotations

import re

from boardmine.language.wording import one_of
from boardmine.records import Bound

_A_LITTLE = one_of("just, slightly, a little, a few")
_TO_ONE_SIDE = one_of("over, under, above, below, more than, less than, short of")
_ABOUT = one_of(
    "about, approximately, approx\\.?, around, almost, nearly, roughly, circa, ca?\\.?, some, close to, "
    "in the region of"
)
_AT_LEAST = one_of("at least, a minimum of, minimum of, no (?:less|fewer) than, not less than")
_AT_MOST = one_of("at most, up to, a maximum of, maximum of, no more than, not more than")
_OVER = one_of("over, more than, above, in excess of, greater than, exceeding, upwards of")
_UNDER = one_of("under, less than, below, fewer than, lower than")

_BOUNDS: tuple[tuple[Bound, re.Pattern[str]], ...] = tuple(
    (bound, re.compile(rf"(?:{words})\s*£?$"))
    for bound, words in (
        (Bound.ABOUT, rf"\b{_A_LITTLE}\s+{_TO_ONE_SIDE}|\b{_ABOUT}|[≈~]"),
        (Bound.AT_LEAST, rf"\b{_AT_LEAST}|≥"),
        (Bound.AT_MOST, rf"\b{_AT_MOST}|≤"),
        (Bound.OVER, rf"\b{_OVER}|>"),
        (Bound.UNDER, rf"\b{_UNDER}|<"),
    )
)
_LEAD = 24
"""How many characters before a number are looked at."""

_PLUS = re.compile(r"\s?\+(?!\d)|\s+plus\b(?!\s+\d)|\s+or\s+(?:more|above|over)\b")


def bound_before(text: str, start: int) -> Bound:
    """What the words before a number that starts at `start` say of its exactness."""
    lead = text[max(0, start - _LEAD) : start]
    return next((bound for bound, pattern in _BOUNDS if pattern.search(lead)), Bound.EXACT)


def plus_behind(text: str, end: int) -> int | None:
    """Where the plus behind a number ends (`350+`, `350 or more`); None where there is none."""
    match = _PLUS.match(text[end : end + 12])
    return end + match.end() if match else None
