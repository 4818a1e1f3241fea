"""All rules for periods in their order, and what the words before a period add to it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from boardmine.language.mentions import Period, When
from boardmine.language.periods.counted import COUNTED_RULES
from boardmine.language.periods.dates import DAY_RULES, HEAD_RULES, MONTH_RULES, SPAN_RULES
from boardmine.language.periods.relative import RELATIVE_RULES, ROLLING_TO_RULES, SAME_RULES
from boardmine.language.periods.undated import UNDATED_HEAD_RULES, UNDATED_RULES, YEAR_IN_WORDS_RULES
from boardmine.language.periods.years import TERM_HEAD_RULES, YEAR_RULES
from boardmine.language.rules import Rules, Taken

_IN_TEXT = (
    *SPAN_RULES,
    *YEAR_IN_WORDS_RULES,
    *COUNTED_RULES,
    *ROLLING_TO_RULES,
    *SAME_RULES,
    *DAY_RULES,
    *MONTH_RULES,
    *YEAR_RULES,
    *RELATIVE_RULES,
    *UNDATED_RULES,
)
_RULES = Rules(_IN_TEXT)
_RULES_IN_HEADS = Rules((*HEAD_RULES, *TERM_HEAD_RULES, *UNDATED_HEAD_RULES, *_IN_TEXT))

_SINCE = re.compile(r"\bsince(?:\s+the)?(?:\s+(?:end|start|beginning)\s+of)?\s+$", re.I)
_ONWARDS = re.compile(r"\s+onwards?\b", re.I)
_TO_DATE = re.compile(r"[\s(,-]*(?:to\s+date|ytd|year[\s-]+to[\s-]+date)", re.I)
_UNTIL = re.compile(r"\b(?:until|up to|to the end of|by|by the end of|before)\s+$", re.I)
_END_OF = re.compile(r"\b(?:end|close|last day)\s+(?:of\s+)?(?:the\s+)?$", re.I)
_START_OF = re.compile(r"\b(?:start|beginning)\s+of\s+(?:the\s+)?$", re.I)
_LEAD = 30
"""How many characters before a period are looked at."""


def find_periods(text: str, taken: Taken, heads: bool = False) -> list[Period]:
    """All mentions of a time in a text, in order, none overlapping another.

    They stand outside what is `taken` already, and what they cover is marked in it. `heads` reads the text as the
    head of a table column, where `Mar 19` is March 2019 and a bare `May` a month.
    """
    rules = _RULES_IN_HEADS if heads else _RULES
    return [_with_lead(p, text) for p in _run_on(rules.find(text, taken), text)]


def _run_on(periods: Iterable[Period], text: str) -> list[Period]:
    """`2023/24 to date` and `April 2023 YTD` as one period, which starts then and runs on."""
    out: list[Period] = []
    for period in periods:
        before = out[-1] if out else None
        runs = before and before.when is When.FIXED and before.first and not before.moment
        if before and runs and _TO_DATE.fullmatch(text[before.end : period.end]):
            out[-1] = replace(before, end=period.end, last=before.first, since=True)
        else:
            out.append(period)
    return out


def _with_lead(period: Period, text: str) -> Period:
    """The period with what the words before it say: since, until, at the end of."""
    lead = text[max(0, period.start - _LEAD) : period.start]
    first, moment, when = period.first, period.moment, period.when
    end_of = None if period.from_number else _END_OF.search(lead)
    if end_of and when in (When.FIXED, When.MONTH_OF):
        first, moment = period.last, True
        lead = lead[: end_of.start()]
    last = period.last
    if _START_OF.search(lead) and when is When.FIXED and not moment and not _SINCE.search(lead):
        last, moment = first, True
    moment = moment or bool(end_of and when is When.QUARTER_OF)
    starts = _SINCE.search(lead) or _ONWARDS.match(text, period.end)
    since = period.since or (bool(starts) and when in (When.FIXED, When.MONTH_OF, When.DAY_OF, When.LAST))
    until = bool(_UNTIL.search(lead)) and when in (When.FIXED, When.MONTH_OF, When.DAY_OF)
    return replace(period, first=first, last=last, moment=moment, since=since, until=until)
