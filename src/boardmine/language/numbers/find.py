"""Finds digits, fractions and words in their order and completes each with what stands at it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from boardmine.language.mentions import Number
from boardmine.language.numbers.bounds import bound_before, plus_behind
from boardmine.language.numbers.units import share_behind, unit_behind
from boardmine.language.numbers.words import ZERO, is_pronoun
from boardmine.language.rules import Taken
from boardmine.language.wordnumbers import FRACTION, WORD_NUMBER, fraction_percent, parse_words
from boardmine.records import Bound, Unit

_PLAIN = r"\d+(?:\.\d+)?"
_WITH_COMMAS = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?"
_SIGN = r"(?P<sign>[+−-](?=\d))?"
_DIGITS = re.compile(rf"(?<![\w.,£$€]){_SIGN}(?P<n>{_WITH_COMMAS}|{_PLAIN})(?P<k>k\b)?(?![\d/])")
_GLUED = re.compile(rf"(?<=[<>~≤≥(])(?P<n>{_PLAIN})")
"""A number behind a sign that is no blank."""

_WORDS = re.compile(rf"\b(?:{WORD_NUMBER})\b", re.I)
_DASH_OF_RANGE = re.compile(r"[\w)]\s?$")
"""What stands before a minus that is a dash: `12-15`, `(a) -3`."""

_BETWEEN = re.compile(r"^\s*(?:-|–|—)\s*$")


def find_numbers(text: str, taken: Taken) -> list[Number]:
    """The numbers of a text outside what is `taken`, in order, none overlapping another. What they cover, unit and
    all, is marked in `taken`."""
    found: list[Number] = []
    for finder in (_fractions, _digits, _words, _zeros):
        for number in finder(text, taken):
            found.append(number)
            taken.take(number.start, number.end)
    found.sort(key=lambda n: n.start)
    return _ranges(text, found)


def _fractions(text: str, taken: Taken) -> Iterator[Number]:
    for match in FRACTION.finditer(text):
        if taken.is_free(*match.span()):
            bound = bound_before(text, match.start())
            yield Number(match.start(), match.end(), fraction_percent(match), Unit.PERCENT, bound, in_words=True)


def _digits(text: str, taken: Taken) -> Iterator[Number]:
    for match in _DIGITS.finditer(text):
        start, end = match.span("n")
        if taken.is_free(start, end):
            thousands = 1000 if match["k"] else 1
            end = match.end("k") if match["k"] else end
            signed = _sign(text, match)
            value = float(match["n"].replace(",", "")) * thousands
            yield _completed(text, Number(start - (1 if signed else 0), end, value, signed=signed))
    for match in _GLUED.finditer(text):
        if taken.is_free(*match.span()):
            yield _completed(text, Number(*match.span(), float(match[0])))


def _sign(text: str, match: re.Match[str]) -> int:
    """+1 or -1 for a sign that is written, 0 for none and for a dash."""
    if not match["sign"]:
        return 0
    if match["sign"] == "+":
        return 1
    return 0 if _DASH_OF_RANGE.search(text[max(0, match.start() - 2) : match.start()]) else -1


def _words(text: str, taken: Taken) -> Iterator[Number]:
    for match in _WORDS.finditer(text):
        value = parse_words(match[0])
        if value is None or not taken.is_free(*match.span()):
            continue
        if match[0].lower() != "one" or not is_pronoun(text, *match.span()):
            yield _completed(text, Number(*match.span(), value, in_words=True))


def _zeros(text: str, taken: Taken) -> Iterator[Number]:
    for match in ZERO.finditer(text):
        if taken.is_free(*match.span("none")):
            yield Number(*match.span("none"), 0.0, in_words=True)


def _completed(text: str, number: Number) -> Number:
    """A number with what stands right behind and before it."""
    value = number.value
    unit, end = unit_behind(text, number.end)
    share = share_behind(text, value, end, number.in_words) if unit is None else None
    if share:
        (value, end), unit = share, Unit.PERCENT
    bound = bound_before(text, number.start)
    plus = plus_behind(text, end) if bound is Bound.EXACT else None
    if plus:
        bound, end = Bound.AT_LEAST, plus
    return replace(number, end=end, value=value, unit=unit, bound=bound)


def _ranges(text: str, numbers: list[Number]) -> list[Number]:
    """Marks `100 - 120` as the lower and the upper end of one range."""
    out = list(numbers)
    for i in range(len(out) - 1):
        low, high = out[i], out[i + 1]
        if low.unit is None and low.value < high.value and _BETWEEN.match(text[low.end : high.start]):
            out[i] = replace(low, unit=high.unit, bound=Bound.AT_LEAST, signed=0, range_with=1)
            out[i + 1] = replace(high, bound=Bound.AT_MOST, signed=0, range_with=-1)
    return out
