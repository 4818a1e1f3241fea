"""What a file is, decided from its bytes: PDF, DOCX, HTML or text. The name is not asked."""

from __future__ import annotations

import io
import re
import struct
import zipfile
import zlib

from boardmine.document import Format
from boardmine.errors import DamagedFile, EmptyFile, EncryptedFile, FileTooLarge, UnknownFormat
from boardmine.readers.source import Source

ZIP_ERRORS = (
    zipfile.BadZipFile,
    NotImplementedError,
    RuntimeError,
    zlib.error,
    struct.error,
    EOFError,
    OSError,
    ValueError,
    OverflowError,
)
"""What `zipfile` raises on damaged archives: it has an error of its own, but does not keep to it."""

PDF_WINDOW = 65_536
"""Bytes in which the header of a PDF is looked for: a gateway that adds its own before it adds a page of them."""

_HEAD = 16_384
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

# (offset, bytes, what it is): only what people drop into a folder of papers by mistake.
_SIGNATURES: tuple[tuple[int, bytes, str], ...] = (
    (0, b"\x89PNG\r\n\x1a\n", "a PNG picture"),
    (0, b"\xff\xd8\xff", "a JPEG picture"),
    (0, b"GIF87a", "a GIF picture"),
    (0, b"GIF89a", "a GIF picture"),
    (0, b"II*\x00", "a TIFF picture"),
    (0, b"MM\x00*", "a TIFF picture"),
    (8, b"WEBP", "a WebP picture"),
    (8, b"WAVE", "a sound recording"),
    (4, b"ftyp", "a video or sound recording"),
    (0, b"ID3", "a sound recording"),
    (0, b"\x1aE\xdf\xa3", "a video"),
    (0, b"{\\rtf", "an RTF document"),
    (0, b"%!PS", "a PostScript file"),
    (0, b"\x1f\x8b", "a gzip archive"),
    (0, b"BZh", "a bzip2 archive"),
    (0, b"\xfd7zXZ\x00", "an xz archive"),
    (0, b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
    (0, b"Rar!\x1a\x07", "a RAR archive"),
    (257, b"ustar", "a tar archive"),
    (0, b"SQLite format 3\x00", "an SQLite database"),
    (8, b"DUCK", "a DuckDB database"),
    (0, b"PAR1", "a Parquet file"),
    (0, b"\x7fELF", "a program"),
    (0, b"MZ\x90\x00", "a program"),
    (0, b"\x00\x01\x00\x00Standard ", "an Access database"),
)

# Streams of an OLE container and what they give away; names stand in UTF-16.
_OLE_STREAMS = (
    ("WordDocument", "an old Word .doc (OLE): save it as .docx or PDF"),
    ("Workbook", "an old Excel .xls (OLE)"),
    ("PowerPoint Document", "an old PowerPoint .ppt (OLE)"),
    ("__substg1.0_", "an Outlook message"),
)

_ZIP_MEMBERS = (
    ("xl/", "an Excel workbook"),
    ("ppt/", "a PowerPoint presentation"),
    ("visio/", "a Visio drawing"),
    ("META-INF/container.xml", "an EPUB book"),
    ("content.xml", "an OpenDocument file: save it as .docx or PDF"),
)

_COMMENTS = re.compile(r"(?:\s+|<\?xml[^>]*>|<!--(?:.*?-->|.*))+", re.DOTALL)
_HTML_START = re.compile(r"<(?:!doctype\s+html|html|head|body|title|meta)\b", re.IGNORECASE)
_FRAGMENT_START = re.compile(
    r"<(?:div|p|table|section|article|main|h[1-6]|ul|ol|dl|span|style|script|link|base|center|font|form|header|nav)\b",
    re.IGNORECASE,
)
_MAIL = re.compile(r"(?:(?:from|to|subject|mime-version|date|received|return-path|content-type):[^\n]*\r?\n){2}", re.I)


def detect(source: Source) -> Format:
    """The format of a file's bytes.

    Raises EmptyFile (no bytes or white space alone), FileTooLarge, EncryptedFile (an Office file with a password),
    DamagedFile (an archive cut short) and UnknownFormat, which says what the file looks like.
    """
    data = source.data
    if len(data) > source.limits.max_bytes:
        raise FileTooLarge(source.path, f"is {len(data):,} bytes; the limit is {source.limits.max_bytes:,}")
    if not data[:_HEAD].strip(b" \t\r\n\f\x00") and not data.strip(b" \t\r\n\f\x00"):
        raise EmptyFile(source.path, "is empty" if not data else "holds nothing but white space or NUL bytes")
    if _is_pdf(data):
        return Format.PDF
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")):
        return _zip_format(source)
    refuse_ole(source)
    for offset, signature, name in _SIGNATURES:
        if data.startswith(signature, offset):
            raise UnknownFormat(source.path, f"looks like {name}")
    if data.startswith(b"BM") and data[6:10] == b"\x00\x00\x00\x00":
        raise UnknownFormat(source.path, "looks like a BMP picture")
    return _text_format(source)


def refuse_ole(source: Source) -> None:
    """Raise EncryptedFile or UnknownFormat where the bytes are an OLE container, as Word made them before 2007 and
    as Office still wraps files that have a password."""
    if not source.data.startswith(_OLE):
        return
    if "EncryptedPackage".encode("utf-16-le") in source.data:
        raise EncryptedFile(source.path, "is an Office file that needs a password")
    for stream, name in _OLE_STREAMS:
        if stream.encode("utf-16-le") in source.data:
            raise UnknownFormat(source.path, f"looks like {name}")
    raise UnknownFormat(source.path, "looks like an old Office file (OLE)")


def _is_pdf(data: bytes) -> bool:
    at = data.find(b"%PDF-", 0, PDF_WINDOW)
    # Behind junk the header alone is not enough: a text may speak of it. A PDF has objects.
    return at == 0 or (at > 0 and b" obj" in data)


def _zip_format(source: Source) -> Format:
    try:
        with zipfile.ZipFile(io.BytesIO(source.data)) as archive:
            names = archive.namelist()
            types = archive.getinfo("[Content_Types].xml") if "[Content_Types].xml" in names else None
            # The main part may have another name than word/document.xml; the list of types says so then.
            listed = archive.open(types).read(1_000_000) if types and not types.flag_bits & 1 else b""
    except ZIP_ERRORS as error:
        if b"word/" in source.data[:_HEAD] or b"[Content_Types].xml" in source.data[:_HEAD]:
            return Format.DOCX
        raise DamagedFile(source.path, "is a ZIP archive that is cut short or damaged") from error
    lowered = {name.lower() for name in names}
    if "word/document.xml" in lowered or b"wordprocessingml.document.main" in listed:
        return Format.DOCX
    for member, name in _ZIP_MEMBERS:
        if any(n == member.lower() or (member.endswith("/") and n.startswith(member)) for n in lowered):
            raise UnknownFormat(source.path, f"looks like {name}")
    if any(n.startswith("word/") for n in lowered):
        return Format.DOCX
    raise UnknownFormat(source.path, "looks like a ZIP archive: unpack it first")


def _text_format(source: Source) -> Format:
    head = _sketch(source.data[:_HEAD])
    skipped = _COMMENTS.match(head)
    start = skipped.end() if skipped else 0
    if _HTML_START.match(head, start):
        return Format.HTML
    if re.match(r"<svg\b", head[start:], re.IGNORECASE):
        raise UnknownFormat(source.path, "looks like an SVG picture")
    # A fragment without <html>: it begins and ends with tags. Markdown may begin with one too, but goes on as text.
    if _FRAGMENT_START.match(head, start) and _sketch(source.data[-512:]).rstrip().endswith(">"):
        return Format.HTML
    if re.match(r"\s*<\?xml\b", head):
        raise UnknownFormat(source.path, "looks like an XML file")
    mail = _MAIL.match(head)
    if mail and re.search(r"^content-type:\s*multipart/|^mime-version:", head, re.IGNORECASE | re.MULTILINE):
        raise UnknownFormat(source.path, "looks like an e-mail or a web archive (MHTML)")
    return Format.TEXT


def _sketch(data: bytes) -> str:
    """ASCII enough to look for tags in: other characters do not matter here, whatever the encoding."""
    return data.replace(b"\x00", b"").removeprefix(b"\xef\xbb\xbf").lstrip(b"\xff\xfe").decode("latin-1")
