"""Where columns divide, told from the words alone: places that the rows leave blank one under another."""

from __future__ import annotations

from bisect import bisect_right
from itertools import pairwise

from boardmine.readers.pdf.lines import segments_of
from boardmine.readers.pdf.words import Word

GAP = 0.8
"""A gap between words of more than this many sizes may lie between two cells; a space is a quarter to a third."""

TOLERANCE = 0.1
"""Share of rows that may run across a division: heads over several columns, notes among the rows."""


def divisions(rows: list[list[Word]], gap: float = GAP, every: bool = False) -> list[float]:
    """The x of each division between columns, from left to right; empty where the rows show none.

    Rows with few entries beside those with most are left out of account, as names of groups and notes are; `every`
    takes them all in, for tables whose cells are texts of many lines.
    """
    cut = [segments_of(row, gap) for row in rows]
    most = max((len(s) for s in cut), default=0)
    least = 2 if every else max(2, most / 2)
    body = [s for s in cut if len(s) >= least]
    if len(body) < 2:
        return []
    spans = [(seg[0].x0, max(w.x1 for w in seg)) for segs in body for seg in segs]
    allowed = int(TOLERANCE * len(body))
    found = _split_crowded(_valleys(spans, allowed), body, allowed)
    return _without_shifted_heads(found, [s for s in cut if len(s) > 1])


def _valleys(spans: list[tuple[float, float]], allowed: int) -> list[float]:
    """A division for each stretch that at most `allowed` spans cover, between stretches that more cover: at its
    emptiest place, or at each place that nothing covers where something stands between them."""
    events = sorted([(x0, 1) for x0, _ in spans] + [(x1, -1) for _, x1 in spans])
    pieces: list[tuple[int, float, float]] = []  # how many spans cover it, from, to
    cover = 0
    for (x, step), (ahead, _) in pairwise(events):
        cover += step
        if ahead > x:
            pieces.append((cover, x, ahead))
    result: list[float] = []
    low: list[tuple[int, float, float]] = []
    begun = False
    for piece in pieces:
        if piece[0] <= allowed:
            low.append(piece)
            continue
        if begun and low:
            result += _within_valley(low, spans)
        low, begun = [], True
    return result


def _within_valley(low: list[tuple[int, float, float]], spans: list[tuple[float, float]]) -> list[float]:
    empty = [(a, b) for cover, a, b in low if cover == 0 and b - a >= 3.0]
    places: list[tuple[float, float]] = []
    for a, b in empty:
        if places and sum(places[-1][1] <= x0 and x1 <= a for x0, x1 in spans) < 2:
            if b - a > places[-1][1] - places[-1][0]:
                places[-1] = (a, b)
        else:
            places.append((a, b))
    if not places:
        _, a, b = min(low, key=lambda p: (p[0], p[1] - p[2]))
        places = [(a, b)]
    return [(a + b) / 2 for a, b in places]


def _split_crowded(cuts: list[float], body: list[list[list[Word]]], allowed: int) -> list[float]:
    """Divide columns further where rows have two entries in one column, plainly apart, and nothing runs across."""
    cuts = list(cuts)
    for _ in range(20):
        gaps: list[tuple[float, float]] = []
        for segments in body:
            for left, right in pairwise(segments):
                x0, x1 = max(w.x1 for w in left), right[0].x0
                if bisect_right(cuts, x0) == bisect_right(cuts, x1) and x1 - x0 > 1.5 * right[0].size:
                    gaps.append((x0, x1))
        best = None
        for x0, x1 in gaps:
            middle = (x0 + x1) / 2
            crossing = sum(seg[0].x0 < middle < seg[-1].x1 for segments in body for seg in segments)
            support = sum(a < middle < b for a, b in gaps)
            if crossing <= allowed and support > 2 * crossing and (best is None or support > best[1]):
                best = (middle, support)
        if best is None:
            break
        cuts = sorted([*cuts, best[0]])
    return cuts


def _without_shifted_heads(cuts: list[float], rows: list[list[list[Word]]]) -> list[float]:
    """Take out the division between a head and the figures under it where they do not overlap, as a centred head
    and figures at the right border do: one column has entries only above all entries of the other."""
    cuts = list(cuts)
    k = 0
    while k < len(cuts):
        used: dict[int, list[int]] = {}
        for i, segments in enumerate(rows):
            for segment in segments:
                first, last = columns_of(segment, cuts)
                for column in range(first, last + 1):
                    used.setdefault(column, []).append(i)
        left, right = used.get(k, []), used.get(k + 1, [])
        if left and right and (max(left) < min(right) or max(right) < min(left)):
            del cuts[k]
        else:
            k += 1
    return cuts


def column_at(cuts: list[float], x: float) -> int:
    """The column in which `x` lies."""
    return bisect_right(cuts, x)


def columns_of(segment: list[Word], cuts: list[float]) -> tuple[int, int]:
    """The first and last column that a segment covers; a slight overhang does not count."""
    x0, x1 = segment[0].x0, max(w.x1 for w in segment)
    first, last = column_at(cuts, x0), column_at(cuts, x1)
    slack = min(0.6 * segment[0].size, 0.25 * (x1 - x0))
    if first < last and cuts[first] - x0 < slack:
        first += 1
    if first < last and x1 - cuts[last - 1] < slack:
        last -= 1
    return first, last
