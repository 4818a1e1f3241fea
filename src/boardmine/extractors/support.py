"""What is being spoken of: decides between the meanings of a term, and whether a weak term may count."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from boardmine.catalogue.model import Catalogue, Metric
from boardmine.extractors.claims import LABELS, Scope
from boardmine.extractors.sentence import Sentence
from boardmine.language.annotate import Annotated
from boardmine.language.mentions import Mention, Reading, TermMention, Use
from boardmine.records import Kind, Unit

CHILDRENS_SERVICES = "children_services"
"""The population of the vocabulary that marks a paper about services for children."""

CORPORATE_PARENTING = "corporate_parenting"
"""The population of the vocabulary that marks a paper about the children whom the council looks after."""

REVIEWING = "reviewing"
"""The population of the vocabulary that marks a paper about those who review the care of children."""
_REVIEWED = frozenset({"reviews", "iro_challenges"})

_ADULT = 18
_AREA_WIDE = frozenset({"area", "young_people"})
_PEOPLE = frozenset({"cla", "care_leavers", "cla_16plus", "young_people"})
_APART = frozenset({"yjs"})
"""Populations of their own: what is told of those in youth justice is told of no other cohort."""
IN_CARE = frozenset({"cla", "care_leavers", "cla_16plus"})
"""Populations of those whom the council looks after or looked after."""

_FOSTER, _ADOPTER = "foster", "adopter"
ALL_CHILDREN = "all_children"
"""The population of the vocabulary that is all children of an area, or those who are not looked after."""


def prefix(metric: str) -> str:
    """The part of a metric's identifier before the point: what it is about."""
    return metric.partition(".")[0]


