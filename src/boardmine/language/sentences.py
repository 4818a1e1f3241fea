"""Divides a passage into sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator

_END = re.compile(r"[.?!]+[)\"'”’\]]*(?=\s|$)")
_ABBREVIATION = re.compile(
    r"(?:\b(?:e\.?g|i\.?e|etc|approx|c|cf|vs|no|nos|incl|inc|excl|Mr|Mrs|Ms|Dr|Cllr|St|Rev|Prof|Hon|para|paras|fig|p|pp|ref|reg|s|ss|art|dept|est|max|min|avg|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)|\b[A-Z])\.$"
)
_STARTS_LOWER = re.compile(r"\s+[a-z]")


def sentence_ends(text: str) -> Iterator[tuple[int, int]]:
    """The ranges of the sentences, without the white space around them. A text without any stop is one sentence.

    A stop ends a sentence unless it belongs to an abbreviation, an initial or a number, or a small letter follows.
    """
    start = 0
    for match in _END.finditer(text):
        end = match.end()
        if match[0].startswith(".") and _ABBREVIATION.search(text[start : match.start() + 1]):
            continue
        if _STARTS_LOWER.match(text, end) and not match[0].startswith(("?", "!")):
            continue
        yield from _trimmed(text, start, end)
        start = end
    yield from _trimmed(text, start, len(text))


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        yield start, end
