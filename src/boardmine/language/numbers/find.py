"""Finds fractions, shares, digits and words in their order and completes each with what stands at it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from boardmine.language.mentions import Number
from boardmine.language.numbers.bounds import bound_before, plus_behind
from boardmine.language.numbers.shares import find_shares
from boardmine.language.numbers.units import unit_behind
from boardmine.language.numbers.words import ZERO, is_pronoun
from boardmine.language.rules import Taken
from boardmine.language.wording import one_of
from boardmine.language.wordnumbers import FRACTION, WORD_NUMBER, fraction_percent, parse_words
from boardmine.records import Bound, Unit

_PLAIN = r"\d+(?:\.\d+)?"
_WITH_COMMAS = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?"
_SIGN = r"(?P<sign>[+−-](?=\d))?"
_STARTS = r"(?:(?<![\w.,£$€])|(?<=\bc\.)|(?<=\bca\.))"
"""Not inside a word or a longer number; `c.350` is one."""

_PEOPLE = one_of("children, young people, people, pupils, residents, adults")
_SCALE = rf"(?P<scale>k\b|\s?million\b|\s?thousand\b|m\b(?=\s+{_PEOPLE}))?"
_ENDS = r"(?!\d|\.\d|/(?!\s?10[,.]?\s?(?:000|k)))"
"""Not before the rest of a version, a date or a ratio; `115/10,000` is a rate."""

_DIGITS = re.compile(rf"{_STARTS}{_SIGN}(?P<n>{_WITH_COMMAS}|{_PLAIN})(?P<part>\s?[¼½¾])?{_SCALE}{_ENDS}", re.I)
_GLUED = re.compile(rf"(?<=[<>~≤≥(])(?P<n>{_PLAIN}){_ENDS}")
"""A number behind a sign that is no blank."""

_PARTS = {"¼": 0.25, "½": 0.5, "¾": 0.75}
_SCALES = {"k": 1_000, "thousand": 1_000, "m": 1_000_000, "million": 1_000_000}
_WORDS = re.compile(rf"\b(?:{WORD_NUMBER})\b", re.I)
_AND_A_HALF = re.compile(r"[\s-]+and[\s-]+a[\s-]+half(?=\s*(?:%|per\s?cent|of\b))", re.I)
_PART_OF_ONE = re.compile(r"\b(?:half|quarter\s+of)\s+an?\s+$", re.I)
"""`half a million` is not a million."""

_DASH_OF_RANGE = re.compile(r"[\w)]\s?$")
"""What stands before a hyphen that is a dash: `12-15`, `(a) -3`."""

_BETWEEN = re.compile(r"^\s*(?:-|–|—)\s*$")


def find_numbers(text: str, taken: Taken) -> list[Number]:
    """The numbers of a text outside what is `taken`, in order, none overlapping another. What they cover, unit and
    all, is marked in `taken`."""
    found: list[Number] = []

    def take(numbers: Iterable[Number]) -> None:
        for number in numbers:
            if taken.is_free(number.start, number.end):
                found.append(number)
                taken.take(number.start, number.end)

    take(_fractions(text))
    take(find_shares(text))
    plain = sorted([*_digits(text), *_words(text)], key=lambda n: n.start)
    take(_completed(text, number, taken) for number in plain if taken.is_free(number.start, number.end))
    take(Number(*match.span("none"), 0.0, in_words=True) for match in ZERO.finditer(text))
    found.sort(key=lambda n: n.start)
    return _ranges(text, found)


def _fractions(text: str) -> Iterator[Number]:
    for match in FRACTION.finditer(text):
        bound = bound_before(text, match.start())
        yield Number(*match.span(), fraction_percent(match), Unit.PERCENT, bound, in_words=True)


def _digits(text: str) -> Iterator[Number]:
    for match in _DIGITS.finditer(text):
        start = match.start("n")
        signed = _sign(text, match)
        value = float(match["n"].replace(",", ""))
        if match["part"]:
            value += _PARTS[match["part"].strip()]
        if match["scale"]:
            value *= _SCALES[match["scale"].strip().lower()]
        yield Number(start - (1 if signed else 0), match.end(), value, signed=signed)
    for match in _GLUED.finditer(text):
        yield Number(*match.span("n"), float(match["n"]))


def _sign(text: str, match: re.Match[str]) -> int:
    """+1 or -1 for a sign that is written, 0 for none and for a dash. A true minus behind a blank is no dash."""
    if not match["sign"]:
        return 0
    if match["sign"] == "+":
        return 1
    lead = text[max(0, match.start() - 2) : match.start()]
    if match["sign"] == "−" and lead.endswith(" "):
        return -1
    return 0 if _DASH_OF_RANGE.search(lead) else -1


def _words(text: str) -> Iterator[Number]:
    for match in _WORDS.finditer(text):
        value = parse_words(match[0])
        if value is None or _PART_OF_ONE.search(text[max(0, match.start() - 15) : match.start()]):
            continue
        half = _AND_A_HALF.match(text, match.end())
        if half:
            yield Number(match.start(), half.end(), value + 0.5, in_words=True)
        elif match[0].lower() != "one" or not is_pronoun(text, *match.span()):
            yield Number(*match.span(), value, in_words=True)


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
