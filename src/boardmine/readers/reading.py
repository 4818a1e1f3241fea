"""From a file to a `Document`: the format is decided from the bytes, then one reader reads it."""

from __future__ import annotations

import hashlib
from pathlib import Path

from boardmine.document import Document, Format
from boardmine.errors import FileTooLarge, MissingFile
from boardmine.readers.formats import detect
from boardmine.readers.limits import DEFAULT_LIMITS, Limits
from boardmine.readers.sidecar import read_facts
from boardmine.readers.sidecar_names import find_sidecar
from boardmine.readers.source import Source


def load_source(path: Path, limits: Limits = DEFAULT_LIMITS) -> Source:
    """The bytes of a file and what its sidecar says.

    Raises MissingFile where there is no file or it may not be read, FileTooLarge, BadSidecar.
    """
    try:
        size = path.stat().st_size
        if not path.is_file():
            raise MissingFile(path, "is not a file")
        if size > limits.max_bytes:
            raise FileTooLarge(path, f"is {size:,} bytes; the limit is {limits.max_bytes:,}")
        data = path.read_bytes()
    except OSError as error:
        raise MissingFile(path, f"cannot be read: {error.strerror or error}") from error
    return Source(str(path), path.stem, data, read_facts(path), limits)


def read(source: Source) -> Document:
    """The document of a file. Raises an InputError that names the path."""
    form = detect(source)
    # The readers' libraries are slow to import, and a run over text alone needs none of them.
    if form is Format.PDF:
        from boardmine.readers import pdf

        return pdf.read(source)
    if form is Format.DOCX:
        from boardmine.readers import word

        return word.read(source)
    if form is Format.HTML:
        from boardmine.readers import html

        return html.read(source)
    from boardmine.readers import text

    return text.read(source)


def content_hash(path: Path, source: Source) -> str:
    """SHA-256 of a file's bytes and its sidecar's: what decides whether it has changed."""
    digest = hashlib.sha256(source.data)
    sidecar = find_sidecar(path)
    if sidecar is not None:
        digest.update(b"\0" + sidecar.read_bytes())
    return digest.hexdigest()
