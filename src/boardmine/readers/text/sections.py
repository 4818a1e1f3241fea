"""Numbered lines that are no items of a list but stand over a section: `3. Children in care`, a paragraph below it."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import replace

from boardmine.document import Block, BlockKind
from boardmine.readers.listmarks import is_bullet, marker_class
from boardmine.readers.text.headings import is_heading

_NUMBERED = re.compile(r"\d+(?:\.\d+)*[.)]?")
_LEVEL_ABOVE = 2
"""Sections stand below the titles in capitals, which may be above them."""


def with_section_heads(blocks: Sequence[Block]) -> list[Block]:
    """The blocks, with numbered titles as headings. The last item of a list, which its neighbour tells, is none."""
    out: list[Block] = []
    for block, following in itertools.zip_longest(blocks, blocks[1:]):
        before = out[-1] if out else None
        out.append(_as_heading(block) if _is_section_head(block, before, following) else block)
    return out


def _is_section_head(block: Block, before: Block | None, following: Block | None) -> bool:
    if block.kind is not BlockKind.LIST_ITEM or not _NUMBERED.fullmatch(block.marker) or following is None:
        return False
    if "\n" in block.text or not is_heading(block.text, block.text) or block.text.endswith((":", "?")):
        return False
    listed = before is not None and before.kind is BlockKind.LIST_ITEM
    if listed and before is not None and marker_class(before.marker) == marker_class(block.marker):
        return False
    if following.kind is BlockKind.LIST_ITEM:
        number = block.marker.rstrip(".)")
        return is_bullet(following.marker) or following.marker.startswith(f"{number}.1")
    return following.kind in (BlockKind.PARAGRAPH, BlockKind.TABLE)


def _as_heading(block: Block) -> Block:
    depth = len(re.findall(r"\d+", block.marker))
    return replace(block, kind=BlockKind.HEADING, level=min(depth + _LEVEL_ABOVE, 6))