class Support:
    """Answers for one sentence and its scope."""

    def __init__(self, catalogue: Catalogue, sentence: Sentence, scope: Scope) -> None:
        self._catalogue = catalogue
        self._sentence = sentence
        self._scope = scope
        self._near = self._spoken(sentence.passage, sentence.start, sentence.end)

    def settle(self, mention: TermMention, unit: Unit | None, kind: Kind) -> tuple[Metric, Reading] | None:
        """The metric that a term means here, or None where it means none: a weak term without support, no metric
        with the unit."""
        options = [(self._catalogue.metrics[r.metric], r) for r in mention.readings]
        options = [(m, r) for m, r in options if fits(m, unit, kind)]
        strong = [(m, r) for m, r in options if not r.weak]
        found = self._by_cohort(strong, mention) if strong else None
        if found:
            return self._of_adopters(found, options, mention) or found
        sure = {prefix(r.metric) for r in mention.readings if not r.weak}
        backed = [(m, r) for m, r in options if r.weak and (prefix(m.id) in sure or self.supports(m, mention))]
        if backed and unit is None:
            subjects = {prefix(m.id) for m, _ in backed}
            backed = [(m, r) for m, r in options if r.weak and prefix(m.id) in subjects]
        if not backed and unit is Unit.PERCENT:
            # A share is rarely of anything else than what the part speaks of.
            backed = [(m, r) for m, r in options if r.weak and self._scope.topics.get(prefix(m.id), 0) > 1]
        return self._by_cohort(backed, mention) if backed else None

    def supports(self, metric: Metric, mention: Mention) -> bool:
        """Whether a metric's subject is spoken of here, apart from the mention itself: in the sentence, in what
        governs it, or in what was claimed just before."""
        own = {prefix(metric.id), *metric.of, *([metric.counts] if metric.counts else [])}
        wanted = {*own, f"family {metric.family}"}
        if metric.family == "demand":
            wanted |= {CHILDRENS_SERVICES, CORPORATE_PARENTING}
        if own & _REVIEWED:
            wanted.add(REVIEWING)
        spoken = self._spoken(self._sentence.passage, self._sentence.start, self._sentence.end, mention)
        if wanted & spoken:
            return True
        if any(wanted & _of_metric(c.metric) for c in self._scope.recent[-6:]):
            return True
        for governor in self._scope.governors:
            if wanted & self._spoken(governor.passage, 0, len(governor.passage.text)):
                return True
            if any(wanted & _of_metric(c.metric) for c in governor.claims):
                return True
        return False

    def populations(self, mention: Mention | None = None) -> Iterator[str]:
        """Populations that are spoken of, nearest first: the sentence (from a mention outwards), claims before it,
        what governs it, the part.
        """
        near = self._populations_in(self._sentence.passage, self._sentence.start, self._sentence.end)
        at = mention.start if mention else self._sentence.start
        yield from (name for _, name in sorted((abs(place - at), name) for place, name in near))
        for claim in reversed(self._scope.recent[-4:]):
            if claim.metric.cohort:
                yield claim.metric.cohort
            if claim.metric.counts:
                yield claim.metric.counts
            yield from claim.metric.of
        for governor in self._scope.governors:
            if governor.kind == LABELS:
                continue
            for claim in governor.claims:
                if claim.metric.cohort:
                    yield claim.metric.cohort
            yield from (name for _, name in self._populations_in(governor.passage, 0, len(governor.passage.text)))
        ranked = sorted(self._scope.topics.items(), key=lambda item: (-item[1], item[0]))
        yield from (name for name, _ in ranked)

    def _tells_of_others(self) -> bool:
        """Whether the sentence names those of another service, and nobody in or from care."""
        near = {n for _, n in self._populations_in(self._sentence.passage, self._sentence.start, self._sentence.end)}
        return bool(near & _APART) and not near & IN_CARE

    def _by_cohort(self, options: list[tuple[Metric, Reading]], mention: Mention) -> tuple[Metric, Reading] | None:
        if self._are_adults() and any(m.cohort == "care_leavers" for m, _ in options):
            options = [(m, r) for m, r in options if m.cohort != "cla_16plus"]
        with_cohort = [(m, r) for m, r in options if m.cohort]
        if not options or (len(options) == 1 and not with_cohort):
            return options[0] if options else None
        if with_cohort and all(m.cohort in _PEOPLE for m, _ in options) and self._tells_of_others():
            return None
        for population in self.populations(mention):
            if population == ALL_CHILDREN:
                wide = next(((m, r) for m, r in with_cohort if m.cohort in _AREA_WIDE), None)
                if wide is not None:
                    return wide
            for metric, reading in with_cohort:
                if metric.cohort == population or (population == "cla" and metric.cohort == "cla_16plus"):
                    return metric, reading
        spoken = self._children_in_care_near(mention)
        areawide = [(m, r) for m, r in with_cohort if m.cohort in _AREA_WIDE]
        if areawide and not spoken:
            return areawide[0]
        without = [(m, r) for m, r in options if not m.cohort]
        if without:
            return self._by_subject(without, mention)
        needed = [m for m, _ in options if m.cohort in ("family_service", "area")]
        return None if len(needed) == len(options) else next((o for o in options if o[0] not in needed), None)

    def _by_subject(self, options: list[tuple[Metric, Reading]], mention: Mention) -> tuple[Metric, Reading]:
        """Of metrics that the same words name, `41 had left` or `38 households approved`, that of the subject spoken of
        nearest: in the sentence, just before it, above it, in the part."""
        if len({prefix(m.id) for m, _ in options}) > 1:
            for spoken in self._subjects(mention):
                for metric, reading in options:
                    if spoken & {prefix(metric.id), *metric.of, *([metric.counts] if metric.counts else [])}:
                        return metric, reading
        return options[0]

    def _of_adopters(
        self, found: tuple[Metric, Reading], options: list[tuple[Metric, Reading]], mention: Mention
    ) -> tuple[Metric, Reading] | None:
        """What words for fostering mean where adopters are spoken of: `38 households approved`."""
        others = [(m, r) for m, r in options if prefix(m.id) == _ADOPTER]
        if prefix(found[0].id) != _FOSTER or not others:
            return None
        chosen = self._by_subject([found, *others], mention)
        return None if chosen is found else chosen

    def _subjects(self, mention: Mention) -> Iterator[set[str]]:
        yield self._spoken(self._sentence.passage, self._sentence.start, self._sentence.end, mention)
        yield from (_of_metric(claim.metric) for claim in reversed(self._scope.recent[-6:]))
        for governor in self._scope.governors:
            yield self._spoken(governor.passage, 0, len(governor.passage.text))
        ranked = sorted(self._scope.topics.items(), key=lambda item: (-item[1], item[0]))
        yield from ({name} for name, _ in ranked)

    def _are_adults(self) -> bool:
        """Whether the sentence tells of people of 18 and over, who are looked after no more."""
        sentence = self._sentence
        ages = [q.reading.split("-")[0].rstrip("+") for q in sentence.quantities if q.use is Use.AGE and q.reading]
        return bool(ages) and all(age.isdigit() and int(age) >= _ADULT for age in ages)

    def _children_in_care_near(self, mention: Mention) -> bool:
        """Whether children in care or care leavers are spoken of in the sentence, above it, just before, or much in
        the part: else a share or count of all children is of the whole area."""
        topics = self._scope.topics
        if any(topics.get(name, 0) > 0 for name in IN_CARE):
            return True
        return any(name in IN_CARE for name in self.populations(mention))

    def _populations_in(self, passage: Annotated, start: int, end: int) -> Iterator[tuple[int, str]]:
        for population in passage.within(passage.populations, start, end):
            yield population.start, population.population
        for term in passage.within(passage.terms, start, end):
            for reading in term.readings:
                counts = self._catalogue.metrics[reading.metric].counts
                if counts and not reading.weak:
                    yield term.start, counts

    def _spoken(self, passage: Annotated, start: int, end: int, apart: Mention | None = None) -> set[str]:
        """Prefixes and populations of the strong terms in a range."""
        spoken: set[str] = set()
        for term in passage.within(passage.terms, start, end):
            if term is apart or (apart and term.start == apart.start and term.end == apart.end):
                continue
            spoken |= _brought_up(term, self._catalogue)
        spoken.update(p.population for p in passage.within(passage.populations, start, end))
        return spoken


