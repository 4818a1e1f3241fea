"""The format of a file, from its bytes."""

from __future__ import annotations

import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boardmine.document import Format
from boardmine.errors import DamagedFile, EmptyFile, EncryptedFile, FileTooLarge, InputError, UnknownFormat
from boardmine.readers.formats import detect
from boardmine.readers.limits import Limits
from boardmine.readers.source import Source


def archive(*names: str, types: str = "") -> bytes:
    """A ZIP file of these names: the same bytes whenever it is made, since they name a test."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as opened:
        for name in names:
            opened.writestr(zipfile.ZipInfo(name), types if name == "[Content_Types].xml" else "x")
    return buffer.getvalue()


def kind(data: bytes, limits: Limits | None = None) -> Format:
    return detect(Source("in/file.bin", "file", data, limits=limits or Limits()))


MAIN_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
DOCX = archive("[Content_Types].xml", "word/document.xml")
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512)


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"%PDF-1.7\n", Format.PDF),
        (b"junk\r\n" * 20 + b"%PDF-1.4\n1 0 obj\n", Format.PDF),
        (b"A note on the header %PDF-1.4 of files", Format.TEXT),
        (b" " * 2000 + b"%PDF-1.4\n1 0 obj\n", Format.PDF),
        (b" " * 70_000 + b"%PDF-1.4\n1 0 obj\n", Format.TEXT),
        (DOCX, Format.DOCX),
        (DOCX[:60], Format.DOCX),
        (archive("word/document2.xml", "[Content_Types].xml", types=MAIN_TYPE), Format.DOCX),
        (archive("word/styles.xml"), Format.DOCX),
        (b"<!DOCTYPE html><p>x", Format.HTML),
        (b"\xef\xbb\xbf\n <!doctype HTML PUBLIC '-//W3C//DTD'>", Format.HTML),
        (b"<?xml version='1.0'?>\n<!-- saved --><html xmlns='x'>", Format.HTML),
        (b"<HTML><BODY>x", Format.HTML),
        ("<html><p>x</p></html>".encode("utf-16"), Format.HTML),
        (b"<div><p>a fragment</p></div>\n", Format.HTML),
        (b"<table><tr><td>1</td></tr></table>\n\n# Heading\n\nMarkdown goes on", Format.TEXT),
        (b"<!-- a comment -->\n# Heading", Format.TEXT),
        (b"# Heading\n\n<div>inside Markdown</div>", Format.TEXT),
        (b"Text about <html> pages", Format.TEXT),
        (b"5 < 6 and 7 > 3", Format.TEXT),
        ("Plain words".encode("utf-16-le"), Format.TEXT),
        (b"From: a\nTo: b\n\nMinutes", Format.TEXT),
    ],
)
def test_formats(data: bytes, expected: Format) -> None:
    assert kind(data) is expected


@pytest.mark.parametrize(
    ("data", "error", "words"),
    [
        (b"", EmptyFile, "is empty"),
        (b" \r\n\t", EmptyFile, "white space"),
        (bytes(40), EmptyFile, "NUL bytes"),
        (b"\x89PNG\r\n\x1a\n...", UnknownFormat, "a PNG picture"),
        (b"\xff\xd8\xff\xe0", UnknownFormat, "a JPEG picture"),
        (b"GIF89a.", UnknownFormat, "a GIF picture"),
        (b"RIFF0000WEBP", UnknownFormat, "a WebP picture"),
        (b"BM\x00\x10\x00\x00\x00\x00\x00\x00", UnknownFormat, "a BMP picture"),
        (b"{\\rtf1 x}", UnknownFormat, "an RTF document"),
        (b"<svg xmlns='x'/>", UnknownFormat, "an SVG picture"),
        (b"<?xml version='1.0'?><rss/>", UnknownFormat, "an XML file"),
        (b"MIME-Version: 1.0\nContent-Type: multipart/related\n\n", UnknownFormat, "web archive"),
        (b"\x00\x00\x00\x18ftypmp42", UnknownFormat, "a video"),
        (b"\x1f\x8b\x08\x00", UnknownFormat, "a gzip archive"),
        (b"SQLite format 3\x00", UnknownFormat, "an SQLite database"),
        (archive("xl/workbook.xml", "[Content_Types].xml"), UnknownFormat, "an Excel workbook"),
        (archive("ppt/presentation.xml"), UnknownFormat, "a PowerPoint presentation"),
        (archive("mimetype", "content.xml"), UnknownFormat, "an OpenDocument file"),
        (archive("pack.pdf"), UnknownFormat, "a ZIP archive"),
        (archive(), UnknownFormat, "a ZIP archive"),
        (b"PK\x03\x04" + bytes(50), DamagedFile, "cut short"),
        (OLE + "WordDocument".encode("utf-16-le"), UnknownFormat, "an old Word .doc"),
        (OLE + "Workbook".encode("utf-16-le"), UnknownFormat, "an old Excel .xls"),
        (OLE, UnknownFormat, "an old Office file"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), EncryptedFile, "password"),
    ],
)
def test_refused(data: bytes, error: type[InputError], words: str) -> None:
    with pytest.raises(error, match=words) as raised:
        kind(data)
    assert str(raised.value).startswith("in/file.bin: ")


def test_too_large() -> None:
    with pytest.raises(FileTooLarge, match="limit is 10"):
        kind(b"more than ten bytes", Limits(max_bytes=10))


@given(st.binary(max_size=300), st.sampled_from([b"", b"PK\x03\x04", DOCX[:40], OLE, b"%PDF-", b"<"]))
def test_any_bytes_have_an_answer(data: bytes, head: bytes) -> None:
    try:
        kind(head + data)
    except InputError as error:
        assert "\n" not in str(error)
