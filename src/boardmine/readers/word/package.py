"""The parts of a DOCX file: opened with bounds, parsed by python-docx's parser, which resolves no entities.

python-docx's own `Document` is not used to open the file: it refuses a whole report for a picture that is missing,
and it unpacks before anyone can ask how much there is.
"""

from __future__ import annotations

import io
import posixpath
import zipfile
from dataclasses import dataclass, field

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.parser import parse_xml
from docx.oxml.xmlchemy import BaseOxmlElement

from boardmine.errors import DamagedFile, EncryptedFile, FileTooLarge
from boardmine.readers.formats import ZIP_ERRORS, refuse_ole
from boardmine.readers.source import Source

MAX_ENTRIES = 20_000
"""How many files an archive may list; a report with a thousand pictures has a few thousand."""

_STRICT = b"http://purl.oclc.org/ooxml/"
# Strict Open XML has other names for the same things; only these two name spaces matter to a reader of text.
_TRANSITIONAL = (
    (
        b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    ),
    (
        b"http://purl.oclc.org/ooxml/officeDocument/relationships",
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    ),
)


@dataclass(frozen=True, slots=True)
class Package:
    """The parsed parts of a DOCX file. Parts that the file does not have are None or empty."""

    document: BaseOxmlElement
    styles: BaseOxmlElement | None
    numbering: BaseOxmlElement | None
    notes: dict[str, BaseOxmlElement] = field(default_factory=dict)
    """`footnotes` and `endnotes`."""
    headers: tuple[BaseOxmlElement, ...] = ()
    footers: tuple[BaseOxmlElement, ...] = ()


def open_package(source: Source) -> Package:
    """Unpack and parse what a reader of text needs.

    Raises EncryptedFile, DamagedFile (not an archive, cut short, parts missing or not XML, a document type
    declaration), FileTooLarge (expands beyond the limits, nests too deeply) and, for an old .doc, UnknownFormat.
    """
    refuse_ole(source)
    try:
        with zipfile.ZipFile(io.BytesIO(source.data)) as archive:
            return _Reader(source, archive).package()
    except ZIP_ERRORS as error:
        raise DamagedFile(source.path, "is a DOCX file that is cut short or damaged") from error


class _Reader:
    """Reads parts out of an open archive."""

    def __init__(self, source: Source, archive: zipfile.ZipFile) -> None:
        self._source = source
        self._archive = archive
        entries = archive.infolist()
        self._check(entries)
        self._entries = {entry.filename.replace("\\", "/").lstrip("/").lower(): entry for entry in entries}

    def _check(self, entries: list[zipfile.ZipInfo]) -> None:
        """Refuse bombs by what the archive says of itself; `zipfile` never unpacks more of an entry than it says."""
        limits, size = self._source.limits, len(self._source.data)
        if any(entry.flag_bits & 1 for entry in entries):
            raise EncryptedFile(self._source.path, "needs a password")
        if len(entries) > MAX_ENTRIES:
            raise FileTooLarge(self._source.path, f"is an archive of {len(entries):,} files")
        total = sum(entry.file_size for entry in entries)
        text = sum(entry.file_size for entry in entries if entry.filename.lower().endswith((".xml", ".rels")))
        # XML has its tags besides the text, so that two bytes for a character are still less than a full document.
        if total > limits.max_bytes or total > limits.max_expansion * size or text > 2 * limits.max_characters:
            raise FileTooLarge(self._source.path, f"would unpack from {size:,} to {total:,} bytes")

    def package(self) -> Package:
        """The parts that the main document refers to, and the document itself."""
        main = self._main_name()
        document = self._part(main)
        if document is None:
            raise DamagedFile(self._source.path, "is a DOCX file without its main part, word/document.xml")
        related = self._related(main)

        def first(kind: str) -> BaseOxmlElement | None:
            return next((part for name in related.get(kind, ()) if (part := self._part(name)) is not None), None)

        def every(kind: str) -> tuple[BaseOxmlElement, ...]:
            return tuple(part for name in related.get(kind, ()) if (part := self._part(name)) is not None)

        notes = {"footnotes": first("footnotes"), "endnotes": first("endnotes")}
        return Package(
            document=document,
            styles=first("styles"),
            numbering=first("numbering"),
            notes={kind: part for kind, part in notes.items() if part is not None},
            headers=every("header"),
            footers=every("footer"),
        )

    def _main_name(self) -> str:
        named = self._related("").get(RELATIONSHIP_TYPE.OFFICE_DOCUMENT.rsplit("/", 1)[-1], [])
        return next((name for name in named if name.lower() in self._entries), "word/document.xml")

    def _related(self, name: str) -> dict[str, list[str]]:
        """Names of the parts that a part (the package, where `name` is empty) refers to, by kind of relationship."""
        folder, base = posixpath.split(name)
        rels = self._part(posixpath.join(folder, "_rels", f"{base}.rels"))
        related: dict[str, list[str]] = {}
        for rel in rels if rels is not None else ():
            target = rel.get("Target") or ""
            if rel.get("TargetMode") != "External" and target:
                kind = (rel.get("Type") or "").rsplit("/", 1)[-1]
                related.setdefault(kind, []).append(posixpath.normpath(posixpath.join("/", folder, target))[1:])
        return related

    def _part(self, name: str) -> BaseOxmlElement | None:
        """A part's root element, None where the archive has no such part."""
        entry = self._entries.get(name.lower())
        if entry is None:
            return None
        data = self._archive.read(entry)
        # Office never writes a document type; what has one wants to reach files, hosts or memory through entities.
        bare = data.replace(b"\x00", b"") if b"\x00" in data else data  # XML in UTF-16 has NUL bytes
        if b"<!DOCTYPE" in bare or b"<!ENTITY" in bare:
            raise DamagedFile(self._source.path, f"declares a document type in {name}, which no DOCX may")
        if _STRICT in data:
            for strict, transitional in _TRANSITIONAL:
                data = data.replace(strict, transitional)
        try:
            return parse_xml(data)
        except SyntaxError as error:  # what lxml raises is a SyntaxError, and lxml has no types to import
            if "depth" in str(error):
                raise FileTooLarge(self._source.path, f"nests elements too deeply in {name}") from error
            raise DamagedFile(self._source.path, f"has broken XML in {name}") from error
