"""Reads the papers of UK councils and gives back the numbers in them as typed records with evidence.

    import boardmine as bm

    store = bm.open_store("papers.duckdb")
    store.series("cla.count").pandas()

Importing boardmine loads nothing else; what is needed is loaded when it is used.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from os import PathLike

    from boardmine.api import Store

__all__ = ["open_store"]


def open_store(path: str | PathLike[str]) -> Store:
    """A database that `boardmine ingest` made, to be read. Raises StoreMissing where there is none."""
    from pathlib import Path

    from boardmine.api import Store

    return Store(Path(path))
