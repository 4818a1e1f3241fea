"""Which lines and blocks carry on the sentence of the one before: line ends and page breaks fall anywhere."""

from __future__ import annotations

import re
from collections.abc import Sequence

from boardmine.document import Block, BlockKind, Passage, Piece
from boardmine.readers.listmarks import is_dotted, marker_class
from boardmine.readers.text.lines import Line, LineKind

_CLOSERS = r"[)\"'”’\]*_]*"
_TERMINAL = re.compile(rf"[.?!:;…]{_CLOSERS}$")
_FULL_STOP = re.compile(rf"[.?!]{_CLOSERS}$")

_CONNECTIVES = "and|or|of|the|to|in|for|with|by|from|at|a|an|that|which|on|as"
_VERBS = "was|were|is|are|has|have|been"
_UNFINISHED = re.compile(rf"(?:\b(?:{_CONNECTIVES}|{_VERBS})|[,–-])$", re.I)
"""How a line ends that cannot be the end of a sentence."""

_FIGURE = re.compile(r"[\d.,%£]+")
_DIGITS = re.compile(r"\d+")

_NARROW = 45
"""Lines all shorter than this are a narrow column: each is wrapped unless it ends a sentence."""
_FULL_ENOUGH = 0.6
"""A line at least this part of the longest one was full, and so wrapped."""
_SHORTEST_FULL = 30
_NEAR = 12
"""How many lines back the item with the number before may stand."""
_SIBLINGS = 4
_CUT_PARAGRAPH = 25
_CUT_ITEM = 40
_LONG_ITEM = 60


def wraps(source: str, previous: Line, line: Line, longest: int) -> bool:
    """Whether a line carries on the sentence of the line before it. `longest` is the longest line around."""
    before = source[previous.start : previous.end].rstrip()
    after = source[line.start : line.start + 1]
    if before.endswith("\\"):
        return False
    if after.islower() or _UNFINISHED.search(before) or _FIGURE.fullmatch(before):
        return True
    if longest < _NARROW and not _TERMINAL.search(before) and not after.isdigit() and ":" not in before:
        return True
    return len(before) > _FULL_ENOUGH * longest and longest > _SHORTEST_FULL


def is_wrapped_number(source: str, lines: Sequence[Line], j: int) -> bool:
    """Whether what looks like a numbered item is the rest of a sentence that a line end fell into: the line before
    it stops in mid sentence and no item with the number before it is near."""
    line, before = lines[j], lines[j - 1]
    number = _DIGITS.search(line.marker)
    if line.kind is not LineKind.ITEM or number is None or is_dotted(line.marker):
        return False
    if before.kind not in (LineKind.TEXT, LineKind.ITEM) or _TERMINAL.search(source[before.start : before.end]):
        return False
    expected = _DIGITS.sub(str(int(number[0]) - 1), line.marker)
    return int(number[0]) > 1 and all(other.marker != expected for other in lines[max(0, j - _NEAR) : j])


def opens_next_list(source: str, lines: Sequence[Line], j: int) -> bool:
    """Whether a line that lost its bullet stands over the next items, and is no rest of the item before it: `In the
    last year:` behind a full stop."""
    line, before = lines[j], lines[j - 1]
    followed = j + 1 < len(lines) and lines[j + 1].kind is LineKind.ITEM
    if line.kind is not LineKind.TEXT or before.kind not in (LineKind.TEXT, LineKind.ITEM) or not followed:
        return False
    opens = source[line.start].isupper() and source[line.start : line.end].endswith(":")
    return opens and _FULL_STOP.search(source[before.start : before.end]) is not None


def mended(blocks: Sequence[Block]) -> list[Block]:
    """Blocks with those joined again that a page break cut: the first stops in the middle of a sentence, the
    second goes on in small letters."""
    runs: list[_Run] = []
    for block in blocks:
        home = _home(runs, block)
        if home is None:
            runs.append(_Run(block))
        else:
            home.add(block)
    return [run.block() for run in runs]


class _Run:
    """A block and those that carry it on, joined once at the end: a text may be cut a hundred thousand times."""

    def __init__(self, first: Block) -> None:
        self.first = first
        self.last = first
        self.length = len(first.text)
        self._more: list[Block] = []

    def add(self, block: Block) -> None:
        self._more.append(block)
        self.last = block
        self.length += 1 + len(block.text)

    @property
    def is_figure(self) -> bool:
        return not self._more and _FIGURE.fullmatch(self.first.text) is not None

    def block(self) -> Block:
        if not self._more:
            return self.first
        texts, pieces, length = [self.first.text], list(self.first.passage.pieces), len(self.first.text)
        for block in self._more:
            shift = length + 1
            pieces += [Piece(p.at + shift, p.start, p.length) for p in block.passage.pieces]
            texts.append(block.text)
            length = shift + len(block.text)
        passage = Passage(" ".join(texts), tuple(pieces))
        return Block(self.first.kind, passage, self.first.level, self.first.page, self.first.marker)


def _home(runs: Sequence[_Run], block: Block) -> _Run | None:
    """The run that a block carries on, past furniture between the two, or None."""
    if block.kind not in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM) or not block.text[:1].islower():
        return None
    i = len(runs) - 1
    while i >= 0 and runs[i].first.kind is BlockKind.FURNITURE:
        i -= 1
    if i < 0 or runs[i].first.kind not in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM):
        return None
    before = runs[i]
    if _TERMINAL.search(before.last.text):
        return None
    if block.kind is BlockKind.PARAGRAPH:
        return before if before.length > _CUT_PARAGRAPH or before.is_figure else None
    same_list = before.first.kind is BlockKind.LIST_ITEM and (
        marker_class(before.first.marker) == marker_class(block.marker)
    )
    siblings = [run for run in runs[max(0, i - _SIBLINGS) : i + 1] if run.first.kind is BlockKind.LIST_ITEM]
    capitals = all(run.first.text[:1].isupper() or run.first.text[:1].isdigit() for run in siblings)
    sentences = before.length > _LONG_ITEM or any(_FULL_STOP.search(run.last.text) for run in siblings)
    return before if same_list and capitals and sentences and before.length > _CUT_ITEM else None
