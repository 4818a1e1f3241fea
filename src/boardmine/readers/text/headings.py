"""Which lines of a plain text are headings, by their look: a text that a converter left has no other sign of them."""

from __future__ import annotations

import re

_MAX_WORDS = 14
_MAX_WORDS_BEFORE_COLON = 5
_LEVEL_OF_CAPITALS = 2
_LEVEL_OF_BOLD = 3
_LEVEL_OF_PLAIN = 4

MINUTE = re.compile(r"\d{1,3}/\d{1,3}\s+\S")
"""The number of a minute before its title: `21/18 PERFORMANCE`."""

_OPENING = re.compile(r"[A-Z“‘\"(]|\d{1,3}/\d{1,3}\s|\d+\.\s")
_STOP = re.compile(r"[.?!:;…][)\"'”’\]*_]*$")
_UNFINISHED = re.compile(r"(?:\b(?:and|or|of|the|to|in|for|with|by|from|at|a|an|that|which|as)|,)$")
_FIGURE = re.compile(r"\d{2,}")
_VALUE = re.compile(r"[:=]\s*[<>~]?\s*\d[\d,.]*\s*(?:%|per\s+cent)?\W*$")
"""A label with its number: `Under 1 year: 7%`."""
_STATEMENT = re.compile(r"\b(?:is|are|was|were|has|have|will|would|should|had)\b")
_BOLD_OPENS = ("**", "__", "<b>", "<u>")
_BOLD_CLOSES = ("**", "__", "</b>", "</u>")


def is_heading(text: str, raw: str) -> bool:
    """Whether a line that stands alone is a heading. `raw` is the line with its markup."""
    words = text.split()
    if not words or len(words) > _MAX_WORDS or not _OPENING.match(text):
        return False
    if (_STOP.search(text) and not text.endswith((":", "?"))) or _UNFINISHED.search(text):
        return False
    if text.endswith(":") and len(words) > _MAX_WORDS_BEFORE_COLON:
        return False
    if _VALUE.search(text) and not MINUTE.match(text):
        return False
    if _is_bold(raw) or text.isupper():
        return True
    if _FIGURE.search(text) and not MINUTE.match(text):
        return False
    return not _STATEMENT.search(text)


def heading_level(text: str, raw: str) -> int:
    """The level of a heading known by its look: minutes and capitals above bold, bold above plain."""
    if MINUTE.match(text) or text.isupper():
        return _LEVEL_OF_CAPITALS
    return _LEVEL_OF_BOLD if raw.startswith(_BOLD_OPENS) else _LEVEL_OF_PLAIN


def is_minute_heading(text: str) -> bool:
    """Whether a paragraph is the heading of a minute, however many lines it takes: `21/18 PERFORMANCE`."""
    return MINUTE.match(text) is not None and text.upper() == text


def _is_bold(raw: str) -> bool:
    return raw.startswith(_BOLD_OPENS) and raw.removesuffix(":").endswith(_BOLD_CLOSES)
