"""Prints records: as a table for people, as JSON lines, JSON or CSV for programs."""

from __future__ import annotations

import csv
import json
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from types import TracebackType
from typing import Any, Protocol, Self

from boardmine.analysis import Analysis
from boardmine.checks.ledger import Fate
from boardmine.cli.options import RecordFormat
from boardmine.records import Observation
from boardmine.store.rows import breakdown

RECORD_KEYS = (
    *("doc", "metric", "kind", "value", "unit", "by", "area", "role", "bound"),
    *("period_start", "period_end", "period_basis", "baseline_start", "baseline_end"),
    *("quote", "page", "char_start", "char_end", "section", "bbox"),
    *("part", "certainty", "reason", "number", "number_start", "number_end"),
)
"""The keys of a record in the order in which they are printed: those of the specification first."""

LEDGER_KEYS = ("doc", "number", "fate", "counts", "page", "start", "end", "before", "after")
"""The keys of an entry of the ledger."""

_AROUND = 60


class Writer(Protocol):
    """Takes analyses one by one and prints the observations asked for; used as a context."""

    def __call__(self, analysis: Analysis, observations: Sequence[Observation]) -> None:
        """Print what one paper says."""

    def __enter__(self) -> Self:
        """Print what comes first."""

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        """Print what comes last."""


def writer_for(form: RecordFormat, ledger: bool) -> Writer:
    """The writer of a format. With `ledger`, programs are given the entries of the ledger in place of records, and
    people the unexplained numbers after them."""
    if form is RecordFormat.TABLE:
        from boardmine.cli.found import TableWriter

        return TableWriter(ledger)
    return RowWriter(form, ledger)


class RowWriter:
    """Prints one row an observation, or one an entry of the ledger, as soon as a paper is read."""

    def __init__(self, form: RecordFormat, ledger: bool) -> None:
        self._form = form
        self._ledger = ledger
        self._keys = LEDGER_KEYS if ledger else RECORD_KEYS
        self._csv = csv.DictWriter(sys.stdout, self._keys, lineterminator="\n")
        self._count = 0

    def __enter__(self) -> Self:
        if self._form is RecordFormat.CSV:
            self._csv.writeheader()
        return self

    def __call__(self, analysis: Analysis, observations: Sequence[Observation]) -> None:
        """Print what one paper says."""
        for row in entries(analysis) if self._ledger else map(record, observations):
            self._write(row)

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        if self._form is RecordFormat.JSON:
            sys.stdout.write("\n]\n" if self._count else "[]\n")

    def _write(self, row: Mapping[str, Any]) -> None:
        if self._form is RecordFormat.CSV:
            self._csv.writerow({key: _text(value) for key, value in row.items()})
        else:
            line = json.dumps(row, ensure_ascii=False)
            before = "" if self._form is RecordFormat.JSONL else ",\n" if self._count else "[\n"
            sys.stdout.write(f"{before}{line}" + ("\n" if self._form is RecordFormat.JSONL else ""))
        self._count += 1


def record(observation: Observation) -> dict[str, Any]:
    """An observation as one flat object of JSON values; whole numbers are written without `.0`."""
    flat = observation.flat()
    value = flat["value"]
    flat["value"] = int(value) if float(value).is_integer() else value
    return {key: flat[key] for key in RECORD_KEYS}


def entries(analysis: Analysis) -> Iterator[dict[str, Any]]:
    """The ledger of a paper: each number, its fate, what it counts where it counts something else, where it stands,
    and the text before and after it."""
    text = analysis.document.text
    for entry in analysis.ledger.entries:
        yield {
            "doc": analysis.document.name,
            "number": entry.text,
            "fate": entry.fate.value,
            "counts": entry.note or None,
            "page": entry.page,
            "start": entry.start,
            "end": entry.end,
            "before": text[max(0, entry.start - _AROUND) : entry.start],
            "after": text[entry.end : entry.end + _AROUND],
        }


def total(ledgers: Sequence[Mapping[Fate, int]]) -> Counter[Fate]:
    """The counts of several ledgers together."""
    return sum((Counter(ledger) for ledger in ledgers), Counter[Fate]())


def _text(value: Any) -> Any:
    if isinstance(value, dict):
        return breakdown(value)
    if isinstance(value, list | tuple):
        return " ".join(map(str, value))
    return value
