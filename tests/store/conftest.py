"""A store of its own for each test."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import duckdb
import pytest

from boardmine.catalogue import catalogue
from boardmine.store.connect import writing


@pytest.fixture
def store(tmp_path: Path) -> Path:
    return tmp_path / "store.duckdb"


@pytest.fixture
def connection(store: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    with writing(store, catalogue()) as opened:
        yield opened


@pytest.fixture
def dump() -> Callable[[duckdb.DuckDBPyConnection], dict[str, list[Any]]]:
    """All rows of the tables that hold what papers say."""

    def rows(connection: duckdb.DuckDBPyConnection) -> dict[str, list[Any]]:
        tables = ("documents", "parts", "observations", "ledger", "rejects")
        return {t: connection.execute(f"SELECT * FROM {t} ORDER BY ALL").fetchall() for t in tables}

    return rows
