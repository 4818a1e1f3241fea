"""Which quotes are withheld: those whose words hold a number that is withheld, wherever they stand.

A paper may say a small number again in words that were read as no statement, and a later paper may repeat them. So
nothing is quoted that has a withheld number of its document or of its metric in it, or any number so small that it
would be withheld; days of months, quarters and ages do not count.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

_WORDS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_MONTHS = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec"
_NO_COUNT = re.compile(
    rf"""
    \b\d{{1,2}}(?:st|nd|rd|th)?\ +(?:{_MONTHS})[a-z]*      # 31 March
  | \b(?:{_MONTHS})[a-z]*\ +\d{{1,2}}(?:st|nd|rd|th)?\b   # March 31
  | \b(?:quarter|q|page|p\.|item|section|appendix|table|figure|key\ stage)\ ?\d+\b
  | \b(?:19|20)\d\d(?:\s?[-/–]\s?\d{{2,4}})?            # 2023/24
  | \b\d{{1,2}}[.:]\d\d\s?[ap]m\b
  | \baged?\ \d+(?:\s?(?:-|–|to)\s?\d+)?\b
    """,
    re.IGNORECASE | re.VERBOSE,
)
_NUMBER = re.compile(rf"(?<![\d.,])\d+(?:,\d{{3}})*(?:\.\d+)?|\b(?:{'|'.join(_WORDS)})\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Quote:
    """A statement's words: its name, its document and metric, how its number is written, and the words."""

    observation: str
    document: str
    metric: str
    number: str
    words: str


def telling(quotes: Iterable[Quote], numbers: set[str], limit: int) -> Iterator[str]:
    """The observations, of those of one council, whose words must not be shown, where `numbers` are those whose numbers
    are withheld."""
    all_quotes = list(quotes)
    secret: dict[str, set[float]] = defaultdict(set)
    for quote in all_quotes:
        if quote.observation in numbers:
            for value in _numbers(quote.number):
                secret[quote.document].add(value)
                secret[quote.metric].add(value)
    for quote in all_quotes:
        said = set(_numbers(quote.words))
        hidden = secret[quote.document] | secret[quote.metric]
        if quote.observation in numbers or said & hidden or any(0 < value < limit for value in said):
            yield quote.observation


def _numbers(words: str) -> Iterator[float]:
    """The numbers in some words that may be counts."""
    for found in _NUMBER.finditer(_NO_COUNT.sub(" ", words)):
        text = found[0].lower()
        yield float(_WORDS.index(text) + 1) if text in _WORDS else float(text.replace(",", ""))
