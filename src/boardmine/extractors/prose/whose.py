"""Whose a figure is, and whether it was achieved or is aimed at."""

from __future__ import annotations

import re
from collections.abc import Sequence

from boardmine.extractors.claims import Claim, Figure
from boardmine.extractors.prose.joining import Joiner
from boardmine.extractors.sentence import Sentence
from boardmine.records import AUTHORITY, Role

_AREA_LEAD = re.compile(r"\b(?:in|for|across|within|at)\s+(?:the\s+)?$", re.I)


def area_of(sentence: Sentence, figure: Figure, joiner: Joiner, before: Sequence[Claim | None], home: str) -> str:
    same = before[figure.group] if figure.group != figure.index else None
    if same is not None:
        return same.area
    area = _named_area(sentence, figure, joiner, before)
    return AUTHORITY if area.lower() in home.lower() else area


def _named_area(sentence: Sentence, figure: Figure, joiner: Joiner, before: Sequence[Claim | None]) -> str:
    number = figure.number
    left, _ = joiner.view.window_left(figure)
    _, right = joiner.view.window_right(figure)
    for area in reversed(sentence.areas):
        if area.end <= number.start and area.start >= left:
            gap = sentence.between(area.end, number.start)
            if len(gap) < 70 and gap.count(",") <= 1:
                return area.area
    for area in sentence.areas:
        if number.end <= area.start < right:
            gap = sentence.between(number.end, area.start)
            if not re.search(r"[,()]", gap) and len(gap) < 60 and (_AREA_LEAD.search(gap) or area.area == "england"):
                return area.area
    opening = next((a for a in sentence.areas if a.start - sentence.start < 60), None)
    named = {c.area for c in before if c}
    if (
        opening
        and len(named) == 1
        and opening.area in named
        and opening.area not in ("england", "statistical_neighbours", "region")
    ):
        return opening.area
    return AUTHORITY


def role_of(sentence: Sentence, figure: Figure, joiner: Joiner, before: Sequence[Claim | None]) -> Role:
    number = figure.number
    same = before[figure.group] if figure.group != figure.index else None
    if same is not None:
        return same.role
    left, _ = joiner.view.window_left(figure)
    _, right = joiner.view.window_right(figure)
    for role in reversed(sentence.roles):
        if role.end <= number.start and role.start >= left:
            gap = sentence.between(role.end, number.start)
            if (
                len(gap) < 60
                and "," not in gap
                and not re.search(r"\b(?:actual|currently|achieved|performance)\b", gap, re.I)
            ):
                return role.role
    for role in sentence.roles:
        if number.end <= role.start < right:
            gap = sentence.between(number.end, role.start)
            if "," not in gap and "(" not in gap and len(gap.split()) <= 3:
                return role.role
    return Role.ACTUAL
