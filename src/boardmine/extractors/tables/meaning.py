"""What a row label, a column head, a group heading or a caption says: a metric, members, a period, an area."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from rapidfuzz import fuzz, process

from boardmine.catalogue.model import Catalogue, Metric
from boardmine.extractors.agelabels import age_label, band_label
from boardmine.extractors.breakdown import members_in
from boardmine.extractors.claims import LABELS, Governor, Scope
from boardmine.extractors.sentence import Sentence
from boardmine.extractors.support import Support, prefix
from boardmine.extractors.tables.foreign import is_foreign
from boardmine.extractors.tables.shape import Shape
from boardmine.language.annotate import Annotated, Annotator
from boardmine.language.mentions import Period, TermMention, Use
from boardmine.language.wording import FUNCTION_WORDS, PEOPLE, one_of
from boardmine.records import Kind, Unit

_LIKENESS = 88.0
"""How alike (in per cent, order respected) a label that a column line cut must be to the words of a metric."""
_A_WORD = 4
_SHORTEST_REPAIRED = 10
"""Labels shorter than this (in characters) are not mended: too many words are alike."""

_NEUTRAL = re.compile(
    r"^\W*"
    + one_of(
        r"latest, current, actual, performance, value, outturn, result, number, no\.?, count, total, all, %, "
        r"per ?cent, "
        r"percentage, figure, ytd, year to date, this (?:quarter|month|year), all cases, score, n, "
        r"(?:rolling )?(?:12|twelve)[ -]months?(?: total| rolling| average)?"
    )
    + r"\W*$",
    re.I,
)
_IN_TIME = r"(?:on time|in time(?:scales?)?|within timescales?)"
_DONE = re.compile(
    r"^\W*(?:(?:%|no\.?|n|number|total|per ?cent) )?"
    rf"(?:(?:completed|done|up[ -]to[ -]date|in place)(?P<timely> {_IN_TIME})?|(?P<in_time>{_IN_TIME}))\W*$",
    re.I,
)
"""A head of those of whom something was done: `Completed on time`."""
_COUNTED = one_of(
    "child(?:ren)?, young (?:people|person), children and young people, cases, people, young persons, pupils, "
    "looked after, episodes"
)
_OF_THEM = re.compile(
    rf"^\W*{one_of('number, no, total, count, percentage, proportion, %')}\W*(?:of\s+)?{_COUNTED}\W*$", re.I
)
"""A head that says only that people are counted: `Number of children`."""
_PREVIOUS = re.compile(r"\b(?:previous|prior|last)\b", re.I)
_TOTAL_OF = re.compile(r"^\s*(?:total|all|number\s+of)\s+(?:number\s+of\s+)?", re.I)
_RATE_ALONE = re.compile(
    r"\W*(?:rates?\W+)?per\s+10[,.]?000(?:\s+(?:of\s+)?(?:the\s+)?(?:children|child|population|young\s+people|under|aged|0|17|18)\b"
    r"|[\s–-]+(?:0|17|18)\b)*\W*",
    re.I,
)
_REGION = re.compile(r"\W*(?:NE|NW|SE|SW|EoE|Y\s?&\s?H)\b(?:\s+(?:[Rr]egion|[Aa]verage|[Aa]vg))?")
"""The head of the column of the council's region, in short."""
_KIND = re.compile(r"(?<=\s)\((full|interim|days)\)", re.I)
"""Brackets around what is no aside but the kind of what stands before them: `Care order (interim)`."""
_MEASURED = frozenset({Use.AGE, Use.DURATION, Use.DISTANCE})
"""The quantities in a label that may say which part of a population its row is of."""
SHARE = re.compile(r"\W*(?:%|per\s?cent(?:age)?\b|percentage\b|proportion\b)", re.I)
"""A label that begins with what its figures are: shares, which only some metrics have."""
_HOUSEHOLDS = frozenset(("adopter_households", "foster_carers"))
"""Populations of those with whom children live."""
_MANY = 3
"""Labels that bring up so many subjects are those of a table about none of them alone."""
_LITTLE = FUNCTION_WORDS | {"per", "number", "total", "no"}


