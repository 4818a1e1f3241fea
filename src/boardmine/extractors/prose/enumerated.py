"""Sentences that list what one label is for several: `Reviews on time: CP 95%, CLA 97%` says `Reviews on time: CP 95%`
and `Reviews on time: CLA 97%`."""

from __future__ import annotations

import re

from boardmine.extractors.prose.clauses import Clause, Range, composed
from boardmine.extractors.sentence import Sentence
from boardmine.language.mentions import Number

_LEAD = re.compile(r"\W*[^\W\d][^:;.]{2,100}:\s+")
_PARTING = re.compile(r"\s*(?:[,;]\s*(?:and\s+)?|\band\s+)(?=[^\W_])")
_OPENS = re.compile(r"[^\W_][^,;:()]{0,50}?\s*[-–—=:]?\s*")
"""All of an item before its number: its label."""
_CLOSES = re.compile(r"\s*(?:\([^()]{1,20}\))?\s*")
"""All of an item behind its number: something in brackets, at most."""
_STOP = re.compile(r"[\s.;]*")


def told_in_a_row(sentence: Sentence) -> tuple[Clause, ...]:
    """A clause for each item of such a sentence; none for any other."""
    lead = _LEAD.match(sentence.text, sentence.start, sentence.end)
    if lead is None or any(n.start < lead.end() for n in sentence.numbers):
        return ()
    items = _items(sentence, lead.end())
    if len(items) < 2:
        return ()
    return tuple(composed(sentence, (lead.span(), item), item) for item in items)


def _items(sentence: Sentence, at: int) -> list[Range]:
    """The items from an offset on, where there is nothing else up to the end: each a label and one number."""
    items: list[Range] = []
    while _STOP.fullmatch(sentence.text, at, sentence.end) is None:
        number = next((n for n in sentence.numbers if n.start >= at), None)
        end = _item_end(sentence, at, number) if number else None
        if end is None:
            return []
        items.append((at, end))
        parting = _PARTING.match(sentence.text, end, sentence.end)
        at = parting.end() if parting else end
        if parting is None and _STOP.fullmatch(sentence.text, at, sentence.end) is None:
            return []
    return items


def _item_end(sentence: Sentence, at: int, number: Number) -> int | None:
    if _OPENS.fullmatch(sentence.text, at, number.start) is None:
        return None
    behind = _CLOSES.match(sentence.text, number.end, sentence.end)
    return behind.end() if behind else number.end
