"""Divides a text into lines and says of each what it looks like by itself."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass
from enum import Enum, auto

from boardmine.readers.listmarks import is_bullet, split_marker


class LineKind(Enum):
    """What a line is, as far as it shows alone."""

    BLANK = auto()
    HEADING = auto()
    ITEM = auto()
    PIPE = auto()
    RULE = auto()
    TAGGED = auto()
    FURNITURE = auto()
    TEXT = auto()


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the source: `start` to `end` without its line feed and outer white space.

    `body` is where its text begins behind marker or hashes; `indent` counts the white space before it (a tab is 4).
    """

    kind: LineKind
    start: int
    end: int
    body: int
    indent: int = 0
    marker: str = ""
    level: int = 0


_PAGE_NUMBERS = r"page\s+\d+(?:\s+of\s+\d+)?|\d+\s*\|\s*page|-{2,}\s*page\s+\d+.*"
_LEFT_BLANK = r"this\s+page\s+is\s+(?:intentionally|deliberately)\s+(?:left\s+)?blank"
_BLANK = r"\[?(?:intentionally\s+blank|blank\s+page)\]?"
_FURNITURE = re.compile(rf"^(?:{_PAGE_NUMBERS}|{_LEFT_BLANK}|{_BLANK})\.?$", re.I)

_TABLE_RULE = r"\|?\s*:?-{3,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?"
_LINE_OF_SIGNS = r"[=*_]{3,}"
_SPACED_STARS = r"(?:\*\s*){3,}"
_RULE = re.compile(rf"^(?:{_TABLE_RULE}|{_LINE_OF_SIGNS}|{_SPACED_STARS})$")

_HEADING = re.compile(r"^(#{1,6})\s+(?=\S)")
_CLOSING_HASHES = re.compile(r"(?<=\S)\s+#+$")
_TAG = re.compile(r"</?(?:table|thead|tbody|tr|td|th|html|body)\b", re.I)
_EMPHASIS = re.compile(r"^(?:\*\*|__)(?=\S)")

_GLYPHS = "•▪➤\uf0b7\uf0a7\uf06e\uf0d8\uf0fc"
_MIDDLE_DOT = r"(?<=\s)·(?=\s|$)"
_INNER_GLYPH = re.compile(rf"[{_GLYPHS}]|{_MIDDLE_DOT}")
"""Bullets that stand within a line: a middle dot is one only where it stands free."""


_TABLE_EDGE = re.compile(r"(?P<open><table\b)|</table>", re.I)


def split_lines(source: str) -> list[Line]:
    """The lines of a text. A line with bullets in its middle is divided before each of them, and one with an HTML
    table before and behind that."""
    lines: list[Line] = []
    start = 0
    for raw in source.split("\n"):
        lines += _divided(source, start, start + len(raw))
        start += len(raw) + 1
    return lines


def _divided(source: str, start: int, end: int) -> list[Line]:
    cuts = {start}
    for edge in _TABLE_EDGE.finditer(source, start, end):
        cuts.add(edge.start() if edge["open"] else edge.end())
    first = end - len(source[start:end].lstrip())
    last = start
    for match in _INNER_GLYPH.finditer(source, start, end):
        at = match.start()
        if at > first and split_marker(source[last:at])[1].strip():
            cuts.add(at)
            last = at
    edges = [*sorted(cuts - {end} or cuts), end]
    return [_line(source, a, b) for a, b in itertools.pairwise(edges)]


def _line(source: str, start: int, end: int) -> Line:
    raw = source[start:end]
    stripped = raw.strip()
    if not stripped:
        return Line(LineKind.BLANK, start, end, end)
    lead = raw[: len(raw) - len(raw.lstrip())]
    indent = len(lead.expandtabs(4))
    start += len(lead)
    end = start + len(stripped)
    heading = _HEADING.match(stripped)
    if heading:
        behind = start + len(_CLOSING_HASHES.sub("", stripped))
        return Line(LineKind.HEADING, start, behind, start + heading.end(), indent, level=len(heading[1]))
    if stripped == "|" or _RULE.match(stripped):
        return Line(LineKind.RULE, start, end, start, indent)
    if _FURNITURE.match(stripped):
        return Line(LineKind.FURNITURE, start, end, start, indent)
    if _TAG.search(stripped):
        return Line(LineKind.TAGGED, start, end, start, indent)
    if stripped.count("|") >= 2 or (stripped.startswith("|") and len(stripped) > 1):
        return Line(LineKind.PIPE, start, end, start, indent)
    plain = _EMPHASIS.sub("  ", stripped)
    marker, rest = split_marker(plain)
    if marker:
        inner, deeper = split_marker(rest)
        if inner and is_bullet(marker) and deeper:
            marker, rest = inner, deeper
        body = start + len(plain) - len(rest)
        return Line(LineKind.ITEM, start, end, body, indent, marker=marker)
    return Line(LineKind.TEXT, start, end, start, indent)
