"""Reads the shape of a table: which rows are heads, which columns label the rows, which rows are groups."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from itertools import pairwise

from boardmine.document import Cell, Table
from boardmine.extractors.tables.figures import is_stamp, is_value
from boardmine.extractors.tables.heads import head_rows, joined_head, spread_heads
from boardmine.extractors.tables.rows import Row, label_columns, rows_of


@dataclass(slots=True)
class Shape:
    """A table as a person sees it. `heads` holds the joined head texts by column, `corner` that of the labels."""

    heads: dict[int, str]
    corner: str
    rows: list[Row]
    title: str = ""
    head_cells: list[Cell] = field(default_factory=list)


def shape_of(table: Table) -> Shape | None:
    """The shape of a table, or None where it holds no values."""
    grid = table.grid()
    texts = [[(cell.text.strip() if cell else "") for cell in row] for row in grid]
    if not any(is_value(t) for row in texts for t in row) or is_contents(table):
        return None
    heads = head_rows(table, texts)
    labels = label_columns(texts, heads)
    title = ""
    while heads and len({t for t in texts[0] if t}) == 1 and heads > 1:
        title = next(t for t in texts[0] if t)
        grid, texts, heads = grid[1:], texts[1:], heads - 1
    columns = [c for c in range(table.column_count) if c not in labels]
    spread_heads(texts[:heads], columns)
    head_of = {c: joined_head(texts, heads, c) for c in columns}
    corner = " ".join(dict.fromkeys(t for r in range(heads) for c in labels if (t := texts[r][c]) and not is_stamp(t)))
    rows = rows_of(grid, texts, heads, labels, columns)
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
