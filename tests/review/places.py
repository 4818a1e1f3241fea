"""Where numbers stand, told by their words."""

from __future__ import annotations

import duckdb

from boardmine.review.desk import Desk


def paper_named(connection: duckdb.DuckDBPyConnection, beginning: str) -> str:
    """The key of a paper."""
    [(key,)] = connection.execute("SELECT id FROM documents WHERE starts_with(name, ?)", [beginning]).fetchall()
    return str(key)


def place_of(desk: Desk, beginning: str, before: str, number: str) -> tuple[str, int]:
    """The paper and the start of a number that stands right behind some words."""
    with desk.store() as connection:
        key = paper_named(connection, beginning)
    text = desk.read(desk.paper(key)).document.text
    at = text.index(before + number) + len(before)
    return key, at
