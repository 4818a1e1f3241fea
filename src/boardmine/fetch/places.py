"""Where things stand in a folder into which papers are fetched. Imports nothing: whoever looks for papers asks here."""

from __future__ import annotations

from pathlib import Path

HIDDEN = ".fetch"
"""The folder within a folder of papers that holds what is none: the manifest, files that are half there, earlier
versions, files that were set aside. Neither ingest nor watch goes into it."""


def place(folder: Path) -> Path:
    """Where the manifest of a folder stands."""
    return folder / HIDDEN / "manifest.json"
