"""The data dictionary: what every table, view and macro of a store is, in Markdown, from the comments in its SQL."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import duckdb

from boardmine.store.migrate import migrate

_MACRO_CALLS = {
    "as_known_on": "as_known_on(DATE '2024-01-31')",
    "history_of": "history_of('cla.count')",
    "scorecard": "scorecard(DATE '2024-01-31')",
}
"""A call of each table macro, to describe the columns of what it gives."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column: name, type as DuckDB writes it, what it is."""

    name: str
    type: str
    about: str


@dataclass(frozen=True, slots=True)
class Relation:
    """A table, a view or a table macro. `call` is how it is written in a query."""

    kind: str
    name: str
    call: str
    about: str
    columns: tuple[Column, ...]


def relations() -> list[Relation]:
    """Everything that can be queried in a store of the present form; tables first, then views, then macros."""
    with duckdb.connect(":memory:") as connection:
        migrate(connection, Path(":memory:"))
        own = _comments(connection)
        tables = connection.execute(
            "SELECT table_name, comment FROM duckdb_tables() WHERE NOT internal ORDER BY 1"
        ).fetchall()
        views = connection.execute(
            "SELECT view_name, comment FROM duckdb_views() WHERE NOT internal ORDER BY 1"
        ).fetchall()
        macros = connection.execute(
            "SELECT function_name, comment, parameters FROM duckdb_functions() "
            "WHERE function_type = 'table_macro' AND NOT internal ORDER BY 1"
        ).fetchall()
        named = [("table", name, name, about) for name, about in tables]
        named += [("view", name, name, about) for name, about in views]
        named += [("macro", name, f"{name}({', '.join(given)})", about) for name, about, given in macros]
        return [
            Relation(kind, name, call, about or "", _columns(connection, name, own))
            for kind, name, call, about in named
        ]


def scalar_macros() -> list[tuple[str, str]]:
    """The macros that give one value: call and what they are."""
    with duckdb.connect(":memory:") as connection:
        migrate(connection, Path(":memory:"))
        rows = connection.execute(
            "SELECT function_name, parameters, comment FROM duckdb_functions() "
            "WHERE function_type = 'macro' AND NOT internal ORDER BY function_name"
        ).fetchall()
    return [(f"{name}({', '.join(given)})", about or "") for name, given, about in rows]


def markdown() -> str:
    """The data dictionary."""
    lines = [
        "# The database",
        "",
        "Printed by `boardmine schema`. Times are kept twice: the period that a number is about, and the date on which "
        "it was published.",
    ]
    heads = {"table": "Tables", "view": "Views", "macro": "Macros"}
    last = ""
    for relation in relations():
        if relation.kind != last:
            last = relation.kind
            lines += ["", f"## {heads[last]}"]
        lines += [
            "",
            f"### {relation.call}",
            "",
            relation.about,
            "",
            "| column | type | what it is |",
            "| --- | --- | --- |",
        ]
        lines += [f"| {c.name} | {c.type} | {c.about.replace('|', chr(92) + '|')} |" for c in relation.columns]
    lines += ["", "### Macros that give one value", "", "| macro | what it gives |", "| --- | --- |"]
    lines += [f"| {call} | {about} |" for call, about in scalar_macros()]
    return "\n".join(lines) + "\n"


def _comments(connection: duckdb.DuckDBPyConnection) -> dict[tuple[str, str], str]:
    rows = connection.execute(
        "SELECT table_name, column_name, comment FROM duckdb_columns() WHERE NOT internal AND comment IS NOT NULL"
    ).fetchall()
    return {(table, column): comment for table, column, comment in rows}


_BASE = ("series", "statements", "levels", "coverage", "observations", "parts", "documents", "metrics")
"""Where the meaning of a view's column is looked up by its name, when the view does not say it itself."""


def _columns(connection: duckdb.DuckDBPyConnection, name: str, own: dict[tuple[str, str], str]) -> tuple[Column, ...]:
    described = connection.execute(f"DESCRIBE SELECT * FROM {_MACRO_CALLS.get(name, name)}").fetchall()  # noqa: S608
    columns = []
    for column, kind, *_ in described:
        about = next((own[t, column] for t in (name, *_BASE) if (t, column) in own), _MADE.get((name, column), ""))
        columns.append(Column(column, kind, about))
    return tuple(columns)


_MADE = {
    ("history_of", "value_before"): "What the statement before it of the same figure says; empty for the first.",
    ("history_of", "differs"): "Whether that is another value.",
    ("scorecard", "meeting"): "Date of the newest papers.",
    ("scorecard", "last_period_end"): "Last day of the period before that has a value.",
    ("scorecard", "last_value"): "Its value.",
    ("scorecard", "direction"): "up, down or same, against last_value.",
    ("scorecard", "year_period_end"): "Last day of the period a year before, within six weeks.",
    ("scorecard", "year_value"): "Its value.",
    ("scorecard", "year_direction"): "up, down or same, against year_value.",
}
"""What the columns are that a macro makes; SQL has no comment for them."""
