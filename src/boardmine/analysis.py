"""The one place where readers and extractors meet: a file goes in, what it says comes out.

`analyse` is what batch work, the command line and the tests call. It is a pure function of the file's bytes, its
sidecar and the catalogue: no database, no clock, no network.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from boardmine.catalogue import Catalogue, catalogue
from boardmine.checks.ledger import Ledger, ledger_of
from boardmine.document import Document, Part
from boardmine.extractors import extract
from boardmine.language.annotate import Annotator
from boardmine.readers.limits import DEFAULT_LIMITS, Limits
from boardmine.readers.parts import find_parts
from boardmine.readers.reading import content_hash, load_source, read
from boardmine.readers.source import Source
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


@cache
def annotator_of(fingerprint: str) -> Annotator:
    """The language pipeline of the catalogue that comes with boardmine, made once a process."""
    return Annotator(catalogue())


def analyse(
    path: Path,
    limits: Limits = DEFAULT_LIMITS,
    with_catalogue: Catalogue | None = None,
    parse: Callable[[Source], Document] = read,
) -> Analysis:
    """What the file at `path` says. Raises an InputError that names the path.

    `parse` makes the document of a source: the readers, or something that remembers what they made.
    """
    metrics = with_catalogue or catalogue()
    annotator = Annotator(metrics) if with_catalogue else annotator_of(metrics.fingerprint)
    source = load_source(path, limits)
    document = parse(source)
    parts = find_parts(document)
    extraction = extract(document, parts, annotator, metrics)
    ledger = ledger_of(document, parts, extraction.readings, extraction.observations)
    return Analysis(path, content_hash(path, source), document, parts, extraction.observations, ledger)
