"""A paper of a few lines, with what its ledger says."""

from __future__ import annotations

import json
from pathlib import Path

from boardmine.analysis import Analysis, analyse
from boardmine.checks.ledger import Entry

MEETING = {"council": "Wexcombe Borough Council", "date": "2024-11-12"}


def analysed(folder: Path, text: str) -> Analysis:
    """A Markdown paper of a council's meeting, analysed."""
    path = folder / "paper.md"
    path.write_text(text, encoding="utf-8")
    (folder / "paper.meta.json").write_text(json.dumps(MEETING), encoding="utf-8")
    return analyse(path)


def entered(folder: Path, text: str) -> list[tuple[str, str, str]]:
    """The number, fate and note of each entry in a paper's ledger."""
    return [_told(entry) for entry in analysed(folder, text).ledger.entries]


def fates(folder: Path, text: str) -> list[tuple[str, str]]:
    """The number and fate of each entry in a paper's ledger."""
    return [told[:2] for told in entered(folder, text)]


def _told(entry: Entry) -> tuple[str, str, str]:
    return entry.text, entry.fate.value, entry.note
