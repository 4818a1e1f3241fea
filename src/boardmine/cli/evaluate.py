"""`boardmine evaluate`: how far extraction can be trusted, by what people have read in the same papers."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from boardmine.cli.options import DATABASE, Database

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from boardmine.evaluation.judgement import Judgement
    from boardmine.records import Observation


class JudgementFormat(StrEnum):
    """How a judgement is printed."""

    TABLE = "table"
    JSON = "json"


def evaluate(
    paths: Annotated[
        list[Path] | None, typer.Argument(metavar="[PATH]...", help="Files, or folders with all that is in them.")
    ] = None,
    gold: Annotated[
        list[Path] | None,
        typer.Option("--gold", metavar="FILE...", help="Reference records, files of JSON lines (.jsonl)."),
    ] = None,
    reviews: Annotated[
        bool, typer.Option("--reviews", help="Judge by what was decided in boardmine review, without PATH and --gold.")
    ] = False,
    db: Database = DATABASE,
    form: Annotated[JudgementFormat, typer.Option("--format", help="How to print.")] = JudgementFormat.TABLE,
    errors: Annotated[
        bool, typer.Option("--errors", help="List what was missed, invented or read differently, with its words.")
    ] = False,
    save: Annotated[
        Path | None, typer.Option("--save", metavar="FILE", help="Keep this run, to compare a later one with.")
    ] = None,
    against: Annotated[
        Path | None, typer.Option("--against", metavar="FILE", help="Show what was gained and lost since a kept run.")
    ] = None,
    jobs: Annotated[
        int | None,
        typer.Option("--jobs", min=1, metavar="N", help="Read N files at a time. [default: one a processor]"),
    ] = None,
) -> None:
    """Judge what is read in papers by what people have read in them.

    An observation is found where a reference record has the same value in the same words; core where metric, kind and
    unit agree as well; strict where breakdown, area, role and the period that the words state do too. Precision is the
    share of the observations that agree, recall the share of the reference records, F1 their harmonic mean. Papers
    without reference records are not judged.

    With --reviews the papers are those of the database, and only numbers that somebody decided about are judged: what
    is read of a number that was rejected is invented, a number that was added may be missed.

    Of a certainty, precision is the share of its observations that agree, and recall the share of all reference
    records that it finds.
    """
    from boardmine.batch.reading import processors
    from boardmine.evaluation.changes import changes_between, load_run, run_of, save_run

    jobs = jobs or processors()
    before = load_run(against) if against else None
    if reviews:
        if paths or gold:
            raise typer.BadParameter("takes neither PATH nor --gold", param_hint="--reviews")
        judgement, failed = _by_reviews(db, jobs)
    else:
        # A shell expands `--gold gold/*.jsonl` to one option and several arguments.
        gold = [*(gold or ()), *(path for path in paths or () if path.suffix == ".jsonl")]
        papers = [path for path in paths or () if path.suffix != ".jsonl"]
        if not papers or not gold:
            raise typer.BadParameter("give papers and --gold, or --reviews", param_hint="PATH")
        judgement, failed = _judged(papers, gold, jobs)
    run = run_of(judgement.outcomes)
    changes = changes_between(before, run) if before is not None else None
    if form is JudgementFormat.JSON:
        from boardmine.cli.judgement_json import write
    else:
        from boardmine.cli.judgement_table import write
    write(judgement, run if errors else (), changes)
    if save:
        save_run(run, save)
    if failed:
        raise typer.Exit(1)


def _judged(papers: list[Path], gold: list[Path], jobs: int) -> tuple[Judgement, int]:
    """The judgement, and how many papers could not be read: all of their records are missed."""
    from boardmine.batch.discover import discover
    from boardmine.catalogue import catalogue
    from boardmine.cli.screen import complain
    from boardmine.cli.text import counted
    from boardmine.evaluation.judgement import judge
    from boardmine.evaluation.papers import choose, observations_of
    from boardmine.evaluation.references import load_references, unknown_metrics

    references = load_references(gold)
    for place, fault in unknown_metrics(references, catalogue()):
        complain(place, fault)
    chosen = choose(discover(papers).files, references)
    if not chosen.files:
        raise typer.BadParameter("none of the papers has reference records", param_hint="PATH")
    if chosen.absent:
        names = ", ".join(chosen.absent[:3]) + (" ..." if len(chosen.absent) > 3 else "")
        complain("not judged", f"{counted(len(chosen.absent), 'paper')} with reference records not given ({names})")
    observations, failed = _read(observations_of, chosen.files, jobs)
    return judge(chosen.references, observations, catalogue()), failed


def _by_reviews(db: Path, jobs: int) -> tuple[Judgement, int]:
    """The same by what was decided in a review."""
    from boardmine.catalogue import catalogue
    from boardmine.evaluation.judgement import judge
    from boardmine.evaluation.reviewed import reader_of, reviewed_in
    from boardmine.store.connect import reading

    with reading(db) as connection:
        found = reviewed_in(connection)
    if not found.papers:
        raise typer.BadParameter(f"nothing was reviewed in {db}; boardmine review opens it", param_hint="--reviews")
    observations, failed = _read(reader_of(found), [Path(path) for path in found.papers], jobs)
    return judge(found.references, observations, catalogue(), found.names), failed


def _read(
    function: Callable[[Path], tuple[Observation, ...]], files: Sequence[Path], jobs: int
) -> tuple[list[Observation], int]:
    """What a function reads in files, in their order, and how many could not be read."""
    from boardmine.batch.work import run
    from boardmine.cli.screen import complain
    from boardmine.store.rows import Reject

    read = {}
    failed = 0
    for outcome in run(function, files, jobs):
        if isinstance(outcome.result, Reject):
            complain(outcome.path, outcome.result.reason)
            failed += 1
        else:
            read[outcome.path] = outcome.result
    return [observation for path in files for observation in read.get(path, ())], failed
