"""The benchmark runs, small: what it makes up is what the store takes, and every question has an answer."""

from __future__ import annotations

import runpy
import sys
from pathlib import Path

import pytest

SCRIPT = Path(__file__).resolve().parents[2] / "benchmarks" / "store_scale.py"


def test_the_benchmark_loads_and_asks(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(
        sys, "argv", ["store_scale.py", "--observations", "3000", "--keep", str(tmp_path / "scale.duckdb")]
    )
    with pytest.raises(SystemExit):
        runpy.run_path(str(SCRIPT), run_name="__main__")
    printed = capsys.readouterr().out
    assert "3,000 observations in 3 papers" in printed
    for question in ("series, one metric", "as_known_on, all", "scorecard", "coverage", "neet_breakdown"):
        assert question in printed
