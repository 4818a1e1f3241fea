"""Tables with horizontal lines alone: lines of like reach one below another, and columns told from the words."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise

from boardmine.document import Box
from boardmine.readers.pdf.lines import rows_of, segments_of
from boardmine.readers.pdf.rulings import Edge
from boardmine.readers.pdf.tables.columns import GAP, divisions
from boardmine.readers.pdf.tables.rows import TextRow, value_columns
from boardmine.readers.pdf.words import Word

REACH = 8.0
"""Points by which the ends of lines of one table may differ."""


@dataclass(slots=True)
class Stack:
    """Horizontal lines of like reach: `ys` from top to bottom."""

    x0: float
    x1: float
    ys: list[float] = field(default_factory=list)

    @property
    def box(self) -> Box:
        """The box between the first and the last line."""
        return Box(self.x0, self.ys[0], self.x1, self.ys[-1])


def stacks_of(edges: list[Edge]) -> list[Stack]:
    """Horizontal lines gathered to stacks. Pieces at one height count as one line; a line within the reach of those
    above it (the rule under a head that spans columns) belongs to them."""
    rules: list[Edge] = []
    for at, start, end in sorted(edges):
        if rules and at - rules[-1].at < 2.5:
            last = rules[-1]
            if start - last.end < 30 or end <= last.end:
                rules[-1] = Edge(last.at, min(last.start, start), max(last.end, end))
                continue
        rules.append(Edge(at, start, end))
    stacks: list[Stack] = []
    for at, start, end in rules:
        for stack in reversed(stacks):
            alike = abs(start - stack.x0) <= REACH and abs(end - stack.x1) <= REACH
            within = start >= stack.x0 - REACH and end <= stack.x1 + REACH and len(stack.ys) > 1
            if alike or (within and at - stack.ys[-1] < 60):
                if at - stack.ys[-1] > 2.5:
                    stack.ys.append(at)
                break
        else:
            if end - start >= 40:
                stacks.append(Stack(start, end, [at]))
    return [s for s in stacks if len(s.ys) > 1]


Bands = list[list[list[Word]]]


def tables_of(stack: Stack, words: list[Word]) -> list[tuple[Bands, list[float]]]:
    """The tables between a stack's lines: for each the baselines between each two lines and the divisions of its
    columns. None where what stands there is no table: prose between the rule under a running head and that over a
    foot. Prose or a title between lines parts one table from the next."""
    inside = [w for w in words if stack.x0 - REACH <= w.x0 and w.x1 <= stack.x1 + REACH]
    found: list[tuple[Bands, list[float]]] = []
    bands: Bands = []
    top = stack.ys[0]
    for upper, lower in pairwise([*stack.ys, stack.ys[-1]]):
        band = rows_of(w for w in inside if upper - 1 <= (w.top + w.bottom) / 2 < lower - 1)
        if lower > upper and not _foreign(band, lower - upper):
            if band:
                bands.append(band)
            continue
        table = _table(bands)
        if table is not None:
            bands, cuts = table
            _add_outside(bands, cuts, inside, top, upper)
            found.append((bands, cuts))
        bands, top = [], lower
    return found


def _foreign(band: list[list[Word]], height: float) -> bool:
    """Whether what stands between two lines parts two tables: lines of prose, or a title with space about it."""
    if not band or _dense(band):
        return False
    size = max(w.size for w in band[0])
    text = max(w.bottom for w in band[-1]) - min(w.top for w in band[0])
    return len(band) > 2 or height > text + 2.2 * size


def _table(bands: Bands) -> tuple[Bands, list[float]] | None:
    """Bands of one table and the divisions of its columns, or None where they are no table."""
    while bands and not _dense(bands[0]):
        bands = bands[1:]
    while bands and not _dense(bands[-1]):
        bands = bands[:-1]
    rows = [row for band in bands for row in band]
    if len(rows) < 2:
        return None
    cuts = divisions(rows)
    if not cuts:
        return None
    texts = [TextRow(row, cuts) for row in rows]
    several = [t for t in texts if len(t.entries) > 1]
    crossing = sum(any(last > first for first, last, _ in t.entries) for t in texts)
    figures = value_columns(texts) - {0}
    share = len(several) / len(texts)
    if figures:
        good = len(several) >= 2 and share >= 0.5 and crossing <= 0.35 * len(texts)
    else:
        drawn = len(bands) >= 3 and len(bands) >= 0.3 * len(rows)
        good = drawn and share >= 0.5 and crossing <= 0.25 * len(texts)
    return (bands, cuts) if good else None


def _add_outside(bands: Bands, cuts: list[float], words: list[Word], top: float, bottom: float) -> None:
    """Take in a row close above the first line or below the last that keeps to the columns: a head over a rule, a
    last row without one."""
    size = max(w.size for w in bands[0][0])
    filled = sorted(len(TextRow(row, cuts).entries) for band in bands for row in band)
    usual = min(filled[len(filled) // 2], 3)
    for upper, lower, place in ((top - 2 * size, top - 1, 0), (bottom - 1, bottom + 2 * size, len(bands))):
        rows = rows_of(w for w in words if upper <= (w.top + w.bottom) / 2 < lower)
        texts = [TextRow(row, cuts) for row in rows]
        if texts and all(
            len(t.entries) >= max(2, usual) and all(f == last for f, last, _ in t.entries)
            for t in texts
        ):
            bands.insert(place, rows)


def _dense(rows: list[list[Word]]) -> bool:
    """Whether a band has at least two entries side by side somewhere."""
    return any(len(segments_of(row, GAP)) > 1 for row in rows)
