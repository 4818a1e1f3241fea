"""Ages of people. Their reading is `10-15`, `16+`, `under_1` or `14`."""

from __future__ import annotations

import re

from boardmine.language.mentions import Quantity, Use
from boardmine.language.quantities.parts import NUMBER, OVER, PERCENT_AHEAD, UNDER, QuantityReader, used_as
from boardmine.language.rules import Rule, rule
from boardmine.language.wording import one_of
from boardmine.language.wordnumbers import small_number

_A = f"(?P<a>{NUMBER})"
_B = rf"(?P<b>{NUMBER})(?!\d|{PERCENT_AHEAD}|[.,]\d)"
_TO = r"\s*(?:-|–|—|/|to|and|or)\s*"
_OVER, _UNDER = f"(?P<over>{OVER})", f"(?P<under>{UNDER})"
_PLUS = r"(?P<plus>\s?\+|\s+plus\b|\s+(?:and|or|years\s+and|years\s+or)\s+(?:over|above|older|more)\b)"
_YEARS_OLD = r"[\s-]*(?:years?|yrs?)[\s-]*(?:olds?|of\s+age)\b"
_OPT_YEARS_OLD = r"(?:[\s-]*(?:years?|yrs?|y)[\s-]*(?:olds?|of\s+age)?)?"
_AND_UNDER = r"(?P<under>and\s+under|or\s+under|and\s+below)"
_PEOPLE = one_of("children, people, those, persons, pupils, males?, females?, boys, girls, adults, youths?")
_ANY_ONE = one_of("child, young person, person, pupil, nobody, no-?one, none, anyone, anybody, everyone, siblings?")
_WORDS_TO_TEN = one_of("one, two, three, four, five, six, seven, eight, nine, ten")
_OTHER_UNIT = r"\s?(?:%|per|\.\d|,\d|months?|weeks?|days?|hours?|miles?)"
_NOT_COUNTED = rf"(?!{_OTHER_UNIT}|\s+(?:{_PEOPLE}|cases|in|of)\b)"
_OPT_AGE = r"(?:(?:the\s+age\s+of|age|aged|their)\s+)?"
_YOUNG = r"(?:1[4-9]|2[0-5]|sixteen|seventeen|eighteen|nineteen|twenty[\s-]one|twenty[\s-]five)(?:th|st)?"
_SOMEBODY = one_of(
    "they, he, she, who, young people, young person, children, a child, leavers, those, before, on, after, or"
)
_END = r"(?=\s|$|[,.;:)])"


def _reading(m: re.Match[str]) -> str:
    groups = m.groupdict()
    low = small_number(groups["a"])
    if low is None:
        return ""
    if groups.get("b"):
        return f"{low}-{small_number(groups['b'])}"
    if groups.get("under"):
        return f"under_{low}"
    return f"{low}+" if groups.get("over") or groups.get("plus") else str(low)


def _age(m: re.Match[str]) -> Quantity | None:
    """An age or a range of ages; None where a range would run backwards (`aged 17 and 12 aged 18`)."""
    upper = m.groupdict().get("b")
    if upper and (small_number(upper) or 0) <= (small_number(m["a"]) or 0):
        return None
    return Quantity(m.start(), m.end(), Use.AGE, _reading(m))


def _age_behind(m: re.Match[str]) -> Quantity | None:
    """A range of ages without what stands before it in the match."""
    age = _age(m)
    return age and Quantity(m.start("a"), age.end, age.use, age.reading)


def _always(reading: str) -> QuantityReader:
    return lambda m: Quantity(m.start(), m.end(), Use.AGE, reading)


