"""What a reader is given: the bytes of a file, what its sidecar says, and limits."""

from __future__ import annotations

from dataclasses import dataclass

from boardmine.document import Facts
from boardmine.readers.limits import DEFAULT_LIMITS, Limits


@dataclass(frozen=True, slots=True)
class Source:
    """A file to read: where it was found (for messages), its name without ending, its bytes and its facts."""

    path: str
    name: str
    data: bytes
    facts: Facts = Facts()
    limits: Limits = DEFAULT_LIMITS
