"""The words around a period that say whose it is: the figure before it, the one behind it, or a baseline."""

from __future__ import annotations

import re

from boardmine.language.wording import LEVEL_NOUN, one_of

_AGAINST = one_of(
    "since, from, than, than at, than in, than on, compared to, compared with, against, on, over, below, above, up on, "
    "down on, the same period of, than the same period in, than the same period of, than it was in, than it was at, "
    "relative to, versus, v"
)
_POINT = r"(?:the\s+)?(?:end\s+of\s+)?(?:same\s+period\s+(?:of|in)\s+)?(?:start\s+of\s+)?"
BASELINE_LEAD = re.compile(rf"\b{_AGAINST}\s+{_POINT}$", re.I)
"""Right before a period: it is what a change is measured against."""

SINCE_WHEN = re.compile(r"\bsince\s+(?:[\w’'-]+\s+){1,6}(?:in|of|from)\s+$", re.I)
"""`since a campaign in January`"""

CHANGE_FROM = re.compile(r"\b(?:change|difference|movement)\s+(?:from|since|on|compared\s+(?:to|with))\s+$", re.I)
"""`Change from March: 12`, right before the period"""

SINCE_CLAUSE = re.compile(r"[,;:–—]\s*(?:and\s+|but\s+)?(?:since\s+)?$", re.I)
"""Where a clause opens with its period: `and since February`."""

NEW_CLAUSE = re.compile(r"[,;.(:–—-]\s*$|\b(?:and|but|with|although|though|while|whilst|whereas|yet)\s*$|^\s*$", re.I)
"""Right before a period: a new clause opens with it."""

LINKED = re.compile(r"^\s*\)?\s*(?:,|:|-|–|—|=)?\s*\(?\s*(?:[A-Za-z'’]+\s+){0,5}$")
"""Between a period and the figure that it leads to."""

_TO_TIME = one_of("in, at, on, by, during, for, as at, as of, the, end of, at the end of, since, over, from")
OF_BOTH = re.compile(rf"[(,]\s*both\s+(?:{_TO_TIME}\s+)*$", re.I)
"""`70 for England (both at 31 March 2022)`: the time of the figure before it as well"""

ON_SO_MANY = re.compile(r"^[^;:()]*\b(?:on|over|across|in|during|through|involving|by)\s+(?:a\s+total\s+of\s+)?$", re.I)
"""`27 children went missing on 61 occasions`: one thing, counted twice, at one time"""

TO_TIME = re.compile(rf"\b{_TO_TIME}\s*$", re.I)
"""The preposition of a period."""

AT_PEAK = re.compile(rf"^\s*(?:{LEVEL_NOUN}|average|position|rate|number)\s+of\s*$", re.I)
"""`the March figure of`, between a period and its figure"""

LATEST = re.compile(rf"^\W*{one_of('latest, current, as at, position at, data for, period')}\W*$", re.I)
"""`94% Latest: Sep 2023 Target: 95%`: when the number on a card was taken"""

_THERE_WERE = one_of("there were, there was, it was, it stood at, they numbered")
WHEN_THERE = re.compile(rf"^\s*,?\s*when\s+{_THERE_WERE}\s*$", re.I)
"""`since March 2016, when there were`: the time of the figure behind"""

BEHIND = re.compile(r"\s*\(?(?:in|at|on|during|for)?\s*(?:the\s+)?", re.I)
"""All that stands between a figure and a period right behind it."""
