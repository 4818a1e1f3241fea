"""Prints the answer to a query: as a table, or where that would be too wide as a sheet a row; as CSV; as JSON."""

from __future__ import annotations

import csv
import json
import re
import sys
from collections.abc import Sequence
from datetime import date, datetime, time
from decimal import Decimal
from itertools import islice
from typing import Any

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from boardmine.cli.screen import out
from boardmine.cli.text import counted, plain
from boardmine.store.query import Answer

SHOWN = 1_000
"""Rows that a table shows at most; CSV and JSON give all."""

_NARROWEST = 14
_NARROW_HEAD = 10
_NUMBER = re.compile(r"U?(?:TINY|SMALL|BIG|HUGE)?INT(?:EGER)?|DOUBLE|FLOAT|REAL|DECIMAL\(.*\)")


def as_csv(answer: Answer) -> None:
    """A head and a line a row; an empty field is NULL."""
    write = csv.writer(sys.stdout, lineterminator="\n").writerow
    write(answer.columns)
    for row in answer.rows:
        write(["" if value is None else _text(value) for value in row])


def as_json(answer: Answer) -> None:
    """An array with an object a row."""
    before = "[\n"
    for row in answer.rows:
        values = dict(zip(answer.columns, map(_json, row), strict=True))
        sys.stdout.write(before + json.dumps(values, ensure_ascii=False))
        before = ",\n"
    sys.stdout.write("[]\n" if before == "[\n" else "\n]\n")


def as_table(answer: Answer) -> None:
    """The first SHOWN rows, and how many there are."""
    console = out()
    rows = list(islice(answer.rows, SHOWN + 1))
    more = len(rows) > SHOWN
    _table(console, answer.columns, answer.types, rows[:SHOWN])
    said = f"the first {SHOWN:,} rows; --format csv gives all" if more else counted(len(rows), "row")
    console.print(Text(said, "dim"))


def show_rows(columns: Sequence[str], rows: Sequence[Sequence[Any]]) -> None:
    """A table of rows that are no answer to a query."""
    numeric = [all(isinstance(row[i], int | float) for row in rows) for i in range(len(columns))]
    _table(out(), columns, ["DOUBLE" if is_number else "VARCHAR" for is_number in numeric], rows)


def _table(console: Console, columns: Sequence[str], types: Sequence[str], values: Sequence[Sequence[Any]]) -> None:
    rows = [[None if v is None else plain(_text(v)) for v in row] for row in values]
    for heads in (list(columns), [_broken(name) for name in columns]):
        if _fits(console.width, heads, rows):
            _grid(console, heads, types, rows)
            break
    else:
        _sheets(console, columns, rows)


def _broken(name: str) -> str:
    """A column's name in lines that break behind underscores: `available_`, `for_work`."""
    lines = [""]
    for piece in re.findall(r"[^_]*_?", name):
        if lines[-1] and len(lines[-1]) + len(piece) > _NARROW_HEAD:
            lines.append("")
        lines[-1] += piece
    return "\n".join(lines)


def _fits(width: int, heads: Sequence[str], rows: Sequence[Sequence[str | None]]) -> bool:
    """Whether every column has as much room as it needs, or enough to break long text."""
    needs = [
        max(*map(len, head.split("\n")), min(max((len(row[i] or "-") for row in rows), default=0), _NARROWEST))
        for i, head in enumerate(heads)
    ]
    return sum(needs) + 2 * len(needs) <= width


def _grid(console: Console, heads: Sequence[str], types: Sequence[str], rows: Sequence[Sequence[str | None]]) -> None:
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, padding=(0, 1, 0, 0), show_edge=False, header_style="bold")
    for i, (head, kind) in enumerate(zip(heads, types, strict=True)):
        longest = max((len(row[i] or "") for row in rows), default=0)
        table.add_column(
            Text(head),
            justify="right" if _NUMBER.fullmatch(kind) else "left",
            overflow="fold",
            no_wrap=longest <= _NARROWEST,
            vertical="top",
        )
    for row in rows:
        table.add_row(*(Text("-", "dim") if text is None else Text(text) for text in row))
    console.print(table)


def _sheets(console: Console, columns: Sequence[str], rows: Sequence[Sequence[str | None]]) -> None:
    """Each row as lines of name and value."""
    lead = min(max(map(len, columns)), console.width // 2)
    for number, row in enumerate(rows, 1):
        console.print(Text(f"row {number}", "bold"))
        for name, text in zip(columns, row, strict=True):
            lines = Text("-" if text is None else text).wrap(console, console.width - lead - 2, overflow="fold")
            for i, line in enumerate(lines or [Text()]):
                line.rstrip()
                head = name[:lead] if i == 0 else ""
                shown = Text.assemble((f"{head:<{lead}}  ", "dim"), line)
                shown.rstrip()
                console.print(shown, no_wrap=True)


def _text(value: Any) -> str:
    """A value as text: dates as in ISO 8601, whole numbers without `.0`, a map as `a=b, c=d`."""
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    if isinstance(value, dict):
        return ", ".join(f"{key}={_text(item)}" for key, item in value.items())
    if isinstance(value, list | tuple):
        return ", ".join(map(_text, value))
    if isinstance(value, datetime):
        return value.isoformat(sep=" ", timespec="seconds")
    return str(value)


def _json(value: Any) -> Any:
    if isinstance(value, float):
        # JSON has no infinities.
        return (
            (int(value) if value.is_integer() and abs(value) < 1e15 else value) if abs(value) < float("inf") else None
        )
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, dict):
        return {_text(key): _json(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_json(item) for item in value]
    return value if isinstance(value, str | int | bool) or value is None else str(value)
