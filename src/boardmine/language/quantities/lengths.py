"""Lengths of time. Their reading is `over_18_months`, `under_6_months`, `over_2_years`; empty without a bound."""

from __future__ import annotations

import re

from boardmine.language.mentions import Quantity, Use
from boardmine.language.quantities.parts import NUMBER, OVER, PERCENT_AHEAD, UNDER, used_as
from boardmine.language.rules import Rule, rule
from boardmine.language.wording import one_of
from boardmine.language.wordnumbers import small_number

_A = f"(?P<a>{NUMBER})"
_LENGTH = "(?P<s>days?|weeks?|months?|years?)"
_HOURS_TO_YEARS = "(?P<s>hours?|days?|weeks?|months?|years?)"
_JOIN = "(?:-|–|to|or|and)"
_SIGNS = "hour day week month year"
_LEADS = one_of(
    "within, in, after, for, every, each, of, over, take, takes, taking, than, least, around, about, up to, by"
)
_OF_A_WHOLE = one_of("of, are, were, have, had")
_WORKING_TIME = one_of("working days?, hours?, minutes?, mins?, hrs?")


def _duration(m: re.Match[str]) -> Quantity:
    groups = m.groupdict()
    number = small_number(groups["a"])
    side = "over" if groups.get("over") or groups.get("plus") else "under" if groups.get("under") else ""
    reading = f"{side}_{number}_{groups['s'].rstrip('s')}s" if side and number is not None else ""
    return Quantity(m.start(), m.end(), Use.DURATION, reading)


_LENGTH_OF_TIME = used_as(Use.DURATION)

LENGTH_RULES: tuple[Rule[Quantity], ...] = (
    # two and a half years
    rule(
        rf"\b(?:(?P<over>{OVER})\s+|(?P<under>{UNDER})\s+)?{_A}[\s-]+and[\s-]+a[\s-]+(?:half|quarter)\b"
        rf"(?:[\s-]+{_HOURS_TO_YEARS}\b)?(?!{PERCENT_AHEAD}|\s+(?:of|million|thousand)\b)",
        _LENGTH_OF_TIME,
        "half quarter",
    ),
    # more than 18 months; within 6 weeks
    rule(
        rf"\b(?:(?P<over>{OVER})|(?P<under>{UNDER}|in\s+the\s+(?:last|past)))[\s-]+{_A}[\s-]*"
        r"(?P<s>hours?|weeks?|months?|years?)\b",
        _duration,
        _SIGNS,
    ),
    # within 20 days
    rule(
        rf"\b(?:within|up\s+to|for\s+(?:over|more\s+than|less\s+than))\s+{NUMBER}[\s-]*days?\b",
        _LENGTH_OF_TIME,
        "day",
    ),
    # 2+ years; 12 or more months
    rule(rf"\b{_A}[\s-]*(?P<plus>\+|(?:or\s+more\s+))\s*{_HOURS_TO_YEARS}\b", _duration, _SIGNS),
    # 18 months or more
    rule(
        rf"\b{_A}[\s-]+{_LENGTH}(?P<plus>\s*\+|\s+(?:or|and)\s+(?:more|over|longer|above)\b|\s+plus\b)",
        _duration,
        _SIGNS,
    ),
    # 10 to 15 working days
    rule(
        rf"\b{NUMBER}[\s-]*{_JOIN}?[\s-]*(?:{NUMBER})?[\s-]*{_WORKING_TIME}\b",
        _LENGTH_OF_TIME,
        "day hour min hr",
    ),
    # in 6 to 8 weeks
    rule(
        rf"\b{_LEADS}\s+(?:the\s+first\s+)?(?:{NUMBER}\s*{_JOIN}\s*)?{NUMBER}[\s-]*(?:weeks?|months?|years?|day)\b",
        _LENGTH_OF_TIME,
        _SIGNS,
    ),
    # three years; 6-weekly
    rule(
        rf"\b{NUMBER}(?:\s*{_JOIN}\s*{NUMBER})?[\s-]*(?:weeks?|months?|years?|weekly|monthly)\b",
        _LENGTH_OF_TIME,
        _SIGNS,
    ),
    # for three quarters; three quarters of the children are a share
    rule(rf"\b{NUMBER}\s+quarters\b(?!\s+{_OF_A_WHOLE})", _LENGTH_OF_TIME, "quarter"),
    # a 28-day plan; a two year's stay
    rule(
        rf"\b{NUMBER}(?:-day\b|[\s-](?:week|month|year|hour|minute))(?:ly|s|['’]s|['’])?\b(?!\s+(?:on\s+)?average)",
        _LENGTH_OF_TIME,
        "day week month year hour minute",
    ),
)
