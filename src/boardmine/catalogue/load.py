"""Reads the catalogue from a folder of YAML, cross-checks it and freezes it.

A folder holds `vocabulary.yaml`, `dimensions.yaml`, `areas.yaml` and one file a family under `metrics/`. Whatever
does not fit together is a CatalogueError that names file and line: unknown keys, undefined dimensions, members,
populations and word groups, a metric defined twice, the same words for two metrics.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path
from types import MappingProxyType

from boardmine.catalogue.crosscheck import CrossCheck
from boardmine.catalogue.entries import AreasFile, DimensionsFile, FamilyFile, VocabularyFile
from boardmine.catalogue.freeze import Groups, dimension_of, frozen_phrases, metric_of, vocabulary_of
from boardmine.catalogue.lined_yaml import LinedYaml
from boardmine.catalogue.model import Catalogue, Family, Metric, Places
from boardmine.catalogue.shaped import shaped
from boardmine.resources import folder


@cache
def catalogue() -> Catalogue:
    """The catalogue that comes with boardmine. Raises CatalogueError where it has been edited into nonsense."""
    return load(folder("schemas"))


def load(schemas: Path) -> Catalogue:
    """Read, check and freeze the catalogue in a folder. Raises CatalogueError."""
    common = [schemas / name for name in ("vocabulary.yaml", "dimensions.yaml", "areas.yaml")]
    paths = sorted((schemas / "metrics").glob("*.yaml"))
    vocabulary = vocabulary_of(*shaped(common[0], VocabularyFile))
    lined, file = shaped(common[1], DimensionsFile)
    dimensions = {name: dimension_of(name, entry, lined, vocabulary) for name, entry in file.dimensions.items()}
    families = _Families(paths, vocabulary.groups)
    check = CrossCheck(families.metrics, dimensions, vocabulary, families.sources)
    check.dimensions(lined)
    check.run()
    return Catalogue(
        MappingProxyType(families.families),
        MappingProxyType(families.metrics),
        MappingProxyType(dimensions),
        vocabulary,
        _places(common[2], vocabulary.groups),
        _fingerprint([*common, *paths]),
    )


class _Families:
    """The families and metrics of the files, and which file each metric stands in."""

    def __init__(self, paths: Sequence[Path], groups: Groups) -> None:
        self.families: dict[str, Family] = {}
        self.metrics: dict[str, Metric] = {}
        self.sources: dict[str, LinedYaml] = {}
        for path in paths:
            self._add(*shaped(path, FamilyFile), groups)

    def _add(self, lined: LinedYaml, file: FamilyFile, groups: Groups) -> None:
        if file.family in self.families:
            raise lined.error(("family",), f"the family {file.family} is defined in two files")
        self.families[file.family] = Family(file.family, file.title, file.about)
        for name, entry in file.metrics.items():
            if name in self.metrics:
                other = self.sources[name].path.name
                raise lined.error(("metrics", name), f"the metric {name} is defined twice, also in {other}")
            self.metrics[name] = metric_of(name, file.family, entry, lined, groups)
            self.sources[name] = lined


def _places(path: Path, groups: Groups) -> Places:
    lined, file = shaped(path, AreasFile)
    return Places(
        comparators=frozen_phrases(file.comparators, lined, ("comparators",), groups),
        regions=tuple(file.regions),
        authorities=tuple(file.authorities),
        others=tuple(file.others),
    )


def _fingerprint(paths: Iterable[Path]) -> str:
    digest = hashlib.sha256()
    for path in paths:
        digest.update(path.read_bytes())
    return digest.hexdigest()[:16]
