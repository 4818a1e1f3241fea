"""A page as a picture: for looking at it, and for reading what has no text layer."""

from __future__ import annotations

import ctypes
from collections.abc import Sequence
from typing import Any

import pypdfium2.raw as c
from PIL import Image

from boardmine.errors import FileTooLarge, InputError
from boardmine.readers.pdf.frame import Frame
from boardmine.readers.pdf.furniture import ZONE, gutter_words
from boardmine.readers.pdf.pdfium import PdfFile, page_handle
from boardmine.readers.pdf.words import Word
from boardmine.readers.source import Source

MOST_PIXELS = 30_000_000
"""A page of A3 at 300 dots an inch has half as many; a larger page is drawn smaller."""

POINTS_AN_INCH = 72

FILLED = 0.4
"""Share of a page that a picture covers where the page is a scan."""

MOST_STAMPED = 20
"""Words: a page with more has a text of its own."""

MOST_OBJECTS = 500
"""A scan has one picture or a few; a drawing of thousands of lines is none."""

_BYTES_A_PIXEL = 4


def page_picture(source: Source, number: int, dots: int = 144) -> Image.Image:
    """A page (from 1) of a PDF as it is displayed, with so many dots an inch.

    Raises EncryptedFile and DamagedFile as reading does, FileTooLarge for an absurd page and InputError where there
    is no such page or PDFium cannot draw it.
    """
    with PdfFile(source.data, source.path) as file:
        handle = page_handle(file, number)
        if not handle:
            raise InputError(source.path, f"page {number} cannot be drawn")
        try:
            return drawn(handle, dots)
        except ValueError as error:
            raise FileTooLarge(source.path, f"page {number} cannot be drawn: {error}") from error
        finally:
            c.FPDF_ClosePage(handle)


def drawn(page: Any, dots: int) -> Image.Image:
    """The picture of an open page, in colour, on white. Raises ValueError where its size is absurd."""
    width, height = float(c.FPDF_GetPageWidthF(page)), float(c.FPDF_GetPageHeightF(page))
    scale = dots / POINTS_AN_INCH
    if width * height * scale * scale > MOST_PIXELS:
        scale = (MOST_PIXELS / (width * height)) ** 0.5
    across, down = round(width * scale), round(height * scale)
    if not (1 <= across <= MOST_PIXELS and 1 <= down <= MOST_PIXELS):
        raise ValueError(f"{width:.0f} by {height:.0f} points")
    pixels = (ctypes.c_ubyte * (across * down * _BYTES_A_PIXEL))()
    stride = across * _BYTES_A_PIXEL
    bitmap = c.FPDFBitmap_CreateEx(across, down, c.FPDFBitmap_BGRx, pixels, stride)
    if not bitmap:
        raise ValueError(f"{across} by {down} pixels")
    try:
        c.FPDFBitmap_FillRect(bitmap, 0, 0, across, down, 0xFFFFFFFF)
        c.FPDF_RenderPageBitmap(bitmap, page, 0, 0, across, down, 0, c.FPDF_ANNOT)
    finally:
        c.FPDFBitmap_Destroy(bitmap)
    return Image.frombuffer("RGB", (across, down), bytes(pixels), "raw", "BGRX", stride, 1)


def is_picture(page: Any, words: Sequence[Word], frame: Frame) -> bool:
    """Whether an open page is a scan: something is drawn on it and it has no words, or a picture fills it and it
    has none but those that a binder stamps on its edges."""
    if not words:
        return int(c.FPDFPage_CountObjects(page)) > 0  # else it is blank
    if len(words) > MOST_STAMPED:
        return False
    height, stamped = frame.height, {id(w) for w in gutter_words(words, frame.width, frame.height)}
    if any(w.bottom > ZONE * height and w.top < (1 - ZONE) * height and id(w) not in stamped for w in words):
        return False
    return _filled(page) > FILLED


def _filled(page: Any) -> float:
    """The share of an open page that its largest picture covers."""
    area = float(c.FPDF_GetPageWidthF(page)) * float(c.FPDF_GetPageHeightF(page))
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    largest = 0.0
    for i in range(min(int(c.FPDFPage_CountObjects(page)), MOST_OBJECTS)):
        thing = c.FPDFPage_GetObject(page, i)
        if c.FPDFPageObj_GetType(thing) == c.FPDF_PAGEOBJ_IMAGE and c.FPDFPageObj_GetBounds(
            thing, left, bottom, right, top
        ):
            largest = max(largest, (right.value - left.value) * (top.value - bottom.value))
    return largest / area if area > 0 else 0.0
