"""`boardmine rejects`: the papers that could not be read."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated

import typer

from boardmine.cli.options import DATABASE, AnswerFormat, Database

_REJECTS = "SELECT kind, tries, path, reason FROM rejects ORDER BY kind, path"
_DETAILS = """
SELECT kind, tries, path, reason, run, started_at AS tried_in_run_of, rejects.rules, details
FROM rejects LEFT JOIN runs ON runs.id = run
ORDER BY kind, path
"""


def rejects(
    db: Database = DATABASE,
    kind: Annotated[str, typer.Option("--kind", help="Only of this kind, such as EncryptedFile or TimeLimit.")] = "",
    details: Annotated[
        bool, typer.Option("--details", help="Also where the program was, for the developers, and the run.")
    ] = False,
    form: Annotated[AnswerFormat, typer.Option("--format", help="How to print.")] = AnswerFormat.TABLE,
) -> None:
    """List the papers that could not be read, why, and how often they were tried.

    A paper leaves the list when it is read: because the file was replaced, or by boardmine retry.
    """
    from boardmine.cli.answers import as_csv, as_json, as_table
    from boardmine.store.query import asked

    print_ = {AnswerFormat.TABLE: as_table, AnswerFormat.CSV: as_csv, AnswerFormat.JSON: as_json}[form]
    with asked(db, _DETAILS if details else _REJECTS) as answer:
        print_(replace(answer, rows=(row for row in answer.rows if kind in ("", row[0]))))
