"""The order in which a page is read: its words as segments of lines, gathered to columns, boxes and flows."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from operator import attrgetter

from boardmine.document import Box
from boardmine.readers.pdf.lines import box_of, rows_of, segments_of, text_of
from boardmine.readers.pdf.markers import is_bullet, is_marker
from boardmine.readers.pdf.tables.grid import Grid
from boardmine.readers.pdf.tables.values import is_value
from boardmine.readers.pdf.words import Word

GUTTER = 1.4
"""Sizes of type: space between two columns is at least this wide."""


LEAST_GUTTER = 8.0
"""Points: what is left of a gutter further down is at least this wide."""


@dataclass(slots=True)
class Atom:
    """Something that is read in one go: a segment of a line, a table, or all that stands in a box on the page.

    `size` is the height of its type and `row` counts the row of words that it is of; both 0 but for a segment.
    """

    box: Box
    words: list[Word] = field(default_factory=list)
    size: float = 0.0
    row: int = 0
    grid: Grid | None = None
    held: list[Atom] = field(default_factory=list)


@dataclass(slots=True)
class Flow:
    """Rows of words that are read from top to bottom, within a column from `x0` to `x1`. `plain` says that none of
    them has entries apart from each other."""

    rows: list[list[Word]]
    x0: float
    x1: float
    plain: bool = False


Item = Flow | Grid


def in_order(words: list[Word], grids: list[Grid], boxes: list[Box], cells: list[Box]) -> list[Item]:
    """The flows and tables of a page in reading order. `words` are those outside of tables; `boxes` are drawn boxes,
    what stands in one stays together; `cells` are boxes side by side that lay out text, each read by itself."""
    apart: list[Atom] = [Atom(g.box, grid=g) for g in grids]
    for cell in cells:
        inside = [w for w in words if _inside(w.box, cell)]
        if inside:
            taken = {id(w) for w in inside}
            words = [w for w in words if id(w) not in taken]
            apart.append(Atom(cell, held=_atoms([_parts(row) for row in rows_of(inside)])))
    rows = [_parts(row) for row in rows_of(words)]
    if not apart and all(len(parts) == 1 for parts in rows):
        words = [w for parts in rows for w in parts[0]]
        return [Flow([p[0] for p in rows], min(w.x0 for w in words), max(w.x1 for w in words), True)] if rows else []
    atoms = _atoms(rows)
    if not apart and not any(_side_by_side(band) for band in _bands(atoms)):
        return _flow(atoms)
    return _order(_boxed(atoms + apart, boxes))


def _parts(row: list[Word]) -> list[list[Word]]:
    """The segments of a row. A bullet or a number and the text behind it are one, however far apart."""
    joined: list[list[Word]] = []
    for part in segments_of(row):
        if joined and len(joined[-1]) == 1 and _leads(joined[-1][0], part):
            joined[-1] += part
        else:
            joined.append(part)
    return joined


def _atoms(rows: list[list[list[Word]]]) -> list[Atom]:
    return [
        Atom(box_of(part), part, max(w.size for w in part), number)
        for number, parts in enumerate(rows)
        for part in parts
    ]


def _leads(marker: Word, part: list[Word]) -> bool:
    """Whether a lone word is the marker of the text behind it."""
    if not is_marker(marker.text, marker.symbol) or part[0].x0 - marker.x1 > 7 * part[0].size:
        return False
    return is_bullet(marker.text, marker.symbol) or not is_value(text_of(part))


def _bands(atoms: list[Atom]) -> list[list[Atom]]:
    """Atoms gathered where they overlap in height, from top to bottom."""
    bands: list[list[Atom]] = []
    bottom = 0.0
    for atom in sorted(atoms, key=lambda a: (a.box.top, a.box.x0)):
        slack = 0.25 * atom.size
        if bands and atom.box.top + slack < bottom:
            bands[-1].append(atom)
            bottom = max(bottom, atom.box.bottom - slack)
        else:
            bands.append([atom])
            bottom = atom.box.bottom - slack
    return bands


def _side_by_side(band: list[Atom]) -> bool:
    return len(band) > 1 and bool(_gaps(band))


def _gaps(atoms: Iterable[Atom]) -> list[tuple[float, float]]:
    """The stretches of x between atoms that none of them covers and that are wide enough for a gutter."""
    result: list[tuple[float, float]] = []
    reach: float | None = None
    size = 0.0
    for atom in sorted(atoms, key=lambda a: a.box.x0):
        size = atom.size or size or 10.0
        if reach is not None and atom.box.x0 - reach >= GUTTER * min(size, 14.0):
            result.append((reach, atom.box.x0))
        reach = atom.box.x1 if reach is None else max(reach, atom.box.x1)
    return result


def _still_free(gutters: list[tuple[float, float]], band: list[Atom]) -> list[tuple[float, float]]:
    """What the atoms of a further band leave free of gutters."""
    result: list[tuple[float, float]] = []
    for left, right in gutters:
        reach = left
        for atom in sorted(band, key=lambda a: a.box.x0):
            if atom.box.x1 <= reach or atom.box.x0 >= right:
                continue
            if atom.box.x0 - reach >= LEAST_GUTTER:
                result.append((reach, atom.box.x0))
            reach = max(reach, atom.box.x1)
        if right - reach >= LEAST_GUTTER:
            result.append((reach, right))
    return result


def _boxed(atoms: list[Atom], boxes: list[Box]) -> list[Atom]:
    """Atoms with those in one drawn box put together to one, which is ordered by itself."""
    for box in sorted(boxes, key=lambda b: (b.x1 - b.x0) * (b.bottom - b.top)):
        held = [a for a in atoms if _inside(a.box, box)]
        if len(held) < 2 or len(held) == len(atoms) or len(_bands(held)) < 2:
            continue
        if any(_overlap(a.box, box) for a in atoms if a not in held):
            continue
        atoms = [a for a in atoms if a not in held] + [Atom(box, held=held)]
    return atoms


def _inside(inner: Box, outer: Box) -> bool:
    return (
        outer.x0 - 2 <= inner.x0
        and inner.x1 <= outer.x1 + 2
        and outer.top - 2 <= inner.top
        and inner.bottom <= outer.bottom + 2
    )


def _overlap(a: Box, b: Box) -> bool:
    return min(a.x1, b.x1) - max(a.x0, b.x0) > 2 and min(a.bottom, b.bottom) - max(a.top, b.top) > 2


def _order(atoms: list[Atom]) -> list[Item]:
    """Atoms to flows and tables: runs of bands that share a gutter are read column by column, if they are columns."""
    bands = _bands(atoms)
    items: list[Item] = []
    plain: list[Atom] = []
    done = 0
    i = 0
    while i < len(bands):
        if not _side_by_side(bands[i]):
            i += 1
            continue
        end, gutters = _run(bands, i)
        first = i
        while first > done and gutters and _right_of(bands[first - 1], gutters[0], bands[first]):
            first -= 1
        columns = _divided([a for band in bands[first:end] for a in band], gutters)
        if len(columns) > 1 and _are_columns(columns):
            for band in bands[done:first]:
                plain = _plain(band, plain, items)
            items += _flow(plain)
            plain = []
            for column in columns:
                items += _order(column)
            done = end
        i = end
    for band in bands[done:]:
        plain = _plain(band, plain, items)
    return items + _flow(plain)


def _plain(band: list[Atom], plain: list[Atom], items: list[Item]) -> list[Atom]:
    """Take in a band that is read row by row: words join the flow that is open, a table or box ends it."""
    for atom in band:
        if atom.words:
            plain.append(atom)
        else:
            items += _flow(plain)
            plain = []
            items += [atom.grid] if atom.grid is not None else _order(atom.held)
    return plain


def _right_of(band: list[Atom], gutter: tuple[float, float], below: list[Atom]) -> bool:
    """Whether a band stands wholly to the right of a gutter, close above the next: the right column begins higher."""
    gap = min(a.box.top for a in below) - max(a.box.bottom for a in band)
    return all(a.box.x0 >= gutter[1] - 1 for a in band) and gap < 2 * max(a.size or 10.0 for a in band)


def _run(bands: list[list[Atom]], first: int) -> tuple[int, list[tuple[float, float]]]:
    """How far down the gutters of a band reach: the index behind the last band, and the gutters."""
    gutters = _gaps(bands[first])
    x0, x1 = min(a.box.x0 for a in bands[first]), max(a.box.x1 for a in bands[first])
    bottom = max(a.box.bottom for a in bands[first])
    end = first + 1
    for band in bands[first + 1 :]:
        gap = min(a.box.top for a in band) - bottom
        size = max((a.size for a in band), default=0.0) or 10.0
        shared = _still_free(gutters, band)
        if gap > 1.6 * size and all(a.box.x1 <= gutters[0][0] for a in band):
            shared = []  # a new beginning at the left margin, below both columns
        if not shared or gap > 6 * size:
            break
        gutters = shared
        x0, x1 = min(x0, *(a.box.x0 for a in band)), max(x1, *(a.box.x1 for a in band))
        bottom = max(bottom, *(a.box.bottom for a in band))
        end += 1
    return end, gutters


def _divided(atoms: list[Atom], gutters: list[tuple[float, float]]) -> list[list[Atom]]:
    """Atoms gathered by the gutters between them."""
    if not gutters:
        return [atoms]
    columns: list[list[Atom]] = [[] for _ in range(len(gutters) + 1)]
    middles = sorted((a + b) / 2 for a, b in gutters)
    for atom in atoms:
        x = (atom.box.x0 + atom.box.x1) / 2
        columns[sum(x > m for m in middles)].append(atom)
    return [c for c in columns if c]


def _are_columns(columns: list[list[Atom]]) -> bool:
    """Whether groups side by side are read one after the other, not row by row."""
    if any(a.grid is not None or a.held for c in columns for a in c):
        return True
    bands = [_bands(c) for c in columns]
    if min(len(b) for b in bands) < 2:
        return False
    if _cards(columns):
        return True
    figures = [is_value(text_of(a.words)) for c in columns for a in c]
    if sum(figures) >= 0.35 * len(figures):
        return False
    listed = [sum(is_marker(a.words[0].text, a.words[0].symbol) and len(a.words) > 1 for a in c) for c in columns]
    if all(count > 0 for count in listed):
        return True
    if _aligned(columns) < 0.7:
        return True
    prose = [sum(len(a.words) >= 4 for a in c) >= 0.6 * len(c) and len(c) >= 4 for c in columns]
    return sum(prose) > 1


def _aligned(columns: list[list[Atom]]) -> float:
    """Share of the lines of the shorter columns that have a line of the longest on the same height."""
    longest = max(columns, key=len)
    middles = [(a.box.top + a.box.bottom) / 2 for a in longest]
    hits = total = 0
    for column in columns:
        if column is longest:
            continue
        for atom in column:
            total += 1
            middle = (atom.box.top + atom.box.bottom) / 2
            hits += any(abs(middle - m) < 0.25 * atom.size for m in middles)
    return hits / total if total else 1.0


def _cards(columns: list[list[Atom]]) -> bool:
    """Whether columns are cards: each a big figure with words in much smaller type about it."""
    for column in columns:
        largest = max(column, key=lambda a: a.size)
        others = sorted(a.size for a in column if a is not largest)
        if largest.size < 14 or not others or largest.size < 1.5 * others[len(others) // 2]:
            return False
        if not is_value(text_of(largest.words)) or len(column) > 14:
            return False
    return True


def _flow(atoms: list[Atom]) -> list[Item]:
    """One flow of atoms that are read row by row."""
    if not atoms:
        return []
    rows: dict[int, list[Word]] = {}
    for atom in atoms:
        rows.setdefault(atom.row, []).extend(atom.words)
    for row in rows.values():
        row.sort(key=attrgetter("x0"))
    return [Flow([rows[k] for k in sorted(rows)], min(a.box.x0 for a in atoms), max(a.box.x1 for a in atoms))]
