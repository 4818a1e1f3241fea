"""Ruling edges made fit for finding tables: broken lines joined, and lines gathered that belong together."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from itertools import chain

from boardmine.document import Box
from boardmine.readers.pdf.rulings import Edge, Rulings
from boardmine.readers.pdf.words import Word

SNAP = 2.5
"""Points: lines no further apart are one line, drawn twice or out of pieces."""

JOIN = 3.5
"""Points: a gap no wider does not break a line (dots and dashes)."""

STRIPE = 24.0
"""Points: an upright filled box no wider than this without words in it is a stripe of colour, no cell."""

MAX_EDGES = 4_000
"""Lines a page may have before it counts as a drawing, in which no table is looked for."""


@dataclass(slots=True)
class Lattice:
    """Lines that touch one another: what may be the rulings of one table."""

    horizontal: list[Edge] = field(default_factory=list)
    vertical: list[Edge] = field(default_factory=list)

    @property
    def box(self) -> Box:
        """The smallest box around the lines."""
        xs = [x for e in self.horizontal for x in (e.start, e.end)] + [e.at for e in self.vertical]
        ys = [y for e in self.vertical for y in (e.start, e.end)] + [e.at for e in self.horizontal]
        return Box(min(xs), min(ys), max(xs), max(ys))


def joined(edges: list[Edge]) -> list[Edge]:
    """Edges of one direction with those along the same line joined, sorted by place."""
    groups: list[list[Edge]] = []
    for edge in sorted(edges):
        if groups and edge.at - groups[-1][-1].at <= SNAP and edge.at - groups[-1][0].at <= 2 * SNAP:
            groups[-1].append(edge)
        else:
            groups.append([edge])
    result: list[Edge] = []
    for group in groups:
        weight = sum(e.end - e.start for e in group)
        at = sum(e.at * (e.end - e.start) for e in group) / weight if weight else group[0].at
        spans: list[tuple[float, float]] = []
        for _, start, end in sorted(group, key=lambda e: e.start):
            if spans and start <= spans[-1][1] + JOIN:
                spans[-1] = (spans[-1][0], max(spans[-1][1], end))
            else:
                spans.append((start, end))
        result.extend(Edge(at, start, end) for start, end in spans)
    return result


def page_edges(rulings: Rulings, words: list[Word], width: float, height: float) -> tuple[list[Edge], list[Edge]]:
    """The horizontal and vertical lines of a page, joined, and without those that are too short to rule anything.

    The sides of filled boxes count as lines too, except inside a table that lines draw in full (there they are the
    ground behind single lines of text) and where they are stripes of colour, too narrow for words.
    """
    if len(rulings.horizontal) + len(rulings.vertical) + 4 * len(rulings.fills) > 4 * MAX_EDGES:
        return [], []
    across, down = joined(rulings.horizontal), joined(rulings.vertical)
    fills = [b for b in rulings.fills if b.x1 - b.x0 < 0.95 * width or b.bottom - b.top < 0.9 * height]
    middles = [((w.x0 + w.x1) / 2, (w.top + w.bottom) / 2) for w in words] if fills else []
    fills = [b for b in fills if not _is_stripe(b, middles)]
    if fills:
        drawn = [
            lattice.box
            for lattice in lattices_of(_long(across, 8), _long(down, 5))[0]
            if len(lattice.horizontal) > 2 and len(lattice.vertical) > 2
        ]
        fills = _cells_only([b for b in fills if not any(holds(d, b) for d in drawn)])
        across = joined(across + [Edge(y, b.x0, b.x1) for b in fills for y in (b.top, b.bottom)])
        down = joined(down + [Edge(x, b.top, b.bottom) for b in fills for x in (b.x0, b.x1)])
    across, down = _long(across, 8), _long(down, 5)
    return (across, down) if len(across) + len(down) <= MAX_EDGES else ([], [])


def _is_stripe(box: Box, middles: list[tuple[float, float]]) -> bool:
    """Whether a filled box is a narrow upright one without a word's middle in it."""
    wide, high = box.x1 - box.x0, box.bottom - box.top
    if wide > STRIPE or high <= 0.6 * wide:
        return False
    return not any(box.x0 <= x <= box.x1 and box.top <= y <= box.bottom for x, y in middles)


def _cells_only(fills: list[Box]) -> list[Box]:
    """Filled boxes without those that lie alone, or one below another, inside a larger one: the ground of the lines
    of text in a cell. Where boxes stand side by side inside a larger one, that is the ground of a whole table."""
    if len(fills) > 600:
        return fills
    inner: set[int] = set()
    for outer in fills:
        held = [i for i, b in enumerate(fills) if b is not outer and _covers(outer, b)]
        boxes = sorted((fills[i] for i in held), key=lambda b: b.x0)
        if boxes and not any(
            b.x0 >= a.x1 - 1 and min(a.bottom, b.bottom) - max(a.top, b.top) > 1
            for k, a in enumerate(boxes)
            for b in boxes[k + 1 : k + 40]
        ):
            inner.update(held)
    return [b for i, b in enumerate(fills) if i not in inner]


def _covers(outer: Box, inner: Box) -> bool:
    inside = (
        outer.x0 - 1 <= inner.x0
        and inner.x1 <= outer.x1 + 1
        and outer.top - 1 <= inner.top
        and inner.bottom <= outer.bottom + 1
    )
    return inside and (
        inner.x1 - inner.x0 < outer.x1 - outer.x0 - 2 or inner.bottom - inner.top < outer.bottom - outer.top - 2
    )


def _long(edges: list[Edge], least: float) -> list[Edge]:
    return [e for e in edges if e.end - e.start >= least]


def holds(outer: Box, inner: Box) -> bool:
    """Whether the middle of a box lies in another."""
    x, y = (inner.x0 + inner.x1) / 2, (inner.top + inner.bottom) / 2
    return outer.x0 <= x <= outer.x1 and outer.top <= y <= outer.bottom


def lattices_of(horizontal: list[Edge], vertical: list[Edge]) -> tuple[list[Lattice], list[Edge]]:
    """Lines gathered by touch, and the horizontal lines that no vertical one touches."""
    parent = list(range(len(horizontal) + len(vertical)))

    def root(i: int) -> int:
        while parent[i] != i:
            parent[i] = parent[parent[i]]
            i = parent[i]
        return i

    for k, v in enumerate(vertical, len(horizontal)):
        for i, h in enumerate(horizontal):
            if h.at > v.end + JOIN:
                break
            if h.at >= v.start - JOIN and h.start - JOIN <= v.at <= h.end + JOIN:
                parent[root(i)] = root(k)
    lattices: dict[int, Lattice] = defaultdict(Lattice)
    for i, edge in enumerate(chain(horizontal, vertical)):
        side = lattices[root(i)]
        (side.horizontal if i < len(horizontal) else side.vertical).append(edge)
    whole = [f for f in lattices.values() if f.horizontal and f.vertical]
    lone = sorted(e for f in lattices.values() if not f.vertical for e in f.horizontal)
    return whole, lone
