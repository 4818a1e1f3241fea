"""One cohort of young people at one time: how many are in education, employment or training, and why not."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any, Literal, get_args

from pydantic import Field

from boardmine.records.observation import AUTHORITY, Kind, Observation, Record, Role, Unit

NeetCohort = Literal["care_leavers", "cla_16plus", "young_people"]
"""Whose education, employment and training: care leavers, looked-after young people of 16 and over, all."""


class NeetBreakdown(Record):
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
