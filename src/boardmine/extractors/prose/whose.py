"""Whose a figure is, and whether it was achieved or is aimed at."""

from __future__ import annotations

import re

from boardmine.extractors.prose.setting import Setting
from boardmine.records import AUTHORITY, Role

_AREA_LEAD = re.compile(r"\b(?:in|for|across|within|at)\s+(?:the\s+)?$", re.I)
_AT_IT = re.compile(r"\s*(?:for|in|across|within)\s+(?:the\s+|our\s+)?", re.I)
_ACHIEVED = re.compile(r"\b(?:actual|currently|achieved|performance)\b", re.I)
_COMPARATORS = frozenset({"england", "statistical_neighbours", "region"})


def area_of(at: Setting) -> str:
    """Whose number a figure is: an area that is named at it, else the authority's own."""
    if at.restated is not None:
        return at.restated.area
    area = _named_area(at)
    return AUTHORITY if area.lower() in at.scope.home.lower() else area


def _named_area(at: Setting) -> str:
    sentence, number = at.sentence, at.figure.number
    for area in sentence.areas:
        if area.start >= number.end and _AT_IT.fullmatch(sentence.between(number.end, area.start)):
            return area.area
    for area in reversed(sentence.areas):
        if area.end <= number.start and area.start >= at.left[0] and not at.view.tied_back(at.figure, area):
            gap = sentence.between(area.end, number.start)
            if len(gap) < 70 and gap.count(",") <= 1:
                return area.area
    for area in sentence.areas:
        if number.end <= area.start < at.right[1] and not at.view.tied_ahead(at.figure, area):
            gap = sentence.between(number.end, area.start)
            if not re.search(r"[,()]", gap) and len(gap) < 60 and (_AREA_LEAD.search(gap) or area.area == "england"):
                return area.area
    opening = next((a.area for a in sentence.areas if a.start - sentence.start < 60), None)
    if opening and opening not in _COMPARATORS and {c.area for c in at.in_sentence} == {opening}:
        return opening
    return AUTHORITY


def role_of(at: Setting) -> Role:
    """Whether a figure is what is, what is aimed at, tolerated or expected: a word at it says so."""
    if at.restated is not None:
        return at.restated.role
    sentence, number = at.sentence, at.figure.number
    for role in reversed(sentence.roles):
        if role.end <= number.start and role.start >= at.left[0]:
            gap = sentence.between(role.end, number.start)
            if len(gap) < 60 and "," not in gap and not _ACHIEVED.search(gap):
                return role.role
    for role in sentence.roles:
        if number.end <= role.start < at.right[1] and not at.view.tied_ahead(at.figure, role):
            gap = sentence.between(number.end, role.start)
            if "," not in gap and "(" not in gap and len(gap.split()) <= 3:
                return role.role
    return Role.ACTUAL
