"""Opens a PDF with PDFium and gives the characters of one page at a time.

Everything that talks to PDFium is here, in `rulings` and in `picture`. Calls go straight to the C functions and fill
whole arrays, because one Python object a character would cost more than PDFium's own work. PDFium is not thread-safe:
read in processes, never in threads.
"""

from __future__ import annotations

import ctypes
import re
import sys
from array import array
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import chain, repeat
from typing import Any, NamedTuple

import pypdfium2 as pdfium
import pypdfium2.raw as c

from boardmine.errors import DamagedFile, EncryptedFile, FileTooLarge
from boardmine.readers.pdf.frame import Frame

MAX_SIDE = 100_000.0
"""Points. PDF allows pages of 14,400; beyond this a page box is a mistake or an attack."""

MAX_PAGE_CHARACTERS = 2_000_000

LINE_END_HYPHENS = "\ufffe\x02\xad"
"""What stands in a text layer for a hyphen at the end of a line: PDFium's own sign, an older one, the soft hyphen."""

_RUN = re.compile(rf"[^\s{LINE_END_HYPHENS}\ufeff\u200b]+[{LINE_END_HYPHENS}]?")
_BOLD = re.compile(r"bold|black|heavy|semibold|demi(?!t)", re.IGNORECASE)
_SYMBOL = re.compile(r"wingdings|webdings|symbol|dingbats", re.IGNORECASE)
_NAME_BYTES = 128
_RECTANGLE = ctypes.sizeof(c.FS_RECTF)


def plain(name: str, result: Any, *arguments: Any) -> Any:
    """A function of PDFium that takes handles and places to write to as plain addresses: a call costs half as much as
    with typed pointers. None where this release of PDFium has no such function."""
    function = getattr(c, name, None)
    if function is None:
        return None
    address = ctypes.cast(function, ctypes.c_void_p).value or 0
    return ctypes.PYFUNCTYPE(result, *arguments)(address)


def address_of(handle: Any) -> int:
    """The address that a typed handle holds."""
    return ctypes.cast(handle, ctypes.c_void_p).value or 0


_P, _INT = ctypes.c_void_p, ctypes.c_int
_trim = getattr(ctypes.CDLL(None), "malloc_trim", None) if sys.platform == "linux" else None
_loose_box = plain("FPDFText_GetLooseCharBox", _INT, _P, _INT, _P)
_text_object = plain("FPDFText_GetTextObject", _P, _P, _INT)  # in releases since 2024


class Style(NamedTuple):
    """How a word is set, as far as the name of its font tells."""

    bold: bool
    symbol: bool


def _render_mode(text_page: Any, i: int) -> int:
    """How a character is painted; -1 where this release of PDFium cannot tell."""
    if not hasattr(c, "FPDFText_GetTextObject"):
        return -1
    return int(c.FPDFTextObj_GetTextRenderMode(c.FPDFText_GetTextObject(text_page, i)))


class Run(NamedTuple):
    """A run of characters without space, `start` to `end`, and the text object that its first is of: the address of
    something set in one go, in one font. 0 where this release of PDFium cannot tell."""

    start: int
    end: int
    object: int


