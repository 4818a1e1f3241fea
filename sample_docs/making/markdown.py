"""Writes a paper as Markdown with the traces that a converter leaves: bold markers, escapes, wrapped bullets."""

from __future__ import annotations

import json
from textwrap import wrap

from making import july
from making.blocks import Block, Details, Furniture, Grid, Heading, Item, Items, Para

_WIDTH = 96


def _fold(text: str, first: str = "", rest: str = "") -> str:
    lines = wrap(
        text,
        _WIDTH,
        initial_indent=first,
        subsequent_indent=rest,
        break_long_words=False,
        break_on_hyphens=False,
    )
    return "\n".join(lines)


def _bullets(bullets: tuple[Item, ...], indent: str = "") -> list[str]:
    lines: list[str] = []
    for bullet in bullets:
        lines.append(_fold(bullet.text, f"{indent}- ", f"{indent}  "))
        lines.extend(_bullets(bullet.below, f"{indent}  "))
    return lines


def _pipes(cells: list[str]) -> str:
    return "| " + " | ".join(cells) + " |"


def _grid(grid: Grid) -> str:
    lines = [_pipes([head.text for head in heads]) for heads in grid.heads]
    lines.append("|" + " --- |" * grid.width)
    for row in grid.rows:
        texts = [row.label, *row.texts]
        lines.append(_pipes(texts + [""] * (grid.width - len(texts))))
    return f"{grid.caption}\n\n" + "\n".join(lines)


def _block(block: Block) -> str:
    match block:
        case Heading():
            return "#" * block.level + " " + f"{block.number} {block.text}".strip()
        case Para():
            return _fold(f"{block.number} {block.text}".strip())
        case Items():
            return "\n".join(_bullets(block.items))
        case Grid():
            return _grid(block)
        case Details():
            return "  \n".join(f"**{label}:** {value}" for label, value in block.lines)
        case Furniture():
            return block.text
        case _:
            raise ValueError(f"Markdown cannot show {block}")


def markdown() -> bytes:
    """The July paper."""
    return ("\n\n".join(_block(block) for block in july.BLOCKS) + "\n").encode()


def sidecar() -> bytes:
    """What is known of the July paper from elsewhere."""
    return (json.dumps(july.FACTS, indent=2) + "\n").encode()
