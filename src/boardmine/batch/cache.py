"""Parsed documents on disk, so that new rules of extraction do not read the same PDFs again.

A folder of files, each a document by the hash of the bytes it was made of, its name and facts, the limits, and the code
that made it: what would be read otherwise has another name. The folder may be deleted at any time, shared by
processes, and holds no more than it is told to.
"""

from __future__ import annotations

import hashlib
import io
import os
import pickle
import tempfile
import time
import zlib
from array import array
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import boardmine.document
from boardmine.batch.rules import of_readers
from boardmine.document import Document
from boardmine.readers.source import Source

MOST_BYTES = 2_000_000_000
"""What a cache holds when no more is said: some twenty thousand reports, or four hundred packs of 500 pages."""

_ENDING = ".document"
_HALF_WRITTEN = ".part"
_ABANDONED = 3600
"""Seconds after which a file that is still half written belongs to a process that was killed."""

_FASTEST = 1
_REMAKE_ARRAY = array("I").__reduce_ex__(pickle.HIGHEST_PROTOCOL)[0]
_NAMED = {
    (_REMAKE_ARRAY.__module__, _REMAKE_ARRAY.__name__): _REMAKE_ARRAY,  # type: ignore[union-attr]
    ("array", "array"): array,
    ("datetime", "date"): date,
}
"""What a document is made of beside the classes of `boardmine.document`."""


@dataclass(frozen=True, slots=True)
class Cache:
    """A cache in a folder, which is made where there is none."""

    folder: Path
    most_bytes: int = MOST_BYTES

    def reader(self, read: Callable[[Source], Document]) -> Callable[[Source], Document]:
        """The same reader, with a memory."""

        def remembered(source: Source) -> Document:
            file = self.folder / f"{key_of(source)}{_ENDING}"
            document = _load(file)
            if document is None:
                document = read(source)
                _save(file, document)
            return document

        return remembered

    def trim(self) -> int:
        """Delete what was not used for longest, until the cache holds no more than it may; gives back how many bytes
        it holds then."""
        held = []
        for file in self.folder.glob(f"*{_ENDING}"):
            with suppress(OSError):
                found = file.stat()
                held.append((found.st_mtime_ns, found.st_size, file))
        for file in self.folder.glob(f"*{_HALF_WRITTEN}"):
            with suppress(OSError):
                if time.time() - file.stat().st_mtime > _ABANDONED:
                    file.unlink()
        total = sum(size for _, size, _ in held)
        for _, size, file in sorted(held):
            if total <= self.most_bytes:
                break
            file.unlink(missing_ok=True)
            total -= size
        return total


def key_of(source: Source) -> str:
    """What decides the document that is made of a source, as 32 hexadecimal digits."""
    digest = hashlib.sha256(source.data)
    digest.update(repr((source.name, source.facts, source.limits, of_readers())).encode("utf-8", "backslashreplace"))
    return digest.hexdigest()[:32]


def _load(file: Path) -> Document | None:
    """The document of a file; None where there is none, or none that can be used."""
    try:
        document = _Documents(io.BytesIO(zlib.decompress(file.read_bytes()))).load()
    except (OSError, zlib.error, pickle.UnpicklingError, EOFError, ValueError, TypeError, AttributeError, IndexError):
        return None
    if not isinstance(document, Document):
        return None
    # Used now: what is deleted first is what was not used for longest.
    with suppress(OSError):
        os.utime(file)
    return document


def _save(file: Path, document: Document) -> None:
    """Whole or not at all. A disk that is full costs the cache, not the run."""
    with suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True)
        descriptor, name = tempfile.mkstemp(dir=file.parent, suffix=_HALF_WRITTEN)
        try:
            with os.fdopen(descriptor, "wb") as opened:
                opened.write(zlib.compress(pickle.dumps(document, pickle.HIGHEST_PROTOCOL), _FASTEST))
            Path(name).replace(file)
        except OSError:
            Path(name).unlink(missing_ok=True)


class _Documents(pickle.Unpickler):
    """Makes documents and nothing else, whatever somebody has put into the folder."""

    def find_class(self, module: str, name: str) -> Any:
        if (module, name) in _NAMED:
            return _NAMED[module, name]
        if module.startswith("boardmine.document."):
            found = getattr(boardmine.document, name, None)
            if isinstance(found, type) and found.__module__ == module:
                return found
        raise pickle.UnpicklingError(f"{module}.{name} is no part of a document")
