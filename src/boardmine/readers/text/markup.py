"""Takes the markup out of stretches of plain text and Markdown, keeping the way back to the source.

What goes: emphasis, inline HTML tags, escapes, link targets, code ticks; white space is folded to one space. What is
a footnote mark (a raised digit or letter) is set apart from the word it hangs on.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable

from boardmine.document import Passage, Piece

_MARKUP = re.compile(
    r"""(?P<comment><!--.*?-->)
      | (?P<sup><sup>\s*(?P<raised>[^<]{1,6}?)\s*</sup>)
      | (?P<tag></?[a-zA-Z][^<>]{0,300}>)
      | (?P<escape>\\(?P<escaped>[\\`*_{}\[\]()#+.!|~<>&$%-]))
      | (?P<image>!\[[^\]\n]*\]\([^)\n]*\))
      | (?P<link>\[(?P<shown>[^\]\n]*)\]\((?P<target>[^)\n]*)\))
      | (?P<entity>&(?:\#\d{1,6}|\#x[0-9a-fA-F]{1,5}|[a-zA-Z]{2,10});)
      | (?P<stars>\*\*\*|\*\*|(?<![\w*])\*(?=\S)|(?<=\S)\*(?![\w*]))
      | (?P<strike>~~)
      | (?P<under>(?<![\w_])__?(?=\S)|(?<=\S)__?(?![\w_]))
      | (?P<ticks>`+)
      | (?P<ordinal>(?<=\d)\^(?=\w))
      | (?P<space>\s+|[\u00ad\u200b-\u200d\ufeff\x00]+)
    """,
    re.VERBOSE | re.DOTALL,
)
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
    for match in _MARKUP.finditer(source, start, end):
        builder.run(at, match.start())
        at = match.end()
        kind = match.lastgroup
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
            shown = html.unescape(match["entity"])
            if shown.isspace():
                builder.gap()
            elif shown != match["entity"]:
                builder.instead(shown[0], match.start())
            else:
                builder.run(match.start(), match.end())
        elif match["tag"] is not None:
            if re.match(r"</?(?:br|p|div|li|td|th|tr)\b", match["tag"], re.I):
                builder.gap()
        elif kind is None:
            builder.run(match.start(), match.end())
    builder.run(at, end)


def passage(source: str, ranges: Iterable[tuple[int, int, str]]) -> Passage:
    """One passage of several ranges of the source. Each range brings what joins it to the text before it: a
    space, a line feed, or nothing."""
    builder = PassageBuilder(source)
    for start, end, joint in ranges:
        if joint:
            builder.gap(joint)
        clean(builder, source, start, end)
    return builder.passage()