def _of_metric(metric: Metric) -> set[str]:
    """What speaking of a metric brings up: its subject, its population, and the population that one is part of."""
    counts = [metric.counts] if metric.counts else []
    return {prefix(metric.id), f"family {metric.family}", *counts, *metric.of[:1]}


def is_property(catalogue: Catalogue, metric: Metric, population: Metric) -> bool:
    """Whether values of a metric are parts of what another one counts, or of a cohort that it breaks down by."""
    if population.counts is None or metric is population:
        return False
    cohorts = (catalogue.dimensions[d].populations for d in metric.by)
    return population.counts in metric.of or any(population.counts in c.values() for c in cohorts)


def fits(metric: Metric, unit: Unit | None, kind: Kind) -> bool:
    """Whether a number with this unit at it can be a value of the metric."""
    units = metric.units
    if unit is Unit.POINTS:
        return kind is Kind.CHANGE and Unit.PERCENT in units
    if kind is Kind.CHANGE and unit is Unit.PERCENT:
        return True
    if unit is Unit.PER_10000:
        return Unit.PER_10000 in units or metric.counts is not None
    if unit is not None:
        return unit in units
    return any(u is not Unit.PERCENT for u in units) or kind is Kind.CHANGE


def topics_of(passages: Iterable[Annotated], catalogue: Catalogue) -> dict[str, int]:
    """How often each subject is spoken of in strong terms."""
    counts: dict[str, int] = {}
    for passage in passages:
        for term in passage.terms:
            for name in sorted(_brought_up(term, catalogue)):
                counts[name] = counts.get(name, 0) + 1
    return counts


def _brought_up(term: TermMention, catalogue: Catalogue) -> set[str]:
    """What a term surely brings up: the subjects of its strong readings, unless they differ by their cohort alone."""
    metrics = [catalogue.metrics[r.metric] for r in term.readings if not r.weak and not r.counted]
    if len(metrics) > 1:
        metrics = [m for m in metrics if not m.cohort]
    return {name for metric in metrics for name in _of_metric(metric)}
