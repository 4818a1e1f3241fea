"""Shows people a judgement: rates by family, paper and certainty, the slips, the errors, and what has changed."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Mapping, Sequence

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from boardmine.cli.screen import out, window
from boardmine.cli.text import counted, plain
from boardmine.evaluation.changes import Changes, Entry, Said
from boardmine.evaluation.judgement import LEVELS, Judgement, Tally
from boardmine.evaluation.pairing import Verdict
from boardmine.records import AUTHORITY, Certainty, Role

_ALL_RATES = 96
"""Columns of a terminal from which there is room for precision and recall of every level."""

_STYLES = {Verdict.MISSED: "yellow", Verdict.DIFFERS: "cyan", Verdict.INVENTED: "magenta", Verdict.STRICT: "green"}


def write(judgement: Judgement, errors: Sequence[Entry], changes: Changes | None) -> None:
    """Print a judgement; then the entries of `errors` that are not strict, and what has changed."""
    console = out()
    _rates(console, "family", {"all": judgement.all, **judgement.families})
    worst_first = sorted(judgement.papers.items(), key=lambda item: (item[1].rates("strict").f1, item[0]))
    _rates(console, "paper", dict(worst_first))
    _rates(console, "certainty", judgement.certainty)
    slips = ", ".join(f"{field} {count}" for field, count in judgement.slips.items())
    console.print(Text.assemble(("Slips by field: ", "bold"), slips or "none"))
    for entry in errors:
        if entry.is_wrong:
            _entry(console, entry)
    if changes:
        _changes(console, changes)


def _rates(console: Console, what: str, tallies: Mapping[str, Tally] | Mapping[Certainty, Tally]) -> None:
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, padding=0, show_edge=False, header_style="bold")
    levels = LEVELS if console.width >= _ALL_RATES else LEVELS[-1:]
    counts, shares = 5 + 1, 6 + 5 + 5 + 3
    width = console.width - 2 * counts - shares * len(levels) - 1
    table.add_column(what, width=width, overflow="ellipsis", no_wrap=True, vertical="bottom")
    for name in ("refs", "obs"):
        table.add_column(Text(f"\n{name}"), width=5, justify="right", no_wrap=True)
    for level in levels:
        for head, width in ((f"{level}\nP", 6), ("\nR", 5), ("\nF1", 5)):
            table.add_column(Text(head), width=width, justify="right", no_wrap=True)
    for name, tally in tallies.items():
        cells = [f"{tally.references:,}", f"{tally.observations:,}"]
        for level in levels:
            rates = tally.rates(level)
            cells += [f"{share:.3f}" for share in (rates.precision, rates.recall, rates.f1)]
        table.add_row(plain(name), *cells, style="bold" if name == "all" else "")
    console.print(table)
    console.print()


def _entry(console: Console, entry: Entry, before: Entry | None = None) -> None:
    """An entry in a few lines: verdict and place, what is wanted, what was given and why, the words."""
    place = plain(entry.doc) + (f" ({plain(entry.place)})" if entry.place else "")
    slips = f" in {', '.join(entry.slips)}" if entry.slips else ""
    was = f", was {before.verdict.value}" if before and before.verdict is not entry.verdict else ""
    console.print()
    console.print(Text.assemble((f"{entry.verdict.value}{slips}", _STYLES[entry.verdict]), was, " ", (place, "dim")))
    lines = [("wanted", entry.wanted)] if entry.wanted else []
    if before and before.given:
        lines.append(("before", before.given))
    if entry.given:
        lines.append(("given", entry.given))
    for label, said in lines:
        _wrapped(console, label, in_words(said))
    if entry.given:
        sure = f"{entry.certainty.value}: " if entry.certainty else ""
        _wrapped(console, "why", plain(sure + entry.reason))
    start = entry.quote.find(entry.number) if entry.number else -1
    words = window(
        entry.quote, max(start, 0), max(start, 0) + (len(entry.number) if start >= 0 else 0), console.width - 9
    )
    console.print(Text.assemble((f"{'words':>7}  ", "dim"), words), no_wrap=True, overflow="ellipsis")


def _wrapped(console: Console, label: str, text: str) -> None:
    for i, line in enumerate(textwrap.wrap(text, console.width - 9) or [""]):
        console.print(Text.assemble((f"{label if i == 0 else '':>7}  ", "dim"), line))


def in_words(said: Said) -> str:
    """What a record says, without what is usual."""
    parts = [said.metric, said.kind.value, f"{said.value:g} {said.unit.value}"]
    parts += [f"{dimension}={member}" for dimension, member in said.by.items()]
    parts += [said.area] if said.area != AUTHORITY else []
    parts += [said.role.value] if said.role is not Role.ACTUAL else []
    parts += [f"{said.period_start}..{said.period_end}"] if said.period_end else []
    parts += [f"against {said.baseline_end}"] if said.baseline_end else []
    return plain(", ".join(parts))


def _changes(console: Console, changes: Changes) -> None:
    moved = {"Gained": changes.gained, "Lost": changes.lost, "Differently wrong": changes.altered}
    for title, pairs in moved.items():
        _title(console, title, len(pairs))
        for before, after in pairs:
            _entry(console, after, before)
    for title, entries in {"Newly invented": changes.invented, "No longer invented": changes.withdrawn}.items():
        _title(console, title, len(entries))
        _listed(console, entries)
    if changes.added or changes.removed:
        console.print()
        said = f"{counted(changes.added, 'reference record')} added, {changes.removed:,} removed since then"
        console.print(Text(said, "dim"))


def _title(console: Console, title: str, count: int) -> None:
    console.print()
    console.print(Text(f"{title}: {count:,}", "bold underline"))


def _listed(console: Console, entries: Iterable[Entry]) -> None:
    for entry in entries:
        _entry(console, entry)
