"""How well each council's papers are read: the judgement of `boardmine evaluate`, council by council, and its spread.

    python benchmarks/councils.py PAPER_OR_FOLDER... --gold FILE...      prints a Markdown table

Rules that know how claims are shaped read all councils alike; rules that recite one council's sentences read that one
well and the others badly. The spread shows which. Leaving one council out, as one does with a model that is trained,
comes here to the same as judging it alone: nothing is fitted to reference records by a program, so the rules that read
a council are the same whether its records are there or not. Nor is the spread proof for councils not yet seen: whoever
wrote the rules had some of these papers before them. Only papers that were kept from them can give that.

A paper's council is the one that its sidecar or its own words name. Precision and recall of a council are over all of
its records together. Quartiles are of councils, each counting once, however many records it has: one of two records
says little. A council whose records are all optional has no row, but what was invented in its papers counts in all.
"""

from __future__ import annotations

import argparse
import statistics
from collections.abc import Mapping, Sequence
from pathlib import Path

from boardmine.analysis import analyse
from boardmine.batch.discover import discover
from boardmine.batch.work import run
from boardmine.catalogue import catalogue
from boardmine.evaluation import Reference, Tally, choose, judge, load_references
from boardmine.evaluation.judgement import LEVELS
from boardmine.extractors.extract import place_of
from boardmine.records import Observation
from boardmine.store.rows import Reject

UNKNOWN = "(not named)"


def read(path: Path) -> tuple[str, tuple[Observation, ...]]:
    """The council and the observations of a paper."""
    said = analyse(path)
    council = next((part.council for part in said.parts if part.council), "")
    return place_of(council) or UNKNOWN, said.observations


def judge_councils(paths: Sequence[Path], gold: Sequence[Path], jobs: int) -> dict[str, Tally]:
    """The tally of each council, by name; raises SystemExit where a paper cannot be read."""
    chosen = choose(discover(paths).files, load_references(gold))
    if chosen.absent:
        raise SystemExit(f"papers with reference records are missing: {', '.join(chosen.absent)}")
    references: dict[str, list[Reference]] = {}
    observations: dict[str, list[Observation]] = {}
    for outcome in run(read, chosen.files, jobs):
        if isinstance(outcome.result, Reject):
            raise SystemExit(f"{outcome.path}: {outcome.result.reason}")
        council, found = outcome.result
        observations.setdefault(council, []).extend(found)
        references.setdefault(council, []).extend(r for r in chosen.references if r.doc == outcome.path.stem)
    return {name: judge(references[name], observations[name], catalogue()).all for name in sorted(references)}


def spread(tallies: Mapping[str, Tally]) -> list[tuple[str, list[float]]]:
    """The F1 of each level at the least, the quartiles and the greatest of the councils with records, two at least."""
    columns = []
    for level in LEVELS:
        values = [tally.rates(level).f1 for tally in tallies.values() if tally.references]
        columns.append([min(values), *statistics.quantiles(values, n=4, method="inclusive"), max(values)])
    names = ("minimum", "lower quartile", "median", "upper quartile", "maximum")
    return [(name, [column[i] for column in columns]) for i, name in enumerate(names)]


def markdown(tallies: Mapping[str, Tally]) -> list[str]:
    """The lines of the table: the councils with the worst first, all together, the spread."""
    lines = ["| council | records | found F1 | core F1 | strict F1 |", "| --- | ---: | ---: | ---: | ---: |"]

    def row(name: str, records: str, rates: Sequence[float]) -> None:
        lines.append(f"| {name} | {records} | " + " | ".join(f"{rate:.3f}" for rate in rates) + " |")

    whole = Tally()
    for name, tally in sorted(tallies.items(), key=lambda item: (item[1].rates("strict").f1, item[0])):
        if tally.references:
            row(name, f"{tally.references}", [tally.rates(level).f1 for level in LEVELS])
        whole.references += tally.references
        whole.observations += tally.observations
        whole.agreeing.update(tally.agreeing)
    row("**all together**", f"{whole.references}", [whole.rates(level).f1 for level in LEVELS])
    judged = sum(tally.references > 0 for tally in tallies.values())
    if judged > 1:
        for name, rates in spread(tallies):
            row(f"*{name} of {judged} councils*", "", rates)
    return lines


def main() -> None:
    """Read the arguments, judge, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("papers", nargs="+", type=Path, help="papers, or folders of papers")
    parser.add_argument("--gold", nargs="+", type=Path, required=True, help="reference records as JSON lines")
    parser.add_argument("--jobs", type=int, default=1, help="papers read at a time")
    arguments = parser.parse_args()
    tallies = judge_councils(arguments.papers, arguments.gold, arguments.jobs)
    print("\n".join(markdown(tallies)))


if __name__ == "__main__":
    main()