_RANGE_RULES: tuple[Rule[Quantity], ...] = (
    # under 1, 1-4, 5-9, 10-15, 16+: bands side by side
    rule(
        r"(?:\bunder\s+1\W{1,4})?(?:\b\d{1,2}\s?[-–]\s?\d{1,2}\b[^\w+]{1,4}){2,}(?:\d{1,2}\s?(?:\+|(?:&|and)\s+over))?",
        used_as(Use.AGE),
        "- –",
    ),
    # 18% 5 to 9, of a list of shares
    rule(
        rf"(?:%|per\s?cent)\s+(?:(?:are|were|is|was)\s+)?{_A}{_TO}{_B}(?=\s*(?:[,;.)]|and\b|$))", _age_behind, "% cent"
    ),
    # 5-9 80 (20%): a band, so many, their share
    rule(
        r"(?:(?<=[;:,|/]\s)|(?<=\n)|^)(?P<a>\d{1,2})\s?[-–]\s?(?P<b>\d{1,2})(?=\s+\d[\d,]*\s*\(\d{1,3}(?:\.\d+)?\s?%\))",
        _age,
        "%",
    ),
    # aged between 16 and 17
    rule(rf"\b(?:aged?|ages)\s+(?:of\s+)?(?:between\s+)?{_A}{_TO}{_B}{_OPT_YEARS_OLD}", _age, "age"),
    # 16 year olds to 18 year olds
    rule(rf"\b{_A}{_OPT_YEARS_OLD}{_TO}{_B}[\s-]*(?:years?|yrs?)[\s-]*olds?\b", _age, "old"),
    # 16 to 17 years of age; 10 - 15's
    rule(rf"\b{_A}{_TO}{_B}(?:[\s-]*(?:years?|yrs?|year's)[\s-]*(?:olds?|of\s+age)\b|\s*s\b)", _age, "old age s"),
    # 17- to 18-year-olds
    rule(
        r"\b(?P<a>\d{1,2})[\s-]*(?:to)?[\s-]*(?:-|–|/|to|and|or)[\s-]*(?P<b>\d{1,2})" + _YEARS_OLD,
        _age,
        "old age",
    ),
)

_BOUND_RULES: tuple[Rule[Quantity], ...] = (
    # aged over 16
    rule(rf"\b(?:aged?|ages|age\s+of)\s+(?:{_OVER}|{_UNDER})\s+{_A}\b{_OPT_YEARS_OLD}", _age, "age"),
    # under the age of 18
    rule(rf"\b(?:{_OVER}|{_UNDER})\s+(?:the\s+)?age\s+of\s+{_A}\b{_OPT_YEARS_OLD}", _age, "age"),
    # aged 16 and over; aged 14
    rule(rf"\b(?:aged?|ages|age\s+of)\s+{_A}{_OPT_YEARS_OLD}(?:{_PLUS})?(?:\s+{_AND_UNDER})?", _age, "age"),
    # children under 5
    rule(
        rf"\b(?:{_PEOPLE}|{_ANY_ONE}|in\s+care)\s+(?:(?P<over>over|above)|(?P<under>under|below|up\s+to))\s+"
        rf"(?P<a>\d{{1,2}}|{_WORDS_TO_TEN}|sixteen|eighteen)\b(?!{_OTHER_UNIT})",
        _age,
        "over above under below up",
    ),
    # (up to 25)
    rule(r"\(up\s+to\s+(?:1[4-9]|2[0-5])\)", used_as(Use.AGE), "(up"),
    # were under five; are over 16
    rule(
        rf"\b(?:were|are|was|be|been)\s+(?:all\s+|aged\s+)?(?:(?P<over>over|above)|(?P<under>under|below))\s+"
        rf"(?P<a>\d{{1,2}}|{_WORDS_TO_TEN}|sixteen|eighteen)(?=\s*(?:[.,;)]|$)|\s+(?:and|at|when)\b)",
        _age,
        "over above under below",
    ),
    # 136 are 21 or over
    rule(
        rf"(?<=\s)(?:are|were|is|was)\s+(?:aged\s+)?(?P<a>1[0-9]|2[0-5]|{_WORDS_TO_TEN}|sixteen|eighteen){_PLUS}",
        _age,
        "over above older",
    ),
    # of statutory school age
    rule(
        r"\bof\s+(?:statutory|compulsory)\s+school\s+age\b",
        lambda m: Quantity(m.start(), m.end(), Use.AGE, "5-16"),
        "school age",
    ),
    # under-5s; over 16 years of age
    rule(
        rf"\b(?:(?P<over>over|above)|(?P<under>under|below))[\s-]+{_A}(?:['’]?s\b|{_YEARS_OLD}|\s+years\s+old\b)",
        _age,
        "over above under below",
    ),
    # care leavers at 19
    rule(rf"(?<=\bleavers\s)(?:at|on\s+turning)\s+(?P<a>1[6-9]|2[0-5])\b(?!{_OTHER_UNIT})", _age, "leavers"),
    # leaving care at 18
    rule(
        rf"\b(?:care|school|home)\s+at\s+(?:the\s+age\s+of\s+)?(?P<a>1[6-9]|2[0-5])\b{_NOT_COUNTED}(?!\s*[-–/])",
        _age,
        "at",
    ),
    # 16 year olds plus; 5 years of age
    rule(rf"\b{_A}[\s-]*(?:years?|yrs?)[\s-]*olds?\b(?:{_PLUS})?", _age, "old"),
    rule(rf"\b{_A}\s+years?\s+of\s+age\b(?:{_PLUS})?", _age, "age"),
)

