"""Divides a text into lines and says of each what it looks like by itself."""

from __future__ import annotations

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


_FURNITURE = re.compile(
    r"^(?:page\s+\d+(?:\s+of\s+\d+)?|\d+\s*\|\s*page|this\s+page\s+is\s+intentionally\s+left\s+blank|"
    r"\[?(?:intentionally\s+blank|blank\s+page)\]?|-{2,}\s*page\s+\d+.*)\.?$",
    re.I,
)
_RULE = re.compile(r"^(?:\|?\s*:?-{3,}:?\s*)(?:\|\s*:?-{2,}:?\s*)*\|?$|^[=*_]{3,}$|^(?:\*\s*){3,}$")
_HEADING = re.compile(r"^(#{1,6})\s+(?=\S)")
_TAG = re.compile(r"</?(?:table|thead|tbody|tr|td|th|html|body)\b", re.I)
_INNER_GLYPH = re.compile(
    r"(?:(?<=\s)|(?<=\S))[ \t]*(?P<glyph>[•▪➤\uf0b7\uf0a7\uf06e\uf0d8\uf0fc]|(?<=\s)·(?=\s|$))[ \t]*"
)


def split_lines(source: str) -> list[Line]:
    """The lines of a text. A line with bullets in its middle is divided before each of them."""
    lines: list[Line] = []
    start = 0
    for raw in source.split("\n"):
        lines += _divided(source, start, start + len(raw))
        start += len(raw) + 1
    return lines


def _divided(source: str, start: int, end: int) -> list[Line]:
    cuts = [start]
    for match in _INNER_GLYPH.finditer(source, start, end):
        at = match.start("glyph")
        if source[start:at].strip() and split_marker(source[cuts[-1] : at])[1].strip():
            cuts.append(at)
    return [_line(source, a, b) for a, b in zip(cuts, [*cuts[1:], end], strict=True)]


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
        return Line(LineKind.HEADING, start, end, start + heading.end(), indent, level=len(heading[1]))
    if stripped == "|" or _RULE.match(stripped):
        return Line(LineKind.RULE, start, end, start, indent)
    if _FURNITURE.match(stripped):
        return Line(LineKind.FURNITURE, start, end, start, indent)
    if _TAG.search(stripped):
        return Line(LineKind.TAGGED, start, end, start, indent)
    if stripped.count("|") >= 2 or (stripped.startswith("|") and len(stripped) > 1):
        return Line(LineKind.PIPE, start, end, start, indent)
    plain = re.sub(r"^(?:\*\*|__)(?=\S)", "  ", stripped)
    marker, rest = split_marker(plain)
    if marker:
        inner, deeper = split_marker(rest)
        if inner and is_bullet(marker) and deeper:
            marker, rest = inner, deeper
        body = start + len(plain) - len(rest)
        return Line(LineKind.ITEM, start, end, body, indent, marker=marker)
    return Line(LineKind.TEXT, start, end, start, indent)
