"""Cards: a number that stands alone in a block, joined with the words beside it that say what it is.

`75%` / `of reviews were` / `held in time` is read as one sentence, and so is `Reviews held in the year:` / `1,495`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from boardmine.document import Block, BlockKind, Passage, Piece

_ALONE = re.compile(r"\W{0,2}\d[\d,]*(?:\.\d+)?\s*(?P<unit>%|per\s+cent|days)?\W{0,4}", re.I)
_CONTINUES = re.compile(r"(?:[Oo]f|OF)\b|[a-z]")
_LEADS_IN = re.compile(r"(?:\b(?:is|was|are|were|of|to|at|totals?|total)|[:=–-])\s*$", re.I)
_GOES_WITH = re.compile(
    r"\W*(?:latest|target|previous(?:\s+(?:quarter|month|year|period))?|floor|actual|current|last\s+(?:year|quarter|month)"
    r"|change(?:\s+(?:from|since|on)\b[^:=]{3,30})?)"
    r"(?:\s*[:=]|\s+(?=[£<>~]?\d[\d.,]*\s*(?:%|per\s+cent|days)?\s*(?:$|[a-z]{4,9}\b)))",
    re.I,
)
"""The line of a card below its number: `Latest: Sep 2023 Target: 95%`, `Change from March: ▲ 4`,
`Previous month 64`."""
_ENDS_IN_NUMBER = re.compile(r"\d\s*(?:%|days)?\W*$")
_FOOTNOTE = re.compile(r"\W*(?:based\s+on|source|notes?)\b", re.I)
_LETTERS = re.compile(r"[A-Za-z]{3}")

_MOST_FRAGMENTS = 4
_LONGEST_FRAGMENT = 45
_LONGEST_CAPTION = 110


def with_cards(blocks: Sequence[Block]) -> list[Block]:
    """The blocks of a part, where each number that stood alone is one with its caption. A heading that is a caption
    stays a heading too."""
    out: list[Block] = []
    position = 0
    while position < len(blocks):
        block = blocks[position]
        position += 1
        if out and _GOES_WITH.match(block.text) and _ENDS_IN_NUMBER.search(out[-1].text) and _is_short(out[-1]):
            out.append(_joined([out.pop(), block], "; "))
            continue
        alone = _ALONE.fullmatch(block.text) if block.kind is not BlockKind.TABLE else None
        behind = _fragments(blocks[position:]) if alone else []
        if alone is None:
            out.append(block)
        elif behind:
            out.append(_joined([block, *behind]))
            position += len(behind)
        elif out and _is_caption(out[-1], alone["unit"] is None and "." not in alone[0], blocks[position:]):
            caption = out.pop()
            if caption.kind is BlockKind.HEADING and not re.search(r"\d", caption.text):
                out.append(caption)
            out.append(_joined([caption, block]))
        else:
            out.append(block)
    return out


def is_card_line(block: Block) -> bool:
    """Whether a block is the line of figures of a card: `Latest: 17.4% Target: 16%`."""
    return block.kind is BlockKind.PARAGRAPH and _GOES_WITH.match(block.text) is not None


def _is_short(block: Block) -> bool:
    return block.kind in (BlockKind.PARAGRAPH, BlockKind.HEADING) and len(block.text) <= _LONGEST_CAPTION


def _fragments(blocks: Sequence[Block]) -> list[Block]:
    """The short blocks that go on from a number: the first of them in small letters or with `of`."""
    found: list[Block] = []
    for block in blocks[:_MOST_FRAGMENTS]:
        text = block.text.strip()
        fits = block.kind in (BlockKind.PARAGRAPH, BlockKind.HEADING) and 0 < len(text) <= _LONGEST_FRAGMENT
        if not fits or re.search(r"\d", text) or (not found and not _CONTINUES.match(text)):
            break
        found.append(block)
        if text.endswith((".", ";")):
            break
    return found


def _is_caption(block: Block, counted: bool, behind: Sequence[Block]) -> bool:
    """Whether a block can say what a lone number behind it is. A bare count may be a page number: its caption must
    lead in to it, or a line of the card go on from it."""
    text = block.text.strip()
    if block.kind not in (BlockKind.PARAGRAPH, BlockKind.HEADING) or not _LETTERS.search(text):
        return False
    if _FOOTNOTE.match(text) or len(text) > _LONGEST_CAPTION or text.endswith((".", ";", ",")):
        return False
    few = len(text) <= _LONGEST_FRAGMENT + 15 and not re.search(r"\d", text)
    goes_on = bool(behind) and _GOES_WITH.match(behind[0].text) is not None
    return _LEADS_IN.search(text) is not None or not counted or (few and (block.page is None or goes_on))


def _joined(blocks: Sequence[Block], joint: str = " ") -> Block:
    """One paragraph of several blocks, with a space or other joint between them."""
    text, pieces = "", []
    for block in blocks:
        text += joint if text else ""
        pieces += [Piece(piece.at + len(text), piece.start, piece.length) for piece in block.passage.pieces]
        text += block.text
    return replace(blocks[0], kind=BlockKind.PARAGRAPH, level=0, passage=Passage(text, tuple(pieces)))
