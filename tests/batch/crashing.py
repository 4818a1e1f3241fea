"""Readers with faults of ours. Workers import them by name."""

from __future__ import annotations

from pathlib import Path

from boardmine.batch.reading import Reading
from boardmine.batch.work import read_rows as read_rightly
from boardmine.store.rows import DocumentRows


def read_rows(path: Path, reading: Reading) -> DocumentRows:
    if path.suffix == ".pdf":
        raise ZeroDivisionError("of\nours")
    return read_rightly(path, reading)
