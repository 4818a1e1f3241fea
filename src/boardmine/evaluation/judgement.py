"""Precision and recall of observations against reference records: in all, by family, paper and certainty."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal, get_args

from boardmine.catalogue import Catalogue
from boardmine.evaluation.agreement import Field
from boardmine.evaluation.pairing import Outcome, pair
from boardmine.evaluation.references import Reference
from boardmine.records import Certainty, Observation

Level = Literal["found", "core", "strict"]
LEVELS: tuple[Level, ...] = get_args(Level)
"""How much must agree, from the least to the most."""

NO_FAMILY = "?"
"""Stands for the family of a metric that the catalogue does not have."""


@dataclass(frozen=True, slots=True)
class Rates:
    """Shares from 0 to 1. A share of nothing is 0."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


@dataclass(slots=True)
class Tally:
    """Counts of reference records and observations, and of the pairs that agree at each level."""

    references: int = 0
    observations: int = 0
    agreeing: Counter[Level] = field(default_factory=Counter)

    def add(self, outcome: Outcome) -> None:
        """Count an outcome."""
        self.references += outcome.reference is not None
        self.observations += outcome.observation is not None
        self.agreeing.update(level for level in LEVELS if getattr(outcome, level))

    def rates(self, level: Level) -> Rates:
        """Precision is of the observations, recall of the reference records."""
        agreeing = self.agreeing[level]
        return Rates(
            agreeing / self.observations if self.observations else 0.0,
            agreeing / self.references if self.references else 0.0,
        )


@dataclass(frozen=True, slots=True)
class Judgement:
    """What came of all reference records and of all observations in their papers.

    In `certainty` the precision of a level is the share of the level's observations that agree with a reference record,
    its recall the share of *all* reference records that observations of the level find: what one gets who takes this
    level alone. Observations of optional records count nowhere.
    """

    outcomes: tuple[Outcome, ...]
    all: Tally
    families: Mapping[str, Tally]
    papers: Mapping[str, Tally]
    certainty: Mapping[Certainty, Tally]
    slips: Mapping[Field, int]


def judge(
    references: Sequence[Reference],
    observations: Iterable[Observation],
    catalogue: Catalogue,
    also: Collection[str] = (),
) -> Judgement:
    """Hold observations against reference records. Only papers that have some are judged, and those named in `also`;
    families come in the order of the catalogue, papers in that of the records, slips with the most frequent first."""
    outcomes = pair(references, observations, catalogue, also)
    whole = Tally()
    families: dict[str, Tally] = defaultdict(Tally)
    papers: dict[str, Tally] = {name: Tally() for name in [*(r.doc for r in references), *sorted(also)]}
    for outcome in outcomes:
        metric = catalogue.metrics.get(outcome.metric)
        for tally in (whole, families[metric.family if metric else NO_FAMILY], papers[outcome.doc]):
            tally.add(outcome)
    slips = Counter(slip for outcome in outcomes for slip in outcome.slips)
    order = [*(family for family in catalogue.families if family in families), NO_FAMILY]
    return Judgement(
        outcomes,
        whole,
        {family: families[family] for family in order if family in families},
        papers,
        {level: _of_level(outcomes, level, whole.references) for level in Certainty},
        dict(slips.most_common()),
    )


def _of_level(outcomes: Iterable[Outcome], level: Certainty, references: int) -> Tally:
    tally = Tally()
    for outcome in outcomes:
        if outcome.observation is not None and outcome.observation.certainty is level:
            tally.add(outcome)
    tally.references = references
    return tally
