"""`make demo` runs, and shows what it promises."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from shell import SAMPLES


@pytest.mark.skipif(os.name == "nt", reason="a shell script")
def test_the_demo_runs(tmp_path: Path) -> None:
    # As installed, but for the interpreter: the one that runs the tests.
    launcher = tmp_path / "boardmine"
    launcher.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m boardmine "$@"\n', encoding="utf-8")
    launcher.chmod(0o755)
    settings = os.environ | {"BIN": str(tmp_path), "DEMO_DB": str(tmp_path / "demo.duckdb"), "COLUMNS": "80"}
    command = ["sh", str(SAMPLES / "demo.sh")]
    ended = subprocess.run(command, capture_output=True, text=True, env=settings, check=False)
    assert (ended.returncode, ended.stderr) == (0, "")
    assert re.search(r"^new +4 ", ended.stdout, re.M)
    assert "became observations" in ended.stdout
    assert "available_for_work" in ended.stdout
    assert (tmp_path / "demo.duckdb").exists()
