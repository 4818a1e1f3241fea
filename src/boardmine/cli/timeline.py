"""Draws the series of a metric in the terminal: a line a period, with a bar, the value, and what was said before."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from rich.console import Console
from rich.text import Text

from boardmine.catalogue import Metric
from boardmine.checks.phrases import number, when
from boardmine.cli.screen import out
from boardmine.cli.text import counted, day, plain
from boardmine.store.lookup import Stated

_UNITS = {"percent": "%", "per_10000": " per 10,000", "per_100000": " per 100,000", "days": " days", "ratio": " to 1"}
_BOUNDS = {"exact": "", "about": "~", "over": ">", "under": "<", "at_least": "≥", "at_most": "≤"}
_EIGHTHS = " ▏▎▍▌▋▊▉"
_WIDEST_BAR = 32
_LEAST_BAR = 8


def show_series(metric: Metric, statements: Sequence[Stated], left_out: int) -> None:
    """The series of a metric, each under its head; `left_out` is how many statements were not asked for."""
    console = out()
    console.print(Text.assemble((metric.label, "bold"), (f"  {metric.id}", "green")))
    if not statements:
        console.print(Text("nothing is stated of it", "dim"))
    for head, of_series in groupby(statements, key=_head):
        console.print()
        if head:
            console.print(Text(plain(head), "bold cyan"))
        _draw(console, list(of_series))
    if left_out:
        said = f"{counted(left_out, 'statement')} more: --by all and --area all show them"
        console.print(Text("\n" + said, "dim"))


def _head(s: Stated) -> str:
    unit = s.unit.replace("_", " ")
    area = "" if s.area == "authority" else s.area.replace("_", " ")
    role = "" if s.role == "actual" else s.role
    return ", ".join(part for part in (s.council or "", s.breakdown, area, role, unit) if part)


def _draw(console: Console, statements: Sequence[Stated]) -> None:
    figures = [list(of) for _, of in groupby(statements, key=lambda s: (s.period_start, s.period_end))]
    rows = [(newest, _otherwise(newest, of)) for of in figures if (newest := _newest(of))]
    labels = [_period(s) for s, _ in rows]
    values = [_value(s) for s, _ in rows]
    notes = [" ".join(filter(None, (f"({day(s.published)})" if s.published else "", more))) for s, more in rows]
    first, last = max(map(len, labels)), max(map(len, values))
    room = console.width - first - last - max(map(len, notes)) - 6
    bar = max(_LEAST_BAR, min(_WIDEST_BAR, room))
    top = max(abs(s.value) for s, _ in rows) or 1
    for (s, more), label, value, note in zip(rows, labels, values, notes, strict=True):
        line = Text.assemble(
            f"{label:<{first}}  ",
            (f"{_bar(abs(s.value) / top, bar):<{bar}}", "yellow" if more else "cyan"),
            f"  {value:>{last}}  ",
            (note, "yellow" if more else "dim"),
        )
        console.print(line, overflow="fold")


def _newest(of_figure: Sequence[Stated]) -> Stated | None:
    return next((s for s in of_figure if s.newest), None)


def _otherwise(newest: Stated, of_figure: Sequence[Stated]) -> str:
    """What papers of other dates said of the same figure, where it was something else."""
    others: dict[str, str] = {}
    for s in of_figure:
        if s.value != newest.value and s.published != newest.published:
            others.setdefault(_value(s), f"{_value(s)} on {day(s.published)}" if s.published else _value(s))
    return f"restated, was {', '.join(others.values())}" if others else ""


def _value(s: Stated) -> str:
    return f"{_BOUNDS[s.bound]}{number(s.value)}{_UNITS.get(s.unit, '')}"


def _period(s: Stated) -> str:
    return when((s.period_start, s.period_end)) if s.period_start and s.period_end else "no date"


def _bar(share: float, width: int) -> str:
    full, rest = divmod(round(share * width * 8), 8)
    return "█" * full + (_EIGHTHS[rest] if rest else "")
