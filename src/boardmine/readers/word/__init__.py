"""The DOCX reader: headings, lists, tables and text boxes of a Word file become a `Document`."""

from __future__ import annotations

from collections.abc import Iterator

from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from boardmine.document import BlockKind, Document, Facts, Format
from boardmine.errors import DamagedFile, NoText
from boardmine.readers.sidecar import merge
from boardmine.readers.source import Source
from boardmine.readers.word.body import BodyReader
from boardmine.readers.word.package import open_package

_GRAPHIC = "{http://schemas.openxmlformats.org/drawingml/2006/main}graphicData"
_UNREAD = (("chart", "chart"), ("diagram", "diagram"))


def read(source: Source) -> Document:
    """Read a DOCX file.

    Blocks stand in the order of the body; running heads come first and running feet last, as furniture; notes stand
    before the next heading. A nested table follows the table that it is in. There are no pages and no boxes.

    Raises EncryptedFile, DamagedFile, FileTooLarge, NoText, and UnknownFormat for an old .doc.
    """
    package = open_package(source)
    body = package.document.find(qn("w:body"))
    if body is None:
        raise DamagedFile(source.path, "is a DOCX file without a body")
    reader = BodyReader(source, package)
    reader.furniture(package.headers)
    reader.body(body)
    reader.finish()
    reader.furniture(package.footers)
    blocks = reader.flow.blocks
    if all(block.kind is BlockKind.FURNITURE for block in blocks):
        raise NoText(source.path, "is a DOCX file without text; what it shows may be pictures")
    return Document(
        name=source.name,
        format=Format.DOCX,
        text=reader.flow.builder.text(),
        blocks=tuple(blocks),
        facts=merge(Facts(title=reader.title), source.facts),
        notes=tuple(_unread(body)),
    )


def _unread(body: BaseOxmlElement) -> Iterator[str]:
    """What stands in the file and is not read, so that nobody takes silence for absence."""
    graphics = [element.get("uri") or "" for element in body.iter(_GRAPHIC)]
    counts = [(sum(1 for uri in graphics if f"/{kind}" in uri.lower()), name) for kind, name in _UNREAD]
    counts.append((sum(1 for _ in body.iter(qn("w:object"))), "embedded object"))
    counts.append((sum(1 for _ in body.iter(qn("w:altChunk"))), "embedded document"))
    for count, name in counts:
        if count:
            yield f"{count} {name}{'s' if count > 1 else ''} not read"
