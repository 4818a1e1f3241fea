"""CSV: a file of statements, one of findings, the dictionary."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow as pa

from boardmine.reports.rows import COLUMNS, Source, fresh_folder

SUPPRESSED = "c"
"""What stands in place of a withheld number."""

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""How a cell begins that a spreadsheet would run. Papers are not trusted."""


def write_csv(source: Source, folder: Path) -> list[Path]:
    """Write `statements.csv`, `findings.csv`, `metrics.csv` and `dimensions.csv` into a new folder.

    UTF-8, a head, dates as in ISO 8601, an empty field for nothing, `c` for a withheld value. Text that a spreadsheet
    would take for a formula has an apostrophe before it.
    """
    fresh_folder(folder)
    tables = {"findings": source.findings(), "metrics": source.metrics(), "dimensions": source.dimensions()}
    written = [_write(folder / "statements.csv", COLUMNS, rows_of_statements(source))]
    for name, table in tables.items():
        written.append(_write(folder / f"{name}.csv", table.schema.names, _rows(table.to_batches())))
    return written


def rows_of_statements(source: Source) -> Iterator[list[Any]]:
    """The statements, row by row, `c` for what is withheld."""
    for batch in source.statements():
        hidden = batch["suppressed"].to_pylist() if source.limit else []
        value = COLUMNS.index("value")
        for i, row in enumerate(_rows([batch.select(list(COLUMNS))])):
            if hidden and hidden[i]:
                row[value] = SUPPRESSED
            yield row


def _rows(batches: Iterable[pa.RecordBatch]) -> Iterator[list[Any]]:
    for batch in batches:
        columns = [column.to_pylist() for column in batch.columns]
        yield from map(list, zip(*columns, strict=True))


def _write(path: Path, names: Sequence[str], rows: Iterable[Sequence[Any]]) -> Path:
    with path.open("w", encoding="utf-8", newline="") as file:
        write = csv.writer(file, lineterminator="\n").writerow
        write(names)
        for row in rows:
            write([_text(value) for value in row])
    return path


def _text(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
    if isinstance(value, date):
        return value.isoformat()
    text = str(value)
    return f"'{text}" if isinstance(value, str) and text.startswith(_FORMULA) else text
