"""The blocks of a page: a walk over its elements fills a flow of headings, paragraphs, list items and tables."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from selectolax.lexbor import LexborNode

from boardmine.readers.flow import Flow, Item, is_too_long_for_heading
from boardmine.readers.grid import RawCell
from boardmine.readers.html.lists import ListItem, OpenList, list_item, open_list, word_item
from boardmine.readers.html.nodes import BLOCKS, Event, classes_of, tags, walk
from boardmine.readers.html.tables import DataTable, is_layout
from boardmine.readers.inline import plain, raised, tidy
from boardmine.readers.listmarks import is_bullet, split_marker
from boardmine.readers.source import Source

_HEADINGS = tags("h1 h2 h3 h4 h5 h6")
_ITEM_LEVEL = 2
_ITEM_NUMBER = re.compile(r"(?P<main>\d{1,4}(?:[/.]\d{1,4})?)\s*(?P<sub>[.(]?[a-z]{1,2}\)?)?\s*\.?", re.IGNORECASE)
_BOLD = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.IGNORECASE)
_SYMBOLS = re.compile(r"font-family\s*:[^;]*(?:wingdings|symbol)", re.IGNORECASE)


class Role:
    """What a block of text is for: names for the kinds of role."""

    TEXT, HEADING, TITLE, NUMBER, FURNITURE, CAPTION, TERM, DETAIL = range(8)


@dataclass(frozen=True, slots=True)
class Place:
    """What the text inside an element becomes: its role, the level of a heading, the list item that it belongs to."""

    role: int = Role.TEXT
    level: int = 0
    item: ListItem | None = None


@dataclass(slots=True)
class Inline:
    """The line of text that is being put together, and how much of it is bold or a link."""

    parts: list[str] = field(default_factory=list)
    bold: int = 0
    linked: int = 0
    length: int = 0


class PageReader:
    """Turns the elements of a page into blocks; `flow` holds them."""

    def __init__(self, source: Source) -> None:
        self.flow = Flow(source.path)
        self._source = source
        self._inline = Inline()
        self._places = [Place()]
        self._lists: list[OpenList] = []
        self._tables: list[DataTable | None] = []  # None for a table that only arranges the page
        self._inside = {"bold": 0, "link": 0, "sup": 0, "symbol": 0, "pre": 0}
        self._raised: list[str] = []
        self._number = ""
        self._untitled = False
        self._term = ""

    def read(self, root: LexborNode) -> None:
        """Read all text under an element."""
        for event, node in walk(self._source, root):
            if event is Event.TEXT:
                self._text(node.text_content or "")
            elif event is Event.ENTER:
                self._enter(node, node.tag or "")
            else:
                self._leave(node, node.tag or "")
        self._flush()
        self._end_terms()

    # -- lines

    def _text(self, text: str) -> None:
        lines = text.split("\n") if self._inside["pre"] else [text]
        text = "\n".join(map(plain, lines))
        if self._inside["symbol"] and len(text.strip()) == 1:
            text = {"ü": "✓"}.get(text.strip(), "•") + " "
        if self._inside["sup"]:
            self._raised.append(text)
        else:
            self._append(text)

    def _append(self, text: str) -> None:
        seen = len(text) - text.count(" ") - text.count("\n")
        inline = self._inline
        inline.parts.append(text)
        inline.length += seen
        inline.bold += seen if self._inside["bold"] else 0
        inline.linked += seen if self._inside["link"] else 0

    def _end_raised(self) -> None:
        before = "".join(self._inline.parts[-4:])[-4:]
        self._append(raised("".join(self._raised), before))
        self._raised.clear()

    def _flush(self) -> None:
        """End the line: what it holds becomes a block, or a line of the open cell."""
        if self._raised:
            self._end_raised()
        inline, self._inline = self._inline, Inline()
        text = tidy("".join(inline.parts))
        if not text:
            return
        place, bold = self._places[-1], inline.bold == inline.length
        table = self._data_table()
        if table is not None:
            self._fill(table, text, place, bold)
            return
        if self._lists:
            self._lists[0].count(text, inline.linked == inline.length)
        self._block(text, place, bold)

    def _fill(self, table: DataTable, text: str, place: Place, bold: bool) -> None:
        if place.role == Role.CAPTION:
            table.caption = " ".join(f"{table.caption} {text}".split())
            return
        lines = [(line, is_bullet(split_marker(line)[0])) for line in text.split("\n")]
        if not any(is_marked for _, is_marked in lines):
            lines = [(" ".join(line for line, _ in lines), place.item is not None)]
        for line, is_marked in lines:
            table.line(line, is_marked, bold)

    def _block(self, text: str, place: Place, bold: bool) -> None:
        role = place.role
        if role == Role.HEADING and not is_too_long_for_heading(text):
            self.flow.heading(text, place.level)
        elif role == Role.TITLE:
            self._agenda_title(text)
        elif role == Role.NUMBER:
            self._number = text
        elif role == Role.FURNITURE:
            self.flow.furniture(text)
        elif role == Role.TERM:
            self._end_terms()
            self._term = text
        elif role == Role.DETAIL:
            term, self._term = self._term.rstrip(": "), ""
            self.flow.paragraph(f"{term}: {text}" if term else text, item=Item(len(self._lists)))
        elif self._number and self._untitled and not is_too_long_for_heading(text):
            self._agenda_title(text)
        else:
            self.flow.paragraph(text, bold=bold, item=place.item.take() if place.item is not None else None)

    def _agenda_title(self, text: str) -> None:
        """The title of an item of a meeting; or its number, which ModernGov sets in the same class."""
        found = _ITEM_NUMBER.fullmatch(text)
        if found and not self._number:
            self._number = text
            return
        number, self._number = self._number, ""
        own = _ITEM_NUMBER.fullmatch(number)
        self.flow.heading(text, _ITEM_LEVEL + bool(own and own["sub"]), number)

    def _end_terms(self) -> None:
        """A term that no detail followed is a paragraph."""
        term, self._term = self._term, ""
        if term:
            self.flow.paragraph(term)

    # -- elements

    def _enter(self, node: LexborNode, tag: str) -> None:
        if tag == "br":
            self._append("\n")
            return
        self._mark(node, tag, 1)
        if tag not in BLOCKS:
            return
        self._flush()
        self._places.append(self._place(node, tag))
        table = self._tables[-1] if self._tables else None
        if tag in ("ul", "ol"):
            self._lists.append(open_list(node, len(self.flow.blocks)))
        elif tag == "table":
            self._tables.append(None if is_layout(node) else DataTable())
        elif tag in ("thead", "tbody", "tfoot") and table is not None:
            table.start_group(tag == "thead")
        elif tag == "tr" and table is not None:
            table.start_row()

    def _leave(self, node: LexborNode, tag: str) -> None:
        if tag == "sup":
            self._end_raised()
        if tag in BLOCKS:
            self._flush()
            self._places.pop()
            self._close(node, tag)
        self._mark(node, tag, -1)

    def _close(self, node: LexborNode, tag: str) -> None:
        table = self._tables[-1] if self._tables else None
        if tag in ("ul", "ol"):
            ended = self._lists.pop()
            if ended.is_menu and not self._lists:
                self.flow.turn_to_furniture(ended.first_block)
        elif tag == "dl":
            self._end_terms()
        elif tag == "table":
            self._tables.pop()
            if table is not None:
                self._close_table(table)
        elif tag in ("thead", "tbody", "tfoot") and table is not None:
            table.end_group()
        elif tag in ("td", "th") and table is not None:
            table.end_cell(self._source, node)
        elif tag == "tr" and self._number:
            number, self._number = self._number, ""
            self.flow.furniture(number)

    def _mark(self, node: LexborNode, tag: str, step: int) -> None:
        """Keep count of the inline elements around the text."""
        inside = self._inside
        if tag in ("b", "strong"):
            inside["bold"] += step
        elif tag == "a":
            inside["link"] += step
        elif tag in ("sup", "pre"):
            inside[tag] += step
        style = node.attributes.get("style") if tag in ("span", "p", "font", "td", "div") else None
        if style:
            inside["bold"] += step if _BOLD.search(style) else 0
            inside["symbol"] += step if _SYMBOLS.search(style) else 0

    def _place(self, node: LexborNode, tag: str) -> Place:
        """What text directly inside an element becomes; what an element does not say, the one around it does."""
        around = self._places[-1]
        classes = classes_of(node)
        if tag in _HEADINGS:
            return replace(around, role=Role.HEADING, level=int(tag[1]))
        if "mgaititletxt" in classes and around.role == Role.TEXT:
            return replace(around, role=Role.TITLE)
        if tag == "li":
            return Place(item=list_item(node, self._lists))
        if tag in ("dt", "dd"):
            return replace(around, role=Role.TERM if tag == "dt" else Role.DETAIL)
        if tag == "caption":
            return Place(Role.CAPTION)
        if tag in ("td", "th"):
            return self._cell_place(node, tag, classes)
        if tag == "p" and around.item is None:
            return replace(around, item=word_item(node))
        return around

    def _cell_place(self, node: LexborNode, tag: str, classes: list[str]) -> Place:
        if not self._tables or self._tables[-1] is not None:
            return Place()
        if tag == "th":
            return Place(Role.FURNITURE)
        if "mgitemnumbercell" in classes:
            row = node.parent
            titles = row.css(".mgAiTitleTxt") if row is not None else []
            self._untitled = len(titles) == len(node.css(".mgAiTitleTxt"))
            return Place(Role.NUMBER)
        return Place()

    def _data_table(self) -> DataTable | None:
        """The innermost table of data that is open; text in a frame within one of its cells is that cell's."""
        return next((table for table in reversed(self._tables) if table is not None), None)

    def _close_table(self, ended: DataTable) -> None:
        around = self._data_table()
        finished: list[tuple[str, list[RawCell]]] = [(ended.caption, ended.cells), *ended.nested]
        if around is not None:
            around.nested.extend(finished)
            return
        for caption, cells in finished:
            if caption:
                self.flow.paragraph(caption)
            self.flow.table(cells)
