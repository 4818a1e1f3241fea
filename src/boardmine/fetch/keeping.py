"""Gets the papers of one meeting and puts them in their place."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from pathlib import Path

from boardmine.errors import AnswerRefused
from boardmine.fetch.client import Client
from boardmine.fetch.download import Got, download, drop
from boardmine.fetch.due import is_due, is_young
from boardmine.fetch.manifest import Earlier, HeldFile, Manifest, State
from boardmine.fetch.minutes import document, quiet, words
from boardmine.fetch.model import Item, Kind, Listing, Meeting, Paper
from boardmine.fetch.order import Event, Happened, Order
from boardmine.fetch.register import Register
from boardmine.fetch.shelf import Shelf

Task = Callable[[], Event | None]
"""Gets a file where it is due; gives back what became of it, None where it is held already. Raises FetchError."""


@dataclass(slots=True)
class Keeper:
    """Keeps the files of an order, and the manifest in step with them."""

    order: Order
    client: Client
    manifest: Manifest
    today: date
    marked: Callable[[Path], str]
    shelf: Shelf = field(init=False)

    def __post_init__(self) -> None:
        self.shelf = Shelf(self.order.into)

    def is_intact(self, file: HeldFile) -> bool:
        """Whether a file is there as it was got."""
        return self.shelf.is_intact(file)

    def tasks(self, key: str, listing: Listing, council: str, register: Register) -> Iterator[tuple[str, Task]]:
        """What is to be got of a meeting: addresses, and how. Packs come first."""
        of = _Of(key, listing.meeting, council, register.address_of(listing.meeting))
        kinds = self.order.kinds
        wanted = {paper.address: paper for paper in listing.papers if paper.kind in kinds}
        for paper in sorted(wanted.values(), key=lambda paper: paper.kind is not Kind.PACKS):
            yield paper.address, partial(self._paper, of, paper)
        if Kind.MINUTES in kinds and any(item.minutes or item.more for item in listing.items):
            if listing.has(Kind.MINUTES):
                yield of.minutes, partial(self._give_up, of)
            else:
                yield of.minutes, partial(self._minutes, of, listing.items, register)
        if Kind.PAGES in kinds and listing.page:
            yield of.page, partial(self._page, of, listing)

    def _paper(self, of: _Of, paper: Paper) -> Event | None:
        held = self.manifest.files.get(paper.address)
        if held is not None and not self.shelf.is_intact(held):
            held = None
        young = is_young(of.meeting, self.today, self.order.recheck)
        if not is_due(paper, held, young, partial(self.client.look, paper.address)):
            if held is not None and not self.order.dry_run:
                self.manifest.files[paper.address] = held.model_copy(update={"published": paper.published})
            return None
        if self.order.dry_run:
            return Event(Happened.CHANGED if held else Happened.NEW, of.meeting, paper.address, self._named(of, paper))
        part = self.shelf.part(paper.address)
        return self._keep(of, paper, part, download(self.client, paper.address, part))

    def _minutes(self, of: _Of, items: tuple[Item, ...], register: Register) -> Event | None:
        whole = items if self.order.dry_run else tuple(register.in_full(items))
        text = document(of.meeting, whole, of.council, of.page)
        paper = Paper(Kind.MINUTES, "Minutes of the items", of.minutes)
        # Service and pages set the same words differently.
        return self._made_here(of, paper, text, hashlib.sha256(words(text).encode()).hexdigest())

    def _page(self, of: _Of, listing: Listing) -> Event | None:
        # Pages carry words that differ with every call, so what they list decides whether they have changed.
        said = repr((listing.meeting.status, listing.papers, listing.items))
        paper = Paper(Kind.PAGES, "Web page", of.page)
        return self._made_here(of, paper, quiet(listing.page), hashlib.sha256(said.encode()).hexdigest())

    def _made_here(self, of: _Of, paper: Paper, text: str, mark: str) -> Event | None:
        """Keep a page whose text is known. `mark` tells versions apart."""
        held = self.manifest.files.get(paper.address)
        if not text or (held and held.changed == mark and held.state is State.HELD and self.shelf.is_intact(held)):
            return None
        if self.order.dry_run:
            return Event(Happened.CHANGED if held else Happened.NEW, of.meeting, paper.address, self._named(of, paper))
        part = self.shelf.part(paper.address)
        content = text.encode("utf-8", "replace")
        part.write_bytes(content)
        got = Got(len(content), hashlib.sha256(content).hexdigest(), mark)
        return self._keep(of, paper, part, got)

    def _give_up(self, of: _Of) -> None:
        """Printed minutes are out: the document made of the items' minutes says the same and goes."""
        held = self.manifest.files.get(of.minutes)
        if held is not None and held.state is State.HELD and not self.order.dry_run:
            self.shelf.keep_earlier(held)
            changed = {"state": State.REPLACED, "reason": "printed minutes are published"}
            self.manifest.files[of.minutes] = held.model_copy(update=changed)

    def _keep(self, of: _Of, paper: Paper, part: Path, got: Got) -> Event | None:
        """Put a file that has come in its place."""
        head = self.shelf.head(part)
        before = self.manifest.files.get(paper.address)
        name = before.path if before else self._name(of, paper, head)
        if name.endswith(".pdf") and b"%PDF-" not in head:
            drop(part)
            what = "a web page" if head.lstrip()[:1] == b"<" else "something else"
            raise AnswerRefused(f"{paper.address}: should be a PDF and is {what}")
        same = self._same(of, got, paper.address)
        if same is not None:
            drop(part)
            self.manifest.files[paper.address] = same.model_copy(update={"published": paper.published})
            return None
        held = HeldFile(
            path=name,
            kind=paper.kind,
            title=paper.title,
            meeting=of.key,
            size=got.size,
            sha256=got.sha256,
            fetched=self.today,
            item=paper.item,
            changed=got.changed,
            published=paper.published,
            earlier=before.earlier if before else [],
        )
        marking = self.marked(part) if paper.kind is not Kind.PAGES else ""
        if marking:
            self.manifest.files[paper.address] = held.model_copy(update={"state": State.ASIDE, "reason": marking})
            aside = self.shelf.put_aside(part, name)
            drop(part)
            reason = f"its first pages say: {marking}"
            return Event(Happened.ASIDE, of.meeting, paper.address, aside, got.size, reason)
        happened = Happened.NEW
        if before is not None and before.state is State.HELD and self.shelf.at(before.path).exists():
            happened = Happened.CHANGED
            held.earlier = [*before.earlier, self._earlier(before)]
        path = self.shelf.put(part, name, of.facts(paper))
        drop(part)
        self.manifest.files[paper.address] = held
        return Event(happened, of.meeting, paper.address, path, got.size)

    def _earlier(self, before: HeldFile) -> Earlier:
        kept = self.shelf.keep_earlier(before)
        return Earlier(path=kept, size=before.size, sha256=before.sha256, fetched=before.fetched)

    def _same(self, of: _Of, got: Got, address: str) -> HeldFile | None:
        """A file of the meeting with the same content: councils link one file under several addresses, and a server
        that says nothing of a file has it read again to be compared."""
        for known, file in self.manifest.of_meeting(of.key).items():
            if file.sha256 == got.sha256 and file.state is not State.REPLACED and self.shelf.is_intact(file):
                # The server may give it another time of change now.
                return file.model_copy(update={"changed": got.changed}) if known == address else file
        return None

    def _name(self, of: _Of, paper: Paper, head: bytes) -> str:
        return self.shelf.name_for(of.meeting, paper, head, {file.path for file in self.manifest.files.values()})

    def _named(self, of: _Of, paper: Paper) -> Path:
        """Where a paper would stand."""
        held = self.manifest.files.get(paper.address)
        head = b"<" if paper.address in (of.minutes, of.page) else b"%PDF-"
        return self.order.into / (held.path if held else self._name(of, paper, head))


@dataclass(frozen=True, slots=True)
class _Of:
    """The meeting that papers are of: its key in the manifest, the council's name, the address of its page."""

    key: str
    meeting: Meeting
    council: str
    page: str

    @property
    def minutes(self) -> str:
        """By what address the minutes of the items are known: they have none of their own."""
        return f"{self.page}#minutes"

    def facts(self, paper: Paper) -> dict[str, str]:
        """What the sidecar of a paper says."""
        return {
            "council": self.council,
            "body": self.meeting.committee.title,
            "title": paper.title if paper.address != self.minutes else "Minutes",
            "date": self.meeting.date.isoformat(),
            "url": self.page if paper.address == self.minutes else paper.address,
            "published": paper.published.isoformat() if paper.published else "",
            "committee_id": self.meeting.committee.id,
            "meeting_id": self.meeting.id,
        }
