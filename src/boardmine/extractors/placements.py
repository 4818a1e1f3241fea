"""Children in care broken down by where they are placed, under the metric that counts those placed there."""

from __future__ import annotations

from collections.abc import Mapping

from boardmine.catalogue.model import Catalogue, Metric

_IN_CARE = "cla.count"
_PLACEMENT = "placement"
_COUNTED_THERE: Mapping[str, tuple[str, Mapping[str, str]]] = {
    "foster": ("fostered.count", {}),
    "in_house_foster": ("fostered.count", {"sector": "in_house"}),
    "ifa_foster": ("fostered.count", {"sector": "ifa"}),
    "connected": ("connected_care.count", {}),
    "residential": ("residential.count", {}),
    "parents": ("placed_with_parents.count", {}),
}
"""By the member of the dimension: the metric of its own, and its breakdown."""


def where_placed(catalogue: Catalogue, metric: Metric, by: Mapping[str, str]) -> tuple[Metric, Mapping[str, str]]:
    """The metric and breakdown as they are, or those that say the same of a placement of children in care. What else
    breaks the count down must break the other one down as well."""
    told = _COUNTED_THERE.get(by.get(_PLACEMENT, "")) if metric.id == _IN_CARE else None
    if told is None or told[0] not in catalogue.metrics:
        return metric, by
    own = catalogue.metrics[told[0]]
    rest = {dimension: member for dimension, member in by.items() if dimension != _PLACEMENT}
    return (own, {**rest, **told[1]}) if set(rest) <= set(own.by) else (metric, by)
