"""All rules for quantities in their order."""

from __future__ import annotations

from boardmine.language.mentions import Quantity
from boardmine.language.quantities.ages import AGE_RULES
from boardmine.language.quantities.everyday import CONTACT_RULES, DATE_RULES, DISTANCE_RULES, MONEY_RULES, TIME_RULES
from boardmine.language.quantities.lengths import LENGTH_RULES
from boardmine.language.quantities.references import DEFINITION_RULES, REFERENCE_RULES, STAFFING_RULES
from boardmine.language.rules import Rules, Taken, lower_case
from boardmine.language.wordnumbers import has_numeral

_RULES = Rules(
    (
        *CONTACT_RULES,
        *DATE_RULES,
        *TIME_RULES,
        *MONEY_RULES,
        *REFERENCE_RULES,
        *DEFINITION_RULES,
        *AGE_RULES,
        *DISTANCE_RULES,
        *STAFFING_RULES,
        *LENGTH_RULES,
    )
)


def find_quantities(text: str, taken: Taken) -> list[Quantity]:
    """The quantities of a text that stand outside what is `taken` already, in order of their place. What they cover
    is marked in `taken`."""
    if not has_numeral(lower_case(text)):
        return []
    return _RULES.find(text, taken)
