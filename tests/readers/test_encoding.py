"""From bytes to text."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boardmine.errors import EmptyFile, FileTooLarge, InputError, UnknownEncoding
from boardmine.readers.encoding import decode
from boardmine.readers.limits import Limits
from boardmine.readers.source import Source

ENGLISH = "The Board’s budget of £45,000 – up 3½% – was called “generous”; café costs weren’t in it.\nSiân agreed."


def text(data: bytes, *, html: bool = False, limits: Limits | None = None) -> str:
    return decode(Source("in/file.txt", "file", data, limits=limits or Limits()), html=html)


@pytest.mark.parametrize(
    "data",
    [
        ENGLISH.encode(),
        codecs.BOM_UTF8 + ENGLISH.encode(),
        ENGLISH.encode("utf-16"),
        codecs.BOM_UTF16_BE + ENGLISH.encode("utf-16-be"),
        ENGLISH.encode("utf-16-le"),
        ENGLISH.encode("utf-16-be"),
        ENGLISH.encode("utf-32"),
        ENGLISH.encode("windows-1252"),
        ENGLISH.replace("\n", "\r\n").encode("windows-1252"),
        ENGLISH.replace("\n", "\r").encode(),
        ENGLISH.replace("\n", "\u2028").encode(),
    ],
)
def test_english(data: bytes) -> None:
    assert text(data) == ENGLISH


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        ("Children’s".encode("windows-1252"), "Children’s"),
        (b"\xa35m", "£5m"),
        # Windows-1252 pasted into UTF-8, and UTF-8 cut off within a character
        ("’’’ and ".encode() + "£".encode("windows-1252"), "’’’ and £"),
        ("‘quoted’ and ’".encode()[:-1], "‘quoted’ and â€"),
        ("one\r\n\r\ntwo\rthree\n", "one\n\ntwo\nthree\n"),
        ("page one\fpage two", "page one\fpage two"),
        ("a stray \x07 bell", "a stray \x07 bell"),
    ],
)
def test_special_cases(data: bytes | str, expected: str) -> None:
    assert text(data if isinstance(data, bytes) else data.encode()) == expected


def test_mac_roman_is_not_taken_for_windows_1252() -> None:
    sentence = "The children’s views were heard. It wasn’t easy; the Board’s members said “thank you” to them. "
    assert text((sentence * 5).encode("mac-roman")) == sentence * 5


@pytest.mark.parametrize(
    ("head", "body", "encoding"),
    [
        ('<meta charset="windows-1252">', "It’s £5", "windows-1252"),
        ('<meta charset="iso-8859-1">', "It’s £5", "windows-1252"),
        ("<meta http-equiv=Content-Type content='text/html; charset=iso-8859-1'>", "It’s £5", "windows-1252"),
        ("<?xml version='1.0' encoding='iso-8859-1'?>", "It’s £5", "windows-1252"),
        ('<meta charset="iso-8859-2">', "Łódź", "iso-8859-2"),
        ('<meta charset="koi8-r">', "Привет", "koi8-r"),
        # what is said is not always so
        ('<meta charset="iso-8859-1">', "It’s £5", "utf-8"),
        ('<meta charset="utf-8">', "It’s £5", "windows-1252"),
        ('<meta charset="utf-16">', "It’s £5", "windows-1252"),
        ('<meta charset="rot13">', "It’s £5", "windows-1252"),
        ('<meta charset="nonsense">', "It’s £5", "windows-1252"),
    ],
)
def test_html_declaration(head: str, body: str, encoding: str) -> None:
    assert text(f"{head}<p>{body}</p>".encode(encoding), html=True) == f"{head}<p>{body}</p>"


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (b"", EmptyFile),
        (b" \n", EmptyFile),
        (codecs.BOM_UTF8, EmptyFile),
        (b"text with a \x00 NUL byte in it", UnknownEncoding),
        (bytes(range(256)), UnknownEncoding),
        (bytes(range(1, 32)) * 20, UnknownEncoding),
        (codecs.BOM_UTF16_LE + b"\x00\xd8a\x00", UnknownEncoding),
        (b"\x81\x8d\x8f\x90\x9d" * 40, UnknownEncoding),
    ],
)
def test_refused(data: bytes, error: type[InputError]) -> None:
    with pytest.raises(error) as raised:
        text(data)
    assert str(raised.value).startswith("in/file.txt: ")


def test_too_many_characters() -> None:
    with pytest.raises(FileTooLarge):
        text(b"eleven char", limits=Limits(max_characters=10))


@given(st.text(), st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-32"]))
def test_unicode_comes_back(written: str, encoding: str) -> None:
    try:
        read = text(written.encode(encoding, "replace"))
    except InputError:
        return
    assert "\r" not in read
    if written.isprintable() and written:
        assert read.removeprefix("\ufeff") == written.removeprefix("\ufeff")


@given(st.binary(), st.booleans())
def test_any_bytes_have_an_answer(data: bytes, html: bool) -> None:
    try:
        assert isinstance(text(data, html=html), str)
    except InputError as error:
        assert "\n" not in str(error)
