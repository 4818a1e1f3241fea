"""The script that judges council by council."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = Path(__file__).resolve().parents[2] / "benchmarks" / "councils.py"
CLAIM = "There were {} children looked after on 31 March 2023."


def paper(folder: Path, name: str, council: str, said: int, wanted: int) -> str:
    """Write a paper that says one number, and give the record of the one that is wanted."""
    (folder / f"{name}.txt").write_text(CLAIM.format(said) + "\n", encoding="utf-8")
    (folder / f"{name}.txt.meta.json").write_text(json.dumps({"council": council, "date": "2023-04-18"}), "utf-8")
    record = {"doc": name, "metric": "cla.count", "value": wanted, "unit": "count", "quote": CLAIM.format(wanted)}
    return json.dumps(record) + "\n"


def call(*arguments: object) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(SCRIPT), *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True)


def test_councils_and_their_spread(tmp_path: Path) -> None:
    records = [
        paper(tmp_path, "a", "Wexcombe Borough Council", 412, 412),
        paper(tmp_path, "b", "Wexcombe", 97, 98),
        paper(tmp_path, "c", "Marlbury City Council", 503, 503),
        paper(tmp_path, "d", "Ostley Council", 11, 12).replace("}", ', "optional": true}'),
    ]
    gold = tmp_path / "gold.jsonl"
    gold.write_text("".join(records), encoding="utf-8")
    rows = [
        [cell.strip(" *") for cell in line.strip("|").split("|")]
        for line in call(tmp_path, "--gold", gold).stdout.splitlines()[2:]
    ]
    assert rows[:3] == [
        ["Wexcombe", "2", "0.500", "0.500", "0.500"],
        ["Marlbury", "1", "1.000", "1.000", "1.000"],
        ["all together", "3", "0.571", "0.571", "0.571"],
    ]
    assert [float(row[-1]) for row in rows[3:]] == pytest.approx([0.5, 0.625, 0.75, 0.875, 1.0])
    assert rows[3][0] == "minimum of 2 councils"


def test_a_paper_that_is_missing_is_said(tmp_path: Path) -> None:
    gold = tmp_path / "gold.jsonl"
    gold.write_text(paper(tmp_path, "a", "Wexcombe", 1, 1).replace('"a"', '"b"'), encoding="utf-8")
    ended = call(tmp_path, "--gold", gold)
    assert ended.returncode == 1
    assert "missing: b" in ended.stderr
