"""How much of a file is read: bounds that protect time and memory."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds for one file. A file beyond them raises FileTooLarge; real packs stay far below."""

    max_bytes: int = 500_000_000
    max_pages: int = 5_000
    max_characters: int = 50_000_000
    max_ocr_seconds: float = 900
    """For all pages of a file that are read as pictures; those behind are left without text."""

    max_depth: int = 200
    max_expansion: int = 200
    """How many times its own size an archive may unpack to."""


DEFAULT_LIMITS = Limits()
