"""Pages as pictures, made on demand in a process of their own, and kept within a bound."""

from __future__ import annotations

import io
import threading
from collections import OrderedDict
from pathlib import Path

from boardmine.errors import InputError
from boardmine.review.apart import Apart

DENSITIES = (96, 192)
"""Dots an inch that a picture may be asked for in: as a page is seen, and enlarged or on a sharp screen."""

MOST_BYTES = 64_000_000
"""What is kept of pictures: some five hundred pages."""

_SECONDS = 30
_MEGABYTES = 2_000


class Pictures:
    """Pages as PNG, those that were not asked for longest forgotten first."""

    def __init__(self, most_bytes: int = MOST_BYTES) -> None:
        self._most = most_bytes
        self._held: OrderedDict[tuple[str, int, int], bytes] = OrderedDict()
        self._bytes = 0
        self._lock = threading.Lock()
        self._apart = Apart(_SECONDS, _MEGABYTES)

    @property
    def held_bytes(self) -> int:
        """How many bytes of pictures are kept."""
        return self._bytes

    def page(self, path: str, content_hash: str, number: int, dots: int) -> bytes:
        """A page (from 1) of the PDF at a path. Raises InputError where the file is another now or cannot be drawn, and
        ValueError for a density that is none of DENSITIES."""
        if dots not in DENSITIES:
            raise ValueError(dots)
        key = (content_hash, number, dots)
        with self._lock:
            if key in self._held:
                self._held.move_to_end(key)
                return self._held[key]
        picture = self._apart.call(path, draw, content_hash, number, dots)
        with self._lock:
            if key not in self._held and len(picture) <= self._most:
                self._held[key] = picture
                self._bytes += len(picture)
            while self._bytes > self._most:
                self._bytes -= len(self._held.popitem(last=False)[1])
        return picture

    def close(self) -> None:
        """End the process that draws."""
        self._apart.close()


def draw(path: str, content_hash: str, number: int, dots: int) -> bytes:
    """The worker function: a page as PNG. Raises an InputError."""
    from boardmine.readers.pdf.picture import page_picture
    from boardmine.readers.reading import content_hash as hash_of
    from boardmine.readers.reading import load_source

    source = load_source(Path(path))
    if hash_of(Path(path), source) != content_hash:
        raise InputError(path, "has changed since it was read: ingest it again")
    picture = page_picture(source, number, dots)
    written = io.BytesIO()
    # Pages are few colours on white: a palette is a third of the size and looks the same.
    picture.quantize(128).save(written, "PNG")
    return written.getvalue()
