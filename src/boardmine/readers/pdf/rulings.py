"""What is drawn on a page, from PDFium's page objects: ruling edges, filled and outlined boxes, curves.

An edge is a straight line along an axis: a stroked line, a thin filled bar, or a side of a rectangle. Charts and
maps are drawn with thousands of strokes: what a page gives is bounded, and curves give nothing.
"""

from __future__ import annotations

import ctypes
import itertools
from array import array
from dataclasses import dataclass, field
from typing import Any, NamedTuple

import pypdfium2.raw as c

from boardmine.document import Box
from boardmine.readers.pdf.frame import Frame
from boardmine.readers.pdf.pdfium import address_of, plain

THIN = 3.0
"""Points: a bar no thicker than this is a line."""

MAX_OBJECTS = 40_000
MAX_SEGMENTS = 20_000
MAX_DEPTH = 8
MANY = 1_000
"""A single stroke of more segments is a curve; the ruling of a table takes two a line."""

_Matrix = tuple[float, float, float, float, float, float]
_IDENTITY: _Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


class Edge(NamedTuple):
    """A straight line along an axis, in points of the page as turned for reading: `at` is its place across (y of
    a horizontal one, x of a vertical one), `start` and `end` its reach."""

    at: float
    start: float
    end: float


@dataclass(slots=True)
class Rulings:
    """The drawn things of a page.

    A rectangle with an outline is among the `outlines` and its sides among the edges; one that is only filled (the
    ground of a cell or of a line of text, a bar of a chart) is among the `fills`. `curves` are the boxes of strokes
    that do not run along an axis, as the curves of charts.
    """

    horizontal: list[Edge] = field(default_factory=list)
    vertical: list[Edge] = field(default_factory=list)
    outlines: list[Box] = field(default_factory=list)
    fills: list[Box] = field(default_factory=list)
    curves: list[Box] = field(default_factory=list)


_P, _INT = ctypes.c_void_p, ctypes.c_int
_count_objects = plain("FPDFPage_CountObjects", _INT, _P)
_object_at = plain("FPDFPage_GetObject", _P, _P, _INT)
_count_in_form = plain("FPDFFormObj_CountObjects", _INT, _P)
_object_in_form = plain("FPDFFormObj_GetObject", _P, _P, ctypes.c_ulong)
_kind_of = plain("FPDFPageObj_GetType", _INT, _P)
_bounds_of = plain("FPDFPageObj_GetBounds", _INT, _P, _P, _P, _P, _P)
_matrix_of = plain("FPDFPageObj_GetMatrix", _INT, _P, _P)
_count_segments = plain("FPDFPath_CountSegments", _INT, _P)
_segment_at = plain("FPDFPath_GetPathSegment", _P, _P, _INT)
_draw_mode = plain("FPDFPath_GetDrawMode", _INT, _P, _P, _P)
_segment_kind = plain("FPDFPathSegment_GetType", _INT, _P)
_segment_point = plain("FPDFPathSegment_GetPoint", _INT, _P, _P, _P)
_segment_closes = plain("FPDFPathSegment_GetClose", _INT, _P)


def rulings_of(page: Any, frame: Frame) -> Rulings:
    """The rulings of the page with the given PDFium handle."""
    found = Rulings()
    at = address_of(page)
    _Reader(frame, found).walk(_count_objects(at), _object_at, at, _IDENTITY, 0)
    return found


