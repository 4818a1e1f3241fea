"""Small charts: where the marks stand; the template draws them as SVG."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from boardmine.checks.phrases import day, number

WIDTH, HEIGHT = 420, 170
_LEFT, _RIGHT, _TOP, _BOTTOM = 60, 14, 14, 28


@dataclass(frozen=True, slots=True)
class Point:
    """A statement to be drawn: the day its period ends, its value, what is said of it, where it leads, and its
    standing: `this` (the one that is looked at), `newest` or `earlier`."""

    end: date
    value: float
    said: str
    href: str
    standing: str


@dataclass(frozen=True, slots=True)
class Dot:
    """A point with its place in the picture."""

    x: float
    y: float
    point: Point


@dataclass(frozen=True, slots=True)
class Chart:
    """Dots, the line through the newest of them, and the labels of the axes with their places."""

    dots: Sequence[Dot]
    line: str
    rows: Sequence[tuple[float, str]]
    columns: Sequence[tuple[float, str, str]]
    width: int = WIDTH
    height: int = HEIGHT


def chart(points: Sequence[Point]) -> Chart | None:
    """A chart from zero up (or down), None where there are not two days to draw."""
    days = sorted({point.end for point in points})
    if len(days) < 2:
        return None
    low, high = min(0.0, *(p.value for p in points)), max(0.0, *(p.value for p in points))
    high = high if high > low else low + 1
    width, height = WIDTH - _LEFT - _RIGHT, HEIGHT - _TOP - _BOTTOM
    length = (days[-1] - days[0]).days

    def x(end: date) -> float:
        return round(_LEFT + width * (end - days[0]).days / length, 1)

    def y(value: float) -> float:
        return round(_TOP + height * (high - value) / (high - low), 1)

    dots = [Dot(x(p.end), y(p.value), p) for p in points]
    through = [d for d in dots if d.point.standing != "earlier"]
    rows = [(y(low + (high - low) * share), number(low + (high - low) * share, 1)) for share in (0.0, 0.5, 1.0)]
    columns = [(x(days[0]), day(days[0]), "start"), (x(days[-1]), day(days[-1]), "end")]
    return Chart(dots, " ".join(f"{d.x},{d.y}" for d in through), rows, columns)
