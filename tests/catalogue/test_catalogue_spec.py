"""The catalogue holds every metric of the specification under its identifier. Runs where the corpus is."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest
import yaml

from boardmine.catalogue import catalogue

_FOUND = os.environ.get("BOARDMINE_CORPUS")
SPEC = Path(_FOUND or "no-corpus").parent / "spec" / "catalogue.yaml"

pytestmark = [pytest.mark.corpus, pytest.mark.skipif(not _FOUND, reason="BOARDMINE_CORPUS is not set")]


@pytest.fixture(scope="module")
def spec() -> dict[str, Any]:
    """The specification: family to metric to its facts, and the dimensions."""
    # The base loader leaves `yes` and `no` the words that they are.
    told: dict[str, Any] = yaml.load(SPEC.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    return told


def test_every_metric_of_the_specification_is_known(spec: dict[str, Any]) -> None:
    metrics = catalogue().metrics
    wanted = {name: family for family, entries in spec.items() if family != "dimensions" for name in entries}
    assert {name: family for name, family in wanted.items() if name not in metrics} == {}
    assert {name: metrics[name].family for name in wanted} == wanted


def test_its_metrics_have_the_types_units_and_dimensions_of_the_specification(spec: dict[str, Any]) -> None:
    differing = []
    for family in spec.keys() - {"dimensions"}:
        for name, facts in spec[family].items():
            metric = catalogue().metrics[name]
            known = (metric.type, {unit.value for unit in metric.units}, set(metric.by))
            wanted = (facts["type"], set(facts["units"]), set(facts.get("by", [])))
            if known[0] != wanted[0] or not known[1] >= wanted[1] or not known[2] >= wanted[2]:
                differing.append(f"{name}: {known} for {wanted}")
    assert differing == []


def test_the_members_of_its_dimensions_are_known(spec: dict[str, Any]) -> None:
    dimensions = catalogue().dimensions
    for name, members in spec["dimensions"].items():
        assert name in dimensions
        if isinstance(members, list) and dimensions[name].members:
            assert set(map(str, members)) <= set(dimensions[name].members), name
