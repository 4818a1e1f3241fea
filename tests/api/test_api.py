"""`import boardmine as bm`: light to import, and the answers are tables."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import date
from pathlib import Path

import pyarrow as pa
import pytest

import boardmine as bm
from boardmine.api import Store
from boardmine.catalogue import catalogue
from boardmine.errors import ExtraMissing, QueryError, StoreMissing
from boardmine.store.connect import writing

HEAVY = ("duckdb", "pyarrow", "spacy", "pydantic", "pandas", "polars")


@pytest.fixture
def store(samples: Path) -> Store:
    return bm.open_store(str(samples))


def test_importing_boardmine_loads_nothing_heavy() -> None:
    script = "import sys, json, boardmine; print(json.dumps([m for m in sys.modules if '.' not in m]))"
    loaded = subprocess.run([sys.executable, "-c", script], check=True, capture_output=True, text=True).stdout
    assert [name for name in HEAVY if name in json.loads(loaded)] == []


def test_a_series_is_a_table_in_three_kinds(store: Store) -> None:
    answer = store.series("connected_care.count")
    assert isinstance(answer.arrow(), pa.Table)
    values = answer.arrow()["value"].to_pylist()
    assert list(answer.pandas()["value"]) == answer.polars()["value"].to_list() == values
    assert [row["value"] for row in answer.rows()] == values and len(answer) == len(values)
    assert 101 in values and 97 not in values
    ends = [row["period_end"] for row in answer.rows() if row["unit"] == "count"]
    assert ends == sorted(ends)


def test_a_series_as_it_was_known(store: Store) -> None:
    known = store.as_known_on(date(2023, 10, 31), "connected_care.count").rows()
    assert {row["value"] for row in known if row["period_end"] == date(2023, 8, 31)} == {97}
    assert known == store.as_known_on("2023-10-31", "connected_care.count").rows()


def test_breakdown_and_area_are_chosen(store: Store) -> None:
    assert {row["breakdown"] for row in store.series("care_leavers.neet").rows()} == {""}
    custody = store.series("care_leavers.neet", breakdown="reason=custody").rows()
    assert custody and {row["breakdown"] for row in custody} == {"reason=custody"}
    areas = {row["area"] for row in store.series("cla.rate", area=None).rows()}
    assert {"authority", "statistical_neighbours"} <= areas


def test_the_other_questions(store: Store) -> None:
    assert any(row["differs"] for row in store.history("connected_care.count").rows())
    assert store.findings().rows()[0]["severity"] == "error"
    assert "direction" in store.scorecard("2024-01-31").arrow().schema.names
    assert len(store.coverage()) > 10
    assert store.sql("SELECT 41 + 1 AS n").rows() == [{"n": 42}]


def test_an_answer_shows_itself_in_a_notebook(store: Store) -> None:
    shown = store.sql("SELECT '<b>' AS x, range FROM range(60)")._repr_html_()
    assert "&lt;b&gt;" in shown and "10 rows more" in shown and shown.count("<tr>") == 51


@pytest.mark.parametrize("query", ["DELETE FROM documents", "SELEC", "SELECT 1; SELECT 2", "SELECT nonsense"])
def test_what_is_no_question_is_refused(store: Store, query: str) -> None:
    with pytest.raises(QueryError):
        store.sql(query)


def test_a_store_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(StoreMissing):
        bm.open_store(tmp_path / "no.duckdb")


def test_an_open_store_keeps_nobody_from_writing(store: Store, samples: Path) -> None:
    store.series("cla.count")
    with writing(samples, catalogue()) as connection:
        assert connection.execute("SELECT count(*) > 0 FROM documents").fetchall() == [(True,)]


@pytest.mark.parametrize("library", ["pandas", "polars"])
def test_a_frame_without_its_library(
    store: Store,
    monkeypatch: pytest.MonkeyPatch,
    library: str,
) -> None:
    monkeypatch.setitem(sys.modules, library, None)
    with pytest.raises(ExtraMissing, match="frames"):
        getattr(store.sql("SELECT 1 AS n"), library)()
