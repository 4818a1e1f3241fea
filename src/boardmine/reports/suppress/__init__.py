"""Small counts, and the numbers and words that would give them away.

- `cells`: the figures whose numbers are at stake, whoever states them
- `sums`: what adds up to what: parts and whole, a cohort, a stock and its flows, a change and its levels, periods
- `implied`: counts that percentages, rates and years to date give away
- `withhold`: which numbers are withheld, so that no small count can be worked out from those that are left
- `words`: which quotes are withheld with them
"""

from boardmine.reports.suppress.withhold import withheld
from boardmine.reports.suppress.words import Quote, telling

__all__ = ["Quote", "telling", "withheld"]
