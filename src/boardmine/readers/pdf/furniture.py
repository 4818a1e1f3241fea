"""Running heads and feet, page numbers and gutter text: what a page bears because it is a page of something.

A head is known by standing at the same height of pages near by with the same words, figures aside. Pages near by,
not all pages: the heads change with the parts of a pack.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from boardmine.readers.pdf.lines import rows_of, segments_of, text_of
from boardmine.readers.pdf.words import Word

ZONE = 0.13
"""Share of a page's height, at its top and at its bottom, in which furniture stands."""

REACH = 6
"""So many pages before and after a page are compared with it."""

GUTTER_ZONE = 0.075
"""Share of a page's width or height next to its edges where turned words are a binder's stamp."""

MOST_ROWS = 5

_NUMBER = re.compile(
    r"(?:page|pg\.?|p\.)?\s*[-–—|]?\s*(?:\d{1,4}|[ivxlc]{1,6})\s*[-–—|]?\s*(?:(?:of|/)\s*\d{1,4})?", re.IGNORECASE
)
_TEXT = re.compile(r".*intentionally (?:left )?blank|(?:figure|table|chart|graph|box|appendix|annex)\b")
"""What recurs at one height, figures aside, and is text nevertheless."""

_DIGITS = re.compile(r"\d+")
_ROMAN = re.compile(r"[ivxlc]{1,6}", re.IGNORECASE)


@dataclass(slots=True)
class MarginRow:
    """A row in the upper or lower margin: its words, what it says with figures left out, how far it stands from
    the page's edge in points, whether it is at the top, and how many rows stand further out."""

    words: list[Word]
    says: str
    distance: float
    at_top: bool
    rank: int


def margin_rows(words: Iterable[Word], height: float) -> list[MarginRow]:
    """The rows in the margins of a page."""
    level = [w for w in words if w.turn == 0]
    found: list[MarginRow] = []
    upper = rows_of(w for w in level if w.bottom < ZONE * height)
    lower = rows_of(w for w in level if w.top > (1 - ZONE) * height)
    for rows, at_top in ((upper, True), (lower[::-1], False)):
        for rank, row in enumerate(rows[:MOST_ROWS]):
            distance = min(w.top for w in row) if at_top else height - max(w.bottom for w in row)
            found.append(MarginRow(row, _says(row), distance, at_top, rank))
    return found


def _says(row: list[Word]) -> str:
    text = text_of(row)
    return "#" if _ROMAN.fullmatch(text) else _DIGITS.sub("#", text.lower())


def is_page_number(row: MarginRow) -> bool:
    """Whether the outermost row of a margin is nothing but a page number."""
    return row.rank == 0 and bool(_NUMBER.fullmatch(text_of(row.words)))


def furniture_of(page: Sequence[MarginRow], others: Sequence[Sequence[MarginRow]], body: float) -> list[MarginRow]:
    """The rows of a page's margins that are furniture. `others` are the margins of pages near by, `body` is the
    size of body text: what is set larger is more likely the title of a slide, and must recur more often."""
    found: list[MarginRow] = []
    for row in sorted(page, key=lambda r: r.rank):
        outermost = row.rank == 0 or any(f.at_top == row.at_top and f.rank == row.rank - 1 for f in found)
        times = sum(any(_alike(row, other) for other in margin) for margin in others)
        numbered = bool(_NUMBER.fullmatch(text_of(row.words)))
        size = max(w.size for w in row.words)
        if _TEXT.match(row.says):
            continue
        enough = (2 if len(others) > 3 else 1) + (2 if size > 1.3 * body else 0)
        recurs = times >= enough and len(segments_of(row.words, 2.0)) < 4
        if outermost and (numbered or recurs):
            found.append(row)
    return found


def _alike(row: MarginRow, other: MarginRow) -> bool:
    return row.at_top == other.at_top and row.says == other.says and abs(row.distance - other.distance) < 9


def gutter_words(words: Iterable[Word], width: float, height: float) -> list[Word]:
    """Turned words along the edges of a page, as a binder stamps them."""
    found = []
    for word in words:
        if word.turn:
            x, y = (word.x0 + word.x1) / 2 / width, (word.top + word.bottom) / 2 / height
            if min(x, 1 - x) < GUTTER_ZONE or (word.turn == 180 and min(y, 1 - y) < GUTTER_ZONE):
                found.append(word)
    return found
