"""What need not be asked for: meetings that are settled, files that are held."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from boardmine.fetch.client import Look
from boardmine.fetch.manifest import HeldFile, HeldMeeting, State
from boardmine.fetch.model import Kind, Meeting, Paper

_AT_LAST = timedelta(days=730)
"""After two years nobody waits for minutes any more."""


def is_settled(meeting: Meeting, known: HeldMeeting | None, kinds: frozenset[Kind], recheck: int) -> bool:
    """Whether nothing new can be expected of a meeting: it was looked at, for these kinds, long enough after it was
    held, all could be got, and its minutes were out; and the site says of it what it said then."""
    if known is None or not known.complete or not kinds <= set(known.kinds) or known.held_on != meeting.date:
        return False
    if meeting.status and meeting.status != known.status:
        return False
    looked = known.asked >= meeting.date + timedelta(days=recheck)
    over = bool(known.minutes_published) or known.called_off or known.asked >= meeting.date + _AT_LAST
    return looked and over


def is_young(meeting: Meeting, today: date, recheck: int) -> bool:
    """Whether the papers of a meeting may still change."""
    return today <= meeting.date + timedelta(days=recheck)


def is_due(paper: Paper, held: HeldFile | None, young: bool, look: Callable[[], Look]) -> bool:
    """Whether a paper must be fetched, though a file of it may be held. Only where it may have changed, `look` asks how
    it is now: sites send no marks by which versions could be told, so size and time must do.

    Raises what `look` raises.
    """
    if held is None:
        return True
    published_anew = paper.published is not None and paper.published != held.published
    if held.state is State.REPLACED or not (young or published_anew):
        return False
    now = look()
    if now.size is not None and now.size != held.size:
        return True
    if now.changed and held.changed:
        return now.changed != held.changed
    # Nothing is known of it: it must be read to be compared.
    return now.size is None
