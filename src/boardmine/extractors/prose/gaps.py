"""Numbers that are no figures: the distance to a comparator, the definition of a word, the count of things unknown."""

from __future__ import annotations

import re

from boardmine.extractors.sentence import Sentence
from boardmine.language.mentions import Number
from boardmine.language.wording import CHANGE_NOUN, PEOPLE, TO_NUMBER, one_of
from boardmine.records import Bound, Unit

_UNIT = r"(?:(?:percentage\s+)?points?|days?|%|places?|[\w-]+)?"
_SIDE = one_of("than, above, below, over, under, short of, away from, behind, ahead of, better, worse")
_TOLD = one_of("which, that, is, are, was, were, and, but, this, it")
"""Words that go on to tell something else of the number: `19.8%, which is below England`"""
_GAP = re.compile(
    rf"^\s*{_UNIT}\s*(?:(?!{_TOLD}\b)[\w-]+\s+){{0,3}}?{_SIDE}\s+(?:than\s+)?(?:the\s+|our\s+|that\s+of\s+|that\s+for\s+|its\s+)*$",
    re.I,
)
"""`56 days quicker than` before the name of an area or a target"""

_THAN_PLANNED = re.compile(
    r"\s*(?:percentage\s+points?\s+|days?\s+)?(?:[\w-]+\s+){0,2}than\s+(?:was\s+|were\s+|had\s+been\s+|we\s+(?:had\s+)?)?"
    r"(?:planned|expected|budgeted|forecast|anticipated|projected|hoped|allowed)\b",
    re.I,
)
"""`7 fewer than planned`"""
_GAP_SUBJECT = re.compile(r"\b(?:gap|difference)\s+(?:to|between|with|from|against)\b", re.I)
_DEFINED_AS = re.compile(
    r"\b(?:considered|defined|deemed|classed|regarded|described)\s+(?:to\s+be|as)\s+(?:[\w-]+\s+){0,4}$", re.I
)
_ADVISED = re.compile(
    r"\b(?:recommended|suggested|advised|advisory)\s+(?:(?:range|level|caseload|maximum|number|limit|average)\s+)?(?:of\s+)?"
    r"(?:\d+\s*(?:-|–|to)\s*)?$",
    re.I,
)
"""`within the recommended 50-70`: what ought to be"""
_RULES = one_of("handbook, guidance, regulations?, standards, legislation, best practice, good practice, policy")
_SAYS = one_of(
    "recommends?, recommended, suggests?, states?, says?, holds?, requires?, advises?, stipulates?, sets?, expects?, "
    "specif(?:y|ies), is that, that"
)
_RULED = re.compile(rf"\b{_RULES}\s+(?:\([^()]*\)\s*)?,?\s*(?:[\w-]+\s+){{0,3}}?{_SAYS}\b[^.;]{{0,80}}$", re.I)
"""`the handbook recommends a caseload of`: what ought to be"""

_SATISFIED = re.compile(r"\b(?:satisfaction|satisfied|happy)\s+with\b[^.;]*$", re.I)
"""`satisfaction with the plan: 92%`: how it was liked, not how many had it"""
_OF_ALL = re.compile(r"\s*of\s+(?:all\s+|the\s+|our\s+)*", re.I)
_JUDGED = re.compile(
    r"\s*(?:others?\s+)?(?:is|are|was|were|have\s+been|has\s+been)\s+(?:judged|rated|inspected)\b", re.I
)
"""`eight were judged to be good`: homes or schools, of which an inspection tells"""
_COMBINED = re.compile(r"\b(?:combined|joint)\s+(?:[\w-]+\s+)?(?:of|is|was|:)\s*$", re.I)
"""`a combined target of`: several are counted together"""
_RANKED = re.compile(r"\b(?:\d+(?:st|nd|rd|th)|ranked|place[ds]?|position)\s+(?:out\s+)?of\s+(?:the\s+)?$", re.I)

