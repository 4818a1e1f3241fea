"""What the claims of one sentence share, and what they cannot: a time at the end of a list holds for all of it
(`12 adoption orders and 20 SGOs in 2023/24`); two values of the very same thing are not both told."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from boardmine.extractors.claims import Claim
from boardmine.extractors.sentence import Sentence
from boardmine.language.mentions import When
from boardmine.language.wording import one_of
from boardmine.records import Kind, Role

_LISTED = re.compile(r"(?:[^.;:|\n]*,|[^.;:|\n]*\band)\s*(?:[^\W\d]+\s+){0,2}", re.I)
_APART = one_of(
    "compared, against, versus, than, from, but, while, whilst, whereas, although, now, currently, with, also"
)
_PARTED = re.compile(
    rf"\b{_APART}\b"
    r"|[()]|\band\s+(?:of|in|on|at|by)\b",
    re.I,
)
"""Words between two figures that set them apart: the time of the second need not be the first one's."""
_GOES_ON = re.compile(
    rf"\W*(?:of\s+)?(?:these|this|those|which)\b|\W*{one_of('the total, the figure')}\s+(?:compris|includ|is\s+made)",
    re.I,
)
_THEN = one_of(
    "now, currently, today, back to, later, since, previous, previously, prior, before, earlier, was, were, last"
)
_ANOTHER_TIME = re.compile(rf"\b{_THEN}\b", re.I)
"""`had been 737 and is now 299`: two values of one thing, at two times"""
_EVENTS = re.compile(rf"\s*{one_of('episodes?, occasions?, times, instances, incidents?')}\b", re.I)
_PEOPLE = re.compile(rf"\s*{one_of('children, young people, families')}\s*\)", re.I)
"""`58 children on 143 occasions`, `143 (58 children)`: those and their events are one measure."""
_TIMES = (When.FIXED, When.MONTH_OF, When.DAY_OF, When.QUARTER_OF, When.ROLLING)


def share_times(sentence: Sentence, claims: Sequence[Claim]) -> None:
    """Gives the time behind the last figure of a list to those before it that have none."""
    for before, claim in reversed(list(pairwise(claims))):
        if _is_bare(before) and _is_listed(sentence, before, claim):
            before.period, before.period_inherited = claim.period, True


def take_times(claims: Sequence[Claim], sentence: Sentence, preceding: Sentence, before: Sequence[Claim]) -> None:
    """`In 2023/24 there were 812 conferences. These comprised 301 initial conferences ...`: a sentence that goes on
    from the one before it, and names no time, is of its time."""
    if sentence.periods or _GOES_ON.match(sentence.text[sentence.start : sentence.end]) is None:
        return
    told = [c for c in before if preceding.start <= c.number.start < preceding.end]
    last = told[-1] if told else None
    if last is not None and (last.kind is Kind.CHANGE or last.role is not Role.ACTUAL or last.from_baseline):
        return
    times = {id(p): p for p in preceding.periods}
    period = last.period if last else next(iter(times.values())) if len(times) == 1 else None
    if period is None or period.when not in _TIMES or (last is not None and last.compared):
        return
    for claim in claims:
        alike = last is None or (claim.metric.type == last.metric.type and claim.area == last.area)
        if alike and _is_bare(claim):
            claim.period, claim.period_inherited = period, True


def _is_bare(claim: Claim) -> bool:
    plain = claim.kind is Kind.LEVEL and claim.role is Role.ACTUAL
    return plain and claim.period is None and not claim.from_baseline and not claim.compared


def _is_listed(sentence: Sentence, before: Claim, claim: Claim) -> bool:
    period = claim.period
    if period is None or period.when not in _TIMES or period.since or claim.kind is not Kind.LEVEL:
        return False
    if claim.compared or claim.role is not Role.ACTUAL or claim.area != before.area:
        return False
    same = before.metric.type == claim.metric.type and before.unit is claim.unit
    if before.metric is claim.metric and before.by == claim.by:
        return False
    behind = period.start >= claim.number.end and same
    between = sentence.between(before.number.end, claim.number.start)
    return behind and _LISTED.fullmatch(between) is not None and _PARTED.search(between) is None


def says_otherwise(sentence: Sentence, claim: Claim, before: Sequence[Claim]) -> bool:
    """Whether a number that took its metric over would be another value of the very same thing: it is of something
    that was not understood."""
    if claim.taken_over is None or claim.from_baseline or claim.compared or claim.kind is not Kind.LEVEL:
        return False
    told = claim.taken_over
    if told not in before or told.from_baseline or told.compared or told.value == claim.value:
        return False
    between = sentence.between(told.number.end, claim.number.start)
    behind = sentence.between(claim.number.end, claim.number.end + 20)
    if _ANOTHER_TIME.search(between) or _EVENTS.match(behind) or ("(" in between and _PEOPLE.match(behind)):
        return False
    same = (told.metric, told.unit, told.by, told.area, told.role) == (
        claim.metric,
        claim.unit,
        claim.by,
        claim.area,
        claim.role,
    )
    return same and told.kind is Kind.LEVEL and (claim.period is None or claim.period == told.period)
