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
from boardmine.catalogue import catalogue

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


def fingerprint(reading: Reading = DEFAULT_READING) -> str:
    """12 hexadecimal digits, the same for readings that differ in speed alone. Raises CatalogueError where the
    catalogue is wrong."""
    if (reading.limits, reading.families) == (DEFAULT_READING.limits, DEFAULT_READING.families):
        return of_code()
    said = f"{of_code()} {reading.limits} {sorted(reading.families)}"
    return hashlib.sha256(said.encode()).hexdigest()[:12]


@cache
def of_code() -> str:
    """The fingerprint of code and catalogue."""
    package = Path(boardmine.__file__).parent
    digest = hashlib.sha256(catalogue().fingerprint.encode())
    for name in _CODE:
        start = package / name
        for file in [start] if start.is_file() else sorted(start.rglob("*.py")):
            digest.update(file.relative_to(package).as_posix().encode() + b"\0" + file.read_bytes())
    return digest.hexdigest()[:12]
