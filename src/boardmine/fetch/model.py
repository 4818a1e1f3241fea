"""What a council's site publishes: committees, their meetings, and of each meeting papers and items."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

_CALLED_OFF = re.compile(r"\b(?:cancel|postpon|abandon)", re.IGNORECASE)


class Kind(StrEnum):
    """What of a meeting is wanted: its packs with their supplements; its minutes; the paper of each item; the web
    page."""

    PACKS = "packs"
    MINUTES = "minutes"
    ITEMS = "items"
    PAGES = "pages"


@dataclass(frozen=True, slots=True)
class Committee:
    """A committee. `expired`: it meets no more."""

    id: str
    title: str
    expired: bool = False


@dataclass(frozen=True, slots=True)
class Meeting:
    """A meeting of a committee. Whether agenda and minutes are published is None where the site does not say."""

    id: str
    committee: Committee
    date: date
    time: str = ""
    status: str = ""
    agenda_published: bool | None = None
    minutes_published: bool | None = None

    @property
    def called_off(self) -> bool:
        """Whether it was cancelled or postponed."""
        return _CALLED_OFF.search(self.status) is not None


@dataclass(frozen=True, slots=True)
class Paper:
    """A file that is linked. `address` is absolute and within the site; `published` is when it was, where it is said;
    `item` is the number of the agenda item."""

    kind: Kind
    title: str
    address: str
    published: date | None = None
    item: str = ""


@dataclass(frozen=True, slots=True)
class Item:
    """An item of an agenda. `minutes` is what was minuted, as HTML, empty where nothing is published; `more` is the
    address of its own page where the minutes here are cut short."""

    id: str
    number: str
    title: str
    minutes: str = ""
    more: str = ""


@dataclass(frozen=True, slots=True)
class Listing:
    """All that is published of a meeting: papers and items that are open to everybody; how many links were left out
    because they are restricted (`withheld`, their addresses in `closed`) or in a format that is not read (`unread`);
    the council's name where the page says it; the page itself where it was read."""

    meeting: Meeting
    papers: tuple[Paper, ...] = ()
    items: tuple[Item, ...] = ()
    withheld: int = 0
    closed: frozenset[str] = frozenset()
    unread: int = 0
    council: str = ""
    page: str = ""

    def has(self, kind: Kind) -> bool:
        """Whether a paper of a kind is linked."""
        return any(paper.kind is kind for paper in self.papers)
