"""Shows people what a paper says: observations by family and metric, then the ledger of its numbers."""

from __future__ import annotations

import textwrap
from collections.abc import Mapping, Sequence
from itertools import groupby
from types import TracebackType
from typing import Self

from rich.console import Console
from rich.text import Text

from boardmine.analysis import Analysis
from boardmine.catalogue import catalogue
from boardmine.checks.ledger import Entry, Fate
from boardmine.cli.records import total
from boardmine.cli.screen import out, window
from boardmine.cli.text import counted, plain
from boardmine.cli.words import FATES, value, when, whose
from boardmine.records import Certainty, Observation

_LEAST_QUOTE = 30
_GAP = "  "


class TableWriter:
    """Prints a paper as soon as it is read; after several, what became of all their numbers together."""

    def __init__(self, ledger: bool) -> None:
        self._console = out()
        self._lists_unexplained = ledger
        self._ledgers: list[Mapping[Fate, int]] = []

    def __enter__(self) -> Self:
        return self

    def __call__(self, analysis: Analysis, observations: Sequence[Observation]) -> None:
        """Print what one paper says."""
        counts = analysis.ledger.counts()
        if self._ledgers:
            self._console.print()
        _title(self._console, analysis, len(observations))
        _families(self._console, observations)
        self._console.print()
        _fates(self._console, f"Numbers in {analysis.document.name}", counts)
        if self._lists_unexplained:
            _unexplained(self._console, analysis)
        elif counts.get(Fate.UNEXPLAINED):
            self._console.print(Text("  --ledger lists the unexplained", "dim"))
        self._ledgers.append(counts)

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        if kind is None and len(self._ledgers) > 1:
            self._console.print()
            _fates(self._console, f"Numbers in all {len(self._ledgers)} papers", total(self._ledgers))


def _title(console: Console, analysis: Analysis, count: int) -> None:
    console.print(Text(plain(analysis.path.name), "bold underline"))
    pages = len(analysis.document.pages)
    about = [counted(count, "observation")]
    if pages:
        about.append(counted(pages, "page"))
    if len(analysis.parts) > 1:
        about.append(counted(len(analysis.parts), "part"))
    about += [plain(note) for note in analysis.document.notes]
    console.print(Text(", ".join(about), "dim"))


def _families(console: Console, observations: Sequence[Observation]) -> None:
    metrics = catalogue().metrics
    order = {name: i for i, name in enumerate(metrics)}
    in_order = sorted(observations, key=lambda o: order[o.metric])
    lines = _Lines(console.width, in_order)
    for family, of_family in groupby(in_order, key=lambda o: metrics[o.metric].family):
        found = list(of_family)
        console.print()
        console.print(Text(f"{catalogue().families[family].title} ({len(found)})", "bold cyan"))
        for metric, of_metric in groupby(found, key=lambda o: o.metric):
            _heading(console, metrics[metric].label, metric)
            for observation in of_metric:
                for line in lines.of(observation):
                    console.print(line, no_wrap=True, overflow="ellipsis")


def _heading(console: Console, label: str, metric: str) -> None:
    """A metric's label and identifier, in a narrow terminal on lines of their own."""
    fits = len(label) + len(_GAP) + len(metric) <= console.width
    parted = _GAP if fits else "\n" + _GAP
    console.print(Text.assemble((label, "bold"), (parted + metric, "dim")))


class _Lines:
    """Lays out the observations of a paper: one line each where the terminal is wide enough, else two and more."""

    def __init__(self, width: int, observations: Sequence[Observation]) -> None:
        self._width = width
        self._value = min(max((len(value(o)) for o in observations), default=0), 26)
        self._whose = min(max((len(whose(o)) for o in observations), default=0), 30)
        self._when = min(max((len(when(o)) for o in observations), default=0), 42)
        pages = [len(f"p.{o.evidence.page}") for o in observations if o.evidence.page]
        self._page = max(pages, default=0)
        taken = [self._value, self._whose, self._when, len(Certainty.MEDIUM), self._page]
        self._quote = width - sum(w + len(_GAP) for w in (1, *taken) if w)

    def of(self, o: Observation) -> list[Text]:
        """The lines of one observation."""
        return [self._wide(o)] if self._quote >= _LEAST_QUOTE else self._narrow(o)

    def _wide(self, o: Observation) -> Text:
        line = Text(f" {_GAP}{value(o):>{self._value}}", "bold green")
        for text, width in ((whose(o), self._whose), (when(o), self._when)):
            if width:
                line.append(f"{_GAP}{text:<{width}}", "default not bold")
        line.append(f"{_GAP}{o.certainty.value:<{len(Certainty.MEDIUM)}}", _style(o.certainty))
        if self._page:
            page = f"p.{o.evidence.page}" if o.evidence.page else ""
            line.append(f"{_GAP}{page:<{self._page}}", "not bold default")
        quote = _quote(o, self._width - line.cell_len - len(_GAP))
        return Text.assemble(line, _GAP, quote)

    def _narrow(self, o: Observation) -> list[Text]:
        page = f"p.{o.evidence.page}" if o.evidence.page else ""
        said = [text for text in (whose(o), when(o), o.certainty.value, page) if text]
        room = self._width - 2 - self._value
        rows = textwrap.wrap(_GAP + _GAP.join(said), room, subsequent_indent=_GAP) or [""]
        lines = [Text.assemble((f"  {value(o):>{self._value}}", "bold green"), rows[0])]
        lines += [Text(" " * (2 + self._value) + row) for row in rows[1:]]
        indent = " " * (4 + self._value)
        lines.append(Text.assemble(indent, _quote(o, self._width - len(indent))))
        return lines


def _style(certainty: Certainty) -> str:
    return {Certainty.HIGH: "dim not bold", Certainty.MEDIUM: "not bold default", Certainty.LOW: "not bold yellow"}[
        certainty
    ]


def _quote(o: Observation, width: int) -> Text:
    evidence = o.evidence
    start = max(0, evidence.number_start - evidence.char_start)
    return window(evidence.quote, start, start + evidence.number_end - evidence.number_start, width)


def _fates(console: Console, title: str, counts: Mapping[Fate, int]) -> None:
    """The counts of a ledger in as many columns as there is room for."""
    console.print(Text.assemble((title, "bold"), f": {sum(counts.values()):,}"), soft_wrap=False)
    cells = [
        (f"{count:>7,}  {FATES.get(fate) or fate.value.replace('_', ' ')}", fate) for fate, count in counts.items()
    ]
    if not cells:
        return
    width = max(len(text) for text, _ in cells) + 2
    columns = max(1, console.width // width)
    rows = -(-len(cells) // columns)
    for row in range(rows):
        line = Text()
        for text, fate in cells[row::rows]:
            style = {Fate.OBSERVATION: "green", Fate.UNEXPLAINED: "yellow"}.get(fate, "")
            line.append(f"{text:<{width}}", style)
        line.rstrip()
        console.print(line)


def _unexplained(console: Console, analysis: Analysis) -> None:
    """Each number without an explanation, in the words around it."""
    entries: Sequence[Entry] = analysis.ledger.unexplained
    text = analysis.document.text
    if entries:
        console.print()
        console.print(Text("Unexplained", "bold yellow"))
    for entry in entries:
        place = f"p.{entry.page}" if entry.page else f"@{entry.start}"
        lead = f"{place:>8}{_GAP}"
        room = console.width - len(lead)
        start, end = max(0, entry.start - room), min(len(text), entry.end + room)
        around = window(text[start:end], entry.start - start, entry.end - start, room)
        console.print(Text.assemble((lead, "dim"), around), no_wrap=True, overflow="ellipsis")
