"""The times of rows whose labels are times, with the years that stand beside or over them."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from itertools import groupby

from boardmine.extractors.tables.meaning import Meaning
from boardmine.extractors.tables.rows import Row
from boardmine.extractors.tables.spans import UNDATED, dated, start_of_year
from boardmine.extractors.tables.sums import is_sum, summed
from boardmine.language.mentions import Period

Labelled = tuple[Row, Meaning, Meaning | None]
"""A row with the meaning of its label and of the heading of its group."""

Resolve = Callable[[Mapping[int, Meaning]], dict[int, Period]]
"""Gives labels that stand side by side their times, each with its year as far as those beside it tell it."""
_NO_MORE = re.compile(r"\W*(?:(?:grand\s+|overall\s+)?totals?|outturn|actual)?\W*", re.I)
"""What may stand beside the time that a label is: `2023/24 total`."""


class RowTimes:
    """The times of rows whose labels are nothing else, but for those of sums."""

    def __init__(
        self, rows: Sequence[Labelled], resolved: Callable[[Mapping[int, Meaning]], dict[int, Period]]
    ) -> None:
        labels = [label for _, label, _ in rows if not is_sum(label.text)]
        are_times = len(labels) > 1 and all(map(_is_but_time, labels))
        self._blocks = [list(block) for _, block in groupby(rows if are_times else (), lambda row: row[0].group)]
        self._found: dict[int, Period] = {}
        for block in self._blocks:
            group = block[0][2]
            year = start_of_year(group.period) if group and group.period else None
            labelled = {i: label for i, (_, label, _) in enumerate(block)}
            found = _in_year(block, year) if year else resolved(labelled)
            self._found |= {id(block[i][0]): period for i, period in found.items()}

    def of(self, row: Row) -> Period | None:
        """The time of a row, with its year as far as the group over it or the rows beside it tell it."""
        return self._found.get(id(row))

    def in_year_of(self, row: Row, year: Period) -> Period | None:
        """The time of a row of months or quarters without their year, under the head of one."""
        start = start_of_year(year)
        block = next((b for b in self._blocks if any(r is row for r, _, _ in b)), None)
        if start is None or block is None or not any(_lacks_year(label) for _, label, _ in block):
            return None
        found = _in_year(block, start)
        return next((found.get(i) for i, (r, _, _) in enumerate(block) if r is row), None)


def _in_year(block: Sequence[Labelled], year: int) -> dict[int, Period]:
    found: dict[int, Period] = {}
    for i, (_, label, _) in enumerate(block):
        own = label.period
        period = dated(own, year) if own else summed([found.get(k) for k in range(i)])
        if period is not None:
            found[i] = period
    return found


def _lacks_year(label: Meaning) -> bool:
    return label.period is not None and label.period.when in UNDATED


def _is_but_time(label: Meaning) -> bool:
    period = label.period
    rest = label.text[: period.start] + label.text[period.end :] if period else label.text
    return period is not None and _NO_MORE.fullmatch(rest) is not None
