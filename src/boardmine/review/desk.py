"""What one server has open: the store, which is its own while it runs, documents that were read, and pictures."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import duckdb

from boardmine.catalogue import Catalogue
from boardmine.document import Document, Part
from boardmine.errors import InputError, QueryError
from boardmine.review.apart import Apart
from boardmine.review.pictures import Pictures

_MOST_CHARACTERS = 20_000_000
"""Of the documents that are held: ten packs of a thousand pages."""

_SECONDS = 300
_MEGABYTES = 4_000


@dataclass(frozen=True, slots=True)
class Paper:
    """A row of `documents`: key, path, name, format, hash of its content, how many pages."""

    key: str
    path: str
    name: str
    format: str
    content_hash: str
    pages: int | None


@dataclass(frozen=True, slots=True)
class Read:
    """A paper that was read: the document and its parts."""

    document: Document
    parts: tuple[Part, ...]


class Desk:
    """The store is used by one thread at a time: DuckDB has one writer, and a decision must see the one before it."""

    def __init__(self, connection: duckdb.DuckDBPyConnection, catalogue: Catalogue) -> None:
        self.catalogue = catalogue
        self.pictures = Pictures()
        self._connection = connection
        self._lock = threading.RLock()
        self._reading = threading.Lock()
        self._read: OrderedDict[str, Read] = OrderedDict()
        self._apart = Apart(_SECONDS, _MEGABYTES)

    @contextmanager
    def store(self) -> Iterator[duckdb.DuckDBPyConnection]:
        """The store, for this thread alone."""
        with self._lock:
            yield self._connection

    def paper(self, key: str) -> Paper:
        """The paper with a key. Raises QueryError where the store has none: nothing else can be opened."""
        with self.store() as connection:
            rows = connection.execute(
                "SELECT id, path, name, format, content_hash, pages FROM documents WHERE id = ?", [key]
            ).fetchall()
        if not rows:
            raise QueryError(f"there is no paper {key}")
        return Paper(*rows[0])

    def held(self, paper: Paper) -> Read | None:
        """A paper that was read already."""
        return self._read.get(paper.content_hash)

    def read(self, paper: Paper) -> Read:
        """A paper, read again where that has not been done yet; a large pack takes seconds.

        Raises InputError where the file is not there any more, or another than when its numbers were read.
        """
        with self._reading:
            found = self._read.get(paper.content_hash)
            if found is None:
                found = self._apart.call(paper.path, read_again, paper.content_hash)
                self._read[paper.content_hash] = found
                while len(self._read) > 1 and sum(len(r.document.text) for r in self._read.values()) > _MOST_CHARACTERS:
                    self._read.popitem(last=False)
            self._read.move_to_end(paper.content_hash)
            return found

    def close(self) -> None:
        """End the processes."""
        self._apart.close()
        self.pictures.close()


def read_again(path: str, content_hash: str) -> Read:
    """The worker function: the paper at a path, if it is the one whose numbers are in the store. Raises InputError."""
    from boardmine.readers import content_hash as hash_of
    from boardmine.readers import load_source, read
    from boardmine.readers.parts import find_parts

    source = load_source(Path(path))
    if hash_of(Path(path), source) != content_hash:
        raise InputError(path, "has changed since it was read: ingest it again")
    document = read(source)
    return Read(document, find_parts(document))
