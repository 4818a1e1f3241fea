"""What the language components find in a passage: mentions, each a span of characters with what it says.

Offsets count characters of the passage, 0-based, end exclusive.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from boardmine.records import Bound, Role, Unit


class Use(StrEnum):
    """What a numeral is for. Only a VALUE can become an observation."""

    VALUE = "value"
    DATE = "date"
    TIME = "time"
    MONEY = "money"
    AGE = "age"
    DURATION = "duration"
    DISTANCE = "distance"
    REFERENCE = "reference"
    CONTACT = "contact"
    LIST_MARKER = "list_marker"
    DEFINITION = "definition"


@dataclass(frozen=True, slots=True)
class Mention:
    """A span of a passage."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Number(Mention):
    """A number, in digits or in words.

    `unit` is what stands at the number itself (per cent, per 10,000, days, points), or None; `value` is in it, so
    that `two thirds` are 66.7 per cent. `signed` is +1 or -1 where a sign is written, and `value` is never negative.
    """

    value: float
    unit: Unit | None = None
    bound: Bound = Bound.EXACT
    signed: int = 0
    in_words: bool = False
    range_with: int = 0
    """+1 for the lower end of a range, -1 for the upper end."""


@dataclass(frozen=True, slots=True)
class Quantity(Mention):
    """A numeral that is no value: an age, a length of time, money, a reference. `reading` is a normal form of it
    where a dimension can be read from it (`16+`, `over_18_months`)."""

    use: Use
    reading: str = ""


class Span(StrEnum):
    """Lengths of time that a period can be counted in."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"


class When(StrEnum):
    """How the words of a period are to be resolved."""

    FIXED = "fixed"
    """`first` to `last` are in the words."""
    MONTH_OF = "month_of"
    """A month without its year: the nearest one not after the document's date, or that of the year `years_ago`.
    `number` is the month. Where it ends a span, that starts in the month `from_number` or on the day `first`."""
    DAY_OF = "day_of"
    """A day and month without a year: `first` has them, its year is of no meaning. The same of `last` for a span."""
    QUARTER_OF = "quarter_of"
    """A quarter without its year; `number` 1 to 4, counted from April. For a span, `from_number` is its first."""
    ROLLING = "rolling"
    """The last `number` of `span` up to the document's date, or up to `last` where the words give it, or to the end of
    the month `to_month`, whose year they leave out."""
    BEFORE = "before"
    """The `number` of `span` that came before the period compared with."""
    TO_DATE = "to_date"
    """From the start of the year (of the document's date) to the document's date."""
    THIS = "this"
    """The `span` that the document's date lies in, up to that date."""
    LAST = "last"
    """The `span` before the one that the document's date lies in."""
    EARLIER = "earlier"
    """The same as the period spoken of, `number` of `span` earlier."""
    SAME_OF = "same_of"
    """`the same period in 2022`: the same days as the period spoken of, in the year from `first` to `last`."""
    CONTEXT = "context"
    """`in the period`, `in that year`: whatever governs the words, of the length `span` where it is said."""
    NOW = "now"
    """`currently`: the document's date."""
    START_OF_YEAR = "start_of_year"
    """`at the start of the year`: the first day of the year of the document's date."""
    END_OF_YEAR = "end_of_year"
    """`by year end`: the year of the document's date, whole."""


@dataclass(frozen=True, slots=True)
class Period(Mention):
    """Words that give a time. `since` marks a start that runs on to the document's date; `until` an end alone;
    `academic` a school year. Which of the fields mean something is told by `when`."""

    when: When
    first: date | None = None
    last: date | None = None
    number: int = 0
    from_number: int = 0
    to_month: int = 0
    years_ago: int = 0
    span: Span | None = None
    since: bool = False
    until: bool = False
    academic: bool = False
    moment: bool = False
    """A single day, or the end of a period: fits a stock."""


@dataclass(frozen=True, slots=True)
class Reading:
    """One metric that a term may mean: its identifier, whether the words suffice alone, what breakdown they imply."""

    metric: str
    weak: bool = False
    counted: bool = False
    by: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class TermMention(Mention):
    """Words for one or more metrics. A term with a gap has the hull of its segments as its span; `segments` are the
    spans themselves."""

    readings: tuple[Reading, ...]
    segments: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class MemberMention(Mention):
    """Words for a member of one or more dimensions: (dimension, member) pairs."""

    members: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class NameMention(Mention):
    """A name that only looks like a term."""


@dataclass(frozen=True, slots=True)
class PopulationMention(Mention):
    """Words for a population that no metric counts."""

    population: str


@dataclass(frozen=True, slots=True)
class EventMention(Mention):
    """Words for an event that turns one metric into another."""

    event: str


@dataclass(frozen=True, slots=True)
class AreaMention(Mention):
    """Words for an area: `england`, `statistical_neighbours`, `region`, or a name as written."""

    area: str


class Direction(StrEnum):
    """Which way a change goes."""

    UP = "up"
    DOWN = "down"


@dataclass(frozen=True, slots=True)
class ChangeMention(Mention):
    """A change word. `noun` for `reduction`, `comparative` for `fewer` and `more`, else a verb or adverb."""

    direction: Direction
    noun: bool = False
    comparative: bool = False


@dataclass(frozen=True, slots=True)
class RoleMention(Mention):
    """Words that make a number a target, a floor or a forecast."""

    role: Role


@dataclass(frozen=True, slots=True)
class RateMention(Mention):
    """`rate`, `per 10,000`: what follows or stands before is a rate."""

    unit: Unit | None
