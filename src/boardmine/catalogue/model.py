"""What the catalogue holds, frozen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from boardmine.catalogue.terms import Segments
from boardmine.records import Unit

MetricType = Literal["stock", "flow", "mean"]
"""True at a moment; counted over a period; an average or a length of time."""

OpenForm = Literal["age", "duration", "band", "sibling_group", "stage"]
"""Dimensions whose members are read from numbers."""


@dataclass(frozen=True, slots=True)
class Term:
    """Words for a metric. A weak term counts only where the metric's subject is already being spoken of; a counted
    one only right behind its number or as a label. `by` is a breakdown that the words themselves imply."""

    text: str
    segments: Segments
    weak: bool = False
    counted: bool = False
    by: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Metric:
    """One metric of the catalogue.

    - `counts`: the population whose number this metric is (`cla.count` counts the population `cla`).
    - `of`: the populations that its values are a part of, nearest first; `cohort` must be spoken of for its terms
      to mean this metric and not another one with the same words.
    - `rate_of`: the population whose rate this is.
    - `composed_of`: a metric and an event, or two metrics, whose words together say this one.
    - `opposite`: the metric of those of the same population who do not have the property: in work, out of work.
    - `needs`: the dimensions without a member of which a number is no value of it (audits without a grade).
    - `rolling_months`: how many months to the stated moment a value covers.
    """

    id: str
    family: str
    label: str
    definition: str
    type: MetricType
    units: tuple[Unit, ...]
    by: tuple[str, ...] = ()
    source: str | None = None
    counts: str | None = None
    of: tuple[str, ...] = ()
    cohort: str | None = None
    rate_of: str | None = None
    composed_of: tuple[str, ...] = ()
    opposite: str | None = None
    needs: tuple[str, ...] = ()
    rolling_months: int | None = None
    calendar: Literal["financial", "academic"] = "financial"
    terms: tuple[Term, ...] = ()


@dataclass(frozen=True, slots=True)
class Dimension:
    """A dimension: closed, with members and their phrases; or open, its members read from numbers in a form."""

    id: str
    label: str
    members: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    form: OpenForm | None = None
    populations: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Word groups, inflections (form to word), and names that hold terms but count nothing."""

    groups: Mapping[str, tuple[str, ...]]
    inflections: Mapping[str, str]
    names: tuple[str, ...]
    events: Mapping[str, tuple[str, ...]]
    populations: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Places:
    """Areas: words for England, statistical neighbours and regions, and the names of authorities and other places."""

    comparators: Mapping[str, tuple[str, ...]]
    regions: tuple[str, ...]
    authorities: tuple[str, ...]
    others: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Family:
    """A family of metrics: identifier, title and what it is about."""

    id: str
    title: str
    about: str


@dataclass(frozen=True, slots=True)
class Catalogue:
    """All metrics, dimensions, words and places."""

    families: Mapping[str, Family]
    metrics: Mapping[str, Metric]
    dimensions: Mapping[str, Dimension]
    vocabulary: Vocabulary
    places: Places
    fingerprint: str = ""

    def counting(self, population: str) -> Metric | None:
        """The metric that counts a population."""
        return next((m for m in self.metrics.values() if m.counts == population), None)

    def rate_of(self, population: str) -> Metric | None:
        """The metric that is the rate of a population."""
        return next((m for m in self.metrics.values() if m.rate_of == population), None)
