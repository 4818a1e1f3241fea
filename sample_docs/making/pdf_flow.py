"""The blocks of a paper as things that reportlab sets on a page, and on which page each sentence came to stand."""

from __future__ import annotations

from collections.abc import Sequence
from xml.sax.saxutils import escape

from reportlab.lib.colors import Color, HexColor, black, white
from reportlab.lib.enums import TA_CENTER
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, KeepTogether, Paragraph, Spacer, Table

from making.blocks import Block, Card, Cards, Carrier, Details, Grid, Heading, Item, Items, Note, Para
from making.facts import runs

INK = HexColor("#17455C")
PALE = HexColor("#D9E5EA")
FAINT = HexColor("#F2F6F8")
LINE = HexColor("#7D99A6")

Pages = dict[int, int]
"""The page of each carrier of facts, by its identity."""

BODY = ParagraphStyle("body", fontName="Helvetica", fontSize=11.5, leading=15.5, spaceAfter=8)
LEADING_IN = ParagraphStyle("leading in", BODY, keepWithNext=1)
NUMBERED = ParagraphStyle("numbered", BODY, leftIndent=36, bulletFontSize=11.5)
NUMBERED_IN = ParagraphStyle("numbered, leading in", NUMBERED, keepWithNext=1)
BULLET = ParagraphStyle("bullet", BODY, leftIndent=54, bulletIndent=40, spaceAfter=3)
TITLE = ParagraphStyle("title", BODY, fontName="Helvetica-Bold", fontSize=14.5, leading=19, spaceAfter=8)
HEADING = ParagraphStyle(
    "heading",
    BODY,
    fontName="Helvetica-Bold",
    bulletFontName="Helvetica-Bold",
    bulletFontSize=11.5,
    spaceBefore=8,
    spaceAfter=5,
    leftIndent=36,
    keepWithNext=1,
)
CAPTION = ParagraphStyle("caption", BODY, fontName="Helvetica-Bold", fontSize=10.5, spaceBefore=5, spaceAfter=4)
CELL = ParagraphStyle("cell", BODY, fontSize=10, leading=12.5, spaceAfter=0)
CELL_BOLD = ParagraphStyle("cell, bold", CELL, fontName="Helvetica-Bold")
CELL_MIDDLE = ParagraphStyle("cell, centred", CELL, alignment=TA_CENTER)
CELL_MIDDLE_BOLD = ParagraphStyle("cell, centred and bold", CELL_MIDDLE, fontName="Helvetica-Bold")
SMALL = ParagraphStyle("small", BODY, fontSize=8.5, leading=10.5, spaceAfter=6)


def marked_up(text: str) -> str:
    """The text in reportlab's own markup."""
    tags = {"plain": "{}", "bold": "<b>{}</b>", "high": '<super rise="4" size="7">{}</super>'}
    return "".join(tags[style].format(escape(part)) for part, style in runs(text))


class Whole(Paragraph):
    """A paragraph that is never divided between pages, and that notes the page it was set on."""

    carriers: Sequence[Carrier] = ()
    seen: Pages | None = None

    def split(self, _width: float, _height: float) -> list[Flowable]:
        """Nothing: it goes to the next page as a whole."""
        return []

    def draw(self) -> None:
        """Sets the paragraph."""
        if self.seen is not None:
            for carrier in self.carriers:
                self.seen[id(carrier)] = self.canv.getPageNumber()
        super().draw()


class _Rows(Table):
    carriers: Sequence[Carrier] = ()
    seen: Pages | None = None

    def draw(self) -> None:
        if self.seen is not None:
            for carrier in self.carriers:
                self.seen[id(carrier)] = self.canv.getPageNumber()
        super().draw()


class AtFoot(Flowable):
    """A footnote: takes no room where it stands in the flow, and is set at the foot of the same page."""

    def __init__(self, note: Note, width: float) -> None:
        super().__init__()
        self.text = Paragraph(f'<super rise="3" size="6">{note.mark}</super> {escape(note.text)}', SMALL)
        self.length = width

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        """No room at all."""
        return 0, 0

    def draw(self) -> None:
        """Sets the note, under a short rule."""
        _, y = self.canv.absolutePosition(0, 0)
        _, height = self.text.wrap(self.length, 40)
        foot = 27 * mm - height - y
        self.canv.setStrokeColor(black)
        self.canv.setLineWidth(0.5)
        self.canv.line(0, foot + height + 4, 50 * mm, foot + height + 4)
        self.text.drawOn(self.canv, 0, foot)


class Deck(Flowable):
    """The cards of a slide, in two rows."""

    def __init__(self, cards: Cards, width: float, height: float, seen: Pages) -> None:
        super().__init__()
        self.cards, self.width, self.height, self.seen = cards.cards, width, height, seen

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        """Its own size."""
        return self.width, self.height

    def draw(self) -> None:
        """Sets the cards one after the other, left to right and top to bottom."""
        gap = 8 * mm
        wide, high = (self.width - gap) / 2, (self.height - gap) / 2
        for n, card in enumerate(self.cards):
            row, column = divmod(n, 2)
            self._card(card, column * (wide + gap), self.height - (row + 1) * high - row * gap, wide, high)
            self.seen[id(card)] = self.canv.getPageNumber()

    def _card(self, card: Card, x: float, y: float, wide: float, high: float) -> None:
        canv = self.canv
        canv.setFillColor(FAINT)
        canv.setStrokeColor(LINE)
        canv.roundRect(x, y, wide, high, 8, fill=1)
        self._line(card.caption, x + 7 * mm, y + high - 11 * mm, "Helvetica-Bold", 14, black)
        self._line(card.number.number, x + 7 * mm, y + 24 * mm, "Helvetica-Bold", 54, INK)
        canv.line(x + 7 * mm, y + 17 * mm, x + wide - 7 * mm, y + 17 * mm)
        for line, at in zip(card.lines, (0.0, 0.36, 0.59), strict=True):
            self._line(line.text, x + 7 * mm + at * (wide - 14 * mm), y + 8 * mm, "Helvetica", 11, black)

    def _line(self, text: str, x: float, y: float, font: str, size: float, colour: Color) -> None:
        self.canv.setFillColor(colour)
        self.canv.setFont(font, size)
        self.canv.drawString(x, y, text)


