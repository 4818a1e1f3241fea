"""The data dictionary says what everything is, and the documentation has it as it is."""

from __future__ import annotations

from pathlib import Path

import duckdb

from boardmine.store.dictionary import markdown, relations, scalar_macros

DOCS = Path(__file__).resolve().parents[2] / "docs"


def test_every_column_of_every_table_view_and_macro_is_explained() -> None:
    silent = [f"{r.name}.{c.name}" for r in relations() for c in r.columns if not c.about]
    silent += [r.name for r in relations() if not r.about] + [call for call, about in scalar_macros() if not about]
    assert silent == []


def test_what_an_analyst_asks_is_there() -> None:
    names = {r.name for r in relations()}
    tables = {"documents", "parts", "observations", "metrics", "dimensions", "findings", "rejects", "runs"}
    assert names >= tables | {"series", "as_known_on", "history_of", "demand", "permanence", "neet"}
    assert names >= {"neet_breakdown", "scorecard", "coverage"}


def test_the_documentation_is_in_step() -> None:
    written = (DOCS / "schema.md").read_text(encoding="utf-8")
    assert written == markdown(), "boardmine schema > docs/schema.md"


def test_the_dictionary_names_what_a_store_has(connection: duckdb.DuckDBPyConnection) -> None:
    for relation in relations():
        if relation.kind != "macro":
            described = connection.execute(f"DESCRIBE {relation.name}").fetchall()
            assert [c.name for c in relation.columns] == [row[0] for row in described]
