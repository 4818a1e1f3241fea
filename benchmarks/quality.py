"""How much of the reference records is read, by the format of the papers.

    BOARDMINE_CORPUS=FOLDER python benchmarks/quality.py [--write README.md]

Prints a table in Markdown: precision, recall and F1 of strict agreement, as `boardmine evaluate` defines them. With
`--write` the table replaces the one between the lines `<!-- quality -->` and `<!-- /quality -->` of a file.
"""

from __future__ import annotations

import argparse
import os
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from boardmine.batch.discover import discover
from boardmine.batch.work import run
from boardmine.catalogue import catalogue
from boardmine.evaluation import Judgement, Tally, choose, judge, load_references, observations_of
from boardmine.store.rows import Reject

FIRST = ("demand", "permanence", "neet")
PAPERS = {
    "five agenda packs, minutes and reports of one council, as text": ("seeds", "seeds"),
    "the same as published: PDF, DOCX, HTML": ("rendered", "seeds"),
    "extracts of minutes and reports of more than twenty councils, as text": ("pages", "pages"),
    "extracts of inspection reports, PDF": ("ofsted", "ofsted"),
}
"""By what they are: the folder of the papers and the name of the file of reference records."""


def judged(corpus: Path, folder: str, gold: str) -> Judgement:
    """The judgement of the papers of a folder."""
    chosen = choose(discover([corpus / folder]).files, load_references([corpus / "gold" / f"{gold}.jsonl"]))
    read = {outcome.path: outcome.result for outcome in run(observations_of, chosen.files, os.cpu_count() or 1)}
    for path, result in read.items():
        if isinstance(result, Reject):
            sys.stderr.write(f"{path}: {result.reason}\n")
    found = [o for path in chosen.files if not isinstance(said := read[path], Reject) for o in said]
    return judge(chosen.references, found, catalogue())


def together(judgement: Judgement, families: tuple[str, ...]) -> Tally:
    """Several families as one."""
    whole = Tally()
    for family in families:
        tally = judgement.families.get(family, Tally())
        whole.references += tally.references
        whole.observations += tally.observations
        whole.agreeing.update(tally.agreeing)
    return whole


def table(corpus: Path) -> Iterator[str]:
    """The lines of the table."""
    yield "| papers | families | records | precision | recall | F1 |"
    yield "| --- | --- | ---: | ---: | ---: | ---: |"
    for about, (folder, gold) in PAPERS.items():
        judgement = judged(corpus, folder, gold)
        for name, tally in ((", ".join(FIRST), together(judgement, FIRST)), ("all", judgement.all)):
            rates = tally.rates("strict")
            figures = f"{rates.precision:.3f} | {rates.recall:.3f} | {rates.f1:.3f}"
            yield f"| {about} | {name} | {tally.references:,} | {figures} |"


def main() -> None:
    """Judge and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", type=Path, metavar="FILE")
    target = parser.parse_args().write
    corpus = os.environ.get("BOARDMINE_CORPUS")
    if not corpus:
        sys.exit("BOARDMINE_CORPUS does not say where the reference documents are")
    lines = "\n".join(table(Path(corpus)))
    if target is None:
        sys.stdout.write(lines + "\n")
        return
    text = target.read_text(encoding="utf-8")
    marked = re.compile(r"(?<=<!-- quality -->\n).*?(?=<!-- /quality -->)", re.DOTALL)
    target.write_text(marked.sub(lambda _: lines + "\n", text, count=1), encoding="utf-8")


if __name__ == "__main__":
    main()
