"""A store of the sample documents."""

from __future__ import annotations

from pathlib import Path

import pytest

from boardmine.analysis import analyse
from boardmine.catalogue import catalogue
from boardmine.checks.rules import rules
from boardmine.store.connect import writing
from boardmine.store.findings import refresh_findings
from boardmine.store.load import put
from boardmine.store.rows import rows_of

SAMPLES = Path(__file__).resolve().parents[2] / "sample_docs"


@pytest.fixture(scope="session")
def samples(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("api") / "samples.duckdb"
    with writing(path, catalogue()) as connection:
        for paper in sorted(SAMPLES.glob("20*")):
            if not paper.name.endswith(".json"):
                put(connection, rows_of(analyse(paper)), "rules", 1)
        refresh_findings(connection, catalogue(), rules())
    return path
