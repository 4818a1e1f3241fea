"""Fractions, `two thirds of`, and shares of a small whole: `one in ten`, `1 in 5 children`, `4 out of 5 pupils`,
`62 of 100 children`.

A share of a larger whole (`30 out of 354`) is a count and the number of its cohort, and is not read here.
"""

from __future__ import annotations

import re

from boardmine.language.mentions import Number
from boardmine.language.numbers.bounds import bound_before
from boardmine.language.rules import Rule, Rules, rule
from boardmine.language.wording import one_of
from boardmine.language.wordnumbers import FRACTION, FRACTION_SIGNS, WORD_NUMBER, fraction_percent, parse_words
from boardmine.records import Unit

_PEOPLE = one_of("children, young people, people, pupils, care leavers, families, households, adults, of")
_NOT_TIME = r"(?!\s?%|\s+(?:months?|weeks?|years?|days?|hours?))"
_IN = r"\s+(?:out\s+of|in)\s+(?:every\s+)?"
_WHOLE_IN_WORDS = f"(?P<whole>{'|'.join(('three', 'four', 'five', 'ten', '3', '4', '5', '10'))})"


def _fraction(m: re.Match[str]) -> Number:
    bound = bound_before(m.string, m.start())
    return Number(*m.span(), fraction_percent(m), Unit.PERCENT, bound, in_words=True)


def _share(m: re.Match[str]) -> Number | None:
    part, whole = _value(m["part"]), _value(m["whole"])
    if part is None or not whole or part >= whole:
        return None
    bound = bound_before(m.string, m.start())
    return Number(*m.span(), round(100 * part / whole, 1), Unit.PERCENT, bound, in_words=not m["part"].isdigit())


def _value(text: str) -> float | None:
    return float(text) if text.isdigit() else parse_words(text)


def _of(part: str, rest: str, *signs: str) -> Rule[Number]:
    return rule(rf"(?<![\w.,£])(?P<part>{part}){rest}", _share, *signs)


SHARES: Rules[Number] = Rules(
    (
        # two thirds of
        rule(FRACTION, _fraction, FRACTION_SIGNS),
        # one in ten; two out of three
        _of(WORD_NUMBER, rf"{_IN}{_WHOLE_IN_WORDS}\b{_NOT_TIME}", "three four five ten 3 4 5 10", "in out"),
        # 1 in 5 children
        _of("1", rf"\s+in\s+(?:every\s+)?(?P<whole>[2-9]|[1-9]0)\b(?=\s+{_PEOPLE}\b)", "1", "in"),
        # 4 out of 5 pupils, not 4 out of the 5 pupils
        _of(
            r"\d",
            r"\s+(?:out\s+of|in)\s+(?:every\s+)?(?P<whole>4|5|10)\b(?=\s+(?!the\b)[a-z])" + _NOT_TIME,
            "4 5 10",
            "in out",
        ),
        # 62 out of every 100; 62 of 100 children
        _of(r"\d\d?", rf"{_IN}(?P<whole>100)\b{_NOT_TIME}", "100", "in out"),
        _of(r"\d\d?", rf"\s+of\s+(?:every\s+)?(?P<whole>100)\b(?=\s+{_PEOPLE}\b)", "100", "of"),
    )
)
"""Fractions and shares of a text, in per cent."""
