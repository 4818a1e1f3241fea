"""Heads and labels of what no metric has values of, though they hold the words of one."""

from __future__ import annotations

import re

_NOT_OURS = re.compile(
    r"£|\bnet\s+(?:gain|loss|change|increase|decrease)\b|\bnew\s+(?:ehcps?|ehc\s+plans?)\b"
    r"|\b(?:estimates?|budget|cost|variance|rank(?:ing)?|spend|sickness)\b",
    re.I,
)
_HOMES = re.compile(
    r"\b(?:number|no\.?|count)\s+of\s+(?:\w+\s+)?children['’]?s\s+homes\b(?!\s+(?:placements?|residents?))"
    r"|\bhomes\s+(?:rated|judged|graded|inspected|registered|run|owned)\b",
    re.I,
)
"""Homes and not those who live in them: `Number of children's homes`."""
_STILL_DUE = re.compile(
    r"\b(?:due|required|requiring|overdue|outstanding\s+at|(?:not\s+(?:yet\s+)?|un)completed"
    r"|(?:not|without|no)\s+(?:an?\s+)?up[\s-]to[\s-]date(?:\s+\w+){0,2}|lost|conver(?:ted|sion)(?:\s+(?:to|rate)\b.*)?"
    r"|out\s+of\s+(?:date|timescales?)|late)"
    r"(?:\s+(?:in|at|this|during|by|for)(?:\s+(?!held|done|completed|carried|that|seen|made)[\w/-]+){0,3})?\W*$",
    re.I,
)
"""What was to be done, or was not: `PEPs due`, `Health assessments overdue`."""


def is_foreign(text: str) -> bool:
    """Whether a head or label is about a rank, a budget, an estimate, about what was still to be done, or about homes
    and not those who live in them."""
    return any(words.search(text) for words in (_NOT_OURS, _HOMES, _STILL_DUE))
