"""Which figures restate the one before them in another unit: `93 (41%)`, `360 (113 per 10,000)`."""

from __future__ import annotations

import re

from boardmine.extractors.claims import Figure
from boardmine.extractors.sentence import Sentence
from boardmine.language.wording import CHANGE_NOUN, one_of
from boardmine.records import Kind, Unit

_COUNTED = r"(?:children|young\s+people|people|population|yp|cases|families|individuals)"
_ROUGHLY = one_of(r"about, around, approximately, approx\.?, almost, nearly, just (?:over|under), over, under, some")
_EQUALS = one_of(
    "which is, which equates to, which represents, which equals, which was, equating to, equivalent to, "
    "representing, equal to"
)
_IN_OTHER_WORDS = rf"(?:or|i\.e\.|ie|that\s+is|{_EQUALS}|(?:at\s+)?(?:a\s+)?rate\s+of)"
_SAME_FIGURE = re.compile(rf"^\s*{_COUNTED}?\s*[(\[,–-]?\s*(?:\(\s*)?{_IN_OTHER_WORDS}?[,:]?\s*{_ROUGHLY}?\s*$", re.I)
"""Nothing but such words lies between a figure and the one that restates it."""

_THAT_IS = r",\s*(?:i\.?e\.?|that\s+is),?"
_EQUATES = re.compile(rf"(?:{_EQUALS}|{_THAT_IS}|this\s+(?:is|equates\s+to|represents))\s*{_ROUGHLY}?\s*$", re.I)
_IS_A_RATE = r"(?:this\s+is|which\s+is|equating\s+to|equivalent\s+to|equal\s+to)\s+"
_RATE_OF = re.compile(
    rf"[(,]\s*(?:or\s+)?(?:{_IS_A_RATE})?(?:a\s+rate\s+of\s*)?$|\b(?:a\s+rate\s+of|equal\s+to|or)\s*$", re.I
)
_AGAIN = re.compile(rf"\s*(?:,?\s*or|[(\[]\s*(?:an?\s+{CHANGE_NOUN}\s+of\s+)?{_ROUGHLY}?)\s*", re.I)
_OUT_OF = re.compile(r"\s*(?:out\s+)?of\s+(?:(?:the|a\s+total\s+of|our|its|their|these|all)\s+)?", re.I)
_ALONE = re.compile(r"\s*(?:children|young\s+people|people|cases|families)?\s*(?:\)|of\b)")
"""What stands behind a figure that fills its brackets."""


def group_of(sentence: Sentence, figures: list[Figure], figure: Figure) -> int:
    """The index of the earlier figure that this one restates in another unit, or its own index."""
    if figure.index == 0:
        return figure.index
    before = figures[figure.index - 1]
    if before.whole and figure.index > 1 and is_out_of(sentence, figures[figure.index - 2], before):
        return _of_part(sentence, figures[figure.index - 2], before, figure)
    if figure.number.range_with < 0 and before.number.range_with > 0:
        return before.group
    between = sentence.between(before.number.end, figure.number.start)
    if before.kind is Kind.CHANGE and figure.kind is Kind.LEVEL and _restated_change(sentence, before, figure, between):
        figure.kind, figure.direction = Kind.CHANGE, before.direction
        return before.group
    if before.kind is not figure.kind or figure.kind is Kind.CHANGE:
        return figure.index
    return before.group if _restates(sentence, before, figure, between) else figure.index


def is_out_of(sentence: Sentence, part: Figure, whole: Figure) -> bool:
    """Whether one figure is told to be so many out of the other: `95 out of 102`."""
    if not whole.whole or part.unit_differs(whole) or part.whole:
        return False
    return _OUT_OF.fullmatch(sentence.between(part.number.end, whole.number.start)) is not None


def _of_part(sentence: Sentence, part: Figure, whole: Figure, figure: Figure) -> int:
    """`95 out of 102 children (93.1%)`: what stands in brackets behind the whole restates the part."""
    between = sentence.between(whole.number.end, figure.number.start)
    share = figure.number.unit is Unit.PERCENT and figure.kind is Kind.LEVEL
    return part.group if share and figure.bracketed and not re.search(r"[.;]", between) else figure.index


def _restated_change(sentence: Sentence, before: Figure, figure: Figure, between: str) -> bool:
    """`a reduction of 24 (4.6%)`: the share in brackets is the change again."""
    behind = sentence.between(figure.number.end, figure.number.end + 2)
    share = before.number.unit is None and figure.number.unit is Unit.PERCENT
    return share and _AGAIN.fullmatch(between) is not None and behind.lstrip()[:1] in (")", "]", "")


def _restates(sentence: Sentence, before: Figure, figure: Figure, between: str) -> bool:
    units = {before.number.unit, figure.number.unit}
    if figure.number.unit is Unit.PER_10000 and before.number.unit is None:
        return _RATE_OF.search(between) is not None
    if before.number.unit is Unit.PER_10000 and figure.number.unit is None and _SAME_FIGURE.match(between):
        return True
    inside = sentence.between(figure.number.end, figure.number.end + 30)
    if units == {None} and figure.enclosed and re.match(r"\s*(?:children|young\s+people)\s*\)", inside):
        return between.strip() == "(" and bool(sentence.rates)
    if units == {Unit.PERCENT} and before.number.in_words and not figure.number.in_words and figure.bracketed:
        return len(between) < 60
    if units != {None, Unit.PERCENT}:
        return False
    if _SAME_FIGURE.match(between) and (figure.bracketed or "or" in between.split() or "," not in between):
        return bool(between.strip())
    near = len(between) < 110 and not re.search(r"[,;:–]", between)
    if not (figure.bracketed and near) and not (figure.number.unit is Unit.PERCENT and _EQUATES.search(between)):
        return False
    named = any(a.start >= before.number.end and a.end <= figure.number.start for a in sentence.areas)
    stopped = sentence.has_hard_stop(before.number.end, figure.number.start)
    alone = _ALONE.match(inside) or (_EQUATES.search(between) and re.match(r"\s*(?:[.,;]|$)", inside))
    return bool(alone) and not named and not stopped
