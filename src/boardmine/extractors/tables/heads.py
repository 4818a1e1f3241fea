"""The heads of a table: which rows they are, and what stands over each column."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from boardmine.document import Table
from boardmine.extractors.tables.figures import holds_values, is_value

_DAY = re.compile(
    r"\b(?:\d{1,2}(?:st|nd|rd|th)?\s+)(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\W*$", re.I
)
"""A day without its year at the end of a head: the year may stand in a row of heads of its own under it."""
_YEAR = re.compile(r"(?:19|20)\d\d")


def head_rows(table: Table, texts: Sequence[Sequence[str]]) -> int:
    """How many rows from the top are heads: those flagged, else those without values; and a row under them that
    has no label and goes on what they began (`Quarter` over `1`, `2020/2` over `1`)."""
    flagged = 0
    for r in range(table.row_count):
        own = [c for c in table.cells if c.row == r and c.text]
        if own and all(c.is_header for c in own) and not holds_values(texts[r]):
            flagged = r + 1
        else:
            break
    while flagged > 1 and _is_group(texts, flagged - 1):
        flagged -= 1
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


def _is_group(texts: Sequence[Sequence[str]], r: int) -> bool:
    """Whether a row flagged as head is the heading of the rows under it: one text under heads of several columns, and
    more rows of one text come further down."""
    if len({t for t in texts[r] if t}) != 1 or len({t for t in texts[r - 1] if t}) < 2:
        return False
    return any(len({t for t in below if t}) == 1 for below in texts[r + 1 :])


def _names_columns(texts: Sequence[Sequence[str]], r: int) -> bool:
    """Whether a row under the heads names columns: no label, no values, words over several columns with values."""
    row = texts[r]
    named = [c for c, t in enumerate(row) if c and t and not is_value(t)]
    if row[0] or len(named) < 2 or any(is_value(t) for t in row):
        return False
    return any(is_value(below[c]) for below in texts[r + 1 : r + 3] for c in named)


def _carries_on(head: Sequence[str], row: Sequence[str]) -> bool:
    pairs = [(h, t) for h, t in zip(head[1:], row[1:], strict=True) if t]
    if not pairs:
        return False
    if not row[0] and all(
        re.search(r"\b(?:quarter|qtr|q|year|week|month|band|stage)$", h, re.I) and re.fullmatch(r"\d{1,4}", t)
        for h, t in pairs
    ):
        return True
    return bool(row[0][:1].islower()) and all(
        re.search(r"\d{4}[/–-]\d?$", h) and re.fullmatch(r"\d{1,2}", t) for h, t in pairs
    )


def spread_heads(heads: Sequence[list[str]], columns: Sequence[int]) -> None:
    """Give an upper head to all the columns that it is over, where a format without merged cells has it over the first
    alone: `2022/23, , 2023/24, ` over `number, %, number, %`. All that are over several columns must be over as many,
    and these have the same heads in turn; others may be over one."""
    for upper, lower in pairwise(heads):
        starts = [i for i, c in enumerate(columns) if upper[c]]
        if len(starts) < 2 or starts[0] != 0:
            continue
        ends = [*starts[1:], len(columns)]
        groups = [[columns[i] for i in range(a, b)] for a, b in zip(starts, ends, strict=True)]
        wide = [group for group in groups if len(group) > 1]
        under = {tuple(lower[c] for c in group) for group in wide}
        if len(under) == 1 and all(next(iter(under))) and (len(wide) > 1 or len(wide) == len(groups)):
            for group in wide:
                for c in group:
                    upper[c] = upper[group[0]]


def joined_head(texts: Sequence[Sequence[str]], heads: int, column: int) -> str:
    """What stands over a column in all rows of heads; words and years that a line broke are put together again."""
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
