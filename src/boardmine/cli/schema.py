"""`boardmine schema`: the data dictionary."""

from __future__ import annotations

import typer


def schema() -> None:
    """Print the data dictionary of the database as Markdown."""
    from boardmine.store.dictionary import markdown

    typer.echo(markdown(), nl=False)
