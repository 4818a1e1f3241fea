"""Whether a figure was achieved, or is aimed at, tolerated or expected: a word at it says so, a wish before it, or what
stands over it."""

from __future__ import annotations

import re

from boardmine.extractors.prose.setting import Setting
from boardmine.language.wording import TO_NUMBER, one_of
from boardmine.records import Kind, Role

_ACHIEVED = re.compile(r"\b(?:actual|currently|achieved|performance)\b", re.I)
_HELD_AGAINST = re.compile(r"\b(?:performance|progress|achievement)\s+(?:against|towards?)\s+[^.;,]{0,40}$", re.I)
"""`performance against the 45 day target for assessments was 79%`: what was achieved"""
_LEAST_OR_MOST = one_of("at least, no more than, not more than, no fewer than, no less than, fewer than, up to")
_NUMBER = rf"(?:no\s+|not\s+)?{TO_NUMBER}$"

_WISH = one_of(
    "we want, want to, wants? the, hope to, hopes to, proposes? to, intends? to, intention (?:is )?to, "
    "plans? to (?:recruit|approve), planning to recruit, committed to, "
    "commitment (?:[\\w’' -]{0,40})?is to, ambition (?:[\\w’' -]{0,40})?is to, pledged? to, seek to, "
    "(?:priority|plan|intention) is to"
)
_OUGHT = one_of("should be, must be, needs? to be, ought to be")
_WISHED = re.compile(rf"\b(?:{_WISH}\b[^.;]*?|{_OUGHT}\s+){_NUMBER}", re.I)
"""`we want moves to be under 9%`, `proposes to reduce the population to 400`"""

_TO_CHANGE = one_of("reduce, increase, improve, raise, cut, bring, lower")
_CHANGED_BY_NOW = one_of("helped, able, managed, enabled, worked, used, continued")
_TO_BE_CHANGED = re.compile(
    rf"(?:^\W*|\bto\s+|\bwill\s+|,\s*(?:and\s+)?|\band\s+){_TO_CHANGE}\s+[^.;]{{3,90}}?\bto\s+{_NUMBER}", re.I
)
"""`to reduce the proportion of children in agency placements to 35%`"""
_HAS_CHANGED = re.compile(rf"\b{_CHANGED_BY_NOW}\s+(?:us\s+)?to\s+{_TO_CHANGE}\b", re.I)

_WILL = re.compile(rf"\bwill\b[^.;]{{0,90}}?\b{_LEAST_OR_MOST}\s*$", re.I)
"""`will see each child in at least 90%`"""
_EXPECT = re.compile(rf"\b(?:expect|expects|expecting)\b[^.;]*?(?P<bound>\b{_LEAST_OR_MOST}\s*)?$", re.I)
_STANDARD = re.compile(rf"\b(?:standard|ceiling|ambition|benchmark|expectation)\s+(?:of|is|was)\s+{_NUMBER}", re.I)
_STANDARD_BEHIND = re.compile(r"\s*(?:standard|ceiling|ambition|expectation)\b", re.I)
_TARGETS = re.compile(
    rf"\W*{one_of('our, the, key, agreed, performance, headline')}*\s*(?:targets|ambitions|aims)"
    r"(?:\s+(?:for|in|to|by|at)\b[^.;]{0,40})?\W*",
    re.I,
)
"""`Targets for 2023/24`, over a list"""
_NOW = re.compile(r"\((?:now|currently|at\s+present|was|from)\s+[^()]*$", re.I)
_AIMS = one_of(
    "place, secure, approve, recruit, achieve, reduce, increase, ensure, have, complete, maintain, deliver, support, "
    "find, see, hold, visit, bring, raise, improve, keep, reach"
)
_IS_AN_AIM = re.compile(rf"^\W*(?:[\d.]+\s+)?To\s+{_AIMS}\b[^.;]*$")
"""`To recruit 20 new carers`, as an aim is listed"""
_RECOMMENDED = re.compile(r"^\W*(?:[\d.]+\s+)?That\s+(?:the|this|we|our)\b[^.;]*$")
"""`That the Council approve 40 carers`, as a recommendation is written"""
_AND_TO = re.compile(rf"(?:,|\band\b)\s*(?:then\s+)?to\s+{TO_NUMBER}$", re.I)

_BE_DONE = re.compile(rf"\b(?:be\s+\w+ed|{_AIMS})\b", re.I)

_REACH = 130
"""How many characters before a number are looked at."""


def role_of(at: Setting) -> Role:
    """The role of a figure."""
    if at.restated is not None:
        return at.restated.role
    named = _named(at)
    if named is not None or at.figure.from_baseline:
        return named or Role.ACTUAL
    sentence, number = at.sentence, at.figure.number
    lead = sentence.between(number.start - _REACH, number.start)
    if at.figure.kind is Kind.LEVEL and not _NOW.search(lead):
        wished = _wished(at, lead)
        if wished is not None:
            return wished
    return _from_above(at)


def _named(at: Setting) -> Role | None:
    """What a word for a role at the figure says."""
    sentence, number = at.sentence, at.figure.number
    for role in reversed(sentence.roles):
        if role.end <= number.start and role.start >= at.left[0]:
            gap = sentence.between(role.end, number.start)
            held_against = _HELD_AGAINST.search(sentence.between(role.start - 60, role.start)) is not None
            if len(gap) < 60 and "," not in gap and not _ACHIEVED.search(gap) and not held_against:
                return role.role
    for role in sentence.roles:
        if number.end <= role.start < at.right[1] and not at.view.tied_ahead(at.figure, role):
            gap = sentence.between(number.end, role.start)
            if "," not in gap and "(" not in gap and len(gap.split()) <= 3:
                return role.role
    return None


def _wished(at: Setting, lead: str) -> Role | None:
    """What a wish, a plan or an expectation before the figure makes of it."""
    number = at.figure.number
    if _STANDARD.search(lead) or _STANDARD_BEHIND.match(at.sentence.between(number.end, number.end + 14)):
        return Role.TARGET
    opening = at.sentence.text[at.sentence.start : number.start]
    if _IS_AN_AIM.match(opening) or _is_recommended(at, opening):
        return Role.TARGET
    changed = _TO_BE_CHANGED.search(lead) and not _HAS_CHANGED.search(lead)
    if _WISHED.search(lead) or changed or _WILL.search(lead):
        return Role.TARGET
    expected = _EXPECT.search(lead)
    if expected:
        return Role.TARGET if expected["bound"] else Role.FORECAST
    inherited = at.attachment.inherited
    if inherited in at.in_sentence and inherited is not None and _AND_TO.search(lead):
        return inherited.role
    return None


def _is_recommended(at: Setting, opening: str) -> bool:
    """Whether something is recommended to be so, and no fact: `That the share be raised to 60%`."""
    verb = _BE_DONE.search(opening)
    return verb is not None and _RECOMMENDED.match(opening) is not None and at.figure.kind is Kind.LEVEL


def _from_above(at: Setting) -> Role:
    """The role that an intro or the heading gives to a list of labels: `Targets for 2023/24`."""
    if not at.scope.is_item or at.scope.own:
        return Role.ACTUAL
    over = next((g for g in at.scope.governors if g.kind in ("intro", "heading")), None)
    aimed = over is not None and _TARGETS.fullmatch(over.passage.text) is not None
    return Role.TARGET if aimed else Role.ACTUAL
