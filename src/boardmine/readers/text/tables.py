"""Finds tables in plain text and Markdown: pipe tables, HTML tables, tab-separated lines, labels with figures."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from boardmine.document import Block, BlockKind, Cell, Passage, Table
from boardmine.readers.text.lines import Line, LineKind
from boardmine.readers.text.markup import passage

Range = tuple[int, int]
"""A stretch of the source: start and end."""

_SEPARATOR = re.compile(r"^\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?$")
_LABELLED = re.compile(r"^(?P<label>[A-Za-z][A-Za-z &'’(),/-]*[A-Za-z)])\s*(?P<value>\d[\d,]*(?:\.\d+)?\s?%?)$")
_ROW = re.compile(r"<tr\b[^>]*>(.*?)(?=</tr>|<tr\b|</table>|$)", re.I | re.DOTALL)
_CELL = re.compile(r"<(t[dh])\b([^>]*)>(.*?)(?=</t[dh]>|<t[dh]\b|</tr>|$)", re.I | re.DOTALL)
_SPAN = re.compile(r"(col|row)span\s*=\s*[\"']?(\d{1,3})", re.I)
_VALUE = re.compile(r"^[<>~(+-]?\s*£?\d[\d,]*(?:\.\d+)?\s*%?\s*\)?$|^[-–*.]$|^n/?a$", re.I)


def table_at(source: str, lines: Sequence[Line], i: int) -> tuple[Block, int] | None:
    """The table that begins at line `i` and the index of the line behind it, or None where none begins there."""
    line = lines[i]
    if line.kind is LineKind.PIPE:
        return _pipe_table(source, lines, i)
    if line.kind is LineKind.TAGGED and "<table" in source[line.start : line.end].lower():
        return _html_table(source, lines, i)
    if line.kind is LineKind.TEXT and "\t" in source[line.start : line.end]:
        return _tab_table(source, lines, i)
    if line.kind is LineKind.TEXT:
        return _labelled(source, lines, i)
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
    if len(rows) < 2 or (len(rows) == heads):
        return None
    return _block(source, [[(r, False) for r in row] for row in rows], heads or _head_rows(source, rows)), j


def _pipe_cells(source: str, line: Line) -> list[Range]:
    start, end = line.start, line.end
    if source[start] == "|":
        start += 1
    if end > start and source[end - 1] == "|" and source[end - 2 : end] != "\\|":
        end -= 1
    cuts = [m.start() for m in re.finditer(r"(?<!\\)\|", source[start:end])]
    edges = [-1, *cuts, end - start]
    return [_trim(source, start + a + 1, start + b) for a, b in itertools.pairwise(edges)]


def _tab_table(source: str, lines: Sequence[Line], i: int) -> tuple[Block, int] | None:
    rows: list[list[Range]] = []
    j = i
    while j < len(lines) and lines[j].kind in (LineKind.TEXT, LineKind.ITEM):
        line = lines[j]
        if "\t" not in source[line.start : line.end]:
            break
        row, at = [], line.start
        for piece in re.split(r"(\t+)", source[line.start : line.end]):
            if not piece.startswith("\t"):
                row.append(_trim(source, at, at + len(piece)))
            at += len(piece)
        rows.append(row)
        j += 1
    if len(rows) < 2:
        return None
    return _block(source, [[(r, False) for r in row] for row in rows], _head_rows(source, rows)), j


def _labelled(source: str, lines: Sequence[Line], i: int) -> tuple[Block, int] | None:
    """Lines of a label and a figure (`Outer ring 43.2`), as charts leave them behind: two columns, no head."""
    rows: list[list[Range]] = []
    j = i
    while j < len(lines) and lines[j].kind is LineKind.TEXT:
        match = _LABELLED.match(source[lines[j].start : lines[j].end])
        if not match:
            break
        at = lines[j].start
        rows.append([(at + match.start(g), at + match.end(g)) for g in ("label", "value")])
        j += 1
    if len(rows) < 3:
        return None
    return _block(source, [[(r, False) for r in row] for row in rows], 0), j


def _html_table(source: str, lines: Sequence[Line], i: int) -> tuple[Block, int] | None:
    start = source.lower().index("<table", lines[i].start)
    close = source.lower().find("</table>", start)
    end = close + len("</table>") if close >= 0 else lines[-1].end
    rows: list[list[tuple[Range, bool]]] = []
    spans: list[list[tuple[int, int]]] = []
    for tr in _ROW.finditer(source, start, end):
        cells, sizes = [], []
        for cell in _CELL.finditer(source, *tr.span(1)):
            attributes = {k.lower(): int(v) for k, v in _SPAN.findall(cell[2])}
            cells.append((_trim(source, *cell.span(3)), cell[1].lower() == "th"))
            sizes.append((max(1, attributes.get("row", 1)), max(1, attributes.get("col", 1))))
        if cells:
            rows.append(cells)
            spans.append(sizes)
    if not rows:
        return None
    behind = next((j for j in range(i, len(lines)) if lines[j].start >= end), len(lines))
    ranges = [[r for r, _ in row] for row in rows]
    heads = 0 if any(h for row in rows for _, h in row) else _head_rows(source, ranges)
    return _block(source, rows, heads, spans), behind


def _head_rows(source: str, rows: Sequence[Sequence[Range]]) -> int:
    """How many rows from the top have no value in them but stand over rows that have (0 where none has)."""

    def values(row: Sequence[Range]) -> int:
        return sum(bool(_VALUE.match(source[a:b].strip())) for a, b in row[1:])

    first = next((i for i, row in enumerate(rows) if values(row)), None)
    return first if first is not None and first <= 3 else 0


def _trim(source: str, start: int, end: int) -> Range:
    while start < end and source[start].isspace():
        start += 1
    while end > start and source[end - 1].isspace():
        end -= 1
    return start, end


def _block(
    source: str,
    rows: Sequence[Sequence[tuple[Range, bool]]],
    heads: int,
    spans: Sequence[Sequence[tuple[int, int]]] | None = None,
) -> Block:
    """A table block; short rows are filled with empty cells, spans cut to the grid."""
    cells: list[Cell] = []
    taken: set[tuple[int, int]] = set()
    width = 0
    for r, row in enumerate(rows):
        c = 0
        for k, ((start, end), is_head) in enumerate(row):
            while (r, c) in taken:
                c += 1
            height, breadth = spans[r][k] if spans else (1, 1)
            height = min(height, len(rows) - r)
            text = passage(source, [(start, end, "")]) if start < end else Passage("", ())
            cells.append(Cell(r, c, text, height, breadth, is_head or r < heads))
            taken.update((r + dr, c + dc) for dr in range(height) for dc in range(breadth))
            c += breadth
        width = max(width, c, *(x + 1 for y, x in taken if y == r)) if taken else width
    for r in range(len(rows)):
        for c in range(width):
            if (r, c) not in taken:
                cells.append(Cell(r, c, Passage("", ()), is_header=r < heads))
    cells.sort(key=lambda cell: (cell.row, cell.column))
    return Block(BlockKind.TABLE, Passage("", ()), table=Table(tuple(cells), len(rows), width))
