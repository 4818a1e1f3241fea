"""What stands behind a number and says what it counts: per cent, points, rates, days."""

from __future__ import annotations

import re

from boardmine.language.wording import one_of
from boardmine.records import Unit

_THOUSAND = r"[,.]?\s?(?:000|k)\b"
_TEN_THOUSAND = rf"(?:10{_THOUSAND}|ten\s+thousand\b)"
_PEOPLE = one_of(
    "looked after children, children looked after, children in care, children in our care, children and young people, "
    "children, young people, youngsters, people, lac, cla, cic, plans?, referrals?"
)
_OF_PEOPLE = rf"(?:{_PEOPLE}\s+)?"
_PER = r"(?:per|/|in|(?:in|for|of|out\s+of)\s+(?:every|each))"

_UNITS: tuple[tuple[Unit, re.Pattern[str]], ...] = tuple(
    (unit, re.compile(pattern))
    for unit, pattern in (
        (
            Unit.POINTS,
            r"\s*(?:%|percentage|per\s?cent)?[\s-]*(?:percentage\s+points?|points?\b|ppts?\b|pp\b|p\.p\.)",
        ),
        (Unit.PERCENT, r"\s?%|\s*(?:per\s?cent(?:age)?|percent|pct)\b"),
        (Unit.PER_10000, rf"\s*{_OF_PEOPLE}{_PER}\s*{_TEN_THOUSAND}"),
        (Unit.PER_100000, rf"\s*(?:{one_of('children, young people')}\s+)?(?:per|/)\s*100{_THOUSAND}"),
        (Unit.DAYS, r"\s*(?:calendar\s+|school\s+)?days?\b"),
    )
)
_REACH = 40
"""How many characters behind a number are looked at."""


def unit_behind(text: str, end: int) -> tuple[Unit | None, int]:
    """The unit right behind a number that ends at `end`, and where its words end."""
    rest = text[end : end + _REACH]
    for unit, pattern in _UNITS:
        match = pattern.match(rest)
        if match:
            return unit, end + match.end()
    return None, end
