"""Which file is the sidecar of which: told by their names alone."""

from __future__ import annotations

from pathlib import Path

ENDING = ".meta.json"


def is_sidecar(path: Path) -> bool:
    """Whether a file is a sidecar by its name, and so not a document."""
    return path.name.lower().endswith(ENDING)


def find_sidecar(path: Path) -> Path | None:
    """The sidecar of a file, if there is one: `report.docx.meta.json`, else `report.meta.json`."""
    for name in (path.name + ENDING, path.stem + ENDING):
        candidate = path.with_name(name)
        if candidate != path and candidate.is_file():
            return candidate
    return None
