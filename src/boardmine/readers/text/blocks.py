"""Groups lines into blocks: headings, paragraphs, list items, tables, furniture.

A text that a converter left behind has no markup to go by. Lines of one paragraph follow each other without a blank
line; a paragraph or item that a page break cut in two is one block again.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from boardmine.document import Block, BlockKind
from boardmine.readers.listmarks import is_bullet, is_dotted
from boardmine.readers.text.headings import heading_level, is_heading, is_minute_heading
from boardmine.readers.text.lines import Line, LineKind
from boardmine.readers.text.markup import passage
from boardmine.readers.text.sections import with_section_heads
from boardmine.readers.text.tables import table_at
from boardmine.readers.text.wrapping import is_wrapped_number, mended, opens_next_list, wraps

_RUNS_ON = (LineKind.TEXT, LineKind.PIPE, LineKind.TAGGED)
_MAX_LIST_LEVEL = 8
_MINUTE_LEVEL = 2
_UNDERLINED = {"=": 1, "-": 2}
"""The levels of headings that a line of these signs stands below."""


def blocks_of(source: str, lines: Sequence[Line]) -> list[Block]:
    """The blocks of a text, in order."""
    blocks: list[Block] = []
    i = 0
    while i < len(lines):
        line = lines[i]
        found = table_at(source, lines, i)
        if found:
            blocks.append(found[0])
            i = found[1]
            continue
        j = i + 1
        if line.kind is LineKind.FURNITURE:
            blocks.append(Block(BlockKind.FURNITURE, passage(source, [(line.start, line.end, "")])))
        elif line.kind is LineKind.HEADING:
            text = passage(source, [(line.body, line.end, "")])
            blocks.append(Block(BlockKind.HEADING, text, level=line.level))
        elif line.kind not in (LineKind.BLANK, LineKind.RULE):
            j = _run(source, lines, i)
            underline = source[lines[j].start] if j < len(lines) and lines[j].kind is LineKind.RULE else ""
            alone = _alone(lines, i, j) and not (i and opens_next_list(source, lines, i))
            blocks += _of_run(source, lines[i:j], alone=alone, underline=underline)
        i = j
    return with_section_heads(mended([b for b in blocks if b.text or b.table]))


def _run(source: str, lines: Sequence[Line], i: int) -> int:
    """The end of the lines that belong to the paragraph or item that begins at line `i`."""
    j = i + 1
    while j < len(lines) and (lines[j].kind in _RUNS_ON or is_wrapped_number(source, lines, j)):
        if lines[j - 1].kind is LineKind.TEXT and table_at(source, lines, j):
            break
        if opens_next_list(source, lines, j):
            break
        j += 1
    return j


def _alone(lines: Sequence[Line], i: int, j: int) -> bool:
    """Whether a run stands between blank lines, headings, lists or the ends of the text."""
    before = i == 0 or lines[i - 1].kind is not LineKind.TEXT
    return before and (j - i == 1)


def _of_run(source: str, run: Sequence[Line], alone: bool, underline: str) -> list[Block]:
    """The block of a run of lines. `underline` is the sign of the rule right below it, if there is one."""
    first = run[0]
    ranges: list[tuple[int, int, str]] = [(first.body, _readable_end(source, first), "")]
    longest = max(line.end - line.start for line in run)
    for previous, line in itertools.pairwise(run):
        joint = " " if wraps(source, previous, line, longest) else "\n"
        ranges.append((line.start, _readable_end(source, line), joint))
    text = passage(source, ranges)
    raw = source[first.start : first.end]
    if not text.text:
        return []
    if first.kind is LineKind.ITEM:
        bold_title = source.startswith("**", first.body, first.end) or raw.startswith("**")
        if is_dotted(first.marker) and bold_title and is_heading(text.text, raw):
            return [Block(BlockKind.HEADING, text, level=first.marker.count(".") + 2, marker=first.marker)]
        level = first.indent // 2 if is_bullet(first.marker) else 0
        return [Block(BlockKind.LIST_ITEM, text, level=min(level, _MAX_LIST_LEVEL), marker=first.marker)]
    if len(run) == 1 and alone and (underline == "=" or is_heading(text.text, raw)):
        if underline in _UNDERLINED:
            return [Block(BlockKind.HEADING, text, level=_UNDERLINED[underline])]
        return [Block(BlockKind.HEADING, text, level=heading_level(text.text, raw))]
    if is_minute_heading(text.text):
        return [Block(BlockKind.HEADING, text, level=_MINUTE_LEVEL)]
    return [Block(BlockKind.PARAGRAPH, text)]


def _readable_end(source: str, line: Line) -> int:
    """The end of a line without a pipe that a broken table left at it, and without the backslash of a forced break."""
    end = line.end
    while end > line.body and source[end - 1] in "| \t":
        end -= 1
    if source[end - 1] == "\\" and source[end - 2 : end] != "\\\\" and end - 1 > line.body:
        end -= 1
    return end
