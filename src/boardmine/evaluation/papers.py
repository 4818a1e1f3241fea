"""Which papers are to be judged, and what is read in them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from boardmine.analysis import analyse
from boardmine.errors import RecordError
from boardmine.evaluation.references import Reference
from boardmine.records import Observation


@dataclass(frozen=True, slots=True)
class Chosen:
    """The papers that have reference records, with the records of those papers; and the names of papers that have
    records but were not given."""

    files: tuple[Path, ...]
    references: tuple[Reference, ...]
    absent: tuple[str, ...]


def choose(files: Iterable[Path], references: Iterable[Reference]) -> Chosen:
    """Match files with records by file name without folder and ending.

    Raises RecordError where two files have one name, as a paper in two formats has: each alone may be judged.
    """
    references = tuple(references)
    wanted = dict.fromkeys(reference.doc for reference in references)
    given: dict[str, Path] = {}
    for file in files:
        if file.stem not in wanted:
            continue
        if file.stem in given:
            raise RecordError(f"{given[file.stem]} and {file} have the same name; reference records cannot tell which")
        given[file.stem] = file
    return Chosen(
        tuple(given.values()),
        tuple(reference for reference in references if reference.doc in given),
        tuple(name for name in wanted if name not in given),
    )


def observations_of(path: Path) -> tuple[Observation, ...]:
    """What a paper states. Raises an InputError. Gives less than an analysis, so that worker processes send less."""
    return analyse(path).observations
