"""The web pages of ModernGov, where the web service is off or does not say enough.

Links are known by where they lead (`ieListMeetings.aspx`, `ieListDocuments.aspx`, `documents/...`), what they are by
their text; classes and layout differ from council to council.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from urllib.parse import parse_qsl, urlsplit

from selectolax.lexbor import LexborHTMLParser, LexborNode

from boardmine.errors import AddressRefused, AnswerRefused
from boardmine.fetch.client import Client
from boardmine.fetch.items import items_of
from boardmine.fetch.links import is_document, is_read, is_restricted, kind_of, title_of
from boardmine.fetch.model import Committee, Kind, Listing, Meeting, Paper

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_DATE = re.compile(r"\b(\d{1,2})(?:st|nd|rd|th)?[\s-]+([a-z]{3})[a-z]*\.?,?[\s-]+(\d{4})\b", re.IGNORECASE)
_TIME = re.compile(r"\b\d{1,2}[.:]\d{2}\s*(?:[ap]\.?m\b\.?)?|\b(?:noon|midday)\b", re.IGNORECASE)
_COUNCIL = re.compile(r"\b(?:Council|Corporation|Combined Authority|Trust|Assembly)\b")
_PUBLISHED = re.compile(r"\bpublished\D{0,20}(\d{1,2})/(\d{1,2})/(\d{4})", re.IGNORECASE)
_MOST_YEARS = 60
_EMPTY_YEARS = 2
"""Years without meetings after which no earlier ones are asked for."""


@dataclass(frozen=True, slots=True)
class Pages:
    """The pages of a site. Every method raises FetchError."""

    client: Client

    def committees(self) -> list[Committee]:
        """The committees that are listed."""
        found: dict[str, Committee] = {}
        for link in self._links("mgListCommittees.aspx", bcr="1"):
            ident = link.values.get("id") if link.page == "mgcommitteedetails" else None
            if link.page == "ielistmeetings":
                ident = link.values.get("cid") or link.values.get("committeeid")
            if ident and ident.isdigit() and link.text:
                found.setdefault(ident, Committee(ident, link.text))
        if not found:
            raise AnswerRefused(f"{self.client.site.page('mgListCommittees.aspx')}: no committees are listed there")
        return list(found.values())

    def meetings(self, committee: Committee, since: date, until: date) -> list[Meeting]:
        """The meetings of a committee from one day to another, the days included, in order."""
        found: dict[str, Meeting] = {}
        years = [year for year in self._year("0", committee, found) if since.year - 1 <= int(year) <= until.year]
        if years:
            for year in years[:_MOST_YEARS]:
                self._year(year, committee, found)
        else:
            # The page links no other years: they are asked for backwards, until there is nothing more.
            newest = min((meeting.date.year for meeting in found.values()), default=until.year)
            self._backwards(newest, since.year, committee, found)
        asked = [meeting for meeting in found.values() if since <= meeting.date <= until]
        return sorted(asked, key=lambda meeting: (meeting.date, meeting.id))

    def _backwards(self, newest: int, oldest: int, committee: Committee, found: dict[str, Meeting]) -> None:
        empty = 0
        for year in range(newest, max(oldest, newest - _MOST_YEARS) - 1, -1):
            before = len(found)
            self._year(str(year), committee, found)
            empty = empty + 1 if len(found) == before else 0
            if empty > _EMPTY_YEARS:
                return

    def _year(self, year: str, committee: Committee, found: dict[str, Meeting]) -> list[str]:
        """Add the meetings that are listed for a year, 0 for what the site shows first; gives back the years that are
        linked there."""
        years: list[str] = []
        for link in self._links("ieListMeetings.aspx", CId=committee.id, Year=year):
            values = link.values
            if (values.get("cid") or values.get("committeeid") or committee.id) != committee.id:
                continue
            other, ident = values.get("year", ""), values.get("mid") or values.get("meetingid", "")
            if link.page == "ielistmeetings" and re.fullmatch(r"(?:19|20)\d\d", other) and other not in years:
                years.append(other)
            held = day_in(link.text)
            if link.page in ("ielistdocuments", "ieagenda") and ident.isdigit() and held:
                time = _TIME.search(_DATE.sub("", link.text))
                found[ident] = Meeting(ident, committee, held, time[0] if time else "", link.beside)
        return years

    def listing(self, meeting: Meeting) -> Listing:
        """What is published of a meeting, by its page."""
        address = self.address_of(meeting)
        page = self.client.text(address)
        tree = LexborHTMLParser(page)
        papers: dict[str, Paper] = {}
        closed: set[str] = set()
        unread = 0
        for link in _links_in(tree, self.client, address):
            if not is_document(link.address):
                continue
            title = title_of(link.text) or title_of(link.title)
            kind = kind_of(title, link.address)
            if is_restricted(title):
                closed.add(link.address)
            elif kind is None or not is_read(link.address):
                unread += 1
            else:
                known = papers.get(link.address)
                if known is None or len(title) > len(known.title):
                    papers[link.address] = Paper(kind, title, link.address, link.published, link.item)
        items = items_of(tree, self.client.site, address)
        minuted = any(item.minutes or item.more for item in items)
        held = [paper.kind for paper in papers.values()]
        known_as = replace(
            meeting,
            agenda_published=Kind.PACKS in held or Kind.ITEMS in held,
            minutes_published=Kind.MINUTES in held or minuted,
        )
        openly = tuple(paper for paper in papers.values() if paper.address not in closed)
        return Listing(known_as, openly, items, len(closed), frozenset(closed), unread, _council(tree), page)

    def address_of(self, meeting: Meeting) -> str:
        """The address of the page of a meeting."""
        return self.client.site.page("ieListDocuments.aspx", CId=meeting.committee.id, MId=meeting.id, Ver="4")

    def _links(self, name: str, **values: str) -> Iterator[_Link]:
        address = self.client.site.page(name, **values)
        return _links_in(LexborHTMLParser(self.client.text(address)), self.client, address)


@dataclass(frozen=True, slots=True)
class _Link:
    """A link within the site: address, its text and title, what else stands in the same row, the number of the item
    and the date of publication where they stand with it."""

    address: str
    text: str
    title: str
    beside: str
    item: str
    published: date | None

    @property
    def page(self) -> str:
        """The name of the page it leads to, in lower case and without `.aspx`."""
        return urlsplit(self.address).path.rpartition("/")[2].lower().removesuffix(".aspx")

    @property
    def values(self) -> dict[str, str]:
        """What it asks for, by key in lower case."""
        return {key.lower(): value for key, value in parse_qsl(urlsplit(self.address).query)}


def _links_in(tree: LexborHTMLParser, client: Client, page: str) -> Iterator[_Link]:
    for node in tree.css("a[href]"):
        try:
            address = client.site.resolve(node.attributes.get("href") or "", page)
        except AddressRefused:
            continue
        row = _row(node)
        text = _said(node)
        beside = _said(row).replace(text, " ", 1) if row is not None else ""
        published = _PUBLISHED.search(beside)
        yield _Link(
            address,
            text,
            " ".join((node.attributes.get("title") or "").split()),
            " ".join(beside.split()),
            _item(node),
            _day(published[1], published[2], published[3]) if published else None,
        )


def day_in(text: str) -> date | None:
    """The first date in a text: `16 Apr 2024 5.30 pm`, `Tuesday, 16th April, 2024`."""
    for found in _DATE.finditer(text):
        month = found[2].lower()
        if month in _MONTHS:
            return _day(found[1], str(_MONTHS.index(month) + 1), found[3])
    return None


def _day(day: str, month: str, year: str) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None


def _row(node: LexborNode) -> LexborNode | None:
    """What a link stands in: an entry of a list, or a row of a table."""
    parent = node.parent
    for _ in range(4):
        if parent is None or parent.tag in ("li", "tr"):
            return parent
        parent = parent.parent
    return None


def _item(node: LexborNode) -> str:
    """The number of the item in whose row of the table a link stands."""
    parent = node.parent
    while parent is not None:
        if parent.tag == "tr":
            cell = parent.css_first("td")
            found = re.match(r"(\d{1,3}[a-z]?)\b", _said(cell)) if cell is not None else None
            if found:
                return found[1]
        parent = parent.parent
    return ""


def _said(node: LexborNode) -> str:
    return " ".join(node.text(deep=True, separator=" ").split())


def _council(tree: LexborHTMLParser) -> str:
    """The name of the council, which most sites put at an end of a page's title."""
    titled = tree.css_first("head title")
    parts = re.split(r"\s+[|–-]\s+|\s*\|\s*", _said(titled)) if titled is not None else []
    for part in (parts[-1:] + parts[:1]) if len(parts) > 1 else []:
        if _COUNCIL.search(part) and len(part) < 80 and not re.search(r"\d", part) and part != "Modern Council":
            return part
    return ""
