"""Prints findings: as a list by severity, as CSV, as JSON."""

from __future__ import annotations

import csv
import json
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict
from itertools import groupby

from rich.console import Console
from rich.text import Text

from boardmine.cli.screen import out
from boardmine.cli.text import counted, day, plain
from boardmine.store.lookup import SEVERITIES, Found

_STYLES = {"error": "bold red", "warning": "bold yellow", "note": "bold cyan"}


def as_table(found: Sequence[Found], quotes: bool = False) -> None:
    """A list under each severity, worst first; then how many there are."""
    console = out()
    for severity, some in groupby(found, key=lambda f: f.severity):
        of_severity = list(some)
        console.print(Text(counted(len(of_severity), severity), _STYLES[severity]))
        for finding in of_severity:
            show(console, finding, quotes)
        console.print()
    counts = Counter(f.severity for f in found)
    said = ", ".join(counted(counts[s], s) for s in SEVERITIES)
    console.print(Text(f"{counted(len(found), 'finding')}: {said}", "dim"))


def show(console: Console, finding: Found, quotes: bool) -> None:
    """One finding: what is wrong, and where it stands."""
    indented(console, Text(plain(finding.message)), 2)
    if quotes:
        for s in finding.statements:
            page = f", page {s.page}" if s.page else ""
            published = f", {day(s.published)}" if s.published else ""
            lead = Text(f"{s.document}{page}{published}: ", "dim")
            indented(console, Text.assemble(lead, plain(s.quote)), 4)
    else:
        places = Counter(f"{s.document}{f' p. {s.page}' if s.page else ''}" for s in finding.statements)
        indented(console, Text(f"{finding.kind}  {', '.join(places)}", "dim"), 4)


def indented(console: Console, text: Text, indent: int) -> None:
    """Text in lines that all begin so many columns in."""
    for line in text.wrap(console, max(console.width - indent, 20)):
        line.rstrip()
        console.print(Text(" " * indent).append_text(line), no_wrap=True)


def as_csv(found: Sequence[Found]) -> None:
    """A head and a line a finding."""
    write = csv.writer(sys.stdout, lineterminator="\n").writerow
    write(["severity", "kind", "council", "metric", "message", "observations", "id"])
    for f in found:
        names = " ".join(s.observation for s in f.statements)
        write([f.severity, f.kind, f.council or "", f.metric, f.message, names, f.id])


def as_json(found: Sequence[Found]) -> None:
    """An array with an object a finding, the statements with their quotes in it."""
    sys.stdout.write(json.dumps([asdict(f) for f in found], default=str, ensure_ascii=False, indent=2) + "\n")
