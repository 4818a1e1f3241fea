"""Whose a figure is."""

from __future__ import annotations

import re
from itertools import pairwise

from boardmine.extractors.prose.setting import Setting
from boardmine.language.annotate import Annotated
from boardmine.language.mentions import AreaMention
from boardmine.language.wording import one_of
from boardmine.records import AUTHORITY

_AREA_LEAD = re.compile(r"\b(?:in|for|across|within|at)\s+(?:the\s+)?$", re.I)
_AT_IT = re.compile(r"\s*(?:for|in|across|within|among|amongst)\s+(?:the\s+|our\s+)?", re.I)
_BESIDE = re.compile(rf"\b{one_of('level with, same as, similar to, in line with, than, above, below, to')}\s", re.I)
"""The area behind such words is compared with; the figure is not its own."""
_RESPECTIVELY = re.compile(r"\brespectively\b", re.I)
_LISTED = re.compile(r"\s*(?:,|,?\s*and|/|&)\s*(?:in\s+)?(?:the\s+|our\s+)*", re.I)
_OPENS = re.compile(r"\W*(?:(?:across|in|for|within|throughout)\s+)?(?:the\s+)?(?:whole\s+of\s+)?", re.I)
"""What may stand before an area that a whole sentence is about: `Nationally, ...`, `In England ...`."""
_HERE = re.compile(r"\b(?:but|while|whilst|whereas|compared|locally|our|we|here|authority|council|than)\b", re.I)
_THAT = re.compile(r"\W*(?:this|that|it|these|those|of\s+(?:these|those|which))\b", re.I)
_BROUGHT = re.compile(
    r"\W*(?:this|that|which)\s+(?:has\s+)?(?:brought|brings|makes|made|gives|gave|took|takes|equates)\b", re.I
)
_OF_THESE = re.compile(r"^\s*of\s+(?:these|those|them)\b", re.I)
_OURS = re.compile(r"\b(?:our|we|us|local|locally|council|authority|borough|county|city|district|here)\b", re.I)
_ITS_FIGURES = re.compile(
    r"\W*(?:(?:\d+(?:\.\d+)*|the|for|in|across|average|averages|picture|figures?|position|context|data|rates?|performance|"
    r"trends?|overview|levels?|results?|statistics|england|wide|all)\b\W*)*",
    re.I,
)
"""What a heading says beside an area that it is about: `England average`, `The national picture`."""
_IN = re.compile(r"\b(?:in|for|across)\s+(?:the\s+)?$", re.I)
_COMPARATORS = frozenset({"england", "statistical_neighbours", "region"})


def area_of(at: Setting) -> str:
    """Whose number a figure is: an area that is named at it, else the authority's own."""
    if at.restated is not None:
        return at.restated.area
    area = _named_area(at)
    if area == AUTHORITY and not at.sentence.areas:
        area = _from_heading(at)
    return AUTHORITY if area.lower() in at.scope.home.lower() else area


def _named_area(at: Setting) -> str:
    sentence, number = at.sentence, at.figure.number
    listed = _in_order(at)
    if listed is not None:
        return listed
    for area in sentence.areas:
        behind = sentence.between(number.end, area.start)
        if (
            area.start >= number.end
            and not behind.strip()
            and sentence.text[area.start : area.end].lower().endswith("ally")
        ):
            return area.area
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
            near = len(gap) < 60 and not re.search(r"[,()]", gap) and not _BESIDE.search(gap)
            if near and (_AREA_LEAD.search(gap) or area.area == "england"):
                return area.area
    opening = next((a for a in sentence.areas if a.start - sentence.start < 60), None)
    if opening and opening.area not in _COMPARATORS and {c.area for c in at.in_sentence} == {opening.area}:
        return opening.area
    if opening and _OPENS.fullmatch(sentence.between(sentence.start, opening.start)) and not _at_home(at, opening):
        return opening.area
    referred = at.attachment.inherited
    if (
        referred
        and referred not in at.in_sentence
        and not sentence.areas
        and _THAT.match(sentence.text[sentence.start :])
    ):
        return referred.area
    told = [*at.scope.own, *at.in_sentence]
    if told and _OF_THESE.search(sentence.between(number.end, number.end + 20)) and not at.names_home:
        return told[-1].area
    if at.scope.own and not sentence.areas and _BROUGHT.match(sentence.text[sentence.start :]):
        return at.scope.own[-1].area
    return AUTHORITY


def _from_heading(at: Setting) -> str:
    """The area that the heading over a sentence is about, unless the sentence comes back to the authority."""
    home = at.scope.home.lower()
    said = at.sentence.between(at.sentence.start, at.sentence.end)
    if _OURS.search(said) or (home and home in said.lower()):
        return AUTHORITY
    for governor in at.scope.governors:
        if governor.kind == "title" or (governor.kind == "heading" and home and home in governor.passage.text.lower()):
            return AUTHORITY
        if governor.kind == "heading" and governor.passage.areas:
            return _only_area(governor.passage)
    return AUTHORITY


def _only_area(heading: Annotated) -> str:
    """The area that a heading is about, where it is about nothing else."""
    area, text = heading.areas[0], heading.text
    alone = _ITS_FIGURES.fullmatch(text[: area.start]) and _ITS_FIGURES.fullmatch(text[area.end :])
    behind = _IN.search(text[: area.start]) and not text[area.end :].strip(" .:")
    one = {a.area for a in heading.areas} == {area.area}
    return area.area if one and area.area in _COMPARATORS and (alone or behind) else AUTHORITY


def _in_order(at: Setting) -> str | None:
    """`than in the region and England (45.3 and 43.3 respectively)`: the first number is of the first area."""
    sentence, figure = at.sentence, at.figure
    end = next((m.start() for m in _RESPECTIVELY.finditer(sentence.text, figure.number.end, sentence.end)), None)
    if end is None:
        return None
    run = at.view.run_of(figure)
    before = [a for a in sentence.areas if a.end <= run[0].number.start][-len(run) :]
    listed = len(before) == len(run) > 1 and figure in run and sentence.between(run[-1].number.end, end).count(",") < 2
    together = all(_LISTED.fullmatch(sentence.between(a.end, b.start)) for a, b in pairwise(before))
    return before[run.index(figure)].area if listed and together else None


def _at_home(at: Setting, opening: AreaMention) -> bool:
    """Whether the sentence comes back to the authority between an area that opens it and the figure."""
    said = at.sentence.between(opening.end, at.figure.number.start)
    home = at.scope.home
    return _HERE.search(said) is not None or (bool(home) and home.lower() in said.lower())
