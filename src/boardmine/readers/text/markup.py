"""Takes the markup out of stretches of plain text and Markdown, keeping the way back to the source.

What goes: emphasis, inline HTML tags, comments, the backslash of an escape, images, link targets, code ticks,
characters that show nothing. White space is folded to one space, which has no source of its own. A footnote mark (a
raised digit or letter) is set apart from the word it hangs on. An entity (`&pound;`) becomes the character it stands
for, whose source is the ampersand. All other characters of a passage are those of the source.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable

from boardmine.document import Passage, Piece

_COMMENT = r"(?P<comment><!--)"
_RAISED = r"(?P<sup><sup>\s*(?P<raised>[^<\s][^<]{0,5}?)\s*</sup>)"
_TAG = r"(?P<tag></?[a-zA-Z][^<>]{0,300}>)"
_ESCAPE = r"(?P<escape>\\(?P<escaped>[\\`*_{}\[\]()#+.!|~<>&$%-]))"
_IMAGE = r"(?P<image>!\[[^\]\n]{0,400}\]\([^)\n]{0,2000}\))"
_LINK = r"(?P<link>\[(?P<shown>[^\]\n]{0,400})\]\((?P<target>[^)\n]{0,2000})\))"
_ENTITY = r"(?P<entity>&(?:\#\d{1,6}|\#x[0-9a-fA-F]{1,5}|[a-zA-Z]{2,10});)"
_SEAM = r"(?P<seam>(?<=[^\s*])(?:\*{4}|_{4})(?=[^\s*_]))"
_STARS = r"(?P<stars>\*\*\*|\*\*|(?<![\w*])\*(?=\S)|(?<=\S)\*(?![\w*]))"
_STRIKE = r"(?P<strike>~~)"
_UNDERSCORES = r"(?P<under>(?<![\w_])__?(?=\S)|(?<=\S)__?(?![\w_]))"
_TICKS = r"(?P<ticks>`+)"
_CARET = r"(?P<ordinal>(?<=\d)\^(?=\w))"
_SPACE = r"(?P<space>\s+|[\u00ad\u200b-\u200d\ufeff\x00]+)"
_KINDS = (
    *(_COMMENT, _RAISED, _TAG, _ESCAPE, _IMAGE, _LINK, _ENTITY),
    *(_SEAM, _STARS, _STRIKE, _UNDERSCORES, _TICKS, _CARET, _SPACE),
)
_MARKUP = re.compile("|".join(_KINDS))
"""Markup of every kind, the first that fits. Lengths are bounded, so that no text takes more than linear time."""

_BREAKING_TAG = re.compile(r"</?(?:br|p|div|li|td|th|tr)\b", re.I)
_ORDINAL = frozenset({"st", "nd", "rd", "th"})


class PassageBuilder:
    """Puts a passage together from runs of a source text and spaces of its own."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._out: list[str] = []
        self._length = 0
        self._pieces: list[Piece] = []

    def run(self, start: int, end: int) -> None:
        """Append `source[start:end]`."""
        if start >= end:
            return
        last = self._pieces[-1] if self._pieces else None
        if last and last.start + last.length == start and last.at + last.length == self._length:
            self._pieces[-1] = Piece(last.at, last.start, last.length + end - start)
        else:
            self._pieces.append(Piece(self._length, start, end - start))
        self._out.append(self._source[start:end])
        self._length += end - start

    def instead(self, text: str, start: int) -> None:
        """Append a character that stands for markup at `start` (an entity); it maps to its first character."""
        self._pieces.append(Piece(self._length, start, len(text)))
        self._out.append(text)
        self._length += len(text)

    def gap(self, text: str = " ") -> None:
        """Append a space (or line feed) of no source, unless the passage is empty or ends with one."""
        if self._length and not self._out[-1][-1:].isspace():
            self._out.append(text)
            self._length += len(text)

    def passage(self) -> Passage:
        """What was put together, without white space at its end."""
        text = "".join(self._out)
        kept = text.rstrip()
        pieces = [p for p in self._pieces if p.at < len(kept)]
        if pieces:
            last = pieces[-1]
            pieces[-1] = Piece(last.at, last.start, min(last.length, len(kept) - last.at))
        return Passage(kept, tuple(pieces))


def clean(builder: PassageBuilder, source: str, start: int, end: int) -> None:
    """Append the readable characters of `source[start:end]` to a passage."""
    at = start
    unclosed = end
    while match := _MARKUP.search(source, at, end):
        builder.run(at, match.start())
        at = match.end()
        if match["comment"] is not None:
            close = source.find("-->", at, end) if at <= unclosed else -1
            if close < 0:
                unclosed = min(unclosed, at)
                builder.run(*match.span())
            else:
                at = close + len("-->")
        else:
            _readable(builder, source, match)
    builder.run(at, end)


def _readable(builder: PassageBuilder, source: str, match: re.Match[str]) -> None:
    """Append what a reader sees of a stretch of markup; of emphasis, images and ticks that is nothing."""
    if match["space"] is not None:
        if any(c.isspace() for c in match["space"]):
            builder.gap()
    elif match["sup"] is not None:
        if match["raised"].lower() not in _ORDINAL:
            builder.gap()
        builder.run(*match.span("raised"))
    elif match["escape"] is not None:
        builder.run(*match.span("escaped"))
    elif match["link"] is not None:
        clean(builder, source, *match.span("shown"))
    elif match["entity"] is not None:
        _entity(builder, match)
    elif match["seam"] is not None and _parts_lines(source[match.start() - 1], source[match.end()]):
        builder.gap("\n")
    elif match["tag"] is not None and _BREAKING_TAG.match(match["tag"]):
        builder.gap()


def _parts_lines(before: str, after: str) -> bool:
    """Whether the seam of two bold runs is where a converter lost a line end: within a word or number it is not."""
    return not (before.isdigit() and after.isdigit()) and not after.islower() and before.isalnum() and after.isalnum()


def _entity(builder: PassageBuilder, match: re.Match[str]) -> None:
    shown = html.unescape(match["entity"])
    if shown.isspace():
        builder.gap()
    elif shown == match["entity"]:
        builder.run(*match.span())
    else:
        builder.instead(shown[0], match.start())


def passage(source: str, ranges: Iterable[tuple[int, int, str]]) -> Passage:
    """One passage of several ranges of the source. Each range brings what joins it to the text before it: a
    space, a line feed, or nothing."""
    builder = PassageBuilder(source)
    for start, end, joint in ranges:
        if joint:
            builder.gap(joint)
        clean(builder, source, start, end)
    return builder.passage()
