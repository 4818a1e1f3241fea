"""The text of a paragraph of a DOCX file: runs joined as a reader sees them.

Inserted text counts, deleted and hidden text does not; field codes are not text, their results are; text boxes that
hang on the paragraph are handed back for the caller to read as blocks of their own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from boardmine.errors import FileTooLarge
from boardmine.readers.inline import GAP, plain, raised
from boardmine.readers.source import Source
from boardmine.readers.word.styles import Style, Styles, switch, value

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
ALTERNATE, CHOICE, FALLBACK = _MC + "AlternateContent", _MC + "Choice", _MC + "Fallback"
BOX = qn("w:txbxContent")
_M_TEXT = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"

_GONE = frozenset(map(qn, ("w:del", "w:moveFrom", "w:pPr", "w:rPr", "w:instrText", "w:delText", "w:sdtPr", "w:rt")))
_SHAPES = frozenset(map(qn, ("w:drawing", "w:pict", "w:object")))
_RUN, _TEXT, _SDT, _FIELD = qn("w:r"), qn("w:t"), qn("w:sdt"), qn("w:fldChar")
_BREAK, _SYMBOL = qn("w:br"), qn("w:sym")
_NOTE_MARKS = {qn("w:footnoteReference"): "footnotes", qn("w:endnoteReference"): "endnotes"}
_SIGNS = {
    qn("w:tab"): " ",
    qn("w:ptab"): " ",
    qn("w:cr"): "\n",
    qn("w:noBreakHyphen"): "-",
    qn("w:footnoteRef"): GAP,
    qn("w:endnoteRef"): GAP,
}


@dataclass(slots=True)
class ParagraphText:
    """A paragraph's text with line feeds for breaks, whether all that is seen of it is bold, the text boxes that
    hang on it and the notes it refers to, as (`footnotes` or `endnotes`, identifier)."""

    text: str = ""
    is_bold: bool = False
    boxes: list[BaseOxmlElement] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)


class RunReader:
    """Reads the runs of paragraphs. Raises FileTooLarge where elements nest beyond the limit."""

    def __init__(self, source: Source, styles: Styles) -> None:
        self._source = source
        self._styles = styles
        self._parts: list[str] = []
        self._last = ""
        self._bold = self._light = False
        self._fields: list[bool] = []
        self._found = ParagraphText()

    def read(self, paragraph: BaseOxmlElement, style: Style) -> ParagraphText:
        """The text of one paragraph that has a style."""
        self._parts, self._last, self._found = [], "", ParagraphText()
        self._bold = self._light = False
        # A field that is still in its code when the paragraph ends is a broken one: its end must not be waited for.
        self._fields.clear()
        self._walk(paragraph, style, 0)
        self._found.text = "".join(self._parts)
        self._found.is_bold = self._bold and not self._light
        return self._found

    def _walk(self, parent: BaseOxmlElement, style: Style, depth: int) -> None:
        check_depth(self._source, depth)
        for child in parent:
            if child.tag == _RUN:
                self._run(child, style, depth + 1)
            elif child.tag == ALTERNATE:
                for chosen in alternatives(child):
                    self._walk(chosen, style, depth + 2)
            elif child.tag == _M_TEXT:
                self._add(child.text or "", bold=False)
            elif child.tag in _SHAPES:
                self._shape(child, depth + 1)
            elif isinstance(child.tag, str) and child.tag not in _GONE and not is_placeholder(child):
                self._walk(child, style, depth + 1)

    def _run(self, run: BaseOxmlElement, style: Style, depth: int) -> None:
        properties = run.find(qn("w:rPr"))
        own = value(properties, "w:rStyle")
        character = self._styles.get(own) if own else None
        hidden = switch(properties, "w:vanish")
        if style.hidden or (character is not None and character.hidden) if hidden is None else hidden:
            self._field_marks(run)
            return
        bold = switch(properties, "w:b")
        is_bold = (style.bold or (character is not None and character.bold)) if bold is None else bold
        is_raised = value(properties, "w:vertAlign") == "superscript"
        self._pieces(run, is_bold, is_raised, depth)

    def _pieces(self, run: BaseOxmlElement, bold: bool, is_raised: bool, depth: int) -> None:
        check_depth(self._source, depth)
        for child in run:
            tag = child.tag
            if tag == _TEXT:
                self._add(plain(child.text or ""), bold, is_raised)
            elif tag == _FIELD:
                self._field_mark(child)
            elif tag in _SHAPES:
                self._shape(child, depth + 1)
            elif tag == ALTERNATE:
                for chosen in alternatives(child):
                    self._pieces(chosen, bold, is_raised, depth + 2)
            elif tag == _BREAK:
                self._add(" " if child.get(qn("w:type")) in ("page", "column") else "\n", bold)
            elif tag == _SYMBOL:
                self._add(_symbol(child), bold)
            elif tag in _NOTE_MARKS:
                self._found.notes.append((_NOTE_MARKS[tag], child.get(qn("w:id"), "")))
                self._add(GAP, bold)
            elif tag in _SIGNS:
                self._add(_SIGNS[tag], bold)
            elif tag == qn("w:ruby"):
                self._walk(child, Style(bold=bold), depth + 1)

    def _add(self, text: str, bold: bool, is_raised: bool = False) -> None:
        if not text or any(not shows_result for shows_result in self._fields):
            return
        if is_raised:
            text = raised(text, self._last)
        if text.strip(" \n" + GAP):
            self._bold = self._bold or bold
            self._light = self._light or not bold
        self._parts.append(text)
        self._last = (self._last + text)[-4:]

    def _field_marks(self, run: BaseOxmlElement) -> None:
        """Keep count of fields even where their marks are hidden."""
        for mark in run.findall(_FIELD):
            self._field_mark(mark)

    def _field_mark(self, mark: BaseOxmlElement) -> None:
        """A field goes from its code, which is not text, to its result, which is."""
        kind = mark.get(qn("w:fldCharType"))
        if kind == "begin":
            self._fields.append(False)
        elif kind == "separate" and self._fields:
            self._fields[-1] = True
        elif kind == "end" and self._fields:
            self._fields.pop()

    def _shape(self, shape: BaseOxmlElement, depth: int) -> None:
        """Collect the text boxes of a drawing; the same box often stands there twice, for new and old Word."""
        check_depth(self._source, depth)
        for child in shape:
            if child.tag == BOX:
                self._found.boxes.append(child)
            elif child.tag == ALTERNATE:
                for chosen in alternatives(child):
                    self._shape(chosen, depth + 2)
            else:
                self._shape(child, depth + 1)


def check_depth(source: Source, depth: int) -> None:
    """Raise FileTooLarge beyond the limit of nesting: the walk over elements is recursive."""
    if depth > source.limits.max_depth:
        raise FileTooLarge(source.path, f"nests elements more than {source.limits.max_depth} deep")


def alternatives(element: BaseOxmlElement) -> Iterator[BaseOxmlElement]:
    """The one alternative of an `mc:AlternateContent` to read: the first choice, else the fallback.

    Where only the fallback has text, it is the fallback: the choice is a form that this reader cannot see into.
    """
    chosen = [child for child in element if child.tag == CHOICE] + [c for c in element if c.tag == FALLBACK]
    telling = [child for child in chosen if next(child.iter(BOX, _TEXT), None) is not None]
    yield from (telling or chosen)[:1]


def is_placeholder(element: BaseOxmlElement) -> bool:
    """Whether a content control shows only its prompt, such as `Click here to enter text`."""
    if element.tag != _SDT:
        return False
    properties = element.find(qn("w:sdtPr"))
    return bool(switch(properties, "w:showingPlcHdr"))


def _symbol(element: BaseOxmlElement) -> str:
    code = element.get(qn("w:char"), "")
    if not re.fullmatch(r"[0-9A-Fa-f]{4}", code):
        return ""
    point = int(code, 16)
    # A character of a symbol font belongs into the private-use area, where its meaning is known by the glyph.
    return chr(point if point >= 0x100 else 0xF000 + point) if not 0xD800 <= point <= 0xDFFF else ""
