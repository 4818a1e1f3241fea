"""Loads, when it is imported, what it takes to read papers: for the server from which workers are forked."""

from __future__ import annotations

import gc
from contextlib import suppress

# Nothing of this is garbage: to look for some while it is made takes a fifth of the time.
gc.disable()

from boardmine.analysis import annotator_of  # noqa: E402
from boardmine.catalogue import catalogue  # noqa: E402
from boardmine.errors import CatalogueError  # noqa: E402
from boardmine.readers import pdf  # noqa: E402
from boardmine.store import rows  # noqa: E402

__all__ = ["pdf", "rows"]

# A wrong catalogue is said by whoever asks for it next.
with suppress(CatalogueError):
    annotator_of(catalogue().fingerprint)

# Kept out of the collector's sight in the workers too: it would write on every page of memory that they share.
gc.freeze()
gc.enable()
