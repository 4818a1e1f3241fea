"""Rows of a flow to paragraphs, list items and headings: where one ends and the next begins."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from itertools import pairwise

from boardmine.document import Box
from boardmine.readers.pdf.lines import box_of, segments_of, text_of
from boardmine.readers.pdf.markers import is_bullet, is_doubtful, is_number
from boardmine.readers.pdf.regions import Flow
from boardmine.readers.pdf.tables.values import is_value
from boardmine.readers.pdf.textlines import Line, line_of
from boardmine.readers.pdf.words import Word

UNFINISHED = frozenset(
    [
        "a", "an", "the", "of", "to", "in", "on", "at", "for", "from", "by", "with", "and", "or", "nor", "but",
        "as", "that", "which", "who", "whose", "than", "into", "over", "under", "between", "per", "via", "not",
        "is", "are", "was", "were", "be", "been", "has", "have", "had", "will", "would", "can", "could", "should",
        "may", "might", "its", "their", "our", "his", "her"
    ]
)  # fmt: skip
"""Words that do not end a sentence: what stands behind them goes on with it."""

LEAST_PROSE = 12
"""Words: a text of more than one line that has as many is a sentence."""

MOST_OF_CARD = 5
"""Words: a line of a card has fewer."""

_GLUED = re.compile(r"(\((?:[a-z]|[ivx]{1,4}|\d{1,2})\)|[a-z]\)|\d{1,3}\.)(?=[A-Z])")
_TERMINAL = tuple(".!?:;")
_NOT_AFTER_NUMBER = frozenset(
    ("pm", "am", "p.m.", "a.m.", "million", "billion", "bn", "m", "%", "per", "percent", "of")
)


@dataclass(slots=True)
class Draft:
    """Lines that make one block. `runs_on` says that its last line reaches the right border of its column, so that
    the sentence may go on in the next column or on the next page."""

    lines: list[Line]
    marker: str = ""
    footnote: bool = False
    runs_on: bool = False
    column: float = 0.0
    box: Box = field(init=False)

    def __post_init__(self) -> None:
        self.box = box_of(w for line in self.lines for w in line.words)

    @property
    def size(self) -> float:
        """Size of its type."""
        return self.lines[0].size

    @property
    def bold(self) -> bool:
        """Whether all of it is bold."""
        return all(line.bold for line in self.lines)

    @property
    def words(self) -> list[Word]:
        """All words in order."""
        return [w for line in self.lines for w in line.words]

    @property
    def text(self) -> str:
        """All words with spaces between them."""
        return " ".join(line.text for line in self.lines)

    @property
    def left(self) -> float:
        """Left edge of the marker, or of the first line."""
        return self.lines[0].marker_x if self.marker else self.lines[0].x0


def drafts_of(flow: Flow) -> list[Draft]:
    """The paragraphs, list items and headings of a flow, not yet told apart."""
    lines = [line_of(row, not flow.plain) for row in flow.rows]
    right = _right(lines, flow.x1)
    leading = _leading(lines, right)
    drafts: list[Draft] = []
    current: list[Line] = []
    for line in lines:
        before = current[-1] if current else None
        _take_marker(line, before, right)
        if current and _begins(current, line, right, leading):
            drafts.append(_draft(current, right, flow.x0))
            current = []
        current.append(line)
    if current:
        drafts.append(_draft(current, right, flow.x0))
    return drafts


def broken_off(draft: Draft) -> bool:
    """Whether a draft without a stop at its end is prose that has not come to it: a bracket is open, or it has
    several lines and so is no heading or entry of a list."""
    text = draft.text
    if text.count("(") > text.count(")"):
        return True
    return len(draft.lines) > 1 and not draft.marker and len(text.split()) >= LEAST_PROSE


def _draft(lines: list[Line], right: float, column: float) -> Draft:
    first = lines[0].words[0]
    marker = lines[0].marker
    footnote = not marker and first.mark
    if footnote:
        marker = first.text
        lines[0].marker_x = first.x0
    runs_on = lines[-1].x1 > right - 4.5 * lines[-1].size
    return Draft(lines, marker, footnote, runs_on, column)


def _right(lines: list[Line], widest: float) -> float:
    """The right border of the text: how far lines of prose reach."""
    reach = sorted(line.x1 for line in lines if len(line.words) > 5 and line.second_x is None)
    return reach[-1 - len(reach) // 20] if reach else widest


def _leading(lines: list[Line], right: float) -> float:
    """The distance from line to line within a paragraph, in sizes of type: the most common one behind lines that
    reach the right border."""
    ratios: Counter[float] = Counter()
    for above, below in pairwise(lines):
        if abs(above.size - below.size) < 0.06 * above.size and above.x1 > right - 6 * above.size:
            ratio = (below.middle - above.middle) / above.size
            if 0.9 < ratio < 2.6:
                ratios[round(ratio * 20) / 20] += 1
    if not ratios:
        return 1.3
    common = ratios.most_common()
    return min(ratio for ratio, count in common if count >= 0.6 * common[0][1])


def _take_marker(line: Line, before: Line | None, right: float) -> None:
    """Take a leading bullet or number off a line, where it is one."""
    words = line.words
    first = words[0]
    if len(words) > 1 and first.mark and len(words) > 2 and is_bullet(words[1].text, words[1].symbol):
        words = words[1:]  # a footnote mark of the line that sorted in front of the bullet
        first = words[0]
    number = _GLUED.match(first.text)
    glued = len(first.text) > 2 and is_bullet(first.text[0]) and not is_doubtful(first.text[0])
    if glued or number:
        length = number.end() if number else 1
        cut = first.x0 + (first.x1 - first.x0) * length / len(first.text)
        head = Word(first.text[:length], first.x0, first.top, cut, first.bottom)
        tail = Word(first.text[length:], cut, first.top, first.x1, first.bottom, first.bold)
        words = [head, tail, *words[1:]]
    elif len(words) < 2:
        return
    elif is_bullet(first.text, first.symbol):
        if is_doubtful(first.text) and not first.symbol and not _apart(words, before, right, 0.45):
            return
    elif is_number(first.text):
        if words[1].text.lower() in _NOT_AFTER_NUMBER or not _apart(words, before, right, 0.7):
            return
        if first.text[0].isupper() and first.text.endswith(".") and words[1].x0 - first.x1 < 0.6 * first.size:
            return  # an initial: J. Smith
    else:
        return
    marker, rest = words[0], words[1:]
    while len(rest) > 1 and is_bullet(marker.text, marker.symbol) and _marks_again(rest[0]):
        line.further.append(rest[0])
        rest = rest[1:]
    line.marker = "•" if marker.symbol and marker.text.isalnum() else marker.text
    line.marker_x, line.marker_end = marker.x0, marker.x1
    line.words, line.x0, line.text = rest, rest[0].x0, text_of(rest)
    line.bold = all(w.bold for w in rest if not w.mark)
    parts = segments_of(rest, 2.5)
    line.second_x = parts[1][0].x0 if len(parts) > 1 else None


def _marks_again(word: Word) -> bool:
    """Whether a word behind a bullet is a marker as well, beyond doubt."""
    if is_bullet(word.text, word.symbol):
        return not is_doubtful(word.text) or word.text in ("→", "·")
    return is_number(word.text) and word.text[-1] in ".)"


def _apart(words: list[Word], before: Line | None, right: float, gap: float) -> bool:
    """Whether a marker that may be a word of the text stands apart: space behind it, or a line before it that ends
    a sentence or does not run on."""
    if words[1].x0 - words[0].x1 > gap * words[1].size:
        return True
    if before is None:
        return True
    if before.marker and abs(before.marker_x - words[0].x0) < 3 and before.text.endswith(_TERMINAL):
        return True
    far = min(w.top for w in words) - before.bottom > 0.6 * words[0].size
    return far or not _runs_into(before, words[0], right) or before.text.endswith(_TERMINAL)


def _runs_into(line: Line, word: Word, right: float) -> bool:
    """Whether a line ends because the next word did not fit on it."""
    return line.x1 + 0.25 * line.size + (word.x1 - word.x0) > right - 0.6 * line.size


def _begins(current: list[Line], line: Line, right: float, leading: float) -> bool:
    """Whether a line begins a new block behind the lines of the current one."""
    before = current[-1]
    if line.marker or (line.words[0].mark and line.words[0].x0 <= line.x0):
        return True
    if abs(line.size - before.size) > 0.08 * max(line.size, before.size):
        return True
    ratio = (line.middle - before.middle) / line.size
    if ratio > 1.2 * leading + 0.12 or ratio < 0:
        return True
    if _are_figures(before, line):
        return True
    if "....." in before.text or "....." in line.text:
        return True
    if before.second_x is not None or line.second_x is not None:
        return not (line.second_x is None and before.second_x is not None and abs(line.x0 - before.second_x) < 4)
    last = before.text.rsplit(None, 1)[-1].lower() if before.text else ""
    lower = line.text[:1].islower() or last in UNFINISHED or (last.endswith(",") and len(before.words) > 3)
    open_end = not before.text.endswith(_TERMINAL)
    large = before.bold == line.bold and ratio < 1.45 and len(current) < 4
    full = open_end and len(before.words) > 5 and _runs_into(before, line.words[0], right)
    if before.bold != line.bold and not (lower and open_end) and not full:
        return True
    if not _runs_into(before, line.words[0], right) and not (lower and open_end):
        centred = abs((before.x0 + before.x1) - (line.x0 + line.x1)) < 4 and abs(before.x0 - line.x0) > 4
        return not (large and centred)
    return _outdented(current, line, lower and open_end)


def _are_figures(before: Line, line: Line) -> bool:
    """Whether two short lines each end with a figure of their own, as those of a card do."""
    short = len(before.words) < MOST_OF_CARD and len(line.words) < MOST_OF_CARD and line.text[:1].isupper()
    return short and is_value(before.words[-1].text) and is_value(line.words[-1].text)


def _outdented(current: list[Line], line: Line, goes_on: bool) -> bool:
    """Whether the left edge of a line says that it is not of the current block."""
    first, before = current[0], current[-1]
    size = line.size
    if first.marker:
        if line.x0 > first.x0 - 1.2 * size:
            return line.x0 > before.x0 + 1.5 * size and not goes_on
        return not (goes_on or abs(line.x0 - first.marker_x) < 0.8 * size)
    if line.x0 > before.x0 + 0.9 * size:  # a line set in begins a paragraph, or its quotation
        return not goes_on and before.text.endswith(_TERMINAL)
    return line.x0 < before.x0 - 0.9 * size and len(current) > 1 and before.text.endswith(_TERMINAL)
