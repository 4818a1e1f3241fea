"""Reads off the first lines of a part what it is: kind, title, body, author, date."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from boardmine.document import Block, BlockKind, PartKind
from boardmine.readers.parts.dates import (
    any_day,
    covered_until,
    inspection_end,
    leading_date,
    lone_date,
    meeting_date,
    title_date,
)
from boardmine.readers.parts.facts import Fact, Label, facts_of, split_facts
from boardmine.readers.parts.names import body_addressed, body_named, body_stated, body_to
from boardmine.readers.parts.signs import is_appendix, is_blank_page, is_minutes_opening
from boardmine.readers.parts.titles import Line, title_of

OPENING = 30
"""How many blocks of a part are looked at for what it says of itself."""

_LONGEST_SPOKEN = 140
_LONGEST_TITLE = 160
_LONGEST_HEADING = 120
_LONGEST_KIND = 80

_FOR = r"\bagenda (?:for|frontsheet|front sheet|pack)\b"
_AGENDA = re.compile(rf"\W*a\s?g\s?e\s?n\s?d\s?a\W*(?!\w)$|{_FOR}", re.I)
_MINUTES = re.compile(r"\bminutes\b|^\W*present\s*:", re.I)
_MINUTED = re.compile(r"^\W*minutes:|\bMinutes: ")
_SLIDES = re.compile(r"\b(?:presentation|slides?)\b", re.I)
_ITEM = re.compile(r"\bagenda\s+item\s+(?:no\.?\s*)?(?P<number>\d{1,3}[a-z]?)\b", re.I)

_INSPECTION = re.compile(
    r"^\W*inspection of (?:(?P<place>(?!services\b|children)\S.{2,60}?)(?: local authority)? )?(?:services|children)\b",
    re.I,
)
_REACHED_AT = re.compile(r"[,;]?\s*(?:\(|tel\b|telephone\b|e-?mail\b|\S+@|\+?\d[\d ()]{7,}).*$", re.I)


_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Description:
    """What a part says of itself; None where it says nothing. `place` is whose services an inspection was of,
    `covers_until` the end of the time in its title."""

    kind: PartKind
    title: str | None = None
    body: str | None = None
    author: str | None = None
    item: str | None = None
    covers_until: date | None = None
    date: date | None = None
    place: str | None = None


def describe(blocks: Sequence[Block], are_slides: bool = False) -> Description:
    """The description of a part from its opening blocks. Running heads are looked at for the stamp of the item
    alone. `are_slides` says that its pages have the shape of slides."""
    opening = [b for b in blocks if b.kind is not BlockKind.FURNITURE and not is_blank_page(b)][:OPENING]
    facts = facts_of(opening)
    lines = _lines(opening)
    inspection = next((k for k, line in enumerate(lines[:3]) if _INSPECTION.match(line.text)), None)
    kind = _kind(lines, opening, are_slides)
    return Description(
        kind=kind,
        title=lines[inspection].text if inspection is not None else title_of(kind, lines, facts),
        body=_body(lines, facts) if inspection is None else None,
        author=_author(facts),
        item=_item(blocks, facts),
        date=_date(lines, facts),
        place=_place(lines, inspection),
        covers_until=_first(covered_until(t) for t in _heads(lines)),
    )


def _lines(opening: Sequence[Block]) -> list[Line]:
    """The lines of the opening, each without the facts that it states under labels; short cells are lines too."""
    lines = []
    for i, block in enumerate(opening):
        texts = block.text.split("\n")
        if block.table is not None:
            texts = [cell.text for cell in block.table.cells if cell.text and len(cell.text) < _LONGEST_KIND]
        lines += [Line(split_facts(text)[0], block, i) for text in texts]
    return [line for line in lines if line.text][:OPENING]


def _kind(lines: Sequence[Line], opening: Sequence[Block], are_slides: bool) -> PartKind:
    for k, line in enumerate(lines[:14]):
        if line.is_item:
            continue
        if k < 8 and not line.is_cell and is_minutes_opening(line.text):
            return PartKind.MINUTES
        if _AGENDA.match(line.text) or (_AGENDA.search(line.text) and len(line.text) < _LONGEST_KIND and k < 4):
            return PartKind.AGENDA
        if k < 4 and len(line.text) < _LONGEST_KIND and _MINUTES.search(line.text):
            return PartKind.MINUTES
    if sum(bool(_MINUTED.search(block.text)) for block in opening) > 1:
        return PartKind.MINUTES
    if lines and is_appendix(lines[0].text):
        return PartKind.APPENDIX
    spoken = any(_SLIDES.search(line.text) and len(line.text) < _LONGEST_HEADING for line in lines[:4])
    return PartKind.SLIDES if are_slides or spoken else PartKind.REPORT


def _body(lines: Sequence[Line], facts: Sequence[Fact]) -> str | None:
    stated = (
        body_stated(fact.value) or body_addressed(f"report to {fact.value}")
        for fact in facts
        if fact.label is Label.BODY
    )
    spoken = (
        body_addressed(line.text) or body_to(line.text) or (None if line.is_cell or k > 5 else body_named(line.text))
        for k, line in enumerate(lines[:14])
        if not line.is_item
    )
    return _first(stated) or _first(spoken)


def _author(facts: Sequence[Fact]) -> str | None:
    for label in (Label.AUTHOR, Label.CONTACT):
        for fact in facts:
            name = _REACHED_AT.sub("", fact.value).strip(" ,;")
            if fact.label is label and len(name) > 2:
                return name[:_LONGEST_HEADING]
    return None


def _item(blocks: Sequence[Block], facts: Sequence[Fact]) -> str | None:
    stamped = (found["number"] for block in blocks[:6] if (found := _ITEM.search(block.text[:_LONGEST_KIND])))
    stated = (fact.value for fact in facts if fact.label is Label.ITEM and re.fullmatch(r"\d{1,3}[a-z]?", fact.value))
    return _first(stamped) or _first(stated)


def _place(lines: Sequence[Line], inspection: int | None) -> str | None:
    """Whose services were inspected: the line above `Inspection of services for ...`, or the name in it."""
    if inspection is None:
        return None
    named = _INSPECTION.match(lines[inspection].text)
    if named and named["place"]:
        return str(named["place"])
    above = lines[inspection - 1].text if inspection else ""
    return above if 2 < len(above) < _LONGEST_KIND else None


def _date(lines: Sequence[Line], facts: Sequence[Fact]) -> date | None:
    """A labelled date first, then that of the meeting, then a line that is a date, then the end of the title."""
    prose = [line.text for line in lines if not line.is_cell and not line.is_item]
    labelled = [leading_date(fact.value) for fact in facts if fact.label is Label.DATE]
    addressed = [any_day(fact.value) for fact in facts if fact.label is Label.BODY]
    addressed += [
        any_day(t) for line in lines[:14] if not line.is_item and (body_addressed(t := line.text) or body_to(t))
    ]
    met = [meeting_date(t) for t in prose[:12] if is_minutes_opening(t) or len(t) < _LONGEST_SPOKEN]
    alone = [lone_date(t) for t in prose[:14]]
    titled = [title_date(t) for t in _heads(lines)]
    inspected = [inspection_end(line.text) for line in lines[:14]]
    return _first((*labelled, *addressed, *met, *alone, *titled, *inspected))


def _heads(lines: Sequence[Line]) -> list[str]:
    """The lines that may be the title: the first ones, and those in capitals."""
    prose = [line.text for line in lines if not line.is_cell and not line.is_item]
    heads = [line.text for line in lines[:3] if line.text in prose] + [t for t in prose[:8] if t.isupper()]
    return [t for t in heads if len(t) < _LONGEST_TITLE]


def _first(values: Iterable[_T | None]) -> _T | None:
    return next((value for value in values if value), None)
