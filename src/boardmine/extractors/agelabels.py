"""Bands that are labels: `10-15`, `16 and over`, `Under 1 year`, with nothing that says that they are ages or cases."""

from __future__ import annotations

import re

_YEARS = r"\s*(?:years?|yrs?)?(?:\s+olds?)?"
_AND_OVER = r"(?:\+|\s*(?:years?\s+)?(?:and|&)\s*(?:over|above|older))"
_AGED = r"(?:(?:children\s+)?age[sd]?\s+)?"
_COUNTED = r"\s*(?:\W*\b(?:n|no|number|count)\b\.?\s*)?(?:\W*(?:%|per\s?cent))?"
_CASES = r"\s*(?:cases?|children)?"
_AGE_LABEL = re.compile(
    rf"\W*{_AGED}(?P<a>\d{{1,2}})\s*(?:(?:-|–|to|and|&)\s*(?P<b>\d{{1,2}})|(?P<plus>{_AND_OVER}))?{_YEARS}{_COUNTED}\W*"
    rf"|\W*{_AGED}under\s+(?P<under>\d{{1,2}}){_YEARS}{_COUNTED}\W*",
    re.I,
)


def age_label(text: str) -> str | None:
    """The age band that a label is, where it is nothing else: `10-15`, `16+`, `under_1`."""
    match = _AGE_LABEL.fullmatch(text)
    if match is None:
        return None
    if match["under"]:
        return f"under_{match['under']}"
    if match["b"]:
        return f"{match['a']}-{match['b']}"
    return f"{match['a']}+" if match["plus"] else match["a"]


_BAND_LABEL = re.compile(
    rf"\W*(?P<a>\d{{1,2}})\s*(?:(?:-|–|to|and|&)\s*(?P<b>\d{{1,2}})|{_AND_OVER}|or\s+more){_CASES}\W*"
    rf"|\W*(?P<side>under|below|fewer\s+than|less\s+than|up\s+to|over|above|more\s+than)\s+(?P<n>\d{{1,2}}){_CASES}\W*",
    re.I,
)
_UPWARDS = ("over", "above", "more")


def band_label(text: str) -> str | None:
    """The band of caseloads that a label is, where it is nothing else: `15-20`, `under_15`, `over_20`, `21+`."""
    match = _BAND_LABEL.fullmatch(text)
    if match is None:
        return None
    if match["side"]:
        return f"{'over' if match['side'].lower().startswith(_UPWARDS) else 'under'}_{match['n']}"
    return f"{match['a']}-{match['b']}" if match["b"] else f"{match['a']}+"
