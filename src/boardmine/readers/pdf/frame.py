"""The space of a page: from PDF user space to the page as it is displayed, and to a page turned for reading."""

from __future__ import annotations

from array import array
from dataclasses import dataclass

from boardmine.document import Box


@dataclass(frozen=True, slots=True)
class Frame:
    """Where a page lies and how it is turned.

    `rotation` is what turns user space upright, in degrees clockwise (the page's /Rotate, plus `turn`).
    `turn` is the part of it that display does not do: a page whose lines run sideways is read turned, and its
    boxes are turned back with `displayed`. `left` and `top` are the corner of the turned page in upright space,
    whose y grows upwards. Sizes are points, of the page as turned.
    """

    rotation: int
    turn: int
    left: float
    top: float
    width: float
    height: float
    bounds: tuple[float, float, float, float]

    @classmethod
    def of_page(cls, left: float, bottom: float, right: float, top: float, rotation: int, turn: int = 0) -> Frame:
        """The frame of a page with the given edges in user space and the given /Rotate."""
        rotation = (rotation + turn) % 360
        x0, low, x1, high = _turn_box(left, bottom, right, top, rotation)
        return cls(rotation, turn, x0, high, x1 - x0, high - low, (left, bottom, right, top))

    def turned(self, turn: int) -> Frame:
        """The same page, turned further clockwise by `turn` degrees to be read."""
        return Frame.of_page(*self.bounds, self.rotation - self.turn, turn)

    def upright(
        self, left: array[float], bottom: array[float], right: array[float], top: array[float]
    ) -> tuple[array[float], array[float], array[float], array[float]]:
        """Columns of edges in user space as columns x0, low, x1, high of upright space."""
        if self.rotation == 90:
            return bottom, _negative(right), top, _negative(left)
        if self.rotation == 180:
            return _negative(right), _negative(top), _negative(left), _negative(bottom)
        if self.rotation == 270:
            return _negative(top), left, _negative(bottom), right
        return left, bottom, right, top

    def page_box(self, x0: float, low: float, x1: float, high: float) -> tuple[float, float, float, float]:
        """From upright space to the turned page: x0, top, x1, bottom from its top left corner."""
        return x0 - self.left, self.top - high, x1 - self.left, self.top - low

    def user_box(self, left: float, bottom: float, right: float, top: float) -> tuple[float, float, float, float]:
        """From user space to the turned page: x0, top, x1, bottom from its top left corner."""
        return self.page_box(*_turn_box(left, bottom, right, top, self.rotation))

    def displayed(self, box: Box) -> Box:
        """A box of the turned page as a box of the page as displayed."""
        if not self.turn:
            return box
        width, height = self.width, self.height
        if self.turn == 90:  # the display shows it turned back, anticlockwise
            return Box(box.top, width - box.x1, box.bottom, width - box.x0)
        if self.turn == 180:
            return Box(width - box.x1, height - box.bottom, width - box.x0, height - box.top)
        return Box(height - box.bottom, box.x0, height - box.top, box.x1)

    @property
    def displayed_size(self) -> tuple[float, float]:
        """Width and height of the page as displayed."""
        return (self.width, self.height) if self.turn in (0, 180) else (self.height, self.width)


def _turn_box(left: float, bottom: float, right: float, top: float, rotation: int) -> tuple[float, float, float, float]:
    if rotation == 90:
        return bottom, -right, top, -left
    if rotation == 180:
        return -right, -top, -left, -bottom
    if rotation == 270:
        return -top, left, -bottom, right
    return left, bottom, right, top


def _negative(column: array[float]) -> array[float]:
    return array("f", [-value for value in column])
