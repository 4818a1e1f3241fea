"""Carries out an order: committee by committee, meeting by meeting, file by file."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import nullcontext
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from boardmine.errors import FetchError, SiteUnreachable
from boardmine.fetch.client import Client
from boardmine.fetch.due import is_settled
from boardmine.fetch.first_pages import marking_of
from boardmine.fetch.keeping import Keeper
from boardmine.fetch.manifest import HeldMeeting, Manifest, load, meeting_key, only_one, save
from boardmine.fetch.model import Kind, Listing, Meeting
from boardmine.fetch.order import Counts, Event, Happened, Listener, Order
from boardmine.fetch.register import Register, chosen

_SILENT = 4
"""Addresses in a row that do not answer, after which the site is left alone."""


def carry_out(
    order: Order, client: Client, listener: Listener, today: date, marked: Callable[[Path], str] | None = None
) -> Counts:
    """Fetch what is due. `marked` gives the words by which a file says that it is not for everybody; where it is not
    given, the first pages are looked at in a process of their own.

    A file that cannot be got is told to the listener, and the rest goes on. Raises FetchError where the site cannot be
    asked at all, NoSuchCommittee, FolderInUse, BadManifest.
    """
    with nullcontext() if order.dry_run else only_one(order.into):
        work = _Work(order, client, listener, today, marked or marking_of)
        return work.all()


@dataclass(slots=True)
class _Work:
    order: Order
    client: Client
    listener: Listener
    today: date
    marked: Callable[[Path], str]
    counts: Counts = field(default_factory=Counts)
    _register: Register = field(init=False)
    _manifest: Manifest = field(init=False)
    _keeper: Keeper = field(init=False)

    def __post_init__(self) -> None:
        self._register = Register(self.client)
        self._manifest = load(self.order.into)
        self._keeper = Keeper(self.order, self.client, self._manifest, self.today, self.marked)

    def all(self) -> Counts:
        committees = chosen(self._register.committees(), self.order.committees)
        self._tell_notes()
        since, until = self.order.span(self.today)
        meetings: list[Meeting] = []
        for committee in committees:
            meetings += self._register.meetings(committee, since, until)
        self._tell_notes()
        self.counts.committees, self.counts.meetings = len(committees), len(meetings)
        self.listener.meetings(committees, len(meetings))
        for meeting in meetings:
            self._meeting(meeting)
            self.listener.meeting(meeting)
        return self.counts

    def _meeting(self, meeting: Meeting) -> None:
        key = meeting_key(self.client.site.address, meeting.id)
        known = self._manifest.meetings.get(key)
        intact = all(self._keeper.is_intact(file) for file in self._manifest.of_meeting(key).values())
        if is_settled(meeting, known, self.order.kinds, self.order.recheck) and intact:
            self.counts.settled += 1
            return
        try:
            listing = self._register.listing(meeting, self.order.kinds)
        except FetchError as error:
            self._note_meeting(key, Listing(meeting), complete=False)
            self._failed(meeting, self._register.address_of(meeting), error)
            return
        finally:
            self._tell_notes()
        self.counts.called_off += listing.meeting.called_off
        self.counts.withheld += listing.withheld
        self.counts.unread += listing.unread
        # A fetch that is killed leaves a meeting that was listed and not got whole.
        self._note_meeting(key, listing, complete=False)
        if self._papers(key, listing):
            self._note_meeting(key, listing, complete=True)

    def _papers(self, key: str, listing: Listing) -> bool:
        """Whether all papers of a meeting could be got."""
        whole = True
        tasks = self._keeper.tasks(key, listing, self._council(listing, key), self._register)
        for address, task in tasks:
            try:
                event = task()
            except FetchError as error:
                whole = False
                self._failed(listing.meeting, address, error)
                continue
            self._count(event)
            if event is not None:
                if not self.order.dry_run:
                    save(self._manifest, self.order.into)
                self.listener.file(event)
        return whole

    def _count(self, event: Event | None) -> None:
        match event.happened if event else None:
            case None:
                self.counts.held += 1
            case Happened.NEW:
                self.counts.new += 1
            case Happened.CHANGED:
                self.counts.changed += 1
            case Happened.ASIDE:
                self.counts.aside += 1
        self.counts.bytes += event.size if event else 0

    def _failed(self, meeting: Meeting, address: str, error: FetchError) -> None:
        """Tell of a failure. Raises SiteUnreachable where the site has stopped answering."""
        self.counts.failed += 1
        self.listener.file(Event(Happened.FAILED, meeting, address, reason=str(error).removeprefix(f"{address}: ")))
        if self.client.silent >= _SILENT:
            said = "has stopped answering; what was fetched is whole, and another run goes on from there"
            raise SiteUnreachable(f"{self.client.site.address}: {said}") from error

    def _note_meeting(self, key: str, listing: Listing, *, complete: bool) -> None:
        if self.order.dry_run:
            return
        meeting, known = listing.meeting, self._manifest.meetings.get(key)
        kinds: Sequence[Kind] = sorted(self.order.kinds | set(known.kinds if known else ()))
        self._manifest.meetings[key] = HeldMeeting(
            site=self.client.site.address,
            id=meeting.id,
            committee_id=meeting.committee.id,
            body=meeting.committee.title,
            held_on=meeting.date,
            time=meeting.time,
            council=self._council(listing, key),
            status=meeting.status,
            called_off=meeting.called_off,
            agenda_published=meeting.agenda_published,
            minutes_published=meeting.minutes_published,
            papers=len(listing.papers),
            withheld=listing.withheld,
            page=self._register.address_of(meeting),
            asked=self.today,
            kinds=list(kinds),
            complete=complete,
        )
        save(self._manifest, self.order.into)

    def _council(self, listing: Listing, key: str) -> str:
        """The council's name: as ordered, as the page says, as it was known before of this site."""
        known = self._manifest.meetings.get(key)
        site = self.client.site.address
        of_site = (m.council for m in self._manifest.meetings.values() if m.site == site and m.council)
        return self.order.council or listing.council or (known.council if known else "") or next(of_site, "")

    def _tell_notes(self) -> None:
        for note in self._register.notes:
            self.listener.note(note)
        self._register.notes.clear()