class Setter:
    """Turns blocks into flowables of a width, and keeps the page of every carrier of facts."""

    def __init__(self, width: float) -> None:
        self.width = width
        self.seen: Pages = {}

    def blocks(self, blocks: Sequence[Block]) -> list[Flowable]:
        """All blocks, each footnote bound to the paragraph before it."""
        flow: list[Flowable] = []
        for block in blocks:
            if isinstance(block, Note):
                flow.append(KeepTogether([flow.pop(), AtFoot(block, self.width)]))
            else:
                flow.extend(self._block(block))
        return flow

    def _block(self, block: Block) -> list[Flowable]:
        match block:
            case Heading():
                return [Whole(escape(block.text), HEADING, bulletText=block.number or None)]
            case Para():
                return [self._paragraph(block)]
            case Items():
                return self._bullets(block.items)
            case Grid():
                return [self._grid(block)]
            case Details():
                return [self.details(block), Spacer(0, 10)]
            case _:
                raise ValueError(f"the pack cannot show {block}")

    def _paragraph(self, para: Para) -> Whole:
        styles = (NUMBERED, NUMBERED_IN) if para.number else (BODY, LEADING_IN)
        style = styles[para.text.endswith(":")]
        return self._tracked(Whole(marked_up(para.text), style, bulletText=para.number or None), para.sentences)

    def _tracked(self, whole: Whole, carriers: Sequence[Carrier]) -> Whole:
        whole.carriers, whole.seen = carriers, self.seen
        return whole

    def _bullets(self, bullets: Sequence[Item]) -> list[Flowable]:
        flow = [self._tracked(Whole(marked_up(b.text), BULLET, bulletText="•"), b.sentences) for b in bullets]
        return [*flow, Spacer(0, 5)]

    def details(self, details: Details) -> Table:
        """The box at the head of a report, or of minutes."""
        rows = [[Paragraph(escape(label), CELL_BOLD), Paragraph(escape(value), CELL)] for label, value in details.lines]
        table = Table(rows, colWidths=[self.width * 0.2, self.width * 0.8], hAlign="LEFT")
        table.setStyle([("VALIGN", (0, 0), (-1, -1), "TOP"), ("LINEBELOW", (0, -1), (-1, -1), 0.7, INK)])
        return table

    def _grid(self, grid: Grid) -> KeepTogether:
        style: list[tuple[object, ...]] = [
            ("GRID", (0, 0), (-1, -1), 0.5, LINE),
            ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
            ("BACKGROUND", (0, 0), (-1, len(grid.heads) - 1), PALE),
        ]
        cells = self._heads(grid, style)
        for r, row in enumerate(grid.rows, len(grid.heads)):
            if row.kind == "group":
                cells.append([Paragraph(escape(row.label), CELL_BOLD), *[""] * (grid.width - 1)])
                style += [("SPAN", (0, r), (-1, r)), ("BACKGROUND", (0, r), (-1, r), FAINT)]
                continue
            label, number = (CELL_BOLD, CELL_MIDDLE_BOLD) if row.kind == "total" else (CELL, CELL_MIDDLE)
            cells.append([Paragraph(escape(row.label), label), *(Paragraph(text, number) for text in row.texts)])
        table = _Rows(cells, colWidths=[self.width * share for share in grid.shares], style=style, hAlign="LEFT")
        table.carriers, table.seen = grid.rows, self.seen
        note = [Spacer(0, 3), Paragraph(escape(grid.note), SMALL)] if grid.note else []
        return KeepTogether([Paragraph(escape(grid.caption), CAPTION), table, *note, Spacer(0, 8)])

    def _heads(self, grid: Grid, style: list[tuple[object, ...]]) -> list[list[object]]:
        cells: list[list[object]] = [[""] * grid.width for _ in grid.heads]
        taken: set[tuple[int, int]] = set()
        for r, heads in enumerate(grid.heads):
            c = 0
            for head in heads:
                while (r, c) in taken:
                    c += 1
                cells[r][c] = Paragraph(escape(head.text), CELL_MIDDLE_BOLD if c else CELL_BOLD)
                taken.update((r + i, c + j) for i in range(head.rows) for j in range(head.columns))
                if head.rows * head.columns > 1:
                    style.append(("SPAN", (c, r), (c + head.columns - 1, r + head.rows - 1)))
        return cells


def banner(canv: Canvas, width: float, height: float, title: str, line: str) -> None:
    """The coloured band of a slide, with its title."""
    canv.setFillColor(INK)
    canv.rect(0, height - 30 * mm, width, 30 * mm, fill=1, stroke=0)
    canv.setFillColor(white)
    canv.setFont("Helvetica-Bold", 24)
    canv.drawString(22 * mm, height - 16 * mm, title)
    canv.setFont("Helvetica", 13)
    canv.drawString(22 * mm, height - 24 * mm, line)
