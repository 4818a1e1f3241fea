"""Finds the words that give a time, from `31 March 2021` to `in the last six months`.

    reckoning   quarters, months before, rolling spans: days from days
    parts       the named parts of the patterns
    dates       days, months and spans of them with their year
    years       quarters, halves, terms and years
    relative    words to be resolved against the document's date
    undated     a day or a month without its year, a year by itself
    find        all of these in their order, and what the words before them add

What the words mean in days is for `extractors.resolve` to say, who knows the document's date.
"""

from boardmine.language.periods.find import find_periods
from boardmine.language.periods.reckoning import in_year, last_day, months_before, quarter, rolling

__all__ = ["find_periods", "in_year", "last_day", "months_before", "quarter", "rolling"]
