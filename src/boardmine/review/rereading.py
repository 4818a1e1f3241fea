"""Reads a paper again, to show it. Light to import: it runs in a process of its own."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from boardmine.document import Document, Part
from boardmine.errors import InputError


@dataclass(frozen=True, slots=True)
class Read:
    """A paper that was read: the document and its parts."""

    document: Document
    parts: tuple[Part, ...]


def read_again(path: str, content_hash: str) -> Read:
    """The paper at a path, if it is the one whose numbers are in the store. Raises InputError."""
    from boardmine.readers.parts import find_parts
    from boardmine.readers.reading import content_hash as hash_of
    from boardmine.readers.reading import load_source, read

    source = load_source(Path(path))
    if hash_of(Path(path), source) != content_hash:
        raise InputError(path, "has changed since it was read: ingest it again")
    document = read(source)
    return Read(document, find_parts(document))
