"""What a paper is made of, whatever its format: headings, paragraphs, lists, tables, cards and furniture."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from making.facts import Fact, Period, Sentence, level, say

Said = Sentence | str


def _sentences(said: tuple[Said, ...]) -> tuple[Sentence, ...]:
    return tuple(say(s) if isinstance(s, str) else s for s in said)


@dataclass(frozen=True, eq=False, slots=True)
class Heading:
    """A heading of a level, with its number if it bears one."""

    text: str
    level: int = 1
    number: str = ""


@dataclass(frozen=True, eq=False, slots=True)
class Para:
    """A paragraph, with its number if it bears one."""

    sentences: tuple[Sentence, ...]
    number: str = ""

    @property
    def text(self) -> str:
        """The whole paragraph, with its marks."""
        return " ".join(s.text for s in self.sentences)


@dataclass(frozen=True, eq=False, slots=True)
class Item:
    """A bullet, with the bullets below it."""

    sentences: tuple[Sentence, ...]
    below: tuple[Item, ...] = ()

    @property
    def text(self) -> str:
        """The whole bullet, with its marks."""
        return " ".join(s.text for s in self.sentences)


@dataclass(frozen=True, eq=False, slots=True)
class Items:
    """A bulleted list."""

    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Head:
    """A head cell and how many columns and rows it covers."""

    text: str
    columns: int = 1
    rows: int = 1


@dataclass(frozen=True, eq=False, slots=True)
class Row:
    """A table row: its label and its cells. A group row has a label alone."""

    label: str
    cells: tuple[Fact | str, ...] = ()
    kind: str = "row"

    @property
    def facts(self) -> tuple[Fact, ...]:
        """The facts in the cells."""
        return tuple(c for c in self.cells if isinstance(c, Fact))

    @property
    def texts(self) -> list[str]:
        """The cells as they are written, without the label."""
        return [c.number if isinstance(c, Fact) else c for c in self.cells]

    def quote(self, *, marked: bool) -> str:
        """The row as it stands in the document, with pipes where the document is `marked`."""
        if marked:
            return "| " + " | ".join([self.label, *self.texts]) + " |"
        return " ".join(text for text in (self.label, *self.texts) if text)


@dataclass(frozen=True, eq=False, slots=True)
class Grid:
    """A table: caption, rows of head cells, rows, column widths as shares of the whole, a note below it."""

    caption: str
    heads: tuple[tuple[Head, ...], ...]
    rows: tuple[Row, ...]
    shares: tuple[float, ...] = ()
    note: str = ""

    @property
    def width(self) -> int:
        """How many columns there are."""
        return sum(head.columns for head in self.heads[0])


@dataclass(frozen=True, eq=False, slots=True)
class Card:
    """A card of a slide: a caption, a big number, and the lines below it."""

    caption: str
    number: Fact
    lines: tuple[Sentence, ...]

    @property
    def facts(self) -> tuple[Fact, ...]:
        """The big number, and the facts of the lines."""
        return (self.number, *(f for line in self.lines for f in line.facts))

    def quote(self, *, marked: bool) -> str:
        """The card from its caption to its last line."""
        lines = (line.quote(marked=marked) for line in self.lines)
        return " ".join((self.caption, self.number.number, *lines))


@dataclass(frozen=True, eq=False, slots=True)
class Cards:
    """The cards of a slide."""

    cards: tuple[Card, ...]


@dataclass(frozen=True, eq=False, slots=True)
class Note:
    """A footnote, by the mark that points to it."""

    mark: str
    text: str


@dataclass(frozen=True, eq=False, slots=True)
class Details:
    """The box at the head of a report: label and value, line by line."""

    lines: tuple[tuple[str, str], ...]


@dataclass(frozen=True, eq=False, slots=True)
class Furniture:
    """A line that a page left behind: a running head or a page number amid the text."""

    text: str


Block = Heading | Para | Items | Grid | Cards | Note | Details | Furniture
Carrier = Sentence | Row | Card


def para(*said: Said, number: str = "") -> Para:
    """A paragraph of sentences."""
    return Para(_sentences(said), number)


def item(*said: Said, below: tuple[Item, ...] = ()) -> Item:
    """A bullet of sentences, with the bullets below it."""
    return Item(_sentences(said), below)


def items(*bullets: Item | Said) -> Items:
    """A list of bullets."""
    return Items(tuple(b if isinstance(b, Item) else item(b) for b in bullets))


def group(label: str) -> Row:
    """A group row: a label over the rows that follow."""
    return Row(label, kind="group")


def measure(
    label: str,
    metric: str,
    values: tuple[float | None, ...],
    periods: tuple[Period, ...],
    *,
    unit: str = "count",
    by: dict[str, str] | None = None,
    kind: str = "row",
    after: tuple[Fact | str, ...] = (),
) -> Row:
    """A row of one metric over periods, `None` for a cell that is still empty."""
    cells: list[Fact | str] = [
        "" if value is None else level(metric, value, period, unit, written=f"{value:,}", by=by or {})
        for value, period in zip(values, periods, strict=True)
    ]
    return Row(label, (*cells, *after), kind)


def carriers(blocks: tuple[Block, ...]) -> Iterator[Carrier]:
    """Everything that states facts, in the order of reading."""
    for block in blocks:
        match block:
            case Para():
                yield from block.sentences
            case Items():
                yield from _in_items(block.items)
            case Grid():
                yield from block.rows
            case Cards():
                yield from block.cards
            case _:
                pass


def _in_items(bullets: tuple[Item, ...]) -> Iterator[Carrier]:
    for bullet in bullets:
        yield from bullet.sentences
        yield from _in_items(bullet.below)
