"""The depth of list items, from how far their markers are set in."""

from __future__ import annotations

from boardmine.readers.pdf.markers import depth_of, is_roman

SAME = 5.0
"""Points by which markers of one depth may differ."""


class Indents:
    """Remembers the items that are open, from the outermost to the innermost: left edge and kind of marker."""

    def __init__(self) -> None:
        self._open: list[tuple[float, str]] = []
        self._column = 0.0

    def column(self, x0: float) -> None:
        """The text goes on in a column that begins at `x0`: edges move with it."""
        shift = x0 - self._column
        if abs(shift) > 60:
            self._open = [(x + shift, kind) for x, kind in self._open]
            self._column = x0
        elif not self._open:
            self._column = x0

    def level(self, x: float, marker: str) -> int:
        """The depth, 0-based, of an item with a marker whose left edge is `x`. Items of another kind at the same
        edge (letters below numbers) are deeper than those before them."""
        while self._open and x < self._open[-1][0] - SAME:
            self._open.pop()
        kind = self._kind(marker)
        if not self._open or x > self._open[-1][0] + SAME:
            self._open.append((x, kind))
            return len(self._open) - 1
        for i in range(len(self._open) - 1, -1, -1):
            if abs(self._open[i][0] - x) > SAME:
                break
            if self._open[i][1] == kind:
                del self._open[i + 1 :]
                return i
        self._open.append((x, kind))
        return len(self._open) - 1

    def _kind(self, marker: str) -> str:
        sign = marker.strip("().:")
        if sign.replace(".", "").isdigit():
            return f"number {depth_of(marker)}"
        if not sign.isalpha():
            return "bullet"
        kinds = {kind for _, kind in self._open}
        if is_roman(marker) and not (len(sign) == 1 and "letter" in kinds and "roman" not in kinds):
            return "roman"
        return "letter"

    def text(self, x: float) -> None:
        """A paragraph without marker at `x`: what is not further left than an item ends it."""
        while self._open and x <= self._open[-1][0] + SAME:
            self._open.pop()

    def end(self) -> None:
        """A heading or table ends all lists."""
        self._open.clear()
