"""Grids from cells that lines close, and from baselines with divisions between columns."""

from __future__ import annotations

import itertools
from bisect import bisect_right

from boardmine.document import Box
from boardmine.readers.pdf.lines import box_of, rows_of
from boardmine.readers.pdf.tables.columns import GAP, column_at, divisions
from boardmine.readers.pdf.tables.grid import Grid, GridCell, nearest, snapped
from boardmine.readers.pdf.tables.rows import TextRow, grouped, heads, over_several, spread, value_columns
from boardmine.readers.pdf.tables.ruled import Bounds
from boardmine.readers.pdf.tables.values import is_value
from boardmine.readers.pdf.words import Word

SLIT = 7.0
"""Points: what two lines leave between them is no row or column if it is narrower and holds no word."""


def closed_grid(bounds: list[Bounds], words: list[Word]) -> Grid:
    """A grid of cells that lines close, with the words whose middles lie in them.

    Where the drawing leaves columns or rows undivided that the words divide plainly, they are divided.
    """
    xs = snapped([x for b in bounds for x in (b[0], b[2])])
    ys = snapped([y for b in bounds for y in (b[1], b[3])])
    box = Box(xs[0], ys[0], xs[-1], ys[-1])
    inside = [w for w in words if _within(w, box)]
    xs = _without_slits(xs, [(w.x0 + w.x1) / 2 for w in inside])
    ys = _without_slits(ys, [(w.top + w.bottom) / 2 for w in inside])
    bounds = _spread(bounds, xs, inside)
    extra = _hidden_columns(bounds, xs, inside)
    if extra:
        xs = snapped(xs + extra, 1.0)
    cells: dict[tuple[int, int], GridCell] = {}
    owner: dict[tuple[int, int], GridCell] = {}
    for x0, top, x1, bottom in sorted(bounds, key=lambda b: (b[1], b[0])):
        row, column = nearest(ys, top), nearest(xs, x0)
        last_row, last_column = nearest(ys, bottom), nearest(xs, x1)
        if last_row <= row or last_column <= column:
            continue  # a slit
        cuts = [k for k in range(column + 1, last_column) if any(abs(xs[k] - e) < 0.1 for e in extra)]
        starts = [column, *cuts]
        for k, end in zip(starts, [*cuts, last_column], strict=True):
            _place(owner, cells, row, k, last_row - row, end - k)
    for row in range(len(ys) - 1):
        for column in range(len(xs) - 1):
            if (row, column) not in owner:
                _place(owner, cells, row, column, 1, 1)
    for word in inside:
        row = min(max(bisect_right(ys, (word.top + word.bottom) / 2) - 1, 0), len(ys) - 2)
        column = min(max(bisect_right(xs, (word.x0 + word.x1) / 2) - 1, 0), len(xs) - 2)
        owner[row, column].words.append(word)
    grid = Grid(box, list(cells.values()), len(ys) - 1, len(xs) - 1, ruled=True)
    for cell in grid.cells:
        cell.box = Box(xs[cell.column], ys[cell.row], xs[cell.column + cell.column_span], ys[cell.row + cell.row_span])
    _split_rows(grid, xs)
    return grid


def _without_slits(places: list[float], middles: list[float]) -> list[float]:
    """Places of lines without the second of two that leave only a slit between them, as double borders do."""
    result = [places[0]]
    for place in places[1:]:
        slit = place - result[-1] < SLIT and not any(result[-1] < m < place for m in middles)
        if not slit or (place == places[-1] and len(result) == 1):
            result.append(place)
        elif place == places[-1]:
            result[-1] = place
    return result


