"""Tables without any line: found among the rows of a flow, and taken for tables only where the figures bear it out.

Prose has gaps too, lists have two columns and forms have names beside answers. So a run of rows passes for a table
only if its entries keep to columns (few run across a division, edges stand one below another) and either most of
them are figures or there are three and more columns of short entries.
"""

from __future__ import annotations

import re

from boardmine.readers.pdf.lines import segments_of, text_of
from boardmine.readers.pdf.markers import is_marker
from boardmine.readers.pdf.rulings import Rulings
from boardmine.readers.pdf.tables.build import open_grid
from boardmine.readers.pdf.tables.charts import is_chart
from boardmine.readers.pdf.tables.columns import divisions
from boardmine.readers.pdf.tables.grid import Grid
from boardmine.readers.pdf.tables.rows import TextRow, value_columns
from boardmine.readers.pdf.tables.values import is_value
from boardmine.readers.pdf.words import Word

Row = list[Word]

GAP = 0.9
"""Sizes of type: a wider gap parts two entries."""

_TITLE = re.compile(r"(?:Table|Figure|Chart|Graph|Appendix|Annex)\s+[A-Z]?\d", re.IGNORECASE)

LONELY = 2
"""So many rows of one entry may follow each other inside a table: wrapped names, names of groups."""


def unruled_tables(rows: list[Row], rulings: Rulings) -> list[tuple[int, int, Grid]]:
    """The tables among rows of words: first row, the row behind the last, and the grid. What stands in a chart is
    none."""
    found: list[tuple[int, int, Grid]] = []
    for first, end in _runs(rows):
        words = [w for row in rows[first:end] for w in row]
        found += [t for t in _tables_in(rows, first, end) if not is_chart(t[2].box, rulings, words)]
    return found


def _several(row: Row) -> bool:
    """Whether a row has entries side by side (a marker and its text are one)."""
    parts = segments_of(row, 1.0)
    if len(parts) == 2 and len(parts[0]) == 1 and is_marker(parts[0][0].text, parts[0][0].symbol):
        return False
    return len(parts) > 1


def _runs(rows: list[Row]) -> list[tuple[int, int]]:
    """Stretches of rows that begin and end with several entries, with few others between them."""
    runs: list[tuple[int, int]] = []
    first = last = -1
    for i, row in enumerate(rows):
        if not _several(row):
            continue
        far = last >= 0 and (i - last - 1 > LONELY or _gap(rows, last, i) > 4.5 * row[0].size)
        if last < 0 or far:
            if last > first:
                runs.append((first, last + 1))
            first = i
        last = i
    if last > first >= 0:
        runs.append((first, last + 1))
    return runs


def _gap(rows: list[Row], before: int, after: int) -> float:
    """The widest empty stretch of height between two rows and those between them."""
    return max(_space(rows[k], rows[k + 1]) for k in range(before, after))


def _space(above: Row, below: Row) -> float:
    return min(w.top for w in below) - max(w.bottom for w in above)


