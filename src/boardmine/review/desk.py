"""What one server has open: the store, which is its own while it runs, documents that were read, and pictures."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import duckdb

from boardmine.catalogue import Catalogue
from boardmine.errors import QueryError
from boardmine.review.apart import Apart
from boardmine.review.pictures import Pictures
from boardmine.review.rereading import Read, read_again

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
