"""What a ledger says: the fates of numbers, an entry for each number, all entries of a document."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum


class Fate(StrEnum):
    """What became of a numeral."""

    OBSERVATION = "observation"
    DATE = "date"
    TIME = "time"
    MONEY = "money"
    AGE = "age"
    DURATION = "duration"
    DISTANCE = "distance"
    REFERENCE = "reference"
    """The number of something that has numbers: a law, a paragraph, an item, a page."""
    CONTACT = "contact"
    DEFINITION = "definition"
    """Part of what a word means: `3 or more placements`, `good attendance is above 95%`."""
    LIST_MARKER = "list_marker"
    FURNITURE = "furniture"
    MARKUP = "markup"
    AXIS = "axis"
    """A tick on the axis of a chart, whose text reached the page as a row of evenly spaced numbers."""
    WHOLE = "whole"
    """The 100 per cent that a breakdown adds up to, which is true of every breakdown."""
    STORY = "story"
    """Told of one child: in a case study."""
    OTHER_COUNT = "other_count"
    """Counts or measures something that no metric is for; the entry's note says what."""
    OTHER_SHARE = "other_share"
    """A share of something that no metric is for: neither its sentence nor what governs it has words of a metric."""
    UNEXPLAINED = "unexplained"


@dataclass(frozen=True, slots=True)
class Entry:
    """One number of a document: where it stands in the text, how it is written, its fate, and, for a count or share
    of something the catalogue has no metric for, of what (empty where no noun says it)."""

    start: int
    end: int
    text: str
    fate: Fate
    note: str = ""
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Ledger:
    """All numbers of a document in order of their place."""

    entries: tuple[Entry, ...]

    def counts(self) -> dict[Fate, int]:
        """How many numbers met each fate, only those that occur."""
        counted = Counter(entry.fate for entry in self.entries)
        return {fate: counted[fate] for fate in Fate if counted[fate]}

    @property
    def unexplained(self) -> tuple[Entry, ...]:
        """The numbers that are left unexplained."""
        return tuple(e for e in self.entries if e.fate is Fate.UNEXPLAINED)


@dataclass(frozen=True, slots=True)
class Known:
    """A range of the document's text whose numbers have a fate; `note` as in an entry."""

    start: int
    end: int
    fate: Fate
    note: str = ""
