"""The rules that read, as one fingerprint: what decides whether a document should be read again though its file is the
same.

The rules are the code of readers, language and extractors and the catalogue. The fingerprint is taken of the files
themselves, so that nobody has to remember to raise a number.
"""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path

import boardmine
from boardmine.catalogue import catalogue

_CODE = (
    "analysis.py",
    "catalogue",
    "checks/ledger.py",
    "document.py",
    "extractors",
    "language",
    "readers",
    "records.py",
)


@cache
def fingerprint() -> str:
    """12 hexadecimal digits. Raises CatalogueError where the catalogue is wrong."""
    package = Path(boardmine.__file__).parent
    digest = hashlib.sha256(catalogue().fingerprint.encode())
    for name in _CODE:
        start = package / name
        for file in [start] if start.is_file() else sorted(start.rglob("*.py")):
            digest.update(file.relative_to(package).as_posix().encode() + b"\0" + file.read_bytes())
    return digest.hexdigest()[:12]
