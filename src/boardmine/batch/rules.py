"""The rules that read, as one fingerprint: what decides whether a document should be read again though its file is the
same.

The rules are the code of readers, language and extractors, the catalogue, and what a run says about limits and
families. The fingerprint is taken of the files themselves, so that nobody has to remember to raise a number.
"""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path

import boardmine
from boardmine.batch.reading import DEFAULT_READING, Reading
from boardmine.resources import folder

_CODE = (
    "analysis.py",
    "catalogue",
    "checks/ledger",
    "document",
    "extractors",
    "language",
    "readers",
    "records",
)
_CATALOGUE = ("areas.yaml", "dimensions.yaml", "vocabulary.yaml")
_READERS = ("document", "errors.py", "readers")


def fingerprint(reading: Reading = DEFAULT_READING) -> str:
    """12 hexadecimal digits, the same for readings that differ in speed alone."""
    if (reading.limits, reading.families) == (DEFAULT_READING.limits, DEFAULT_READING.families):
        return of_code()
    said = f"{of_code()} {reading.limits} {sorted(reading.families)}"
    return hashlib.sha256(said.encode()).hexdigest()[:12]


@cache
def of_code() -> str:
    """The fingerprint of code and catalogue."""
    # Of the files: a run that has nothing to read need not load the catalogue.
    schemas = folder("schemas")
    files = [schemas / name for name in _CATALOGUE] + sorted((schemas / "metrics").glob("*.yaml"))
    return _digest([(file.relative_to(schemas), file) for file in files] + _modules(_CODE))


@cache
def of_readers() -> str:
    """The fingerprint of what makes a document of a file."""
    return _digest(_modules(_READERS))


def _modules(names: tuple[str, ...]) -> list[tuple[Path, Path]]:
    """The modules of boardmine that are or stand under these, by their place in the package."""
    package = Path(boardmine.__file__).parent
    places = [package / name for name in names]
    files = [file for place in places for file in ([place] if place.is_file() else sorted(place.rglob("*.py")))]
    return [(file.relative_to(package), file) for file in files]


def _digest(files: list[tuple[Path, Path]]) -> str:
    digest = hashlib.sha256()
    for place, file in files:
        content = file.read_bytes()
        digest.update(f"{place.as_posix()} {len(content)}\0".encode() + content)
    return digest.hexdigest()[:12]
