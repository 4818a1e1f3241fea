"""Begins to load what worker processes need before they are wanted. Imports nothing of that itself."""

from __future__ import annotations

from boardmine.batch.pool import make_ready

PRELOAD = ("boardmine.batch.warm",)
"""The modules that are imported once for all workers."""


def warm_up() -> None:
    """Load them in a process of their own, while this one does other things."""
    make_ready(PRELOAD)
