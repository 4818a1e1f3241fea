"""Finds numbers that may be values: in digits or words, with what is said of them at the spot (unit, bound, sign)."""

from __future__ import annotations

import re

from boardmine.language.mentions import Number
from boardmine.language.rules import Taken
from boardmine.language.wordnumbers import FRACTION, WORD_NUMBER, fraction_percent, parse_words
from boardmine.records import Bound, Unit

_DIGITS = re.compile(
    r"(?<![\w.,£$€])(?P<sign>[+−-](?=\d))?(?P<n>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)(?P<k>k\b)?(?![\d/])"
)
_GLUED = re.compile(r"(?<=[<>~≤≥(])(?P<n>\d+(?:\.\d+)?)")
_WORDS = re.compile(rf"\b(?:{WORD_NUMBER})\b", re.I)
_ZERO = re.compile(
    r"\b(?P<none>no|none|nil|zero|not\s+(?:one|a\s+single))\b(?=\s+(?:looked|child|children|young|care|cases?|permanent|unaccompanied|of\s+(?:whom|the|these|our)|is\b|are\b|were\b|was\b|exclu|cla\b|lac\b|cic\b|private|uasc))",
    re.I,
)
_NOT_ONE = re.compile(
    r"^[\s-]*(?:(?:of|another|off|stop|who|such|year|day|size|area|way|that|in\s+which|which|thing|point|day|case|time|hand|"
    r"side|place|part|example|reason|aspect|issue|element|to[\s-]one|or\s+(?:two|more))\b|[.,;:)]|$)",
    re.I,
)

_PRONOUN = re.compile(
    r"\b(?:right|only|another|each|this|that|which|no|first|last|every|any|the|good|new|wrong|best|to|as|is|least|it['’]?s)[\s-]+$",
    re.I,
)
"""Words before `one` that make it a pronoun."""

_PERCENT = re.compile(r"\s?%|\s*(?:per\s?cent(?:age)?|percent|pct)\b", re.I)
_POINTS = re.compile(
    r"\s*(?:%|percentage|per\s?cent)?[\s-]*(?:percentage\s+points?|points?\b|ppts?\b|pp\b|p\.p\.)", re.I
)
_PER_10000 = re.compile(
    r"\s*(?:children\s+|young\s+people\s+|lac\s+|cla\s+|cic\s+|plans?\s+|referrals?\s+)?(?:per|/|in\s+every|for\s+every)\s*10[,.]?\s?(?:000|k)\b",
    re.I,
)
_PER_100000 = re.compile(r"\s*(?:children\s+|young\s+people\s+)?(?:per|/)\s*100[,.]?\s?(?:000|k)\b", re.I)
_DAYS = re.compile(r"\s*(?:calendar\s+|school\s+)?days?\b", re.I)
_PLUS = re.compile(r"\s?\+(?!\d)|\s+plus\b(?!\s+\d)|\s+or\s+(?:more|above|over)\b", re.I)
_OUT_OF = re.compile(
    r"\s*(?:out\s+of|in)\s+(?:every\s+)?(?P<whole>100|five|ten|four|three|5|10|4|3)\b(?!\s?%)(?!\s+(?:months?|weeks?|years?|days?))",
    re.I,
)
_OF_100 = re.compile(r"\s*of\s+(?:every\s+)?(?P<whole>100)\b(?=\s+(?:children|young|people|pupils))", re.I)

_BOUNDS: list[tuple[Bound, re.Pattern[str]]] = [
    (bound, re.compile(rf"(?:{words})\s*(?:£)?$", re.I))
    for bound, words in (
        (
            Bound.ABOUT,
            r"\b(?:just|slightly|a\s+little|a\s+few)\s+(?:over|under|above|below|more\s+than|less\s+than|short\s+of)|\b(?:about|approximately|approx\.?|around|almost|nearly|roughly|circa|c\.?|some|close\s+to|in\s+the\s+region\s+of|~)|≈",
        ),
        (
            Bound.AT_LEAST,
            r"\b(?:at\s+least|a\s+minimum\s+of|minimum\s+of|no\s+(?:less|fewer)\s+than|not\s+less\s+than)|≥",
        ),
        (Bound.AT_MOST, r"\b(?:at\s+most|up\s+to|a\s+maximum\s+of|maximum\s+of|no\s+more\s+than|not\s+more\s+than)|≤"),
        (Bound.OVER, r"\b(?:over|more\s+than|above|in\s+excess\s+of|greater\s+than|exceeding|upwards\s+of)|>"),
        (Bound.UNDER, r"\b(?:under|less\s+than|below|fewer\s+than|lower\s+than)|<"),
    )
]


