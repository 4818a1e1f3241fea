"""`boardmine diff`: what changed between two runs."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, Annotated, Any

import typer

from boardmine.cli.options import DATABASE, AnswerFormat, Database

if TYPE_CHECKING:
    from boardmine.store.revisions import Difference, Revision

_SIGNS = {"added": ("+", "green"), "gone": ("-", "red")}


def diff(
    earlier: Annotated[int, typer.Argument(metavar="RUN", help="Number of the earlier run: column id of table runs.")],
    later: Annotated[int, typer.Argument(metavar="RUN", help="Number of the later run.")],
    db: Database = DATABASE,
    form: Annotated[AnswerFormat, typer.Option("--format", help="How to print.")] = AnswerFormat.TABLE,
) -> None:
    """Show what a database says after a run and did not say after an earlier one.

    Statements that came (+) and went (-) in papers that were read again, because they or the rules had changed; and
    how many papers were read for the first time.
    """
    from boardmine.store.connect import reading
    from boardmine.store.revisions import difference

    with reading(db) as connection:
        found = difference(connection, earlier, later)
    if form is AnswerFormat.JSON:
        _as_json(found)
    elif form is AnswerFormat.CSV:
        _as_csv(found)
    else:
        _as_text(found, earlier, later)


def _as_text(found: Difference, earlier: int, later: int) -> None:
    from itertools import groupby

    from rich.text import Text

    from boardmine.cli.screen import out
    from boardmine.cli.text import counted, plain

    console = out()
    before, after = found.rules
    changed = "the same rules" if before == after else f"rules {before} and {after}"
    console.print(Text(f"run {earlier} and run {later}, {changed}", "bold"), soft_wrap=True)
    for document, revisions in groupby(found.revisions, key=lambda r: r.document):
        console.print(Text(plain(document), "bold"), soft_wrap=True)
        for revision in revisions:
            sign, style = _SIGNS[revision.change]
            text = Text.assemble((f"  {sign} {_statement(revision)}", style), (f"  {_quote(revision)}", "dim"))
            console.print(text, soft_wrap=True)
    first = [d for d in found.documents if d.first]
    again = [d for d in found.documents if not d.first]
    added = sum(r.times for r in found.revisions if r.change == "added")
    gone = sum(r.times for r in found.revisions if r.change == "gone")
    console.print(
        Text(
            f"{counted(len(again), 'paper')} read again: {counted(added, 'statement')} came, {gone:,} went; "
            f"{counted(len(first), 'paper')} new, with {counted(sum(d.observations for d in first), 'observation')}",
            "dim",
        ),
        soft_wrap=True,
    )


def _statement(revision: Revision) -> str:
    """`cla.count (age=16-17) 412 count, 30 Jun 2023`."""
    from boardmine.cli.text import day

    said = revision.statement
    value = f"{said['value']:,g}" if abs(said["value"]) < 1e6 else f"{said['value']:,.0f}"
    words = [said["metric"], f"({said['breakdown']})" if said["breakdown"] else "", value, said["unit"]]
    if said["kind"] != "level":
        words.append(said["kind"])
    if said["area"] != "authority":
        words.append(said["area"])
    if said["role"] != "actual":
        words.append(said["role"])
    if revision.period:
        start, end = revision.period
        words.append(day(end) if start == end else f"{day(start)} - {day(end)}")
    if revision.times > 1:
        words.append(f"({revision.times} times)")
    return " ".join(word for word in words if word)


def _quote(revision: Revision) -> str:
    from boardmine.cli.text import plain

    where = f"p. {revision.page}: " if revision.page else ""
    quote = plain(revision.statement["quote"])
    return where + (quote if len(quote) <= 90 else f"{quote[:89]}…")


def _rows(found: Difference) -> list[dict[str, Any]]:
    return [
        {"document": r.document, "change": r.change, "times": r.times, "page": r.page, **r.statement}
        for r in found.revisions
    ]


def _as_csv(found: Difference) -> None:
    import csv

    from boardmine.store.state import statement_columns

    names = ["document", "change", "times", "page", *statement_columns()]
    writer = csv.DictWriter(sys.stdout, names, lineterminator="\n")
    writer.writeheader()
    writer.writerows(_rows(found))


def _as_json(found: Difference) -> None:
    from dataclasses import asdict

    said = {
        "rules": found.rules,
        "documents": [asdict(document) for document in found.documents],
        "revisions": _rows(found),
    }
    sys.stdout.write(json.dumps(said, default=str, ensure_ascii=False, indent=2) + "\n")
