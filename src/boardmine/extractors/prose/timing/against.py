"""Times that figures are only held against, and that are no figure's own: `had risen from the previous year to 86%`."""

from __future__ import annotations

import re

from boardmine.extractors.claims import Figure
from boardmine.extractors.sentence import Sentence
from boardmine.language.mentions import Period, When
from boardmine.language.wording import CHANGE_NOUN, one_of
from boardmine.records import Kind

_RELATIVE = frozenset({When.EARLIER, When.LAST})
_ROUGHLY = r"(?:about\s+|around\s+|over\s+|just\s+)*"

_WAY = one_of("up, down, higher, lower, more, fewer, an? (?:increase|rise|fall|decrease|drop)")
_TREND = re.compile(rf"\b{_WAY}\s+(?:since\s+)?$", re.I)
"""`7%, up since 2021`: the way it went, not the time of the number"""

_MOVED_ON = rf"{CHANGE_NOUN}\s+(?:on|from|compared\s+(?:to|with|against))"
_BETTER_THAN = re.compile(rf"\b(?:than|similar\s+to|as|like|{_MOVED_ON})\s+(?:in\s+|the\s+|for\s+)*$", re.I)
"""`better than the month before`"""

_COMPARED = re.compile(r"^[^,;()]*\bcompared\s+(?:to|with)\s+(?:in\s+|the\s+)*$", re.I)
"""`27.1 compared to the previous year (24.8)`"""

_HELD = one_of("similar to, than, the same as, in line with, from, on, compared to, compared with, consistent with")
_THEN = r"(?:last|previous|prior|preceding|year|quarter|month|\w+\s+(?:ago|earlier|before))"
_HELD_AGAINST = re.compile(rf"\b{_HELD}\s+(?:the\s+)?{_THEN}\b", re.I)
_TO_NOW = re.compile(rf"^\s*,?\s*(?:at|to)\s+{_ROUGHLY}$", re.I)
"""`similar to the previous year at 9%`: up to the words of the period, and behind them"""

_MOVES = one_of(
    "increased?, rise, risen, rose, reduction, reduced, decreased?, fall, fallen, fell, improved, improvement, dropped"
)
_ROSE_TO = re.compile(rf"\b{_MOVES}\s+to\s+{_ROUGHLY}$", re.I)
_FROM_THEN = re.compile(rf"\s*(?:from|on)\s+(?:the\s+)?{_THEN}\b", re.I)
"""`an increase to 50% from the previous year`"""


def is_moved_from(sentence: Sentence, period: Period, right: Figure) -> bool:
    """Whether the figure behind a period is only held against it."""
    if period.when not in _RELATIVE or right.kind is not Kind.LEVEL:
        return False
    said = sentence.between(period.start - 40, period.end)
    to_now = _TO_NOW.match(sentence.between(period.end, right.number.start)) is not None
    return to_now and _HELD_AGAINST.search(said) is not None


def is_in_passing(sentence: Sentence, left: Figure, period: Period, alone: bool) -> bool:
    """Whether a period behind a figure is not the figure's. `alone`: no other figure follows that could have it, or
    one in brackets right behind it."""
    if left.kind is not Kind.LEVEL:
        return False
    lead = sentence.between(left.number.end, period.start)
    rose_to = _ROSE_TO.search(sentence.between(left.number.start - 40, left.number.start)) is not None
    if period.when in _RELATIVE and rose_to and _FROM_THEN.match(sentence.between(left.number.end, period.end)):
        return True
    if alone and _COMPARED.search(lead):
        return True
    since = period.since or lead.rstrip().lower().endswith("since")
    return (since and _TREND.search(lead) is not None) or _BETTER_THAN.search(lead) is not None
