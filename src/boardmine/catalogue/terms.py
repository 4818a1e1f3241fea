"""The small language in which the words of a metric are written, and its expansion into phrases.

    plain words       matched whole
    (a|b c)           one of these
    [a|b]             one of these, or nothing
    {group}           any entry of a word group
    a ... b           a, then b later in the same clause

How words are matched (case, plurals, hyphens, articles) is the business of `language`. A term expands into segments,
one where it has no gap; a segment is the phrases that may stand there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import product

Segments = tuple[tuple[str, ...], ...]
"""The phrases that may stand at each place of a term, in the order of the places."""

MAX_PHRASES = 20_000
"""A segment that expands into more is a mistake: it would slow every document down."""

_TOKEN = re.compile(r"\s+|[()\[\]{}|]|[^\s()\[\]{}|]+")
_GAP = "..."


class TermSyntaxError(ValueError):
    """A term that cannot be parsed: unbalanced brackets, an unknown group, a group that contains itself."""


def expand(term: str, groups: Mapping[str, Sequence[str]]) -> Segments:
    """The segments of a term with all their phrases, in the order written, without repeats.

    Raises TermSyntaxError where the term is malformed or a segment expands into more than MAX_PHRASES.
    """
    segments = []
    for text in term.split(_GAP):
        phrases = dict.fromkeys(_Expander(text, groups, ()).sequence())
        phrases.pop("", None)
        if not phrases:
            raise TermSyntaxError("is empty, or has a gap with nothing on one side")
        segments.append(tuple(phrases))
    return tuple(segments)


def phrases(term: str, groups: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    """All phrases of a term without gaps. Raises TermSyntaxError, also where it has a gap."""
    segments = expand(term, groups)
    if len(segments) != 1:
        raise TermSyntaxError("may not have a gap here")
    return segments[0]


class _Expander:
    """A recursive descent over one term, which gives phrases, empty where nothing need stand. `within` names the groups
    being expanded, to refuse circles."""

    def __init__(self, term: str, groups: Mapping[str, Sequence[str]], within: tuple[str, ...]) -> None:
        self._tokens = [t for t in _TOKEN.findall(term) if not t.isspace()]
        self._groups = groups
        self._within = within
        self._at = 0

    def sequence(self) -> list[str]:
        alternatives = self._items()
        if self._at != len(self._tokens):
            raise TermSyntaxError(f"has an unexpected {self._tokens[self._at]!r}")
        return alternatives

    def _items(self) -> list[str]:
        parts: list[list[str]] = []
        while self._at < len(self._tokens) and self._tokens[self._at] not in ("|", ")", "]", "}"):
            parts.append(self._item())
        size = 1
        for part in parts:
            size *= len(part)
        if size > MAX_PHRASES:
            raise TermSyntaxError(f"expands into more than {MAX_PHRASES} phrases")
        return [" ".join(filter(None, pieces)) for pieces in product(*parts)]

    def _item(self) -> list[str]:
        symbol = self._tokens[self._at]
        self._at += 1
        if symbol == "(":
            return self._alternatives(")")
        if symbol == "[":
            return [*self._alternatives("]"), ""]
        if symbol == "{":
            return self._group()
        return [symbol.lower()]

    def _alternatives(self, closing: str) -> list[str]:
        found = self._items()
        while self._at < len(self._tokens) and self._tokens[self._at] == "|":
            self._at += 1
            found += self._items()
        if self._at >= len(self._tokens) or self._tokens[self._at] != closing:
            raise TermSyntaxError(f"lacks a {closing!r}")
        self._at += 1
        return list(dict.fromkeys(found))

    def _group(self) -> list[str]:
        if self._tokens[self._at + 1 : self._at + 2] != ["}"]:
            raise TermSyntaxError("has a group that is not written {name}")
        name = self._tokens[self._at]
        self._at += 2
        if name not in self._groups:
            raise TermSyntaxError(f"uses the unknown group {{{name}}}; known are {', '.join(sorted(self._groups))}")
        if name in self._within:
            raise TermSyntaxError(f"uses the group {{{name}}} within itself")
        return list(dict.fromkeys(self._of_group(name)))

    def _of_group(self, name: str) -> Iterator[str]:
        for entry in self._groups[name]:
            yield from _Expander(entry, self._groups, (*self._within, name)).sequence()
