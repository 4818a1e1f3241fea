"""Numbered and bulleted lists of a DOCX file: the marker that Word would print before each paragraph."""

from __future__ import annotations

import re
from dataclasses import dataclass

from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from boardmine.readers.word.styles import indent_of, number, value

_LEVELS = 9
_TENS = ("", "x", "xx", "xxx", "xl", "l", "lx", "lxx", "lxxx", "xc")
_ONES = ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")


@dataclass(frozen=True, slots=True)
class Level:
    """A level of a list: its format (`bullet`, `decimal`, ...), the pattern of its marker (`%1.%2`), its first number,
    the style that is tied to it and its indentation in twips."""

    format: str = "decimal"
    pattern: str = ""
    start: int = 1
    style: str | None = None
    indent: int | None = None


class Numbering:
    """The lists of a document and how far each has counted; ask for markers in the order of the text."""

    def __init__(self, part: BaseOxmlElement | None) -> None:
        self._levels: dict[str, dict[int, Level]] = {}
        self._abstract: dict[str, str] = {}
        self._counters: dict[str, list[int | None]] = {}
        self._started: set[str] = set()
        self._restarts: dict[str, dict[int, int]] = {}
        if part is None:
            return
        abstract = {
            element.get(qn("w:abstractNumId"), ""): _levels(element) for element in part.findall(qn("w:abstractNum"))
        }
        # A list may be defined by a style, and then stands elsewhere under the style's name.
        linked = {value(element, "w:styleLink"): _levels(element) for element in part.findall(qn("w:abstractNum"))}
        for element in part.findall(qn("w:abstractNum")):
            link = value(element, "w:numStyleLink")
            if link is not None and link in linked:
                abstract[element.get(qn("w:abstractNumId"), "")] = linked[link]
        for element in part.findall(qn("w:num")):
            identifier = element.get(qn("w:numId"), "")
            named = value(element, "w:abstractNumId") or ""
            levels = dict(abstract.get(named, {}))
            restarts: dict[int, int] = {}
            for override in element.findall(qn("w:lvlOverride")):
                depth = number(override.get(qn("w:ilvl"))) or 0
                own = override.find(qn("w:lvl"))
                if own is not None:
                    levels[depth] = _level(own)
                start = number(value(override, "w:startOverride"))
                if start is not None:
                    restarts[depth] = start
            self._levels[identifier] = levels
            self._abstract[identifier] = named
            self._restarts[identifier] = restarts

    def level(self, identifier: str, depth: int) -> Level | None:
        """A level of a list, None where the file does not define it."""
        return self._levels.get(identifier, {}).get(depth)

    def depth_of_style(self, identifier: str, style: str | None) -> int:
        """The level of a list that is tied to a paragraph style, 0 where none is."""
        levels = self._levels.get(identifier, {})
        return next((depth for depth, level in levels.items() if style and level.style == style), 0)

    def marker(self, identifier: str, depth: int) -> str:
        """The marker of the next paragraph at a level (0-based) of a list, and count it."""
        level = self.level(identifier, depth)
        if level is None or not 0 <= depth < _LEVELS:
            return ""
        if level.format == "bullet":
            return level.pattern.strip() or "•"
        # Lists that share an abstract definition go on counting together, unless one says where it restarts.
        counters = self._counters.setdefault(self._abstract[identifier], [None] * _LEVELS)
        if identifier not in self._started:
            self._started.add(identifier)
            for restarted, start in self._restarts[identifier].items():
                if 0 <= restarted < _LEVELS:
                    counters[restarted] = start - 1
        count = counters[depth]
        counters[depth] = level.start if count is None else count + 1
        counters[depth + 1 :] = [None] * (_LEVELS - depth - 1)
        return "" if level.format == "none" else self._printed(identifier, level, counters)

    def _printed(self, identifier: str, level: Level, counters: list[int | None]) -> str:
        def one(found: re.Match[str]) -> str:
            place = int(found[1]) - 1
            named = self.level(identifier, place) or Level()
            count = counters[place]
            return _figure(named.start if count is None else count, named.format)

        return re.sub(r"%([1-9])", one, level.pattern).strip()


def _levels(element: BaseOxmlElement) -> dict[int, Level]:
    return {number(lvl.get(qn("w:ilvl"))) or 0: _level(lvl) for lvl in element.findall(qn("w:lvl"))}


def _level(element: BaseOxmlElement) -> Level:
    properties = element.find(qn("w:pPr"))
    start = number(value(element, "w:start"))
    return Level(
        format=value(element, "w:numFmt") or "decimal",
        pattern=(value(element, "w:lvlText") or "")[:40],
        start=1 if start is None else start,
        style=value(element, "w:pStyle"),
        indent=indent_of(properties) if properties is not None else None,
    )


def _figure(count: int, format_name: str) -> str:
    """A count in one of Word's number formats; those that English papers do not use come out in digits."""
    if format_name.endswith("Letter"):
        # Word repeats the letter: z, aa, bb.
        letter = chr(ord("a") + (count - 1) % 26) * min((count - 1) // 26 + 1, 10)
        return letter.upper() if format_name == "upperLetter" else letter
    if format_name.endswith("Roman") and 0 < count < 100:
        numeral = _TENS[count // 10] + _ONES[count % 10]
        return numeral.upper() if format_name == "upperRoman" else numeral
    return f"{count:02d}" if format_name == "decimalZero" else str(count)
