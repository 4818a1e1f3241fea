"""Finds for each reference record the observation that is about the same number."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from boardmine.catalogue import Catalogue
from boardmine.evaluation.agreement import CORE_FIELDS, SAME_VALUE, SAME_WORDS, Field, overlap, slips, words
from boardmine.evaluation.references import Reference
from boardmine.records import Observation


class Verdict(StrEnum):
    """What became of a reference record, or of an observation that has none."""

    STRICT = "strict"
    DIFFERS = "differs"
    MISSED = "missed"
    INVENTED = "invented"


@dataclass(frozen=True, slots=True)
class Outcome:
    """A reference record with its observation, or one of them alone, and the fields in which they differ."""

    reference: Reference | None
    observation: Observation | None
    slips: tuple[Field, ...] = ()

    @property
    def verdict(self) -> Verdict:
        """`missed` is a reference alone, `invented` an observation alone."""
        if self.observation is None:
            return Verdict.MISSED
        if self.reference is None:
            return Verdict.INVENTED
        return Verdict.DIFFERS if self.slips else Verdict.STRICT

    @property
    def found(self) -> bool:
        """Whether the same number was read in the same place."""
        return self.reference is not None and self.observation is not None

    @property
    def core(self) -> bool:
        """Whether metric, kind and unit agree too."""
        return self.found and CORE_FIELDS.isdisjoint(self.slips)

    @property
    def strict(self) -> bool:
        """Whether all fields agree."""
        return self.found and not self.slips

    @property
    def doc(self) -> str:
        """The paper's name."""
        return self._said.doc

    @property
    def metric(self) -> str:
        """What it is about: the reference's metric where there is a reference."""
        return self._said.metric

    @property
    def _said(self) -> Reference | Observation:
        said = self.reference or self.observation
        assert said is not None, "an outcome is of something"
        return said


class _Candidate(NamedTuple):
    """A pair that could be; the least is the best. What agrees in metric, kind and unit comes before what does not."""

    distance: int
    apart: float
    optional: bool
    reference: int
    observation: int
    slips: tuple[Field, ...]


def pair(
    references: Sequence[Reference],
    observations: Iterable[Observation],
    catalogue: Catalogue,
    papers: Collection[str] = (),
) -> tuple[Outcome, ...]:
    """Pair one to one, the best agreement first; then what is left over, references in their order first.

    Observations of papers without reference records are left out, unless they are named in `papers`, and so are pairs
    and leftovers of optional records.
    """
    papers = {*papers, *(reference.doc for reference in references)}
    judged = [observation for observation in observations if observation.doc in papers]
    paired: dict[int, _Candidate] = {}
    taken: set[int] = set()
    for candidate in sorted(_candidates(references, judged, catalogue)):
        if candidate.reference not in paired and candidate.observation not in taken:
            paired[candidate.reference] = candidate
            taken.add(candidate.observation)
    outcomes = []
    for i, reference in enumerate(references):
        if reference.optional:
            continue
        found = paired.get(i)
        observation = judged[found.observation] if found else None
        outcomes.append(Outcome(reference, observation, found.slips if found else ()))
    outcomes += [Outcome(None, observation) for j, observation in enumerate(judged) if j not in taken]
    return tuple(outcomes)


def _candidates(
    references: Sequence[Reference], observations: Sequence[Observation], catalogue: Catalogue
) -> Iterator[_Candidate]:
    said = [words(observation.evidence.quote) for observation in observations]
    of_paper: dict[str, list[int]] = defaultdict(list)
    for j, observation in enumerate(observations):
        of_paper[observation.doc].append(j)
    for i, reference in enumerate(references):
        metric = catalogue.metrics.get(reference.metric)
        flow = metric is not None and metric.type == "flow"
        own = words(reference.quote)
        for j in of_paper[reference.doc]:
            if abs(observations[j].value - reference.value) >= SAME_VALUE:
                continue
            near = overlap(own, said[j])
            if near < SAME_WORDS:
                continue
            wrong = slips(observations[j], reference, flow=flow)
            strange = 0 if CORE_FIELDS.isdisjoint(wrong) else 5
            yield _Candidate(len(wrong) + strange, -near, reference.optional, i, j, wrong)
