"""Tells headings from other blocks, and ranks them once the whole document is read."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from boardmine.readers.pdf.markers import depth_of, is_number
from boardmine.readers.pdf.paragraphs import LEAST_PROSE, Draft
from boardmine.readers.pdf.words import Word

LARGER = 1.12
"""Type this much larger than body text makes a heading of a short block."""

MOST_WORDS = 24

MOST_WORDS_PLAIN = 14
"""Words of a heading that is set like body text."""

_NO_HEADING = re.compile(
    r"[.,;:!…\]][\"'”’)]*$|\d{2}|\b(?:is|are|was|were|has|have|had|will|would|should)\b|^(?:dear|yours|from|to|by)\b",
    re.I,
)
"""Signs of a sentence, a figure or the lines of a letter."""


@dataclass(frozen=True, slots=True)
class Look:
    """What ranks a heading: its size in half points, whether it is bold, in capitals, and how deep its number is."""

    size: float
    bold: bool
    capitals: bool
    depth: int


class BodySize:
    """The size of body text, told from how many letters of each size a document has so far."""

    def __init__(self) -> None:
        self._letters: Counter[float] = Counter()

    def count(self, words: Iterable[Word]) -> None:
        """Take in the words of a page."""
        page: dict[float, int] = {}
        for word in words:
            page[word.size] = page.get(word.size, 0) + len(word.text)
        for size, letters in page.items():
            self._letters[round(size * 2) / 2] += letters

    @property
    def points(self) -> float:
        """The most common size in points; 10 where nothing was counted."""
        return self._letters.most_common(1)[0][0] if self._letters else 10.0


def is_heading(draft: Draft, body: float) -> bool:
    """Whether a block is a heading: short, and larger than body text, or bold or in capitals throughout."""
    text = draft.text
    words = text.split()
    if not words or len(words) > MOST_WORDS or len(draft.lines) > 3 or draft.footnote:
        return False
    if draft.marker and not is_number(draft.marker):
        return False
    letters = sum(c.isalpha() for c in text)
    if letters < 3 or letters < 0.4 * len(text.replace(" ", "")):
        return False
    ends = text.rstrip("”’\"')")[-1:]
    if text[0].islower() and draft.size < 1.4 * body:
        return False
    if draft.size >= LARGER * body:
        return ends not in ".;," or len(words) < 4
    if any(line.second_x is not None for line in draft.lines) and not draft.bold:
        return False
    if draft.size < 0.85 * body or ends in ".;,":
        return False
    return draft.bold or _in_capitals(text)


def heads(draft: Draft, following: Draft, body: float) -> bool:
    """Whether a line set like body text stands as a heading above what follows it: it stands alone, says no sentence,
    and below it there is one, or a list."""
    text, line = draft.text, draft.lines[0]
    words = text.split()
    if len(draft.lines) > 1 or draft.marker or draft.footnote or line.second_x is not None:
        return False
    if not 0.85 * body < draft.size < LARGER * body or len(words) > MOST_WORDS_PLAIN or not text[:1].isupper():
        return False
    if sum(c.isalpha() for c in text) < 3 or _NO_HEADING.search(text):
        return False
    if following.marker:
        return True
    if following.text[0].isdigit() and len(following.text.split()) > 3:
        return True
    sentence = following.text.rstrip("”’\"')")[-1:] in (".", ":", ";") and len(following.text.split()) > 5
    return sentence or len(following.text.split()) >= LEAST_PROSE


def _in_capitals(text: str) -> bool:
    letters = [c for c in text if c.isalpha()]
    return len(letters) > 3 and all(c.isupper() for c in letters) and len(text.split()) <= 14


def look_of(draft: Draft) -> Look:
    """What ranks a draft among headings."""
    first = draft.marker or draft.text.split()[0]
    depth = depth_of(first) if is_number(first) else 0
    return Look(round(draft.size * 2) / 2, draft.bold, _in_capitals(draft.text), depth)


def levels_of(looks: set[Look]) -> dict[Look, int]:
    """The level of each look, 1 to 6: larger type first, then bold, then capitals. Where headings of one look bear
    numbers of several depths, the deeper come lower."""
    styles = sorted({(look.size, look.bold, look.capitals) for look in looks}, reverse=True)
    rank: dict[tuple[float, bool, bool], int] = {}
    level, last = 0, None
    for size, bold, capitals in styles:
        if last is None or size < 0.95 * last[0] or (bold, capitals) != last[1:]:
            level += 1
        rank[size, bold, capitals] = level
        last = (size, bold, capitals)
    result: dict[Look, int] = {}
    for look in looks:
        style = (look.size, look.bold, look.capitals)
        least = min((o.depth for o in looks if (o.size, o.bold, o.capitals) == style and o.depth), default=0)
        deeper = look.depth - least if look.depth and least else 0
        result[look] = min(6, rank[style] + max(0, deeper))
    return result
