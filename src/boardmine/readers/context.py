"""The text of a paper, to show the words around a quote."""

from __future__ import annotations

from pathlib import Path

from boardmine.errors import InputError
from boardmine.readers.reading import content_hash, load_source, read


def context_of(path: str, known_hash: str) -> str | None:
    """The text of the file at a path, or None where the file is not there any more, or is another one than when its
    numbers were read: offsets into it would mean nothing."""
    file = Path(path)
    try:
        source = load_source(file)
        if content_hash(file, source) != known_hash:
            return None
        return read(source).text
    except InputError:
        return None
