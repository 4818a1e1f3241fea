"""What a step of a run is given, and what it gives back."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Protocol

from boardmine.batch.commit import Done
from boardmine.batch.plan import Step
from boardmine.batch.reading import Reading
from boardmine.fetch.order import Listener as Hearer
from boardmine.runs.configuration import Configuration


class Listener(Protocol):
    """Hears how a run goes on, to show it."""

    def reading(self, steps: Sequence[Step]) -> AbstractContextManager[Any]:
        """The papers of these steps will be read; the context is left when they have been."""

    def done(self, done: Done) -> None:
        """A paper has been read."""

    def fetching(self) -> AbstractContextManager[Hearer]:
        """Papers will be fetched; what is given hears of each. The context is left when they have been."""


@dataclass(frozen=True, slots=True)
class Job:
    """One run: its configuration, how papers are read, the database, whether that is only to be looked at, and the day
    of the run."""

    configuration: Configuration
    reading: Reading
    store: Path
    dry_run: bool
    listener: Listener
    today: date


@dataclass(frozen=True, slots=True)
class Said:
    """What a step did: lines of text, the first the most important; a table, each row with a value a column; and how
    many papers failed."""

    lines: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()
    rows: tuple[tuple[Any, ...], ...] = ()
    failed: int = 0
