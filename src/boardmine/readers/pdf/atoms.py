"""What a page is put in order of: segments of lines, tables, and what stands together in a drawn box."""

from __future__ import annotations

from dataclasses import dataclass, field

from boardmine.document import Box
from boardmine.readers.pdf.lines import box_of, segments_of, text_of
from boardmine.readers.pdf.markers import is_bullet, is_marker
from boardmine.readers.pdf.tables.grid import Grid
from boardmine.readers.pdf.tables.values import is_value
from boardmine.readers.pdf.words import Word


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


def parts_of(row: list[Word]) -> list[list[Word]]:
    """The segments of a row. A bullet or a number and the text behind it are one, however far apart."""
    joined: list[list[Word]] = []
    for part in segments_of(row):
        if joined and len(joined[-1]) == 1 and _leads(joined[-1][0], part):
            joined[-1] += part
        else:
            joined.append(part)
    return joined


def atoms_of(rows: list[list[list[Word]]]) -> list[Atom]:
    """An atom for each segment of each row."""
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


def bands_of(atoms: list[Atom]) -> list[list[Atom]]:
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


def boxed(atoms: list[Atom], boxes: list[Box]) -> list[Atom]:
    """Atoms with those in one drawn box put together to one, which is ordered by itself."""
    for box in sorted(boxes, key=lambda b: (b.x1 - b.x0) * (b.bottom - b.top)):
        held = [a for a in atoms if inside(a.box, box)]
        if len(held) < 2 or len(held) == len(atoms) or len(bands_of(held)) < 2:
            continue
        if any(_overlap(a.box, box) for a in atoms if a not in held):
            continue
        atoms = [a for a in atoms if a not in held] + [Atom(box, held=held)]
    return atoms


def inside(inner: Box, outer: Box) -> bool:
    """Whether a box lies in another, give or take two points."""
    return (
        outer.x0 - 2 <= inner.x0
        and inner.x1 <= outer.x1 + 2
        and outer.top - 2 <= inner.top
        and inner.bottom <= outer.bottom + 2
    )


def _overlap(a: Box, b: Box) -> bool:
    return min(a.x1, b.x1) - max(a.x0, b.x0) > 2 and min(a.bottom, b.bottom) - max(a.top, b.top) > 2
