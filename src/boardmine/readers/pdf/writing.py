"""Writes words into the document's text: one place that knows where each stands and what joins it to the next."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import accumulate, pairwise

from boardmine.document import Box, Passage, Piece, Words
from boardmine.readers.builder import TextBuilder
from boardmine.readers.pdf.frame import Frame
from boardmine.readers.pdf.words import Word

_HYPHENATED_PREFIXES = frozenset(
    [
        "all", "anti", "cross", "ex", "fast", "first", "five", "follow", "four", "full", "half", "high", "key",
        "large", "less", "long", "looked", "low", "mid", "multi", "nine", "non", "one", "over", "part", "post",
        "pre", "second", "self", "semi", "seven", "short", "single", "six", "small", "ten", "third", "three",
        "two", "up", "vice", "well", "whole", "year"
    ]
)  # fmt: skip

_WORD = re.compile(r"[^\W\d_]{3,}+(?:-[^\W\d_]+)*+(?!-)")


class Script:
    """The text of a document as it grows, and the words in it.

    Words go in with single spaces between them. A word broken by a hyphen at a line's end is put together; a
    compound that was broken at its own hyphen keeps it. Which of both it is, is told from the words written before:
    information and agency are words, infor and mation are not.
    """

    def __init__(self) -> None:
        self.words = Words()
        self._builder = TextBuilder()
        self._seen: set[str] = set()
        self._fresh: list[str] = []

    def __len__(self) -> int:
        return len(self._builder)

    @property
    def next_start(self) -> int:
        """Where what is written next behind a line feed will begin."""
        return len(self._builder) + 1 if len(self._builder) else 0

    def text(self) -> str:
        """All that was written."""
        return self._builder.text()

    def write(self, words: Sequence[Word], page: int, frame: Frame, separator: str = "\n") -> Passage:
        """Append words and return their passage, in which footnote marks are left out. Nothing where there are none."""
        if not words:
            return Passage("", ())
        start = len(self._builder) + (len(separator) if len(self._builder) else 0)
        if any(w.hyphen or w.mark for w in words):
            texts, glued = self._joined_at_hyphens(words)
            spaces = ["", *("" if near else " " for near in glued)]
            whole = "".join(space + text for space, text in zip(spaces, texts, strict=True))
        else:
            texts, glued = [w.text for w in words], []
            whole = " ".join(texts)
        self._builder.add(whole, separator)
        self._fresh.append(whole)
        places, ends = _places(texts, glued, start)
        self.words.extend(places, ends, page, _columns(words, frame))
        if not any(w.mark for w in words):
            return Passage.verbatim(whole, start)
        spans = [(a - start, b - start, w.mark) for w, a, b in zip(words, places, ends, strict=True)]
        return _without_marks(whole, start, spans)

    def _joined_at_hyphens(self, words: Sequence[Word]) -> tuple[list[str], list[bool]]:
        """The texts of words, and for each but the first whether it follows the one before it without a space: the
        rest of a word broken at a line's end does, and the hyphen goes if it was not the word's own."""
        texts = [w.text for w in words]
        glued = [False] * (len(words) - 1)
        for i, (word, following) in enumerate(pairwise(words)):
            if word.hyphen and not following.mark:
                glued[i] = True
                if not self.keeps_hyphen(word, following):
                    texts[i] = texts[i][:-1]
        return texts, glued

    def _learn(self) -> None:
        """Take in the words of all that was written since the last time."""
        for text in self._fresh:
            self._seen.update(_WORD.findall(text.lower()))
        self._fresh.clear()

    def keeps_hyphen(self, broken: Word, rest: Word) -> bool:
        """Whether the hyphen between the two parts of a broken word belongs to it."""
        if broken.soft:
            return False
        left, right = broken.text[:-1].lstrip("([‘“'\""), rest.text.strip("()[],.;:’‘'\"“”!?")
        if not left[-1:].isalpha() or not right[:1].isalpha() or right[:1].isupper():
            return True
        self._learn()
        left, right = left.lower(), right.lower()
        if f"{left}-{right}" in self._seen or left in _HYPHENATED_PREFIXES or "-" in left:
            return True
        if left + right in self._seen:
            return False
        return left in self._seen or right in self._seen


def _places(texts: Sequence[str], glued: Sequence[bool], start: int) -> tuple[list[int], list[int]]:
    """Where texts begin and end that stand behind one another from `start` on, with a space between two of them but
    for those that are glued."""
    lengths = map(len, texts)
    if not glued:
        behind = list(accumulate(lengths, lambda at, length: at + length + 1, initial=start))
        return behind[:-1], [at - 1 for at in behind[1:]]
    places, ends = [], []
    for length, near in zip(lengths, [True, *glued], strict=True):
        places.append(start if near else start + 1)
        start = places[-1] + length
        ends.append(start)
    return places, ends


def _columns(words: Sequence[Word], frame: Frame) -> list[list[float]]:
    """The edges of words on the page as displayed: columns x0, top, x1, bottom."""
    boxes: Sequence[Word | Box] = words
    if frame.turn:
        boxes = [frame.displayed(w.box) for w in words]
    return [[b.x0 for b in boxes], [b.top for b in boxes], [b.x1 for b in boxes], [b.bottom for b in boxes]]


def _without_marks(whole: str, start: int, spans: Iterable[tuple[int, int, bool]]) -> Passage:
    """The passage of a text without the words that are marks."""
    runs: list[tuple[int, int]] = []
    open_run = False
    for a, b, mark in spans:
        if mark:
            open_run = False
        elif open_run:
            runs[-1] = (runs[-1][0], b)
        else:
            runs.append((a, b))
            open_run = True
    text, pieces = "", []
    for a, b in runs:
        if text:
            text += " "
        pieces.append(Piece(len(text), start + a, b - a))
        text += whole[a:b]
    return Passage(text, tuple(pieces))


def joined(first: Passage, second: Passage, glue: str = " ") -> Passage:
    """Two passages as one, with `glue` between them: a sentence that goes on on the next page."""
    if not first.text or not second.text:
        return first if first.text else second
    at = len(first.text) + len(glue)
    moved = tuple(Piece(p.at + at, p.start, p.length) for p in second.pieces)
    return Passage(first.text + glue + second.text, first.pieces + moved)


def without_last(passage: Passage) -> Passage:
    """A passage without its last character (a hyphen)."""
    *pieces, last = passage.pieces
    if last.length > 1:
        pieces.append(Piece(last.at, last.start, last.length - 1))
    return Passage(passage.text[:-1], tuple(pieces))
