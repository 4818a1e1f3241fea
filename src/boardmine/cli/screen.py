"""The terminal: its width, its consoles, errors on one line.

Text of papers is never read as markup: consoles have it off, and what is coloured is built as `rich.text.Text`.

Rich is loaded when something is shown with it: a quiet run has nothing to show.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from boardmine.cli.text import plain

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

_PIPED_WIDTH = 100
_LEAST_WIDTH = 40


def out() -> Console:
    """The console for results."""
    from rich.console import Console

    return Console(width=_width(), highlight=False, markup=False, emoji=False)


def err() -> Console:
    """The console for progress."""
    from rich.console import Console

    return Console(stderr=True, highlight=False, markup=False, emoji=False)


def complain(path: Path | str, reason: str) -> None:
    """Say on standard error, on one line, what is wrong with a file."""
    sys.stdout.flush()
    sys.stderr.write(f"boardmine: {plain(str(path))}: {plain(reason)}\n")


def window(text: str, start: int, end: int, width: int) -> Text:
    """At most `width` characters of a text around `text[start:end]`, which is made bold; on one line."""
    from rich.text import Text

    before, middle, after = plain(text[:start] + "|")[:-1], plain(text[start:end]), plain("|" + text[end:])[1:]
    room = max(width - len(middle), 0)
    left = min(len(before), max(room // 2, room - len(after)))
    right = min(len(after), room - left)
    lead = before if left >= len(before) else "…" + before[len(before) - left + 1 :] if left > 1 else ""
    tail = after if right >= len(after) else after[: right - 1] + "…" if right > 1 else ""
    return Text.assemble((lead, "dim"), (middle[:width], "bold"), (tail, "dim"))


def _width() -> int | None:
    """The width of the terminal; what COLUMNS says; 100 where the output goes to a file or program."""
    said = os.environ.get("COLUMNS", "")
    if said.isdigit() and int(said) > 0:
        return max(int(said), _LEAST_WIDTH)
    return None if sys.stdout.isatty() else _PIPED_WIDTH
