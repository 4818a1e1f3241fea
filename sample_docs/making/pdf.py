"""Writes the October pack: front sheet, minutes, reports, slide, bound together and stamped with the pack's pages."""

from __future__ import annotations

import io
from dataclasses import dataclass, field
from xml.sax.saxutils import escape

from reportlab.lib.enums import TA_CENTER, TA_RIGHT
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    BaseDocTemplate,
    Flowable,
    Frame,
    NextPageTemplate,
    PageBreak,
    PageTemplate,
    Paragraph,
    Spacer,
    Table,
)

from making import october_minutes as front
from making import october_tables as tables
from making.october_report import REPORT
from making.october_voice import VOICE
from making.pdf_flow import BODY, CELL, CELL_BOLD, HEADING, INK, LINE, SMALL, TITLE, Deck, Pages, Setter, banner

_LEFT, _RIGHT, _TOP, _FOOT = 25 * mm, 20 * mm, 27 * mm, 30 * mm
_WIDTH = A4[0] - _LEFT - _RIGHT

_BANNER = ParagraphStyle("banner", TITLE, fontSize=22, leading=27, alignment=TA_CENTER, textColor=INK, spaceAfter=14)
_CENTRED = ParagraphStyle("centred", TITLE, alignment=TA_CENTER, spaceAfter=4)
_AGENDA = ParagraphStyle("agenda", BODY, fontSize=11, leading=14, spaceAfter=0)
_AGENDA_BOLD = ParagraphStyle("agenda, bold", _AGENDA, fontName="Helvetica-Bold")
_BLANK = ParagraphStyle("blank", BODY, alignment=TA_CENTER, fontName="Helvetica-Oblique")
_NOTE_HEADING = ParagraphStyle("note heading", HEADING, leftIndent=0)
_AGENDA_RIGHT = ParagraphStyle("agenda, right", _AGENDA_BOLD, alignment=TA_RIGHT)


@dataclass(frozen=True, slots=True)
class _Part:
    """A part of the pack: its running head, its agenda item, its title in the outline."""

    title: str
    head: str = ""
    item: str = ""
    own_numbers: bool = False


_PARTS = {
    "front": _Part("Agenda"),
    "minutes": _Part("Minutes of 11 July 2023", "Corporate Parenting Panel: 11 July 2023", "3", True),
    "blank": _Part(""),
    "voice": _Part("Voice of children", "What Children and Young People Have Told Us", "4", True),
    "report": _Part("Performance report", "Children in Our Care: Performance, Quarter 2 2023/24", "5", True),
    "fostering": _Part("Fostering service", "Fostering Service: Quarterly Report", "6", True),
    "slides": _Part("Health and education at a glance", "", "7"),
    "plan": _Part("Forward plan", "Corporate Parenting Panel: forward plan 2023/24", "8"),
}


@dataclass(slots=True)
class _Binder:
    """Draws what stands on every page, and remembers which pages each part has."""

    pages: dict[str, list[int]] = field(default_factory=dict)

    def template(self, name: str) -> PageTemplate:
        """The page template of a part."""
        size = landscape(A4) if name == "slides" else A4
        if name == "slides":
            frame = Frame(22 * mm, 14 * mm, size[0] - 40 * mm, size[1] - 52 * mm, 0, 0, 0, 0)
        else:
            frame = Frame(_LEFT, _FOOT, _WIDTH, A4[1] - _TOP - _FOOT, 0, 0, 0, 0)

        def draw(canv: Canvas, doc: BaseDocTemplate) -> None:
            self._page(canv, name, doc.page, size)

        return PageTemplate(id=name, frames=[frame], onPage=draw, pagesize=size)

    def _page(self, canv: Canvas, name: str, number: int, size: tuple[float, float]) -> None:
        pages = self.pages.setdefault(name, [])
        pages.append(number)
        part = _PARTS[name]
        wide, high = size
        canv.saveState()
        if name == "slides":
            banner(canv, wide, high, tables.SLIDE_TITLE, tables.SLIDE_LINE)
        if len(pages) == 1 and part.title:
            canv.bookmarkPage(name)
            canv.addOutlineEntry(part.title, name)
        canv.setFillGray(0)
        canv.setFont("Helvetica-Bold", 11)
        if len(pages) == 1 and part.item and name != "slides":
            canv.drawRightString(wide - _RIGHT, high - 14 * mm, f"Agenda Item {part.item}")
        elif part.head:
            canv.setFont("Helvetica-Oblique", 8.5)
            canv.drawString(_LEFT, high - 15 * mm, "Wexcombe Borough Council")
            canv.drawRightString(wide - _RIGHT, high - 15 * mm, part.head)
            canv.setStrokeColor(LINE)
            canv.setLineWidth(0.5)
            canv.line(_LEFT, high - 17 * mm, wide - _RIGHT, high - 17 * mm)
        if part.own_numbers:
            canv.setFont("Helvetica", 9)
            canv.drawCentredString(_LEFT + _WIDTH / 2, 12 * mm, str(len(pages)))
        self._stamp(canv, number, high)
        canv.restoreState()

    @staticmethod
    def _stamp(canv: Canvas, number: int, high: float) -> None:
        """The binder's own page number, up the left margin."""
        canv.saveState()
        canv.setFillGray(0)
        canv.setFont("Helvetica-Bold", 10)
        canv.translate(10 * mm, high / 2)
        canv.rotate(90)
        canv.drawCentredString(0, 0, f"Page {number}")
        canv.restoreState()

    def range(self, name: str) -> str:
        """The pages of a part as the front sheet gives them."""
        pages = self.pages.get(name, [0])
        return f"{pages[0]} - {pages[-1]}" if len(pages) > 1 else f"{pages[0]}"


