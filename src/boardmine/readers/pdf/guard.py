"""Bounds on a file before PDFium opens it: what it would take to unpack its streams and to draw its forms.

PDFium cannot be stopped once it is at work on a page. A stream may unpack to a thousand times its size, and a form
that draws another twice, which draws another twice, doubles the work forty times over. Both are found by looking for
streams in the bytes as they are, which takes a hundredth of the time of reading. Objects are not resolved as a reader
of PDF would, so what hides behind filters other than Flate is not seen here; a run over many files has limits of
time and memory of its own.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field

from boardmine.errors import FileTooLarge
from boardmine.readers.source import Source

MOST_UNPACKED = 200_000_000
"""Bytes that one stream may unpack to, pictures aside, which are not unpacked to be read."""

MOST_DRAWINGS = 3_000_000
"""How often forms may be drawn within a form; a map has a few thousand."""

_LEAST_PACKED = MOST_UNPACKED // 1032
"""A shorter stream cannot unpack to as much: Flate packs 1,032 bytes into one at best."""

_LONGEST_DICTIONARY = 2_000
_LONGEST_CONTENT = 4_000_000
_CHUNK = 1_000_000

_OBJECT = re.compile(rb"(\d{1,9})\s+\d+\s+obj\b")
_REFERENCE = re.compile(rb"(\d{1,9})\s+\d+\s+R\b")
_XOBJECTS = re.compile(rb"/XObject\s*(?:<<(?P<names>.*?)>>|(?P<at>\d{1,9})\s+\d+\s+R)", re.DOTALL)
_RESOURCES = re.compile(rb"/Resources\s+(\d{1,9})\s+\d+\s+R")
_DRAWS = re.compile(rb"\bDo\b")


@dataclass(slots=True)
class _Form:
    """A form: how many times it draws something, and the numbers of what it may draw."""

    draws: int
    holds: set[int] = field(default_factory=set)


def check_objects(source: Source) -> None:
    """Raise FileTooLarge where a stream unpacks to, or forms draw, beyond all measure."""
    forms: dict[int, _Form] = {}
    for begun, dictionary, body in _streams(source.data):
        filters = dictionary.count(b"/FlateDecode")
        large = filters > 1 or (filters and len(body) > _LEAST_PACKED)
        if large and b"/Image" not in dictionary and _unpacked(body, filters) > MOST_UNPACKED:
            raise FileTooLarge(source.path, f"a stream in it unpacks to more than {MOST_UNPACKED:,} bytes")
        holds = _held(source.data, dictionary) if b"/Form" in dictionary else None
        number = _OBJECT.search(source.data, max(0, begun - 16), begun + 4) if holds else None
        if holds and number:
            forms[int(number[1])] = _Form(_draws(body, filters), holds)
    drawings: dict[int, int] = {}
    for form in forms:
        if _drawings(form, forms, drawings) > MOST_DRAWINGS:
            raise FileTooLarge(source.path, f"forms in it draw each other more than {MOST_DRAWINGS:,} times")


def _streams(data: bytes) -> Iterator[tuple[int, bytes, memoryview]]:
    """The streams of a file: where the word for its object stands, its dictionary, its bytes as they are packed."""
    view = memoryview(data)
    at = data.find(b"stream")
    while at >= 0:
        begun = data.rfind(b" obj", max(0, at - _LONGEST_DICTIONARY), at)
        start = at + len(b"stream")
        end = data.find(b"endstream", start)
        end = end if end >= 0 else len(data)
        if begun >= 0:
            yield begun, data[begun:at], view[start + (2 if data[start : start + 1] == b"\r" else 1) : end]
        at = data.find(b"stream", end + len(b"endstream"))


def _unpacked(body: memoryview | bytes, filters: int) -> int:
    """The size that a stream unpacks to, as far as it is of interest."""
    size = 0
    for chunk in _chunks(body):
        size += _unpacked(chunk, filters - 1) if filters > 1 else len(chunk)
        if size > MOST_UNPACKED:
            break
    return size


def _chunks(body: memoryview | bytes) -> Iterator[bytes]:
    """A stream unpacked piece by piece, up to where it is damaged."""
    unpacker = zlib.decompressobj()
    rest: memoryview | bytes = body
    while True:
        try:
            chunk = unpacker.decompress(rest, _CHUNK)
        except zlib.error:
            return
        if not chunk:
            return
        yield chunk
        rest = unpacker.unconsumed_tail


def _draws(body: memoryview, filters: int) -> int:
    content = b"".join(_first(_chunks(body))) if filters else bytes(body[:_LONGEST_CONTENT])
    return len(_DRAWS.findall(content))


def _first(chunks: Iterator[bytes]) -> Iterator[bytes]:
    length = 0
    for chunk in chunks:
        yield chunk
        length += len(chunk)
        if length > _LONGEST_CONTENT:
            return


def _held(data: bytes, dictionary: bytes) -> set[int]:
    """The numbers of the objects that a form's resources name to be drawn."""
    resources = [dictionary, *(_object(data, int(m[1])) for m in _RESOURCES.finditer(dictionary))]
    named = [
        found["names"] if found["at"] is None else _object(data, int(found["at"]))
        for part in resources
        for found in _XOBJECTS.finditer(part)
    ]
    return {int(m[1]) for names in named for m in _REFERENCE.finditer(names)}


def _object(data: bytes, number: int) -> bytes:
    """The beginning of an object by its number; nothing where it is packed away."""
    found = re.search(rb"(?<!\d)%d\s+\d+\s+obj\b" % number, data)
    if found is None:
        return b""
    end = data.find(b"endobj", found.end(), found.end() + _LONGEST_DICTIONARY)
    return data[found.end() : end if end >= 0 else found.end() + _LONGEST_DICTIONARY]


def _drawings(number: int, forms: dict[int, _Form], known: dict[int, int]) -> int:
    """How often something is drawn within a form, at the most. One that draws itself is stopped by PDFium."""
    if number in known:
        return known[number]
    known[number] = 1
    form = forms[number]
    deepest = max((_drawings(held, forms, known) for held in form.holds if held in forms), default=1)
    known[number] = min(1 + form.draws * deepest, MOST_DRAWINGS + 1)
    return known[number]