def _spread(bounds: list[Bounds], xs: list[float], words: list[Word]) -> list[Bounds]:
    """Cells over several columns cut into these where their words keep to the columns: rows of figures under a
    head whose column lines end with it."""
    result: list[Bounds] = []
    for x0, top, x1, bottom in bounds:
        inner = [x for x in xs if x0 + SLIT < x < x1 - SLIT]
        if inner:
            held = [w for w in words if x0 < (w.x0 + w.x1) / 2 < x1 and top < (w.top + w.bottom) / 2 < bottom]
            texts = [TextRow(row, inner) for row in rows_of(held)]
            entries = [(f, last, part) for t in texts for f, last, part in t.entries]
            straddling = any(f != last or part[0].x0 < x < part[-1].x1 for f, last, part in entries for x in inner)
            if len({f for f, _, _ in entries}) > 1 and not straddling and any(t.values for t in texts):
                sides = [x0, *inner, x1]
                result += [(a, top, b, bottom) for a, b in itertools.pairwise(sides)]
                continue
        result.append((x0, top, x1, bottom))
    return result


def _within(word: Word, box: Box) -> bool:
    x, y = (word.x0 + word.x1) / 2, (word.top + word.bottom) / 2
    return box.x0 <= x <= box.x1 and box.top <= y <= box.bottom


def _place(
    owner: dict[tuple[int, int], GridCell],
    cells: dict[tuple[int, int], GridCell],
    row: int,
    column: int,
    row_span: int,
    column_span: int,
) -> None:
    """Put a cell where no other is yet."""
    if (row, column) in owner:
        return
    cell = GridCell(row, column, row_span, column_span)
    cells[row, column] = cell
    for r in range(row, row + row_span):
        for k in range(column, column + column_span):
            owner.setdefault((r, k), cell)


def _hidden_columns(bounds: list[Bounds], xs: list[float], words: list[Word]) -> list[float]:
    """Divisions within a drawn column under which figures stand side by side, row after row."""
    found: list[float] = []
    for left, right in itertools.pairwise(xs):
        if right - left < 50:
            continue
        level = [w for w in words if left <= w.x0 and w.x1 <= right and w.turn == 0]
        rows = rows_of(level)
        if len(rows) < 3:
            continue
        cuts = divisions(rows)
        if not cuts:
            continue
        texts = [TextRow(row, cuts) for row in rows]
        for cut in cuts:
            k = column_at(cuts, cut - 0.01)
            both = [r for r in texts if {k, k + 1} <= r.columns]
            figures = [r for r in both if k + 1 in r.values and not _currency(r, k)]
            if len(figures) >= 3 and len(figures) >= 0.6 * len([r for r in texts if r.columns & {k, k + 1}]):
                found.append(cut)
    return found


def _currency(row: TextRow, column: int) -> bool:
    """Whether a column's entry is a sign that belongs to the figure beside it."""
    return any(
        f == column and len(part) == 1 and part[0].text in ("£", "€", "$", "-", "(") for f, _, part in row.entries
    )


def _split_rows(grid: Grid, xs: list[float]) -> None:
    """Divide drawn rows that hold several rows of figures."""
    inner = xs[1:-1]
    shift = 0
    for row in range(grid.row_count):
        band = [c for c in grid.cells if c.row == row + shift and c.row_span == 1 and c.words]
        lines = rows_of(w for c in band for w in c.words if w.turn == 0)
        texts = [TextRow(line, inner) for line in lines]
        if sum(bool(text.values - {0}) for text in texts) < 2:
            continue
        groups = grouped(texts, bounded=True)
        if len(groups) < 2:
            continue
        starts = [min(r.top for r in g) for g in groups]
        for cell in [c for c in grid.cells if c.row > row + shift]:
            cell.row += len(groups) - 1
        for cell in [c for c in grid.cells if c.row <= row + shift < c.row + c.row_span]:
            if cell.row_span > 1:
                cell.row_span += len(groups) - 1
                continue
            _split_cell(grid, cell, starts)
        shift += len(groups) - 1
    grid.row_count += shift


