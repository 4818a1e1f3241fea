"""Sentences written anew from parts of one: each number of it is still that of the paper, at its place."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from boardmine.extractors.sentence import Sentence
from boardmine.language.mentions import Number

Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Clause:
    """One of the things told, as a sentence of its own. `pieces` say which of its characters stand where in the
    passage: (start here, end here, start there); `own` is where its number stands in the passage."""

    text: str
    pieces: tuple[tuple[int, int, int], ...]
    own: Range

    def holds(self, number: Number) -> bool:
        """Whether a number of the passage is the clause's own, or stands in the brackets behind it."""
        return self.own[0] <= number.start < self.own[1]

    def original(self, number: Number) -> Range | None:
        """Where a number of the clause stands in the passage; None where it was not taken from there."""
        for start, end, there in self.pieces:
            if start <= number.start < end:
                shift = there - start
                return number.start + shift, min(number.end, end) + shift
        return None


def composed(sentence: Sentence, parts: Iterable[Range | str], own: Range) -> Clause:
    """A clause of ranges of the passage and of words between them."""
    text, pieces = "", []
    for part in parts:
        if isinstance(part, str):
            text += part
        elif part[0] < part[1]:
            pieces.append((len(text), len(text) + part[1] - part[0], part[0]))
            text += sentence.text[slice(*part)]
    return Clause(text, tuple(pieces), own)
