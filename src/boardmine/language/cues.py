"""Finds the words around numbers that say what kind of number it is: change words, roles, rates."""

from __future__ import annotations

import re

from boardmine.language.mentions import ChangeMention, Direction, RateMention, RoleMention
from boardmine.language.rules import Rule, Rules, Taken, lower_case, rule
from boardmine.language.wording import ABOUT, DOWN_NOUNS, UP_NOUNS, one_of
from boardmine.records import Role, Unit

_UP_VERBS = one_of(
    "increased, increasing, risen, rose, rising, grown, grew, growing, gone up, went up, going up, climbed, "
    "improved, improving, jumped, doubled"
)
_DOWN_VERBS = one_of(
    "decreased, decreasing, reduced, reducing, fallen, fell, falling, dropped, dropping, declined, declining, "
    "gone down, went down, come down, came down, going down, lowered, dipped, halved, shrunk, worsened"
)
_UP_ADVERBS = one_of("up, higher, upwards?")
_DOWN_ADVERBS = one_of("down, lower, downwards?")
_NO_BOUND = r"(?!\s+to\b(?!\s+[\d£])(?!\s+date\b))(?!-to)"
"""`up to` is a bound, unless a figure follows that something went up to."""

_MORE = r"more(?!\s+than\s+\d+\s*(?:%|per))(?!\s+likely)(?!\s+information)"
_FEWER = r"(?:fewer|less(?!\s+likely))"


def _change(
    words: str, signs: str, direction: Direction, noun: bool = False, comparative: bool = False
) -> Rule[ChangeMention]:
    def read(m: re.Match[str]) -> ChangeMention:
        return ChangeMention(m.start(), m.end(), direction, noun, comparative)

    return rule(rf"\b{words}\b(?!-)", read, signs)


_CHANGES = Rules(
    (
        _change(UP_NOUNS, "increas rise growth uplift gain improv", Direction.UP, noun=True),
        _change(DOWN_NOUNS, "reduc decreas fall drop declin dip deteriorat", Direction.DOWN, noun=True),
        _change(
            _UP_VERBS,
            "increas rise rising rose grow grew gone went going climb improv jump double",
            Direction.UP,
        ),
        _change(
            _DOWN_VERBS,
            "decreas reduc fall fell drop declin gone went come came going lower dip halve shrunk worse",
            Direction.DOWN,
        ),
        _change(_UP_ADVERBS + _NO_BOUND, "up higher", Direction.UP),
        _change(_DOWN_ADVERBS, "down lower", Direction.DOWN),
        _change(_MORE, "more", Direction.UP, comparative=True),
        _change(_FEWER, "fewer less", Direction.DOWN, comparative=True),
    )
)

_TARGET = one_of(
    "(?:would )?expect no more than, would expect (?:at least|at most), propos(?:e|es|ed|ing) to (?:reduce|increase), "
    "commitment, committed to, own standard, the standard of, standard (?:is|was), "
    "should be (?:at least|no more than), "
    "pledge[sd]?, targets?, aim(?:ed|s|ing)?, goals?, ambition, aspiration, we want, trajectory, "
    "national threshold"
)
_FLOOR = one_of("floor, tolerance, threshold")
_FORECAST = one_of(
    "(?:i|we) expect(?! (?:no|at)\\b), forecasts?, forecasting, projected, projection, predict(?:s|ed)?, expected, "
    "anticipate[sd]?, "
    "estimated to (?:be|rise|fall|reach), on course for, hopefully"
)
_WILL_BE = rf"will\s+{one_of('be, reach, rise to, fall to, increase to, reduce to')}(?=\s+(?:{ABOUT}\s+)?\d)"
_NO_ROLE = re.compile(
    one_of(
        "expected (?:standard|level)s?, within (?:the )?tolerance, "
        "threshold (?:for|of (?:need|harm|significant)|document)"
    )
)
"""Words that only look like a role."""


def _role(words: str, signs: str, role: Role) -> Rule[RoleMention]:
    return rule(rf"\b{words}\b", lambda m: RoleMention(m.start(), m.end(), role), signs)


_ROLES = Rules(
    (
        _role(_TARGET, "target aim goal ambition aspiration want trajectory threshold", Role.TARGET),
        _role(_FLOOR, "floor tolerance threshold", Role.FLOOR),
        _role(
            rf"(?:{_FORECAST}|{_WILL_BE})",
            "forecast project predict expect anticipat estimat course hopefully will",
            Role.FORECAST,
        ),
    )
)

_10000 = r"(?:10[,.]?\s?(?:000|k)|ten\s+thousand)\b"
_PER_10000 = rf"(?:per|/)\s*{_10000}"
_RATE_OF = r"\brates?\s+(?:of\s+[a-z\s-]{0,50}?)?(?:(?:was|is)\s+)?"


def _rate(pattern: str, unit: Unit | None, *signs: str) -> Rule[RateMention]:
    return rule(pattern, lambda m: RateMention(m.start(), m.end(), unit), *signs)


_RATES = Rules(
    (
        # rate of referrals per 10,000; per 10,000; 10k rate
        _rate(rf"{_RATE_OF}{_PER_10000}|\bper\s*{_10000}|\b10k\s+rate\b", Unit.PER_10000, "10 ten"),
        _rate(r"\bper\s*100[,.]?\s?(?:000|k)\b", Unit.PER_100000, "100"),
        _rate(r"\brates?\b(?!\s+of\s+(?:pay|progress|return|council))", None, "rate"),
    )
)


def find_changes(text: str) -> list[ChangeMention]:
    """The change words of a text, in order, none overlapping another: the first stands, of two the longer one."""
    found = _CHANGES.all_mentions(text)
    found.sort(key=lambda c: (c.start, -c.end))
    out: list[ChangeMention] = []
    for change in found:
        if not out or change.start >= out[-1].end:
            out.append(change)
    return out


def find_roles(text: str) -> list[RoleMention]:
    """The words that make a number a target, a floor or a forecast, in order, none inside another."""
    found = _ROLES.all_mentions(text)
    if not found:
        return []
    barred = [m.span() for m in _NO_ROLE.finditer(lower_case(text))]
    found = [r for r in found if not any(a <= r.start < b for a, b in barred)]
    found.sort(key=lambda r: (r.start, -r.end))
    return [r for i, r in enumerate(found) if not any(r.end <= other.end for other in found[:i])]


def find_rates(text: str) -> list[RateMention]:
    """`rate per 10,000`, `per 10,000`, `rate`, in order; the plainest that stands at a place."""
    return _RATES.find(text, Taken(len(text)))
