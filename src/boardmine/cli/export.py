"""`boardmine export`: figures into files."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from boardmine.cli.options import DATABASE, Database


class ExportFormat(StrEnum):
    """The forms of an export."""

    CSV = "csv"
    PARQUET = "parquet"
    EXCEL = "excel"
    PACKAGE = "package"


class Licence(StrEnum):
    """Licences that a data package may be given."""

    OGL = "OGL-UK-3.0"
    CC_BY = "CC-BY-4.0"
    CLOSED = "other-closed"


def export(
    out: Annotated[Path, typer.Option("--out", metavar="PATH", help="A new folder; for excel a new file.")],
    db: Database = DATABASE,
    form: Annotated[ExportFormat, typer.Option("--format", help="How to write.")] = ExportFormat.CSV,
    family: Annotated[
        list[str] | None, typer.Option("--family", metavar="NAME", help="Only this family; may be given again.")
    ] = None,
    suppress_below: Annotated[
        int,
        typer.Option(
            "--suppress-below", min=0, metavar="N", help="Withhold counts from 1 to below N, and what gives them away."
        ),
    ] = 0,
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
    from boardmine.reports.csv_files import write_csv
    from boardmine.reports.package import write_package
    from boardmine.reports.parquet_files import write_parquet
    from boardmine.reports.rows import source_of
    from boardmine.reports.workbook import write_workbook
    from boardmine.store.connect import reading

    families = tuple(known_family(name) for name in family or ())
    with reading(db) as connection:
        source = source_of(connection, families, suppress_below, catalogue(), rules())
        match form:
            case ExportFormat.CSV:
                written = write_csv(source, out)
            case ExportFormat.PARQUET:
                written = write_parquet(source, out)
            case ExportFormat.EXCEL:
                written = write_workbook(source, out)
            case ExportFormat.PACKAGE:
                written = write_package(source, out, licence.value)
    typer.echo(f"{counted(len(written), 'file')} written to {out}")
    if suppress_below >= 2:
        typer.echo(f"{counted(len(source.numbers), 'number')} withheld")
