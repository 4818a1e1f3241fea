"""What is generated from the records, and what repeats the catalogue, is in step."""

from __future__ import annotations

from pathlib import Path
from typing import Any, get_args

import pytest
from pydantic import BaseModel

from boardmine.catalogue import catalogue
from boardmine.records import DemandMetric, NeetCohort, PermanenceMetric, PermanenceRecord, Route
from boardmine.resources import folder
from boardmine.schema_files import RECORDS, differing, schema_files


def test_the_schemas_are_what_the_models_say() -> None:
    assert differing(folder("schemas") / "records") == [], "run `python -m boardmine.schema_files`"


def test_a_schema_that_differs_is_named(tmp_path: Path) -> None:
    for name, text in schema_files().items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    assert differing(tmp_path) == []
    (tmp_path / "observation.json").write_text("{}", encoding="utf-8")
    (tmp_path / "evidence.json").unlink()
    (tmp_path / "cats.json").write_text("{}", encoding="utf-8")
    assert differing(tmp_path) == ["cats.json", "evidence.json", "observation.json"]


@pytest.mark.parametrize("family, names", [("demand", DemandMetric), ("permanence", PermanenceMetric)])
def test_a_family_s_record_knows_the_family_s_metrics(family: str, names: Any) -> None:
    assert set(get_args(names)) == {m.id for m in catalogue().metrics.values() if m.family == family}


def test_every_permanence_metric_has_a_route() -> None:
    routes = {PermanenceRecord.model_construct(metric=metric).route for metric in get_args(PermanenceMetric)}
    assert routes == set(get_args(Route))


def test_every_cohort_of_the_breakdown_has_its_metrics() -> None:
    known = {m.id for m in catalogue().metrics.values() if m.family == "neet"}
    assert all(f"{cohort}.neet" in known for cohort in get_args(NeetCohort))


@pytest.mark.parametrize("model", RECORDS, ids=lambda m: m.__name__)
def test_every_value_of_a_record_that_is_not_plain_is_described(model: type[BaseModel]) -> None:
    assert model.__doc__
