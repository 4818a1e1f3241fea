"""Finds tables in plain text and Markdown: pipe tables, HTML tables, tab-separated lines, columns lined up by spaces,
labels with figures."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from boardmine.document import Block
from boardmine.readers.text.aligned import aligned_table
from boardmine.readers.text.gridding import Range, RawCell, block_of
from boardmine.readers.text.lines import Line, LineKind

_SEPARATOR = re.compile(r"^\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?$")
_PIPE = re.compile(r"(?<!\\)\|")
_TAB = re.compile(r"\t")
_TABS = re.compile(r"\t+")

_LABEL = r"(?P<label>[A-Za-z][A-Za-z &'’(),/-]*[A-Za-z)])"
_FIGURE = r"(?P<value>\d[\d,]*(?:\.\d+)?\s?%?)"
_LABELLED = re.compile(rf"^{_LABEL}\s*{_FIGURE}$")

_TABLE_OPENS = re.compile(r"<table\b", re.I)
_TABLE_ENDS = re.compile(r"(?P<close></table>)|<table\b", re.I)
"""Where a table ends: at its end tag, or where the next one opens because that is missing."""
_ROW = re.compile(r"<tr\b[^<>]*>(?P<cells>.*?)(?=</tr>|<tr\b|</table>|$)", re.I | re.DOTALL)
_CELL_TAG = r"<(?P<name>t[dh])\b(?P<attributes>[^<>]*)>"
_CELL = re.compile(rf"{_CELL_TAG}(?P<content>.*?)(?=</t[dh]>|<t[dh]\b|</tr>|$)", re.I | re.DOTALL)
_SPAN = re.compile(r"(?P<way>col|row)span\s*=\s*[\"']?(?P<number>\d{1,3})", re.I)

_NUMBER = r"[<>~(+-]?\s*£?\d[\d,]*(?:\.\d+)?\s*%?\s*\)?"
_NOTHING = r"[-–*.]|n/?a"
_VALUE = re.compile(rf"^(?:{_NUMBER}|{_NOTHING})$", re.I)

_FEWEST_ROWS = 2
_FEWEST_LABELLED = 3
_MAX_HEAD_ROWS = 3
_LONGEST_GROUP = 60


def table_at(source: str, lines: Sequence[Line], i: int) -> tuple[Block, int] | None:
    """The table that begins at line `i` and the index of the line behind it, or None where none begins there."""
    line = lines[i]
    if line.kind is LineKind.PIPE:
        return _pipe_table(source, lines, i)
    if line.kind is LineKind.TAGGED and _TABLE_OPENS.match(source, line.start):
        return _html_table(source, lines, i)
    if line.kind is LineKind.TEXT and "\t" in source[line.start : line.end]:
        return _tab_table(source, lines, i)
    if line.kind is LineKind.TEXT:
        return aligned_table(source, lines, i) or _labelled(source, lines, i)
    return None


def _pipe_table(source: str, lines: Sequence[Line], i: int) -> tuple[Block, int] | None:
    rows: list[list[Range]] = []
    heads = 0
    j = i
    while j < len(lines) and lines[j].kind in (LineKind.PIPE, LineKind.RULE):
        line = lines[j]
        text = source[line.start : line.end]
        if _SEPARATOR.match(text) and "|" in text:
            heads = heads or len(rows)
        elif line.kind is LineKind.RULE:
            break
        else:
            rows.append(_pipe_cells(source, line))
        j += 1
    if len(rows) < _FEWEST_ROWS or len(rows) == heads:
        return None
    return _of_ranges(source, rows, heads or _head_rows(source, rows), j)


def _pipe_cells(source: str, line: Line) -> list[Range]:
    start, end = line.start, line.end
    if source[start] == "|":
        start += 1
    if end > start and source[end - 1] == "|" and source[end - 2 : end] != "\\|":
        end -= 1
    cuts = [m.start() for m in _PIPE.finditer(source[start:end])]
    edges = [-1, *cuts, end - start]
    return [_trim(source, start + a + 1, start + b) for a, b in itertools.pairwise(edges)]


def _tab_table(source: str, lines: Sequence[Line], i: int) -> tuple[Block, int] | None:
    j = i
    while j < len(lines) and (_has_tab(source, lines[j]) or (j > i and _heads_group(source, lines, j))):
        j += 1
    if j - i < _FEWEST_ROWS:
        return None
    # Two tabs are an empty cell where that gives every row as many cells; else they were typed to line columns up.
    rows = [_tabbed(source, _with_tabs(source, line), _TAB) for line in lines[i:j]]
    if len({len(row) for row in rows if len(row) > 1}) > 1:
        rows = [_tabbed(source, (line.start, line.end), _TABS) for line in lines[i:j]]
    heads = _head_rows(source, rows)
    if heads > 1 and len(rows[heads - 1]) == 1:
        heads -= 1  # the heading of the first group
    return _of_ranges(source, rows, heads, j)


def _has_tab(source: str, line: Line) -> bool:
    of_text = line.kind in (LineKind.TEXT, LineKind.ITEM)
    return of_text and "\t" in source[slice(*_with_tabs(source, line))]


def _heads_group(source: str, lines: Sequence[Line], j: int) -> bool:
    """Whether a line without tabs is the heading of the rows below it, in the midst of a table."""
    line = lines[j]
    text = source[line.start : line.end]
    is_short = line.kind is LineKind.TEXT and len(text) <= _LONGEST_GROUP and not text.endswith((".", ",", ";"))
    between = is_short and j + 1 < len(lines) and _has_tab(source, lines[j - 1]) and _has_tab(source, lines[j + 1])
    return between and len(_tabbed(source, _with_tabs(source, lines[j - 1]), _TABS)) == len(
        _tabbed(source, _with_tabs(source, lines[j + 1]), _TABS)
    )


def _with_tabs(source: str, line: Line) -> Range:
    """A line with the tabs at its ends: before and behind them are empty cells."""
    start, end = line.start, line.end
    while start > 0 and source[start - 1] == "\t":
        start -= 1
    while end < len(source) and source[end] == "\t":
        end += 1
    return start, end


def _tabbed(source: str, line: Range, separator: re.Pattern[str]) -> list[Range]:
    tabs = [m.span() for m in separator.finditer(source, *line)]
    starts, ends = [line[0], *(b for _, b in tabs)], [*(a for a, _ in tabs), line[1]]
    return [_trim(source, a, b) for a, b in zip(starts, ends, strict=True)]


def _labelled(source: str, lines: Sequence[Line], i: int) -> tuple[Block, int] | None:
    """Lines of a label and a figure (`Outer ring 43.2`), as charts leave them behind: two columns, no head."""
    rows: list[list[Range]] = []
    j = i
    while j < len(lines) and lines[j].kind is LineKind.TEXT:
        at = lines[j].start
        match = _LABELLED.match(source[at : lines[j].end])
        if not match:
            break
        rows.append([(at + match.start(g), at + match.end(g)) for g in ("label", "value")])
        j += 1
    return _of_ranges(source, rows, 0, j) if len(rows) >= _FEWEST_LABELLED else None


def _html_table(source: str, lines: Sequence[Line], i: int) -> tuple[Block, int] | None:
    start = lines[i].start
    ends = _TABLE_ENDS.search(source, start + 1)
    end = lines[-1].end if ends is None else ends.end() if ends["close"] else ends.start()
    rows: list[list[RawCell]] = []
    for tr in _ROW.finditer(source, start, end):
        cells = [_html_cell(source, cell) for cell in _CELL.finditer(source, *tr.span("cells"))]
        if cells:
            rows.append(cells)
    if not rows:
        return None
    behind = next((j for j in range(i, len(lines)) if lines[j].start >= end), len(lines))
    is_marked = any(cell.is_header for row in rows for cell in row)
    heads = 0 if is_marked else _head_rows(source, [[cell.range for cell in row] for row in rows])
    block = block_of(source, rows, heads)
    return (block, behind) if block else None


def _html_cell(source: str, cell: re.Match[str]) -> RawCell:
    spans = {way.lower(): int(number) for way, number in _SPAN.findall(cell["attributes"])}
    content = _trim(source, *cell.span("content"))
    return RawCell(
        content, max(1, spans.get("row", 1)), max(1, spans.get("col", 1)), is_header=cell["name"].lower() == "th"
    )


def _of_ranges(source: str, rows: Sequence[Sequence[Range]], heads: int, behind: int) -> tuple[Block, int] | None:
    block = block_of(source, [[RawCell(cell) for cell in row] for row in rows], heads)
    return (block, behind) if block else None


def _head_rows(source: str, rows: Sequence[Sequence[Range]]) -> int:
    """How many rows from the top have no value in them but stand over rows that have (0 where none has)."""

    def has_value(row: Sequence[Range]) -> bool:
        return any(_VALUE.match(source[a:b].strip()) for a, b in row[1:])

    first = next((i for i, row in enumerate(rows) if has_value(row)), None)
    return first if first is not None and first <= _MAX_HEAD_ROWS else 0


def _trim(source: str, start: int, end: int) -> Range:
    while start < end and source[start].isspace():
        start += 1
    while end > start and source[end - 1].isspace():
        end -= 1
    return start, end
