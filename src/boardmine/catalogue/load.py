"""Reads the catalogue from a folder of YAML, cross-checks it and freezes it.

A folder holds `vocabulary.yaml`, `dimensions.yaml`, `areas.yaml` and one file a family under `metrics/`. Whatever
does not fit together is a CatalogueError that names file and line: unknown keys, undefined dimensions, members,
populations and word groups, a metric defined twice, the same words for two metrics.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from boardmine.catalogue.lined_yaml import Address, LinedYaml
from boardmine.catalogue.model import (
    Catalogue,
    Dimension,
    Family,
    Metric,
    MetricType,
    OpenForm,
    Places,
    Term,
    Vocabulary,
)
from boardmine.catalogue.resources import folder
from boardmine.catalogue.shaped import shaped
from boardmine.catalogue.terms import Segments, TermSyntaxError, expand, phrases
from boardmine.records import Unit

_Identifier = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)?$")]


class _Entry(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class _TermEntry(_Entry):
    term: str
    by: dict[str, str] = {}


class _MetricEntry(_Entry):
    label: str
    definition: str
    type: MetricType
    units: list[Unit] = Field(min_length=1)
    by: list[str] = []
    source: str | None = None
    counts: _Identifier | None = None
    of: list[_Identifier] = []
    cohort: _Identifier | None = None
    rate_of: _Identifier | None = None
    composed_of: list[str] = []
    rolling_months: int | None = Field(default=None, ge=1, le=60)
    calendar: Literal["financial", "academic"] = "financial"
    terms: list[str | _TermEntry] = Field(min_length=1)
    counted: list[str] = []
    weak: list[str] = []


class _FamilyFile(_Entry):
    family: _Identifier
    title: str
    about: str
    metrics: dict[_Identifier, _MetricEntry] = Field(min_length=1)


class _DimensionEntry(_Entry):
    label: str
    members: dict[str, list[str]] = {}
    form: OpenForm | None = None
    populations: dict[str, str] = {}


class _DimensionsFile(_Entry):
    dimensions: dict[_Identifier, _DimensionEntry]


class _VocabularyFile(_Entry):
    inflections: dict[str, list[str]]
    groups: dict[str, list[str]]
    names: list[str]
    events: dict[_Identifier, list[str]]
    populations: dict[_Identifier, list[str]]


class _AreasFile(_Entry):
    comparators: dict[str, list[str]]
    regions: list[str]
    others: list[str]
    authorities: list[str]


@cache
def catalogue() -> Catalogue:
    """The catalogue that comes with boardmine. Raises CatalogueError where it has been edited into nonsense."""
    return load(folder("schemas"))


def load(schemas: Path) -> Catalogue:
    """Read, check and freeze the catalogue in a folder. Raises CatalogueError."""
    vocabulary_yaml, vocabulary_file = shaped(schemas / "vocabulary.yaml", _VocabularyFile)
    vocabulary = _vocabulary(vocabulary_yaml, vocabulary_file)
    dimensions_yaml, dimensions_file = shaped(schemas / "dimensions.yaml", _DimensionsFile)
    dimensions = {
        name: _dimension(name, entry, dimensions_yaml, vocabulary) for name, entry in dimensions_file.dimensions.items()
    }
    areas_yaml, areas_file = shaped(schemas / "areas.yaml", _AreasFile)
    places = Places(
        comparators=_frozen(dict(areas_file.comparators), areas_yaml, ("comparators",), vocabulary.groups),
        regions=tuple(areas_file.regions),
        authorities=tuple(areas_file.authorities),
        others=tuple(areas_file.others),
    )
    families: dict[str, Family] = {}
    metrics: dict[str, Metric] = {}
    sources: dict[str, LinedYaml] = {}
    paths = sorted((schemas / "metrics").glob("*.yaml"))
    for path in paths:
        lined, file = shaped(path, _FamilyFile)
        if file.family in families:
            raise lined.error(("family",), f"the family {file.family} is defined in two files")
        families[file.family] = Family(file.family, file.title, file.about)
        for name, entry in file.metrics.items():
            if name in metrics:
                raise lined.error(("metrics", name), f"the metric {name} is defined twice")
            metrics[name] = _metric(name, file.family, entry, lined, vocabulary.groups)
            sources[name] = lined
    _cross_check(metrics, dimensions, vocabulary, sources)
    names = ["vocabulary.yaml", "dimensions.yaml", "areas.yaml", *(f"metrics/{p.name}" for p in paths)]
    return Catalogue(
        MappingProxyType(families),
        MappingProxyType(metrics),
        MappingProxyType(dimensions),
        vocabulary,
        places,
        _fingerprint(schemas / name for name in names),
    )


def _fingerprint(paths: Iterable[Path]) -> str:
    digest = hashlib.sha256()
    for path in paths:
        digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


def _segments(text: str, lined: LinedYaml, address: Address, groups: Mapping[str, Sequence[str]]) -> Segments:
    try:
        return expand(text, groups)
    except TermSyntaxError as error:
        raise lined.error(address, f"the term {text!r} {error}") from error


def _phrases(text: str, lined: LinedYaml, address: Address, groups: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    try:
        return phrases(text, groups)
    except TermSyntaxError as error:
        raise lined.error(address, f"the term {text!r} {error}") from error


def _frozen(
    lists: Mapping[str, Sequence[str]], lined: LinedYaml, address: Address, groups: Mapping[str, Sequence[str]]
) -> Mapping[str, tuple[str, ...]]:
    return MappingProxyType(
        {
            key: tuple(p for i, text in enumerate(texts) for p in _phrases(text, lined, (*address, key, i), groups))
            for key, texts in lists.items()
        }
    )


def _vocabulary(lined: LinedYaml, file: _VocabularyFile) -> Vocabulary:
    groups = {name: tuple(entries) for name, entries in file.groups.items()}
    for name, entries in groups.items():
        for i, entry in enumerate(entries):
            _phrases(entry, lined, ("groups", name, i), groups)
    inflections: dict[str, str] = {}
    for word, forms in file.inflections.items():
        for i, form in enumerate(forms):
            if inflections.setdefault(form, word) != word:
                raise lined.error(("inflections", word, i), f"{form!r} is a form of two words")
    names = [p for i, text in enumerate(file.names) for p in _phrases(text, lined, ("names", i), groups)]
    return Vocabulary(
        MappingProxyType(groups),
        MappingProxyType(inflections),
        tuple(names),
        _frozen(file.events, lined, ("events",), groups),
        _frozen(file.populations, lined, ("populations",), groups),
    )


def _dimension(name: str, entry: _DimensionEntry, lined: LinedYaml, vocabulary: Vocabulary) -> Dimension:
    here: Address = ("dimensions", name)
    if (entry.form is not None) == bool(entry.members or entry.populations):
        raise lined.error(here, f"the dimension {name} needs members or populations, or else a form")
    seen: dict[str, str] = {}
    members: dict[str, tuple[str, ...]] = {}
    for member, texts in entry.members.items():
        for i, text in enumerate(texts):
            address = (*here, "members", member, i)
            for phrase in _phrases(text, lined, address, vocabulary.groups):
                if seen.setdefault(phrase, member) != member:
                    raise lined.error(address, f"{phrase!r} means both {seen[phrase]} and {member} in {name}")
        members[member] = tuple(phrase for phrase, owner in seen.items() if owner == member)
    return Dimension(name, entry.label, MappingProxyType(members), entry.form, MappingProxyType(entry.populations))


def _metric(
    name: str, family: str, entry: _MetricEntry, lined: LinedYaml, groups: Mapping[str, Sequence[str]]
) -> Metric:
    here: Address = ("metrics", name)
    if Unit.POINTS in entry.units:
        raise lined.error((*here, "units"), f"{name}: a level is never given in points")
    terms = []
    for i, given in enumerate(entry.terms):
        text, by = (given, {}) if isinstance(given, str) else (given.term, given.by)
        segments = _segments(text, lined, (*here, "terms", i), groups)
        terms.append(Term(text, segments, by=MappingProxyType(by)))
    for i, text in enumerate(entry.counted):
        terms.append(Term(text, _segments(text, lined, (*here, "counted", i), groups), counted=True))
    for i, text in enumerate(entry.weak):
        terms.append(Term(text, _segments(text, lined, (*here, "weak", i), groups), weak=True))
    return Metric(
        id=name,
        family=family,
        label=entry.label,
        definition=entry.definition,
        type=entry.type,
        units=tuple(entry.units),
        by=tuple(entry.by),
        source=entry.source,
        counts=entry.counts,
        of=tuple(entry.of),
        cohort=entry.cohort,
        rate_of=entry.rate_of,
        composed_of=tuple(entry.composed_of),
        rolling_months=entry.rolling_months,
        calendar=entry.calendar,
        terms=tuple(terms),
    )


def _cross_check(
    metrics: Mapping[str, Metric],
    dimensions: Mapping[str, Dimension],
    vocabulary: Vocabulary,
    sources: Mapping[str, LinedYaml],
) -> None:
    populations = {m.counts for m in metrics.values() if m.counts} | set(vocabulary.populations)
    fault: Callable[[Metric, str, str], Any] = lambda m, key, why: sources[m.id].error(  # noqa: E731
        ("metrics", m.id, key), f"{m.id}: {why}"
    )
    owners: dict[str, Metric] = {}
    for metric in metrics.values():
        for dimension in metric.by:
            if dimension not in dimensions:
                raise fault(metric, "by", f"unknown dimension {dimension!r}; known are {', '.join(sorted(dimensions))}")
        for key, names in (("of", metric.of), ("cohort", (metric.cohort,)), ("rate_of", (metric.rate_of,))):
            for population in names:
                if population is not None and population not in populations:
                    known = ", ".join(sorted(populations))
                    raise fault(metric, key, f"unknown population {population!r}; known are {known}")
        for part in metric.composed_of:
            if part not in metrics and part not in vocabulary.events:
                raise fault(metric, "composed_of", f"{part!r} is neither a metric nor an event")
        for term in metric.terms:
            for dimension, member in term.by.items():
                if dimension not in metric.by:
                    raise fault(metric, "terms", f"{term.text!r} implies {dimension!r}, which is not a dimension of it")
                closed = dimensions[dimension].members
                if closed and member not in closed:
                    raise fault(metric, "terms", f"{dimension} has no member {member!r}")
            if term.weak or len(term.segments) > 1:
                continue
            for phrase in term.segments[0]:
                other = owners.setdefault(phrase, metric)
                if other is not metric and (other.cohort == metric.cohort or not metric.cohort):
                    raise fault(metric, "terms", f"{phrase!r} already means {other.id}; give both a cohort")
