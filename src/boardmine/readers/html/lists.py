"""Lists of a page while they are read: how they number, and whether they are menus."""

from __future__ import annotations

import re
from dataclasses import dataclass

from selectolax.lexbor import LexborNode

from boardmine.readers.flow import Item

_FEWEST_LINKS = 3
_WORD_LIST = re.compile(r"mso-list\s*:\s*\S+\s+level(\d)", re.IGNORECASE)


@dataclass(slots=True)
class ListItem:
    """An open `li`: its level and its marker, which only its first paragraph bears."""

    level: int
    marker: str

    def take(self) -> Item:
        """The item for the next paragraph."""
        item, self.marker = Item(self.level, self.marker), ""
        return item


@dataclass(slots=True)
class OpenList:
    """An open `ul` or `ol`: how it numbers, the number of its first block, and what it has held so far."""

    ordered: str = ""
    next: int = 1
    first_block: int = 0
    entries: int = 0
    has_words: bool = False

    @property
    def is_menu(self) -> bool:
        """Whether the list holds links and nothing else: three or more, and no number in them."""
        return self.entries >= _FEWEST_LINKS and not self.has_words

    def count(self, text: str, is_link: bool) -> None:
        """Take note of a line of the list."""
        self.entries += 1
        self.has_words = self.has_words or not is_link or any(c.isdigit() for c in text)


def open_list(node: LexborNode, first_block: int) -> OpenList:
    """A list that begins, before block number `first_block`."""
    start = node.attributes.get("start") or "1"
    first = int(start) if re.fullmatch(r"[0-9]{1,6}", start) else 1
    kind = (node.attributes.get("type") or "1") if node.tag == "ol" else ""
    return OpenList(kind, first, first_block)


def list_item(node: LexborNode, lists: list[OpenList]) -> ListItem:
    """An `li` that begins in the innermost of the open lists; it takes the next number."""
    level = max(len(lists) - 1, 0)
    if not lists or not lists[-1].ordered:
        return ListItem(level, "•")
    value = node.attributes.get("value") or ""
    number = int(value) if re.fullmatch(r"[0-9]{1,6}", value) else lists[-1].next
    lists[-1].next = number + 1
    return ListItem(level, f"{_figure(number, lists[-1].ordered)}.")


def word_item(node: LexborNode) -> ListItem | None:
    """The list item that a `p` is which Word exported: a style says so, the marker is typed before the text."""
    listed = _WORD_LIST.search(node.attributes.get("style") or "")
    return ListItem(max(int(listed[1]) - 1, 0), "") if listed else None


def _figure(number: int, kind: str) -> str:
    if kind in ("a", "A") and 0 < number <= 26:
        return chr(ord(kind) + number - 1)
    if kind in ("i", "I") and 0 < number < 40:
        numeral = "x" * (number // 10) + ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")[number % 10]
        return numeral if kind == "i" else numeral.upper()
    return str(number)
