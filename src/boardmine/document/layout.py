"""Where things stand on pages: boxes, words, pages, places."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on a page in points; `top` and `bottom` grow downwards."""

    x0: float
    top: float
    x1: float
    bottom: float

    def union(self, other: Box) -> Box:
        """The smallest box that holds both."""
        return Box(
            min(self.x0, other.x0), min(self.top, other.top), max(self.x1, other.x1), max(self.bottom, other.bottom)
        )


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a laid-out page: its range in the document's text and its box."""

    start: int
    end: int
    page: int
    box: Box


class Words:
    """The words of a document in order, held in columns: twenty-eight bytes a word, where objects need ten times
    that, because a pack has a quarter of a million of them. Filled by a reader, then only read."""

    __slots__ = ("_bounds", "_boxes", "_pages")

    def __init__(self) -> None:
        self._bounds = (array("I"), array("I"))
        self._pages = array("I")
        self._boxes = (array("f"), array("f"), array("f"), array("f"))

    def append(self, start: int, end: int, page: int, box: Box) -> None:
        """Add the next word; starts must not fall."""
        self._bounds[0].append(start)
        self._bounds[1].append(end)
        self._pages.append(page)
        for column, value in zip(self._boxes, (box.x0, box.top, box.x1, box.bottom), strict=True):
            column.append(value)

    def extend(self, starts: Sequence[int], ends: Sequence[int], page: int, boxes: Sequence[Sequence[float]]) -> None:
        """Add the next words, all of one page; `boxes` are four columns: x0, top, x1, bottom of each word."""
        self._bounds[0].extend(starts)
        self._bounds[1].extend(ends)
        self._pages.extend([page] * len(starts))
        for column, values in zip(self._boxes, boxes, strict=True):
            column.extend(values)

    def __len__(self) -> int:
        return len(self._pages)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Words):
            return NotImplemented
        return (self._bounds, self._pages, self._boxes) == (other._bounds, other._pages, other._boxes)

    __hash__ = None  # type: ignore[assignment]

    def __getitem__(self, i: int) -> Word:
        box = Box(*(column[i] for column in self._boxes))
        return Word(self._bounds[0][i], self._bounds[1][i], self._pages[i], box)

    def within(self, start: int, end: int) -> Iterator[Word]:
        """The words that overlap a range of the text, in order."""
        starts, ends = self._bounds
        i = max(bisect_right(starts, start) - 1, 0)
        while i < len(starts) and starts[i] < end:
            if ends[i] > start:
                yield self[i]
            i += 1


@dataclass(frozen=True, slots=True)
class Page:
    """A page of a laid-out document: its range in the document's text, its size in points, whether it has text, and
    whether that was read from a picture (OCR)."""

    number: int
    start: int
    end: int
    width: float
    height: float
    has_text: bool = True
    ocr: bool = False


@dataclass(frozen=True, slots=True)
class Place:
    """A place in a document: a range of its text and, where the format has pages, the page and box."""

    start: int
    end: int
    page: int | None = None
    box: Box | None = None
