"""Shows what a council's site publishes: committees, and meetings with what there is of each."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Any

from rich.progress import track

from boardmine.cli.answers import show_rows
from boardmine.cli.screen import complain, err
from boardmine.errors import FetchError
from boardmine.fetch.model import Committee, Kind, Listing, Meeting
from boardmine.fetch.register import Register

_ALL = frozenset(Kind)


def show_committees(committees: Sequence[Committee], notes: Iterable[str], as_json: bool) -> None:
    """The committees of a site."""
    _notes(notes)
    if as_json:
        _lines({"id": c.id, "title": c.title, "expired": c.expired} for c in committees)
    else:
        show_rows(
            ("committee", "number", "meets"), [(c.title, c.id, "no more" if c.expired else "yes") for c in committees]
        )


def show_meetings(register: Register, meetings: Sequence[Meeting], as_json: bool) -> None:
    """Meetings, and what is published of each, about which the site is asked. One that cannot be listed is named."""
    rows = []
    console = err()
    shown = track(meetings, "asking", console=console, transient=True, disable=not console.is_terminal)
    for meeting in shown:
        try:
            rows.append(_row(register.listing(meeting, _ALL), register.address_of(meeting)))
        except FetchError as error:
            complain(register.address_of(meeting), str(error))
    _notes(register.notes)
    if as_json:
        _lines(rows)
    elif rows:
        several = len({row["body"] for row in rows}) > 1
        columns = [name for name in rows[0] if name not in ("meeting_id", "page") and (several or name != "body")]
        show_rows(columns, [tuple(row[name] for name in columns) for row in rows])


def _row(listing: Listing, page: str) -> dict[str, Any]:
    meeting = listing.meeting
    items = any(item.minutes or item.more for item in listing.items)
    minutes = sum(paper.kind is Kind.MINUTES for paper in listing.papers)
    return {
        "date": meeting.date.isoformat(),
        "body": meeting.committee.title,
        "packs": sum(paper.kind is Kind.PACKS for paper in listing.papers),
        "minutes": "printed" if minutes else "by item" if items else "none",
        "items": sum(paper.kind is Kind.ITEMS for paper in listing.papers),
        "withheld": listing.withheld,
        "status": meeting.status,
        "meeting_id": meeting.id,
        "page": page,
    }


def _notes(notes: Iterable[str]) -> None:
    for note in notes:
        complain("note", note)


def _lines(rows: Iterable[dict[str, Any]]) -> None:
    for row in rows:
        print(json.dumps(row, ensure_ascii=False), flush=True)  # noqa: T201
