"""From the sources of a run configuration to papers."""

from __future__ import annotations

import glob
from collections.abc import Iterable
from pathlib import Path

from boardmine.batch.discover import Found, discover


def papers(sources: Iterable[str]) -> Found:
    """The papers that files, folders and patterns name, each once.

    In a pattern `*` stands for any part of a name and `**` for any folders. A source that is not there, and a pattern
    that nothing fits, are given back as they are: whoever reads them says so.
    """
    return discover(path for source in sources for path in _named(str(Path(source).expanduser())))


def _named(source: str) -> list[Path]:
    if Path(source).exists() or not glob.has_magic(source):
        return [Path(source)]
    # Path.glob knows no patterns that begin at the root, and takes hidden files.
    found = sorted(glob.glob(source, recursive=True))  # noqa: PTH207
    return [Path(name) for name in found] or [Path(source)]
