"""How runs of text join within a paragraph: white space, line breaks, and marks that are raised above the line."""

from __future__ import annotations

import re

GAP = "\x1f"
"""Stands where a mark was left out: it becomes a space where two words would else be glued, and nothing elsewhere.
The character can come from neither XML nor, once `plain` has passed over it, from HTML."""

_INVISIBLE = re.compile("[\xad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f]")
_SPACES = re.compile(r"[^\S\n]+")
_GAPS = re.compile(rf"(?<=\S){GAP}+(?=\w)")

_ORDINAL = re.compile(r"(?:st|nd|rd|th)\b.*", re.IGNORECASE | re.DOTALL)
_FOOTNOTE = re.compile(r"[\[(]?(?:\d{1,3}|[a-z]|[ivx]{2,5}|[*†‡§#]{1,3})(?:\s*[,–-]\s*(?:\d{1,3}|[a-z]))*[\])]?")
_UNIT = re.compile(r"(?:^|[\d\s])(?:mm|cm|m|km|ft|in|yd)\Z")


def plain(text: str) -> str:
    """Text as it came from a file, without characters that show nothing; its line feeds are white space only."""
    return _CONTROLS.sub(" ", _INVISIBLE.sub("", text)).replace("\n", " ")


def raised(text: str, before: str) -> str:
    """How superscript `text` joins onto the paragraph so far: a footnote's mark is set apart by a space, so that
    `702` with a raised 1 is not 7021; the `th` of 14th and the 2 of m2 stay where they are."""
    mark = text.strip()
    if not mark or not before or before[-1].isspace() or not _FOOTNOTE.fullmatch(mark):
        return text
    if before[-1].isdigit() and _ORDINAL.match(mark):
        return text
    if mark in "23" and _UNIT.search(before[-4:]):
        return text
    return f" {mark}{GAP}"


def tidy(text: str) -> str:
    """A paragraph's text: white space collapsed to single spaces, line feeds (breaks the author made) kept."""
    if GAP in text:
        text = _GAPS.sub(" ", text).replace(GAP, "")
    text = _SPACES.sub(" ", text)
    if "\n" not in text:
        return text.strip(" ")
    return "\n".join(line.strip(" ") for line in text.split("\n")).strip("\n")
