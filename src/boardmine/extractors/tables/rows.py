"""The rows of a table: what labels each, the group heading above it, and its cells with values.

Labels that a converter wrapped over two rows or cut by a column line are mended here.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from boardmine.document import Cell
from boardmine.extractors.tables.figures import has_figure, is_empty, is_stamp, is_total, is_value, is_withheld

_NUMBER_OF_ROW = re.compile(r"\d{1,2}(?:\.\d{1,2}){1,2}\.?")


@dataclass(slots=True)
class Row:
    """A row of values: the cells that label it, the group rows above it, the cells with values by column."""

    label: str
    cells: list[Cell]
    values: dict[int, Cell]
    group: str = ""
    is_total: bool = False


def label_columns(texts: Sequence[Sequence[str]], heads: int) -> list[int]:
    """The columns that label rows: the first, and those after it that hold words rather than values."""
    body = texts[heads:]
    labels = [0]
    for c in range(1, len(texts[0]) if texts else 0):
        column = [row[c] for row in body if row[c]]
        words = [t for t in column if not is_value(t) and not is_empty(t)]
        before = [row[c - 1] for row in body if row[c - 1]]
        if len(labels) != c or not words or len(words) * 2 <= len(column):
            break
        if any(is_value(t) and not is_stamp(t) for t in before) and not (c == 1 and _are_numbers_of_rows(before)):
            break
        labels.append(c)
    return labels


def rows_of(
    grid: Sequence[Sequence[Cell | None]],
    texts: Sequence[Sequence[str]],
    heads: int,
    labels: Sequence[int],
    columns: Sequence[int],
) -> list[Row]:
    """The rows with values under the heads, each with its label and the group heading that it stands under."""
    rows: list[Row] = []
    if len(labels) > 1 and _are_numbers_of_rows([row[labels[0]] for row in texts[heads:] if row[labels[0]]]):
        labels = labels[1:]
    group = ""
    block: list[Row] = []
    side = ""
    for r in range(heads, len(texts)):
        values = {c: cell for c in columns if (cell := grid[r][c]) and has_figure(texts[r][c])}
        parts = [
            texts[r][c] for c in labels if texts[r][c] and not (len(labels) > 1 and _is_stamp(texts, labels, r, c))
        ]
        label = _join_label(parts)
        if not values:
            if label and _is_all_withheld([texts[r][c] for c in columns]):
                continue
            if rows and label[:1].islower() and not any(texts[r][c] for c in columns):
                rows[-1].label = _join_label([rows[-1].label, label])
                rows[-1].cells += [cell for cell in grid[r] if cell and cell.text]
            else:
                block, side = [], ""
                group = label or " ".join(dict.fromkeys(t for c in columns if (t := texts[r][c]))) or group
            continue
        cells = [cell for cell in dict.fromkeys(grid[r]) if cell is not None and cell.text]
        row = Row(label, cells, values, group, is_total(label))
        if len(labels) > 1 and texts[r][labels[0]] and not _is_stamp(texts, labels, r, labels[0]):
            side = texts[r][labels[0]]
            inner = _join_label([texts[r][c] for c in labels[1:] if texts[r][c]])
            if inner and len(labels) == 2 and _is_sparse(texts, heads, labels[0]):
                row.label, row.is_total = inner, is_total(inner)
                for other in block:
                    other.group = other.group or side
                row.group = side
        elif side and len(labels) > 1:
            row.group = side
        block.append(row)
        rows.append(row)
    return rows


def _is_all_withheld(cells: Sequence[str]) -> bool:
    """Whether the cells of a row only say that they have no figures to show: such a row heads no others."""
    said = [t for t in cells if t]
    return bool(said) and all(is_empty(t) or is_withheld(t) for t in said)


def _are_numbers_of_rows(column: Sequence[str]) -> bool:
    """Whether a column numbers the rows, such as those of a scorecard: `1.1`, `1.2`, `2.1`."""
    numbers = [tuple(map(int, t.rstrip(".").split("."))) for t in column if _NUMBER_OF_ROW.fullmatch(t)]
    return len(numbers) == len(column) > 1 and all(a < b for a, b in pairwise(numbers))


def _is_stamp(texts: Sequence[Sequence[str]], labels: Sequence[int], r: int, c: int) -> bool:
    """Whether a label cell holds a scrap of the binder's page stamp: short, and a longer label stands beside it."""
    return c == labels[0] and is_stamp(texts[r][c]) and any(len(texts[r][k]) > 3 for k in labels[1:])


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
