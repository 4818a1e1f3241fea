"""Groups lines into blocks: headings, paragraphs, list items, tables, furniture.

A text that a converter left behind has no markup to go by. Lines of one paragraph follow each other without a blank
line; a paragraph or item that a page break cut in two is one block again.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from boardmine.document import Block, BlockKind, Passage, Piece
from boardmine.readers.listmarks import is_bullet, is_dotted, marker_class
from boardmine.readers.text.lines import Line, LineKind
from boardmine.readers.text.markup import passage
from boardmine.readers.text.tables import table_at

_MINUTE = re.compile(r"^\d{1,3}/\d{1,3}\s+\S")
_TERMINAL = re.compile(r"[.?!:;…][)\"'”’\]*_]*$")
_FULL_STOP = re.compile(r"[.?!][)\"'”’\]*_]*$")
_UNFINISHED = re.compile(
    r"(?:\b(?:and|or|of|the|to|in|for|with|by|from|at|a|an|that|which|was|were|is|are|on|as|has|have|been)|[,–-])$",
    re.I,
)
_MAX_HEADING_WORDS = 14


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
        if line.kind in (LineKind.BLANK, LineKind.RULE):
            i += 1
            continue
        if line.kind is LineKind.FURNITURE:
            blocks.append(Block(BlockKind.FURNITURE, passage(source, [(line.start, line.end, "")])))
            i += 1
            continue
        if line.kind is LineKind.HEADING:
            text = passage(source, [(line.body, line.end, "")])
            blocks.append(Block(BlockKind.HEADING, text, level=line.level))
            i += 1
            continue
        j = _run(source, lines, i)
        blocks += _of_run(source, lines[i:j], alone=_alone(lines, i, j))
        i = j
    return _mended([b for b in blocks if b.text or b.table])


def _run(source: str, lines: Sequence[Line], i: int) -> int:
    """The end of the lines that belong to the paragraph or item that begins at line `i`."""
    j = i + 1
    while j < len(lines) and (
        lines[j].kind in (LineKind.TEXT, LineKind.PIPE, LineKind.TAGGED) or _is_wrapped_number(source, lines, j)
    ):
        if lines[j - 1].kind is LineKind.TEXT and table_at(source, lines, j):
            break
        j += 1
    return j


def _is_wrapped_number(source: str, lines: Sequence[Line], j: int) -> bool:
    """Whether what looks like a numbered item is the rest of a sentence that a line end fell into: the line before
    it stops in mid sentence and no item with the number before it is near."""
    line, before = lines[j], lines[j - 1]
    number = re.search(r"\d+", line.marker)
    if line.kind is not LineKind.ITEM or number is None or is_dotted(line.marker):
        return False
    if before.kind not in (LineKind.TEXT, LineKind.ITEM) or _TERMINAL.search(source[before.start : before.end]):
        return False
    expected = re.sub(r"\d+", str(int(number[0]) - 1), line.marker)
    return int(number[0]) > 1 and all(other.marker != expected for other in lines[max(0, j - 12) : j])


def _alone(lines: Sequence[Line], i: int, j: int) -> bool:
    """Whether a run stands between blank lines, headings, lists or the ends of the text."""
    before = i == 0 or lines[i - 1].kind is not LineKind.TEXT
    return before and (j - i == 1)


def _of_run(source: str, run: Sequence[Line], alone: bool) -> list[Block]:
    first = run[0]
    ranges: list[tuple[int, int, str]] = [(first.body, _pipe_free(source, first), "")]
    longest = max(line.end - line.start for line in run)
    for previous, line in itertools.pairwise(run):
        wrapped = _wraps(source, previous, line, longest)
        ranges.append((line.start, _pipe_free(source, line), " " if wrapped else "\n"))
    text = passage(source, ranges)
    if not text.text:
        return []
    if first.kind is LineKind.ITEM:
        bold_title = source[first.body : first.end].startswith("**") or source[first.start : first.end].startswith("**")
        if is_dotted(first.marker) and bold_title and _is_heading(text.text, source[first.start : first.end]):
            return [Block(BlockKind.HEADING, text, level=first.marker.count(".") + 2, marker=first.marker)]
        level = first.indent // 2 if is_bullet(first.marker) else 0
        return [Block(BlockKind.LIST_ITEM, text, level=min(level, 8), marker=first.marker)]
    raw = source[first.start : first.end]
    if len(run) == 1 and alone and _is_heading(text.text, raw):
        return [Block(BlockKind.HEADING, text, level=_heading_level(text.text, raw))]
    if _MINUTE.match(text.text) and text.text.upper() == text.text:
        return [Block(BlockKind.HEADING, text, level=2)]
    return [Block(BlockKind.PARAGRAPH, text)]


def _pipe_free(source: str, line: Line) -> int:
    """The end of a line without a pipe that a broken table left at it."""
    end = line.end
    while end > line.body and source[end - 1] in "| \t":
        end -= 1
    return end


def _wraps(source: str, previous: Line, line: Line, longest: int) -> bool:
    """Whether a line carries on the sentence of the line before it."""
    before = source[previous.start : previous.end].rstrip()
    after = source[line.start : line.start + 1]
    if source[previous.end - 2 : previous.end] == "  " or before.endswith("\\"):
        return False
    if after.islower() or _UNFINISHED.search(before):
        return True
    if re.fullmatch(r"[\d.,%£]+", before):
        return True
    if longest < 45 and not _TERMINAL.search(before) and not after.isdigit() and ":" not in before:
        return True
    return len(before) > 0.6 * longest and longest > 30


def _is_heading(text: str, raw: str) -> bool:
    """Whether a line that stands alone is a heading by its look."""
    words = text.split()
    if not words or len(words) > _MAX_HEADING_WORDS or not re.match(r"[A-Z“‘\"(]|\d{1,3}/\d{1,3}\s|\d+\.\s", text):
        return False
    if _TERMINAL.search(text) and not text.endswith((":", "?")):
        return False
    if text.endswith(":") and len(words) > 5:
        return False
    bold = re.fullmatch(r"(?:\*\*|__|<[bu]>)+.*(?:\*\*|__|</[bu]>)+:?", raw) is not None
    if bold or text.isupper():
        return True
    if re.search(r"\d{2,}", text) and not _MINUTE.match(text):
        return False
    return not re.search(r"\b(?:is|are|was|were|has|have|will|would|should|had)\b", text)


def _heading_level(text: str, raw: str) -> int:
    if _MINUTE.match(text) or text.isupper():
        return 2
    return 3 if raw.startswith(("**", "__", "<b>", "<u>")) else 4


def _mended(blocks: Sequence[Block]) -> list[Block]:
    """Blocks with those joined again that a page break cut: the first stops in the middle of a sentence, the
    second goes on in small letters."""
    out: list[Block] = []
    for block in blocks:
        home = _cut_block(out, block)
        if home is None:
            out.append(block)
        else:
            out[home] = _joined(out[home], block)
    return out


def _cut_block(out: Sequence[Block], block: Block) -> int | None:
    """The index of the block that `block` carries on, or None."""
    if block.kind not in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM) or not block.text[:1].islower():
        return None
    i = len(out) - 1
    while i >= 0 and out[i].kind is BlockKind.FURNITURE:
        i -= 1
    if i < 0 or out[i].kind not in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM) or _TERMINAL.search(out[i].text):
        return None
    before = out[i]
    if block.kind is BlockKind.PARAGRAPH:
        return i if len(before.text) > 25 or re.fullmatch(r"[\d.,%]+", before.text) else None
    same_list = before.kind is BlockKind.LIST_ITEM and marker_class(before.marker) == marker_class(block.marker)
    siblings = [b.text for b in out[max(0, i - 4) : i + 1] if b.kind is BlockKind.LIST_ITEM]
    capitals = sum(t[:1].isupper() or t[:1].isdigit() for t in siblings) == len(siblings)
    ends_sentences = any(_FULL_STOP.search(t) for t in siblings) or len(before.text) > 60
    return i if same_list and capitals and ends_sentences and len(before.text) > 40 else None


def _joined(first: Block, second: Block) -> Block:
    shift = len(first.text) + 1
    pieces = tuple(Piece(p.at + shift, p.start, p.length) for p in second.passage.pieces)
    text = Passage(f"{first.text} {second.text}", first.passage.pieces + pieces)
    return Block(first.kind, text, first.level, first.page, first.marker)