@dataclass(slots=True)
class Characters:
    """The text layer of a page, one entry a character, in the order of the page's content.

    The four arrays are points in an upright space whose y grows upwards (the page as displayed, before the
    origin moves to the top left corner); `frame` leads from there to the page. Spaces have no boxes.
    """

    text: str
    runs: list[Run]
    x0: array[float]
    low: array[float]
    x1: array[float]
    high: array[float]
    frame: Frame
    _user: tuple[array[float], array[float], array[float], array[float]]
    _text_page: Any
    _styles: dict[bytes, Style]
    known: dict[int, Style] = field(default_factory=dict)
    _turns: dict[int, int] = field(default_factory=dict)
    _name: Any = field(default_factory=lambda: ctypes.create_string_buffer(_NAME_BYTES))
    _flags: Any = field(default_factory=ctypes.c_int)

    def style(self, i: int, thing: int = 0) -> Style:
        """How the character `i` is set. Asked once for each text object `thing`."""
        found = self.known.get(thing)
        if found is None:
            found = self._style(i)
            if thing:
                self.known[thing] = found
        return found

    def _style(self, i: int) -> Style:
        name = self._name
        c.FPDFText_GetFontInfo(self._text_page, i, name, _NAME_BYTES, self._flags)
        found = self._styles.get(name.value)
        if found is None:
            letters = name.value.decode("utf-8", "replace")
            bold = bool(_BOLD.search(letters)) or c.FPDFText_GetFontWeight(self._text_page, i) >= 600
            found = self._styles[name.value] = Style(bold, bool(_SYMBOL.search(letters)))
        if not found.bold and _render_mode(self._text_page, i) == c.FPDF_TEXTRENDERMODE_FILL_STROKE:
            return found._replace(bold=True)  # made bold by drawing the outlines of the letters too
        return found

    def turned(self, turn: int) -> Characters:
        """The same characters on the page turned clockwise by `turn` degrees."""
        frame = self.frame.turned(turn)
        columns = frame.upright(*self._user)
        return Characters(self.text, self.runs, *columns, frame, self._user, self._text_page, self._styles, self.known)

    def turn(self, i: int, thing: int = 0) -> int:
        """Which way the character `i` runs on the page as `frame` shows it: 0, or 90, 180 or 270 degrees
        anticlockwise, to the nearest of them. Asked once for each text object `thing`."""
        found = self._turns.get(thing)
        if found is None:
            clockwise = c.FPDFText_GetCharAngle(self._text_page, i)
            found = int(-round(clockwise / 1.5707963) * 90 - self.frame.rotation) % 360
            if thing:
                self._turns[thing] = found
        return found


