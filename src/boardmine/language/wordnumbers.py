"""Numbers written in words: `twenty-three`, `one hundred and fifty-five`, `two thirds`."""

from __future__ import annotations

import re

_UNITS = {
    word: value
    for value, word in enumerate(
        [
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
        ]
    )
}
_TENS = {
    word: 10 * (i + 2)
    for i, word in enumerate(["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"])
}
_SCALES = {"hundred": 100, "thousand": 1_000, "million": 1_000_000}
_WORDS = "|".join(sorted([*_UNITS, *_TENS, *_SCALES, "dozen"], key=len, reverse=True))

WORD_NUMBER = rf"(?:{_WORDS})(?:(?:[\s-]+(?:and\s+)?)(?:{_WORDS}))*"
"""A run of number words in small letters."""

_NUMERAL = re.compile(rf"\d|\b(?:{_WORDS})")

SMALL_NUMBER = rf"(?:\d{{1,3}}(?:\s?[¼½¾])?|{WORD_NUMBER})"
"""A whole number in digits or words, or one with a fraction behind it, which `small_number` does not read."""

_FRACTIONS = {"half": 2, "third": 3, "quarter": 4, "fifth": 5, "tenth": 10, "eighth": 8, "sixth": 6}
_PARTS = "|".join(_FRACTIONS)
_NUMERATOR = "one|two|three|four|five|six|seven|eight|nine|a"
_OF_SOMETHING = r"(?=\s+(?:of|are|were|have|had)\b)"
_MANY_PARTS = "thirds|fifths|sixths|eighths|tenths"
"""Parts whose plural is a fraction whatever follows; quarters are lengths of time too."""

FRACTION = (
    rf"\b(?:(?P<n>{_NUMERATOR})[\s-](?P<d>{_PARTS})s?\b{_OF_SOMETHING}"
    rf"|(?P<m>{_NUMERATOR})[\s-](?P<ds>{_MANY_PARTS})\b"
    rf"|(?<!first\s)(?<!second\s)(?<!other\s)(?<!latter\s)(?P<half>half)\b{_OF_SOMETHING})"
)
"""A fraction of something, in small letters: `two thirds`, `half of`, `a quarter are`."""

FRACTION_SIGNS = " ".join(_FRACTIONS)
"""One of these is in every FRACTION."""


def has_numeral(lower: str) -> bool:
    """Whether a text in small letters has a number in it, in digits or in words; `tenant` counts as one."""
    return _NUMERAL.search(lower) is not None


def parse_words(text: str) -> float | None:
    """The value of a run of number words, or None where the words make no number (`four five`)."""
    total = group = 0.0
    previous = ""
    for word in re.split(r"[\s-]+", text):
        if word == "and":
            continue
        if word == "dozen":
            group = (group or 1) * 12
        elif word in _SCALES:
            scale = _SCALES[word]
            if scale == 100:
                group = (group or 1) * 100
            else:
                total, group = total + (group or 1) * scale, 0.0
        elif word in _TENS:
            if group % 100:
                return None
            group += _TENS[word]
        elif word in _UNITS:
            if group % 10 or (previous in _UNITS) or (previous in _TENS and _UNITS[word] > 9):
                return None
            group += _UNITS[word]
        else:
            return None
        previous = word
    return total + group


def small_number(text: str) -> int | None:
    """A whole number in digits or words, None where the words make no number."""
    if text.isdigit():
        return int(text)
    value = parse_words(text)
    return None if value is None else int(value)


def fraction_percent(match: re.Match[str]) -> float:
    """A matched FRACTION in per cent, to one decimal: two thirds are 66.7."""
    if match["half"]:
        return 50.0
    words, part = match["n"] or match["m"], match["d"] or match["ds"].removesuffix("s")
    numerator = 1.0 if words == "a" else parse_words(words) or 1.0
    return round(100 * numerator / _FRACTIONS[part], 1)
