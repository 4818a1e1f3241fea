"""Numbers that name something: laws, paragraphs, minutes, versions, indicators, school years, footnote marks."""

from __future__ import annotations

import re

from boardmine.language.mentions import Quantity, Use
from boardmine.language.quantities.parts import AMOUNT, AND_MORE, NUMBER, PERCENT_AHEAD, used_as
from boardmine.language.rules import DIGIT, Rule, rule
from boardmine.language.wording import TITLES_OF_A_YEAR, one_of

_REFERENCE = used_as(Use.REFERENCE)

_OF_LAWS = "section, sections, s\\., clause, article, schedule, regulations?, reg\\.?, rule, rules"
_OF_PAPERS = (
    "paragraphs?, para\\.?, bullet points?, minute, appendix, annex, annexe, figures?, fig\\.?, tables?, graph, chart, "
    "page, pages, "
    "pp?\\., slide, chapter, part, column, row, box, note, footnote, paper, report, form, version, v, volume"
)
_OF_BUSINESS = "item, items, agenda item, recommendation, action, question, case study, case, no\\., ref\\.?, reference"
_NUMBERED_THINGS = "reference|ref|minute|decision|case|serial|charity|company|application|registration|report|item"
_OF_PLANS = (
    "step, phase, priority, theme, objective, stream, tier, level, band, stage, wave, standard, outcome, criterion, "
    "domain, option, type, category"
)
_OF_PLACES = "ward, block, room, floor"
_OF_TIMETABLES = "week, day"
_OF_EXAMS = "key stages?, ks, grade, grades, nqf, btec"
_NAMERS = one_of(
    ", ".join(
        (
            _OF_LAWS,
            _OF_PAPERS,
            _OF_BUSINESS,
            _OF_PLANS,
            _OF_PLACES,
            _OF_TIMETABLES,
            _OF_EXAMS,
            rf"(?:{_NUMBERED_THINGS}) number",
            "covid",
        )
    )
)
"""Words whose number behind them is a name."""

_LETTERED = r"(?:\([a-z0-9]+\))*[a-z]?"
_SUBSECTION = r"(?:\([a-z0-9]{1,4}\)|\s\([a-z]\)|\s\(\d\)(?=\s?\([a-z]\)|\s+of\b))"
_NUMBERED = rf"\d+(?:[./]\d+)*(?:[a-z]\s\(\d\)|[a-z]?{_SUBSECTION}*[a-z]?)"
"""`22`, `4.1.2`, `14/22`, `22(3)(a)`, `7b`, `25B (1)`, `31 (2) of`; in `section 47 (12)` the 12 may be a count."""

_COUNTED_AHEAD = one_of("%, per ?cent, children, young, people, families, were, are, have, looked, care")
_FURTHER = rf"(?:{AND_MORE}\d+(?:\.\d+)*{_LETTERED}(?![\d,]*\s*{_COUNTED_AHEAD}))*"
"""`, 20 and 47` after a first number, unless what follows is counted."""

_SCHOOL_YEAR = one_of("one, two, three, four, five, six, seven, eight, nine, ten, eleven, twelve, thirteen")
_SCHOOL_NUMBER = r"(?:1[0-4]|0?[1-9])(?!\d)"
_IN_THE_YEAR = (
    r"(?:(?<=\bin\sthe\s)|(?<=\bduring\sthe\s)|(?<=\bover\sthe\s))years?\s+\d{1,2}\s+(?:(?:more|new|further)\s+)?"
    + one_of(
        "children, young, people, families, were, had, have, referrals, orders, adoptions, households, carers, looked"
    )
    + r"\b(?!\s+in\s+year)"
)
"""`in the year 12 children were`: no school year"""
_NO_TIME = "".join(rf"(?<!\b{word}\s)" for word in "last this previous past same next each every per a the".split())
_YEARS_OLD = r"[\s-]*(?:years?|yrs?)[\s-]*olds?"
_TITLE = one_of(", ".join(TITLES_OF_A_YEAR))
_OF_PEOPLE = one_of("children, young people, people, births")
_SPAN = one_of("day, week, fortnight, month, term, quarter, year")
_MULTIPLE_OF = one_of("more, less, as, higher, lower, greater, the, that, likely, over, a, per")

