"""Reads the shape of a table: which rows are heads, which columns label the rows, which rows are groups.

Tables that a converter broke are mended here: labels wrapped over two rows or cut by a column line, heads over two
rows, stamps of the binder in a column of their own.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from boardmine.document import Cell, Table

_VALUE = re.compile(
    r"^[\s<>~≈(+–−-]*£?\s*\d[\d,]*(?:\.\d+)?\s*(?:%|per\s?cent|pp|k|m)?\s*\)?(?:\s*[(\[]?\s*[<>+–−-]?\d[\d,.]*\s*%?\s*[)\]]?)?\s*(?:[↑↓→←▲▼►◄⬆⬇]|red|amber|green|days?)?\s*[*†‡#]?$",
    re.I,
)
_EMPTY = re.compile(r"^\W*$|^n/?a$|^nil$|^tbc$|^-+$", re.I)
_STAMP = re.compile(r"^(?:p?a?g?e?\s*\d{1,4}|page|[^\x00-\x7f]{1,3}|[a-z]{1,2}\s?\d{1,4}|\d{1,4}|[a-z])$", re.I)
_DATE_LIKE = re.compile(r"^(?:(?:19|20)\d\d(?:\s?[/–-]\s?\d{2,4})?|\d\d/\d\d|\d{1,2}[/.]\d{1,2}[/.]\d{2,4})$")
_DAY = re.compile(
    r"\b(?:\d{1,2}(?:st|nd|rd|th)?\s+)(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\W*$", re.I
)
"""A day without its year at the end of a head: the year may stand in a row of heads of its own under it."""
_YEAR = re.compile(r"(?:19|20)\d\d")
_TOTAL = re.compile(r"^\W*(?:grand\s+|sub-?\s*|overall\s+)?(?:total|totals|all|overall)\b", re.I)


@dataclass(slots=True)
class Row:
    """A row of values: the cells that label it, the group rows above it, the cells with values by column."""

    label: str
    cells: list[Cell]
    values: dict[int, Cell]
    group: str = ""
    is_total: bool = False


@dataclass(slots=True)
class Shape:
    """A table as a person sees it. `heads` holds the joined head texts by column, `corner` that of the labels."""

    heads: dict[int, str]
    corner: str
    rows: list[Row]
    title: str = ""
    head_cells: list[Cell] = field(default_factory=list)


def is_value(text: str) -> bool:
    """Whether a cell holds a figure (with a unit, a second figure, an arrow) and nothing else."""
    return bool(_VALUE.match(text.strip())) and not _DATE_LIKE.match(text.strip())


def is_empty(text: str) -> bool:
    """Whether a cell says nothing: blank, a dash, `n/a`."""
    return bool(_EMPTY.match(text.strip()))


def shape_of(table: Table) -> Shape | None:
    """The shape of a table, or None where it holds no values."""
    grid = table.grid()
    texts = [[(cell.text.strip() if cell else "") for cell in row] for row in grid]
    if not any(is_value(t) for row in texts for t in row) or is_contents(table):
        return None
    heads = _head_rows(table, texts)
    labels = _label_columns(texts, heads)
    title = ""
    while heads and len({t for t in texts[0] if t}) == 1 and heads > 1:
        title = next(t for t in texts[0] if t)
        grid, texts, heads = grid[1:], texts[1:], heads - 1
    columns = [c for c in range(table.column_count) if c not in labels]
    _spread_heads(texts[:heads], columns)
    head_of = {c: _joined_head(texts, heads, c) for c in columns}
    corner = " ".join(
        dict.fromkeys(t for r in range(heads) for c in labels if (t := texts[r][c]) and not _STAMP.match(t))
    )
    rows = _rows(grid, texts, heads, labels, columns)
    head_cells = list({id(c): c for row in grid[:heads] for c in row if c and c.text}.values())
    return Shape(head_of, corner, rows, title, head_cells)


def continued(shape: Shape | None, above: Shape | None) -> Shape | None:
    """The shape of a table that may go on with the one right above it: where it has no heads of its own and the same
    columns, those of the other are over it too."""
    if shape is None or above is None or any(shape.heads.values()) or shape.heads.keys() != above.heads.keys():
        return shape
    return replace(shape, heads=above.heads, title=shape.title or above.title)


def is_contents(table: Table) -> bool:
    """Whether a table is a list of contents: titles with page numbers that never fall."""
    texts = [[text.strip() for text in row] for row in table.texts()]
    pages = [
        m
        for row in texts
        for t in row[-1:]
        if (m := re.fullmatch(r"(?:pages?\s*)?(\d{1,3})(?:\s*(?:-|&|to)\s*\d{1,3})?", t, re.I))
    ]
    numbers = [int(m[1]) for m in pages]
    filled = [row for row in texts if any(row)]
    titled = sum(len(row[0]) > 8 for row in filled)
    if len(numbers) < 4 or len(numbers) < 0.6 * len(filled) or titled < 0.7 * len(filled):
        return False
    only_last = all(not is_value(t) for row in texts for t in row[:-1])
    return only_last and all(a <= b for a, b in pairwise(numbers))


def _head_rows(table: Table, texts: Sequence[Sequence[str]]) -> int:
    """How many rows from the top are heads: those flagged, else those without values; and a row under them that
    has no label and goes on what they began (`Quarter` over `1`, `2020/2` over `1`)."""
    flagged = 0
    for r in range(table.row_count):
        own = [c for c in table.cells if c.row == r and c.text]
        if own and all(c.is_header for c in own) and not _holds_values(texts[r]):
            flagged = r + 1
        else:
            break
    heads = flagged
    if not heads:
        while heads < min(4, len(texts)) and not any(is_value(t) for t in texts[heads][1:]) and any(texts[heads]):
            heads += 1
        if heads == len(texts) or (heads and not any(t for t in texts[heads - 1][1:])):
            heads = min(heads, 1) if any(t for t in texts[0][1:]) else 0
    while (
        heads
        and heads < len(texts) - 1
        and (_carries_on(texts[heads - 1], texts[heads]) or _names_columns(texts, heads))
    ):
        heads += 1
    return heads


def _holds_values(row: Sequence[str]) -> bool:
    """Whether a row is no head, whatever it is flagged as: most of it are values, or one has a decimal or a per cent
    sign, which no head has."""
    return _mostly_values(row) or any(is_value(t) and re.search(r"\d\.\d|%", t) for t in row)


def _names_columns(texts: Sequence[Sequence[str]], r: int) -> bool:
    """Whether a row under the heads names columns: no label, no values, words over several columns with values."""
    row = texts[r]
    named = [c for c, t in enumerate(row) if c and t and not is_value(t)]
    if row[0] or len(named) < 2 or any(is_value(t) for t in row):
        return False
    return any(is_value(below[c]) for below in texts[r + 1 : r + 3] for c in named)


def _mostly_values(row: Sequence[str]) -> bool:
    filled = [t for t in row[1:] if t]
    return bool(filled) and sum(is_value(t) for t in filled) > len(filled) / 2


def _carries_on(head: Sequence[str], row: Sequence[str]) -> bool:
    pairs = [(h, t) for h, t in zip(head[1:], row[1:], strict=True) if t]
    if not pairs:
        return False
    if all(
        re.search(r"\b(?:quarter|qtr|q|year|week|month|band|stage)$", h, re.I) and re.fullmatch(r"\d{1,4}", t)
        for h, t in pairs
    ):
        return True
    return bool(row[0][:1].islower()) and all(
        re.search(r"\d{4}[/–-]\d?$", h) and re.fullmatch(r"\d{1,2}", t) for h, t in pairs
    )


def _label_columns(texts: Sequence[Sequence[str]], heads: int) -> list[int]:
    """The columns that label rows: the first, and those after it that hold words rather than values."""
    body = texts[heads:]
    labels = [0]
    for c in range(1, len(texts[0]) if texts else 0):
        column = [row[c] for row in body if row[c]]
        words = [t for t in column if not is_value(t) and not is_empty(t)]
        before = [row[c - 1] for row in body if row[c - 1]]
        if len(labels) != c or not words or len(words) * 2 <= len(column):
            break
        if any(is_value(t) and not _STAMP.match(t) for t in before):
            break
        labels.append(c)
    return labels


def _spread_heads(heads: Sequence[list[str]], columns: Sequence[int]) -> None:
    """Give an upper head to all the columns that it is over, where a format without merged cells has it over the first
    alone: `2022/23, , 2023/24, ` over `number, %, number, %`. Each must be over as many columns as the others, and
    these have the same heads in turn."""
    for upper, lower in pairwise(heads):
        starts = [i for i, c in enumerate(columns) if upper[c]]
        if len(starts) < 2 or starts[0] != 0:
            continue
        width = starts[1]
        if width < 2 or starts != list(range(0, len(columns), width)) or len(columns) % width:
            continue
        under = [tuple(lower[c] for c in columns[i : i + width]) for i in starts]
        if len(set(under)) == 1 and all(under[0]):
            for i in starts:
                for c in columns[i : i + width]:
                    upper[c] = upper[columns[i]]


def _joined_head(texts: Sequence[Sequence[str]], heads: int, column: int) -> str:
    parts: list[str] = []
    for r in range(heads):
        text = texts[r][column]
        if not text or (parts and parts[-1] == text):
            continue
        if parts and re.search(r"\d{4}[/–-]\d?$", parts[-1]) and re.fullmatch(r"\d{1,2}", text):
            parts[-1] += text
            continue
        day = next((i for i, part in enumerate(parts) if _DAY.search(part)), None) if _YEAR.fullmatch(text) else None
        if day is None:
            parts.append(text)
        else:
            parts[day] += f" {text}"
    return " ".join(parts)


def _rows(
    grid: Sequence[Sequence[Cell | None]],
    texts: Sequence[Sequence[str]],
    heads: int,
    labels: Sequence[int],
    columns: Sequence[int],
) -> list[Row]:
    rows: list[Row] = []
    group = ""
    block: list[Row] = []
    side = ""
    for r in range(heads, len(texts)):
        values = {c: cell for c in columns if (cell := grid[r][c]) and _has_figure(texts[r][c])}
        parts = [
            texts[r][c] for c in labels if texts[r][c] and not (len(labels) > 1 and _is_stamp(texts, labels, r, c))
        ]
        label = _join_label(parts)
        if not values:
            if rows and label[:1].islower() and not any(texts[r][c] for c in columns):
                rows[-1].label = _join_label([rows[-1].label, label])
                rows[-1].cells += [cell for cell in grid[r] if cell and cell.text]
            else:
                block, side = [], ""
                group = label or " ".join(dict.fromkeys(t for c in columns if (t := texts[r][c]))) or group
            continue
        cells = [cell for cell in dict.fromkeys(grid[r]) if cell is not None and cell.text]
        row = Row(label, cells, values, group, bool(_TOTAL.match(label)))
        if len(labels) > 1 and texts[r][labels[0]] and not _is_stamp(texts, labels, r, labels[0]):
            side = texts[r][labels[0]]
            inner = _join_label([texts[r][c] for c in labels[1:] if texts[r][c]])
            if inner and len(labels) == 2 and _is_sparse(texts, heads, labels[0]):
                row.label, row.is_total = inner, bool(_TOTAL.match(inner))
                for other in block:
                    other.group = other.group or side
                row.group = side
        elif side and len(labels) > 1:
            row.group = side
        block.append(row)
        rows.append(row)
    return rows


def _has_figure(text: str) -> bool:
    return bool(re.search(r"\d", text)) and not is_empty(text)


def _is_stamp(texts: Sequence[Sequence[str]], labels: Sequence[int], r: int, c: int) -> bool:
    """Whether a label cell holds a scrap of the binder's page stamp: short, and a longer label stands beside it."""
    return c == labels[0] and bool(_STAMP.match(texts[r][c])) and any(len(texts[r][k]) > 3 for k in labels[1:])


def _is_sparse(texts: Sequence[Sequence[str]], heads: int, column: int) -> bool:
    body = [row[column] for row in texts[heads:]]
    return sum(bool(t) for t in body) * 2 <= len(body)


def _join_label(parts: Sequence[str]) -> str:
    """Label cells as one label; a word that a column line cut (`Nu`, `mber of`) is put together again."""
    out = ""
    for part in parts:
        cut = (
            re.search(r"(?:^|\s)[^\W\d_]{1,2}$", out)
            and re.match(r"[a-z]{2,}", part)
            and not re.search(r"\b(?:of|and|the|in|to|for|or|with|not|per|by|on|at|no)$", out)
        )
        out = out + part if out and cut else f"{out} {part}".strip()
    return out
