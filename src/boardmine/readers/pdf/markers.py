"""Bullets and numbers that begin a list item or a numbered paragraph."""

from __future__ import annotations

import re

BULLETS = frozenset("•·▪◼◾⬛∎▫■□●○◦‣⁃∙►▶➢➤➔→⇒✓✔✗❖◆◇♦–—-*»›☑☐✦✱⮚⦁o\uf0b7\uf0a7")
"""Signs that stand alone before an item. A hyphen, a dash, an asterisk and the letter o are bullets only when words
stand apart behind them."""

_DOUBTFUL = frozenset("–—-*o→·")

_NUMBER = re.compile(
    r"""\(?(?:
          \d{1,3}(?:\.\d{1,3}){0,4}\.?          # 1  1.  2.3  2.3.1
        | [a-zA-Z](?:\.\d{1,2})?                # a  A.1
        | [ivxIVX]{1,5}                         # iv
        )[.):]?\)?""",
    re.VERBOSE,
)
_CLOSED = re.compile(r"[.):]|\d\.\d")
_ROMAN = re.compile(r"[ivx]{1,5}", re.IGNORECASE)


def is_bullet(text: str, symbol: bool = False) -> bool:
    """Whether a word alone is a bullet; `symbol` says that it is set in a symbol font."""
    return text in BULLETS or (symbol and len(text) == 1)


def is_doubtful(text: str) -> bool:
    """Whether a bullet may as well be a dash or a letter of the text."""
    return text in _DOUBTFUL


def is_number(text: str) -> bool:
    """Whether a word looks like the number of a paragraph or item: `1.`, `2.3`, `(a)`, `b)`, `iv.`; not a bare
    figure or letter."""
    if text.count("(") > text.count(")"):
        return False
    return len(text) > 1 and bool(_NUMBER.fullmatch(text)) and bool(_CLOSED.search(text)) and not _bare_decimal(text)


def _bare_decimal(text: str) -> bool:
    """A number such as 0.5 or 22.65, which no paragraph bears."""
    head, _, tail = text.rstrip(".").partition(".")
    return head == "0" or (tail.isdigit() and len(tail) > 2)


def is_marker(text: str, symbol: bool = False) -> bool:
    """Whether a word is a bullet or the number of an item."""
    return is_bullet(text, symbol) or is_number(text)


def depth_of(marker: str) -> int:
    """How many numbers a multi-level number has: 1 for `2.`, 2 for `2.3`; 0 for anything else."""
    parts = marker.strip("().:").split(".")
    return len(parts) if all(p.isdigit() for p in parts) else 0


def is_roman(marker: str) -> bool:
    """Whether a marker is a roman number."""
    return bool(_ROMAN.fullmatch(marker.strip("().:")))
