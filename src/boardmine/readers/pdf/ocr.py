"""Reads pages that are pictures with tesseract, where it and the extra `ocr` are installed."""

from __future__ import annotations

import time
from collections.abc import Sequence
from functools import cache
from typing import Any

from PIL import Image

from boardmine.readers.pdf.frame import Frame
from boardmine.readers.pdf.picture import drawn
from boardmine.readers.pdf.words import Word

DOTS = 300
"""Dots an inch: what tesseract was trained on, and what scans of papers have."""

SECONDS_A_PAGE = 60

LEAST_CONFIDENCE = 30.0
"""Of 100, as tesseract counts. What it is less sure of is a speck or a stamp."""

BULLETS = frozenset("¢«©°*eo")
"""What tesseract takes bullets for at the beginning of a line. No line begins with an `e` by itself."""

HOW_TO = "install boardmine[ocr] and tesseract to read pictures"
"""What to say to somebody whose pages have no text."""


@cache
def has_tesseract() -> bool:
    """Whether pictures can be read: the extra is installed, and the command found."""
    try:
        import pytesseract
    except ImportError:
        return False
    try:
        pytesseract.get_tesseract_version()
    except (pytesseract.TesseractNotFoundError, SystemExit):
        return False
    return True


class Ocr:
    """Reads the pages of one file, for so many seconds in all."""

    def __init__(self, seconds: float) -> None:
        self._ends = time.monotonic() + seconds

    def words(self, page: Any, frame: Frame, known: Sequence[Word]) -> list[Word]:
        """The words of an open page in the order in which tesseract reads them, without those that the text layer has
        already; none where it is not installed, fails, or has no time left. Words of a line are level."""
        left = min(SECONDS_A_PAGE, self._ends - time.monotonic())
        if left < 1 or not has_tesseract():
            return []
        import pytesseract

        try:
            # Tesseract takes colours for shades of grey anyway, which are written for it in a third of the time.
            picture = drawn(page, DOTS).convert("L")
            if _is_blank(picture):
                return []
            found = pytesseract.image_to_data(picture, timeout=left, output_type=pytesseract.Output.DICT)
        except (pytesseract.TesseractError, RuntimeError, OSError, ValueError):  # RuntimeError: out of time
            return []
        points = frame.width / picture.width
        words = [word for line in _lines(found) for word in _line_words(found, line, points)]
        return [word for word in words if not any(_within(word, other) for other in known)]


def _is_blank(picture: Image.Image) -> bool:
    """Whether a picture in shades of grey has but one of them: the back of a scanned sheet."""
    darkest, lightest = picture.getextrema()
    return darkest == lightest


def _lines(found: dict[str, list[Any]]) -> list[list[int]]:
    """The places of words in tesseract's table, line by line."""
    lines: dict[tuple[int, int, int], list[int]] = {}
    for i, text in enumerate(found["text"]):
        if str(text).strip() and float(found["conf"][i]) >= LEAST_CONFIDENCE:
            line = (found["block_num"][i], found["par_num"][i], found["line_num"][i])
            lines.setdefault(line, []).append(i)
    return list(lines.values())


def _within(word: Word, other: Word) -> bool:
    x, y = (word.x0 + word.x1) / 2, (word.top + word.bottom) / 2
    return other.x0 <= x <= other.x1 and other.top <= y <= other.bottom


def _line_words(found: dict[str, list[Any]], line: list[int], points: float) -> list[Word]:
    top = min(found["top"][i] for i in line) * points
    bottom = max(found["top"][i] + found["height"][i] for i in line) * points
    words = []
    for i in line:
        text, x0 = str(found["text"][i]).strip(), found["left"][i] * points
        if i == line[0] and len(line) > 1 and text in BULLETS:
            text = "•"
        words.append(Word(text, x0, top, x0 + found["width"][i] * points, bottom))
    return words
