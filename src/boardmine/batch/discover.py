"""Finds the papers under files and folders."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from boardmine.fetch.places import HIDDEN, place
from boardmine.readers.sidecar_names import is_sidecar

PASSED_OVER = frozenset(
    ".bat .cfg .css .csv .db .duckdb .ini .ipynb .js .json .jsonl .lock .log .parquet .ps1 .py .pyc .sh .sql .sqlite "
    ".toml .wal .xml .yaml .yml".split()
)
"""Endings of programs and data, which are text to a reader but no papers. In a folder such files are passed over; a
file that is named on the command line is read whatever its ending. Pictures, spreadsheets and the like are not in the
list: somebody may think that they were read, so they are refused by name."""


@dataclass(slots=True)
class Found:
    """The papers, each once, in order; the folders that were searched, and those among them and in them into which
    papers were fetched; how many files in folders were passed over, by what they are; and the folders that may not be
    searched, with the reason."""

    files: list[Path] = field(default_factory=list)
    passed_over: Counter[str] = field(default_factory=Counter)
    folders: list[Path] = field(default_factory=list)
    fetched: list[Path] = field(default_factory=list)
    closed: dict[Path, str] = field(default_factory=dict)


def discover(paths: Iterable[Path]) -> Found:
    """The papers that files and folders (with all folders in them) hold.

    Those of a folder come in order of their path. A file that is reached twice, also by another name or a link, is
    there once. What does not exist is given back too: whoever reads it says so. Sidecars belong to their papers;
    hidden files, files named README, programs and data are no papers.
    """
    found = Found()
    seen: set[str] = set()
    for path in paths:
        if path.is_dir():
            found.folders.append(path)
        for file in _within(path, found) if path.is_dir() else _named(path):
            # Not Path.resolve(): links that lead in a circle end that.
            resolved = os.path.realpath(file)
            if resolved not in seen:
                seen.add(resolved)
                found.files.append(file)
    return found


def listed(content: bytes) -> list[Path]:
    """The paths of a list: one a line, or each ended by a zero byte, as `find -print0` writes them."""
    names = content.split(b"\0") if b"\0" in content else content.splitlines()
    return [Path(os.fsdecode(name)) for name in names if name.strip()]


def _named(path: Path) -> Iterator[Path]:
    if not is_sidecar(path):
        yield path


def _within(folder: Path, found: Found) -> Iterator[Path]:
    def closed(error: OSError) -> None:
        found.closed[Path(error.filename)] = f"this folder cannot be searched: {error.strerror}"

    for root, folders, names in os.walk(folder, onerror=closed):
        if HIDDEN in folders and place(Path(root)).is_file():
            found.fetched.append(Path(root))
        folders[:] = sorted(name for name in folders if not name.startswith(".") and name != "__pycache__")
        for name in sorted(names):
            path = Path(root, name)
            if name.startswith((".", "~$")) or is_sidecar(path) or not path.is_file():
                continue
            other = "README" if path.stem.upper() == "README" else path.suffix.lower()
            if other == "README" or other in PASSED_OVER:
                found.passed_over[other] += 1
            else:
                yield path
