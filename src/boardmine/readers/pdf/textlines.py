"""A line of a paragraph: its words, its marker, how it is set."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from boardmine.readers.pdf.lines import box_of, segments_of, text_of
from boardmine.readers.pdf.words import LEAST_SIZE, Word


@dataclass(slots=True)
class Line:
    """A line of a paragraph: its words without a leading marker, and the marker with its left edge."""

    words: list[Word]
    x0: float
    x1: float
    top: float
    bottom: float
    size: float
    bold: bool
    marker: str = ""
    marker_x: float = 0.0
    marker_end: float = 0.0
    further: list[Word] = field(default_factory=list)
    """Bullets or numbers behind the first, where a converter set two."""

    second_x: float | None = None
    """Where a second entry begins, on a line with an empty stretch in it (a name and its answer)."""

    text: str = field(init=False)

    def __post_init__(self) -> None:
        self.text = text_of(self.words)

    @property
    def middle(self) -> float:
        """Half way between top and bottom."""
        return (self.top + self.bottom) / 2


def line_of(row: list[Word], apart: bool = True) -> Line:
    """A row as a line, without looking for a marker. `apart` says that it may have entries apart from each other."""
    plain = [w for w in row if not w.mark]
    size = _size_of(plain or row)
    box = box_of(row)
    parts = segments_of(row, 2.5) if apart and len(row) < 40 else []
    second = parts[1][0].x0 if len(parts) > 1 else None
    bold = bool(plain) and all(w.bold for w in plain)
    return Line(row, row[0].x0, box.x1, box.top, box.bottom, size, bold, second_x=second)


def _size_of(words: list[Word]) -> float:
    """The size in which most letters are set."""
    size = words[0].size
    if all(-0.05 < w.size - size < 0.05 for w in words):
        return max(round(size, 1), LEAST_SIZE)
    letters: Counter[float] = Counter()
    for word in words:
        letters[round(word.size, 1)] += len(word.text)
    return max(letters.most_common(1)[0][0], LEAST_SIZE)
