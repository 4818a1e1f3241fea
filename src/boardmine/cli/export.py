"""`boardmine export`: figures into files."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from boardmine.cli.options import DATABASE, Database, SuppressBelow
from boardmine.reports.forms import Form, Licence, write


def export(
    out: Annotated[Path, typer.Option("--out", metavar="PATH", help="A new folder; for excel a new file.")],
    db: Database = DATABASE,
    form: Annotated[Form, typer.Option("--format", help="How to write.")] = Form.CSV,
    family: Annotated[
        list[str] | None, typer.Option("--family", metavar="NAME", help="Only this family; may be given again.")
    ] = None,
    suppress_below: SuppressBelow = 0,
    licence: Annotated[Licence, typer.Option("--licence", help="Of a data package.")] = Licence.OGL,
) -> None:
    """Write statements and findings as CSV, Parquet, Excel or a data package.

    With --suppress-below, for whatever leaves the council, `c` stands for each withheld count, for percentages, rates
    and changes of it, and for further numbers from which it could be worked out; the words that hold it are left out.
    """
    from boardmine.catalogue import catalogue
    from boardmine.checks.rules import rules
    from boardmine.cli.metrics import known_family
    from boardmine.cli.text import counted
    from boardmine.reports.rows import source_of
    from boardmine.store.connect import reading

    families = tuple(known_family(name) for name in family or ())
    with reading(db) as connection:
        source = source_of(connection, families, suppress_below, catalogue(), rules())
        written = write(source, form, out, licence)
    typer.echo(f"{counted(len(written), 'file')} written to {out}")
    if suppress_below >= 2:
        typer.echo(f"{counted(len(source.numbers), 'number')} withheld")
