"""Arguments and options that several commands have."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

Paths = Annotated[list[Path], typer.Argument(metavar="PATH", help="Files, or folders with all that is in them.")]

Database = Annotated[Path, typer.Option("--db", metavar="FILE", help="The DuckDB database.")]
SuppressBelow = Annotated[
    int,
    typer.Option(
        "--suppress-below", min=0, metavar="N", help="Withhold counts from 1 to below N, and what gives them away."
    ),
]

DATABASE = Path("boardmine.duckdb")


class RecordFormat(StrEnum):
    """How records are printed."""

    TABLE = "table"
    JSONL = "jsonl"
    CSV = "csv"
    JSON = "json"


class AnswerFormat(StrEnum):
    """How the answer to a query is printed."""

    TABLE = "table"
    CSV = "csv"
    JSON = "json"


class ListFormat(StrEnum):
    """How the catalogue is printed."""

    TABLE = "table"
    JSON = "json"


class TableFormat(StrEnum):
    """How the tables of a document are printed."""

    TABLE = "table"
    JSONL = "jsonl"