def _tables_in(rows: list[Row], first: int, end: int) -> list[tuple[int, int, Grid]]:
    """The tables in a stretch of rows. Where it is none as a whole, it is parted: at its widest space, if that is
    plainly wider than the others, else at the rows that do not keep to columns."""
    cuts: list[float] = []
    while end - first > 1:
        cuts = divisions(rows[first:end], GAP)
        texts = [TextRow(row, cuts, GAP) for row in rows[first:end]]
        if _beside(texts[0], cuts, at_top=True):
            first += 1
        elif _beside(texts[-1], cuts, at_top=False):
            end -= 1
        else:
            break
    if end - first < 2 or not cuts:
        return []
    if passes(texts, cuts):
        first = _with_head(rows, first, cuts)
        return [(first, end, open_grid([rows[first:end]], cuts, ruled=False))]
    spaces = [_space(rows[k], rows[k + 1]) for k in range(first, end - 1)]
    widest, usual = max(spaces), sorted(spaces)[len(spaces) // 2]
    if widest > 1.5 * max(usual, 1.0) + 2:
        middle = first + 1 + spaces.index(widest)
        return _tables_in(rows, first, middle) + _tables_in(rows, middle, end)
    breaks = [i for i, t in enumerate(texts) if any(last > f for f, last, _ in t.entries) or len(t.entries) == 1]
    if len(breaks) == len(texts):
        return []
    found: list[tuple[int, int, Grid]] = []
    start = 0
    for stop in [*breaks, len(texts)]:
        if stop - start >= 2 and (start, stop) != (0, len(texts)):
            found += _tables_in(rows, first + start, first + stop)
        start = stop + 1
    return found


def _beside(text: TextRow, cuts: list[float], at_top: bool) -> bool:
    """Whether a row at the top or bottom of a stretch is not of the table but its title, a note, or prose."""
    if len(text.entries) < 2 or (at_top and _TITLE.match(text_of(text.words))):
        return True
    first, last, _ = max(text.entries, key=lambda e: e[1] - e[0])
    wide = last - first >= max(1, len(cuts) // 2)
    return wide and (text.entries[0][0] == 0 if at_top else not text.values)


def passes(texts: list[TextRow], cuts: list[float]) -> bool:
    """The gate: whether rows with these divisions are a table."""
    several = [t for t in texts if len(t.entries) > 1]
    entries = [(f, last, part) for t in several for f, last, part in t.entries]
    crossing = sum(last > f for f, last, _ in entries)
    if len(several) < 2 or len(several) < 0.5 * len(texts) or crossing > 0.2 * len(entries):
        return False
    if _contents(several) or _listing(several):
        return False
    others = [(f, part) for f, last, part in entries if f > 0 and f == last]
    figures = sum(is_value(text_of(part)) for _, part in others)
    columns = value_columns(several) - {0}
    if columns and figures >= 0.5 * len(others):
        rows = [t for t in several if t.values & columns]
        enough = len(rows) >= 3 or (len(rows) == 2 and len(columns) >= 2) or (len(several) > 1 and len(columns) >= 3)
        return enough and all(_edges_meet(texts, k) for k in columns)
    if len(cuts) < 2 or len(several) < 3:
        return False
    words = sum(len(part) for _, _, part in entries) / len(entries)
    filled = sum(len(t.columns) for t in several) / (len(several) * (len(cuts) + 1))
    aligned = all(_edges_meet(texts, k) for k in range(len(cuts) + 1))
    return words <= 4 and filled >= 0.6 and aligned


def _contents(several: list[TextRow]) -> bool:
    """Whether rows are a table of contents: leaders, or page numbers that only rise at the right margin."""
    leaders = sum(any("...." in w.text or "…." in w.text or set(w.text) == {"."} for w in t.words) for t in several)
    if leaders >= 0.5 * len(several):
        return True
    last = [text_of(t.entries[-1][2]) for t in several]
    numbers = [int(text) for text in last if text.isdigit() and len(text) < 4]
    if len(several) < 4 or len(numbers) < 0.7 * len(several):
        return False
    between = [text_of(part) for t in several for _, _, part in t.entries[1:-1]]
    ends = [t.words[-1].x1 for t in several]
    aligned = sum(abs(x - max(ends)) < 4 for x in ends) >= 0.8 * len(ends)
    return numbers == sorted(numbers) and len(set(numbers)) > 2 and aligned and not any(map(is_value, between))


def _listing(several: list[TextRow]) -> bool:
    """Whether rows are items with a marker in front."""
    marked = sum(is_marker(t.words[0].text, t.words[0].symbol) for t in several)
    return marked >= 0.6 * len(several) and sum(len(t.entries) for t in several) <= 2.5 * len(several)


def _edges_meet(texts: list[TextRow], column: int) -> bool:
    """Whether the entries of a column stand one below another by their left or right edges or their middles."""
    parts = [part for t in texts for f, last, part in t.entries if f == last == column]
    if len(parts) < 3:
        return True
    lefts = [p[0].x0 for p in parts]
    rights = [max(w.x1 for w in p) for p in parts]
    middles = [(a + b) / 2 for a, b in zip(lefts, rights, strict=True)]
    slack = 0.35 * parts[0][0].size
    return any(_most_near(values, slack) >= 0.6 for values in (lefts, rights, middles))


def _most_near(values: list[float], slack: float) -> float:
    """Share of values within `slack` of the one with most about it."""
    return max(sum(abs(v - w) <= slack for w in values) for v in values) / len(values)


def _with_head(rows: list[Row], first: int, cuts: list[float]) -> int:
    """Take rows above in that can only be heads of the columns: close by, and empty over the first column."""
    while first > 0:
        row = rows[first - 1]
        gap = _space(row, rows[first])
        if row[0].x0 < cuts[0] or gap > 0.8 * row[0].size or max(w.x1 for w in row) > rows[first][-1].x1 + 40:
            break
        first -= 1
    return first
