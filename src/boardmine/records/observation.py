"""One number that a document states about one metric, and the evidence for it."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Any, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator


class Kind(StrEnum):
    """Whether a number is a level or a change."""

    LEVEL = "level"
    CHANGE = "change"


class Unit(StrEnum):
    """Units of measure. `points` (percentage points) belongs to changes, `ratio` and `score` to levels."""

    COUNT = "count"
    PERCENT = "percent"
    PER_10000 = "per_10000"
    PER_100000 = "per_100000"
    DAYS = "days"
    RATIO = "ratio"
    SCORE = "score"
    POINTS = "points"


class Role(StrEnum):
    """Whether a number is what is, what is wanted, the least that is tolerated, or what is expected."""

    ACTUAL = "actual"
    TARGET = "target"
    FLOOR = "floor"
    FORECAST = "forecast"


class Bound(StrEnum):
    """How exactly a number is said."""

    EXACT = "exact"
    ABOUT = "about"
    OVER = "over"
    UNDER = "under"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"


class Basis(StrEnum):
    """Where a period comes from: the words give it, the words and the document's date give it, it is taken over
    from what governs the words, or nothing is said and it is the document's own date."""

    STATED = "stated"
    RELATIVE = "relative"
    CONTEXT = "context"
    DOCUMENT = "document"


class Certainty(StrEnum):
    """How surely an observation was joined. What each level is worth is measured by `boardmine evaluate`."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


AUTHORITY = "authority"
"""The area of a number about the authority whose document it is."""


class Record(BaseModel):
    """A frozen record that takes no key but its own."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Evidence(Record):
    """Where a number stands. `quote` is `Document.text[char_start:char_end]`, verbatim."""

    quote: str = Field(
        min_length=1, description="The verbatim words: the sentence, bullet or table row that carries the number."
    )
    char_start: int = Field(ge=0, description="First character of the quote in the document's text, 0-based.")
    char_end: int = Field(gt=0, description="Just behind the last character of the quote.")
    number: str = Field(
        min_length=1, description="The number as it is written, such as '1,022', '41.4%' or 'twenty-three'."
    )
    number_start: int = Field(ge=0, description="First character of the number in the document's text.")
    number_end: int = Field(gt=0, description="Just behind the last character of the number.")
    page: int | None = Field(default=None, ge=1, description="Page of the file, where it has pages.")
    section: str | None = Field(default=None, description="The headings above, outermost first, joined by ' > '.")
    bbox: tuple[float, float, float, float] | None = Field(
        default=None, description="x0, top, x1, bottom in points on the page, origin top left."
    )

    @model_validator(mode="after")
    def _verbatim(self) -> Self:
        if self.char_end - self.char_start != len(self.quote):
            raise ValueError("the offsets of a quote are as far apart as it is long")
        if self.number_end - self.number_start != len(self.number):
            raise ValueError("the offsets of a number are as far apart as it is long")
        return self


class Observation(Record):
    """One number that a document states about one metric."""

    doc: str = Field(description="File name of the source, without folder and ending.")
    part: int = Field(default=0, ge=0, description="0-based index of the part of the document that says it.")
    metric: str = Field(description="Identifier from the catalogue.")
    kind: Kind = Kind.LEVEL
    value: float = Field(description="The number. A fall is negative.", allow_inf_nan=False)
    unit: Unit
    by: dict[str, str] = Field(default_factory=dict, description="Dimension to member, empty for the whole.")
    area: str = Field(
        default=AUTHORITY,
        min_length=1,
        description="Whose number: authority, england, statistical_neighbours, region or a name.",
    )
    role: Role = Role.ACTUAL
    bound: Bound = Bound.EXACT
    period_start: date
    period_end: date
    period_basis: Basis
    baseline_start: date | None = None
    baseline_end: date | None = None
    certainty: Certainty = Certainty.MEDIUM
    reason: str = Field(default="", description="In words, why the number was joined to the metric.")
    evidence: Evidence

    @model_validator(mode="after")
    def _consistent(self) -> Self:
        if self.period_start > self.period_end:
            raise ValueError("period ends before it starts")
        if (self.baseline_start is None) != (self.baseline_end is None):
            raise ValueError("a baseline has both ends or none")
        if self.baseline_start and self.baseline_end and self.baseline_start > self.baseline_end:
            raise ValueError("baseline ends before it starts")
        if self.kind is Kind.LEVEL and self.unit is Unit.POINTS:
            raise ValueError("points measure changes")
        if self.kind is Kind.LEVEL and self.baseline_start is not None:
            raise ValueError("only a change has a baseline")
        return self

    def flat(self) -> dict[str, Any]:
        """The record as one flat object of JSON values, in the form of the specification."""
        row = self.model_dump(mode="json", exclude={"evidence"})
        return row | self.evidence.model_dump(mode="json")

    @classmethod
    def from_flat(cls, row: dict[str, Any]) -> Observation:
        """The inverse of `flat`. Raises pydantic.ValidationError."""
        evidence = {key: row[key] for key in Evidence.model_fields if key in row}
        own = {key: value for key, value in row.items() if key in cls.model_fields}
        return cls(**own, evidence=Evidence(**evidence))
