"""A clock that takes no time, and a listener that keeps what it hears."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from boardmine.errors import InputError
from boardmine.fetch.first_pages import marking_here
from boardmine.fetch.model import Committee, Meeting
from boardmine.fetch.order import Counts, Event


@dataclass
class Still:
    """A clock that only goes on while somebody sleeps; `slept` are the pauses."""

    time: float = 0
    slept: list[float] = field(default_factory=list)
    tick: float = 0

    def now(self) -> float:
        self.time += self.tick
        return self.time

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.time += seconds


@dataclass
class Heard:
    """A listener that keeps what it hears."""

    events: list[Event] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    done: list[str] = field(default_factory=list)

    def meetings(self, committees: Sequence[Committee], meetings: int) -> None:
        self.done = []

    def meeting(self, meeting: Meeting) -> None:
        self.done.append(meeting.id)

    def file(self, event: Event) -> None:
        self.events.append(event)

    def note(self, text: str) -> None:
        self.notes.append(text)

    def told(self) -> list[tuple[str, str]]:
        return [(event.happened.value, event.path.name if event.path else event.address) for event in self.events]


Fetch = Callable[..., tuple[Counts, Heard]]
"""Fetches kinds of papers from the council's site."""


def marked_here(path: Path) -> str:
    """The first pages looked at in this process: of the process of their own there is a test."""
    try:
        return marking_here(path)
    except InputError:
        return ""
