"""Divides a pack into the documents that were bound into it, each with kind, title, body, council and date.

A part begins where the binder left a blank page, where minutes open, and where a title stands with `Date:` or
`Author:` under it. What a part does not say of itself it has from the pack, and the pack from its sidecar.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from boardmine.document import Block, BlockKind, Document, Part, PartKind
from boardmine.readers.parts.describe import Description, council_names, describe, is_minutes_opening

_BLANK_PAGE = re.compile(r"this page is (?:intentionally|deliberately) (?:left )?blank", re.I)
_COVER = re.compile(
    r"^\W*(?:briefing (?:paper|note|report)|report to|presentation to|annual update presentation|update (?:report|presentation) to)\b",
    re.I,
)
_FACT = re.compile(
    r"^\W*(?:date|author|report of|report author|lead officer|report to|meeting date|report title|subject)\s*:", re.I
)
_TITLE = re.compile(r"\b(?:report|review|update|plan|strategy|briefing|scorecard|presentation|paper)\b", re.I)


def find_parts(document: Document) -> tuple[Part, ...]:
    """The parts of a document in order; together they hold all its blocks. A document without parts is one."""
    blocks = document.blocks
    starts = _starts(blocks)
    whole = describe(blocks)
    facts = document.facts
    pack_date = whole.date or facts.date
    council = _council(document) or facts.council
    parts = []
    for first, last in zip(starts, [*starts[1:], len(blocks)], strict=True):
        own = whole if len(starts) == 1 else describe(blocks[first:last])
        parts.append(
            Part(
                kind=own.kind,
                first=first,
                last=last,
                title=_title(own, document, len(starts) == 1),
                council=council,
                body=own.body or whole.body or facts.body,
                author=own.author,
                date=own.date or pack_date,
                date_stated=own.date is not None,
                item=own.item,
                pages=_pages(blocks[first:last]),
            )
        )
    return tuple(parts)


def _council(document: Document) -> str | None:
    """The council whose document it is: the one named most, where a name in the first blocks counts five times."""
    named: Counter[str] = Counter()
    for i, block in enumerate(document.blocks):
        for name in council_names(block.text):
            named[name] += 5 if i < 8 else 1
    return named.most_common(1)[0][0] if named else None


def _title(own: Description, document: Document, alone: bool) -> str | None:
    stated = own.title
    if alone and own.kind is PartKind.REPORT:
        return stated or document.facts.title
    return stated


def _starts(blocks: Sequence[Block]) -> list[int]:
    starts = {0}
    for i, block in enumerate(blocks):
        if block.kind is BlockKind.FURNITURE and _BLANK_PAGE.search(block.text):
            following = _next_text(blocks, i + 1)
            if following is not None:
                starts.add(following)
        elif (block.kind is not BlockKind.LIST_ITEM and is_minutes_opening(block.text)) or (
            i and _COVER.match(block.text) and len(block.text) < 200
        ):
            starts.add(_with_heading(blocks, i))
        elif i and _is_cover(blocks, i):
            starts.add(i)
    return _spaced(sorted(starts), blocks)


def _next_text(blocks: Sequence[Block], i: int) -> int | None:
    return next((j for j in range(i, len(blocks)) if blocks[j].kind is not BlockKind.FURNITURE), None)


def _with_heading(blocks: Sequence[Block], i: int) -> int:
    """The heading right above a block, if there is one: the name of the body over its minutes."""
    j = i - 1
    while j >= 0 and blocks[j].kind is BlockKind.FURNITURE:
        j -= 1
    return j if j >= 0 and blocks[j].kind is BlockKind.HEADING and len(blocks[j].text) < 160 else i


def _is_cover(blocks: Sequence[Block], i: int) -> bool:
    """A title with facts under it: `Annual Report 2020/21`, `Date: ...`, `Author: ...`."""
    block = blocks[i]
    if block.kind not in (BlockKind.HEADING, BlockKind.PARAGRAPH) or len(block.text) > 160 or _FACT.match(block.text):
        return False
    if not _TITLE.search(block.text):
        return False
    below = [b for b in blocks[i + 1 : i + 8] if b.kind is not BlockKind.FURNITURE][:4]
    return sum(bool(_FACT.match(b.text)) for b in below) >= 2


def _spaced(starts: list[int], blocks: Sequence[Block]) -> list[int]:
    """Starts without those that follow another within three blocks: a title page gives several signs at once."""
    kept: list[int] = []
    for start in starts:
        if kept and start - kept[-1] <= 3 and kept[-1] != 0:
            continue
        if kept and start - kept[-1] <= 3 and not is_minutes_opening(blocks[start].text):
            continue
        kept.append(start)
    return kept


def _pages(blocks: Sequence[Block]) -> tuple[int, int] | None:
    pages = [b.page for b in blocks if b.page is not None]
    return (min(pages), max(pages)) if pages else None
