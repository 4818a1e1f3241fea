"""Step 3 of a sentence: which part of the metric's population a figure is about."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from boardmine.catalogue.model import Catalogue, Dimension, Metric
from boardmine.extractors.claims import Scope
from boardmine.extractors.sentence import Sentence
from boardmine.language.annotate import Annotated
from boardmine.language.mentions import MemberMention, TermMention, Use

_THAN = re.compile(r"\bmore\s+likely\s+to\s+be\s+[\w-]+\s+than\s+$", re.I)
_NEGATED = re.compile(
    r"\b(?:not|no\s+longer|excluding|except|other\s+than|not\s+(?:including|counting)|leaving\s+out|apart\s+from|"
    r"all\s+(?:but|bar)\s+[\w-]+)\s+(?:the\s+|those\s+|our\s+|any\s+)?$",
    re.I,
)
_EITHER = re.compile(r"\beither\b[^.;:()]*$", re.I)
"""`either with our own carers or through an agency`: all of them, and no part."""
_SIBLINGS = re.compile(
    r"\b(?:sibling\s+groups?|groups?\s+of\s+siblings|sibling\s+sets?)\s+of\s+(?P<n>\d|two|three|four|five)\b", re.I
)
_SIBLING_GROUP = re.compile(r"\b(?:sibling\s+groups?|siblings)\b", re.I)
_SINGLE = re.compile(r"\bsingle\s+(?:child|children)\b|\bsingletons?\b|\bindividual\s+children\b", re.I)
_STAGE = re.compile(r"\bstages?\s+(?P<a>\d|one|two|three)(?:\s*(?:or|and|to|-|–|/)\s*(?P<b>\d|two|three))?\b", re.I)
_BAND = re.compile(
    r"\b(?:between\s+)?(?P<a>\d{1,2})\s*(?:-|–|to|and)\s*(?P<b>\d{1,2})\b(?=\s+(?:children|cases|young))", re.I
)
_BAND_SIDE = re.compile(
    r"\b(?P<side>over|above|more\s+than|under|below|fewer\s+than|less\s+than)\s+(?P<a>\d{1,2})\s+(?:children|cases|young)",
    re.I,
)
_YEARS_MONTHS = {"over_24_months": "over_2_years", "over_12_months": "over_1_years"}
_ORDINARY = {"two": "2", "three": "3", "four": "4", "five": "5", "one": "1"}
VAGUE_MEMBERS = frozenset({"other", "not_known", "unknown"})
"""Members that many dimensions have."""
_ALL_AGES = frozenset({"under_18", "0-17", "0-18", "0-19", "under_19"})
"""Ages that take in every child: no breakdown."""
_YOUNGER = re.compile(r"\b(?:under\s+(?:the\s+age\s+of\s+)?(?:one|1)\b(?!\s?%))", re.I)
_OF_ALL = re.compile(
    r"\bof\s+(?:all\s+)?(?:the\s+)?(?:children|cases|young\s+people)\s+(?:had|have|were|are|was)\b", re.I
)
"""`of children had`: of all that the service works with."""
_OFTEN = 3
_RECENT = re.compile(
    r"\b(?:started|began|commenced|made)\s+in\s+the\s+(?:past|last)\s+(?P<n>\d{1,2}|six|three|twelve)[\s-]months\b",
    re.I,
)


def members_in(
    catalogue: Catalogue,
    metric: Metric,
    passage: Annotated,
    ranges: Iterable[tuple[int, int]],
    term: TermMention | None,
    from_right: bool = True,
    together: bool = True,
) -> dict[str, str]:
    """The members of the metric's dimensions that stand in the ranges of a passage.

    Of two members of one dimension the nearer to the number counts: the first on its right, the last on its left.
    The first range that holds a member is the last that is looked at, unless the first two are read `together`.
    """
    found: dict[str, str] = {}
    for position, (start, end) in enumerate(ranges):
        if found and (position > 1 or not together):
            break
        for dimension in metric.by:
            if dimension in found:
                continue
            member = _open_member(catalogue, metric, dimension, passage, start, end) or _closed_member(
                dimension, passage, start, end, term, from_right
            )
            if member:
                found[dimension] = member
    return found


def _closed_member(
    dimension: str, passage: Annotated, start: int, end: int, term: TermMention | None, from_right: bool
) -> str | None:
    hits: list[tuple[int, str]] = []
    whole = [t for t in passage.terms if start <= t.start < end and any(not r.weak for r in t.readings)]
    whole += [term] if term else []
    inside: set[str] = set()
    for mention in passage.within(passage.members, start, end):
        member = next((m for d, m in mention.members if d == dimension), None)
        if member is None:
            continue
        lead = passage.text[max(0, mention.start - 40) : mention.start]
        if _EITHER.search(passage.text[start : mention.start]):
            continue
        if _THAN.search(lead) or _NEGATED.search(lead) or _is_vague(passage, mention, dimension, member):
            continue
        if any(a <= mention.start and mention.end <= b for t in whole for a, b in t.segments):
            inside.add(member)
        hits.append((mention.start, member))
    if len(inside) > 1:
        hits = [(at, m) for at, m in hits if m not in inside]
    if not hits:
        return None
    return hits[0][1] if from_right else hits[-1][1]


def _is_vague(passage: Annotated, mention: MemberMention, dimension: str, member: str) -> bool:
    """`others`, `not known`: of this dimension only where something else in the passage is."""
    is_label = len(passage.text.strip()) <= mention.end - mention.start + 5
    if member not in VAGUE_MEMBERS or is_label:
        return False
    siblings = (m for m in passage.members if m is not mention and any(d == dimension for d, _ in m.members))
    return dimension == "ethnicity" and next(siblings, None) is None and not _ETHNIC.search(passage.text)


def _open_member(
    catalogue: Catalogue, metric: Metric, dimension: str, passage: Annotated, start: int, end: int
) -> str | None:
    form = catalogue.dimensions[dimension].form
    text = passage.text[start:end]
    if form == "age":
        ages = [
            q.reading
            for q in passage.within(passage.quantities, start, end)
            if q.use is Use.AGE
            and q.reading
            and not any(p.start <= q.start < p.end and p.population != metric.cohort for p in passage.populations)
        ]
        ages = [a for a in ages if a not in _ALL_AGES]
        return ages[0] if ages else "under_1" if _YOUNGER.search(text) else None
    if form == "duration":
        recent = _RECENT.search(text)
        if recent:
            number = {"six": "6", "three": "3", "twelve": "12"}.get(recent["n"].lower(), recent["n"])
            return f"under_{number}_months"
        spans = [
            q.reading for q in passage.within(passage.quantities, start, end) if q.use is Use.DURATION and q.reading
        ]
        spans = [s for s in spans if s.endswith(("_months", "_years"))]
        return _YEARS_MONTHS.get(spans[0], spans[0]) if spans else None
    if form == "sibling_group":
        sized = _SIBLINGS.search(text)
        if sized:
            return _ORDINARY.get(sized["n"].lower(), sized["n"])
        if _SINGLE.search(text):
            return "single"
        return "2+" if _SIBLING_GROUP.search(text) else None
    if form == "stage":
        stage = _STAGE.search(text)
        if not stage:
            return None
        first = _ORDINARY.get(stage["a"].lower(), stage["a"])
        second = stage["b"] and _ORDINARY.get(stage["b"].lower(), stage["b"])
        return f"{first}-{second}" if second else first
    if form == "band":
        band = _BAND.search(text)
        if band:
            return f"{band['a']}-{band['b']}"
        side = _BAND_SIDE.search(text)
        if side:
            over = side["side"].lower().startswith(("over", "above", "more"))
            return f"over_{side['a']}" if over else f"under_{side['a']}"
    return None


_ETHNIC = re.compile(r"\bethnic|\bheritage\b|\bbackgrounds?\b|\brace\b", re.I)


_ABOVE = frozenset({"role"})
"""Closed dimensions that a whole section or report may fix: whose caseloads they are."""


_FLOWING = frozenset({"phase"})
"""Dimensions that the first item of a list fixes for those after it: whose transition they tell of."""


def _from_list(metric: Metric, scope: Scope) -> Mapping[str, str]:
    for dimension in _FLOWING.intersection(metric.by):
        for claim in reversed(scope.recent[-6:]):
            if dimension in claim.by and scope.is_item:
                return {dimension: claim.by[dimension]}
    return {}


def _from_above(metric: Metric, scope: Scope) -> Mapping[str, str]:
    for dimension in _ABOVE.intersection(metric.by):
        for governor in scope.governors:
            for mention in governor.passage.members:
                for name, member in mention.members:
                    if name == dimension:
                        return {dimension: member}
    return {}


def cohort_beside(
    catalogue: Catalogue, metric: Metric, passage: Annotated, start: int, end: int, *, in_short: bool = False
) -> Mapping[str, str]:
    """The member of the dimension `cohort` that the populations named in a range tell; with `in_short` also by letters
    that mean other things elsewhere, as `CP` does."""
    dimension = _cohort(catalogue, metric)
    if dimension is None:
        return {}
    member_of = {population: member for member, population in dimension.populations.items()}
    for term in passage.within(passage.terms, start, end):
        for reading in term.readings:
            counts = catalogue.metrics[reading.metric].counts
            is_short = in_short and passage.text[term.start : term.end].rstrip("s").isupper()
            if counts in member_of and (is_short or not reading.weak):
                return {dimension.id: member_of[counts]}
    return {}


def _cohort(catalogue: Catalogue, metric: Metric) -> Dimension | None:
    return next((catalogue.dimensions[d] for d in metric.by if catalogue.dimensions[d].populations), None)


def cohort_of(
    catalogue: Catalogue, metric: Metric, sentence: Sentence, scope: Scope, start: int, end: int
) -> Mapping[str, str]:
    """The member of the dimension `cohort`, from the populations spoken of: near the number, in its sentence, above
    it, and at last in the part."""
    dimension = _cohort(catalogue, metric)
    if dimension is None:
        return _from_list(metric, scope) or _from_above(metric, scope)
    passage = sentence.passage
    near = cohort_beside(catalogue, metric, passage, start, end)
    # What breaks a caseload down is told of one number; a cohort is that of the whole sentence.
    near = near or cohort_beside(catalogue, metric, passage, sentence.start, end if dimension.members else sentence.end)
    if near or dimension.members:
        return near
    for claim in reversed(scope.recent[-3:]):
        if claim.metric.id == metric.id and dimension.id in claim.by:
            return {dimension.id: claim.by[dimension.id]}
    for governor in scope.governors:
        above = cohort_beside(catalogue, metric, governor.passage, 0, len(governor.passage.text))
        if above:
            return above
    if metric.needs:
        # What needs a member of another dimension is often of all cohorts together: audits by grade.
        return {}
    member_of = {population: member for member, population in dimension.populations.items()}
    ranked = sorted(((scope.topics.get(p, 0), m) for p, m in member_of.items()), reverse=True)
    most, member = ranked[0]
    fewest = _OFTEN if _OF_ALL.search(passage.text, sentence.start, sentence.end) else 2
    return {dimension.id: member} if most >= fewest and most >= 3 * ranked[1][0] else {}
