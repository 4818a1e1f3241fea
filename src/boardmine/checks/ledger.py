"""The ledger of numerals: every number that stands in a document, with what became of it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Ledger:
    """Placeholder until the ledger is built."""
