"""What people decided in a review, as that by which extraction is judged.

Only the numbers that somebody decided about are judged: what was read of them now is right where it agrees with the
record that was decided on, and invented where the number was rejected. Of the rest of a paper nothing is known.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import duckdb

from boardmine.analysis import analyse
from boardmine.errors import InputError
from boardmine.evaluation.references import Reference
from boardmine.records import Basis, Kind, Observation, Role, Unit
from boardmine.store.rows import hash_of_text

Places = Sequence[tuple[int, int]]
"""Ranges of a document's text in which the numbers stand that were decided about."""


@dataclass(frozen=True, slots=True)
class Reviewed:
    """The papers that have decisions: by path, the name, the hash of the text and the places; and the records that were
    decided on."""

    papers: Mapping[str, tuple[str, str, Places]]
    references: tuple[Reference, ...]

    @property
    def names(self) -> set[str]:
        """The names of the papers."""
        return {name for name, _, _ in self.papers.values()}


def reviewed_in(connection: duckdb.DuckDBPyConnection) -> Reviewed:
    """What a store has of decisions whose words stand in their papers."""
    rows = connection.execute(
        "SELECT w.path, w.name, d.text_hash, d.number_start, d.number_end, d.after, d.quote, d.number, d.review "
        "FROM decisions AS d JOIN documents AS w ON w.id = d.document WHERE d.stands "
        "ORDER BY w.name, w.path, d.number_start"
    ).fetchall()
    papers: dict[str, tuple[str, str, list[tuple[int, int]]]] = {}
    references = []
    for path, name, text_hash, start, end, after, quote, number, review in rows:
        papers.setdefault(path, (name, text_hash, []))[2].append((start, end))
        if after is not None:
            references.append(
                Reference(
                    doc=name,
                    metric=after["metric"],
                    kind=Kind(after["kind"]),
                    value=after["value"],
                    unit=Unit(after["unit"]),
                    by=after["members"],
                    area=after["area"],
                    role=Role(after["role"]),
                    period_start=after["period_start"],
                    period_end=after["period_end"],
                    period_basis=Basis(after["period_basis"]),
                    baseline_start=after["baseline_start"],
                    baseline_end=after["baseline_end"],
                    quote=quote,
                    number=number,
                    place=f"decision {review}",
                )
            )
    return Reviewed(papers, tuple(references))


def reader_of(reviewed: Reviewed) -> partial[tuple[Observation, ...]]:
    """The worker function that reads a paper, given its path."""
    return partial(observations_at, papers=reviewed.papers)


def observations_at(path: Path, papers: Mapping[str, tuple[str, str, Places]]) -> tuple[Observation, ...]:
    """What is read now in a paper of the numbers that were decided about. Raises an InputError, also where the paper
    has another text than the one that the places are of."""
    _, text_hash, places = papers[str(path)]
    analysis = analyse(path)
    if hash_of_text(analysis.document.text) != text_hash:
        raise InputError(path, "has another text than when it was reviewed: ingest it again")
    return tuple(o for o in analysis.observations if _touches(o, places))


def _touches(observation: Observation, places: Iterable[tuple[int, int]]) -> bool:
    start, end = observation.evidence.number_start, observation.evidence.number_end
    return any(low < end and start < high for low, high in places)
