"""Numbers that count or share something that no metric is for.

A number is said to be of something else only where that is known: its sentence says what it is of, and neither there
nor in what governs the sentence is a word of any metric, of a breakdown, or of a target. All others stay unexplained,
for they may be values whose words are not in the catalogue yet.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from boardmine.checks.ledger.fates import Fate, Known
from boardmine.checks.ledger.mentions import Reading, counted_noun, located
from boardmine.checks.ledger.spots import Spot
from boardmine.language.annotate import Annotated
from boardmine.language.mentions import Mention, Number
from boardmine.language.wording import FUNCTION_WORDS, PEOPLE
from boardmine.records import Unit

At = Callable[[int, int], Known | None]
"""What is known so far of a range of the document's text."""

_BRACKET = re.compile(r"\s*[(\[]\s*")
_BEHIND_BRACKET = re.compile(r"\s*(?:[)\]]|\([^()]{1,20}\))")
"""The end of the bracket that a number stands in, or a bracket behind it: `61% (32,573) of`."""
_GOES_ON = re.compile(r"\s+(?:were|was|are|is|have|has|had|of\s+(?:these|those|them|which)|as)\b", re.I)
_OF_OTHERS = re.compile(r"\b(?:of\s+(?:these|those|them|whom|which)|the\s+(?:rest|remainder|others?))\b", re.I)
_FEWEST_WORDS = 3
"""Fewer words than these do not say what a share is of."""


@dataclass(frozen=True, slots=True)
class _Counted:
    """A number that is known to be of something else, with what it is of."""

    number: Number
    note: str


def names_metrics(found: Annotated) -> bool:
    """Whether a passage has words of a metric, or of whom or what metrics are of."""
    return bool(found.terms or found.populations or found.events)


def other_things(spots: Iterable[Spot], at: At) -> Iterator[Known]:
    """The numbers of the running text that are of something else."""
    for spot in spots:
        if spot.reading is not None:
            yield from _in_passage(spot, spot.reading, at)


def _in_passage(spot: Spot, reading: Reading, at: At) -> Iterator[Known]:
    passage, annotated = reading
    before: _Counted | None = None
    numbers = sorted(annotated.numbers, key=lambda number: number.start)
    known = [next((at(k.start, k.end) for k in located(passage, n, Fate.UNEXPLAINED)), None) for n in numbers]
    open_to_claims = any(k is not None and k.fate is Fate.OBSERVATION for k in known)
    governed = any(names_metrics(found) for found in (*spot.over, *spot.near))
    for number, account in zip(numbers, known, strict=True):
        if account is not None:
            other = account.fate in (Fate.OTHER_COUNT, Fate.OTHER_SHARE)
            before = _Counted(number, account.note) if other else None
            continue
        note = _taken_over(annotated, number, before)
        if note is None and not open_to_claims and not governed and _is_other_share(annotated, number):
            note = _noun_behind(annotated, number)
        if note is None:
            before = None
            continue
        before = _Counted(number, note)
        fate = Fate.OTHER_SHARE if number.unit is Unit.PERCENT else Fate.OTHER_COUNT
        yield from located(passage, number, fate, note)


def _taken_over(annotated: Annotated, number: Number, before: _Counted | None) -> str | None:
    """What a number is of that restates the one before it (`24 (40%)`) or goes on from it (`Twelve of them were`)."""
    if before is None:
        return None
    between = annotated.text[before.number.end : number.start].lstrip()
    if _BRACKET.fullmatch(between.removeprefix(before.note)):
        return before.note or _noun_behind(annotated, number)
    goes_on = _GOES_ON.match(annotated.text, number.end)
    return before.note if goes_on and not _sentence_speaks(annotated, number) else None


def _noun_behind(annotated: Annotated, number: Number) -> str:
    """The noun behind a number, or behind the bracket that it is in or that restates it."""
    bracket = _BEHIND_BRACKET.match(annotated.text, number.end)
    return counted_noun(annotated, bracket.end() if bracket else number.end)


def _is_other_share(annotated: Annotated, number: Number) -> bool:
    start, end = _sentence(annotated, number)
    tokens = annotated.tokens_between(start, end)
    words = [t for t in tokens if t.lower.isalpha() and t.lower not in FUNCTION_WORDS | PEOPLE]
    return (
        number.unit is Unit.PERCENT
        and len(words) >= _FEWEST_WORDS
        and not _sentence_speaks(annotated, number)
        and not _OF_OTHERS.search(annotated.text, start, end)
    )


def _sentence_speaks(annotated: Annotated, number: Number) -> bool:
    """Whether the sentence of a number has a word of a metric, a breakdown, an event or a target."""
    start, end = _sentence(annotated, number)
    found: tuple[tuple[Mention, ...], ...] = (
        annotated.terms,
        annotated.members,
        annotated.populations,
        annotated.events,
        annotated.roles,
    )
    return any(m.start < end and m.end > start for mentions in found for m in mentions)


def _sentence(annotated: Annotated, number: Number) -> tuple[int, int]:
    inside = ((a, b) for a, b in annotated.sentences if a <= number.start < b)
    return next(inside, (0, len(annotated.text)))