def find_numbers(text: str, taken: Taken) -> list[Number]:
    """The numbers of a text outside what is `taken`, in order, none inside another. What they cover, unit and all,
    is marked in `taken`."""
    found: list[Number] = []

    def free(start: int, end: int) -> bool:
        return taken.is_free(start, end)

    def take(number: Number) -> None:
        found.append(number)
        taken.take(number.start, number.end)

    for match in FRACTION.finditer(text):
        if free(*match.span()):
            bound, start = _bound(text, match.start())
            take(Number(match.start(), match.end(), fraction_percent(match), Unit.PERCENT, bound, in_words=True))
    for match in (*_DIGITS.finditer(text), *_GLUED.finditer(text)):
        start, end = match.span("n")
        if not free(start, end):
            continue
        value = float(match["n"].replace(",", ""))
        sign = match.groupdict().get("sign")
        signed = 0 if not sign else 1 if sign == "+" else -1
        if (
            signed == -1
            and re.search(r"[\w)]\s?$", text[: match.start()])
            and text[match.start() - 1 : match.start()] != "("
        ):
            signed = 0
        if match.groupdict().get("k"):
            value, end = value * 1000, match.end("k")
        take(_completed(text, start - (1 if signed else 0), end, value, signed, False))
    for match in _WORDS.finditer(text):
        value_of_words = parse_words(match[0])
        if value_of_words is None or not free(*match.span()):
            continue
        if match[0].lower() == "one" and (
            _NOT_ONE.match(text[match.end() :]) or _PRONOUN.search(text[: match.start()])
        ):
            continue
        take(_completed(text, match.start(), match.end(), value_of_words, 0, True))
    for match in _ZERO.finditer(text):
        if free(*match.span("none")):
            take(Number(*match.span("none"), 0.0, in_words=True))
    found.sort(key=lambda n: n.start)
    return _ranges(text, found)


def _completed(text: str, start: int, end: int, value: float, signed: int, in_words: bool) -> Number:
    """The number with what stands right behind and before it."""
    rest = text[end : end + 40]
    unit: Unit | None = None
    for candidate, pattern in (
        (Unit.POINTS, _POINTS),
        (Unit.PERCENT, _PERCENT),
        (Unit.PER_10000, _PER_10000),
        (Unit.PER_100000, _PER_100000),
        (Unit.DAYS, _DAYS),
    ):
        match = pattern.match(rest)
        if match:
            unit, end = candidate, end + match.end()
            break
    share = (_OUT_OF.match(rest) or _OF_100.match(rest)) if unit is None else None
    if share and value <= 100:
        whole = share["whole"]
        size = float(whole) if whole.isdigit() else parse_words(whole) or 0.0
        if size == 100 or (in_words and value < size <= 10):
            value, unit, end = 100 * value / size, Unit.PERCENT, end + share.end()
    bound, _ = _bound(text, start)
    plus = _PLUS.match(text[end : end + 12])
    if plus and bound is Bound.EXACT:
        bound, end = Bound.AT_LEAST, end + plus.end()
    return Number(start, end, value, unit, bound, signed, in_words)


def _bound(text: str, start: int) -> tuple[Bound, int]:
    """What the words before a number say of its exactness, and where they begin."""
    lead = text[max(0, start - 24) : start]
    for bound, pattern in _BOUNDS:
        match = pattern.search(lead)
        if match:
            return bound, start - len(lead) + match.start()
    return Bound.EXACT, start


_BETWEEN = re.compile(r"^\s*(?:-|–|—)\s*$")


def _ranges(text: str, numbers: list[Number]) -> list[Number]:
    """Marks `100 - 120` as the lower and the upper end of one range."""
    out = list(numbers)
    for i in range(len(out) - 1):
        low, high = out[i], out[i + 1]
        if low.unit is None and low.value < high.value and _BETWEEN.match(text[low.end : high.start]):
            out[i] = Number(low.start, low.end, low.value, high.unit, Bound.AT_LEAST, 0, low.in_words, 1)
            out[i + 1] = Number(high.start, high.end, high.value, high.unit, Bound.AT_MOST, 0, high.in_words, -1)
    return out
