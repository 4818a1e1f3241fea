"""The web service of ModernGov: committees, meetings, and what is published of each.

Elements are described in `Model`; flags are `True` and `False`, dates `16/04/2024`. Servers may leave elements out,
ignore the dates that they are asked for, and answer with nothing where a meeting was cancelled.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import date
from xml.etree.ElementTree import Element

from boardmine.errors import AddressRefused, AnswerRefused
from boardmine.fetch import xml
from boardmine.fetch.addresses import Site
from boardmine.fetch.client import Client
from boardmine.fetch.links import is_read, is_restricted, kind_of, title_of
from boardmine.fetch.model import Committee, Item, Listing, Meeting, Paper

_PAGE = "mgWebService.asmx"


@dataclass(frozen=True, slots=True)
class Service:
    """The web service of a site. Every method raises FetchError."""

    client: Client

    def committees(self) -> list[Committee]:
        """The committees of a site, without those that were deleted. Raises AnswerRefused where there are none: a
        service that is off may answer with a page, or with nothing."""
        # Some versions want a value that means nothing.
        root = self._ask("GetCommittees", lDummy="0")
        found = [
            Committee(ident, xml.said(entry, "committeetitle"), xml.flag(entry, "committeeexpired") is True)
            for entry in xml.elements(root, "committee")
            if (ident := xml.said(entry, "committeeid")) and xml.flag(entry, "committeedeleted") is not True
        ]
        if not found:
            raise AnswerRefused(f"{self.client.site.page(_PAGE)}: the web service names no committees")
        return found

    def meetings(self, committee: Committee, since: date, until: date) -> list[Meeting]:
        """The meetings of a committee from one day to another, the days included, in order."""
        root = self._ask(
            "GetMeetings", lCommitteeId=committee.id, sFromDate=f"{since:%d/%m/%Y}", sToDate=f"{until:%d/%m/%Y}"
        )
        found = {}
        for entry in xml.elements(root, "meeting"):
            ident, held = xml.said(entry, "meetingid"), xml.day(xml.said(entry, "meetingdate"))
            if ident and held and since <= held <= until:
                found[ident] = Meeting(
                    ident, committee, held, xml.said(entry, "meetingtime"), xml.said(entry, "meetingstatus")
                )
        return sorted(found.values(), key=lambda meeting: (meeting.date, meeting.id))

    def listing(self, meeting: Meeting) -> Listing | None:
        """What is published of a meeting; None where the service answers with nothing."""
        root = self._ask("GetMeeting", lMeetingId=meeting.id)
        entry = next(xml.elements(root, "meeting"), None)
        if entry is None or not len(entry):
            return None
        known = replace(
            meeting,
            date=xml.day(xml.said(entry, "meetingdate")) or meeting.date,
            time=xml.said(entry, "meetingtime") or meeting.time,
            status=xml.said(entry, "meetingstatus") or meeting.status,
            agenda_published=xml.flag(entry, "agendapublished"),
            minutes_published=xml.flag(entry, "minutepublished"),
        )
        papers: list[Paper] = []
        items: list[Item] = []
        left = _Left()
        for name in ("linkeddocuments", "linkeddocs"):
            holder = xml.child(entry, name)
            if holder is not None:
                papers += self._papers(holder, left, "", of_item=False)
        for item in xml.elements(entry, "agendaitem"):
            title, number = xml.said(item, "agendaitemtitle"), xml.said(item, "agendaitemnumber")
            linked = list(xml.elements(item, "linkeddoc"))
            if xml.flag(item, "isrestricted") is True or is_restricted(title):
                left.withhold(linked, self.client.site)
                continue
            papers += self._papers(item, left, number, of_item=True)
            minuted = xml.markup(item, "minutesnonemptyhtmlbody")
            unpublished = xml.flag(item, "isminutepublished") is False or known.minutes_published is False
            items.append(Item(xml.said(item, "agendaitemid"), number, title, "" if unpublished else minuted))
        return Listing(known, tuple(papers), tuple(items), left.withheld, frozenset(left.closed), left.unread)

    def _papers(self, holder: Element, left: _Left, number: str, *, of_item: bool) -> list[Paper]:
        found = []
        for entry in xml.elements(holder, "linkeddoc"):
            title = title_of(xml.said(entry, "title"))
            if xml.flag(entry, "isrestricted") is True or is_restricted(title):
                left.withhold([entry], self.client.site)
                continue
            try:
                address = self.client.site.resolve(xml.unescaped(xml.raw(entry, "url").strip()))
            except AddressRefused:
                left.unread += 1
                continue
            kind = kind_of(title, address, of_item=of_item)
            if kind is None or not is_read(address):
                left.unread += 1
                continue
            found.append(Paper(kind, title, address, xml.day(xml.said(entry, "publicationdate")), number))
        return found

    def _ask(self, method: str, **values: str) -> Element | None:
        address = self.client.site.page(f"{_PAGE}/{method}", **values)
        return xml.parse(self.client.text(address), address)


@dataclass(slots=True)
class _Left:
    """How many links were left out, and why; the addresses of those that are restricted."""

    withheld: int = 0
    unread: int = 0
    closed: set[str] = field(default_factory=set)

    def withhold(self, linked: Sequence[Element], site: Site) -> None:
        """Take note of what is restricted: an item with its papers, or one paper."""
        self.withheld += len(linked) or 1
        for entry in linked:
            with suppress(AddressRefused):
                self.closed.add(site.resolve(xml.unescaped(xml.raw(entry, "url").strip())))