_TIMES = re.compile(
    r"\s*(?:times?\s+(?!or\b|in\b)(?:[\w-]+\s+)?(?:likely|higher|lower|greater|as|than|the)\b|%?\s+confiden)", re.I
)
"""`nine times more likely`, `with 95% confidence`"""
_MISSED = re.compile(
    r"\b(?:miss\w*|exceed\w*|short\s+of|beat\w*|fail\w*)\b[^.;]{0,60}?\b(?:targets?|thresholds?|standards?)\s+by\s+$",
    re.I,
)
"""`missed the target by 72 days`"""

_ALL_BUT = r"\b(?:(?:all|everyone|everybody)|(?:every|each)\s+[\w-]+)\s+(?:but|bar|except(?:\s+for)?)"
_WITHOUT = one_of("excluding, not including, not counting, leaving out, apart from, with the exception of")
_LEFT_OUT = re.compile(rf"(?:{_ALL_BUT}|\b{_WITHOUT})\s+(?:(?:the|these|those|another|a\s+further)\s+)?$", re.I)
"""`all but four are boys`, `excluding 17 in short breaks`: those who are not meant"""

_RANGES = re.compile(
    r"\b(?:rang(?:e|es|ed|ing)|var(?:y|ies|ied|ying))\b[^.;,()\d]{0,40}(?:\bfrom|\bbetween|\bof|:)?\s*"
    r"(?:\d[\d,.]*\s*%?\s*(?:to|and|[–-])\s*)?$",
    re.I,
)
"""`with a range from 8 to 37`: how far single values lie apart"""

_IMAGINED = re.compile(
    r"^\W*(?:if|imagine|suppose|picture)\b[^.;\d]*\b(?:were|was|is|as|be)\s+(?:only\s+)?an?\s+[\w-]+\s+(?:of|with)\s+(?:only\s+)?\d",
    re.I,
)
"""`If the county were a village of 100, 3 of them would`: nobody was counted."""
_WERE_IT_SO = re.compile(
    r"^\W*(?:if|were|had)\s+(?:we|the|this|our|its?|those)\b[^.;]*"
    r"\bwould\s+(?:only\s+)?(?:have|be|mean|need|look\s+after|see|equate|represent)\b[^.;]*$",
    re.I,
)
"""`Were we like our neighbours we would have 80 more`: how it would be"""
_MET_THEM = one_of(
    "spoke (?:to|with), spoken (?:to|with), talked (?:to|with), listened to, heard from, met, met with, interviewed, "
    "consulted, surveyed, trained, telephoned, wrote to, invited, thanked"
)
_MET = re.compile(
    rf"(?<!\bbeen\s)(?<!\bwas\s)(?<!\bwere\s)(?<!\bis\s)(?<!\bare\s)\b{_MET_THEM}\s+(?:(?:[^.;:()]*?,|[^.;:()]*?\band)\s+(?:to\s+|with\s+|from\s+)?)?{TO_NUMBER}$",
    re.I,
)
"""`spoke to six young people and to nine carers`: how many were met"""
_LOOKED_AFTER = re.compile(
    r"\b(?:another|one|she|he|who|couple)\s+ha(?:s|d|ve)\s+(?:looked\s+after|fostered|cared\s+for)\s+", re.I
)
"""`another had looked after 46 children`: what one carer did in a life"""
_FROM_FAMILIES = re.compile(
    r"\s*(?:different\s+)?(?:families|households|sibling\s+groups|schools|homes|countries)\b", re.I
)
"""`187 children from 101 families`: whence they come"""
_OF_CHILDREN = re.compile(r"\b(?:children|young\s+people|pupils|siblings)\s*\(?(?:from|in|of|across)\s+$", re.I)
_OF_FAMILIES = frozenset({"pre_proceedings.count", "care_proceedings.count", "early_help.count"})
"""Metrics that count families as well as children."""
_PLEDGE = re.compile(r"\b(?:will|shall|should|must|would|to\s+be)\b", re.I)
"""`no child will live in such a home`: a zero that is promised"""
_MISSES_DAYS = re.compile(
    r"\b(?:miss(?:ed|ing|es)?|lost|absent\s+for)\s+(?:at\s+least\s+|over\s+|more\s+than\s+)?$", re.I
)
_DAYS_OF_SCHOOL = re.compile(
    r"\s*(?:days?|sessions?)?\s*(?:or\s+more\s+)?(?:days?\s+)?(?:of|from|at)\s+school(?:ing)?\b", re.I
)
"""`missed 25 days of school`: how many each of those missed whom a measure counts."""

