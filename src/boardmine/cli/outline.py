"""Shows a document as it was read: its parts and blocks."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Console
from rich.text import Text

from boardmine.cli.screen import out
from boardmine.cli.text import counted, day, plain
from boardmine.document import Block, BlockKind, Document, Part

_STYLES = {BlockKind.HEADING: "bold", BlockKind.FURNITURE: "dim", BlockKind.TABLE: "cyan"}


def show_outline(document: Document, parts: Sequence[Part], page: int | None) -> None:
    """The parts with their blocks, one line each; of one page only, where one is given."""
    console = out()
    facts = document.facts
    about = [document.format.value, f"{len(document.text):,} characters", counted(len(document.blocks), "block")]
    if document.pages:
        about.insert(1, counted(len(document.pages), "page"))
    _line(console, Text(plain(document.name), "bold underline"))
    _line(console, Text(", ".join([*about, *map(plain, document.notes)]), "dim"))
    said = {"council": facts.council, "body": facts.body, "title": facts.title, "url": facts.url}
    said["date"] = day(facts.date) if facts.date else None
    for name, fact in said.items():
        if fact:
            _line(console, Text.assemble((f"{name:<8} ", "dim"), plain(fact)))
    for i, part in enumerate(parts):
        blocks = [b for b in document.blocks[part.first : part.last] if page in (None, b.page)]
        if blocks or page is None:
            _part(console, i, part)
        for block in blocks:
            _block(console, block)


def _part(console: Console, number: int, part: Part) -> None:
    said = [part.kind.value]
    if part.date:
        said.append(day(part.date) + ("" if part.date_stated else " (the pack's)"))
    if part.pages:
        first, last = part.pages
        said.append(f"p.{first}" if first == last else f"pp.{first}-{last}")
    said += [plain(text) for text in (part.item, part.body, part.council, part.author) if text]
    console.print()
    _line(console, Text.assemble((f"part {number}  ", "green"), (plain(part.title or "(no title)"), "bold")))
    _line(console, Text("        " + ", ".join(said), "dim"))


def _block(console: Console, block: Block) -> None:
    page = f"p.{block.page}" if block.page else ""
    name = block.kind.value.replace("_item", "")
    if block.kind in (BlockKind.HEADING, BlockKind.LIST_ITEM):
        name += f" {block.level}"
    if block.table is not None:
        rows = block.table.texts()
        shown = " / ".join(" | ".join(plain(cell) for cell in row) for row in rows[:2])
        text = f"[{block.table.row_count} x {block.table.column_count}] {shown}"
    else:
        indent = "  " * block.level if block.kind is BlockKind.LIST_ITEM else ""
        text = indent + (f"{plain(block.marker)} " if block.marker else "") + plain(block.text)
    line = Text.assemble((f"{page:>6}  {name:<10} ", "dim"), (text, _STYLES.get(block.kind, "")))
    _line(console, line)


def _line(console: Console, text: Text) -> None:
    console.print(text, no_wrap=True, overflow="ellipsis")