@dataclass(frozen=True)
class Meaning:
    """What one label, head or caption contributes to the cells under it."""

    passage: Annotated
    metric: Metric | None = None
    term: TermMention | None = None
    by: Mapping[str, str] = field(default_factory=dict)
    weak: bool = False

    @property
    def text(self) -> str:
        """The words themselves."""
        return self.passage.text

    @property
    def period(self) -> Period | None:
        """The first period that is named."""
        return self.passage.periods[0] if self.passage.periods else None

    @property
    def is_previous(self) -> bool:
        """Whether it names an earlier value without its period: `Previous quarter`."""
        return _PREVIOUS.search(self.text) is not None

    @property
    def is_foreign(self) -> bool:
        """Whether it is about something that no metric has values of: a rank, a budget, an estimate."""
        return is_foreign(self.text)

    @cached_property
    def age(self) -> str | None:
        """The age band that a label is, where it is nothing else: `10-15`, `16 and over`, `Under 1`."""
        return age_label(self.text)

    @cached_property
    def band(self) -> str | None:
        """The band of caseloads that a label may be: `15-20`, `Over 20`."""
        return band_label(self.text)

    @property
    def is_done(self) -> bool:
        """Whether a head says but that something was done: `% completed`."""
        return _DONE.match(self.text) is not None

    @property
    def is_done_at_some_time(self) -> bool:
        """Whether such a head leaves open whether it was done in time."""
        done = _DONE.match(self.text)
        return done is not None and not (done["timely"] or done["in_time"])

    @property
    def counts_people(self) -> bool:
        """Whether a head says only whom the figures count: `Children`."""
        return re.fullmatch(rf"\W*{_COUNTED}\W*", self.text, re.I) is not None

    @property
    def is_length(self) -> bool:
        """Whether a label is nothing but a length of time: `Under 6 months`."""
        lengths = (q for q in self.passage.quantities if q.use is Use.DURATION and q.reading)
        return any(q.end - q.start == len(self.text.strip()) for q in lengths)

    @property
    def is_rate(self) -> bool:
        """Whether a label is nothing but words for a rate of children: `Rate per 10,000 children under 18`."""
        return _RATE_ALONE.fullmatch(self.text) is not None

    @property
    def is_understood(self) -> bool:
        """Whether the words say something that is known, or nothing: a row or column of something else is not."""
        passage = self.passage
        found = passage.members or passage.areas or passage.roles
        neutral = not self.text or _NEUTRAL.match(self.text) or _OF_THEM.match(self.text)
        bands = self.age or self.band or self.is_length
        return bool(self.metric or self.period or found or neutral or bands or self.is_done)

    @property
    def says_more_than_member(self) -> bool:
        """Whether the words of its metric go on beyond those of any member: `special guardianship orders granted`."""
        term = self.term
        if term is None:
            return False
        members = [m for m in self.passage.members if term.start <= m.start and m.end <= term.end]
        return bool(members) and all(term.end - m.end > _A_WORD for m in members)

    def is_member_of(self, metric: Metric) -> bool:
        """Whether words for a part of the other metric come first in the label, or are those of its own metric:
        `Special guardianship order` among the ways out of care, `Drift in care planning` among themes. An age or a
        time beside them makes no part of what they name."""
        term = self.term
        members = [m for m in self.passage.members if any(d in metric.by for d, _ in m.members)]
        return term is not None and any(m.start <= term.start for m in members)

    def coverage(self, metric: Metric) -> float:
        """How much of a label is understood where it is to break a metric down: the share of its words that lie in
        something found in it."""
        if self.is_rate:
            return 1.0
        passage = self.passage
        members = [m for m in passage.members if any(d in metric.by for d, _ in m.members)]
        terms = [t for t in passage.terms if any(prefix(r.metric) == prefix(metric.id) for r in t.readings)]
        lengths = [q for q in passage.quantities if q.use in _MEASURED]
        found = [*terms, *members, *passage.periods, *passage.areas, *lengths, *passage.roles]
        found += [*passage.populations, *passage.events]
        words = [t for t in passage.tokens if t.lower[0].isalpha() and t.lower not in _LITTLE]
        known = [t for t in words if any(m.start <= t.start and t.end <= m.end for m in found)]
        people = [t for t in words if t not in known and t.lower in PEOPLE]
        if not known and len(people) < len(words):
            return 0.0
        return (len(known) + len(people)) / len(words) if words else 1.0

    def members(self, catalogue: Catalogue, metric: Metric) -> dict[str, str]:
        """The members of the metric's dimensions that it names."""
        found = members_in(catalogue, metric, self.passage, [(0, len(self.text))], self.term, True)
        if self.age and "age" in metric.by:
            found.setdefault("age", self.age)
        if self.band and "band" in metric.by:
            found.setdefault("band", self.band)
        return found


def under(group: Meaning | None, scope: Scope) -> Scope:
    """What governs a row that stands under a group heading."""
    return replace(scope, governors=(Governor(group.passage), *scope.governors)) if group else scope


