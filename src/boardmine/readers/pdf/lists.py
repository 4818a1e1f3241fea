"""The depth of list items, from how far their markers are set in."""

from __future__ import annotations

SAME = 5.0
"""Points by which markers of one depth may differ."""


class Indents:
    """Remembers the left edges of the items that are open, from the outermost to the innermost."""

    def __init__(self) -> None:
        self._open: list[float] = []
        self._column = 0.0

    def column(self, x0: float) -> None:
        """The text goes on in a column that begins at `x0`: edges move with it."""
        shift = x0 - self._column
        if abs(shift) > 60:
            self._open = [x + shift for x in self._open]
            self._column = x0
        elif not self._open:
            self._column = x0

    def level(self, x: float) -> int:
        """The depth, 0-based, of an item whose marker stands at `x`."""
        while self._open and x < self._open[-1] - SAME:
            self._open.pop()
        if not self._open or x > self._open[-1] + SAME:
            self._open.append(x)
        return len(self._open) - 1

    def text(self, x: float) -> None:
        """A paragraph without marker at `x`: what is not further left than an item ends it."""
        while self._open and x <= self._open[-1] + SAME:
            self._open.pop()

    def end(self) -> None:
        """A heading or table ends all lists."""
        self._open.clear()
