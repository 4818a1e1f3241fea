"""What the steps of extraction hand to each other: figures, claims, and the scope that governs them.

A *figure* is a number in its sentence, with what its surroundings make of it. A *claim* is a figure joined to a
metric. A claim becomes an `Observation` when its period is resolved and its place in the document is known.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum, auto

from boardmine.catalogue.model import Metric
from boardmine.language.annotate import Annotated
from boardmine.language.mentions import Direction, Number, Period, Span, When
from boardmine.records import Bound, Kind, Role, Unit

_LENGTHS: dict[Span | None, tuple[int, int]] = {
    Span.MONTH: (27, 32),
    Span.QUARTER: (88, 93),
    Span.YEAR: (360, 370),
    None: (27, 370),
}
"""The days, at least and at most, of a span; of a period without one."""
_LONGEST = 400
"""Days: the years that a strategy is for are no time at which anything was counted."""


class Follow(Enum):
    """What stands right behind a number."""

    BARE = auto()
    """A stop, a bracket, a conjunction, a preposition, or nothing."""
    TERM = auto()
    """Words of the catalogue, also behind `of` and adjectives."""
    GENERIC = auto()
    """`children`, `of them`: people, whose property stands further on."""
    VERB = auto()
    """`were`, `live`: the number itself is the subject."""
    MEMBER = auto()
    """A member of a dimension, an age."""
    FOREIGN = auto()
    """Something that the catalogue does not know."""


@dataclass(slots=True)
class Figure:
    """A number in its sentence. `group` is the index of the figure that it restates in another unit (`93 (41%)`),
    its own index otherwise. `direction` is set for a change."""

    index: int
    number: Number
    follow: Follow = Follow.BARE
    kind: Kind = Kind.LEVEL
    direction: Direction | None = None
    group: int = -1
    label_first: bool = False
    """In a row of labels and figures, the label stands before the figure."""
    labelled: bool = False
    """Words right before it say that what it measures stands on its left: `is`, `at`, `:`."""
    of_people: bool = False
    """It counts the people that something on its left was for: `orders were made for 8 children`."""
    bracketed: bool = False
    """Right behind an opening bracket."""
    enclosed: bool = False
    """Somewhere within brackets."""
    from_baseline: bool = False
    """The starting point of a from-to claim."""
    compared: bool = False
    """Another is compared with it: `compared with 512 in June`."""
    since_then: bool = False
    whole: bool = False
    """The whole that others are a part of: `of the 93`, `out of 429`."""

    def unit_differs(self, other: Figure) -> bool:
        """Whether the two numbers have different units at them."""
        return self.number.unit is not other.number.unit


@dataclass(slots=True)
class Claim:
    """A figure joined to a metric, within one passage."""

    number: Number
    metric: Metric
    unit: Unit
    value: float
    kind: Kind = Kind.LEVEL
    by: dict[str, str] = field(default_factory=dict)
    area: str = "authority"
    role: Role = Role.ACTUAL
    bound: Bound = Bound.EXACT
    period: Period | None = None
    period_inherited: bool = False
    baseline: Period | None = None
    quote: tuple[int, int] = (0, 0)
    sentence: int = 0
    from_baseline: bool = False
    compared: bool = False
    """Another claim is compared with it; it is not what the passage is about."""
    since_then: bool = False
    """`since the height of 702`: changes of the sentence are measured against it."""
    partial: bool = False
    """It is of a part (`of whom`), and does not govern what follows as the whole does."""
    of_everyone: bool = False
    """It is of all children of the area, while its metric is of those in care: others go on from it, and it is none."""
    taken_over: Claim | None = None
    """The claim whose metric it took over."""
    reasons: list[str] = field(default_factory=list)
    guesses: int = 0
    """How many steps of the joining were guesses."""
    doubts: list[str] = field(default_factory=list)
    """What speaks against the reading, in words; certainty falls with their number."""


LABELS = "labels"
"""The kind of a governor made of the labels of a table: they tell what the table is about, not whom a row is about."""


@dataclass(frozen=True, slots=True)
class Governor:
    """A passage that governs others from above (a heading, an intro, a caption), and what was claimed in it."""

    passage: Annotated
    claims: tuple[Claim, ...] = ()
    kind: str = "heading"


@dataclass(frozen=True, slots=True)
class Scope:
    """What governs a passage: nearest first. `recent` are the claims just before it in the same flow of text."""

    governors: tuple[Governor, ...] = ()
    recent: tuple[Claim, ...] = ()
    topics: Mapping[str, int] = field(default_factory=dict)
    """Prefixes of metric identifiers, and populations, spoken of in the part so far or its title, with counts."""
    own: tuple[Claim, ...] = ()
    """The claims of the earlier sentences of the same passage."""
    preceding: tuple[int, int] = (0, 0)
    """The sentence before in the same passage, where it has no figure."""
    is_item: bool = False
    home: str = ""
    """The council whose document it is; its name is no other area."""

    def governing_span(self, span: Span | None, titles: bool = False) -> Period | None:
        """The quarter, year or month that the passage stands under, which `in this quarter` then is; of any length
        for `in the period`. `titles`: only what the title of the part says."""
        for governor in self.governors:
            if titles and governor.kind != "title":
                continue
            for period in governor.passage.periods:
                if period.when is When.QUARTER_OF and span in (Span.QUARTER, None):
                    return period
                if period.when is When.FIXED and period.first and period.last:
                    days = (period.last - period.first).days + 1
                    low, high = _LENGTHS.get(span, (1, 0))
                    if low <= days <= high:
                        return period
        return None

    def governing_period(self) -> Period | None:
        """The period that the intro, the caption or a heading above gives to all that stands under it. Of headings
        and titles only whole months and years count: the day of a meeting is no period.
        """
        for governor in self.governors:
            for period in governor.passage.periods:
                if governor.kind in ("intro", "caption") and period.when is not When.NOW and not period.until:
                    return period
                if (
                    period.when is When.FIXED
                    and period.first
                    and period.last
                    and 26 < (period.last - period.first).days < _LONGEST
                ):
                    return period
        return None
