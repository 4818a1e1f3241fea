"""Finds tables whose columns are lined up by spaces, as converters lay pages out.

    Measure                  Sep-23   Dec-23   Target
    Placements
    Children looked after       318      301      285

Columns are where figures stand below each other; what stands left of them labels the rows. A line without figures
between rows is a group heading, or the heads' second line.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from boardmine.document import Block
from boardmine.readers.text.gridding import Range, RawCell, block_of
from boardmine.readers.text.lines import Line, LineKind

_PIECE = re.compile(r"\S+(?: \S+)*")
"""What single spaces hold together; two and more set columns apart."""
_NUMBER = r"[<>~(+–-]?\s?£?\d[\d,]*(?:\.\d+)?\s?(?:%|pp|days?)?\)?"
_FIGURE = re.compile(rf"^(?:{_NUMBER}(?:\s?[(\[]?{_NUMBER}[)\]]?)?[*†‡]?|[-–—*.]+|n/?a|nil|tbc|c)$", re.I)
_ROWS = (LineKind.TEXT, LineKind.ITEM)

_FEWEST_ROWS = 2
_FEWEST_FIGURES = 3
_MAX_HEAD_ROWS = 4
_MAX_LINES_WITHOUT = 2
"""More lines than these without figures, one after the other, end a table."""


_Column = tuple[int, int]
"""A range of character columns."""


@dataclass(frozen=True, slots=True)
class _Piece:
    """Words of a line: where they stand in the source, and in which columns of characters (end exclusive)."""

    range: Range
    left: int
    right: int
    is_figure: bool


def aligned_table(source: str, lines: Sequence[Line], i: int) -> tuple[Block, int] | None:
    """The table that begins at line `i` and the index of the line behind it, or None where none begins there."""
    first = _pieces(source, lines[i])
    if len(first) < 2:
        return None
    rows, behind = _rows(source, lines, i)
    with_figures = [row for row in rows if _holds_figures(row)]
    figures = [p for row in with_figures for p in row[1:] if p.is_figure]
    if len(with_figures) < _FEWEST_ROWS or len(figures) < _FEWEST_FIGURES:
        return None
    figured, worded = _columns(rows)
    heads = next(r for r, row in enumerate(rows) if _holds_figures(row))
    if not figured or heads > _MAX_HEAD_ROWS:
        return None
    # A line without columns under the heads is a group heading.
    while heads and len(rows[heads - 1]) == 1 and any(len(row) > 1 for row in rows[: heads - 1]):
        heads -= 1
    cells = [_cells(_widened(row, figured) if r < heads else row, figured + worded) for r, row in enumerate(rows)]
    block = block_of(source, cells, heads)
    return (block, behind) if block else None


def _pieces(source: str, line: Line) -> list[_Piece]:
    """The pieces of a line, from left to right."""
    begin = source.rfind("\n", 0, line.start) + 1
    return [
        _Piece((m.start(), m.end()), m.start() - begin, m.end() - begin, _FIGURE.match(m[0]) is not None)
        for m in _PIECE.finditer(source, line.start, line.end)
    ]


def _holds_figures(row: Sequence[_Piece]) -> bool:
    return any(p.is_figure for p in row[1:])


def _rows(source: str, lines: Sequence[Line], i: int) -> tuple[list[list[_Piece]], int]:
    """The lines that may be rows from line `i` on, and the index of the line behind them: up to the last with figures
    that is followed by blank lines or by too many lines without. A single blank line between rows is none."""
    rows: list[list[_Piece]] = []
    kept, behind = 0, i
    without = 0
    j = i
    while j < len(lines):
        if lines[j].kind is LineKind.BLANK:
            if not rows or j + 1 >= len(lines) or not _goes_on(source, lines, j + 1):
                break
            j += 1
            continue
        if lines[j].kind is LineKind.RULE and _rules_off(source, lines, j, rows):
            j += 1
            continue
        if lines[j].kind not in _ROWS or "\t" in source[lines[j].start : lines[j].end]:
            break
        row = _pieces(source, lines[j])
        rows.append(row)
        j += 1
        without = 0 if len(row) > 1 else without + 1
        if without > _MAX_LINES_WITHOUT:
            break
        if _holds_figures(row):
            kept, behind = len(rows), j
    return rows[:kept], behind


def _rules_off(source: str, lines: Sequence[Line], j: int, rows: Sequence[Sequence[_Piece]]) -> bool:
    """Whether a rule stands under the heads of a table or over its total: a row with figures follows at once."""
    heads = bool(rows) and not any(map(_holds_figures, rows)) and len(rows[-1]) > 1
    behind = lines[j + 1] if j + 1 < len(lines) else None
    row = _pieces(source, behind) if behind is not None and behind.kind in _ROWS else []
    is_total = (
        bool(row) and re.match(r"(?:grand |sub-?)?totals?\b|all\b", source[slice(*row[0].range)], re.I) is not None
    )
    return _holds_figures(row) and (heads or (bool(rows) and is_total))


def _goes_on(source: str, lines: Sequence[Line], j: int) -> bool:
    """Whether a table goes on behind a blank line: with a row, or with one line over a row."""
    ahead = [line for line in lines[j : j + 2] if line.kind in _ROWS]
    return bool(ahead) and any(_holds_figures(_pieces(source, line)) for line in ahead)


def _columns(rows: Sequence[Sequence[_Piece]]) -> tuple[list[_Column], list[_Column]]:
    """The columns behind the labels, from left to right: where figures stand below each other, and where words stand
    right of all these."""
    figured = _merged([(p.left, p.right) for row in rows for p in row[1:] if p.is_figure])
    if not figured:
        return [], []
    words = [(p.left, p.right) for row in rows for p in row[1:] if not p.is_figure and p.left >= figured[-1][1]]
    return figured, _merged(words)


def _widened(row: Sequence[_Piece], columns: Sequence[_Column]) -> Sequence[_Piece]:
    """A line of heads, each over two or more columns in whose middle it stands: widened to the columns that are nearest
    to it."""
    over = [p for p in row if p.right > columns[0][0]]
    if len(over) < 2 or len(over) * 2 > len(columns):
        return row
    nearest: dict[_Piece, list[_Column]] = {}
    for column in columns:
        piece = min(over, key=lambda p: abs(p.left + p.right - sum(column)))
        nearest.setdefault(piece, []).append(column)
    return [
        replace(p, left=min(p.left, nearest[p][0][0]), right=max(p.right, nearest[p][-1][1])) if p in nearest else p
        for p in row
    ]


def _merged(spans: Sequence[_Column]) -> list[_Column]:
    out: list[_Column] = []
    for left, right in sorted(spans):
        if out and left < out[-1][1]:
            out[-1] = (out[-1][0], max(out[-1][1], right))
        else:
            out.append((left, right))
    return out


def _cells(row: Sequence[_Piece], columns: Sequence[_Column]) -> list[RawCell]:
    """A row's cells: its label, then one a column; a piece over several columns spans them."""
    empty = RawCell((0, 0))
    at: dict[int, tuple[Range, int]] = {}
    label: Range | None = None
    for i, piece in enumerate(row):
        over = [c for c, (left, right) in enumerate(columns) if piece.left < right and left < piece.right]
        if not over and ((i == 0 and piece.left < columns[0][0]) or piece.right <= columns[0][0]):
            label = (label[0] if label else piece.range[0], piece.range[1])
            continue
        if not over:
            over = [min(range(len(columns)), key=lambda c: abs(sum(columns[c]) - piece.left - piece.right))]
        over = [c for c in over if c not in at] if len(over) > 1 else over
        if i == 0 and len(row) == 1:
            label = piece.range
        elif over:
            begun = at.get(over[0])
            at[over[0]] = ((begun[0][0] if begun else piece.range[0], piece.range[1]), len(over))
    cells = [RawCell(label) if label else empty]
    c = 0
    while c < len(columns):
        content, breadth = at.get(c, ((0, 0), 1))
        cells.append(RawCell(content, column_span=breadth))
        c += breadth
    return cells
