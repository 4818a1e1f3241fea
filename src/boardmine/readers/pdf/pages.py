"""Reads the pages of a file one at a time and takes each apart, with a look at the pages about it."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass

from boardmine.document import Box
from boardmine.readers.pdf.assemble import ReadPage
from boardmine.readers.pdf.frame import Frame
from boardmine.readers.pdf.furniture import REACH, MarginRow, furniture_of, gutter_words, is_page_number, margin_rows
from boardmine.readers.pdf.headings import BodySize
from boardmine.readers.pdf.paragraphs import Draft, drafts_of
from boardmine.readers.pdf.regions import Flow, in_order
from boardmine.readers.pdf.rulings import Rulings
from boardmine.readers.pdf.tables import drawn_tables
from boardmine.readers.pdf.tables.grid import Grid
from boardmine.readers.pdf.tables.heads import mark_heads
from boardmine.readers.pdf.tables.unruled import unruled_tables
from boardmine.readers.pdf.textlines import line_of
from boardmine.readers.pdf.words import Word


@dataclass(slots=True)
class RawPage:
    """What a page holds before its neighbours are known: words outside tables, drawn tables, drawings."""

    number: int
    frame: Frame
    words: list[Word]
    gutter: list[Word]
    grids: list[Grid]
    cells: list[Box]
    rulings: Rulings
    margins: list[MarginRow]


def raw_page(number: int, frame: Frame, words: list[Word], rulings: Rulings) -> RawPage:
    """A page's words sorted into the binder's stamps, tables that lines show, and the rest."""
    gutter = gutter_words(words, frame.width, frame.height)
    if gutter:
        stamped = {id(w) for w in gutter}
        words = [w for w in words if id(w) not in stamped]
    margins = margin_rows(words, frame.height)
    numbers = [w for row in margins if is_page_number(row) for w in row.words]
    aside = {id(w) for w in numbers}
    drawn = drawn_tables([w for w in words if id(w) not in aside], rulings, frame.width, frame.height)
    words = numbers + drawn.words
    rulings.horizontal, rulings.vertical = [], []  # spent: a map has thousands
    free = {id(w) for w in words}
    margins = [row for row in margins if all(id(w) in free for w in row.words)]
    return RawPage(number, frame, words, gutter, drawn.grids, drawn.boxes, rulings, margins)


def read_pages(raw: Iterator[RawPage], body: BodySize) -> Iterator[ReadPage]:
    """Pages taken apart, in order. Few pages are in memory at a time: those that a page is compared with."""
    window: deque[RawPage] = deque()
    place = 0  # of the page in the window that is next to be taken apart
    for page in raw:
        window.append(page)
        body.count(page.words)
        if len(window) - place > REACH:
            yield _taken_apart(window, place, body)
            place += 1
            if place > REACH:
                window.popleft()
                place -= 1
    while place < len(window):
        yield _taken_apart(window, place, body)
        place += 1


def _taken_apart(window: deque[RawPage], place: int, body: BodySize) -> ReadPage:
    page = window[place]
    others = [p.margins for i, p in enumerate(window) if i != place and abs(i - place) <= REACH]
    furniture = furniture_of(page.margins, others, body.points)
    gone = {id(w) for row in furniture for w in row.words}
    level = [w for w in page.words if w.turn == 0 and id(w) not in gone]
    turned = [w for w in page.words if w.turn]
    boxes = [b for b in page.rulings.outlines + page.rulings.fills if _holds_text(b, page.frame)]
    parts: list[list[Draft] | Grid] = []
    for item in in_order(level, page.grids, boxes, page.cells):
        if isinstance(item, Flow):
            parts += _flow_parts(item, page.rulings)
        else:
            mark_heads(item)
            parts.append(item)
    if turned:
        parts.append(_sideways(turned))
    head = [r.words for r in sorted(furniture, key=lambda r: r.distance) if r.at_top]
    foot = [r.words for r in sorted(furniture, key=lambda r: -r.distance) if not r.at_top]
    if page.gutter:
        foot.append(_along(page.gutter))
    has_text = bool(page.words or page.gutter or page.grids)
    page.words, page.grids, page.rulings = [], [], Rulings()  # the window keeps the margins only
    return ReadPage(page.number, page.frame, head, parts, foot, has_text)


def _holds_text(box: Box, frame: Frame) -> bool:
    """Whether a drawn box may be one that holds texts: neither a line's ground nor the page's."""
    width, height = box.x1 - box.x0, box.bottom - box.top
    return width > 40 and height > 18 and width * height < 0.7 * frame.width * frame.height


def _flow_parts(flow: Flow, rulings: Rulings) -> list[list[Draft] | Grid]:
    """A flow with the tables in it taken out."""
    if flow.plain:
        return [drafts_of(flow)]
    parts: list[list[Draft] | Grid] = []
    start = 0
    for first, end, grid in unruled_tables(flow.rows, rulings):
        if first > start:
            parts.append(drafts_of(Flow(flow.rows[start:first], flow.x0, flow.x1)))
        grid.tidy()
        mark_heads(grid)
        parts.append(grid)
        start = end
    if start < len(flow.rows):
        parts.append(drafts_of(Flow(flow.rows[start:], flow.x0, flow.x1)))
    return parts


def _sideways(words: list[Word]) -> list[Draft]:
    """Words that run up or down outside tables: a paragraph a line, as the names of axes are."""
    drafts: list[Draft] = []
    for turn in (90, 180, 270):
        run: list[Word] = []
        for word in (w for w in words if w.turn == turn):
            if run and not _follows(run[-1], word):
                drafts.append(Draft([line_of(run)]))
                run = []
            run.append(word)
        if run:
            drafts.append(Draft([line_of(run)]))
    return drafts


def _follows(before: Word, word: Word) -> bool:
    """Whether a turned word goes on with the line of the one before it."""
    if word.turn == 180:
        return abs(before.top - word.top) < 0.4 * word.size
    gap = before.top - word.bottom if word.turn == 90 else word.top - before.bottom
    return abs(before.x0 - word.x0) < 0.4 * word.size and -1 < gap < word.size


def _along(words: list[Word]) -> list[Word]:
    """Stamped words in the order in which they are read."""
    if words[0].turn == 90:
        return sorted(words, key=lambda w: (round(w.x0), -w.bottom))
    return sorted(words, key=lambda w: (round(w.x0), w.top))
