"""Typed records: what a document says, one number at a time, and the records that are read off them.

`Observation` is one number that a document states about one metric; `Evidence` is where it stands. The family
records (`DemandRecord`, `PermanenceRecord`, `NeetBreakdown`) are built on observations and say the same in the
words of the field. All are frozen Pydantic models; their JSON Schemas are in `schemas/records/`.

Words: a *level* is how many or how much, a *change* by how much it rose or fell. A *period* runs from its first
to its last day, both included. A *baseline* is the period that a change is measured against.
"""

from boardmine.records.families import DemandMetric, DemandRecord, PermanenceMetric, PermanenceRecord, Route
from boardmine.records.neet import NeetBreakdown, NeetCohort
from boardmine.records.observation import AUTHORITY, Basis, Bound, Certainty, Evidence, Kind, Observation, Role, Unit

__all__ = [
    "AUTHORITY",
    "Basis",
    "Bound",
    "Certainty",
    "DemandMetric",
    "DemandRecord",
    "Evidence",
    "Kind",
    "NeetBreakdown",
    "NeetCohort",
    "Observation",
    "PermanenceMetric",
    "PermanenceRecord",
    "Role",
    "Route",
    "Unit",
]
