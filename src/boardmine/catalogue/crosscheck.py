"""Holds the entries of a catalogue against each other: what one refers to must be defined, no words may clash."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from boardmine.catalogue.lined_yaml import LinedYaml
from boardmine.catalogue.model import Dimension, Metric, Term, Vocabulary
from boardmine.errors import SettingError


class CrossCheck:
    """The definitions that metrics may refer to, and where each metric is defined."""

    def __init__(
        self,
        metrics: Mapping[str, Metric],
        dimensions: Mapping[str, Dimension],
        vocabulary: Vocabulary,
        sources: Mapping[str, LinedYaml],
    ) -> None:
        self._metrics = metrics
        self._dimensions = dimensions
        self._events = vocabulary.events
        self._populations = {m.counts for m in metrics.values() if m.counts} | set(vocabulary.populations)
        self._sources = sources

    def run(self) -> None:
        """Raises the CatalogueError of the first fault: an undefined dimension, member, population, metric or event,
        an opposite that is not mutual, or the same words for two metrics that no cohort tells apart."""
        owners: dict[str, Metric] = {}
        for metric in self._metrics.values():
            self._dimensions_of(metric)
            self._populations_of(metric)
            self._parts_of(metric)
            self._opposite_of(metric)
            self._implied_by(metric)
            self._words_of(metric, owners)

    def dimensions(self, lined: LinedYaml) -> None:
        """Raises the CatalogueError of the first dimension that has a member of an undefined population."""
        for dimension in self._dimensions.values():
            for member, population in dimension.populations.items():
                if population not in self._populations:
                    why = f"unknown population {population!r}; known are {_listed(self._populations)}"
                    raise lined.error(("dimensions", dimension.id, "populations", member), f"{dimension.id}: {why}")

    def _fault(self, metric: Metric, where: str | Term, why: str) -> SettingError:
        """An error at a key of a metric or at one of its terms."""
        way = (where,) if isinstance(where, str) else _place(metric, where)
        return self._sources[metric.id].error(("metrics", metric.id, *way), f"{metric.id}: {why}")

    def _dimensions_of(self, metric: Metric) -> None:
        for name in metric.by:
            if name not in self._dimensions:
                raise self._fault(metric, "by", f"unknown dimension {name!r}; known are {_listed(self._dimensions)}")

    def _populations_of(self, metric: Metric) -> None:
        for key, names in (("of", metric.of), ("cohort", (metric.cohort,)), ("rate_of", (metric.rate_of,))):
            for name in names:
                if name is not None and name not in self._populations:
                    why = f"unknown population {name!r}; known are {_listed(self._populations)}"
                    raise self._fault(metric, key, why)

    def _parts_of(self, metric: Metric) -> None:
        for part in metric.composed_of:
            if part not in self._metrics and part not in self._events:
                raise self._fault(metric, "composed_of", f"{part!r} is neither a metric nor an event")

    def _opposite_of(self, metric: Metric) -> None:
        if metric.opposite is None:
            return
        other = self._metrics.get(metric.opposite)
        if other is None or other.opposite != metric.id:
            raise self._fault(metric, "opposite", f"{metric.opposite!r} is not a metric whose opposite is {metric.id}")

    def _implied_by(self, metric: Metric) -> None:
        for term in metric.terms:
            for name, member in term.by.items():
                if name not in metric.by:
                    raise self._fault(metric, term, f"{term.text!r} implies {name!r}, which is not a dimension of it")
                closed = self._dimensions[name].members
                if closed and member not in closed:
                    raise self._fault(metric, term, f"{name} has no member {member!r}")

    def _words_of(self, metric: Metric, owners: dict[str, Metric]) -> None:
        """Words that mean this metric alone. Weak ones and those with a gap may be shared: what is near decides."""
        for term in metric.terms:
            if term.weak or len(term.segments) > 1:
                continue
            for phrase in term.segments[0]:
                other = owners.setdefault(phrase, metric)
                if other is not metric and (other.cohort == metric.cohort or not metric.cohort):
                    raise self._fault(metric, term, f"{phrase!r} already means {other.id}; give both a cohort")


def _place(metric: Metric, term: Term) -> tuple[str, int]:
    """The list of a metric's entry that a term stands in, and its position there."""
    key = "counted" if term.counted else "weak" if term.weak else "terms"
    alike = [other for other in metric.terms if (other.counted, other.weak) == (term.counted, term.weak)]
    return key, next(i for i, other in enumerate(alike) if other is term)


def _listed(names: Iterable[str]) -> str:
    return ", ".join(sorted(names))
