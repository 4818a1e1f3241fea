"""Which figures are changes, and which the starting points of a change."""

from __future__ import annotations

import re

from boardmine.extractors.claims import Figure, Follow
from boardmine.extractors.sentence import Sentence
from boardmine.language.mentions import Direction
from boardmine.language.wording import CHANGE_NOUN, LEVEL_NOUN, TO_NUMBER, one_of
from boardmine.records import Kind, Unit

_DOWN_ARROWS = "▼▽↓⬇"
_ARROWS = f"[▲△↑⬆{_DOWN_ARROWS}]"
_DOWN = re.compile(
    rf"reduc|decreas|fall|fell|drop|declin|dip|down|fewer|less|lower|below|deteriorat|worse|lost|[{_DOWN_ARROWS}]", re.I
)

_NO_ADJECTIVE = r"(?!(?:requir\w+|and|or|in|to|from|were|was|are|have|has)\b)"
_ADJECTIVES = rf"(?:{_NO_ADJECTIVE}[\w-]+\s+){{0,2}}?"
_NOUN_AFTER = re.compile(rf"^\s*(?:of\s+)?{_ADJECTIVES}(?P<word>{CHANGE_NOUN})\b", re.I)
"""`a 14% reduction`"""

_COMPARATIVE = one_of("more, fewer, less, higher, lower, better, worse, up, down, above, below")
_COMPARED_WITH = "|".join(
    (
        r"than(?!\s+\d+\s+(?:miles?|weeks?|months?|years?|days?|placements?|moves?)\b)|on|since|from|compared|over\s+the|year|\d",
        r"in\s+(?:the\s+)?(?:last|past|year)",
        r"[a-z-]+\s+(?:than|did|on|compared)",
        r"[a-z-]+\s+[a-z-]+\s+than",
        r"the\s+(?:same|previous|year|number|figure|total|level)",
    )
)
_COMPARATIVE_AFTER = re.compile(
    rf"^\s*(?:(?:percentage\s+)?points?\s+)?(?P<word>{_COMPARATIVE})\b(?=\s+(?:{_COMPARED_WITH})|\s*[),.;]|\s*$)", re.I
)
"""`12 fewer than`, `3 percentage points up on`"""

_FEWER_OF = re.compile(r"^\s*(?P<word>more|fewer|less)\s+[^.,;:()]{3,70}?\bthan\b", re.I)
"""`16 fewer full-time staff than a year ago`"""

_THERE_ARE_MORE = re.compile(r"\bthere\s+(?:are|were|is|was|have\s+been|has\s+been)\s+(?:now\s+)?$", re.I)
_MORE = re.compile(r"^\s*(?P<word>more)\s+(?:children|young\s+people|people|cases|families)\b", re.I)
"""`there were 23 more children out of area`"""

_FEWER = re.compile(r"^\s*(?P<word>(?-i:fewer))\s+(?!than\b)[a-z]", re.I)
"""`113 (49.3 per cent) fewer children were on a plan`: nothing else than a change is counted in `fewer`."""

_RESTATED = re.compile(r"^\s*\([^()]{1,30}\)")

_NOUN_BEFORE = re.compile(rf"\b(?P<word>{CHANGE_NOUN})\s+(?:of|by|was|is)\s+{TO_NUMBER}$", re.I)
"""`a reduction of 12`"""

_NOUN_BY = re.compile(rf"\b(?P<word>{CHANGE_NOUN})\s+in\b[^.;:()\d]{{0,110}}?\bby\s+{TO_NUMBER}$", re.I)
"""`a reduction in the days lost by 12`"""

_CHANGE_VERB = one_of(
    r"increas\w+, reduc\w+, decreas\w+, ris\w+, rose, fall\w*, fell, dropp\w+, declin\w+, grow\w*, grew, grown, "
    r"gone (?:up|down), went (?:up|down), improv\w+"
)
_VERB_BY = re.compile(rf"\b(?P<word>{_CHANGE_VERB})\b[^.;:()]{{0,110}}?\bby\s+{TO_NUMBER}$", re.I)
"""`has fallen since April by 12`"""

_LAST_VERB = re.compile(rf"\b{_CHANGE_VERB}\b", re.I)

_OTHER_VERBS = "".join(rf"(?<!{v}\s)" for v in "make makes made making set open follow signed taken".split())
_ADVERB = one_of("up, down, increased, decreased, reduced, risen, fallen, rose, fell, dropped, grew")
_ADVERB_BEFORE = re.compile(
    rf"{_OTHER_VERBS}\b(?P<word>{_ADVERB})\s+(?:overall\s+|further\s+|slightly\s+)?(?:by\s+)?{TO_NUMBER}$", re.I
)
"""`up 12`, `fell by over 12`"""

_ARROW_BEFORE = re.compile(rf"\b(?:change|difference|movement)\b[^.;]{{0,60}}?(?P<word>{_ARROWS})\s*$", re.I)
"""`Change from September: ▼ 12`; an arrow alone may as well say which way a level went."""

_ARROW_ALONE = re.compile(rf"(?P<word>{_ARROWS})\s*$")
_AGAINST = re.compile(
    r"\s*(?:(?:percentage\s+)?points?\s+|pp\s+)?(?:on|since|from|against|versus|vs\.?|compared\s+(?:to|with))\s+(?:the\s+)?"
    r"(?:last|previous|prior|same|[A-Z][a-z]+|q[1-4]|20\d\d)\b"
)
"""`▲ 3% on last quarter`: what an arrow goes before is the change where it is held against a time."""

