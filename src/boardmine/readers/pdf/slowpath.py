"""Pages read with pdfplumber, where PDFium cannot: slow, and only for what would be lost otherwise."""

from __future__ import annotations

import io
import struct
import zlib
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

import pdfplumber
from pdfminer.pdfexceptions import PDFException
from pdfminer.psexceptions import PSException
from pdfplumber.utils.exceptions import PdfminerException

from boardmine.document import Box
from boardmine.readers.pdf.frame import Frame
from boardmine.readers.pdf.rulings import Edge, Rulings
from boardmine.readers.pdf.words import Word, is_sound

MAX_BYTES = 50_000_000
"""A larger damaged file is not tried: pdfminer searches it byte by byte in Python."""

_FAILURES = (
    PDFException, PSException, PdfminerException, ValueError, TypeError, KeyError, IndexError, AttributeError,
    AssertionError, RecursionError, OverflowError, struct.error, zlib.error,
)  # fmt: skip
"""What pdfminer raises on broken input."""


@dataclass(slots=True)
class SlowPage:
    """A page as pdfplumber sees it. `read` is False where it could not read it either."""

    frame: Frame
    words: list[Word] = field(default_factory=list)
    rulings: Rulings = field(default_factory=Rulings)
    read: bool = False


class SlowFile:
    """A PDF opened with pdfplumber, when it is first asked for."""

    def __init__(self, data: bytes, path: str) -> None:
        self._data = data
        self._path = path
        self._pdf: Any = None
        self._failed = len(data) > MAX_BYTES

    def opens(self) -> bool:
        """Whether pdfplumber makes sense of the file and finds pages in it."""
        if self._pdf is None and not self._failed:
            try:
                self._pdf = pdfplumber.open(io.BytesIO(self._data))
                self._failed = not self._pdf.pages
            except _FAILURES:
                self._failed = True
        return not self._failed

    def __len__(self) -> int:
        return len(self._pdf.pages) if self.opens() else 0

    def close(self) -> None:
        """Close what was opened."""
        if self._pdf is not None:
            with suppress(*_FAILURES):  # it looks for its pages once more, and may fail at them
                self._pdf.close()
            self._pdf = None

    def page(self, number: int) -> SlowPage:
        """A page by its number; an empty one where it cannot be read."""
        empty = SlowPage(Frame.of_page(0, 0, 595, 842, 0))
        if not self.opens() or number > len(self):
            return empty
        page = self._pdf.pages[number - 1]
        try:
            found = SlowPage(Frame.of_page(0, 0, float(page.width), float(page.height), 0), read=True)
            for word in page.extract_words(extra_attrs=["fontname"]):
                bold = "bold" in word["fontname"].lower()
                made = Word(word["text"], word["x0"], word["top"], word["x1"], word["bottom"], bold=bold)
                found.words += [made] if is_sound(made) else []
            for line in page.lines:
                _take(found.rulings, line["x0"], line["top"], line["x1"], line["bottom"], filled=False)
            for rect in page.rects:
                _take(found.rulings, rect["x0"], rect["top"], rect["x1"], rect["bottom"], filled=not rect["stroke"])
        except _FAILURES:
            return empty
        finally:
            page.close()
        return found


def _take(rulings: Rulings, x0: float, top: float, x1: float, bottom: float, filled: bool) -> None:
    if bottom - top <= 3:
        rulings.horizontal.append(Edge((top + bottom) / 2, x0, x1))
    elif x1 - x0 <= 3:
        rulings.vertical.append(Edge((x0 + x1) / 2, top, bottom))
    elif filled:
        rulings.fills.append(Box(x0, top, x1, bottom))
    else:
        rulings.outlines.append(Box(x0, top, x1, bottom))
        rulings.horizontal += Edge(top, x0, x1), Edge(bottom, x0, x1)
        rulings.vertical += Edge(x0, top, bottom), Edge(x1, top, bottom)
