"""Prints everything about one observation."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.text import Text

from boardmine.checks.phrases import number, when
from boardmine.cli.findings import indented, show
from boardmine.cli.screen import out
from boardmine.cli.text import counted, day, plain
from boardmine.store.lookup import Found, Stated

_LEAD = 9
_AROUND = 240
"""Characters of the paper before and behind the quote."""
_BASES = {
    "stated": "the words give the dates",
    "relative": "the words and the date of the paper give it",
    "context": "taken over from what stands above",
    "document": "nothing is said, so the date of the paper",
}


def show_explanation(
    found: Mapping[str, Any], text: str | None, same: Sequence[Stated], findings: Sequence[Found]
) -> None:
    """An observation as `lookup.observation` gives it, the text of its paper where it can be had, what else is stated
    of the same figure, and the findings about it."""
    console = out()
    unit = "" if found["unit"] == "count" else f" {found['unit'].replace('_', ' ')}"
    bound = "" if found["bound"] == "exact" else f"{found['bound'].replace('_', ' ')} "
    sign = "+" if found["kind"] == "change" and found["value"] > 0 else ""
    head = f"{bound}{sign}{number(found['value'], 4)}{unit}"
    more = f"  {plain(found['breakdown'])}" if found["breakdown"] else ""
    console.print(Text.assemble((head, "bold"), (f"  {found['metric']}", "green"), more))
    _facts(console, found)
    console.print()
    _quote(console, found, text)
    others = [s for s in same if s.observation != f"{found['document']}/{found['position']}"]
    if others:
        console.print(Text(f"\nstated {counted(len(others), 'other time')}", "bold"))
        for s in others:
            name = f"{plain(s.document)}/{s.observation.rpartition('/')[2]}"
            page = f"  page {s.page}" if s.page else ""
            published = day(s.published) if s.published else "no date"
            console.print(Text(f"  {number(s.value, 4)}  {published}  {name}{page}"))
    if findings:
        console.print(Text(f"\n{counted(len(findings), 'finding')}", "bold"))
        for finding in findings:
            console.print(Text(f"  {finding.severity}", "bold yellow"))
            show(console, finding, quotes=True)


def _facts(console: Console, found: Mapping[str, Any]) -> None:
    start, end = found["period_start"], found["period_end"]
    baseline = found["baseline_start"], found["baseline_end"]
    box = found["box_x0"], found["box_top"], found["box_x1"], found["box_bottom"]
    facts = {
        "period": f"{when((start, end)) if start else 'unknown'}: {_BASES[found['period_basis']]}",
        "against": when(baseline) if baseline[0] else "",
        "area": found["area"].replace("_", " "),
        "role": "" if found["role"] == "actual" else found["role"],
        "read": f"{found['reason']} (certainty {found['certainty']})",
        "paper": ", ".join(filter(None, (found["council"], found["body"], found["part_title"] or found["title"]))),
        "date": day(found["published"]) if found["published"] else "none",
        "file": _near(found["path"]),
        "place": (f"page {found['page']}, " if found["page"] else "")
        + f"characters {found['char_start']} to {found['char_end']}"
        + (f", box {', '.join(number(x, 1) for x in box)}" if box[0] is not None else ""),
        "section": found["section"] or "",
        "source": found["url"] or "",
    }
    for name, said in facts.items():
        if said:
            lines = Text(plain(str(said))).wrap(console, console.width - _LEAD, no_wrap=name == "file")
            for i, line in enumerate(lines):
                line.rstrip()
                head = (f"{name if i == 0 else '':<{_LEAD}}", "dim")
                console.print(Text.assemble(head, line), soft_wrap=True)


def _near(path: str) -> str:
    """A path from the current folder on, where it is in it."""
    here = Path.cwd()
    return str(Path(path).relative_to(here)) if Path(path).is_relative_to(here) else path


def _quote(console: Console, found: Mapping[str, Any], text: str | None) -> None:
    start, end = found["char_start"], found["char_end"]
    low, high = found["number_start"], found["number_end"]
    if text is None or text[low:high] != found["number"]:
        quote = found["quote"]
        indented(console, Text(plain(quote)), 2)
        console.print(Text("  (the file is not there any more, or has changed: only the quote is left)", "dim"))
        return
    shown = Text.assemble(
        (("…" if start > _AROUND else "") + plain("|" + text[max(0, start - _AROUND) : start] + "|")[1:-1], "dim"),
        plain("|" + text[start:low] + "|")[1:-1],
        (plain(text[low:high]), "bold reverse"),
        plain("|" + text[high:end] + "|")[1:-1],
        (plain("|" + text[end : end + _AROUND] + "|")[1:-1] + ("…" if end + _AROUND < len(text) else ""), "dim"),
    )
    indented(console, shown, 2)
