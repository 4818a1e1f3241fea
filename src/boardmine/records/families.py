"""Observations by family, in the words of the field."""

from __future__ import annotations

from typing import Literal

from pydantic import computed_field

from boardmine.records.observation import Observation

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