def _is_of_others(passage: Annotated, term: TermMention, metric: Metric) -> bool:
    """Whether a label tells of those with whom children live before a term for children: `Adopters waiting`."""
    before = {p.population for p in passage.populations if p.end <= term.start}
    is_of_children = "cla" in (*metric.of, metric.counts) or "placement_order" in (*metric.of, metric.counts)
    return is_of_children and bool(before & _HOUSEHOLDS)


class Meanings:
    """Reads the words around the cells of one table, in the light of what governs the table and of all its heads."""

    def __init__(self, annotator: Annotator, catalogue: Catalogue, scope: Scope, shape: Shape) -> None:
        self._annotator = annotator
        self._catalogue = catalogue
        self._scope = scope
        heads = " ; ".join(dict.fromkeys(h for h in shape.heads.values() if h))
        labels = " ; ".join(dict.fromkeys(row.label for row in shape.rows if row.label))
        context = Governor(annotator.annotate(heads, heads=True))
        self._support_scope = replace(scope, governors=(*scope.governors, context))
        self._beside = Governor(annotator.annotate(labels), kind=LABELS)
        told = {prefix(r.metric) for t in self._beside.passage.terms for r in t.readings if not r.weak}
        self._are_of_one = len(told) < _MANY

    def of_text(self, text: str, heads: bool, group: Meaning | None = None) -> Meaning:
        """The meaning of a label (in the light of the heading of its group) or (`heads`) of a column head; a label that
        was cut is mended if it must be."""
        text = _KIND.sub(r"\1", text)
        text = _REGION.sub("region average", text, count=1) if heads and _REGION.match(text) else text
        passage = self._annotator.annotate(text, heads=heads, home=self._scope.home)
        if not heads and not any(len(text) == p.end - p.start for p in passage.periods):
            # `Apr 23` is a month where it is all that labels a row, as it is at the head of a column.
            as_head = self._annotator.annotate(text, heads=True, home=self._scope.home)
            passage = as_head if any(len(text) == p.end - p.start for p in as_head.periods) else passage
        meaning = self.of_passage(passage, group)
        unknown = meaning.metric is None or meaning.weak
        if unknown and not passage.members and not passage.periods and len(text) >= _SHORTEST_REPAIRED:
            repaired = self._repaired(text)
            if repaired:
                mended = self.of_passage(self._annotator.annotate(repaired, heads=heads))
                # A single word is as like to be another word as to be a part of these.
                return mended if " " in text.strip() else Meaning(passage)
        return meaning

    def of_governor(self, governor: Governor) -> Meaning:
        """The meaning of what stands over the table: labels that speak of many things do not say which of them it
        means."""
        return self.of_passage(governor.passage, is_backed=self._are_of_one)

    def of_passage(self, passage: Annotated, group: Meaning | None = None, *, is_backed: bool = True) -> Meaning:
        """The meaning of what was annotated before; `is_backed` where the labels may tell what it is about."""
        sentence = Sentence(passage, 0, len(passage.text))
        scope = under(group, self._support_scope)
        said = _TOTAL_OF.sub("", passage.text)
        if is_backed and any(t.end - t.start == len(said) for t in passage.terms):
            # A label that is nothing but a weak term may be backed by the labels beside it.
            scope = replace(scope, governors=(*scope.governors, self._beside))
        support = Support(self._catalogue, sentence, scope)
        is_share = SHARE.match(passage.text) is not None
        best: Meaning | None = None
        for term in passage.terms:
            settled = support.settle(term, None, Kind.LEVEL) or support.settle(term, Unit.PERCENT, Kind.LEVEL)
            if settled is None:
                continue
            metric, reading = settled
            if _is_of_others(passage, term, metric):
                continue
            surer = best is None or (best.weak and not reading.weak)
            if best is not None and best.metric is not None and is_share and not reading.weak:
                surer = surer or (Unit.PERCENT not in best.metric.units and Unit.PERCENT in metric.units)
            narrower = best is not None and best.metric is not None and best.metric.counts in metric.of
            if surer or (narrower and not reading.weak):
                best = Meaning(passage, metric, term, dict(reading.by), reading.weak)
        return best or Meaning(passage)

    def _repaired(self, text: str) -> str | None:
        """The words of the catalogue that a broken label is nearest to, if it is near enough."""
        plain = re.sub(r"[^a-z0-9 ]", " ", text.lower())
        match = process.extractOne(
            " ".join(plain.split()), self._annotator.phrases, scorer=fuzz.ratio, score_cutoff=_LIKENESS
        )
        return match[0] if match else None
