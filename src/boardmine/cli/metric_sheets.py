"""Shows people the catalogue: a list by family, and a sheet of one metric."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from itertools import groupby

from rich.console import Console
from rich.text import Text

from boardmine.catalogue import Catalogue, Metric
from boardmine.cli.screen import out
from boardmine.cli.text import counted

_TYPES = {
    "stock": "stock: true at a moment",
    "flow": "flow: counted over a period",
    "mean": "mean: an average or a length of time",
}


def show_list(catalogue: Catalogue, metrics: Sequence[Metric]) -> None:
    """One line a metric, under its family; below it, in a narrow terminal, what did not fit."""
    console = out()
    width = max((len(m.id) for m in metrics), default=0)
    for i, (name, of_family) in enumerate(groupby(metrics, key=lambda m: m.family)):
        family, found = catalogue.families[name], list(of_family)
        if i:
            console.print()
        console.print(Text.assemble((family.title, "bold cyan"), (f"  --family {name}", "dim")))
        _wrapped(console, family.about, "  ", "dim")
        for metric in found:
            head = f"  {metric.id:<{width}}  "
            about = metric.label + (f" (by {', '.join(metric.by)})" if metric.by else "")
            rows = textwrap.wrap(about, max(console.width - len(head), 20))
            for j, row in enumerate(rows):
                console.print(Text.assemble((head if not j else " " * len(head), "green"), row))
    console.print()
    console.print(Text(f"{counted(len(metrics), 'metric')}; `boardmine metrics NAME` tells everything of one", "dim"))


def show_one(catalogue: Catalogue, metric: Metric) -> None:
    """Everything about one metric."""
    console = out()
    console.print(Text.assemble((metric.label, "bold"), (f"  {metric.id}", "green")))
    _wrapped(console, metric.definition, "")
    console.print()
    facts = [
        ("family", catalogue.families[metric.family].title),
        ("type", _TYPES[metric.type]),
        ("units", ", ".join(unit.value for unit in metric.units)),
        ("source", metric.source or ""),
        ("year", "" if metric.calendar == "financial" else "2020/21 is an academic year"),
        ("rolling", counted(metric.rolling_months, "month") + " to the moment" if metric.rolling_months else ""),
        ("counts", f"the population {metric.counts}" if metric.counts else ""),
        ("part of", ", ".join(metric.of)),
        ("made of", " and ".join(metric.composed_of)),
    ]
    for name, said in facts:
        if said:
            _wrapped(console, said, f"{name:<9} ")
    for name in metric.by:
        dimension = catalogue.dimensions[name]
        said = ", ".join(dimension.members) if dimension.members else f"read from the numbers ({dimension.form})"
        _wrapped(console, f"{name}: {said}", f"{'by':<9} ")
    groups = {
        "words": [t for t in metric.terms if not t.weak and not t.counted],
        "counted": [t for t in metric.terms if t.counted],
        "weak": [t for t in metric.terms if t.weak],
    }
    notes = {"words": "", "counted": " (right behind a number)", "weak": " (where the subject is spoken of)"}
    for name, terms in groups.items():
        if terms:
            console.print()
            console.print(Text.assemble((name, "bold"), (notes[name], "dim")))
        for term in terms:
            implied = "".join(f"  {d}={m}" for d, m in term.by.items())
            _wrapped(console, term.text + implied, "  ")


def _wrapped(console: Console, text: str, lead: str, style: str = "") -> None:
    for i, row in enumerate(textwrap.wrap(text, max(console.width - len(lead), 20))):
        console.print(Text.assemble((" " * len(lead) if i else lead, "dim"), (row, style)))
