"""Reads off the first lines of a part what it is: kind, title, body, author, date."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from string import capwords

from boardmine.document import Block, BlockKind, PartKind
from boardmine.readers.parts.dates import labelled_date, lone_date, meeting_date, title_date

OPENING = 30
"""How many blocks of a part are looked at for what it says of itself."""

_COUNCIL = re.compile(
    r"\b([A-Z][\w’'-]+(?: (?:[A-Z][\w’'-]+|upon|on|and|with|the|&)){0,4}?"
    r"(?: (?:Metropolitan|Borough|City|County|District|Unitary|Combined))* (?:Council|Authority)"
    r"|London Borough of [A-Z]\w+(?: and [A-Z]\w+)?)\b"
)
_BODY = re.compile(
    r"\b([A-Z][\w’'-]+(?:,? (?:[A-Z][\w’'-]+|and|of|for|the|on|&)){0,9} "
    r"(?:Board|Committee|Panel|Cabinet|Executive|Forum|Sub-Committee|Subcommittee|Partnership))\b"
)
_NO_COUNCIL = re.compile(
    r"\b(?:Report|Member|Meeting|Members|Executive|Chair|Leader|Constitution|Full|Care Council|County Council Network|Youth Council|Health Authority|Local Authority|the Council|The Council)\b"
)
_MINUTES = re.compile(
    r"\bminutes\b|\b(?:meeting|meetings) of\b.{0,160}\b(?:was|were) held on\b|^\s*PRESENT\s*:", re.I | re.DOTALL
)
_AGENDA = re.compile(r"^\W*agenda\W*$|\bagenda (?:for|frontsheet|pack)\b|^\s*a\s*g\s*e\s*n\s*d\s*a\s*$", re.I)
_APPENDIX = re.compile(r"^\W*(?:appendix|annex)\s+[A-Z0-9]{1,3}\b", re.I)
_SLIDES = re.compile(r"\b(?:presentation|slides?)\b", re.I)
_AUTHOR = re.compile(
    r"^\W*(?:report\s+)?(?:author|report\s+of|prepared\s+by|report\s+author|contact\s+officer)\s*[:–-]\s*(.{3,120})$",
    re.I,
)
_ITEM = re.compile(r"\bagenda\s+item\s+(?:no\.?\s*)?(\d{1,3}[a-z]?)\b", re.I)


@dataclass(frozen=True, slots=True)
class Description:
    """What a part says of itself; None where it says nothing."""

    kind: PartKind
    title: str | None = None
    body: str | None = None
    author: str | None = None
    item: str | None = None
    date: date | None = None


def describe(blocks: Sequence[Block]) -> Description:
    """The description of a part from its opening blocks (running heads and the like are not looked at)."""
    opening = [b for b in blocks if b.kind is not BlockKind.FURNITURE][:OPENING]
    texts = [line for b in opening if not b.table for line in b.text.split("\n")]
    head = texts[:OPENING]
    return Description(
        kind=_kind(head),
        title=_title(opening),
        body=_first(_body(t) for t in head[:12]),
        author=_first(m[1].strip() if (m := _AUTHOR.match(t)) else None for t in head),
        item=_first(m[1] if (m := _ITEM.search(t)) else None for t in head[:6]),
        date=_date(head),
    )


def is_minutes_opening(text: str) -> bool:
    """Whether a block opens minutes: `A meeting of the ... was held on ...`, `Minutes of the meeting of ...`."""
    return bool(
        re.match(r"\W*(?:a|at\s+a|the)\s+(?:\w+\s+)?meeting of\b.{3,200}\bheld\b.{0,60}\d{4}", text, re.I | re.DOTALL)
        or re.match(
            r"\W*(?:draft\s+)?minutes of (?:the|a)\b(?!\s+(?:previous|last)).{0,200}\bheld\b.{0,80}\d{4}",
            text,
            re.I | re.DOTALL,
        )
    )


def _kind(head: Sequence[str]) -> PartKind:
    if any(is_minutes_opening(t) for t in head[:8]):
        return PartKind.MINUTES
    if any(_AGENDA.search(t) for t in head[:14]):
        return PartKind.AGENDA
    if any(_MINUTES.search(t) and len(t) < 80 for t in head[:4]):
        return PartKind.MINUTES
    if head and _APPENDIX.match(head[0]):
        return PartKind.APPENDIX
    if any(_SLIDES.search(t) and len(t) < 120 for t in head[:4]):
        return PartKind.SLIDES
    return PartKind.REPORT


def _title(opening: Sequence[Block]) -> str | None:
    for block in opening[:6]:
        line = block.text.split("\n")[0].strip()
        if 3 < len(line) <= 160 and re.search(r"[A-Za-z]{3}", line) and not labelled_date(line) and not lone_date(line):
            return line
    return None


def council_names(text: str) -> Iterator[str]:
    """The names of councils in a text, as they are written (capitals are brought down to a name's)."""
    for match in _COUNCIL.finditer(capwords(text) if text.isupper() else text):
        name = re.sub(r"^(?:The|At|Of|And|In|For|By|From|With)\s+", "", match[1])
        if not _NO_COUNCIL.search(name) and name.lower() not in ("council", "the council"):
            yield name


def _body(text: str) -> str | None:
    match = _BODY.search(capwords(text) if text.isupper() else text)
    if not match or len(text) > 220:
        return None
    name = re.sub(
        r"^.*?\b(?:Meeting of the|Report to the|Paper for the|for the|to the|of the|The)\s+", "", match[1], flags=re.I
    )
    return name if " " in name else None


def _date(head: Sequence[str]) -> date | None:
    """A labelled date first, then that of the meeting, then a line that is a date, then the end of the title."""
    for text in head:
        if len(text) < 400 and (found := labelled_date(text)):
            return found
    for text in head[:12]:
        if len(text) < 400 and (is_minutes_opening(text) or len(text) < 140) and (found := meeting_date(text)):
            return found
    for text in head[:14]:
        if found := lone_date(text):
            return found
    for text in (*head[:3], *(t for t in head[3:8] if t.isupper())):
        if len(text) < 160 and (found := title_date(text)):
            return found
    return None


def _first(values: Iterable[str | None]) -> str | None:
    return next((value for value in values if value), None)
