"""Rules: a pattern, what a match of it says, and the signs without which it cannot match.

Rules stand in an order, and each claims the characters of its mentions: what an earlier rule has read, no later one
reads again. Patterns are written in small letters and matched against the text in lower case, which is several times
faster than ignoring case; a rule for which capitals matter reads the text as it is written.

Most texts have none of a rule's signs (`month`, `£`, a digit), and to look for a sign costs far less than to look for
a pattern: so a text is searched for all signs once, and only the rules that are due are tried.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Generic, TypeVar

from boardmine.language.mentions import Mention

DIGIT = r"\d"
"""The sign that stands for any digit."""

_ANY_DIGIT = re.compile(DIGIT)
_SETS_OF_SIGNS = 4096
"""For how many different sets of signs it is remembered which rules are due."""

M = TypeVar("M", bound=Mention)


@dataclass(frozen=True, slots=True)
class Rule(Generic[M]):
    """One rule.

    - `pattern`: matched against the text in lower case or, with `as_written`, against the text itself.
    - `read`: what a match says, with the offsets of the match; None where it says nothing (the 31st of February).
    - `signs`: of each group, a text must hold one sign (in lower case), or the pattern cannot match.
    """

    pattern: re.Pattern[str]
    read: Callable[[re.Match[str]], M | None]
    signs: tuple[tuple[str, ...], ...] = ()
    as_written: bool = False


def rule(pattern: str, read: Callable[[re.Match[str]], M | None], *signs: str, as_written: bool = False) -> Rule[M]:
    """A rule. Each of `signs` is a group of signs set apart by blanks: `"year yr", DIGIT` is a year and a digit."""
    return Rule(re.compile(pattern), read, tuple(tuple(group.split()) for group in signs), as_written)


class Rules(Generic[M]):
    """Rules in their order."""

    def __init__(self, rules: Iterable[Rule[M]]) -> None:
        self.all = tuple(rules)
        words = dict.fromkeys(sign for r in self.all for group in r.signs for sign in group if sign != DIGIT)
        bits = {DIGIT: 1} | {word: 2 << i for i, word in enumerate(words)}
        self._words = tuple((word, bits[word]) for word in words)
        self._needs = tuple((r, tuple(sum(bits[s] for s in group) for group in r.signs)) for r in self.all)
        self._due = lru_cache(maxsize=_SETS_OF_SIGNS)(self._due_of)

    def due(self, lower: str) -> tuple[Rule[M], ...]:
        """The rules whose signs a text in lower case has, in order. No other rule can match."""
        seen = 1 if _ANY_DIGIT.search(lower) else 0
        for word, bit in self._words:
            if word in lower:
                seen |= bit
        return self._due(seen)

    def _due_of(self, seen: int) -> tuple[Rule[M], ...]:
        return tuple(r for r, needs in self._needs if all(seen & need for need in needs))

    def all_mentions(self, text: str) -> list[M]:
        """The mentions of every rule, rule by rule; those of two rules may overlap."""
        mentions = (due.read(match) for due, match in self._matches(text))
        return [mention for mention in mentions if mention is not None]

    def _matches(self, text: str) -> Iterator[tuple[Rule[M], re.Match[str]]]:
        """All matches, rule by rule, those of one rule in order of place; matches of two rules may overlap."""
        lower = lower_case(text)
        for due in self.due(lower):
            for match in due.pattern.finditer(text if due.as_written else lower):
                yield due, match

    def find(self, text: str, taken: Taken) -> list[M]:
        """The mentions outside what is taken, in order of place, none overlapping another. They are taken then."""
        found: list[M] = []
        for due, match in self._matches(text):
            if taken.is_free(*match.span()):
                mention = due.read(match)
                if mention is not None:
                    found.append(mention)
                    taken.take(mention.start, mention.end)
        found.sort(key=lambda mention: mention.start)
        return found


class Taken:
    """The characters of a text that mentions have claimed."""

    __slots__ = ("_marks",)

    def __init__(self, length: int) -> None:
        self._marks = bytearray(length)

    def take(self, start: int, end: int) -> None:
        """Claims the characters from `start` up to `end`."""
        self._marks[start:end] = b"\x01" * (end - start)

    def is_free(self, start: int, end: int) -> bool:
        """Whether none of these characters is claimed."""
        return self._marks.find(1, start, end) < 0


_IN_PLAIN = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹‐‑‒", " " * 10 + "---")


_DASH_WITHIN = re.compile(r"(?<=[^\W_])–(?=[^\W_])|(?<=\d)−(?=\d)|(?<=\d\s)−(?=\s\d)")
"""A dash or a minus that stands for a hyphen: `2014–15`, `0−5`. Behind a blank a minus is a sign."""

_BLANKS_WITHIN = re.compile(r"(?<![\d.,])\d{1,3}(?:[\u00a0\u2009\u202f]\d{3})+(?!\d)")
"""`12 345` with blanks that hold it together."""


def plain(text: str) -> str:
    """A text as rules read it, every character at its place: hyphens and what stands for them as `-`, the blanks within
    a number as commas, and a blank for each raised figure, a footnote's mark (`2014¹²` is a year)."""
    if text.isascii():
        return text
    text = _DASH_WITHIN.sub("-", text.translate(_IN_PLAIN))
    return _BLANKS_WITHIN.sub(lambda m: re.sub(r"\s", ",", m[0]), text)


def lower_case(text: str) -> str:
    """A text in lower case, every character at its place: `İ`, which would become two, stays as it is."""
    lower = text.lower()
    if len(lower) == len(text):
        return lower
    return "".join(c if len(c.lower()) > 1 else c.lower() for c in text)
