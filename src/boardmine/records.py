"""Typed records: what a document says, one number at a time, and the records that are read off them.

`Observation` is one number that a document states about one metric; `Evidence` is where it stands. The family
records (`DemandRecord`, `PermanenceRecord`, `NeetBreakdown`) are built on observations and say the same in the
words of the field. All are frozen Pydantic models; their JSON Schemas are in `schemas/records/`.

Words: a *level* is how many or how much, a *change* by how much it rose or fell. A *period* runs from its first
to its last day, both included. A *baseline* is the period that a change is measured against.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from typing import Any, Literal, Self, get_args

from pydantic import BaseModel, ConfigDict, Field, computed_field, model_validator


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


class _Record(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Evidence(_Record):
    """Where a number stands. `quote` is `Document.text[char_start:char_end]`, verbatim."""

    quote: str = Field(description="The verbatim words: the sentence, bullet or table row that carries the number.")
    char_start: int = Field(ge=0, description="First character of the quote in the document's text, 0-based.")
    char_end: int = Field(gt=0, description="Just behind the last character of the quote.")
    number: str = Field(description="The number as it is written, such as '1,022', '41.4%' or 'twenty-three'.")
    number_start: int = Field(ge=0, description="First character of the number in the document's text.")
    number_end: int = Field(gt=0, description="Just behind the last character of the number.")
    page: int | None = Field(default=None, ge=1, description="Page of the file, where it has pages.")
    section: str | None = Field(default=None, description="The headings above, outermost first, joined by ' > '.")
    bbox: tuple[float, float, float, float] | None = Field(
        default=None, description="x0, top, x1, bottom in points on the page, origin top left."
    )


class Observation(_Record):
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


DemandMetric = Literal[
    "cla.count",
    "cla.rate",
    "cla.started",
    "cla.ceased",
    "cla.started_per_ceased",
    "uasc.count",
    "uasc.started",
    "cp.count",
    "cp.rate",
    "cp.started",
    "cp.ceased",
    "cp.repeat",
    "cin.count",
    "cin.rate",
    "contact.count",
    "referral.count",
    "referral.rate",
    "rereferral.share",
    "assessment.count",
    "assessment.timely",
    "s47.count",
    "icpc.count",
    "icpc.timely",
    "rcpc.count",
    "rcpc.timely",
    "early_help.count",
    "pre_proceedings.count",
    "care_proceedings.count",
    "missing.count",
    "private_fostering.count",
    "cla.returned",
    "caseload.mean",
    "caseload.share",
]
"""The metrics of the family demand; a test holds them against the catalogue."""

PermanenceMetric = Literal[
    "sgo.granted",
    "cao.granted",
    "sgo_cao.granted",
    "adoption.orders",
    "adoption.placed",
    "adoption.placement_orders",
    "adoption.unlinked",
    "adoption.days_entry_to_placed",
    "adoption.days_order_to_match",
    "adoption.days_order_to_adoption",
    "adopter.approved",
    "adopter.assessing",
    "adopter.enquiries",
    "early_permanence.placed",
    "connected_care.count",
    "connected_care.started",
    "connected_care.ceased",
    "placed_with_parents.count",
    "placed_with_parents.started",
    "placed_with_parents.ceased",
    "reunified.count",
]
"""The metrics of the family permanence; a test holds them against the catalogue."""

Route = Literal["guardianship", "adoption", "connected_care", "parents"]
"""The ways to permanence: a guardianship or arrangements order, adoption, connected carers, the child's parents."""

_ROUTES: dict[str, Route] = {
    "sgo": "guardianship",
    "cao": "guardianship",
    "sgo_cao": "guardianship",
    "adoption": "adoption",
    "adopter": "adoption",
    "early_permanence": "adoption",
    "connected_care": "connected_care",
    "placed_with_parents": "parents",
    "reunified": "parents",
}


class DemandRecord(Observation):
    """An observation of the family demand: children looked after, child protection, the front door."""

    metric: DemandMetric


class PermanenceRecord(Observation):
    """An observation of the family permanence, with the route it is about."""

    metric: PermanenceMetric

    @computed_field(description="The way to permanence that the metric is about.")  # type: ignore[prop-decorator]
    @property
    def route(self) -> Route:
        """The way to permanence that the metric is about."""
        return _ROUTES[self.metric.partition(".")[0]]


NeetCohort = Literal["care_leavers", "cla_16plus", "young_people"]
"""Whose education, employment and training: care leavers, looked-after young people of 16 and over, all."""


class NeetBreakdown(_Record):
    """One cohort at one time in one document: how many it is, how many of them are EET and NEET, and why.

    Counts and percentages are as stated, never derived, so each may be missing and they need not add up.
    `reasons` are numbers of young people NEET by reason, `reason_shares` percentages of those NEET.
    """

    doc: str
    part: int = Field(default=0, ge=0)
    cohort: NeetCohort
    age: str | None = Field(default=None, description="Age band of the cohort, where the numbers are of one band.")
    area: str = AUTHORITY
    period_start: date
    period_end: date
    cohort_size: float | None = Field(default=None, ge=0)
    eet_count: float | None = Field(default=None, ge=0)
    eet_percent: float | None = Field(default=None, ge=0)
    neet_count: float | None = Field(default=None, ge=0)
    neet_percent: float | None = Field(default=None, ge=0)
    reasons: dict[str, float] = Field(default_factory=dict)
    reason_shares: dict[str, float] = Field(default_factory=dict)

    @classmethod
    def gather(cls, observations: Iterable[Observation]) -> list[NeetBreakdown]:
        """The breakdowns that a set of observations holds: actual levels, grouped by document, part, cohort, age,
        area and period. Where a group states a figure twice, the first statement stands."""
        groups: dict[tuple[Any, ...], dict[str, Any]] = {}
        for o in observations:
            cohort, _, measure = o.metric.partition(".")
            if cohort not in get_args(NeetCohort) or o.kind is not Kind.LEVEL or o.role is not Role.ACTUAL:
                continue
            if measure not in ("count", "eet", "neet") or set(o.by) - {"age", "reason"}:
                continue
            key = (o.doc, o.part, cohort, o.by.get("age"), o.area, o.period_start, o.period_end)
            record = groups.setdefault(key, {"reasons": {}, "reason_shares": {}})
            if "reason" in o.by:
                record["reasons" if o.unit is Unit.COUNT else "reason_shares"].setdefault(o.by["reason"], o.value)
            elif measure == "count":
                if o.unit is Unit.COUNT:
                    record.setdefault("cohort_size", o.value)
            else:
                record.setdefault(f"{measure}_{o.unit.value}", o.value)
        names = ("doc", "part", "cohort", "age", "area", "period_start", "period_end")
        return [
            cls(**dict(zip(names, key, strict=True)), **record)
            for key, record in groups.items()
            if record["reasons"] or record["reason_shares"] or any(k.startswith(("eet", "neet")) for k in record)
        ]
