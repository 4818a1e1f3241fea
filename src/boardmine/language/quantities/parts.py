"""What the patterns of quantities are composed of, in small letters."""

from __future__ import annotations

import re
from collections.abc import Callable

from boardmine.language.mentions import Quantity, Use
from boardmine.language.wording import one_of
from boardmine.language.wordnumbers import SMALL_NUMBER

NUMBER = SMALL_NUMBER
AMOUNT = r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?"
OVER = one_of("over, above, more than, older than, greater than, at least, exceeding, longer than")
UNDER = one_of("under, below, less than, fewer than, younger than, up to, within")
AND_MORE = r"\s*(?:,|and|&|or|to|-|–)\s*"
"""Between the numbers of `sections 17, 20 and 47`."""

PERCENT_AHEAD = r"\s?%|\s?per\s?cent"

QuantityReader = Callable[[re.Match[str]], Quantity | None]


def used_as(use: Use) -> QuantityReader:
    """A reader of quantities that have a use and nothing that a dimension could be read from."""
    return lambda m: Quantity(m.start(), m.end(), use)