class PdfFile:
    """A PDF opened with PDFium. Pages are counted from 1. Close it, or use it in a `with` statement."""

    def __init__(self, data: bytes, path: str) -> None:
        """Raises EncryptedFile where a password is needed, DamagedFile where PDFium cannot make sense of it."""
        self._data = data  # PDFium reads from these bytes as long as the file is open
        self._path = path
        self._styles: dict[bytes, Style] = {}
        self._handle = c.FPDF_LoadMemDocument64(data, len(data), None)
        if not self._handle:
            raise _open_error(path, c.FPDF_GetLastError())

    def __enter__(self) -> PdfFile:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def __len__(self) -> int:
        return max(0, int(c.FPDF_GetPageCount(self._handle)))

    def close(self) -> None:
        """Give PDFium's memory back, to the system where it can be: else the space between what is kept stays."""
        if self._handle:
            c.FPDF_CloseDocument(self._handle)
            self._handle = None
            if _trim is not None:
                _trim(0)

    @property
    def handle(self) -> Any:
        """PDFium's own handle of the file."""
        return self._handle

    def reopen(self) -> None:
        """Open the same bytes anew: PDFium keeps every object it once parsed as long as a file is open, so that a
        long pack would fill the memory page by page."""
        self.close()
        self._handle = c.FPDF_LoadMemDocument64(self._data, len(self._data), None)
        if not self._handle:
            raise _open_error(self._path, c.FPDF_GetLastError())

    def title(self) -> str:
        """The title in the file's metadata, or an empty string."""
        size = c.FPDF_GetMetaText(self._handle, b"Title", None, 0)
        if not 2 < size < 4096:
            return ""
        buffer = ctypes.create_string_buffer(size)
        c.FPDF_GetMetaText(self._handle, b"Title", buffer, size)
        return buffer.raw[: size - 2].decode("utf-16-le", "replace")

    @contextmanager
    def page(self, number: int) -> Iterator[tuple[Any, Characters]]:
        """A page's handle (for `rulings`) and its characters, usable within the `with` statement.

        Raises PageFailed where PDFium cannot load the page, FileTooLarge where it is beyond all measure.
        """
        page = c.FPDF_LoadPage(self._handle, number - 1)
        if not page:
            raise PageFailed(number)
        text_page = None
        try:
            text_page = c.FPDFText_LoadPage(page)
            if not text_page:
                raise PageFailed(number)
            frame = self._frame(page, number)
            yield page, self._characters(text_page, frame, number)
        finally:
            if text_page:
                c.FPDFText_ClosePage(text_page)
            c.FPDF_ClosePage(page)

    def _frame(self, page: Any, number: int) -> Frame:
        rotation = int(c.FPDFPage_GetRotation(page)) * 90 % 360
        edges = c.FS_RECTF()
        c.FPDF_GetPageBoundingBox(page, edges)
        left, right = sorted((edges.left, edges.right))
        bottom, top = sorted((edges.bottom, edges.top))
        if not (0 < right - left <= MAX_SIDE and 0 < top - bottom <= MAX_SIDE):
            size = f"{right - left:.0f} by {top - bottom:.0f}"
            raise FileTooLarge(self._path, f"page {number} measures {size} points, more than {MAX_SIDE:.0f}")
        return Frame.of_page(left, bottom, right, top, rotation)

    def _characters(self, text_page: Any, frame: Frame, number: int) -> Characters:
        count = max(0, int(c.FPDFText_CountChars(text_page)))
        if count > MAX_PAGE_CHARACTERS:
            raise FileTooLarge(self._path, f"page {number} holds {count} characters")
        units = (ctypes.c_ushort * (count + 1))()
        written = c.FPDFText_GetText(text_page, 0, count, units)
        text = bytes(units)[: 2 * max(0, written - 1)].decode("utf-16-le", "replace")
        if len(text) != count:  # PDFium drops what has no Unicode from the text but counts it: ask one by one
            text = "".join(_character(c.FPDFText_GetUnicode(text_page, i)) for i in range(count))
        handle = address_of(text_page)
        runs = _runs(text, handle)
        flat = array("f", bytes(count * _RECTANGLE))  # left, top, right, bottom of each character
        at = flat.buffer_info()[0]
        places = range(at, at + count * _RECTANGLE, _RECTANGLE)
        wanted = list(chain.from_iterable(range(start, end) for start, end, _ in runs))
        deque(map(_loose_box, repeat(handle), wanted, map(places.__getitem__, wanted)), maxlen=0)
        user = (flat[0::4], flat[3::4], flat[2::4], flat[1::4])
        return Characters(text, runs, *frame.upright(*user), frame, user, text_page, self._styles)


def _runs(text: str, handle: int) -> list[Run]:
    """The runs of characters without space on a page. One ends with a hyphen at a line's end: PDFium leaves out the
    line break behind it."""
    spans = [match.span() for match in _RUN.finditer(text)]
    if _text_object is None:
        return [Run(a, b, 0) for a, b in spans]
    objects = map(_text_object, repeat(handle), [a for a, _ in spans])
    return [Run(a, b, thing or 0) for (a, b), thing in zip(spans, objects, strict=True)]


def page_handle(file: PdfFile, number: int) -> Any:
    """A page (from 1) opened to be drawn; None where there is none. Whoever asks closes it."""
    return c.FPDF_LoadPage(file.handle, number - 1) if 1 <= number <= len(file) else None


class PageFailed(Exception):
    """PDFium cannot load a page of a file that it could open."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.number = number


def _character(code: int) -> str:
    return chr(code) if 0 < code < 0xD800 or 0xDFFF < code < 0x110000 else "\ufffd"


def _open_error(path: str, code: int) -> EncryptedFile | DamagedFile:
    if code == c.FPDF_ERR_PASSWORD:
        return EncryptedFile(path, "the PDF needs a password")
    if code == c.FPDF_ERR_SECURITY:
        return EncryptedFile(path, "the PDF is encrypted in a way that cannot be read")
    return DamagedFile(path, "not a PDF that can be read (damaged or cut short)")


assert pdfium  # imported for its side effect: it initialises the library
