"""`boardmine sql`: questions to the database."""

from __future__ import annotations

from typing import Annotated

import typer

from boardmine.cli.options import DATABASE, AnswerFormat, Database


def sql(
    query: Annotated[str, typer.Argument(metavar="QUERY", help="One SQL statement that reads; - reads it from input.")],
    db: Database = DATABASE,
    form: Annotated[AnswerFormat, typer.Option("--format", help="How to print.")] = AnswerFormat.TABLE,
) -> None:
    """Ask the database. Read-only.

    Good to ask are the views statements, demand, permanence, neet and neet_breakdown; `SHOW TABLES` lists them all,
    `DESCRIBE demand` the columns of one.
    """
    import sys

    from boardmine.cli.answers import as_csv, as_json, as_table
    from boardmine.store.query import asked

    show = {AnswerFormat.TABLE: as_table, AnswerFormat.CSV: as_csv, AnswerFormat.JSON: as_json}[form]
    with asked(db, sys.stdin.read() if query == "-" else query) as answer:
        show(answer)
