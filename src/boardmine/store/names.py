"""How files are named in a store. Imports nothing heavy: a run that has nothing to read needs no more."""

from __future__ import annotations

import os
from pathlib import Path


def path_text(path: Path) -> str:
    """The resolved path as text: what makes a file the same document when it is read again.

    File names need not be UTF-8; bytes that are not are written as `\\xff`.
    """
    # Not Path.resolve(): links that lead in a circle end that.
    return os.fsencode(os.path.realpath(path)).decode("utf-8", "backslashreplace")
