"""Text for reading, and the way back from each of its characters to the document's text."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of a passage that stands unbroken in the document's text: `length` characters, at `at` in the
    passage and at `start` in the document."""

    at: int
    start: int
    length: int


@dataclass(frozen=True, slots=True)
class Passage:
    """Text for reading, with the way back to the document's text.

    Pieces are in order and do not overlap; characters between two pieces (a space that joins two lines) have
    no source of their own.
    """

    text: str
    pieces: tuple[Piece, ...]

    @classmethod
    def verbatim(cls, text: str, start: int) -> Passage:
        """A passage that stands in the document's text character by character, from `start` on."""
        return cls(text, (Piece(0, start, len(text)),) if text else ())

    def locate(self, start: int, end: int) -> tuple[int, int]:
        """Where `text[start:end]` stands in the document's text, from its first sourced character to its last.

        Raises ValueError where the range has no source (it is empty, or a joining space alone).
        """
        pieces = self.pieces
        first = bisect_right(pieces, start, key=lambda piece: piece.at + piece.length)
        last = bisect_left(pieces, end, key=lambda piece: piece.at) - 1
        if start >= end or first > last:
            raise ValueError(f"no source for characters {start} to {end} of {self.text[:40]!r}")
        begins = pieces[first].start + max(start - pieces[first].at, 0)
        ends = pieces[last].start + min(end - pieces[last].at, pieces[last].length)
        if begins < ends:
            return begins, ends
        held = pieces[first : last + 1]  # a row of a table over a page break: some of its cells ended before others
        return min(piece.start for piece in held), max(piece.start + piece.length for piece in held)

    @property
    def start(self) -> int:
        """Offset of the first sourced character in the document's text."""
        return self.pieces[0].start if self.pieces else 0

    @property
    def end(self) -> int:
        """Offset just behind the last sourced character in the document's text."""
        return max((p.start + p.length for p in self.pieces), default=0)
