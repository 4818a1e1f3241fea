"""Shows an ingest on its way: a bar on a terminal, a line a file elsewhere; and what it came to."""

from __future__ import annotations

from collections.abc import Sequence
from types import TracebackType
from typing import Self

from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn, TimeRemainingColumn
from rich.text import Text

from boardmine.batch.commit import Done
from boardmine.batch.plan import State, Step
from boardmine.cli.screen import complain, err, out
from boardmine.cli.text import counted, plain

_SAID = {State.NEW: "new", State.CHANGED: "changed", State.STALE: "new rules"}


class Watching:
    """Names the files that will not be read, and hears of each that is done. A dry run says of each what would change,
    so it shows lines and no bar."""

    def __init__(self, steps: Sequence[Step], dry_run: bool) -> None:
        for step in steps:
            if step.state in (State.REFUSED, State.MISSING):
                complain(step.path, step.reason)
        total = sum(step.to_read for step in steps)
        console = err()
        self._out = out()
        self._observations = 0
        self._progress: Progress | None = None
        self._task = TaskID(0)
        if console.is_terminal and total and not dry_run:
            self._progress = Progress(
                TextColumn("reading"),
                BarColumn(bar_width=None),
                MofNCompleteColumn(),
                TextColumn("papers"),
                TextColumn("{task.fields[observations]:,} observations"),
                TimeRemainingColumn(compact=True),
                console=console,
                expand=True,
                transient=True,
            )
            self._task = self._progress.add_task("reading", total=total, observations=0)

    def __enter__(self) -> Self:
        if self._progress:
            self._progress.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        if self._progress:
            self._progress.stop()

    def __call__(self, done: Done) -> None:
        """A file is done."""
        self._observations += done.observations
        if done.reject is not None:
            complain(done.step.path, done.reject.reason)
        elif self._progress is None:
            self._out.print(_line(done), soft_wrap=True)
        if self._progress:
            self._progress.update(self._task, advance=1, observations=self._observations)


def show(lines: Sequence[str]) -> None:
    """What a run did, or would do: the first line counts most."""
    console = out()
    for i, line in enumerate(lines):
        console.print(Text(plain(line), "" if i else "bold"), soft_wrap=True)


def _line(done: Done) -> Text:
    change = counted(done.observations, "observation")
    if done.step.before is not None:
        change += f", {done.added} added, {done.gone} gone"
    state = f"{_SAID[done.step.state]:<9}"
    return Text.assemble(
        (state, "green" if done.step.state is State.NEW else "yellow"),
        " ",
        plain(str(done.step.path)),
        (f": {change}", "dim"),
    )
