"""The one place where readers and extractors meet: a file goes in, what it says comes out.

`analyse` is what batch work, the command line and the tests call. It is a pure function of the file's bytes, its
sidecar and the catalogue: no database, no clock, no network.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from boardmine.checks.ledger import Ledger
from boardmine.document import Document, Part
from boardmine.records import Observation


@dataclass(frozen=True, slots=True)
class Analysis:
    """What one file says: the document, its parts, its observations in reading order, and its ledger of numerals.

    `content_hash` is the SHA-256 of the file's bytes and its sidecar's; `path` is as it was given.
    """

    path: Path
    content_hash: str
    document: Document
    parts: tuple[Part, ...]
    observations: tuple[Observation, ...]
    ledger: Ledger
