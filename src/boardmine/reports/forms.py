"""The forms of an export, and one way to write them all. What each needs is imported when it is written."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from boardmine.reports.rows import Source


class Form(StrEnum):
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


def write(source: Source, form: Form, out: Path, licence: Licence) -> list[Path]:
    """Write an export into a new folder, an Excel file to a new path; gives back the files. Raises StoreError where
    something is there already."""
    match form:
        case Form.CSV:
            from boardmine.reports.csv_files import write_csv

            return write_csv(source, out)
        case Form.PARQUET:
            from boardmine.reports.parquet_files import write_parquet

            return write_parquet(source, out)
        case Form.EXCEL:
            from boardmine.reports.workbook import write_workbook

            return write_workbook(source, out)
        case Form.PACKAGE:
            from boardmine.reports.package import write_package

            return write_package(source, out, licence.value)
