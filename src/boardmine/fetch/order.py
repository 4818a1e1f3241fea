"""What is to be fetched, and what is told on the way."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from pathlib import Path
from typing import Protocol

from boardmine.fetch.model import Committee, Kind, Meeting

DEFAULT_KINDS = frozenset({Kind.PACKS, Kind.MINUTES})

RECHECK = 120
"""Days after a meeting in which its papers are looked at again: packs grow, and minutes come late."""

_FIRST = date(1990, 1, 1)
_AHEAD = timedelta(days=400)


@dataclass(frozen=True, slots=True)
class Order:
    """Which committees' papers go where. `since` and `until` are the first and last day of meetings; all that there
    are, and those that are called for the coming year, where they are not given. `council` is the name for the
    sidecars; else it is taken from the pages. In a dry run nothing is fetched or written."""

    committees: tuple[str, ...]
    into: Path
    since: date | None = None
    until: date | None = None
    kinds: frozenset[Kind] = DEFAULT_KINDS
    council: str = ""
    recheck: int = RECHECK
    dry_run: bool = False

    def span(self, today: date) -> tuple[date, date]:
        """The first and the last day."""
        return self.since or _FIRST, self.until or today + _AHEAD


class Happened(StrEnum):
    """What became of a file."""

    NEW = "new"
    CHANGED = "changed"
    ASIDE = "set aside"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Event:
    """What became of a file, or would in a dry run. `path` is empty where there is none, `reason` says why a file was
    set aside or failed. A meeting whose papers cannot be listed fails with the address of its page."""

    happened: Happened
    meeting: Meeting
    address: str
    path: Path | None = None
    size: int = 0
    reason: str = ""


@dataclass(slots=True)
class Counts:
    """What a fetch came to. `held` counts files that need not be fetched, `settled` meetings that need not be looked
    at, `withheld` links that are not for everybody, `unread` those in formats that boardmine does not read."""

    committees: int = 0
    meetings: int = 0
    called_off: int = 0
    settled: int = 0
    new: int = 0
    changed: int = 0
    held: int = 0
    aside: int = 0
    failed: int = 0
    withheld: int = 0
    unread: int = 0
    bytes: int = 0

    def said(self, into: Path | None, dry_run: bool) -> tuple[str, ...]:
        """What it came to, in lines, the first the most important."""
        verb = "would be fetched" if dry_run else "fetched"
        where = f" into {into}" if into else ""
        lines = [f"{self.new:,} new and {self.changed:,} changed files {verb}{where}"]
        off = f", {self.called_off:,} of them called off" if self.called_off else ""
        lines.append(f"{self.meetings:,} meetings{off}; {self.held:,} files held, {self.settled:,} meetings settled")
        left = [
            f"{count:,} {what}"
            for count, what in (
                (self.withheld, "not for everybody and left out"),
                (self.unread, "elsewhere or in formats that are not read"),
                (self.aside, "set aside"),
                (self.failed, "failed"),
            )
            if count
        ]
        return (*lines, *([", ".join(left)] if left else []))


class Listener(Protocol):
    """Hears how a fetch goes on."""

    def meetings(self, committees: Sequence[Committee], meetings: int) -> None:
        """So many meetings of these committees will be looked at."""

    def meeting(self, meeting: Meeting) -> None:
        """A meeting is done."""

    def file(self, event: Event) -> None:
        """A file is done."""

    def note(self, text: str) -> None:
        """Something had to be done without."""
