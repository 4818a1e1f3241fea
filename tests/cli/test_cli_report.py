"""`boardmine report`."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from shell import Run


def test_report_writes_one_page(run: Run, filled: Path, tmp_path: Path) -> None:
    ended = run("report", "--db", filled, "--out", tmp_path / "out")
    assert ended.status == 0
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["index.html"]


def test_report_says_what_is_not_installed(
    run: Run, filled: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "altair", None)
    for name in ("boardmine.reports.page", "boardmine.reports.charts"):
        monkeypatch.delitem(sys.modules, name, raising=False)
    ended = run("report", "--db", filled, "--out", tmp_path / "out")
    assert ended.status == 2 and "boardmine[report]" in ended.err
