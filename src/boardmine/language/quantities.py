"""Finds the numerals that are no values of a metric: money, ages, lengths of time, distances, references, contacts.

What stands inside such a phrase is accounted for in the ledger by its use; ages, lengths of time and bands also
have a reading, from which a dimension takes its member.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from boardmine.language.mentions import Quantity, Use
from boardmine.language.wordnumbers import SMALL_NUMBER, small_number

_N = SMALL_NUMBER
_DIGITS = r"\d{1,3}(?:,\d{3})+|\d+"
_AMOUNT = rf"(?:{_DIGITS})(?:\.\d+)?"
_OVER = r"(?:over|above|more\s+than|older\s+than|greater\s+than|at\s+least|exceeding|longer\s+than)"
_UNDER = r"(?:under|below|less\s+than|fewer\s+than|younger\s+than|up\s+to|within)"
_RANGE = r"\s*(?:-|–|—|to|and)\s*"

Reader = Callable[[re.Match[str]], str]


def _age(m: re.Match[str]) -> str:
    """`10-15`, `16+`, `under_1`, `4+`, `14`."""
    groups = m.groupdict()
    low = small_number(groups["a"])
    if low is None:
        return ""
    if groups.get("b"):
        return f"{low}-{small_number(groups['b'])}"
    if groups.get("under"):
        return f"under_{low}"
    if groups.get("over"):
        return f"{low}+"
    return f"{low}+" if groups.get("plus") else str(low)


def _duration(m: re.Match[str]) -> str:
    """`over_18_months`, `under_6_months`, `over_2_years`; empty without a bound."""
    groups = m.groupdict()
    number = small_number(groups["a"])
    if number is None:
        return ""
    unit = groups["s"].lower().rstrip("s")
    side = "over" if groups.get("over") or groups.get("plus") else "under" if groups.get("under") else ""
    return f"{side}_{number}_{unit}s" if side else ""


def _none(_: re.Match[str]) -> str:
    return ""


def _rules(*rules: tuple[str, Use, Reader]) -> list[tuple[re.Pattern[str], Use, Reader]]:
    return [(re.compile(pattern, re.I), use, reader) for pattern, use, reader in rules]


_PLUS = r"(?P<plus>\s?\+|\s+plus\b|\s+(?:and|or|years\s+and|years\s+or)\s+(?:over|above|older|more)\b)"
_OLD = r"(?:[\s-]*(?:years?|yrs?|y)[\s-]*(?:olds?|of\s+age)?)"

_RULES = _rules(
    # contacts: addresses, e-mail, telephone, postcodes
    (r"(?:https?://|www\.)\S+|\S+@\S+\.\S+", Use.CONTACT, _none),
    (
        r"\b(?:tel(?:ephone)?|phone|fax|mobile|textphone|call)\b[\s.:]*(?:no\.?|number)?[\s.:]*[+(]?\d[\d\s()-]{6,}\d",
        Use.CONTACT,
        _none,
    ),
    (r"(?<![\d.,])\(?0\d{2,4}\)?[\s-]?\d{3,4}[\s-]?\d{3,4}\b", Use.CONTACT, _none),
    (r"\b[A-Z]{1,2}\d[A-Z\d]?\s+\d[A-Z]{2}\b", Use.CONTACT, _none),
    # times of day
    (
        r"\b\d{1,2}(?:[.:]\d\d)?\s?(?:am|pm|a\.m\.|p\.m\.)(?![a-z])|\b\d{1,2}:\d\d\b(?!\s*(?:ratio|support))|\b\d{1,2}\.\d\d\s?hrs\b",
        Use.TIME,
        _none,
    ),
    # money
    (
        rf"[£$€]\s?{_AMOUNT}(?:\s?(?:million|billion|bn|m|k|thousand)\b)?|\b{_AMOUNT}\s?(?:pence|pounds|p/w)\b",
        Use.MONEY,
        _none,
    ),
    (
        rf"(?:£\s?)?\b{_AMOUNT}\s?(?:m|k)\b(?=\s+(?:overspend|underspend|budget|savings?|pressure|grant|funding))",
        Use.MONEY,
        _none,
    ),
    # laws, paragraphs, minutes, forms, versions, figures
    (
        r"\b(?:section|sections|s\.|paragraphs?|para\.?|clause|article|schedule|regulations?|reg\.?|rule|rules|minute|appendix|annex|figure|fig\.?|table|graph|chart|page|pages|pp?\.|slide|item|items|chapter|part|step|phase|priority|theme|objective|recommendation|action|case\s+study|case|version|v|volume|form|no\.|number|ref\.?|reference|report|agenda\s+item|stream|ward|block|tier|level|band|stage|wave|standard|outcome|criterion|domain|option|room|floor|annexe|question|note|footnote|type|cohort|week|day|box|column|row|category|paper|key\s+stage|ks|covid|grade|grades|nqf|btec)\s*[-–:]?\s*(?:nos?\.?\s*)?\d+(?:[./]\d+)*[a-z]?(?:\s?(?:\([a-z0-9]+\)))*[a-z]?(?:(?:\s*(?:,|and|&|or|to|-|–)\s*)\d+(?:\.\d+)*(?:\([a-z0-9]+\))*[a-z]?(?![\d,]*\s*(?:%|per\s?cent|children|young|people|families|were|are|have|looked|care)))*(?![.,]?\d)(?!\s?%|\s?per\s?cent)\b",
        Use.REFERENCE,
        _none,
    ),
    (
        r"\b(?:children|education|housing|care|equality|health|data\s+protection|local\s+government|localism|act|regulations?)\b[^.;\n]{0,60}?\bact\s+(?:19|20)\d\d\b",
        Use.REFERENCE,
        _none,
    ),
    (r"\b(?:19|20)\d\d\s+(?:act|regulations?|order|guidance)\b", Use.REFERENCE, _none),
    (r"(?<![\w/.,])\d{1,3}/\d{1,3}(?:\s*\([a-z]\))?(?![\w/%])", Use.REFERENCE, _none),
    (r"\b(?-i:[A-Z]{1,4}\d+[A-Z]?(?:[./]\d+)*|\d+[A-Z]{1,3}\d*|[A-Z]{2,}[/-]\d+(?:[/-]\d+)*)\b", Use.REFERENCE, _none),
    (r"\bcovid[\s-]*19\b|\b24/7\b|\b(?:1:1|2:1|3:1)\b", Use.REFERENCE, _none),
    (r"\b\d+(?:st|nd|rd|th)\b", Use.REFERENCE, _none),
    # indicators by their numbers; volumes and pages of journals; multiples
    (r"\b(?-i:NI|KI|PI|KPI|LPI|BVPI|BV|PAF|SSIF|NIS)\s?\d{1,3}[a-z]?(?:[.]\d+)?\b", Use.REFERENCE, _none),
    (
        r"\b\d{1,4}\s?\(\d{1,3}(?:[-–]\d{1,3})?\)\s*[,:;]\s*(?:pp?\.?\s*)?\d{1,5}(?:\s?[-–]\s?\d{1,5})?",
        Use.REFERENCE,
        _none,
    ),
    (
        rf"\b(?:{_N})\s+times?\b(?=\s+(?:more|less|as|higher|lower|greater|the|that|likely|over|a|per))",
        Use.REFERENCE,
        _none,
    ),
    # footnote marks that hang on a word
    (r"(?<=(?-i:[a-z]){4})\d{1,2}\b(?![.,]\d)", Use.REFERENCE, _none),
    # school years
    (
        r"\b(?:years?|yr)\s+(?:\d{1,2})(?:(?:\s*(?:,|and|&|or|to|-|–)\s*(?:years?\s+)?)\d{1,2})*\b(?![.,]?\d)(?!\s*(?:%|per\s?cent|months?|weeks?))",
        Use.REFERENCE,
        _none,
    ),
    # sizes of groups, bands of caseloads, phases of education
    (r"\b(?:sibling\s+)?(?:groups?|sets?)\s+of\s+(?:\d|two|three|four|five)\b(?!\s*%)", Use.DEFINITION, _none),
    (
        r"\b(?:between\s+)?\d{1,2}\s*(?:-|–|to|and)\s*\d{1,2}\s+(?:children|cases|young\s+people)\b(?=[^.;]{0,40}\bcaseloads?\b)",
        Use.DEFINITION,
        _none,
    ),
    (r"\bpost[\s-]*16\b|\bpre[\s-]*16\b", Use.AGE, _none),
    # ages
    (
        r"(?:\bunder\s+1\W{1,4})?(?:\b\d{1,2}\s?[-–]\s?\d{1,2}\b\W{1,4}){2,}(?:\d{1,2}\s?(?:\+|(?:&|and)\s+over))?",
        Use.AGE,
        _none,
    ),
    (rf"\b(?:aged?|ages)\s+(?:of\s+)?(?:between\s+)?(?P<a>{_N}){_RANGE}(?P<b>{_N})\b{_OLD}?", Use.AGE, _age),
    (rf"\b(?P<a>{_N}){_OLD}{_RANGE}(?P<b>{_N})[\s-]*(?:years?|yrs?)[\s-]*olds?\b", Use.AGE, _age),
    (
        rf"\b(?P<a>{_N}){_RANGE}(?P<b>{_N})(?:[\s-]*(?:years?|yrs?|year's)[\s-]*(?:olds?|of\s+age)\b|\s*(?:s\b))",
        Use.AGE,
        _age,
    ),
    (
        r"\b(?P<a>\d{1,2})[\s-]*(?:to)?[\s-]*(?:-|–|to|and)[\s-]*(?P<b>\d{1,2})[\s-]*(?:years?|yrs?)[\s-]*(?:olds?|of\s+age)\b",
        Use.AGE,
        _age,
    ),
    (
        rf"\b(?:aged?|ages|age\s+of|the\s+age\s+of)\s+(?:(?P<over>{_OVER}|over)|(?P<under>{_UNDER}))\s+(?P<a>{_N})\b{_OLD}?",
        Use.AGE,
        _age,
    ),
    (rf"\b(?:(?P<over>{_OVER})|(?P<under>{_UNDER}))\s+(?:the\s+)?age\s+of\s+(?P<a>{_N})\b{_OLD}?", Use.AGE, _age),
    (
        rf"\b(?:aged?|ages|age\s+of)\s+(?P<a>{_N}){_OLD}?(?:{_PLUS})?(?:\s+(?P<under>and\s+under|or\s+under|and\s+below))?",
        Use.AGE,
        _age,
    ),
    (
        r"\b(?:children|people|those|persons|pupils|males?|females?|boys|girls|adults|youths?)\s+(?:(?P<over>over|above)|(?P<under>under|below|up\s+to))\s+(?P<a>\d{1,2})\b(?!\s?(?:%|per|\.\d|,\d|months?|weeks?|days?|hours?|miles?))",
        Use.AGE,
        _age,
    ),
    (r"\(up\s+to\s+(?P<a>1[4-9]|2[0-5])\)", Use.AGE, _none),
    (
        rf"\b(?:(?P<over>over|above)|(?P<under>under|below))[\s-]+(?P<a>{_N})(?:['’]?s\b|[\s-]*(?:years?|yrs?)[\s-]*(?:olds?|of\s+age)\b|\s+years\s+old\b)",
        Use.AGE,
        _age,
    ),
    (rf"\b(?P<a>{_N})[\s-]*(?:years?|yrs?|yr)[\s-]*olds?\b(?:{_PLUS})?", Use.AGE, _age),
    (rf"\b(?P<a>{_N})\s+years?\s+of\s+age\b(?:{_PLUS})?", Use.AGE, _age),
    (
        r"(?<![\d.,])\b(?P<a>1[0-9]|2[0-5]|[4-9])(?P<plus>\s?\+)(?=\s|$|[,.;:)])(?!\s*(?:years?|months?|moves?|placements?|days?|weeks?))",
        Use.AGE,
        _age,
    ),
    (
        r"\b(?P<a>16|17|18|19|2[0-5])\s*(?:-|–|to)\s*(?P<b>17|18|19|2[0-5])\b(?=\s|$|[,.;:)])(?!\s*(?:%|per\s?cent|children|case|weeks?|days?|months?|working))",
        Use.AGE,
        _age,
    ),
    (r"\bunder[\s-]+(?P<under>)(?P<a>18)s?\b", Use.AGE, lambda m: "under_18"),
    (
        r"\bunder[\s-]+(?:one|1)(?:s|\s+year(?:\s+old)?)?\b(?!\s*(?:%|per|month|day|week|in\b))",
        Use.AGE,
        lambda m: "under_1",
    ),
    (r"\bturn(?:ed|ing|s)?\s+(?P<a>1[4-9]|2[0-5])\b", Use.AGE, _none),
    # distances and sizes of other things
    (rf"\b{_AMOUNT}[\s-]*(?:miles?|km|kilometres?|metres?|square|sq|acres?|hectares?|mph)\b", Use.DISTANCE, _none),
    # ratios of staff
    (r"\b\d+\s?:\s?\d+\b", Use.REFERENCE, _none),
    # lengths of time
    (
        rf"\b(?:(?P<over>{_OVER})|(?P<under>{_UNDER}|in\s+the\s+(?:last|past)))[\s-]+(?P<a>{_N})[\s-]*(?P<s>hours?|weeks?|months?|years?)\b",
        Use.DURATION,
        _duration,
    ),
    (rf"\b(?:within|up\s+to|for\s+(?:over|more\s+than|less\s+than))\s+{_N}[\s-]*days?\b", Use.DURATION, _none),
    (
        rf"\b(?P<a>{_N})[\s-]*(?P<plus>\+|(?:or\s+more\s+))\s*(?P<s>hours?|days?|weeks?|months?|years?)\b",
        Use.DURATION,
        _duration,
    ),
    (
        rf"\b(?P<a>{_N})[\s-]+(?P<s>days?|weeks?|months?|years?)(?P<plus>\s*\+|\s+(?:or|and)\s+(?:more|over|longer|above)\b|\s+plus\b)",
        Use.DURATION,
        _duration,
    ),
    (
        rf"\b{_N}[\s-]*(?:to|-|–|or|and)?[\s-]*(?:{_N})?[\s-]*(?:working\s+days?|hours?|minutes?|mins?|hrs?)\b",
        Use.DURATION,
        _none,
    ),
    (
        rf"\b(?:within|in|after|for|every|each|of|over|take|takes|taking|than|least|around|about|up\s+to|by)\s+(?:the\s+first\s+)?(?:(?:{_N})(?:\s*(?:-|–|to|or|and)\s*))?{_N}[\s-]*(?:weeks?|months?|years?|day)\b",
        Use.DURATION,
        _none,
    ),
    (
        rf"\b(?:{_N})(?:\s*(?:-|–|to|or|and)\s*{_N})?[\s-]*(?:weeks?|months?|years?|weekly|monthly)\b",
        Use.DURATION,
        _none,
    ),
    (
        rf"\b{_N}(?:-day\b|[\s-](?:week|month|year|hour|minute))(?:ly|s|['’]s|['’])?\b(?!\s+(?:average|on\s+average))",
        Use.DURATION,
        _none,
    ),
)


def find_quantities(text: str, taken: bytearray) -> list[Quantity]:
    """The quantities of a text that stand outside what is `taken` already (one byte a character, non-zero where it
    is); what they cover is marked in `taken`. In order of their place."""
    found: list[Quantity] = []
    for pattern, use, reader in _RULES:
        for match in pattern.finditer(text):
            start, end = match.span()
            if start == end or any(taken[start:end]):
                continue
            found.append(Quantity(start, end, use, reader(match)))
            taken[start:end] = b"\x01" * (end - start)
    found.sort(key=lambda q: q.start)
    return found