def _split_cell(grid: Grid, cell: GridCell, starts: list[float]) -> None:
    """Divide a cell over the rows that begin at `starts`; a text that runs on over all of them spans them."""
    parts: list[list[Word]] = [[] for _ in starts]
    for word in cell.words:
        middle = (word.top + word.bottom) / 2
        parts[max(0, bisect_right(starts, middle) - 1)].append(word)
    used = [i for i, part in enumerate(parts) if part]
    wraps = (
        len(used) > 1
        and all(not is_value(w.text) for p in parts for w in p)
        and all(min(parts[i], key=lambda w: w.x0).text[:1].islower() for i in used[1:])
    )
    if wraps:
        cell.row_span = len(starts)
        return
    box = cell.box
    for i, part in enumerate(parts):
        new = cell if i == 0 else GridCell(cell.row + i, cell.column, 1, cell.column_span)
        new.words = part
        if box is not None:
            top = box.top if i == 0 else starts[i]
            new.box = Box(box.x0, top, box.x1, box.bottom if i + 1 == len(starts) else starts[i + 1])
        if i:
            grid.cells.append(new)


def open_grid(
    bands: list[list[list[Word]]],
    cuts: list[float],
    ruled: bool,
    gap: float = GAP,
    notes: frozenset[int] = frozenset(),
) -> Grid:
    """A grid of baselines. Each band is what stands between two drawn lines (one band where there are none), `cuts`
    are the divisions between columns. A segment that runs across divisions spans the columns, and so does each of
    the bands that `notes` counts."""
    cells: list[GridCell] = []
    row = 0
    for i, band in enumerate(bands):
        texts = [TextRow(words, cuts, gap) for words in band]
        figures = bool(value_columns(texts))
        if i in notes:
            cells += _note(row, band, cuts)
            row += 1
            continue
        if ruled and i == 0 and len(bands) > 1 and not figures:
            groups = heads(texts)
        else:
            groups = grouped(texts, bounded=ruled and (len(bands) > 3 or figures))
        for k, group in enumerate(groups):
            spans = {}
            if len(group) == 1 and k + 1 < len(groups) and over_several(group[0], groups[k + 1][-1]):
                spans = spread(group[0], groups[k + 1][-1])
            cells += _row_cells(row, group, cuts, spans)
            row += 1
    box = box_of(w for band in bands for words in band for w in words)
    return Grid(box, cells, row, len(cuts) + 1, ruled=ruled)


def _note(row: int, band: list[list[Word]], cuts: list[float]) -> list[GridCell]:
    """One cell for a text over several columns, from that in which it begins to the last."""
    words = [w for line in band for w in line]
    first = column_at(cuts, min(w.x0 for w in words) + 1)
    return _filled({first: GridCell(row, first, 1, len(cuts) + 1 - first, words)}, row, len(cuts) + 1)


def _row_cells(row: int, group: list[TextRow], cuts: list[float], spans: dict[int, tuple[int, int]]) -> list[GridCell]:
    """The cells of one table row, empty ones too. `spans` gives the columns of heads over several columns."""
    if spans:
        entries = [(*spans.get(f, (f, last)), part) for t in group for f, last, part in t.entries]
        return _filled({f: GridCell(row, f, 1, last - f + 1, part) for f, last, part in entries}, row, len(cuts) + 1)
    single: set[int] = {f for t in group for f, last, _ in t.entries if f == last}
    cells: dict[int, GridCell] = {}
    for text in group:
        for first, last, part in text.entries:
            if last > first and not single & set(range(first, last + 1)):
                cell = cells.setdefault(first, GridCell(row, first))
                cell.column_span = max(cell.column_span, last - first + 1)
                cell.words += part
            else:
                for word in part:
                    k = first if first == last else min(max(column_at(cuts, (word.x0 + word.x1) / 2), first), last)
                    cells.setdefault(k, GridCell(row, k)).words.append(word)
    return _filled(cells, row, len(cuts) + 1)


def _filled(cells: dict[int, GridCell], row: int, columns: int) -> list[GridCell]:
    """The cells of a row by column, none over another, with empty ones where none is."""
    covered: set[int] = set()
    for k in sorted(cells):
        cells[k].column_span = min(cells[k].column_span, min((n for n in cells if n > k), default=columns) - k)
        covered |= set(range(k, k + cells[k].column_span))
        cells[k].box = box_of(cells[k].words)
    for k in range(columns):
        if k not in covered:
            cells[k] = GridCell(row, k)
    return [cells[k] for k in sorted(cells)]
