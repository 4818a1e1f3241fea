"""What is a figure in a table: the test that tells a column of values from a column of words."""

from __future__ import annotations

import re

_FIGURE = re.compile(
    r"""[^A-Za-z]*\d[^A-Za-z]*            # digits with any signs about them: 1,022 (22.6%) £3.2 +0.5 2020/21
        (?:%|pp|ppt|m|bn|k|p|million|billion|hrs?|days?|weeks?|months?|years?)?  # a unit
        [)\]*†‡.]*""",
    re.VERBOSE,
)
_BLANKS = frozenset(
    ["-", "–", "—", "−", "--", "..", "...", "…", ":", "*", "**", "x", "c", "~", "z", "n/a", "n.a.", "n.a", "na", "nil",
     "none", "tbc", "n/k", "n.k.", "nc", "n/c", "✓", "✔", "↑", "↓", "→", "▲", "▼", "◄►", "↔"]
)  # fmt: skip
_YEAR = re.compile(r"(?:19|20)\d\d(?:\s?[-/–]\s?(?:\d\d|(?:19|20)\d\d))?[*†]*")


def is_value(text: str) -> bool:
    """Whether a cell's text is a figure, or one of the signs that stand for one that is missing."""
    text = text.strip()
    return bool(_FIGURE.fullmatch(text)) or text.lower() in _BLANKS


def is_year(text: str) -> bool:
    """Whether a text is a year or a financial year: a figure, but one that heads a column."""
    return bool(_YEAR.fullmatch(text.strip()))
