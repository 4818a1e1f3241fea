"""What the styles of a DOCX file say of a paragraph or a run, with what they inherit."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

VAL = qn("w:val")
_HEADING_NAME = re.compile(r"(?:heading|überschrift|pennawd)\s*([1-9])(?!\d)", re.IGNORECASE)
_LIST_NAME = re.compile(r"list\s*(bullet|number)\s*([2-5])?\s*\Z", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Style:
    """A style, all inheritance resolved. None and empty mean that it does not say.

    `heading` is 1 to 9; `list_kind` is `bullet` or `number` where the name of the style says so, and `list_depth`
    the depth in its name, 0-based. `indent` is in twips.
    """

    name: str = ""
    heading: int | None = None
    numbering: str | None = None
    depth: int | None = None
    list_kind: str = ""
    list_depth: int = 0
    indent: int | None = None
    bold: bool = False
    hidden: bool = False
    is_contents: bool = False
    named_heading: bool = False
    """The name speaks of a heading but gives no level."""


PLAIN = Style()


class Styles:
    """Styles by their identifier; an unknown identifier is a plain style."""

    def __init__(self, part: BaseOxmlElement | None) -> None:
        self._elements: dict[str, BaseOxmlElement] = {}
        self._resolved: dict[str, Style] = {}
        self._default = ""
        for element in part.findall(qn("w:style")) if part is not None else ():
            identifier = element.get(qn("w:styleId"))
            if identifier:
                self._elements[identifier] = element
                if element.get(qn("w:type")) == "paragraph" and is_on_value(element.get(qn("w:default"), "0")):
                    self._default = identifier

    def get(self, identifier: str | None) -> Style:
        """The style with an identifier; the default paragraph style for None."""
        identifier = self._default if identifier is None else identifier
        if identifier not in self._elements:
            return PLAIN
        if identifier not in self._resolved:
            self._resolved[identifier] = self._resolve(identifier)
        return self._resolved[identifier]

    def marks_first_row(self, identifier: str | None) -> bool:
        """Whether a table style makes the first row look different from the others."""
        wanted = qn("w:tblStylePr")
        return any(
            part.get(qn("w:type")) == "firstRow" and len(part)
            for element in self._chain(identifier or "")
            for part in element.findall(wanted)
        )

    def _chain(self, identifier: str) -> Iterator[BaseOxmlElement]:
        """The style and those it is based on, nearest first. A circle ends where it closes."""
        seen: set[str] = set()
        while identifier in self._elements and identifier not in seen:
            seen.add(identifier)
            yield self._elements[identifier]
            identifier = value(self._elements[identifier], "w:basedOn") or ""

    def _resolve(self, identifier: str) -> Style:
        name = value(self._elements[identifier], "w:name") or identifier
        heading: int | None = None
        numbering = depth = indent = bold = hidden = None
        listed: re.Match[str] | None = None
        for element in self._chain(identifier):
            own = value(element, "w:name") or ""
            paragraph, run = element.find(qn("w:pPr")), element.find(qn("w:rPr"))
            heading = _heading_by_name(own) if heading is None else heading
            listed = listed or _LIST_NAME.match(own)
            if paragraph is not None:
                outline = number(value(paragraph, "w:outlineLvl"))
                # Level 9 is Word's way to say body text, whatever the style is based on.
                heading = outline + 1 if heading is None and outline is not None else heading
                own_numbering, own_depth = numbering_of(paragraph)
                numbering = own_numbering if numbering is None else numbering
                depth = own_depth if depth is None else depth
                indent = indent_of(paragraph) if indent is None else indent
            bold = switch(run, "w:b") if bold is None else bold
            hidden = switch(run, "w:vanish") if hidden is None else hidden
        return Style(
            name=name,
            heading=heading if heading is not None and 1 <= heading <= 9 else None,
            numbering=numbering,
            depth=depth,
            list_kind=listed[1].lower() if listed else "",
            list_depth=int(listed[2]) - 1 if listed and listed[2] else 0,
            indent=indent,
            bold=bool(bold),
            hidden=bool(hidden),
            named_heading=bool(re.search(r"\b(?:sub-?)?(?:heading|title)\b", name, re.IGNORECASE)),
            is_contents=bool(re.match(r"(?:toc\s*\d|table of figures)", name, re.IGNORECASE)),
        )


def _heading_by_name(name: str) -> int | None:
    if name.strip().lower() in ("title", "subtitle"):
        return 1 if name.strip().lower() == "title" else 2
    found = _HEADING_NAME.match(name.strip())
    return int(found[1]) if found else None


def value(parent: BaseOxmlElement | None, tag: str) -> str | None:
    """The `w:val` of a child element, None where there is neither."""
    child = parent.find(qn(tag)) if parent is not None else None
    return child.get(VAL) if child is not None else None


def number(text: str | None) -> int | None:
    """A whole number out of an attribute, None where it is none."""
    return int(text) if text is not None and re.fullmatch(r"-?[0-9]{1,9}", text) else None


def is_on_value(text: str | None) -> bool:
    """Whether the value of an on-off property means on; a missing value does."""
    return text is None or text.lower() in ("1", "true", "on")


def switch(properties: BaseOxmlElement | None, tag: str) -> bool | None:
    """An on-off property: None where the properties do not speak of it."""
    child = properties.find(qn(tag)) if properties is not None else None
    return is_on_value(child.get(VAL)) if child is not None else None


def numbering_of(properties: BaseOxmlElement) -> tuple[str | None, int | None]:
    """Identifier and level of the numbering that paragraph properties name; the identifier `0` takes it away."""
    found = properties.find(qn("w:numPr"))
    return value(found, "w:numId"), number(value(found, "w:ilvl"))


def indent_of(properties: BaseOxmlElement) -> int | None:
    """The left indentation in twips that paragraph properties give."""
    found = properties.find(qn("w:ind"))
    return None if found is None else number(found.get(qn("w:left"), found.get(qn("w:start"))))