def _front(binder: _Binder) -> list[Flowable]:
    meeting = Table(
        [[Paragraph(a, _AGENDA_BOLD), Paragraph(b, _AGENDA)] for a, b in front.MEETING], colWidths=[60, 330]
    )
    rows = [[Paragraph("No.", _AGENDA_BOLD), Paragraph("Item", _AGENDA_BOLD), Paragraph("Pages", _AGENDA_RIGHT)]]
    for item in front.AGENDA:
        words = f"<b>{escape(item.title)}</b>" + (f"<br/>{escape(item.detail)}" if item.detail else "")
        pages = binder.range(item.part) if item.part else ""
        rows.append([Paragraph(item.number, _AGENDA_BOLD), Paragraph(words, _AGENDA), Paragraph(pages, _AGENDA_RIGHT)])
    agenda = Table(rows, colWidths=[30, _WIDTH - 90, 60])
    agenda.setStyle(
        [
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
            ("LINEBELOW", (0, 0), (-1, 0), 0.8, INK),
            ("TOPPADDING", (0, 1), (-1, -1), 6),
            ("BOTTOMPADDING", (0, 1), (-1, -1), 6),
        ]
    )
    notes: list[Flowable] = [Paragraph("Notes for Members and the public", TITLE)]
    for heading, text in front.NOTES:
        notes += [Paragraph(escape(heading), _NOTE_HEADING), Paragraph(escape(text), BODY)]
    return [
        Paragraph("Wexcombe Borough Council", _BANNER),
        Paragraph("CORPORATE PARENTING PANEL", _CENTRED),
        Spacer(0, 14),
        meeting,
        Spacer(0, 16),
        Paragraph("AGENDA", _CENTRED),
        Spacer(0, 4),
        agenda,
        Spacer(0, 16),
        Paragraph(f"<b>Membership:</b> {escape(front.MEMBERS)}", BODY),
        Paragraph(escape(front.CONTACT), BODY),
        PageBreak(),
        *notes,
    ]


def _plan() -> list[Flowable]:
    rows = [[Paragraph(head, CELL_BOLD) for head in ("Meeting", "Item", "Officer")]]
    rows += [[Paragraph(escape(text), CELL) for text in line] for line in tables.PLAN]
    grid = Table(rows, colWidths=[_WIDTH * 0.22, _WIDTH * 0.5, _WIDTH * 0.28], hAlign="LEFT")
    grid.setStyle([("GRID", (0, 0), (-1, -1), 0.5, LINE), ("VALIGN", (0, 0), (-1, -1), "TOP")])
    words = "Members are asked to note the items planned and to tell the Chair of anything that they wish to add."
    return [Paragraph("Forward plan 2023/24", TITLE), Paragraph(words, BODY), Spacer(0, 6), grid]


def _story(binder: _Binder, setter: Setter) -> list[Flowable]:
    minutes = [
        Paragraph("CORPORATE PARENTING PANEL", _CENTRED),
        Paragraph(
            "Minutes of the meeting held on Tuesday 11 July 2023 at 5.30 pm in the Guildhall, Wexcombe", _CENTRED
        ),
        Spacer(0, 10),
        *setter.blocks(front.MINUTES),
        Spacer(0, 24),
        Paragraph(
            "Signed (Chair): ............................................ &nbsp; Date: .....................", BODY
        ),
    ]
    report = [
        Paragraph("Children in Our Care: Performance, Quarter 2 2023/24", TITLE),
        *setter.blocks(REPORT),
        PageBreak(),
        Paragraph("Appendix A: Tables", TITLE),
        *setter.blocks(tables.APPENDIX),
    ]
    cards, credit = tables.SLIDE
    deck = Deck(cards, landscape(A4)[0] - 40 * mm, 134 * mm, setter.seen)
    parts = {
        "minutes": minutes,
        "blank": [Spacer(0, 90 * mm), Paragraph("This page is intentionally left blank", _BLANK)],
        "voice": [Paragraph("What Children and Young People Have Told Us", TITLE), *setter.blocks(VOICE)],
        "report": report,
        "fostering": [Paragraph("Fostering Service: Quarterly Report", TITLE), *setter.blocks(tables.FOSTERING)],
        "slides": [deck, Spacer(0, 12), Paragraph(escape(credit.text), SMALL)],
        "plan": _plan(),
    }
    story = _front(binder)
    for name, flow in parts.items():
        story += [NextPageTemplate(name), PageBreak(), *flow]
    return story


def _bind(earlier: _Binder) -> tuple[bytes, _Binder, Pages]:
    """Binds the pack once; the front sheet gives the pages of an earlier binding."""
    binder, setter, out = _Binder(), Setter(_WIDTH), io.BytesIO()
    doc = BaseDocTemplate(
        out,
        pagesize=A4,
        invariant=1,
        pageCompression=0,
        title=front.TITLE,
        author="Wexcombe Borough Council",
        subject="Agenda and reports",
    )
    doc.addPageTemplates([binder.template(name) for name in _PARTS])
    doc.build(_story(earlier, setter))
    return out.getvalue(), binder, setter.seen


def pdf() -> tuple[bytes, Pages]:
    """The October pack, and the page on which each carrier of facts stands."""
    _, binder, _ = _bind(_Binder())
    raw, _, pages = _bind(binder)
    return raw, pages
