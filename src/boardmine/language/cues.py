"""Finds the words around numbers that say what kind of number it is: change words, roles, rates."""

from __future__ import annotations

import re

from boardmine.language.mentions import ChangeMention, Direction, RateMention, RoleMention
from boardmine.language.wording import DOWN_NOUNS, UP_NOUNS
from boardmine.records import Role, Unit

_UP_VERBS = (
    r"increased|increasing|risen|rose|rising|grown|grew|growing|gone\s+up|went\s+up|going\s+up|"
    r"climbed|improved|improving|jumped|doubled"
)
_DOWN_VERBS = (
    r"decreased|decreasing|reduced|reducing|fallen|fell|falling|dropped|dropping|declined|declining|"
    r"gone\s+down|went\s+down|come\s+down|came\s+down|going\s+down|lowered|dipped|halved|shrunk|"
    r"worsened"
)
_UP_ADVERBS = r"up|higher|upwards?"
_DOWN_ADVERBS = r"down|lower|downwards?"

_CHANGES: tuple[tuple[re.Pattern[str], Direction, bool, bool], ...] = tuple(
    (re.compile(rf"\b(?:{words})\b(?!-)", re.I), direction, noun, comparative)
    for words, direction, noun, comparative in (
        (UP_NOUNS, Direction.UP, True, False),
        (DOWN_NOUNS, Direction.DOWN, True, False),
        (_UP_VERBS, Direction.UP, False, False),
        (_DOWN_VERBS, Direction.DOWN, False, False),
        (rf"(?:{_UP_ADVERBS})(?!\s+to\b(?!\s+[\d£])(?!\s+date\b))(?!-to)", Direction.UP, False, False),
        (_DOWN_ADVERBS, Direction.DOWN, False, False),
        (r"more(?!\s+than\s+\d+\s*(?:%|per))(?!\s+likely)(?!\s+information)", Direction.UP, False, True),
        (r"fewer|less(?!\s+likely)", Direction.DOWN, False, True),
    )
)

_ROLES: tuple[tuple[re.Pattern[str], Role], ...] = tuple(
    (re.compile(rf"\b(?:{words})\b", re.I), role)
    for words, role in (
        (r"targets?|aim(?:ed|s|ing)?|goals?|ambition|aspiration|we\s+want|trajectory", Role.TARGET),
        (r"floor|tolerance|threshold", Role.FLOOR),
        (
            r"forecasts?|projected|projection|predicted|expected|anticipated|estimated\s+to\s+(?:be|rise|fall|reach)|on\s+course\s+for|hopefully",
            Role.FORECAST,
        ),
    )
)
_NO_ROLE = re.compile(
    r"(?:expected\s+(?:standard|level)s?|national\s+threshold|within\s+(?:the\s+)?tolerance|threshold\s+(?:for|of\s+(?:need|harm|significant)|document))",
    re.I,
)

_RATES: tuple[tuple[re.Pattern[str], Unit | None], ...] = (
    (
        re.compile(
            r"\brates?\s+(?:of\s+[A-Za-z\s-]{0,50}?)?(?:was\s+|is\s+)?(?:per|/)\s*10[,.]?\s?(?:000|k)\b|\bper\s*10[,.]?\s?(?:000|k)\b|\b10k\s+rate\b",
            re.I,
        ),
        Unit.PER_10000,
    ),
    (re.compile(r"\bper\s*100[,.]?\s?(?:000|k)\b", re.I), Unit.PER_100000),
    (re.compile(r"\brates?\b(?!\s+of\s+(?:pay|progress|return|council))", re.I), None),
)


def find_changes(text: str) -> list[ChangeMention]:
    """The change words of a text, in order. Where two patterns meet, the longer one stands."""
    found = [
        ChangeMention(m.start(), m.end(), direction, noun, comparative)
        for pattern, direction, noun, comparative in _CHANGES
        for m in pattern.finditer(text)
    ]
    found.sort(key=lambda c: (c.start, -c.end))
    out: list[ChangeMention] = []
    for change in found:
        if not out or change.start >= out[-1].end:
            out.append(change)
    return out


def find_roles(text: str) -> list[RoleMention]:
    """The words that make a number a target, a floor or a forecast, in order."""
    barred = [m.span() for m in _NO_ROLE.finditer(text)]
    found = [
        RoleMention(m.start(), m.end(), role)
        for pattern, role in _ROLES
        for m in pattern.finditer(text)
        if not any(a <= m.start() < b for a, b in barred)
    ]
    return sorted(found, key=lambda r: r.start)


def find_rates(text: str) -> list[RateMention]:
    """`rate per 10,000`, `per 10,000`, `rate`, in order; the plainest that stands at a place."""
    found: list[RateMention] = []
    for pattern, unit in _RATES:
        for m in pattern.finditer(text):
            if not any(r.start < m.end() and m.start() < r.end for r in found):
                found.append(RateMention(m.start(), m.end(), unit))
    return sorted(found, key=lambda r: r.start)
