"""Sentences that leave out what two numbers share, spelt out: `12 started and 15 ceased to be looked after` says `12
started to be looked after`, and `16 were adopted and 19 placed` says `19 placed for adoption`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from boardmine.extractors.prose.clauses import Clause, Range, composed
from boardmine.extractors.sentence import Sentence
from boardmine.language.wording import one_of

_PEOPLE = (
    rf"(?:(?:more\s+|other\s+)?{one_of('children and young people, children, young people, people, of them')}\s+)?"
)
_AUXILIARY = rf"(?:{one_of('were, was, had been, have been, had, have')}\s+)?"
_COME_AND_GO = one_of(
    "started, began, begun, commenced, entered, came into, went into, came onto, came on to, ceased, ended, left, "
    "stopped, exited, came out of, went out of, came off"
)
_NUMBER = r"(?:\d[\d,]*|one|two|three|four|five|six|seven|eight|nine|ten)(?:\s*\([^()]{1,12}\))?"
_AND = r",?\s+(?:and|while|whilst|with|but)\s+(?:a\s+further\s+|only\s+|just\s+)?"
_TIME = one_of(
    "in, during, between, since, by, over, within, this, last, at, from, on, and, but, while, compared, a, an"
)
_TAIL = rf"(?P<tail>(?:\s+(?!{_TIME}\b)[a-z][\w’'-]*){{1,7}}?)(?=[.,;:()]|\s+{_TIME}\b|\s*$)"
_SHARED_END = re.compile(
    rf"\b{_NUMBER}\s+{_PEOPLE}{_AUXILIARY}(?P<verb>{_COME_AND_GO})(?P<gap>){_AND}{_NUMBER}\s+{_PEOPLE}{_AUXILIARY}"
    rf"{_COME_AND_GO}{_TAIL}",
    re.I,
)
_ADOPTED = one_of("adopted, adoptions, adoption orders, adoption orders granted, adoption orders made")
_PLACED_TOO = re.compile(
    rf"\b{_NUMBER}\s+{_PEOPLE}{_AUXILIARY}{_ADOPTED}{_AND}{_NUMBER}\s+{_PEOPLE}{_AUXILIARY}placed(?P<gap>)"
    r"(?=[.,;:()]|\s*$|\s+(?:in|during|over|within)\s+(?:the\s+|this\s+|that\s+)?(?:\w+\s+)?(?:year|quarter|period|month|\d))",
    re.I,
)
_FOR_ADOPTION = " for adoption"
_KIND = one_of(
    "initial, review, formal, informal, mainstream, connected, kinship, in-house, internal, external, statutory, "
    "corporate"
)
_TWO_KINDS = re.compile(rf"\b{_NUMBER}\s+{_KIND}(?P<gap>),?\s+and\s+{_NUMBER}\s+(?={_KIND}\s){_KIND}{_TAIL}", re.I)
"""`402 initial and 811 review conferences`"""


def spelt_out(sentence: Sentence) -> Clause | None:
    """The sentence with the words that it leaves out; None where it leaves out none that are known."""
    gaps = sorted(_gaps(sentence))
    if not gaps:
        return None
    parts: list[Range | str] = []
    at = sentence.start
    for gap, words in gaps:
        parts += [(at, gap), words]
        at = gap
    return composed(sentence, [*parts, (at, sentence.end)], (sentence.start, sentence.end))


def _gaps(sentence: Sentence) -> Iterator[tuple[int, str]]:
    """Where words are left out, and which."""
    for found in _SHARED_END.finditer(sentence.text, sentence.start, sentence.end):
        yield found.start("gap"), found["tail"]
    for found in _TWO_KINDS.finditer(sentence.text, sentence.start, sentence.end):
        yield found.start("gap"), found["tail"]
    for found in _PLACED_TOO.finditer(sentence.text, sentence.start, sentence.end):
        yield found.start("gap"), _FOR_ADOPTION
