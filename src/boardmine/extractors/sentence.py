"""A sentence with its mentions, and the questions that joining asks of it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TypeVar

from boardmine.language.annotate import Annotated, Token
from boardmine.language.mentions import Mention

_M = TypeVar("_M", bound=Mention)

_HARD_STOP = re.compile(r"[;|]|\.\s|\n")
_CLAUSE = re.compile(r",|\s[–—-]\s|\b(?:while|whilst|whereas|but|however|although|with|which)\b", re.I)


class Sentence:
    """One sentence of an annotated passage, or a whole short passage. Offsets are those of the passage."""

    def __init__(self, passage: Annotated, start: int, end: int) -> None:
        self.passage = passage
        self.start = start
        self.end = end
        self.text = passage.text
        self.numbers = self._own(passage.numbers)
        self.quantities = self._own(passage.quantities)
        self.periods = self._own(passage.periods)
        self.terms = self._own(passage.terms)
        self.members = self._own(passage.members)
        self.populations = self._own(passage.populations)
        self.events = self._own(passage.events)
        self.areas = self._own(passage.areas)
        self.changes = self._own(passage.changes)
        self.roles = self._own(passage.roles)
        self.rates = self._own(passage.rates)

    def _own(self, mentions: Iterable[_M]) -> tuple[_M, ...]:
        return tuple(m for m in mentions if m.start >= self.start and m.end <= self.end)

    def between(self, start: int, end: int) -> str:
        """The text of a range, cut to the sentence."""
        return self.text[max(start, self.start) : min(end, self.end)]

    def tokens_after(self, at: int, count: int) -> tuple[Token, ...]:
        """Up to `count` tokens behind an offset."""
        return self.passage.tokens_between(at, self.end)[:count]

    def tokens_before(self, at: int, count: int) -> tuple[Token, ...]:
        """Up to `count` tokens before an offset, in their order."""
        return self.passage.tokens_between(self.start, at)[-count:]

    def has_hard_stop(self, start: int, end: int) -> bool:
        """Whether a semicolon, line end or stop lies in a range."""
        return _HARD_STOP.search(self.text, max(start, self.start), min(end, self.end)) is not None

    def clause_breaks(self, start: int, end: int) -> int:
        """How many commas, dashes and such words lie in a range."""
        return len(_CLAUSE.findall(self.text, max(start, self.start), min(end, self.end)))

    def words_between(self, start: int, end: int) -> int:
        """How many tokens lie in a range."""
        return len(self.passage.tokens_between(start, end))
