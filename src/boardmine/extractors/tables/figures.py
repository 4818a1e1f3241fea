"""What a cell's text looks like by itself: a figure, nothing, a stamp of the binder, a date, a total."""

from __future__ import annotations

import re
from collections.abc import Sequence

_VALUE = re.compile(
    r"^(?:[↑↓→←↔▲▼►◄⬆⬇△▽]\s*)?[\s<>~≈(+–−-]*£?\s*\d[\d,]*(?:\.\d+)?\s*(?:%|per\s?cent|pp|k|m)?\s*\)?(?:\s*[(\[]?\s*[<>+–−-]?\d[\d,.]*\s*%?\s*[)\]]?)?\s*(?:[↑↓→←↔▲▼►◄⬆⬇△▽]|red|amber|green|days?)?\s*[*†‡#]?$",
    re.I,
)
_EMPTY = re.compile(r"^\W*$|^n/?a$|^nil$|^tbc$|^-+$", re.I)
_WITHHELD = re.compile(
    r"^[\[(]?(?:[cxzu]|n/?[akr]|low|suppressed|redacted|withheld|not available|no data|tba)[\])]?\W*$", re.I
)
"""Marks of official tables for a figure that is not shown: `c`, `x`, `[z]`."""
_STAMP = re.compile(r"^(?:p?a?g?e?\s*\d{1,4}|page|[^\x00-\x7f]{1,3}|[a-z]{1,2}\s?\d{1,4}|\d{1,4}|[a-z])$", re.I)
_FRACTION = re.compile(r"^(?P<n>\d[\d,]*)\s*/\s*(?P<of>\d[\d,]*)(?:\s*[(=:–-]\s*\d{1,3}(?:\.\d+)?\s*%\s*\)?)?$")
_DATE_LIKE = re.compile(r"^(?:(?:19|20)\d\d(?:\s?[/–-]\s?\d{2,4})?\s?%?|\d\d/\d\d|\d{1,2}[/.]\d{1,2}[/.]\d{2,4})$")
_BAND = re.compile(r"^\d{1,2}(?:-|–| - | – | to )\d{1,2}$|^\d{1,2}\s?\+$")
"""Ages or caseloads from one number to another: heads and labels, never values."""
_TOTAL = re.compile(r"^\W*(?:grand\s+|sub-?\s*|overall\s+)?(?:total|totals|all|overall)\b", re.I)


def is_value(text: str) -> bool:
    """Whether a cell holds a figure (with a unit, a second figure, an arrow) and nothing else."""
    text = text.strip()
    return bool(_VALUE.match(text)) and not _DATE_LIKE.match(text) and not _BAND.match(text)


def is_fraction(text: str) -> bool:
    """Whether a cell holds a number of those out of others, with or without their share: `45/50 (90%)`."""
    match = _FRACTION.match(text.strip())
    if match is None:
        return False
    n, of = int(match["n"].replace(",", "")), int(match["of"].replace(",", ""))
    return n <= of and of != (n + 1) % 100


def is_empty(text: str) -> bool:
    """Whether a cell says nothing: blank, a dash, `n/a`."""
    return bool(_EMPTY.match(text.strip()))


def is_withheld(text: str) -> bool:
    """Whether a cell has a mark in place of a figure that is not shown."""
    return bool(_WITHHELD.match(text.strip()))


def is_stamp(text: str) -> bool:
    """Whether a cell may hold a scrap of the binder's page stamp."""
    return bool(_STAMP.match(text))


def is_total(label: str) -> bool:
    """Whether a label is of all that stand above it: `Total`, `All teams`."""
    return bool(_TOTAL.match(label))


def has_figure(text: str) -> bool:
    """Whether a cell has a figure somewhere in it."""
    return bool(re.search(r"\d", text)) and not is_empty(text)


def holds_values(row: Sequence[str]) -> bool:
    """Whether a row is no head, whatever it is flagged as: most of it are values, or one has a decimal or a per cent
    sign, which no head has."""
    return _mostly_values(row) or any(is_value(t) and re.search(r"\d\.\d|%", t) for t in row)


def _mostly_values(row: Sequence[str]) -> bool:
    filled = [t for t in row[1:] if t]
    return bool(filled) and sum(is_value(t) for t in filled) > len(filled) / 2
