"""Finds fractions, shares, digits and words in their order and completes each with what stands at it."""

from __future__ import annotations

import re
from dataclasses import replace

from boardmine.language.mentions import Number
from boardmine.language.numbers.bounds import bound_before, plus_behind
from boardmine.language.numbers.shares import SHARES
from boardmine.language.numbers.units import unit_behind
from boardmine.language.numbers.words import ZERO, is_pronoun
from boardmine.language.rules import DIGIT, Rules, Taken, lower_case, rule
from boardmine.language.wording import one_of
from boardmine.language.wordnumbers import WORD_NUMBER, has_numeral, parse_words
from boardmine.records import Bound

_PLAIN = r"\d+(?:\.\d+)?"
_WITH_COMMAS = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?"
_SIGN = r"(?P<sign>[+−-](?=\d))?"
_STARTS = r"(?:(?<![\w.,£$€])|(?<=\bc\.)|(?<=\bca\.))"
"""Not inside a word or a longer number; `c.350` is one."""

_PEOPLE = one_of("children, young people, people, pupils, residents, adults")
_SCALE = rf"(?P<scale>k\b|\s?million\b|\s?thousand\b|m\b(?=\s+{_PEOPLE}))?"
_ENDS = r"(?!\d|\.\d|/(?!\s?10[,.]?\s?(?:000|k)))"
"""Not before the rest of a version, a date or a ratio; `115/10,000` is a rate."""

_DIGITS = rf"{_STARTS}{_SIGN}(?P<n>{_WITH_COMMAS}|{_PLAIN})(?P<part>\s?[¼½¾])?{_SCALE}{_ENDS}"
_GLUED = rf"(?<=[<>~≤≥(])(?P<n>{_PLAIN}){_ENDS}"
"""A number behind a sign that is no blank."""

_PARTS = {"¼": 0.25, "½": 0.5, "¾": 0.75}
_SCALES = {"k": 1_000, "thousand": 1_000, "m": 1_000_000, "million": 1_000_000}
_WORDS = rf"\b{WORD_NUMBER}\b"
_AND_A_HALF = re.compile(r"[\s-]+and[\s-]+a[\s-]+half(?=\s*(?:%|per\s?cent|of\b))")
_PART_OF_ONE = re.compile(r"\b(?:half|quarter\s+of)\s+an?\s+$")
"""`half a million` is not a million."""

_DASH_OF_RANGE = re.compile(r"[\w)]\s?$")
"""What stands before a hyphen that is a dash: `12-15`, `(a) -3`."""

_BETWEEN = re.compile(r"^\s*(?:-|–|—)\s*$")


def find_numbers(text: str, taken: Taken) -> list[Number]:
    """The numbers of a text outside what is `taken`, in order, none overlapping another. What they cover, unit and
    all, is marked in `taken`."""
    lower = lower_case(text)
    found = SHARES.find(lower, taken)
    if has_numeral(lower):
        for number in sorted(_NUMBERS.all_mentions(lower), key=lambda n: n.start):
            if taken.is_free(number.start, number.end):
                completed = _completed(lower, number, taken)
                found.append(completed)
                taken.take(completed.start, completed.end)
    found += ZERO.find(lower, taken)
    found.sort(key=lambda n: n.start)
    return _ranges(lower, found)


def _digits(m: re.Match[str]) -> Number:
    signed = _sign(m)
    value = float(m["n"].replace(",", ""))
    if m["part"]:
        value += _PARTS[m["part"].strip()]
    if m["scale"]:
        value *= _SCALES[m["scale"].strip()]
    return Number(m.start("n") - (1 if signed else 0), m.end(), value, signed=signed)


def _glued(m: re.Match[str]) -> Number:
    return Number(*m.span(), float(m["n"]))


def _sign(m: re.Match[str]) -> int:
    """+1 or -1 for a sign that is written, 0 for none and for a dash. A true minus behind a blank is no dash."""
    if not m["sign"]:
        return 0
    if m["sign"] == "+":
        return 1
    lead = m.string[max(0, m.start() - 2) : m.start()]
    if m["sign"] == "−" and lead.endswith(" "):
        return -1
    return 0 if _DASH_OF_RANGE.search(lead) else -1


def _words(m: re.Match[str]) -> Number | None:
    value = parse_words(m[0])
    if value is None or _PART_OF_ONE.search(m.string[max(0, m.start() - 15) : m.start()]):
        return None
    half = _AND_A_HALF.match(m.string, m.end())
    if half:
        return Number(m.start(), half.end(), value + 0.5, in_words=True)
    if m[0] == "one" and is_pronoun(m.string, *m.span()):
        return None
    return Number(*m.span(), value, in_words=True)


_NUMBERS: Rules[Number] = Rules(
    (rule(_DIGITS, _digits, DIGIT), rule(_GLUED, _glued, "< > ~ ≤ ≥ (", DIGIT), rule(_WORDS, _words))
)


def _completed(text: str, number: Number, taken: Taken) -> Number:
    """A number with what stands right behind and before it, unless something else has claimed that."""
    unit, end = unit_behind(text, number.end)
    if not taken.is_free(number.end, end):
        unit, end = None, number.end
    bound = bound_before(text, number.start)
    plus = plus_behind(text, end) if bound is Bound.EXACT else None
    if plus and taken.is_free(end, plus):
        bound, end = Bound.AT_LEAST, plus
    return replace(number, end=end, unit=unit, bound=bound)


def _ranges(text: str, numbers: list[Number]) -> list[Number]:
    """Marks `100 - 120` as the lower and the upper end of one range."""
    out = list(numbers)
    for i in range(len(out) - 1):
        low, high = out[i], out[i + 1]
        if low.unit is None and low.value < high.value and _BETWEEN.match(text[low.end : high.start]):
            out[i] = replace(low, unit=high.unit, bound=Bound.AT_LEAST, signed=0, range_with=1)
            out[i + 1] = replace(high, bound=Bound.AT_MOST, signed=0, range_with=-1)
    return out
