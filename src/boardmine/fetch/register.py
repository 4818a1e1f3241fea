"""What a site publishes: by its web service, and by its pages where that is off or does not say enough."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from rapidfuzz import fuzz, process
from selectolax.lexbor import LexborHTMLParser

from boardmine.errors import FetchError, NoSuchCommittee
from boardmine.fetch.client import Client
from boardmine.fetch.items import minuted
from boardmine.fetch.links import is_front_sheet
from boardmine.fetch.model import Committee, Item, Kind, Listing, Meeting, Paper
from boardmine.fetch.pages import Pages
from boardmine.fetch.service import Service

_ALIKE = 60
_SUGGESTED = 5


@dataclass(slots=True)
class Register:
    """The committees and meetings of a site. `notes` says what had to be done without. Methods raise FetchError."""

    client: Client
    notes: list[str] = field(default_factory=list)
    _service: Service | None = field(init=False)
    _pages: Pages = field(init=False)

    def __post_init__(self) -> None:
        self._service = Service(self.client)
        self._pages = Pages(self.client)

    def committees(self) -> list[Committee]:
        """The committees of the site, by title; those that meet no more at the end."""
        self.client.greet()
        found: list[Committee] = []
        if self._service:
            try:
                found = self._service.committees()
            except FetchError as error:
                self.notes.append(f"the web service cannot be used, so the pages are read: {error}")
                self._service = None
        if not found:
            found = self._pages.committees()
        return sorted(found, key=lambda committee: (committee.expired, committee.title.casefold(), committee.id))

    def meetings(self, committee: Committee, since: date, until: date) -> list[Meeting]:
        """The meetings of a committee from one day to another, the days included, in order."""
        if self._service:
            try:
                return self._service.meetings(committee, since, until)
            except FetchError as error:
                self.notes.append(f"{committee.title}: the pages are read: {error}")
        return self._pages.meetings(committee, since, until)

    def listing(self, meeting: Meeting, kinds: frozenset[Kind]) -> Listing:
        """What is published of a meeting, as far as it matters for these kinds."""
        found: Listing | None = None
        if self._service:
            try:
                found = self._service.listing(meeting)
            except FetchError as error:
                self.notes.append(f"{meeting.committee.title}, {meeting.date}: the page is read: {error}")
        if found is None and meeting.called_off:
            return Listing(meeting)
        if found is None:
            return _tidy(self._pages.listing(meeting))
        if found.meeting.called_off or not _lacks(found, kinds):
            return _tidy(found)
        try:
            return _tidy(_joined(found, self._pages.listing(found.meeting)))
        except FetchError as error:
            self.notes.append(f"{meeting.committee.title}, {meeting.date}: the page cannot be read: {error}")
            return _tidy(found)

    def address_of(self, meeting: Meeting) -> str:
        """The address of the page of a meeting."""
        return self._pages.address_of(meeting)

    def in_full(self, items: Iterable[Item]) -> list[Item]:
        """Items with all that was minuted under them, where a page has only the beginning."""
        whole = []
        for item in items:
            if item.more:
                body = LexborHTMLParser(self.client.text(item.more)).body
                item = replace(item, minutes=(minuted(body) if body is not None else "") or item.minutes)
            whole.append(item)
        return whole


def chosen(committees: Sequence[Committee], names: Iterable[str]) -> list[Committee]:
    """The committees that are named: by title, whatever its case and signs, by number, or by words of which only one
    title has all. A name may be that of several, where a committee was set up anew.

    Raises NoSuchCommittee, which says which titles are alike.
    """
    found: dict[str, Committee] = {}
    for name in names:
        plain = _plain(name)
        same = [c for c in committees if _plain(c.title) == plain] or [c for c in committees if c.id == name.strip()]
        if not same:
            same = [c for c in committees if set(plain.split()) <= set(_plain(c.title).split())] if plain else []
            if len({_plain(c.title) for c in same}) != 1:
                raise NoSuchCommittee(_none_of(name, committees, same))
        found |= {committee.id: committee for committee in same}
    return list(found.values())


def _none_of(name: str, committees: Sequence[Committee], several: Sequence[Committee]) -> str:
    titles = sorted({committee.title for committee in committees})
    if several:
        meant = ", ".join(sorted({committee.title for committee in several}))
        return f"{name!r} may be {meant}"
    alike = [
        title
        for title, likeness, _ in process.extract(
            name, titles, scorer=fuzz.token_set_ratio, processor=_plain, limit=_SUGGESTED
        )
        if likeness >= _ALIKE
    ]
    said = f"alike are {', '.join(alike)}" if alike else "--list shows all"
    return f"there is no committee {name!r} among {len(titles)}; {said}"


def _plain(text: str) -> str:
    said = re.sub(r"['’]", "", text.casefold().replace("&", " and "))
    return " ".join(re.findall(r"[a-z0-9]+", said))


def _lacks(listing: Listing, kinds: frozenset[Kind]) -> bool:
    """Whether the page of a meeting may say more than the web service: packs and printed minutes stand there alone."""
    packs = Kind.PACKS in kinds and not listing.has(Kind.PACKS) and listing.meeting.agenda_published is not False
    minutes = Kind.MINUTES in kinds and not listing.has(Kind.MINUTES) and listing.meeting.minutes_published is not False
    return packs or minutes or Kind.PAGES in kinds


def _joined(service: Listing, page: Listing) -> Listing:
    """What the web service says, and of the page what it does not know."""
    known = {paper.address for paper in service.papers} | service.closed
    more = tuple(p for p in page.papers if p.address not in known and p.kind is not Kind.ITEMS)
    closed = service.closed | page.closed
    papers = tuple(paper for paper in (*service.papers, *more) if paper.address not in closed)
    minuted = any(item.minutes for item in service.items)
    items = service.items if minuted or service.meeting.minutes_published is False else page.items or service.items
    # The service also says yes where only restricted items have papers or minutes: what counts is what is open.
    flags = replace(
        service.meeting,
        agenda_published=any(p.kind in (Kind.PACKS, Kind.ITEMS) for p in papers),
        minutes_published=any(p.kind is Kind.MINUTES for p in papers) or any(i.minutes or i.more for i in items),
    )
    return replace(
        service,
        meeting=flags,
        papers=papers,
        items=items,
        withheld=max(service.withheld, page.withheld),
        closed=closed,
        unread=max(service.unread, page.unread),
        council=page.council,
        page=page.page,
    )


def _tidy(listing: Listing) -> Listing:
    """A listing without the agenda's front sheet where there is a pack, which begins with it."""
    packs = [paper for paper in listing.papers if paper.kind is Kind.PACKS]
    fronts = {paper.address for paper in packs if is_front_sheet(paper.title)}
    if len(fronts) == len(packs):
        return listing
    kept: tuple[Paper, ...] = tuple(paper for paper in listing.papers if paper.address not in fronts)
    return replace(listing, papers=kept)
