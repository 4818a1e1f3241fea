"""The order in which a page is read: its words as segments of lines, gathered to columns, boxes and flows."""

from __future__ import annotations

from dataclasses import dataclass
from operator import attrgetter

from boardmine.document import Box
from boardmine.readers.pdf.atoms import Atom, atoms_of, bands_of, boxed, inside, parts_of
from boardmine.readers.pdf.gutters import are_columns, divided, right_of, run_of, side_by_side
from boardmine.readers.pdf.lines import rows_of
from boardmine.readers.pdf.tables.grid import Grid
from boardmine.readers.pdf.words import Word


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
        within = [w for w in words if inside(w.box, cell)]
        if within:
            taken = {id(w) for w in within}
            words = [w for w in words if id(w) not in taken]
            apart.append(Atom(cell, held=atoms_of([parts_of(row) for row in rows_of(within)])))
    rows = [parts_of(row) for row in rows_of(words)]
    if not apart and all(len(parts) == 1 for parts in rows):
        words = [w for parts in rows for w in parts[0]]
        return [Flow([p[0] for p in rows], min(w.x0 for w in words), max(w.x1 for w in words), True)] if rows else []
    atoms = atoms_of(rows)
    if not apart and not any(side_by_side(band) for band in bands_of(atoms)):
        return _flow(atoms)
    return _order(boxed(atoms + apart, boxes))


def _order(atoms: list[Atom]) -> list[Item]:
    """Atoms to flows and tables: runs of bands that share a gutter are read column by column, if they are columns."""
    bands = bands_of(atoms)
    items: list[Item] = []
    plain: list[Atom] = []
    done = 0
    i = 0
    while i < len(bands):
        if not side_by_side(bands[i]):
            i += 1
            continue
        end, gutters = run_of(bands, i)
        first = i
        while first > done and gutters and right_of(bands[first - 1], gutters[0], bands[first]):
            first -= 1
        columns = divided([a for band in bands[first:end] for a in band], gutters)
        if len(columns) > 1 and are_columns(columns):
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
