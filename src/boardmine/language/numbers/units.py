"""What stands behind a number and says what it counts: per cent, points, rates, days, shares of a whole."""

from __future__ import annotations

import re

from boardmine.language.wording import one_of
from boardmine.language.wordnumbers import parse_words
from boardmine.records import Unit

_THOUSAND = r"[,.]?\s?(?:000|k)\b"
_OF_PEOPLE = rf"(?:{one_of('children, young people, lac, cla, cic, plans?, referrals?')}\s+)?"
_PER = r"(?:per|/|in\s+every|for\s+every)"

_UNITS: tuple[tuple[Unit, re.Pattern[str]], ...] = tuple(
    (unit, re.compile(pattern, re.I))
    for unit, pattern in (
        (
            Unit.POINTS,
            r"\s*(?:%|percentage|per\s?cent)?[\s-]*(?:percentage\s+points?|points?\b|ppts?\b|pp\b|p\.p\.)",
        ),
        (Unit.PERCENT, r"\s?%|\s*(?:per\s?cent(?:age)?|percent|pct)\b"),
        (Unit.PER_10000, rf"\s*{_OF_PEOPLE}{_PER}\s*10{_THOUSAND}"),
        (Unit.PER_100000, rf"\s*(?:{one_of('children, young people')}\s+)?(?:per|/)\s*100{_THOUSAND}"),
        (Unit.DAYS, r"\s*(?:calendar\s+|school\s+)?days?\b"),
    )
)
_REACH = 40
"""How many characters behind a number are looked at."""

_SMALL_WHOLE = "five|ten|four|three|5|10|4|3"
_NOT_TIME = r"(?!\s?%)(?!\s+(?:months?|weeks?|years?|days?))"
_OUT_OF = re.compile(rf"\s*(?:out\s+of|in)\s+(?:every\s+)?(?P<whole>100|{_SMALL_WHOLE})\b{_NOT_TIME}", re.I)
_OF_100 = re.compile(r"\s*of\s+(?:every\s+)?(?P<whole>100)\b(?=\s+(?:children|young|people|pupils))", re.I)


def unit_behind(text: str, end: int) -> tuple[Unit | None, int]:
    """The unit right behind a number that ends at `end`, and where its words end."""
    rest = text[end : end + _REACH]
    for unit, pattern in _UNITS:
        match = pattern.match(rest)
        if match:
            return unit, end + match.end()
    return None, end


def share_behind(text: str, value: float, end: int, in_words: bool) -> tuple[float, int] | None:
    """A number as per cent of the small whole behind it (`four out of five`, `62 of 100 children`) and where the
    words end; None where it is a share of nothing."""
    rest = text[end : end + _REACH]
    match = _OUT_OF.match(rest) or _OF_100.match(rest)
    if match is None or value > 100:
        return None
    whole = match["whole"]
    size = float(whole) if whole.isdigit() else parse_words(whole) or 0.0
    if size == 100 or (in_words and value < size <= 10):
        return 100 * value / size, end + match.end()
    return None
