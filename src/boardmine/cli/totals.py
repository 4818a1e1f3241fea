"""What an ingest came to: a table a person reads, the same as numbers for a program."""

from __future__ import annotations

import time
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from boardmine.batch.plan import State, Step
from boardmine.cli.screen import out

if TYPE_CHECKING:
    from boardmine.batch.commit import Done

_NAMES = {
    State.NEW: "new",
    State.CHANGED: "changed",
    State.STALE: "new rules",
    State.UNCHANGED: "unchanged",
    State.REFUSED: "refused",
    State.GONE: "gone",
}


@dataclass(slots=True)
class _Row:
    papers: int = 0
    pages: int = 0
    observations: int = 0
    added: int = 0
    gone: int = 0


@dataclass(slots=True)
class Totals:
    """Adds up what became of the steps of a plan."""

    began: float = field(default_factory=time.monotonic)
    rows: dict[State, _Row] = field(default_factory=dict)

    @classmethod
    def of(cls, steps: Iterable[Step]) -> Totals:
        """With the steps for which no file is read."""
        totals = cls()
        for step in steps:
            if not step.to_read:
                row = totals._row(State.REFUSED if step.state is State.MISSING else step.state)
                row.papers += 1
                row.observations += step.before or 0
        return totals

    def add(self, done: Done) -> None:
        """A file was read, or could not be."""
        row = self._row(State.REFUSED if done.reject else done.step.state)
        row.papers += 1
        row.pages += done.pages
        row.observations += done.observations
        row.added += done.added
        row.gone += done.gone

    @property
    def refused(self) -> int:
        """How many files could not be read."""
        return self.rows[State.REFUSED].papers if State.REFUSED in self.rows else 0

    def numbers(self) -> dict[str, Any]:
        """Papers by what became of them; pages, observations and seconds in all."""
        read = [row for state, row in self.rows.items() if state in (State.NEW, State.CHANGED, State.STALE)]
        return {
            **{name.replace(" ", "_"): self._papers(state) for state, name in _NAMES.items()},
            "pages": sum(row.pages for row in read),
            "observations": sum(row.observations for row in read),
            "added": sum(row.added for row in read),
            "removed": sum(row.gone for row in read),
            "seconds": round(time.monotonic() - self.began, 3),
        }

    def show(self) -> None:
        """Print the table; on a terminal also how fast it went."""
        from rich import box
        from rich.table import Table
        from rich.text import Text

        console = out()
        table = Table(box=box.SIMPLE_HEAD, pad_edge=False, padding=(0, 1, 0, 0), show_edge=False, header_style="bold")
        table.add_column("")
        for head in ("papers", "pages", "observations", "added", "gone"):
            table.add_column(head, justify="right")
        for state, name in _NAMES.items():
            if state in self.rows:
                table.add_row(Text(name), *self._cells(state))
        console.print(table)
        said = self.numbers()
        if console.is_terminal and said["pages"] and said["seconds"] > 0:
            rates = (f"{said[what] / said['seconds']:,.1f} {what} a second" for what in ("pages", "observations"))
            console.print(Text(f"in {said['seconds']:,.1f} seconds: {', '.join(rates)}", "dim"))

    def _row(self, state: State) -> _Row:
        return self.rows.setdefault(state, _Row())

    def _papers(self, state: State) -> int:
        return self.rows[state].papers if state in self.rows else 0

    def _cells(self, state: State) -> list[str]:
        row = self.rows[state]
        read = state in (State.NEW, State.CHANGED, State.STALE)
        cells = [f"{row.papers:,}", f"{row.pages:,}" if row.pages else "-"]
        cells.append("-" if state is State.REFUSED else f"{row.observations:,}")
        return cells + ([f"{row.added:,}", f"{row.gone:,}"] if read else ["-", "-"])