class _Reader:
    """Walks the objects of one page; holds the buffers of the C calls and what is left of the page's limits."""

    def __init__(self, frame: Frame, found: Rulings) -> None:
        self.frame = frame
        self.found = found
        self.objects = MAX_OBJECTS
        self.segments = MAX_SEGMENTS
        self.floats = array("f", bytes(4 * 8))  # four bounds, then a point
        self.ints = array("i", bytes(4 * 2))
        at = self.floats.buffer_info()[0]
        self.bounds_at = (at, at + 4, at + 8, at + 12)
        self.point_at = (at + 16, at + 20)
        at = self.ints.buffer_info()[0]
        self.mode_at = (at, at + 4)
        self.matrix = c.FS_MATRIX()
        self.matrix_at = ctypes.addressof(self.matrix)

    def walk(self, count: int, get: Any, holder: int, outer: _Matrix, depth: int) -> None:
        """Take in the objects of a page or of a form on it, whose space `outer` brings to user space."""
        count = min(count, self.objects)
        self.objects -= count
        for i in range(count):
            thing = get(holder, i)
            kind = _kind_of(thing)
            if kind == c.FPDF_PAGEOBJ_PATH:
                self.path(thing, outer)
            elif kind == c.FPDF_PAGEOBJ_FORM and depth < MAX_DEPTH:
                inner = _times(self.matrix_of(thing), outer)
                self.walk(_count_in_form(thing), _object_in_form, thing, inner, depth + 1)

    def matrix_of(self, thing: int) -> _Matrix:
        m = self.matrix
        if not _matrix_of(thing, self.matrix_at):
            return _IDENTITY
        return m.a, m.b, m.c, m.d, m.e, m.f

    def bounds(self, thing: int, outer: _Matrix) -> tuple[float, float, float, float] | None:
        """The box of an object on the page, or None where it has none or lies off the page."""
        if not _bounds_of(thing, *self.bounds_at):
            return None
        left, bottom, right, top = self.floats[:4]
        if outer is not _IDENTITY:
            corners = [_apply(outer, x, y) for x in (left, right) for y in (bottom, top)]
            left, right = min(x for x, _ in corners), max(x for x, _ in corners)
            bottom, top = min(y for _, y in corners), max(y for _, y in corners)
        box = x0, y0, x1, y1 = self.frame.user_box(left, bottom, right, top)
        if x1 < 0 or y1 < 0 or x0 > self.frame.width or y0 > self.frame.height:
            return None
        return box

    def path(self, thing: int, outer: _Matrix) -> None:
        box = self.bounds(thing, outer)
        if box is None or self.bar(*box):
            return
        count = _count_segments(thing)
        _draw_mode(thing, *self.mode_at)
        filled, stroked = bool(self.ints[0]), bool(self.ints[1])
        if stroked and not filled and count > MANY:
            self.found.curves.append(Box(*box))
            return
        self.segments -= count
        if count < 2 or self.segments < 0:
            return
        matrix = _times(self.matrix_of(thing), outer)
        subpaths = self.subpaths(thing, count, matrix, filled and not stroked)
        if stroked and not filled and box[2] - box[0] > 15:
            slanted = any(not _along(a, b) for points, _ in subpaths for a, b in itertools.pairwise(points))
            if slanted or not subpaths:
                self.found.curves.append(Box(*box))
        for points, closed in subpaths:
            self.subpath(points, closed or filled, filled, stroked)

    def bar(self, x0: float, y0: float, x1: float, y1: float) -> bool:
        """Take a shape for a line, where it is thin enough. Says whether it was."""
        wide, high = x1 - x0, y1 - y0
        if high <= THIN and wide >= high:
            self.found.horizontal.append(Edge((y0 + y1) / 2, x0, x1))
        elif wide <= THIN:
            self.found.vertical.append(Edge((x0 + x1) / 2, y0, y1))
        else:
            return False
        return True

    def subpaths(
        self, thing: Any, count: int, matrix: _Matrix, filled: bool
    ) -> list[tuple[list[tuple[float, float]], bool]]:
        """The corners of each subpath on the page, and whether it is closed. Nothing for a path with curves or many
        slanted lines; of one that is only filled, the subpaths up to the first that is no rectangle."""
        found: list[tuple[list[tuple[float, float]], bool]] = []
        points: list[tuple[float, float]] = []
        slanted = 0
        segment = 0
        for i in range(count):
            before, segment = segment, _segment_at(thing, i)
            kind = _segment_kind(segment)
            if kind == c.FPDF_SEGMENT_MOVETO:
                if len(points) > 1:
                    found.append((points, bool(_segment_closes(before))))
                points = []
            elif kind == c.FPDF_SEGMENT_BEZIERTO:
                return []
            _segment_point(segment, *self.point_at)
            x, y = _apply(matrix, self.floats[4], self.floats[5])
            x0, y0, _, _ = self.frame.user_box(x, y, x, y)
            if points and not _along(points[-1], (x0, y0)):
                slanted += 1
                if slanted > 3:
                    return []
            points.append((x0, y0))
            if filled and len(points) > 5:
                return found
        if len(points) > 1:
            found.append((points, bool(_segment_closes(segment))))
        return found

    def subpath(self, points: list[tuple[float, float]], closed: bool, filled: bool, stroked: bool) -> None:
        xs, ys = [x for x, _ in points], [y for _, y in points]
        x0, y0, x1, y1 = min(xs), min(ys), max(xs), max(ys)
        if self.bar(x0, y0, x1, y1):
            return
        if closed and points[0] != points[-1]:
            points = [*points, points[0]]
        sides = list(itertools.pairwise(points))
        if closed and len(points) == 5 and all(_along(a, b) for a, b in sides):
            (self.found.outlines if stroked else self.found.fills).append(Box(x0, y0, x1, y1))
            if not stroked:
                return
        elif filled and not stroked and len(points) > 5:
            return  # a filled shape that is no rectangle: an arrow, a logo
        for (ax, ay), (bx, by) in sides:
            if abs(ay - by) < 0.5 and abs(ax - bx) > 1:
                self.found.horizontal.append(Edge((ay + by) / 2, min(ax, bx), max(ax, bx)))
            elif abs(ax - bx) < 0.5 and abs(ay - by) > 1:
                self.found.vertical.append(Edge((ax + bx) / 2, min(ay, by), max(ay, by)))


def _along(a: tuple[float, float], b: tuple[float, float]) -> bool:
    return abs(a[0] - b[0]) < 0.5 or abs(a[1] - b[1]) < 0.5


def _times(first: _Matrix, then: _Matrix) -> _Matrix:
    """The matrix that does `first`, then `then`."""
    a, b, cc, d, e, f = first
    p, q, r, s, t, u = then
    return a * p + b * r, a * q + b * s, cc * p + d * r, cc * q + d * s, e * p + f * r + t, e * q + f * s + u


def _apply(matrix: _Matrix, x: float, y: float) -> tuple[float, float]:
    a, b, cc, d, e, f = matrix
    return a * x + cc * y + e, b * x + d * y + f
