"""Pages set for the tests: text at places, tables with lines, cards."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence

from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, ListFlowable, Paragraph, SimpleDocTemplate, Spacer, Table, TableStyle

from boardmine.document import Block, BlockKind, Document
from boardmine.readers.reading import read
from boardmine.readers.source import Source

WIDTH, HEIGHT = A4
STYLES = getSampleStyleSheet()
LINED = TableStyle([("GRID", (0, 0), (-1, -1), 0.5, colors.black), ("VALIGN", (0, 0), (-1, -1), "TOP")])
LATIN = (
    "The panel heard how the service had changed over the year and what was planned for the next, and members asked "
    "about the time that families wait before somebody calls on them at home."
)


def drawn(*pages: Callable[[Canvas], None]) -> Document:
    """A document of pages, each drawn by a function."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=A4)
    for page in pages:
        page(canvas)
        canvas.showPage()
    canvas.save()
    return document_of(buffer.getvalue())


def flowing(*parts: Flowable) -> Document:
    """A document of paragraphs and tables that are set one below another."""
    buffer = io.BytesIO()
    SimpleDocTemplate(buffer, pagesize=A4).build(list(parts))
    return document_of(buffer.getvalue())


def document_of(data: bytes) -> Document:
    return read(Source("pack.pdf", "pack", data))


def text(canvas: Canvas, x: float, top: float, words: str, size: float = 11, font: str = "Helvetica") -> None:
    """Words with their baseline `top` points below the upper edge."""
    canvas.setFont(font, size)
    canvas.drawString(x, HEIGHT - top, words)


def lines(canvas: Canvas, x: float, top: float, rows: Sequence[str], leading: float = 14) -> None:
    """Rows below one another."""
    for i, row in enumerate(rows):
        text(canvas, x, top + i * leading, row)


def paragraph(words: str, style: str = "BodyText") -> Paragraph:
    return Paragraph(words, STYLES[style])


def bullets(*items: str) -> ListFlowable:
    return ListFlowable([paragraph(item) for item in items], bulletType="bullet", start="•")


def table(rows: Sequence[Sequence[str]], widths: Sequence[float] | None = None, **more: int) -> Table:
    made = Table([list(row) for row in rows], colWidths=widths, **more)
    made.setStyle(LINED)
    return made


def space(points: float) -> Spacer:
    return Spacer(1, points)


def looks(document: Document) -> list[tuple[str, str]]:
    """Kind and text of each block that is no furniture; a table's rows are joined by bars."""
    return [(block.kind.value, _said(block)) for block in document.blocks if block.kind is not BlockKind.FURNITURE]


def _said(block: Block) -> str:
    if block.table is None:
        return block.text
    return " / ".join("|".join(row) for row in block.table.texts())
