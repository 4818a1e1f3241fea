"""Loads, when it is imported, what it takes to read papers: for the server from which workers are forked."""

from __future__ import annotations

from contextlib import suppress

from boardmine.analysis import annotator_of
from boardmine.catalogue import catalogue
from boardmine.errors import CatalogueError
from boardmine.readers import pdf

__all__ = ["pdf"]

# A wrong catalogue is said by whoever asks for it next.
with suppress(CatalogueError):
    annotator_of(catalogue().fingerprint)
