"""Shares of a small whole: `one in ten`, `1 in 5 children`, `4 out of 5 pupils`, `62 of 100 children`.

A share of a larger whole (`30 out of 354`) is a count and the number of its cohort, and is not read here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from boardmine.language.mentions import Number
from boardmine.language.numbers.bounds import bound_before
from boardmine.language.wording import one_of
from boardmine.language.wordnumbers import WORD_NUMBER, parse_words
from boardmine.records import Unit

_PEOPLE = one_of("children, young people, people, pupils, care leavers, families, households, adults, of")
_NOT_TIME = r"(?!\s?%|\s+(?:months?|weeks?|years?|days?|hours?))"
_IN = r"\s+(?:out\s+of|in)\s+(?:every\s+)?"
_WHOLE_IN_WORDS = f"(?P<whole>{'|'.join(('three', 'four', 'five', 'ten', '3', '4', '5', '10'))})"

_SHARES = tuple(
    re.compile(rf"(?<![\w.,£])(?P<part>{pattern}", re.I)
    for pattern in (
        # one in ten; two out of three
        rf"{WORD_NUMBER}){_IN}{_WHOLE_IN_WORDS}\b{_NOT_TIME}",
        # 1 in 5 children
        rf"1)\s+in\s+(?:every\s+)?(?P<whole>[2-9]|[1-9]0)\b(?=\s+{_PEOPLE}\b)",
        # 4 out of 5 pupils, not 4 out of the 5 pupils
        r"\d)\s+(?:out\s+of|in)\s+(?:every\s+)?(?P<whole>5|10)\b(?=\s+(?!the\b)[a-z])" + _NOT_TIME,
        # 62 out of every 100; 62 of 100 children
        rf"\d\d?){_IN}(?P<whole>100)\b{_NOT_TIME}",
        rf"\d\d?)\s+of\s+(?:every\s+)?(?P<whole>100)\b(?=\s+{_PEOPLE}\b)",
    )
)


def find_shares(text: str) -> Iterator[Number]:
    """The shares of a text, in per cent; those of two shapes may overlap."""
    for pattern in _SHARES:
        for match in pattern.finditer(text):
            part, whole = _value(match["part"]), _value(match["whole"])
            if part is not None and whole and part < whole:
                bound = bound_before(text, match.start())
                in_words = not match["part"].isdigit()
                yield Number(*match.span(), round(100 * part / whole, 1), Unit.PERCENT, bound, in_words=in_words)


def _value(text: str) -> float | None:
    return float(text) if text.isdigit() else parse_words(text)