REFERENCE_RULES: tuple[Rule[Quantity], ...] = (
    # section 20; paragraphs 4.1 to 4.3; minute 14/22
    rule(
        rf"\b(?<!\blast\s)(?<!\bprevious\s){_NAMERS}\s*[-–:]?\s*(?:nos?\.?\s*)?{_NUMBERED}{_FURTHER}(?![.,]?\d)(?!{PERCENT_AHEAD})(?!\w)",
        _REFERENCE,
        DIGIT,
    ),
    # the Children Act 1989
    rule(rf"\b{_TITLE},?\s+(?:(?:19|20)\d\d\b|\((?:19|20)\d\d\))", _REFERENCE, "19 20"),
    rule(r"\b(?:19|20)\d\d\s+(?:act|regulations?|order|guidance)\b", _REFERENCE, "act regulation order guidance"),
    # 14/22
    rule(rf"(?<![\w/.,])\d{{1,3}}/\d{{1,3}}(?:\s*\([a-z]\))?(?![\w/%]|,\d|{_YEARS_OLD})", _REFERENCE, "/"),
    # 3.4.12
    rule(r"(?<![\w.,])\d{1,2}(?:\.\d{1,2}){2,}(?![\w%])", _REFERENCE, "."),
    # A12; 3B; CYP/22/7
    rule(
        r"\b(?:[A-Z]{1,4}\d+[A-Z]?(?:[./]\d+)*|\d+[A-Z]{1,3}\d*|[A-Z]{2,}[/-]\d+(?:[/-]\d+)*)\b",
        _REFERENCE,
        DIGIT,
        as_written=True,
    ),
    rule(r"\bcovid[\s-]*19\b|\b24/7\b|\b(?:1:1|2:1|3:1)\b", _REFERENCE, DIGIT),
    # 3rd
    rule(r"\b\d+(?:st|nd|rd|th)\b", _REFERENCE, "st nd rd th"),
    # indicators by their numbers
    rule(
        r"\b(?:NI|KI|PI|KPI|LPI|BVPI|BV|PAF|SSIF|NIS|CHR|ICS|BASE)\s?\d{1,3}[A-Za-z]?(?:[.]\d+)?\b",
        _REFERENCE,
        DIGIT,
        as_written=True,
    ),
    # 12(3), 45-67: volume, issue and pages of a journal
    rule(
        r"\b\d{1,4}\s?\(\d{1,3}(?:[-–]\d{1,3})?\)\s*[,:;]\s*(?:pp?\.?\s*)?\d{1,5}(?:\s?[-–]\s?\d{1,5})?",
        _REFERENCE,
        "(",
    ),
    # four times as many
    rule(rf"\b(?:{NUMBER})\s+times?\b(?=\s+{_MULTIPLE_OF})(?!\s+(?:a|per)\s+{_SPAN})", _REFERENCE, "time"),
    # footnote marks that hang on a word
    rule(r"(?<=[a-z]{4})\d{1,2}\b(?![.,]\d)", _REFERENCE, DIGIT, as_written=True),
    # in 201412: a year and a footnote's mark, or no year at all
    rule(
        rf"\b(?:in|since|by|during|from|until)\s+(?:19|20)\d{{3,4}}\b(?!\s*{_COUNTED_AHEAD})",
        _REFERENCE,
        "19 20",
    ),
    # Month 6 of a budget
    rule(
        r"\b(?:Month|MONTH)\s(?:[1-9]|1[0-2])\b(?![.,]?\d|\s?%|\s(?:children|young|people))",
        _REFERENCE,
        "month",
        as_written=True,
    ),
    # the page behind the dots of a table of contents
    rule(r"(?:\.(?:\.{3,}|(?:\s\.){3,})|…{2,})\s*\d{1,4}\b", _REFERENCE, ". …"),
    # school years: years 7 to 9
    rule(
        rf"(?!{_IN_THE_YEAR})\b(?:years?|yr)\s+{_SCHOOL_NUMBER}(?:{AND_MORE}(?:years?\s+)?{_SCHOOL_NUMBER})*s?\b(?![.,]?\d)"
        r"(?!\s*(?:%|per\s?cent|months?|weeks?))",
        _REFERENCE,
        "year yr",
    ),
    # year six and year eleven, unless it is this year that eleven are counted in
    rule(
        rf"\b(?=year){_NO_TIME}years?\s+{_SCHOOL_YEAR}(?:{AND_MORE}(?:years?\s+)?{_SCHOOL_YEAR})*\b"
        r"(?!\s*(?:per\s?cent|months?|weeks?|hundred))",
        _REFERENCE,
        "year",
    ),
)

