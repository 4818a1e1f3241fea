"""Divides a pack into the documents that were bound into it, each with kind, title, body, council and date.

`starts` finds where they begin, `describe` reads what each says of itself. What a part does not say it has from the
pack, and the pack from its sidecar; an appendix has it from the report that it belongs to.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from boardmine.document import Block, BlockKind, Document, Facts, Part, PartKind
from boardmine.readers.parts.describe import Description, describe
from boardmine.readers.parts.names import council_names, council_of, place_of_mail
from boardmine.readers.parts.signs import is_blank_page, is_slide
from boardmine.readers.parts.starts import starts_of

_OPENING = 8
"""How many blocks open a document, where a council's name counts for more."""


def find_parts(document: Document) -> tuple[Part, ...]:
    """The parts of a document in order; together they hold all its blocks. A document without parts is one."""
    blocks = document.blocks
    starts = starts_of(document)
    ranges = list(zip(starts, [*starts[1:], len(blocks)], strict=True))
    own = [describe(blocks[a:b], are_slides=_are_slides(document, _pages(blocks[a:b]))) for a, b in ranges]
    if len(own) == 1:
        own = [_with_facts(own[0], document.facts)]
    council = _council(document, own[0])
    pack = _pack(own, document.facts)
    parts: list[Part] = []
    report: Part | None = None
    for said, (first, last) in zip(own, ranges, strict=True):
        above = report if said.kind is PartKind.APPENDIX else None
        part = Part(
            kind=said.kind,
            first=first,
            last=last,
            title=said.title,
            council=council,
            body=said.body or (above.body if above else pack.body),
            author=said.author,
            date=said.date or (above.date if above else pack.date) or said.covers_until,
            date_stated=said.date is not None,
            item=said.item or (above.item if above else None),
            pages=_pages(blocks[first:last]),
        )
        parts.append(part)
        if said.kind is not PartKind.APPENDIX:
            report = part
    return tuple(parts)


def _with_facts(said: Description, facts: Facts) -> Description:
    """What a document that is one part says, and where that is silent, its sidecar or metadata: the title, and the
    kind where the title tells it."""
    kind = said.kind
    if kind is PartKind.REPORT and facts.title and "minutes" in facts.title.lower():
        kind = PartKind.MINUTES
    return replace(said, kind=kind, title=said.title or facts.title)


def _pack(own: Sequence[Description], facts: Facts) -> Facts:
    """Body and date of the meeting that the pack is for. Minutes bound into it are of another meeting: their date is
    the pack's only where nothing else is dated."""
    now = [said for said in own if said.kind is not PartKind.MINUTES]
    dates = [now[0].date if now and now[0] is own[0] else None, facts.date, *(said.date for said in (*now, *own))]
    bodies = [own[0].body, facts.body, *(said.body for said in own)]
    return Facts(body=next(filter(None, bodies), None), date=next(filter(None, dates), None))


def _council(document: Document, first: Description) -> str | None:
    """The council whose document it is. Of an inspection, the one that was inspected."""
    if first.place:
        names = [name for block in document.blocks for name in council_names(block.text) if first.place in name]
        return names[0] if names else first.place
    named = council_of((block.text, i < _OPENING) for i, block in enumerate(document.blocks))
    return named or document.facts.council or place_of_mail(document.text)


def _are_slides(document: Document, pages: tuple[int, int] | None) -> bool:
    if pages is None:
        return False
    shapes = [is_slide(page) for page in document.pages if pages[0] <= page.number <= pages[1]]
    return bool(shapes) and all(shapes)


def _pages(blocks: Sequence[Block]) -> tuple[int, int] | None:
    """The first and last page that has something to read on it."""
    pages = [
        b.page for b in blocks if b.page is not None and b.kind is not BlockKind.FURNITURE and not is_blank_page(b)
    ]
    pages = pages or [b.page for b in blocks if b.page is not None]
    return (min(pages), max(pages)) if pages else None
