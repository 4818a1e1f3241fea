"""Which baselines make up one row of a table, where no line says so."""

from __future__ import annotations

from bisect import bisect_left
from itertools import pairwise

from boardmine.readers.pdf.lines import segments_of, text_of
from boardmine.readers.pdf.tables.columns import GAP, columns_of
from boardmine.readers.pdf.tables.values import is_value, is_year
from boardmine.readers.pdf.words import Word

Row = list[Word]


class TextRow:
    """One baseline of a table: its words, and its segments with the columns that they cover."""

    __slots__ = ("bottom", "entries", "top", "values", "words", "years")

    def __init__(self, words: Row, cuts: list[float], gap: float = GAP) -> None:
        self.words = words
        self.top = min(w.top for w in words)
        self.bottom = max(w.bottom for w in words)
        self.entries: list[tuple[int, int, Row]] = []
        for segment in segments_of(words, gap):
            for part in _cut_at(segment, cuts):
                self.entries.append((*columns_of(part, cuts), part))
        texts = [(first, text_of(part)) for first, _, part in self.entries]
        self.values = {first for first, text in texts if is_value(text)}
        self.years = bool(self.values) and all(is_year(t) for f, t in texts if f in self.values)

    @property
    def columns(self) -> set[int]:
        """The columns with an entry."""
        return {k for first, last, _ in self.entries for k in range(first, last + 1)}

    @property
    def middle(self) -> float:
        """Half way between top and bottom."""
        return (self.top + self.bottom) / 2

    def full(self, value_columns: set[int]) -> bool:
        """Whether the row has figures of its own (a row of years alone is a head)."""
        if self.years and 0 not in {f for f, _, _ in self.entries}:
            return False
        return bool(self.values & value_columns)


def _cut_at(segment: Row, cuts: list[float]) -> list[Row]:
    """A segment cut at divisions that fall into one of its gaps between two figures set closely."""
    if bisect_left(cuts, segment[0].x0) == bisect_left(cuts, segment[-1].x1):
        return [segment]
    parts = [[segment[0]]]
    for before, word in pairwise(segment):
        if any(before.x1 - 0.5 <= cut <= word.x0 + 0.5 for cut in cuts) and (
            is_value(before.text) or is_value(word.text) or word.x0 - before.x1 > 0.55 * word.size
        ):
            parts.append([word])
        else:
            parts[-1].append(word)
    return parts


def value_columns(rows: list[TextRow]) -> set[int]:
    """Columns most of whose entries are figures; the first column holds the names of the rows."""
    entries: dict[int, list[bool]] = {}
    for row in rows:
        for first, last, _ in row.entries:
            if first == last:
                entries.setdefault(first, []).append(first in row.values)
    return {k for k, flags in entries.items() if sum(flags) >= 0.5 * len(flags)}


def grouped(rows: list[TextRow], bounded: bool) -> list[list[TextRow]]:
    """Baselines gathered into table rows. `bounded` says that drawn lines bound this band above and below, so that
    it is one row unless figures on every baseline show otherwise."""
    if len(rows) < 2:
        return [rows] if rows else []
    columns = value_columns(rows)
    full = [row.full(columns) for row in rows]
    if sum(full) < 2:
        return [rows] if bounded else _by_pitch(rows)
    if bounded and not _named(rows, full, columns):
        return [rows]
    return _around_full(rows, full)


def _named(rows: list[TextRow], full: list[bool], values: set[int]) -> bool:
    """Whether the baselines with figures have a name of their own each: lines of one cell have not."""
    names: dict[int, int] = {}
    count = sum(full)
    for row, has in zip(rows, full, strict=True):
        if has:
            for k in row.columns - values:
                names[k] = names.get(k, 0) + 1
    if not values or not names:
        return count >= 3 and len(values) >= 3
    return max(names.values()) >= 0.8 * count