_STARTING_POINT = rf"(?:{LEVEL_NOUN}|base|baseline|average|position|previous)\s+(?:point\s+)?(?:of\s+)?"
_THAN = "".join(rf"(?<!{word}\s)" for word in "more less fewer rather".split()) + "than"
_FROM = re.compile(rf"\b(?:from|{_THAN})\s+(?:(?:a|the|its|an|our)\s+)?(?:{_STARTING_POINT})?{TO_NUMBER}$", re.I)
"""`from a peak of 540`"""

_COMPARED_TO = re.compile(
    rf"(?:\b{one_of('compared (?:to|with), in comparison (?:to|with), against, versus, up from, down from')}"
    rf"|[(;,]\s*(?:was|were))\s+(?:[\w’'-]+\s+){{0,3}}?{TO_NUMBER}$",
    re.I,
)
"""`compared with 512`, `against a target of 90%`"""

_SINCE_THE_PEAK = rf"\b(?:since|from)\s+(?:the|a|its|our)\s+(?:[\w-]+\s+){{0,3}}{LEVEL_NOUN}\s+(?:point\s+)?of\s+$"
_AT_THE_PEAK = r"\bat\s+(?:the|its)\s+[^.;,]{0,40}\b(?:height|peak)\s*$"
_SINCE_THEN = re.compile(f"{_SINCE_THE_PEAK}|{_AT_THE_PEAK}", re.I)

_MOVED = re.compile(
    rf"\b(?:{_CHANGE_VERB}|{_ADVERB}|"
    + one_of(
        r"increas\w*, reduc\w*, decreas\w*, rise, drops?, decline, gone, went, c[ao]me, mov\w+, improv\w*, chang\w*, "
        r"higher, lower"
    )
    + r")\b",
    re.I,
)


def read_change(sentence: Sentence, figure: Figure) -> None:
    """Marks a figure as a change, or as what a change starts from."""
    number = figure.number
    before = sentence.between(number.start - 90, number.start)
    after = sentence.between(number.end, number.end + 90)
    restated = _RESTATED.match(after)
    if restated and _FEWER.match(after[restated.end() :]):
        after = after[restated.end() :]
    figure.since_then = bool(_SINCE_THEN.search(before) or re.match(r"\s*since\s*(?:[.,;)]|$)", after))
    figure.compared = _COMPARED_TO.search(before) is not None
    moved = _MOVED.search(sentence.between(sentence.start, number.start)) or re.search(r"\bto\b", after, re.I)
    if _FROM.search(before) and moved:
        figure.from_baseline = True
        return
    if number.signed:
        _mark(figure, Direction.UP if number.signed > 0 else Direction.DOWN)
        return
    verbs = list(_LAST_VERB.finditer(before))
    for pattern, text in (
        (_NOUN_AFTER, after),
        (_COMPARATIVE_AFTER, after),
        (_FEWER_OF, after),
        (_FEWER, after),
        (_MORE, after if _THERE_ARE_MORE.search(before) else ""),
        (_NOUN_BEFORE, before),
        (_NOUN_BY, before),
        (_VERB_BY, before[verbs[-1].start() :] if verbs else ""),
        (_ADVERB_BEFORE, before),
        (_ARROW_BEFORE, before),
        (_ARROW_ALONE, before if _AGAINST.match(after) else ""),
    ):
        match = pattern.search(text)
        if match is None:
            continue
        if pattern is _NOUN_AFTER and number.unit is None and not re.match(r"\s*(?:of\s+)?\S+$", match[0]):
            continue
        if pattern is _ADVERB_BEFORE and match["word"].lower() == "up" and re.search(r"\bup\s+to\s*$", before, re.I):
            continue
        quicker = number.unit is Unit.DAYS and match["word"].lower().startswith("improv")
        _mark(figure, Direction.DOWN if quicker or _DOWN.search(match["word"]) else Direction.UP)
        return


def _mark(figure: Figure, direction: Direction) -> None:
    figure.kind = Kind.CHANGE
    figure.direction = direction


def carry_change(sentence: Sentence, figures: list[Figure], figure: Figure) -> None:
    """`a 14% fall over the year and 28% overall`: the second percentage is a change too; `24 to 31`: from, to."""
    if figure.index == 0:
        return
    before = figures[figure.index - 1]
    between = sentence.between(before.number.end, figure.number.start)
    same_unit = before.number.unit is figure.number.unit is Unit.PERCENT
    if before.kind is Kind.CHANGE and same_unit and figure.kind is Kind.LEVEL and figure.follow is Follow.BARE:
        after = sentence.between(figure.number.end, figure.number.end + 30)
        timed = re.match(r"\s*(?:overall|since|from|over|in\s+(?:the\s+)?total)\b", after)
        if timed and re.search(r"\band\s*$", between):
            figure.kind, figure.direction = Kind.CHANGE, before.direction
    if re.fullmatch(r"\s*to\s*", between) and before.number.unit is figure.number.unit and before.kind is Kind.LEVEL:
        before.from_baseline = True
