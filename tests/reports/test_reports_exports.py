"""Exports hold what the store holds, in types that others read."""

from __future__ import annotations

import csv
import json
from datetime import datetime
from pathlib import Path

import duckdb
import openpyxl
import pyarrow.dataset as ds
import pytest
from frictionless import Package

from boardmine.catalogue import catalogue
from boardmine.checks.rules import rules
from boardmine.errors import StoreError
from boardmine.reports.csv_files import write_csv
from boardmine.reports.package import LICENCES, write_package
from boardmine.reports.parquet_files import write_parquet
from boardmine.reports.rows import COLUMNS, Source, source_of
from boardmine.reports.workbook import write_workbook


def everything(connection: duckdb.DuckDBPyConnection, limit: int = 0, *families: str) -> Source:
    return source_of(connection, families, limit, catalogue(), rules())


def held(connection: duckdb.DuckDBPyConnection, what: str) -> int:
    return int(connection.execute(f"SELECT count(*) FROM {what}").fetchall()[0][0])


def read(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_csv_has_every_statement_as_it_is(connection: duckdb.DuckDBPyConnection, tmp_path: Path) -> None:
    write_csv(everything(connection), tmp_path / "out")
    rows = {row["observation"]: row for row in read(tmp_path / "out" / "statements.csv")}
    stored = connection.execute("SELECT observation, value, period_end, quote FROM statements").fetchall()
    assert len(rows) == len(stored)
    for name, value, end, quote in stored:
        row = rows[name]
        assert float(row["value"]) == value
        assert row["period_end"] == (end.isoformat() if end else "")
        assert row["quote"].removeprefix("'") == quote.removeprefix("'")
    assert len(read(tmp_path / "out" / "findings.csv")) == held(connection, "findings") > 0
    assert len(read(tmp_path / "out" / "metrics.csv")) == len(catalogue().metrics)


def test_text_that_a_spreadsheet_would_run_is_defused(tmp_path: Path) -> None:
    from boardmine.reports.csv_files import _text

    assert [_text(v) for v in ("=1+1", "@SUM(A1)", "-cmd", "plain", -5.0, 2.5)] == [
        *("'=1+1", "'@SUM(A1)", "'-cmd", "plain", "-5", "2.5")
    ]


def test_a_family_can_be_had_alone(connection: duckdb.DuckDBPyConnection, tmp_path: Path) -> None:
    write_csv(everything(connection, 0, "neet"), tmp_path / "out")
    assert {row["family"] for row in read(tmp_path / "out" / "statements.csv")} == {"neet"}


def test_a_folder_with_something_in_it_is_left_alone(connection: duckdb.DuckDBPyConnection, tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine", encoding="utf-8")
    for write in (write_csv, write_parquet):
        with pytest.raises(StoreError, match="not empty"):
            write(everything(connection), tmp_path)
    with pytest.raises(StoreError, match="already"):
        write_workbook(everything(connection), tmp_path / "mine.txt")


def test_parquet_is_partitioned_by_family_and_year(connection: duckdb.DuckDBPyConnection, tmp_path: Path) -> None:
    write_parquet(everything(connection), tmp_path / "out")
    table = ds.dataset(tmp_path / "out" / "statements", partitioning="hive").to_table()
    assert table.num_rows == held(connection, "observations")
    assert str(table.schema.field("period_end").type) == "date32[day]"
    assert str(table.schema.field("value").type) == "double"
    folders = {
        path.parent.relative_to(tmp_path / "out" / "statements").as_posix()
        for path in (tmp_path / "out" / "statements").rglob("*.parquet")
    }
    assert "family=neet/year=2023" in folders
    [(count,)] = duckdb.sql(
        f"SELECT count(*) FROM read_parquet('{tmp_path}/out/statements/**/*.parquet', hive_partitioning = true) "
        "WHERE family = 'neet' AND year = 2023"
    ).fetchall()
    assert count == held(connection, "neet WHERE year(period_end) = 2023") > 0


def test_a_workbook_has_real_dates_and_numbers(connection: duckdb.DuckDBPyConnection, tmp_path: Path) -> None:
    write_workbook(everything(connection), tmp_path / "out.xlsx")
    book = openpyxl.load_workbook(tmp_path / "out.xlsx")
    families = connection.execute("SELECT count(DISTINCT family) FROM statements").fetchall()[0][0]
    assert len(book.sheetnames) == families + 2
    assert book.sheetnames[-2:] == ["Findings", "Dictionary"]
    sheet = book[book.sheetnames[0]]
    assert [cell.value for cell in sheet[1]] == list(COLUMNS)
    assert sheet.freeze_panes == "B2" and sheet.auto_filter.ref
    first = dict(zip(COLUMNS, (cell.value for cell in sheet[2]), strict=True))
    assert isinstance(first["value"], int | float) and isinstance(first["period_end"], datetime)
    assert sum(book[name].max_row - 1 for name in book.sheetnames[:-2]) == held(connection, "observations")


def test_a_data_package_is_valid(connection: duckdb.DuckDBPyConnection, tmp_path: Path) -> None:
    for limit in (0, 6):
        folder = tmp_path / str(limit)
        write_package(everything(connection, limit), folder, "OGL-UK-3.0")
        report = Package(str(folder / "datapackage.json")).validate()
        assert report.valid, report.flatten(["type", "message"])
    described = json.loads((tmp_path / "0" / "datapackage.json").read_text(encoding="utf-8"))
    assert described["licenses"][0]["title"] == LICENCES["OGL-UK-3.0"][0]
    fields = {f["name"]: f for f in described["resources"][0]["schema"]["fields"]}
    assert (fields["value"]["type"], fields["period_end"]["type"], fields["page"]["type"]) == (
        "number",
        "date",
        "integer",
    )
    assert fields["unit"]["constraints"]["enum"][0] == "count" and fields["metric"]["constraints"]["required"]
    assert all(f["description"] for f in fields.values())


def test_a_wrong_data_package_would_be_noticed(connection: duckdb.DuckDBPyConnection, tmp_path: Path) -> None:
    write_package(everything(connection), tmp_path / "out", "CC-BY-4.0")
    path = tmp_path / "out" / "statements.csv"
    path.write_text(path.read_text(encoding="utf-8").replace(",count,", ",apples,", 1), encoding="utf-8")
    assert not Package(str(tmp_path / "out" / "datapackage.json")).validate().valid


def test_no_export_gives_a_withheld_number_away(connection: duckdb.DuckDBPyConnection, tmp_path: Path) -> None:
    source = everything(connection, 6)
    small = {
        name
        for (name,) in connection.execute(
            "SELECT observation FROM statements WHERE unit = 'count' AND abs(value) BETWEEN 1 AND 5"
        ).fetchall()
    }
    assert small and small <= source.numbers
    write_csv(source, tmp_path / "csv")
    rows = {row["observation"]: row for row in read(tmp_path / "csv" / "statements.csv")}
    assert {name for name, row in rows.items() if row["value"] == "c"} == source.numbers
    assert all(rows[name]["quote"] == "" for name in source.words)
    shown = {row["quote"] for row in rows.values()}
    hidden = connection.execute("SELECT observation, quote FROM statements").fetchall()
    assert not shown & {quote for name, quote in hidden if name in source.numbers and quote}
    write_parquet(source, tmp_path / "parquet")
    table = ds.dataset(tmp_path / "parquet" / "statements", partitioning="hive").to_table().to_pylist()
    assert {row["observation"] for row in table if row["suppressed"]} == source.numbers
    assert all(row["value"] is None and row["quote"] is None for row in table if row["suppressed"])
    write_workbook(source, tmp_path / "out.xlsx")
    book = openpyxl.load_workbook(tmp_path / "out.xlsx")
    cells = [row for name in book.sheetnames[:-2] for row in book[name].iter_rows(min_row=2, values_only=True)]
    value = COLUMNS.index("value")
    assert {row[0] for row in cells if row[value] == "c"} == source.numbers
