"""Tables with horizontal lines alone: lines of like reach one below another, and columns told from the words."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

from boardmine.document import Box
from boardmine.readers.pdf.lines import rows_of, segments_of
from boardmine.readers.pdf.rulings import Edge
from boardmine.readers.pdf.tables.columns import GAP, divisions
from boardmine.readers.pdf.tables.rows import TextRow, value_columns
from boardmine.readers.pdf.words import Word

REACH = 8.0
"""Points by which the ends of lines of one table may differ."""

CLOSE = 0.5
"""A gap of this many sizes between entries of texts set closely; lines that fill a column show where it ends."""

MOST_NOTE_LINES = 14
"""Lines of a text among the rows of a table; a longer one is prose between two tables."""

MOST_OUTSIDE = 160.0
"""Points above or below the lines of a table where rows of it may stand."""


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


class Ruled(NamedTuple):
    """A table between lines: the baselines between each two of them, the divisions of its columns, how many sizes
    of type part two entries, and which of the bands are texts over several columns."""

    bands: Bands
    cuts: list[float]
    gap: float
    notes: frozenset[int] = frozenset()


def tables_of(stack: Stack, words: list[Word]) -> list[Ruled]:
    """The tables between a stack's lines. None where what stands there is no table: prose between the rule under a
    running head and that over a foot. Prose or a title between lines parts one table from the next, unless the
    columns go on below without heads: then it is a note in the table."""
    inside = [w for w in words if stack.x0 - REACH <= w.x0 and w.x1 <= stack.x1 + REACH]
    bands: list[tuple[float, float, list[list[Word]], bool]] = []  # from, to, baselines, foreign
    for upper, lower in pairwise(stack.ys):
        rows = rows_of(w for w in inside if upper - 1 <= (w.top + w.bottom) / 2 < lower - 1)
        if rows:
            bands.append((upper, lower, rows, _foreign(rows, lower - upper, stack.x1 - stack.x0)))
    whole = _with_notes([rows for _, _, rows, _ in bands], [foreign for *_, foreign in bands])
    if whole is not None:
        _add_outside(whole, inside, stack.ys[0], stack.ys[-1])
        return [whole]
    found: list[Ruled] = []
    run: list[tuple[float, float, list[list[Word]], bool]] = []
    for band in [*bands, None]:
        if band is not None and not band[3]:
            run.append(band)
            continue
        table = _table([rows for _, _, rows, _ in run])
        if table is not None:
            _add_outside(table, inside, run[0][0], run[-1][1])
            found.append(table)
        run = []
    return found


def _with_notes(bands: Bands, foreign: list[bool]) -> Ruled | None:
    """The table that all bands of a stack make, with texts over its whole width among the rows, or None."""
    if not any(foreign) or foreign[:1] == [True] or sum(not f for f in foreign) < 3:
        return None
    table = _table([band for band, f in zip(bands, foreign, strict=True) if not f])
    if table is None or len(table.bands) < 3:
        return None
    for before, is_note, band in zip([False, *foreign], foreign, bands, strict=False):
        if is_note and (len(band) > MOST_NOTE_LINES or any(w.bold for w in band[0])):
            return None
        texts = [TextRow(row, table.cuts, table.gap) for row in band]
        goes_on = any(t.full(t.values) for t in texts) and any(0 in t.columns for t in texts)
        if before and not is_note and not goes_on:
            return None  # heads again: a second table
    notes = frozenset(i for i, f in enumerate(foreign) if f)
    return Ruled(bands, table.cuts, table.gap, notes)


def _foreign(band: list[list[Word]], height: float, width: float) -> bool:
    """Whether what stands between two lines parts two tables: lines of prose, or a title with space about it."""
    if not band:
        return False
    full = sum(sum(w.x1 - w.x0 for w in row) > 0.7 * width for row in band)
    if len(band) > 2 and full >= 0.5 * len(band):
        return True
    if _dense(band):
        return False
    size = max(w.size for w in band[0])
    text = max(w.bottom for w in band[-1]) - min(w.top for w in band[0])
    return len(band) > 2 or height > text + 2.2 * size


def _table(bands: Bands) -> Ruled | None:
    """The table that bands make, or None where they are no table."""
    while bands and not _dense(bands[0]):
        bands = bands[1:]
    while bands and not _dense(bands[-1]):
        bands = bands[:-1]
    rows = [row for band in bands for row in band]
    if len(rows) < 2:
        return None
    for every, gap in ((False, GAP), (True, CLOSE)):
        if every and len(bands) < 2:
            break
        table = Ruled(bands, divisions(rows, gap, every), gap)
        if table.cuts and _keeps_to(table):
            return table
    return None


def _keeps_to(table: Ruled) -> bool:
    """Whether what stands in bands keeps to columns so divided: most baselines, or where the cells are texts of
    several lines most bands, have entries in several columns, and few run across a division."""
    bands = table.bands
    texts = [[TextRow(row, table.cuts, table.gap) for row in band] for band in bands]
    rows = [t for band in texts for t in band]
    crossing = sum(any(last > first for first, last, _ in t.entries) for t in rows)
    several = sum(len(t.entries) > 1 for t in rows)
    filled = sum(len({k for t in band for k in t.columns}) > 1 for band in texts)
    drawn = len(bands) >= 3 and filled >= 0.6 * len(bands)
    if crossing <= 0.15 * len(rows) and _shared_columns(texts) >= 3:
        return True
    if value_columns(rows) - {0}:
        return crossing <= 0.35 * len(rows) and (several >= max(2, 0.5 * len(rows)) or drawn)
    return drawn and crossing <= 0.25 * len(rows) and (several >= 0.5 * len(rows) or len(bands) > 3)


def _shared_columns(texts: list[list[TextRow]]) -> int:
    """How many columns are filled in the first band and in another: a head and what stands under it."""
    filled = [{k for t in band for k in t.columns} for band in texts]
    return max((len(filled[0] & others) for others in filled[1:]), default=0)


def _add_outside(table: Ruled, words: list[Word], top: float, bottom: float) -> None:
    """Take in what stands close above the first line or below the last and keeps to the columns: a head over a
    rule, a last row without one."""
    size = max(w.size for w in table.bands[0][0])
    above = rows_of(w for w in words if top - MOST_OUTSIDE <= (w.top + w.bottom) / 2 < top - 1)[::-1]
    below = rows_of(w for w in words if bottom - 1 <= (w.top + w.bottom) / 2 < bottom + MOST_OUTSIDE)
    head = _near(above, table, top, size, at_top=True)
    if head:
        table.bands.insert(0, head[::-1])
    tail = _near(below, table, bottom, size, at_top=False)
    if tail:
        table.bands.append(tail)


def _near(rows: list[list[Word]], table: Ruled, edge: float, size: float, at_top: bool) -> list[list[Word]]:
    """The rows next to a table's edge, nearest first, that keep to its columns and fill at least two of them."""
    found: list[list[Word]] = []
    columns: set[int] = set()
    for row in rows:
        text = TextRow(row, table.cuts, table.gap)
        gap = edge - text.bottom if at_top else text.top - edge
        if gap > (1.1 if at_top else 1.9) * size or any(first != last for first, last, _ in text.entries):
            break
        found.append(row)
        columns |= text.columns
        edge = text.top if at_top else text.bottom
    if at_top and len(found) == len(rows) and len(columns) == 1 and 0 not in columns:
        return found  # at the top of the page: the end of a cell on the page before
    filled = len(columns) >= max(2, min(3, (len(table.cuts) + 2) // 2))
    return found if filled else []


def _dense(rows: list[list[Word]]) -> bool:
    """Whether a band has at least two entries side by side somewhere."""
    return any(len(segments_of(row, GAP)) > 1 for row in rows)
