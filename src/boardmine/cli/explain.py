"""`boardmine explain`: where one number comes from."""

from __future__ import annotations

from typing import Annotated

import typer

from boardmine.cli.options import DATABASE, Database


def explain(
    observation: Annotated[
        str,
        typer.Argument(metavar="OBSERVATION", help="document/position; the document by its name, or how that begins."),
    ],
    db: Database = DATABASE,
) -> None:
    """Show where a number stands, how it was read, and what was found about it."""
    from boardmine.cli.explanation import show_explanation
    from boardmine.readers.context import context_of
    from boardmine.store import lookup
    from boardmine.store.connect import reading

    with reading(db) as connection:
        found = lookup.observation(connection, observation)
        name = f"{found['document']}/{found['position']}"
        same = lookup.same_figure(connection, name)
        findings = lookup.findings(connection, name)
    show_explanation(found, context_of(found["path"], found["content_hash"]), same, findings)
