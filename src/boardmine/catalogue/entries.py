"""What may stand in the YAML files of a catalogue, key by key."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from boardmine.catalogue.model import MetricType, OpenForm
from boardmine.records import Unit

Identifier = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)?$")]
"""Small letters, digits and underscores, with one point at most: `cla.count`."""


class Entry(BaseModel):
    """What stands in a file; a key that it does not have is an error."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class TermEntry(Entry):
    """A term that implies a breakdown."""

    term: str
    by: dict[str, str] = {}


class MetricEntry(Entry):
    """A metric; `terms`, `counted` and `weak` are in the language of `terms`."""

    label: str
    definition: str
    type: MetricType
    units: list[Unit] = Field(min_length=1)
    by: list[str] = []
    source: str | None = None
    counts: Identifier | None = None
    of: list[Identifier] = []
    cohort: Identifier | None = None
    rate_of: Identifier | None = None
    composed_of: list[str] = []
    opposite: Identifier | None = None
    needs: list[Identifier] = []
    rolling_months: int | None = Field(default=None, ge=1, le=60)
    calendar: Literal["financial", "academic"] = "financial"
    terms: list[str | TermEntry] = Field(min_length=1)
    counted: list[str] = []
    weak: list[str] = []


class FamilyFile(Entry):
    """A file of `metrics/`: one family."""

    family: Identifier
    title: str
    about: str
    metrics: dict[Identifier, MetricEntry] = Field(min_length=1)


class DimensionEntry(Entry):
    """A dimension: members with their words, or the form in which they are read from numbers."""

    label: str
    members: dict[str, list[str]] = {}
    form: OpenForm | None = None
    populations: dict[str, str] = {}


class DimensionsFile(Entry):
    """`dimensions.yaml`."""

    dimensions: dict[Identifier, DimensionEntry]


class VocabularyFile(Entry):
    """`vocabulary.yaml`: words that the terms are made of, and words for what is no metric."""

    inflections: dict[str, list[str]]
    groups: dict[str, list[str]]
    names: list[str]
    events: dict[Identifier, list[str]]
    populations: dict[Identifier, list[str]]


class AreasFile(Entry):
    """`areas.yaml`."""

    comparators: dict[str, list[str]]
    regions: list[str]
    others: list[str]
    authorities: list[str]