_BARE_RULES: tuple[Rule[Quantity], ...] = (
    # 16+
    rule(
        rf"(?<![\d.,])\b(?P<a>1[0-9]|2[0-5]|[4-9])(?P<plus>\s?\+){_END}"
        r"(?!\s*(?:years?|months?|moves?|placements?|days?|weeks?))",
        _age,
        "+",
    ),
    # 16 - 17
    rule(
        rf"\b(?P<a>16|17|18|19|2[0-5])\s*(?:-|–|to)\s*(?P<b>17|18|19|2[0-5])\b{_END}"
        r"(?!\s*(?:%|per\s?cent|children|case|weeks?|days?|months?|working))",
        _age,
        "1 2",
    ),
    # under-18s
    rule(r"\bunder[\s-]+18s?\b", _always("under_18"), "under"),
    # under one year old
    rule(
        r"\bunder[\s-]+(?:one|1)(?:s|\s+year(?:\s+old)?)?\b(?!\s*(?:%|per|month|day|week|in\b))",
        _always("under_1"),
        "under",
    ),
    # a 0-5 service: what is counted does not start from nothing
    rule(
        rf"(?<![\d.,])\b(?P<a>0)\s?[-–]\s?(?P<b>[1-9]|1\d|2[0-5])\b(?![.,]?\d|{PERCENT_AHEAD}|{_OTHER_UNIT})", _age, "0"
    ),
)

_COMING_OF_AGE_RULES: tuple[Rule[Quantity], ...] = (
    # post-16; pre-16; post sixteen
    rule(rf"\b(?:post|pre)(?:[\s-]*(?:16|18|sixteen|eighteen)|-{_YOUNG})\b", used_as(Use.AGE), "post pre"),
    # turning 18; beyond 21; coming up to 19
    rule(
        rf"\b(?:turn(?:ed|ing|s)?|beyond|coming\s+up(?:\s+to)?)\s+{_OPT_AGE}{_YOUNG}\b{_NOT_COUNTED}",
        used_as(Use.AGE),
        "turn beyond coming",
    ),
    # as they approach 21; young people who have reached 16
    rule(
        rf"\b{_SOMEBODY}\s+(?:(?:are|is|have|has|had|will|first)\s+)?(?:approach|reach)(?:es|ed|ing)?\s+{_OPT_AGE}{_YOUNG}\b"
        rf"{_NOT_COUNTED}",
        used_as(Use.AGE),
        "approach reach",
    ),
    # until they are 25; I'm 24
    rule(
        rf"\b(?:(?:until|till|when|before|after|once|if|where)\s+(?:they|he|she|you)\s+(?:are|is|were|was|turn)"
        rf"|i(?:['’]m|\s+am|\s+was)|(?:who|they|he|she)\s+will\s+be)\s+(?:now\s+|only\s+|nearly\s+)?{_OPT_AGE}{_A}\b{_NOT_COUNTED}",
        used_as(Use.AGE),
        "until till when before after once if where i who they he she",
    ),
)

AGE_RULES: tuple[Rule[Quantity], ...] = (
    *_RANGE_RULES,
    *_BOUND_RULES,
    *_BARE_RULES,
    *_COMING_OF_AGE_RULES,
)
