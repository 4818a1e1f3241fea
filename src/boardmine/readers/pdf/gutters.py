"""The empty stretches between columns: how wide, how far down they reach, and whether what they divide is columns."""

from __future__ import annotations

from collections.abc import Iterable

from boardmine.readers.pdf.atoms import Atom, bands_of
from boardmine.readers.pdf.lines import text_of
from boardmine.readers.pdf.markers import is_marker
from boardmine.readers.pdf.tables.values import is_value

GUTTER = 1.4
"""Sizes of type: space between two columns is at least this wide."""

ANEW = 3.0
"""Sizes of type: where all columns break off for more than this, a new row of cards or boxes begins."""

LEAST_GUTTER = 8.0
"""Points: what is left of a gutter further down is at least this wide."""


def side_by_side(band: list[Atom]) -> bool:
    """Whether a band has a stretch wide enough for a gutter."""
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


def right_of(band: list[Atom], gutter: tuple[float, float], below: list[Atom]) -> bool:
    """Whether a band stands wholly to the right of a gutter, close above the next: the right column begins higher."""
    gap = min(a.box.top for a in below) - max(a.box.bottom for a in band)
    return all(a.box.x0 >= gutter[1] - 1 for a in band) and gap < 2 * max(a.size or 10.0 for a in band)


def run_of(bands: list[list[Atom]], first: int) -> tuple[int, list[tuple[float, float]]]:
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
        if len(shared) < len(gutters) and gap > 0.8 * size:
            shared = []  # a title over some of the columns, set off from them: what is below is apart
        anew = len(band) == len(bands[first]) and gap > ANEW * size
        if not shared or gap > 6 * size or anew:
            break
        gutters = shared
        x0, x1 = min(x0, *(a.box.x0 for a in band)), max(x1, *(a.box.x1 for a in band))
        bottom = max(bottom, *(a.box.bottom for a in band))
        end += 1
    return end, gutters


def divided(atoms: list[Atom], gutters: list[tuple[float, float]]) -> list[list[Atom]]:
    """Atoms gathered by the gutters between them."""
    if not gutters:
        return [atoms]
    columns: list[list[Atom]] = [[] for _ in range(len(gutters) + 1)]
    middles = sorted((a + b) / 2 for a, b in gutters)
    for atom in atoms:
        x = (atom.box.x0 + atom.box.x1) / 2
        columns[sum(x > m for m in middles)].append(atom)
    return [c for c in columns if c]


def are_columns(columns: list[list[Atom]]) -> bool:
    """Whether groups side by side are read one after the other, not row by row."""
    if any(a.grid is not None or a.held for c in columns for a in c):
        return True
    bands = [bands_of(c) for c in columns]
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
