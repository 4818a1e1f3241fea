"""Builds the text of a document block by block, for formats that have no text of their own to point into."""

from __future__ import annotations

from boardmine.document import Passage


class TextBuilder:
    """Collects a document's text. Each addition is set apart by a line feed and gives back its passage."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._length = 0

    def __len__(self) -> int:
        return self._length

    def add(self, text: str, separator: str = "\n") -> Passage:
        """Append `text` and return where it now stands. An empty text adds nothing."""
        if not text:
            return Passage("", ())
        if self._length:
            self._parts.append(separator)
            self._length += len(separator)
        passage = Passage.verbatim(text, self._length)
        self._parts.append(text)
        self._length += len(text)
        return passage

    def text(self) -> str:
        """All that was added."""
        return "".join(self._parts)
