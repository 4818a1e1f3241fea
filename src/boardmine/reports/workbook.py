"""Excel: a sheet a family, one of findings, one that says what the metrics are."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from boardmine.errors import StoreError
from boardmine.reports.csv_files import rows_of_statements
from boardmine.reports.rows import COLUMNS, Source

_MOST_ROWS = 1_048_575
"""Rows that a sheet takes below its head."""
_LONGEST = 32_767
"""Characters that a cell takes."""
_WIDTHS = {"quote": 60, "message": 90, "definition": 60, "label": 32, "part": 32, "observation": 24, "observations": 30}
_FORBIDDEN = str.maketrans(dict.fromkeys("[]:*?/\\'", " "))


def write_workbook(source: Source, path: Path) -> list[Path]:
    """Write an Excel workbook: heads frozen and filtered, dates as dates, numbers as numbers, `c` for a withheld value.

    Raises StoreError where a family has more statements than a sheet takes, or where the file is there already.
    """
    if path.exists():
        raise StoreError(f"{path}: is there already; export into a new file")
    path.parent.mkdir(parents=True, exist_ok=True)
    # Papers are not trusted: no text becomes a formula or a link.
    options = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    rows: dict[str, list[list[Any]]] = {key: [] for key in source.family_titles()}
    family = COLUMNS.index("family")
    for row in rows_of_statements(source):
        of_family = rows.setdefault(row[family] or "other", [])
        of_family.append(row)
        if len(of_family) > _MOST_ROWS:
            raise StoreError(f"{path}: a sheet takes {_MOST_ROWS:,} rows; export as CSV or Parquet")
    with xlsxwriter.Workbook(str(path), options) as book:
        book.set_properties({"title": "boardmine", "comments": "Numbers as council papers state them"})
        formats = {
            "head": book.add_format({"bold": True, "bg_color": "#1f3a5f", "font_color": "#ffffff", "text_wrap": True}),
            "day": book.add_format({"num_format": "yyyy-mm-dd", "valign": "top"}),
            "text": book.add_format({"valign": "top"}),
        }
        titles = source.family_titles()
        for key, of_family in rows.items():
            if of_family:
                _sheet(book.add_worksheet(_name(titles.get(key, key))), COLUMNS, of_family, formats)
        for name, table in (("Findings", source.findings()), ("Dictionary", source.metrics())):
            found = zip(*(column.to_pylist() for column in table.columns), strict=True)
            _sheet(book.add_worksheet(name), table.schema.names, list(found), formats)
    return [path]


def _name(title: str) -> str:
    return title.translate(_FORBIDDEN)[:31].strip() or "sheet"


def _sheet(sheet: Worksheet, names: Sequence[str], rows: Sequence[Iterable[Any]], formats: dict[str, Any]) -> None:
    for i, name in enumerate(names):
        sheet.set_column(i, i, _WIDTHS.get(name, 14))
        sheet.write_string(0, i, name, formats["head"])
    for number, row in enumerate(rows, 1):
        for i, value in enumerate(row):
            if isinstance(value, date):
                sheet.write_datetime(number, i, value, formats["day"])
            elif isinstance(value, int | float):
                sheet.write_number(number, i, value, formats["text"])
            elif value is not None:
                sheet.write_string(number, i, str(value)[:_LONGEST], formats["text"])
    sheet.freeze_panes(1, 1)
    sheet.autofilter(0, 0, max(len(rows), 1), len(names) - 1)
