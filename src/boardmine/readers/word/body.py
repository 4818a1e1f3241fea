"""The body of a DOCX file, in order: paragraphs, lists, tables, text boxes and notes become blocks."""

from __future__ import annotations

from collections.abc import Iterable

from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from boardmine.readers.flow import Flow, Item, is_too_long_for_heading
from boardmine.readers.inline import tidy
from boardmine.readers.listmarks import is_bullet, split_marker
from boardmine.readers.source import Source
from boardmine.readers.word.numbering import Numbering
from boardmine.readers.word.package import Package
from boardmine.readers.word.runs import ParagraphText, RunReader, check_depth
from boardmine.readers.word.styles import Style, Styles, indent_of, number, numbering_of, value
from boardmine.readers.word.tables import CellContent, content, is_layout, raw_cells

_P, _TBL = qn("w:p"), qn("w:tbl")
_DEEPER = 100
"""How many twips further in a list must stand to be inside another one; less is a slip of the ruler."""


class BodyReader:
    """Reads the parts of a package into a flow of blocks. `title` is the first paragraph in the style Title."""

    def __init__(self, source: Source, package: Package) -> None:
        self.flow = Flow(source.path)
        self.title: str | None = None
        self._source = source
        self._styles = Styles(package.styles)
        self._numbering = Numbering(package.numbering)
        self._runs = RunReader(source, self._styles)
        self._notes = {
            kind: {note.get(qn("w:id"), ""): note for note in part if note.get(qn("w:type"), "normal") == "normal"}
            for kind, part in package.notes.items()
        }
        self._cited: list[tuple[str, str]] = []
        self._carried = ""
        self._lists: list[tuple[str, int, int | None]] = []

    def body(self, parent: BaseOxmlElement, depth: int = 0) -> None:
        """Read everything that stands in an element: the body itself, a text box, the frame of a layout table."""
        check_depth(self._source, depth)
        for child in content(self._source, parent, (_P, _TBL), depth):
            if child.tag == _P:
                self._paragraph(child, depth + 1)
            else:
                self._table(child, depth + 1)

    def furniture(self, parts: Iterable[BaseOxmlElement]) -> None:
        """Read headers or footers: each different text once, since every section repeats them."""
        seen: set[str] = set()
        for part in parts:
            for paragraph in part.iter(_P):
                text = " ".join(tidy(self._runs.read(paragraph, self._style(paragraph)).text).split())
                if text not in seen:
                    seen.add(text)
                    self.flow.furniture(text)

    def finish(self) -> None:
        """Read the notes that are still due."""
        self._flush_notes()

    def _style(self, paragraph: BaseOxmlElement) -> Style:
        return self._styles.get(value(paragraph.find(qn("w:pPr")), "w:pStyle"))

    def _text(self, paragraph: BaseOxmlElement, style: Style) -> ParagraphText | None:
        """The tidied text of a paragraph; None where a tracked change takes away the mark at its end, since its
        text then goes on in the next paragraph."""
        found = self._runs.read(paragraph, style)
        self._cited.extend(found.notes)
        properties = paragraph.find(qn("w:pPr"))
        mark = properties.find(qn("w:rPr")) if properties is not None else None
        if mark is not None and (mark.find(qn("w:del")) is not None or mark.find(qn("w:moveFrom")) is not None):
            self._carried += found.text
            return None if not found.boxes else ParagraphText(boxes=found.boxes)
        found.text, self._carried = tidy(self._carried + found.text), ""
        return found

    def _paragraph(self, paragraph: BaseOxmlElement, depth: int) -> None:
        style = self._style(paragraph)
        found = self._text(paragraph, style)
        if found is None:
            return
        item = self._item(paragraph, style)
        level = self._heading_level(paragraph, style)
        if not found.text:
            pass
        elif style.is_contents:
            self.flow.furniture(found.text)
        elif level is not None and not is_too_long_for_heading(found.text):
            self._flush_notes()
            if style.name.lower() == "title" and self.title is None:
                self.title = " ".join(found.text.split())
            marker = item.marker if item is not None and not is_bullet(item.marker) else ""
            self.flow.heading(found.text, level, marker)
        else:
            self.flow.paragraph(found.text, bold=found.is_bold or style.named_heading, item=item)
        if found.text and item is None:
            self._lists.clear()
        for box in found.boxes:
            self.body(box, depth + 1)

    def _heading_level(self, paragraph: BaseOxmlElement, style: Style) -> int | None:
        outline = number(value(paragraph.find(qn("w:pPr")), "w:outlineLvl"))
        if outline is not None:
            return outline + 1 if 0 <= outline <= 8 else None
        return style.heading

    def _item(self, paragraph: BaseOxmlElement, style: Style) -> Item | None:
        """What the numbering of a paragraph, its own or its style's, makes of it; counts it in its list."""
        properties = paragraph.find(qn("w:pPr"))
        own, own_depth = numbering_of(properties) if properties is not None else (None, None)
        identifier = own or style.numbering
        if identifier in (None, "0"):
            # Styles called List Bullet make a list even where the file does not say how it is numbered.
            return Item(style.list_depth, "•" if style.list_kind == "bullet" else "") if style.list_kind else None
        depth = own_depth if own_depth is not None else style.depth
        if depth is None:
            depth = self._numbering.depth_of_style(identifier, value(properties, "w:pStyle"))
        marker = self._numbering.marker(identifier, depth)
        level = self._numbering.level(identifier, depth)
        if level is None and not style.list_kind:
            return None
        indent = indent_of(properties) if properties is not None else None
        if indent is None:
            indent = style.indent if level is None or level.indent is None else level.indent
        return Item(self._list_level(identifier, max(depth, style.list_depth), indent), marker)

    def _list_level(self, identifier: str, depth: int, indent: int | None) -> int:
        """The level of an item among the lists around it: bullets under a numbered item are often a list of their
        own, which only the indentation shows to be inside the other."""
        while self._lists:
            last, level, last_indent = self._lists[-1]
            if last == identifier or indent is None or last_indent is None:
                break
            if indent > last_indent + _DEEPER:
                depth = max(depth, level + 1)
                break
            if indent >= last_indent - _DEEPER:
                depth = level
                break
            self._lists.pop()
        self._lists.append((identifier, depth, indent))
        del self._lists[:-20]
        return depth

    def _table(self, table: BaseOxmlElement, depth: int) -> None:
        check_depth(self._source, depth)
        if is_layout(self._source, table):
            for row in content(self._source, table, (qn("w:tr"),)):
                for cell in content(self._source, row, (qn("w:tc"),)):
                    self.body(cell, depth + 2)
            return
        cells, nested = raw_cells(self._source, self._styles, table, lambda tc: self._cell(tc, depth + 2))
        self.flow.table(cells)
        self._lists.clear()
        for inner in nested:
            self._table(inner, depth + 3)

    def _cell(self, cell: BaseOxmlElement, depth: int) -> CellContent:
        """What a cell, or a text box in it, holds."""
        check_depth(self._source, depth)
        held = CellContent()
        light = False
        for child in content(self._source, cell, (_P, _TBL), depth):
            if child.tag == _TBL:
                held.tables.append(child)
                continue
            style = self._style(child)
            found = self._text(child, style)
            if found is None:
                continue
            is_item = self._item(child, style) is not None
            for line in _lines(found.text):
                held.lines.append((line, is_item or is_bullet(split_marker(line)[0])))
            held.is_bold = held.is_bold or found.is_bold
            light = light or bool(found.text and not found.is_bold)
            for box in found.boxes:
                inner = self._cell(box, depth + 1)
                held.lines.extend(inner.lines)
                held.tables.extend(inner.tables)
        held.is_bold = held.is_bold and not light
        return held

    def _flush_notes(self) -> None:
        """Add the notes cited since the last heading, so that they do not break the list that cites them."""
        for kind, identifier in dict.fromkeys(self._cited):
            note = self._notes.get(kind, {}).pop(identifier, None)
            if note is None:
                continue
            for paragraph in content(self._source, note, (_P,)):
                found = self._runs.read(paragraph, self._style(paragraph))
                self.flow.paragraph(tidy(found.text))
        self._cited.clear()


def _lines(text: str) -> list[str]:
    """The lines of a cell's paragraph: breaks count only where they set apart items of a list."""
    lines = text.split("\n")
    return lines if any(is_bullet(split_marker(line)[0]) for line in lines) else [text]
