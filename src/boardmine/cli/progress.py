"""Shows an ingest on its way: a bar on a terminal, a line a file elsewhere; and the summary at its end."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from types import TracebackType
from typing import Self

from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn, TimeRemainingColumn
from rich.text import Text

from boardmine.batch.commit import Done
from boardmine.batch.plan import State
from boardmine.cli.screen import complain, err, out
from boardmine.cli.text import counted, plain
from boardmine.store.load import Counts

_SAID = {State.NEW: "new", State.CHANGED: "changed", State.STALE: "new rules"}


class Watching:
    """Hears of each file that is done. A dry run says of each what would change, so it shows lines and no bar."""

    def __init__(self, total: int, dry_run: bool) -> None:
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


def summary(db: Path, counts: Counts, passed_over: Counter[str], dry_run: bool) -> None:
    """What a run did, or would do."""
    console = out()
    said = [
        f"{counts.new:,} new",
        f"{counts.changed:,} changed",
        f"{counts.unchanged:,} unchanged",
        f"{counts.refused:,} refused",
    ]
    verb = "would be written" if dry_run else "written"
    console.print(Text(", ".join(said), "bold"))
    console.print(f"{counted(counts.observations, 'observation')} {verb} to {plain(str(db))}", soft_wrap=True)
    if passed_over:
        kinds = ", ".join(f"{kind} {count}" for kind, count in passed_over.most_common())
        console.print(Text(f"passed over, being no papers: {kinds}", "dim"))


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
