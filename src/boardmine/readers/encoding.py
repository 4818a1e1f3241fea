"""From bytes to text: which encoding, and line ends that are line feeds.

In order: a byte order mark; UTF-16 without one; UTF-8; UTF-8 with some Windows-1252 pasted in; what an HTML page
declares; Windows-1252, which is what an English text in a single-byte encoding nearly always is; and only then the
statistics of charset-normalizer, which go astray on short English texts.
"""

from __future__ import annotations

import codecs
import re

from charset_normalizer import from_bytes

from boardmine.errors import EmptyFile, FileTooLarge, UnknownEncoding
from boardmine.readers.source import Source

_BOMS = (  # UTF-32 first: its mark begins with that of UTF-16
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SAMPLE = 65_536
_META = re.compile(rb"<meta\b[^>]{0,300}?charset\s*=\s*[\"']?\s*([a-z0-9_:.-]{2,40})", re.IGNORECASE)
_XML = re.compile(rb"^\s*<\?xml\b[^>]{0,200}?encoding\s*=\s*[\"']([a-z0-9_:.-]{2,40})", re.IGNORECASE)
# The WHATWG encoding standard: pages that say ISO 8859-1 or ASCII are written in Windows-1252.
_ALIASES = {"iso8859-1": "windows-1252", "ascii": "windows-1252", "iso8859-9": "windows-1254"}

_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
_LINE_ENDS = re.compile(r"\r\n?|[\x0b\x85\u2028\u2029]")
# What English, Welsh and the names of Europe need beyond ASCII, as Windows-1252 has it. The capitals Õ Ò Ó Ð are
# left out: in their place Mac Roman has quotation marks and dashes.
_USUAL = frozenset(
    "‘’“”‚„–—…•£€©®™°±·²³¹¼½¾×÷§¶«»ªº´`¨\xa0\xad†‡‰ŠšŽžŒœŸàáâãäåæçèéêëìíîïðñòóôõöøùúûüýþÿŵŷÀÁÂÄÅÆÇÈÉÊËÍÎÏÑÖØÙÚÛÜß"
)


def decode(source: Source, *, html: bool = False) -> str:
    """The text of a file, without byte order mark, its line ends normalised to line feeds.

    `html` lets a declaration in the page decide where the bytes are not UTF-8. Raises EmptyFile where only white space
    is left, UnknownEncoding for binary bytes or text that no encoding explains, FileTooLarge over the limit of
    characters.
    """
    text = _LINE_ENDS.sub("\n", _characters(source, html))
    if not text.strip():
        raise EmptyFile(source.path, "holds nothing but white space")
    if len(text) > source.limits.max_characters:
        raise FileTooLarge(source.path, f"has {len(text):,} characters; the limit is {source.limits.max_characters:,}")
    controls = len(_CONTROLS.findall(text))
    if "\x00" in text or controls > 2 + len(text) // 500:
        raise UnknownEncoding(source.path, "holds control characters or NUL bytes: it is binary or damaged, not text")
    return text


def _characters(source: Source, html: bool) -> str:
    data = source.data.removeprefix(codecs.BOM_UTF8)
    for mark, marked in _BOMS:
        if data.startswith(mark):
            return _strict(source, data[len(mark) :], marked)
    if found := _utf16_without_mark(data[:_SAMPLE]):
        return _strict(source, data, found)
    if b"\x00" in data:
        raise UnknownEncoding(source.path, "holds NUL bytes: it is binary or damaged, not text")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    for name in (_mixed_utf8(data), _declared(data) if html else None, _windows_1252(data)):
        if name:
            try:
                return data.decode(name, "boardmine-windows-1252" if name == "utf-8" else "strict")
            except UnicodeDecodeError:
                continue
    return _guessed(source, data)


def _strict(source: Source, data: bytes, name: str) -> str:
    """Decode by a byte order mark. A character cut off at the end of the file is forgiven, nothing else."""
    try:
        return codecs.getincrementaldecoder(name)().decode(data, final=False)
    except UnicodeDecodeError as error:
        raise UnknownEncoding(source.path, f"is marked as {name.upper()} but does not decode as that") from error


def _utf16_without_mark(sample: bytes) -> str | None:
    """UTF-16 shows in Latin text by a NUL in every other place, and in hardly any of the places between."""
    half = len(sample) // 2
    high, low = sample[0::2].count(0), sample[1::2].count(0)
    if half and low > 0.6 * half and high < 0.01 * half + 1:
        return "utf-16-le"
    if half and high > 0.6 * half and low < 0.01 * half + 1:
        return "utf-16-be"
    return None


def _declared(data: bytes) -> str | None:
    """The codec that a page names in its first two kilobytes, if Python knows it and it agrees with ASCII there."""
    found = _META.search(data, 0, 2048) or _XML.match(data)
    if found is None:
        return None
    try:
        codec = codecs.lookup(found[1].decode("ascii"))
    except LookupError:
        return None
    name = _ALIASES.get(codec.name, codec.name)
    # A declaration that can be read as ASCII is no declaration of UTF-16; rot13 and its like are no encodings.
    return None if name.startswith(("utf", "rot", "hex", "base64", "zlib", "bz2", "uu", "quo")) else name


def _mixed_utf8(data: bytes) -> str | None:
    """UTF-8 into which some Windows-1252 was pasted, or that was cut off within a character."""
    text = data.decode("utf-8", "surrogateescape")
    stray = sum(1 for c in text if "\udc80" <= c <= "\udcff")
    beyond_ascii = sum(1 for c in text if c > "\x7f")
    return "utf-8" if beyond_ascii - stray >= stray else None


def _windows_1252(data: bytes) -> str | None:
    try:
        text = data.decode("windows-1252")
    except UnicodeDecodeError:
        return None
    special = [c for c in text if c > "\x7f"]
    usual = sum(1 for c in special if c in _USUAL)
    return "windows-1252" if usual >= 0.8 * len(special) and len(special) <= 2 + len(text) // 4 else None


def _guessed(source: Source, data: bytes) -> str:
    best = from_bytes(data[:_SAMPLE]).best()
    if best is not None:
        try:
            text = data.decode(best.encoding)
        except UnicodeDecodeError:
            text = ""
        # The statistics have an answer for anything; an English paper is mostly ASCII in every encoding they know.
        if sum(1 for c in text if c <= "\x7f") > len(text) // 2:
            return text
    raise UnknownEncoding(source.path, "is text in no encoding that can be recognised")


def _from_windows_1252(error: UnicodeError) -> tuple[str, int]:
    """Handler for bytes that are not UTF-8: what Windows-1252 makes of them, else the replacement character."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    stray = error.object[error.start : error.end]
    return stray.decode("windows-1252", "replace"), error.end


codecs.register_error("boardmine-windows-1252", _from_windows_1252)
