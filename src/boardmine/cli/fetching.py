"""Shows a fetch on its way: a bar on a terminal, a line a file elsewhere, JSON lines for programs."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from types import TracebackType
from typing import Any, Self

from rich.filesize import decimal
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn, TimeRemainingColumn
from rich.text import Text

from boardmine.cli.screen import complain, err, out
from boardmine.cli.text import counted, plain
from boardmine.fetch.model import Committee, Meeting
from boardmine.fetch.order import Counts, Event, Happened

_BAD = (Happened.FAILED, Happened.ASIDE)


class FetchQuiet:
    """Names what failed or was set aside, on standard error, and says nothing else."""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        pass

    def meetings(self, committees: Sequence[Committee], meetings: int) -> None:
        """So many meetings will be looked at."""

    def meeting(self, meeting: Meeting) -> None:
        """A meeting is done."""

    def file(self, event: Event) -> None:
        """A file is done."""
        if event.happened is Happened.FAILED:
            complain(event.address, event.reason)
        elif event.happened is Happened.ASIDE:
            complain(event.path or event.address, f"set aside: {event.reason}")

    def note(self, text: str) -> None:
        """Something had to be done without."""


class FetchWatching(FetchQuiet):
    """Says beside what came. A dry run says of each file what would come, so it shows lines and no bar."""

    def __init__(self, dry_run: bool) -> None:
        self._dry_run = dry_run
        self._out = out()
        self._progress: Progress | None = None
        self._task = TaskID(0)
        self._files = self._bytes = 0

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        if self._progress:
            self._progress.stop()

    def meetings(self, committees: Sequence[Committee], meetings: int) -> None:
        """So many meetings will be looked at."""
        console = err()
        if console.is_terminal and meetings and not self._dry_run:
            self._progress = Progress(
                TextColumn("fetching"),
                BarColumn(bar_width=None),
                MofNCompleteColumn(),
                TextColumn("meetings"),
                TextColumn("{task.fields[files]} {task.fields[size]}"),
                TimeRemainingColumn(compact=True),
                console=console,
                expand=True,
                transient=True,
            )
            self._task = self._progress.add_task("fetching", total=meetings, files="", size="")
            self._progress.start()

    def meeting(self, meeting: Meeting) -> None:
        """A meeting is done."""
        if self._progress:
            self._progress.update(self._task, advance=1)

    def file(self, event: Event) -> None:
        """A file is done."""
        super().file(event)
        if event.happened in _BAD:
            return
        self._files += 1
        self._bytes += event.size
        if self._progress:
            self._progress.update(self._task, files=counted(self._files, "file"), size=decimal(self._bytes))
        else:
            self._out.print(_line(event), soft_wrap=True)

    def note(self, text: str) -> None:
        """Something had to be done without."""
        err().print(Text(f"boardmine: {plain(text)}", "dim"), soft_wrap=True)


class FetchJsonLines(FetchQuiet):
    """An object a line on standard output: what is looked at, each file, and at the end (`finish`) what it came to."""

    def meetings(self, committees: Sequence[Committee], meetings: int) -> None:
        """So many meetings will be looked at."""
        self._write("meetings", {"committees": [committee.title for committee in committees], "meetings": meetings})

    def file(self, event: Event) -> None:
        """A file is done."""
        meeting = event.meeting
        values = {
            "state": event.happened.value,
            "path": str(event.path) if event.path else None,
            "address": event.address,
            "size": event.size,
            "reason": event.reason,
            "body": meeting.committee.title,
            "date": meeting.date.isoformat(),
            "meeting_id": meeting.id,
        }
        self._write("file", values)

    def note(self, text: str) -> None:
        """Something had to be done without."""
        self._write("note", {"text": text})

    def finish(self, counts: Counts) -> None:
        """What it came to."""
        self._write("end", asdict(counts))

    def _write(self, event: str, values: Mapping[str, Any]) -> None:
        # Each line at once: whoever reads it waits for it.
        print(json.dumps({"event": event, **values}), flush=True)  # noqa: T201


def _line(event: Event) -> Text:
    size = f": {decimal(event.size)}" if event.size else ""
    colour = "green" if event.happened is Happened.NEW else "yellow"
    return Text.assemble((f"{event.happened.value:<9}", colour), " ", plain(str(event.path)), (size, "dim"))
