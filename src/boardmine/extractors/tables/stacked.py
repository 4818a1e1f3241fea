"""Tables that stand below each other and that a reader took for one: each begins with a caption or with new heads."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from boardmine.document import Table
from boardmine.extractors.tables.figures import is_empty, is_fraction, is_value, is_withheld

_NUMBERED = re.compile(r"\W*(?:table|figure|fig\.?|chart|graph)\s*\d{1,2}\b", re.I)
_NO_HEAD = re.compile(r"\W*(?:red|amber|green|yes|no|high|low|up|down|same|better|worse|on\s+track|n/?a)\W*", re.I)
_LONGEST_HEAD = 60


def sections(table: Table) -> list[Table]:
    """The tables that a table is made of, one below the other; itself alone where it is one."""
    texts = [[(cell.text.strip() if cell else "") for cell in row] for row in table.grid()]
    starts = [0]
    seen_values = False
    for r, row in enumerate(texts):
        if seen_values and (_is_caption(row) or _is_heads(texts, r)):
            start = r
            while not _is_caption(texts[r]) and start - 1 > starts[-1] and len(_said(texts[start - 1])) == 1:
                start -= 1
            if not _is_crossed(table, start):
                starts.append(start)
                seen_values = False
        seen_values = seen_values or any(is_value(t) for t in row[1:])
    if len(starts) == 1:
        return [table]
    return [_cut(table, a, b) for a, b in zip(starts, [*starts[1:], table.row_count], strict=True)]


def _said(row: Sequence[str]) -> set[str]:
    return {t for t in row if t}


def _is_caption(row: Sequence[str]) -> bool:
    """Whether a row has nothing but the number and title of a table."""
    said = _said(row)
    return len(said) == 1 and _NUMBERED.match(next(iter(said))) is not None


def _is_heads(texts: Sequence[Sequence[str]], r: int) -> bool:
    """Whether a row names the columns of the rows below: words, no values, over each column in which the next row has
    a value."""
    row = texts[r]
    if r + 2 > len(texts) - 1 or len(_said(row)) < 2:
        return False
    words = [t for t in row[1:] if t]
    if not words or any(_is_no_head(t) for t in words):
        return False
    under = [[c for c, t in enumerate(below) if c and is_value(t)] for below in texts[r + 1 : r + 3]]
    return all(columns and all(row[c] for c in columns) for columns in under)


def _is_no_head(text: str) -> bool:
    silent = is_value(text) or is_fraction(text) or is_empty(text) or is_withheld(text)
    return silent or _NO_HEAD.fullmatch(text) is not None or len(text) > _LONGEST_HEAD


def _is_crossed(table: Table, r: int) -> bool:
    return any(cell.row < r < cell.row + cell.row_span for cell in table.cells)


def _cut(table: Table, first: int, behind: int) -> Table:
    """Some rows as a table of their own. What the reader flagged as heads in the midst of a table is a caption or not
    all of them: they are found anew."""
    cells = tuple(
        replace(cell, row=cell.row - first, is_header=cell.is_header and first == 0)
        for cell in table.cells
        if first <= cell.row < behind
    )
    return Table(cells, behind - first, table.column_count)
