"""A passage with everything that was found in it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import NamedTuple, TypeVar

from spacy.tokens import Doc

from boardmine.language.mentions import (
    AreaMention,
    ChangeMention,
    EventMention,
    MemberMention,
    Mention,
    NameMention,
    Number,
    Period,
    PopulationMention,
    Quantity,
    RateMention,
    RoleMention,
    TermMention,
)

_M = TypeVar("_M", bound=Mention)


class Token(NamedTuple):
    """A word or sign of a passage; `lower` is its text in lower case."""

    start: int
    end: int
    lower: str


@dataclass(frozen=True)
class Annotated:
    """A passage with everything that was found in it. All offsets count characters of `text`."""

    text: str
    doc: Doc = field(repr=False, compare=False)
    """The text as spaCy's tokenizer divides it."""
    sentences: tuple[tuple[int, int], ...]
    numbers: tuple[Number, ...]
    quantities: tuple[Quantity, ...]
    periods: tuple[Period, ...]
    terms: tuple[TermMention, ...]
    members: tuple[MemberMention, ...]
    names: tuple[NameMention, ...]
    populations: tuple[PopulationMention, ...]
    events: tuple[EventMention, ...]
    areas: tuple[AreaMention, ...]
    changes: tuple[ChangeMention, ...]
    roles: tuple[RoleMention, ...]
    rates: tuple[RateMention, ...]

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        """The words and signs in order; what is but white space is left out. Few passages are asked for theirs."""
        words = ((token.idx, token.text) for token in self.doc)
        return tuple([Token(start, start + len(word), word.lower()) for start, word in words if not word.isspace()])

    def tokens_between(self, start: int, end: int) -> tuple[Token, ...]:
        """The tokens that lie wholly within a range of characters."""
        first = bisect_left(self.tokens, start, key=lambda t: t.start)
        last = bisect_right(self.tokens, end, key=lambda t: t.end)
        return self.tokens[first:last]

    @staticmethod
    def within(mentions: Iterable[_M], start: int, end: int) -> Iterator[_M]:
        """Those mentions that lie wholly within a range of characters."""
        return (m for m in mentions if m.start >= start and m.end <= end)

    def part(self, start: int, end: int) -> Annotated:
        """The passage with only what was found within a range of characters; text and offsets stay."""
        return replace(
            self,
            sentences=((start, end),),
            numbers=tuple(self.within(self.numbers, start, end)),
            quantities=tuple(self.within(self.quantities, start, end)),
            periods=tuple(self.within(self.periods, start, end)),
            terms=tuple(self.within(self.terms, start, end)),
            members=tuple(self.within(self.members, start, end)),
            names=tuple(self.within(self.names, start, end)),
            populations=tuple(self.within(self.populations, start, end)),
            events=tuple(self.within(self.events, start, end)),
            areas=tuple(self.within(self.areas, start, end)),
            changes=tuple(self.within(self.changes, start, end)),
            roles=tuple(self.within(self.roles, start, end)),
            rates=tuple(self.within(self.rates, start, end)),
        )
