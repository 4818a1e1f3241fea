"""What stands around a cell."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from boardmine.catalogue.model import Metric
from boardmine.extractors.tables.meaning import Meaning
from boardmine.extractors.tables.rows import Row


@dataclass(frozen=True, slots=True)
class Around:
    """What stands around a cell, nearest first. `above` are the corner, the captions and the headings; `dimension` is
    what the labels of the table break its metric down by, as far as they agree; `siblings` the metric that other rows
    name."""

    row: Row
    label: Meaning
    head: Meaning
    group: Meaning | None
    above: Sequence[Meaning]
    dimension: str | None = None
    siblings: Metric | None = None
    others_in_care: bool = False
    """Whether labels of the table name children looked after."""
    is_dated: bool = False
    """Whether the column has a time, be it only that of the column before it."""
    place: str = ""
    """The authority that the label is the name of, in a table whose rows are authorities."""

    @property
    def nearest(self) -> tuple[Meaning, ...]:
        """Head, label and group heading, in the order in which they give a period or an area."""
        return (self.head, self.label, *((self.group,) if self.group else ()))

    @property
    def is_ours(self) -> bool:
        """Whether label and head are both understood and neither is about something else."""
        if self.label.is_foreign or self.head.is_foreign:
            return False
        return (self.row.is_total or bool(self.place) or self.label.is_understood or self.label.is_rate) and (
            self.head.is_understood
            or self.is_dated
            or self.head.counts_people
            or self.head.is_previous
            or bool(self.head.passage.rates)
        )