_BAND = (
    r"(?:(?:between\s+)?\d{1,2}\s*(?:-|–|to|and)\s*\d{1,2}|"
    + one_of("more than, over, above, fewer than, less than, under, below")
    + r"\s+\d{1,2})"
)
_CASES = one_of("children, cases, young people")
_HOLD = one_of("have, had, hold, held, holding, carry, carried, carrying, with")


def _band(m: re.Match[str]) -> Quantity:
    """The band that a share of workers is said to be in, without the share."""
    group = "held" if m["held"] else "band"
    return Quantity(m.start(group), m.end(group), Use.DEFINITION)


DEFINITION_RULES: tuple[Rule[Quantity], ...] = (
    # sibling groups of three
    rule(
        r"\b(?:sibling\s+)?(?:groups?|sets?)\s+of\s+(?:\d|two|three|four|five)\b(?!\s*%)",
        used_as(Use.DEFINITION),
        "group set",
    ),
    # five or more GCSEs
    rule(
        rf"\b{NUMBER}(?:\s*\+|\s+or\s+more)?\s+(?:or\s+more\s+)?(?:good\s+)?(?:gcses?|a\*|a-?levels?)(?![a-z])",
        used_as(Use.DEFINITION),
        "gcse a* level",
    ),
    # three times a week; missing nine times
    rule(
        rf"(?<![\d.,])\b{NUMBER}(?:\s*(?:-|–|to|or)\s*{NUMBER})?\s+times\b(?:\s+(?:a|per|each|every)\s+{_SPAN}\b)?",
        used_as(Use.DEFINITION),
        "times",
    ),
    # 4.1 per 1,000, which no metric is measured in
    rule(rf"(?<![\d.,]){AMOUNT}\s*(?:{_OF_PEOPLE}\s+)?per\s+1,?000\b", used_as(Use.DEFINITION), "per"),
    # a rate per 1,000
    rule(r"\brates?\s*(?:\([^()]{0,20}\)\s*)?per\s+1,?000\b", used_as(Use.DEFINITION), "rate"),
    # between 18 and 22 children on their caseload
    rule(rf"\b{_BAND}\s+{_CASES}\b(?=[^.;]{{0,40}}\bcaseloads?\b)", used_as(Use.DEFINITION), "caseload"),
    # 12% have more than 25 cases; 40% had caseloads of 16-20
    rule(
        rf"\d\s?(?:%|per\s?cent)[^.;%]{{0,60}}?\b(?:{_HOLD}\s+(?P<held>{_BAND}\s+{_CASES})|"
        rf"caseloads?\s+(?:of\s+)?(?P<band>{_BAND}(?:\s+{_CASES})?))\b",
        _band,
        "case child young",
    ),
)

STAFFING_RULES: tuple[Rule[Quantity], ...] = (
    # 2:1
    rule(r"(?<![\d,.])\d+\s?:\s?\d+\b(?![.,]\d)", _REFERENCE, ":"),
)
