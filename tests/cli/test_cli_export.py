"""`boardmine export`."""

from __future__ import annotations

from pathlib import Path

import pytest
from shell import Run


@pytest.mark.parametrize(
    "form, wanted", [("csv", "statements.csv"), ("parquet", "findings.parquet"), ("package", "datapackage.json")]
)
def test_export_writes_a_folder(run: Run, filled: Path, tmp_path: Path, form: str, wanted: str) -> None:
    ended = run("export", "--db", filled, "--format", form, "--out", tmp_path / "out")
    assert ended.status == 0 and "written to" in ended.out
    assert (tmp_path / "out" / wanted).stat().st_size > 0


def test_export_says_how_much_is_withheld(run: Run, filled: Path, tmp_path: Path) -> None:
    ended = run("export", "--db", filled, "--format", "excel", "--out", tmp_path / "a.xlsx", "--suppress-below", 6)
    assert ended.status == 0 and "numbers withheld" in ended.out


def test_export_into_something_is_refused(run: Run, filled: Path, tmp_path: Path) -> None:
    (tmp_path / "mine").write_text("mine", encoding="utf-8")
    ended = run("export", "--db", filled, "--out", tmp_path)
    assert ended.status == 3 and "new folder" in ended.err


def test_export_of_a_family_that_is_none(run: Run, filled: Path, tmp_path: Path) -> None:
    ended = run("export", "--db", filled, "--out", tmp_path / "out", "--family", "nonsense")
    assert ended.status == 2 and "neet" in ended.err
