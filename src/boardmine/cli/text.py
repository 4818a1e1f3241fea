"""Small things about text that is shown. Imports nothing heavy: commands that read no papers use it too."""

from __future__ import annotations

import re
from datetime import date

_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]+")


def plain(text: str) -> str:
    """Text on one line that is safe to show: papers are not trusted, and a terminal obeys control characters."""
    return " ".join(_CONTROLS.sub(" ", text).split())


def day(moment: date, *, with_year: bool = True) -> str:
    """A day: `3 Apr 2023`."""
    return f"{moment.day} {moment:%b %Y}" if with_year else f"{moment.day} {moment:%b}"


def counted(count: int, one: str, many: str = "") -> str:
    """A count with its noun: `1 file`, `1,022 files`."""
    return f"{count:,} {one if count == 1 else many or one + 's'}"
