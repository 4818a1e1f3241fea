"""Carries out a plan and shows it: what `ingest`, `retry`, `watch` and `gather` have in common."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from boardmine.batch.plan import Step
from boardmine.batch.reading import Reading
from boardmine.cli.progress import JsonLines, Quiet, Watcher, Watching, show
from boardmine.cli.screen import complain
from boardmine.cli.text import counted
from boardmine.cli.totals import Totals

if TYPE_CHECKING:
    from boardmine.batch.commit import Done
    from boardmine.store.load import Counts

    Hear = Callable[[Done], None]


@dataclass(frozen=True, slots=True)
class Shown:
    """How it is shown, and whether it is only a preview."""

    quiet: bool = False
    as_json: bool = False
    dry_run: bool = False

    def watcher(self, steps: Sequence[Step]) -> Watcher:
        """What hears of each file."""
        if self.as_json:
            return JsonLines(steps)
        return Quiet(steps) if self.quiet else Watching(steps, self.dry_run)


def carry_out(
    steps: list[Step], db: Path, reading: Reading, shown: Shown, passed_over: Counter[str] | None = None
) -> Totals:
    """Read what is to be read, write it (in a dry run: do not), and say what it came to. Raises StoreError."""

    def work(hear: Hear) -> Counts | None:
        if not any(step.to_read for step in steps):
            return None
        from boardmine.batch.ingest import ingest, preview

        return (preview if shown.dry_run else ingest)(steps, db, hear, reading)

    return follow(steps, str(db), work, shown, passed_over)


def follow(
    steps: Sequence[Step],
    where: str,
    work: Callable[[Hear], Counts | None],
    shown: Shown,
    passed_over: Counter[str] | None = None,
) -> Totals:
    """Do work on steps, show how it goes on, and say what it came to; `where` is what it writes to."""
    totals = Totals.of(steps)
    with shown.watcher(steps) as watch:

        def hear(done: Done) -> None:
            totals.add(done)
            watch(done)

        counts = work(hear)
    if isinstance(watch, JsonLines):
        watch.finish(totals.numbers())
    elif not shown.quiet:
        totals.show()
        observations = counted(totals.numbers()["observations"], "observation")
        show([f"{observations} {'would be written' if shown.dry_run else 'written'} to {where}"])
        if passed_over:
            kinds = ", ".join(f"{kind} {count}" for kind, count in passed_over.most_common())
            show([f"passed over, being no papers: {kinds}"])
    if counts and counts.fallen:
        numbers = counted(counts.fallen, "reviewed number")
        complain(where, f"{numbers} no longer in the words of the papers; boardmine review shows which")
    return totals