def _by_pitch(rows: list[TextRow]) -> list[list[TextRow]]:
    """Rows of words alone: a new one begins where lines stand further apart than within a cell, or, where all
    stand alike, with each baseline that fills the first column."""
    gaps = [after.middle - before.middle for before, after in pairwise(rows)]
    close = min(gaps)
    wide = [gap > 1.25 * close for gap in gaps]
    groups = [[rows[0]]]
    for row, new in zip(rows[1:], wide, strict=True):
        if new or (not any(wide) and 0 in row.columns and len(row.entries) > 1):
            groups.append([row])
        else:
            groups[-1].append(row)
    return groups


def _around_full(rows: list[TextRow], full: list[bool]) -> list[list[TextRow]]:
    """Each baseline with figures begins a row; the others join the row above or below, or stand alone."""
    first = full.index(True)
    groups: list[list[TextRow]] = heads(rows[:first])
    pitch = _row_pitch(rows, full)
    pending: list[TextRow] = []
    for i in range(first, len(rows)):
        row = rows[i]
        if full[i]:
            groups.append([*pending, row])
            pending = []
            continue
        above = row.middle - rows[i - 1].middle
        below = rows[i + 1].middle - row.middle if i + 1 < len(rows) else None
        begins_lower = text_of(row.words)[:1].islower() or text_of(row.words)[:1] in "(&/"
        if pending:
            pending.append(row)
        elif below is None or not any(full[i + 1 :]):
            if above < 1.3 * pitch and (above < 0.85 * pitch or begins_lower or 0 not in row.columns):
                groups[-1].append(row)
            else:
                groups.append([row])
        elif above < 0.85 * below or (begins_lower and above < 1.3 * below):
            groups[-1].append(row)
        elif (below < 0.85 * above or not len(rows[i + 1].columns & {0}) > 0) and full[i + 1]:
            pending = [row]
        else:
            groups.append([row])
    if pending:
        groups.append(pending)
    return groups


def _row_pitch(rows: list[TextRow], full: list[bool]) -> float:
    """The usual distance between two baselines with figures that follow each other."""
    gaps = sorted(
        after.middle - before.middle for (before, a), (after, b) in pairwise(zip(rows, full, strict=True)) if a and b
    )
    return gaps[len(gaps) // 2] if gaps else min(after.middle - before.middle for before, after in pairwise(rows))


def heads(rows: list[TextRow]) -> list[list[TextRow]]:
    """Baselines above the first figures: lines of one head are joined, a head that spans others stays above them."""
    groups: list[list[TextRow]] = []
    for row in rows:
        if groups:
            above = groups[-1]
            spans = [(f, t) for r in above for f, t, _ in r.entries if t > f]
            spanning = any(sum(f <= k <= t for k in row.columns) > 1 for f, t in spans) or over_several(above[-1], row)
            far = row.top - above[-1].bottom > 0.6 * (row.bottom - row.top)
            fewer = all(len(r.entries) == 1 for r in above) and len(row.entries) > 2
            if not spanning and not far and not fewer:
                above.append(row)
                continue
        groups.append([row])
    return groups


def over_several(head: TextRow, below: TextRow) -> bool:
    """Whether the entries of a head stand between those of the row below, each over two or more of them."""
    if len(head.entries) < 2 or len(below.entries) <= len(head.entries):
        return False
    middles = [_middle(part) for _, _, part in below.entries]
    between = 0
    for _, _, part in head.entries:
        near = sorted(abs(_middle(part) - m) for m in middles)
        between += near[1] < 1.7 * near[0]
    return between >= 0.6 * len(head.entries)


def spread(head: TextRow, below: TextRow) -> dict[int, tuple[int, int]]:
    """For each entry of a head over several columns the first and last column of the row below that it is nearest
    to, by the column that it stands in."""
    taken: dict[int, list[int]] = {}
    for column, _, part in below.entries:
        x = _middle(part)
        nearest = min(head.entries, key=lambda e: abs(_middle(e[2]) - x))
        taken.setdefault(nearest[0], []).append(column)
    return {at: (min(columns), max(columns)) for at, columns in taken.items()}


def _middle(part: Row) -> float:
    return (part[0].x0 + max(w.x1 for w in part)) / 2