_SCORED = re.compile(r"\bscor(?:e|ed|es|ing)\s+(?:of\s+)?(?:(?:over|above|at\s+least|more\s+than)\s+)?$", re.I)
_OR_MORE = re.compile(r"\s*(?:or|and)\s+(?:more|above|over|higher|below|under|less)\b", re.I)
"""`scored 17 or above`: where a band begins"""
_OLDEST = re.compile(r"\b(?:youngest|oldest|eldest)\b(?:\s+[\w-]+){0,3}\s+$", re.I)
_OPINION = one_of(
    "agreed, disagreed, said, felt, thought, told us, scored, responded, replied, rated, believed, would recommend, "
    "strongly agreed, reported feeling, reported that, were happy, were satisfied, answered"
)
_ANSWERED = re.compile(
    rf"\s*(?:(?:of|who)\s+)?(?:(?!and\b)[\w’'-]+\s+){{0,5}}?(?<!\bwere )(?<!\bwas )(?<!\bbeen ){_OPINION}\b", re.I
)
"""`92% said that it would help`: what was answered, not `78% were rated good`, which others judged"""

_OF_MONEY = re.compile(
    rf"\s+(?:[\w-]+\s+)?{CHANGE_NOUN}\s+(?:in|to|of|on)\s+(?:[\w’'-]+\s+){{0,3}}?"
    + one_of("fees?, allowances?, pay, salar(?:y|ies), costs?, budgets?, prices?, funding, spend(?:ing)?, grants?"),
    re.I,
)
"""`a 6.2% uplift in fees`: money rose"""

_CHANGED = re.compile(
    rf"\b(?:{CHANGE_NOUN}|change)\s+in\s+(?:the\s+)?(?:number\s+of\s+)?(?P<what>[\w-]+)\s+(?:to|from|by|of)\s+$", re.I
)


def is_no_figure(sentence: Sentence, number: Number) -> bool:
    """Whether a number of a sentence measures nothing that the catalogue could know."""
    return (
        _is_gap(sentence, number)
        or _is_definition(sentence, number)
        or _is_rank(sentence, number)
        or _COMBINED.search(sentence.between(number.start - 40, number.start)) is not None
        or (number.in_words and _JUDGED.match(sentence.between(number.end, number.end + 30)) is not None)
        or _SATISFIED.search(sentence.between(number.start - 110, number.start)) is not None
        or _is_of_a_name(sentence, number)
        or _is_left_out(sentence, number)
        or _OF_MONEY.match(sentence.between(number.end, number.end + 60)) is not None
        or _is_answer(sentence, number)
        or _TIMES.match(sentence.between(number.end, number.end + 40)) is not None
        or _MISSED.search(sentence.between(number.start - 110, number.start)) is not None
        or _is_of_range(sentence, number)
        or _THAN_PLANNED.match(sentence.between(number.end, number.end + 60)) is not None
        or _GAP_SUBJECT.search(sentence.between(sentence.start, number.start)) is not None
        or _IMAGINED.search(sentence.between(sentence.start, sentence.end)) is not None
        or _is_threshold_of_days(sentence, number)
        or _is_pledged(sentence, number)
        or _is_of_those_met(sentence, number)
        or _is_whence(sentence, number)
        or _WERE_IT_SO.search(sentence.between(sentence.start, number.start)) is not None
    )


def _is_whence(sentence: Sentence, number: Number) -> bool:
    """Whether a number tells from how many families children come, of whom a metric counts no families."""
    behind = sentence.between(number.end, number.end + 30)
    if (
        _FROM_FAMILIES.match(behind) is None
        or _OF_CHILDREN.search(sentence.between(number.start - 30, number.start)) is None
    ):
        return False
    return not any(r.metric in _OF_FAMILIES for term in sentence.terms for r in term.readings)


