"""The fuzz target for PDFs, for a short time; BOARDMINE_FUZZ_SECONDS makes it longer."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

TARGET = Path(__file__).with_name("fuzz_pdf.py")


def test_changed_files_are_read_or_refused() -> None:
    seconds = float(os.environ.get("BOARDMINE_FUZZ_SECONDS", "8"))
    command = [sys.executable, str(TARGET), "--seconds", str(seconds)]
    ended = subprocess.run(command, capture_output=True, text=True, timeout=seconds + 180)
    assert ended.returncode == 0, ended.stderr[-2000:]
    read_whole, refused = (int(word) for word in ended.stdout.split() if word.isdigit())
    assert read_whole > 0
    assert refused > 0
