"""Shows an ingest on its way: a bar on a terminal, a line a file elsewhere, JSON lines for programs; and what it came
to."""

from __future__ import annotations

import json
import time
from collections.abc import Mapping, Sequence
from types import TracebackType
from typing import TYPE_CHECKING, Any, Protocol, Self

from boardmine.batch.plan import State, Step
from boardmine.cli.screen import complain, err, out
from boardmine.cli.text import counted, plain

if TYPE_CHECKING:
    from rich.console import Console
    from rich.progress import Progress, TaskID
    from rich.text import Text

    from boardmine.batch.commit import Done

_SAID = {State.NEW: "new", State.CHANGED: "changed", State.STALE: "new rules"}
_ROOM_FOR_ALL, _ROOM_FOR_MORE = 90, 50
"""Columns of a terminal in which a bar has room for all that can be said beside it, and for some of it."""
_NOT_READ = (State.REFUSED, State.MISSING)


class Watcher(Protocol):
    """Hears of each file that is done, between entering and leaving."""

    def __enter__(self) -> Self: ...

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None
    ) -> None: ...

    def __call__(self, done: Done) -> None:
        """A file is done."""


class Quiet:
    """Names the files that cannot be read, on standard error, and says nothing else."""

    def __init__(self, steps: Sequence[Step]) -> None:
        for step in steps:
            if step.state in _NOT_READ:
                complain(step.path, step.reason)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        pass

    def __call__(self, done: Done) -> None:
        """A file is done."""
        if done.reject is not None:
            complain(done.step.path, done.reject.reason)


class Watching(Quiet):
    """Says beside what became of each file. A dry run says of each what would change, so it shows lines and no bar."""

    def __init__(self, steps: Sequence[Step], dry_run: bool) -> None:
        super().__init__(steps)
        total = sum(step.to_read for step in steps)
        console = err()
        self._out = out()
        self._observations = self._pages = 0
        self._began = time.monotonic()
        self._bar = _bar(console, total) if console.is_terminal and total and not dry_run else None

    def __enter__(self) -> Self:
        if self._bar:
            self._bar[0].start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        if self._bar:
            self._bar[0].stop()

    def __call__(self, done: Done) -> None:
        """A file is done."""
        super().__call__(done)
        self._observations += done.observations
        self._pages += done.pages
        if self._bar:
            progress, task = self._bar
            rate = self._observations / max(time.monotonic() - self._began, 0.001)
            so_far = {"observations": self._observations, "pages": self._pages, "rate": rate}
            progress.update(task, advance=1, **so_far)  # type: ignore[arg-type]
        elif done.reject is None:
            self._out.print(_line(done), soft_wrap=True)


class JsonLines:
    """An object a line on standard output: the plan, each file, and at the end (`finish`) what it came to."""

    def __init__(self, steps: Sequence[Step]) -> None:
        states = [step.state for step in steps]
        self._write("plan", {state.value: states.count(state) for state in State})
        for step in steps:
            if step.state in _NOT_READ or step.state is State.GONE:
                self._write("passed", {"path": str(step.path), "state": step.state.value, "reason": step.reason})

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        pass

    def __call__(self, done: Done) -> None:
        """A file is done."""
        path = {"path": str(done.step.path)}
        if done.reject is not None:
            self._write("refused", {**path, "kind": done.reject.kind, "reason": done.reject.reason})
        else:
            found = {"observations": done.observations, "added": done.added, "gone": done.gone, "pages": done.pages}
            self._write("read", {**path, "state": done.step.state.value, **found})

    def finish(self, counts: Mapping[str, Any]) -> None:
        """What it came to."""
        self._write("end", counts)

    def _write(self, event: str, values: Mapping[str, Any]) -> None:
        # Each line at once: whoever reads it waits for it.
        print(json.dumps({"event": event, **values}), flush=True)  # noqa: T201


def show(lines: Sequence[str]) -> None:
    """What a run did, or would do: the first line counts most."""
    from rich.text import Text

    console = out()
    for i, line in enumerate(lines):
        console.print(Text(plain(line), "" if i else "bold"), soft_wrap=True)


def _bar(console: Console, total: int) -> tuple[Progress, TaskID]:
    """A bar that `total` files fill, and the number of its task."""
    # Slow to import, and needed on a terminal alone.
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, ProgressColumn, TextColumn, TimeRemainingColumn

    told: list[ProgressColumn] = [MofNCompleteColumn(), TextColumn("papers")]
    if console.width >= _ROOM_FOR_ALL:
        told.append(TextColumn("{task.fields[pages]:,} pages"))
        told.append(TextColumn("{task.fields[observations]:,} observations ({task.fields[rate]:.0f}/s)"))
    elif console.width >= _ROOM_FOR_MORE:
        told.append(TextColumn("{task.fields[observations]:,} observations"))
    columns = (BarColumn(bar_width=None), *told, TimeRemainingColumn(compact=True))
    progress = Progress(*columns, console=console, expand=True, transient=True)
    return progress, progress.add_task("", total=total, observations=0, pages=0, rate=0.0)


def _line(done: Done) -> Text:
    from rich.text import Text

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