def _is_of_those_met(sentence: Sentence, number: Number) -> bool:
    """Whether a number is of those whom somebody met, or looked after in a life."""
    lead = sentence.between(number.start - 90, number.start)
    return number.unit is None and bool(_MET.search(lead) or re.search(_LOOKED_AFTER.pattern + "$", lead, re.I))


def _is_pledged(sentence: Sentence, number: Number) -> bool:
    """Whether that there are none is promised, and not told."""
    behind = sentence.between(number.end, number.end + 60)
    return not number.value and number.in_words and _PLEDGE.search(re.split(r"[,;:(]", behind)[0]) is not None


def _is_threshold_of_days(sentence: Sentence, number: Number) -> bool:
    """Whether a number of days makes out whom a label counts: `Missed 25 days of school`."""
    opens = not sentence.between(sentence.start, number.start).strip(" \t•·-–").count(" ")
    missed = opens and _MISSES_DAYS.search(sentence.between(number.start - 30, number.start)) is not None
    return missed and _DAYS_OF_SCHOOL.match(sentence.between(number.end, number.end + 40)) is not None


def _is_answer(sentence: Sentence, number: Number) -> bool:
    behind = sentence.between(number.end, number.end + 60)
    return number.unit is Unit.PERCENT and _ANSWERED.match(behind) is not None


def _is_left_out(sentence: Sentence, number: Number) -> bool:
    """Whether a number is of those who are not meant, or where a band or an age begins."""
    lead = sentence.between(number.start - 40, number.start)
    banded = number.bound is not Bound.EXACT or _OR_MORE.match(sentence.between(number.end, number.end + 12))
    scored = banded and _SCORED.search(lead)
    return bool(_LEFT_OUT.search(lead) or _OLDEST.search(lead) or scored)


def _is_gap(sentence: Sentence, number: Number) -> bool:
    """Whether a number is the distance to a comparator or a target: `56 days quicker than England`."""
    for mention in (*sentence.areas, *sentence.roles):
        if mention.start < number.end:
            continue
        between = sentence.between(number.end, mention.start)
        if len(between) < 60 and _GAP.match(between):
            return True
    return False


def _is_of_range(sentence: Sentence, number: Number) -> bool:
    """Whether a number is an end of a range: `caseloads ranged from 8 to 37`."""
    ahead = re.match(r"\s*(?:[\w-]+\s+){0,2}(?:to|and|[–-])\s*\d", sentence.between(number.end, number.end + 30))
    lead = sentence.between(number.start - 70, number.start)
    upper = re.search(r"\d\s*%?\s*(?:[\w-]+\s+){0,2}(?:to|and|[–-])\s*$", lead) is not None
    return (ahead is not None or upper) and _RANGES.search(lead) is not None


def _is_of_a_name(sentence: Sentence, number: Number) -> bool:
    """`56% of return interviews`: a share of what only looks like a term"""
    names = (n for n in sentence.passage.names if n.start >= number.end)
    return any(_OF_ALL.fullmatch(sentence.between(number.end, name.start)) for name in names)


def _is_rank(sentence: Sentence, number: Number) -> bool:
    """`11th of 152`: how many are ranked"""
    return _RANKED.search(sentence.between(number.start - 30, number.start)) is not None


def _is_definition(sentence: Sentence, number: Number) -> bool:
    """Whether a number only defines a word (`good is considered to be above 95%`), or counts what is changed and
    unknown (`an increase in beds to 5`)."""
    lead = sentence.between(number.start - 90, number.start)
    if _DEFINED_AS.search(re.sub(TO_NUMBER + "$", "", lead)) or _RULED.search(lead) or _ADVISED.search(lead):
        return True
    changed = _CHANGED.search(lead)
    if changed is None or changed["what"].lower() in PEOPLE:
        return False
    at = number.start - len(lead) + changed.start("what")
    known = (*sentence.terms, *sentence.members, *sentence.events)
    return not any(m.start <= at < m.end for m in known)
