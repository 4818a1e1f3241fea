"""Writes a report as a Word document: styles, nested lists, a table with merged heads, a footnote mark."""

from __future__ import annotations

import io
import zipfile
from datetime import datetime

from docx import Document
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph

from making import january
from making.blocks import Block, Details, Grid, Heading, Item, Items, Note, Para
from making.facts import runs

_WRITTEN = datetime(2024, 1, 8, 9, 30)
_INK = RGBColor(0x17, 0x45, 0x5C)
_TEXT_WIDTH = Cm(16.0)


def _write(paragraph: Paragraph, text: str, *, bold: bool = False, size: float | None = None) -> Paragraph:
    for part, style in runs(text):
        run = paragraph.add_run(part)
        run.bold = True if bold or style == "bold" else None
        run.font.superscript = True if style == "high" else None
        if size:
            run.font.size = Pt(size)
    return paragraph


def _styles(document: Document) -> None:
    for name, size in (("Normal", 11), ("Title", 20), ("Heading 1", 13)):
        style = document.styles[name]
        style.font.name = "Arial"
        style.font.size = Pt(size)
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for key in list(fonts.attrib):
            del fonts.attrib[key]
        for script in ("ascii", "hAnsi", "cs"):
            fonts.set(qn(f"w:{script}"), "Arial")
        if name != "Normal":
            style.font.color.rgb = _INK
            style.font.bold = True
    document.styles["Normal"].paragraph_format.space_after = Pt(8)


def _field(paragraph: Paragraph, code: str) -> None:
    for kind, text in (("begin", ""), ("", code), ("end", "")):
        run = paragraph.add_run()
        element = OxmlElement("w:fldChar" if kind else "w:instrText")
        if kind:
            element.set(qn("w:fldCharType"), kind)
        element.text = text or None
        run._r.append(element)


def _furniture(document: Document) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21.0), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.5)
    section.top_margin = section.bottom_margin = Cm(2.3)
    head = section.header.paragraphs[0]
    head.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    _write(head, "Wexcombe Borough Council | Agenda Item 6", size=9)
    foot = section.footer.paragraphs[0]
    foot.alignment = WD_ALIGN_PARAGRAPH.CENTER
    _write(foot, "Page ", size=9)
    _field(foot, "PAGE")


def _shade(cell: _Cell, colour: str) -> None:
    shading = OxmlElement("w:shd")
    shading.set(qn("w:val"), "clear")
    shading.set(qn("w:fill"), colour)
    cell._tc.get_or_add_tcPr().append(shading)


def _fill(cell: _Cell, text: str, *, bold: bool = False, centred: bool = False) -> None:
    paragraph = cell.paragraphs[0]
    paragraph.paragraph_format.space_after = Pt(2)
    paragraph.paragraph_format.space_before = Pt(2)
    if centred:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    _write(paragraph, text, bold=bold, size=10)


def _sized(table: Table, shares: tuple[float, ...]) -> None:
    table.alignment = WD_TABLE_ALIGNMENT.LEFT
    table.autofit = False
    widths = [int(_TEXT_WIDTH * share) for share in shares]
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width
    for row in table.rows:
        at = 0
        for cell in row._tr.tc_lst:
            cell.width = sum(widths[at : at + cell.grid_span])
            at += cell.grid_span


def _grid(document: Document, grid: Grid) -> None:
    caption = _write(document.add_paragraph(), grid.caption, bold=True)
    caption.paragraph_format.keep_with_next = True
    table = document.add_table(rows=len(grid.heads) + len(grid.rows), cols=grid.width, style="Table Grid")
    taken: set[tuple[int, int]] = set()
    for r, heads in enumerate(grid.heads):
        column = 0
        for head in heads:
            while (r, column) in taken:
                column += 1
            last = table.cell(r + head.rows - 1, column + head.columns - 1)
            cell = table.cell(r, column).merge(last)
            _fill(cell, head.text, bold=True, centred=column > 0)
            _shade(cell, "D9E5EA")
            taken.update((r + i, column + j) for i in range(head.rows) for j in range(head.columns))
        table.rows[r]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    for r, row in enumerate(grid.rows, len(grid.heads)):
        for c, text in enumerate((row.label, *row.texts)):
            _fill(table.cell(r, c), text, bold=row.kind == "total", centred=c > 0)
    _sized(table, grid.shares)
    document.add_paragraph().paragraph_format.space_after = Pt(2)


def _details(document: Document, details: Details) -> None:
    table = document.add_table(rows=len(details.lines), cols=2, style="Table Grid")
    for r, (label, value) in enumerate(details.lines):
        _fill(table.cell(r, 0), label, bold=True)
        _fill(table.cell(r, 1), value)
        _shade(table.cell(r, 0), "EDF3F5")
    _sized(table, (0.3, 0.7))
    document.add_paragraph().paragraph_format.space_after = Pt(2)


def _bullets(document: Document, bullets: tuple[Item, ...], depth: int = 1) -> None:
    for bullet in bullets:
        style = "List Bullet" if depth == 1 else f"List Bullet {depth}"
        paragraph = _write(document.add_paragraph(style=style), bullet.text)
        paragraph.paragraph_format.space_after = Pt(4)
        _bullets(document, bullet.below, depth + 1)


def _block(document: Document, block: Block) -> None:
    match block:
        case Heading():
            title = f"{block.number} {block.text}".strip()
            document.add_heading(title, level=block.level)
        case Para():
            _write(document.add_paragraph(), block.text)
        case Items():
            _bullets(document, block.items)
        case Grid():
            _grid(document, block)
        case Details():
            _details(document, block)
        case Note():
            _write(document.add_paragraph(), f"^{block.mark}^ {block.text}", size=9)
        case _:
            raise ValueError(f"Word cannot show {block}")


def _settled(raw: bytes) -> bytes:
    """The package with its members uncompressed and undated, so that it is the same wherever it is made."""
    settled = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(raw)) as old, zipfile.ZipFile(settled, "w", zipfile.ZIP_STORED) as new:
        for member in old.infolist():
            info = zipfile.ZipInfo(member.filename, (1980, 1, 1, 0, 0, 0))
            info.create_system = 3
            new.writestr(info, old.read(member))
    return settled.getvalue()


def _lightened(document: Document) -> None:
    """Takes away what python-docx's template brings along and nobody needs: a picture of an empty page, a second
    style sheet, a hundred table styles."""
    for rels in (document.part.package.rels, document.part.rels):
        for key, rel in list(rels.items()):
            if rel.reltype.rpartition("/")[2] in ("thumbnail", "stylesWithEffects", "customXml"):
                del rels[key]
    styles = document.styles.element
    for style in styles.findall(qn("w:style")):
        if style.get(qn("w:type")) == "table" and style.get(qn("w:styleId")) not in ("TableNormal", "TableGrid"):
            styles.remove(style)
    for latent in styles.findall(qn("w:latentStyles")):
        styles.remove(latent)


def word() -> bytes:
    """The January report."""
    document = Document()
    _lightened(document)
    _styles(document)
    _furniture(document)
    facts = document.core_properties
    facts.title, facts.author, facts.last_modified_by = january.TITLE, "Louise Tennant", "Louise Tennant"
    facts.comments, facts.revision = "", 4
    facts.created = facts.modified = _WRITTEN
    for block in january.BLOCKS:
        _block(document, block)
    raw = io.BytesIO()
    document.save(raw)
    return _settled(raw.getvalue())
