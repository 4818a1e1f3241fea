"""Claims from tables: each cell with a value, under what its row, column, group, caption and headings say."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from rapidfuzz import fuzz, process

from boardmine.catalogue.model import Catalogue, Metric
from boardmine.document import Cell, Passage, Table
from boardmine.extractors.breakdown import cohort_of, members_in
from boardmine.extractors.claims import Claim, Governor, Scope
from boardmine.extractors.figures import GENERIC
from boardmine.extractors.prose import governing_period
from boardmine.extractors.sentence import Sentence
from boardmine.extractors.support import Support, is_property
from boardmine.extractors.table_shape import Row, Shape, is_contents, is_value, shape_of
from boardmine.language.annotate import Annotated, Annotator
from boardmine.language.mentions import Number, Period, Quantity, Span, TermMention, Use, When
from boardmine.records import AUTHORITY, Kind, Role, Unit

_CHANGE_HEAD = re.compile(r"\b(?:change|difference|variance|movement|\+/-|direction of travel|dot|trend|rag)\b", re.I)
_PERCENT = re.compile(r"%|\bper\s?cent|\bpercentage|\bproportion\b", re.I)
_COUNTED = re.compile(r"\b(?:number|no\.?|count|total|#)\b", re.I)
_PER = re.compile(r"\bper\s*10[,.]?000\b|\brate\b", re.I)
_NEUTRAL = re.compile(
    r"^\W*(?:latest|current|actual|performance|value|outturn|result|number|no\.?|count|total|all|%|per\s?cent|percentage|figure|ytd|year to date|this (?:quarter|month|year)|all cases|score|n)\W*$",
    re.I,
)
_PREVIOUS = re.compile(r"\b(?:previous|prior|last)\s*(?:period|quarter|month|year|value|result|performance|outturn)?\b", re.I)
_AGE_LABEL = re.compile(r"^\W*(?P<a>\d{1,2})\s*(?:(?:-|–|to)\s*(?P<b>\d{1,2})|(?P<plus>\+|\s*(?:and|&)\s*(?:over|above)))?\s*(?:years?|yrs?)?\W*$|^\W*under\s+(?P<under>\d{1,2})\s*(?:years?|yrs?)?\W*$", re.I)
_NOT_OURS = re.compile(r"\b(?:population estimate|estimate|budget|cost|variance|rank(?:ing)?|£|spend)\b", re.I)
_FUZZY = 88.0
"""How alike (in per cent, token order respected) a broken label must be to the words of a metric."""


@dataclass(slots=True)
class _Meaning:
    """What a label, a head or a caption contributes to the cells under it."""

    passage: Annotated
    metric: Metric | None = None
    term: TermMention | None = None
    by: dict[str, str] | None = None
    weak: bool = False

    @property
    def period(self) -> Period | None:
        return self.passage.periods[0] if self.passage.periods else None


def claims_of_table(
    table: Table,
    scope: Scope,
    annotator: Annotator,
    catalogue: Catalogue,
    readings: list[tuple[Passage, Annotated]],
) -> Iterator[tuple[list[Claim], Passage]]:
    """The claims of a table, a list a row, with the passage of the row that they are quoted from.

    Every cell's own reading is added to `readings`, for the ledger.
    """
    annotated = {id(cell): annotator.annotate(cell.text, heads=cell.is_header) for cell in table.cells if cell.text}
    shape = shape_of(table)
    other_use = _other_use(table, shape, scope)
    for cell in table.cells:
        if cell.text:
            reading = annotated[id(cell)]
            readings.append((cell.passage, _used_as(reading, other_use) if other_use else reading))
    if shape is None or other_use:
        return
    reader = _TableReader(shape, scope, annotator, catalogue)
    for row in shape.rows:
        for claims, passage in reader.row(row, annotated):
            yield claims, passage


_MONEY = re.compile(
    r"£|\b(?:budget|expenditure|spend|cost of scheme|costs?|funding|borrowing|revenue|capital|savings?|net position)\b", re.I
)


def _other_use(table: Table, shape: Shape | None, scope: Scope) -> Use | None:
    """What the figures of a whole table are where they are no values of a metric: money, or page numbers."""
    if shape is None:
        return Use.REFERENCE if is_contents(table) else None
    heads = " ".join([*shape.heads.values(), shape.corner, shape.title])
    caption = next((g.passage.text for g in scope.governors if g.kind == "caption"), "")
    pounds = sum("£" in cell.text for cell in table.cells)
    return Use.MONEY if _MONEY.search(heads) or pounds > 2 or "£" in caption else None


def _used_as(reading: Annotated, use: Use) -> Annotated:
    """A cell's reading with its numbers known to be no values."""
    other = tuple(Quantity(n.start, n.end, use) for n in reading.numbers)
    return replace(reading, numbers=(), quantities=(*reading.quantities, *other))


class _TableReader:
    """Reads the rows of one table."""

    def __init__(self, shape: Shape, scope: Scope, annotator: Annotator, catalogue: Catalogue) -> None:
        self._shape = shape
        self._annotator = annotator
        self._catalogue = catalogue
        corner = [Governor(annotator.annotate(t, heads=True), (), "caption") for t in (shape.corner, shape.title) if t]
        heads = " ; ".join(dict.fromkeys(h for h in shape.heads.values() if h))
        self._scope = replace(scope, governors=(*corner, *scope.governors))
        self._all_heads = annotator.annotate(heads, heads=True)
        self._heads = {c: self._meaning(text, True) for c, text in shape.heads.items()}
        self._above = [self._meaning_of(g.passage, self._scope) for g in self._scope.governors]

    def row(self, row: Row, annotated: dict[int, Annotated]) -> Iterator[tuple[list[Claim], Passage]]:
        """The claims of a row, quoted from its cells."""
        label = self._meaning(row.label, False)
        group = self._meaning(row.group, False) if row.group else None
        passage, offsets = _row_passage(row)
        claims = []
        for column, cell in row.values.items():
            reading = annotated.get(id(cell))
            if reading is None or not is_value(cell.text):
                continue
            claims += self._cell(row, column, cell, reading, label, group, offsets[id(cell)], len(passage.text))
        if claims:
            yield claims, passage

    def _cell(
        self,
        row: Row,
        column: int,
        cell: Cell,
        reading: Annotated,
        label: _Meaning,
        group: _Meaning | None,
        offset: int,
        length: int,
    ) -> Iterator[Claim]:
        head = self._heads.get(column) or self._meaning("", True)
        if _NOT_OURS.search(row.label) or _NOT_OURS.search(self._shape.heads.get(column, "")):
            return
        found = self._metric(row, label, head, group)
        if found is None:
            return
        metric, by, reason, doubts = found
        head_text = self._shape.heads.get(column, "")
        if not self._explained(row, label, head, head_text):
            return
        if "row label" not in reason and not row.is_total and row.label and not label.period:
            if _coverage(label.passage, metric) < 0.3 and not _AGE_LABEL.match(row.label):
                return
        for number in reading.numbers:
            unit, kind = self._unit(metric, number, row, head_text, group)
            if unit is None:
                continue
            metric_here = metric
            if unit is Unit.PER_10000 and metric.counts:
                rate = self._catalogue.rate_of(metric.counts)
                if rate is None:
                    continue
                metric_here = rate
            if kind is Kind.LEVEL and unit is Unit.PERCENT and metric.counts and not metric.of and not by:
                continue
            period = self._period(label, head, group, head_text)
            yield Claim(
                number=replace(number, start=number.start + offset, end=number.end + offset),
                metric=metric_here,
                unit=unit,
                value=-number.value if number.signed < 0 else number.value,
                kind=kind,
                by=dict(by),
                area=self._area(label, head, group),
                role=self._role(label, head),
                bound=number.bound,
                period=period,
                quote=(0, length),
                reasons=[reason],
                doubts=doubts,
            )

    def _metric(
        self, row: Row, label: _Meaning, head: _Meaning, group: _Meaning | None
    ) -> tuple[Metric, dict[str, str], str, int] | None:
        """The metric and breakdown of a cell, with the reason and the number of guesses."""
        sources: list[tuple[str, _Meaning]] = [("row label", label), ("column head", head)]
        if group:
            sources.append(("group heading", group))
        above = [("caption" if i < 2 else "heading", m) for i, m in enumerate(self._above)]
        named = [(where, m) for where, m in sources + above if m.metric]
        if not named:
            return None
        near = [(w, m) for w, m in named if w in ("row label", "column head", "group heading")]
        captions = [(w, m) for w, m in named if w == "caption" and not m.weak]
        ranked = [*near, *captions, *named]
        where, first = ranked[0]
        assert first.metric is not None
        metric, term_of = first.metric, first
        rest = [m for _, m in named if m.metric and m.metric is not metric]
        if metric.counts:
            for other in rest:
                assert other.metric is not None
                if is_property(self._catalogue, other.metric, metric):
                    metric, term_of = other.metric, other
                    break
        table_wide = next((m.metric for w, m in ranked if w != "row label" and m.metric), None)
        if table_wide and table_wide is not metric and where == "row label":
            own = is_property(self._catalogue, metric, table_wide) or (
                table_wide.counts is not None and table_wide.counts == metric.counts
            )
            member = self._members(table_wide, [label], row)
            if member and not own:
                metric, term_of = table_wide, first
        by = {k: v for k, v in (term_of.by or {}).items() if k in metric.by}
        for meaning in (head, *([group] if group else [])):
            by.update(self._members(metric, [meaning], row))
        if not row.is_total:
            by.update(self._members(metric, [label], row))
        for dimension, member in self._from_caption(metric, by, row).items():
            by.setdefault(dimension, member)
        distance = [w for w, m in sources + above if m is term_of][:1] or ["caption"]
        doubts = 0 if distance[0] != "heading" else 1
        return metric, by, f"words for the metric in the {distance[0]}", doubts + (1 if term_of.weak else 0)

    def _from_caption(self, metric: Metric, by: dict[str, str], row: Row) -> dict[str, str]:
        if not any(self._catalogue.dimensions[d].populations for d in metric.by if d not in by):
            return {}
        passage = self._annotator.annotate(row.label)
        sentence = Sentence(passage, 0, len(passage.text))
        return dict(cohort_of(self._catalogue, metric, sentence, self._scope, 0, len(passage.text)))

    def _members(self, metric: Metric, meanings: Sequence[_Meaning], row: Row) -> dict[str, str]:
        found: dict[str, str] = {}
        for meaning in meanings:
            passage = meaning.passage
            found.update(
                members_in(self._catalogue, metric, passage, [(0, len(passage.text))], meaning.term, True)
            )
            age = _AGE_LABEL.match(passage.text)
            if age and "age" in metric.by and "age" not in found:
                found["age"] = _age(age)
        return found

    def _explained(self, row: Row, label: _Meaning, head: _Meaning, head_text: str) -> bool:
        """Whether label and head are both understood: a row or column of something else is none of ours."""
        label_known = (
            row.is_total
            or not row.label
            or label.metric is not None
            or label.period is not None
            or bool(label.passage.members)
            or bool(label.passage.areas)
            or bool(label.passage.roles)
            or _AGE_LABEL.match(row.label) is not None
            or _NEUTRAL.match(row.label) is not None
        )
        head_known = (
            not head_text
            or head.metric is not None
            or head.period is not None
            or bool(head.passage.members)
            or bool(head.passage.areas)
            or bool(head.passage.roles)
            or _NEUTRAL.match(head_text) is not None
            or _PREVIOUS.search(head_text) is not None
            or _AGE_LABEL.match(head_text) is not None
            or _PER.search(head_text) is not None
        )
        return label_known and head_known

    def _unit(
        self, metric: Metric, number: Number, row: Row, head: str, group: _Meaning | None
    ) -> tuple[Unit | None, Kind]:
        kind = Kind.LEVEL
        if number.signed or _CHANGE_HEAD.search(head):
            if not number.signed:
                return None, kind
            kind = Kind.CHANGE
        said = number.unit
        if said is None:
            words = f"{head} {row.label}"
            if _PERCENT.search(words):
                said = Unit.PERCENT
            elif _PER.search(words) and (metric.counts or metric.rate_of):
                said = Unit.PER_10000
        if kind is Kind.CHANGE:
            if said is Unit.PERCENT:
                return (Unit.POINTS if Unit.PERCENT in metric.units and Unit.COUNT not in metric.units else Unit.PERCENT), kind
            return (Unit.COUNT if said is None else said), kind
        if said is None:
            plain = [u for u in metric.units if u is not Unit.PERCENT]
            if not plain:
                return Unit.PERCENT, kind
            if plain[0] is Unit.COUNT and number.value != int(number.value) and metric.type != "mean":
                return (Unit.PERCENT if Unit.PERCENT in metric.units else None), kind
            return plain[0], kind
        if said is Unit.PER_10000 and metric.counts:
            return said, kind
        return (said if said in metric.units else None), kind

    def _period(self, label: _Meaning, head: _Meaning, group: _Meaning | None, head_text: str) -> Period | None:
        for meaning in (head, label, group):
            if meaning is not None and meaning.period is not None:
                return meaning.period
        above = governing_period(self._scope)
        if above is not None:
            return above
        if _PREVIOUS.search(head_text):
            return Period(0, 0, When.EARLIER, number=1, span=Span.QUARTER)
        return None

    def _area(self, label: _Meaning, head: _Meaning, group: _Meaning | None) -> str:
        for meaning in (head, label, group):
            if meaning is not None and meaning.passage.areas:
                area = meaning.passage.areas[0].area
                return AUTHORITY if area.lower() in self._scope.home.lower() else area
        return AUTHORITY

    def _role(self, label: _Meaning, head: _Meaning) -> Role:
        for meaning in (head, label):
            if meaning.passage.roles:
                return meaning.passage.roles[0].role
        return Role.ACTUAL

    def _meaning(self, text: str, heads: bool) -> _Meaning:
        passage = self._annotator.annotate(text, heads=heads, home=self._scope.home)
        meaning = self._meaning_of(passage, self._scope)
        if (meaning.metric is None or meaning.weak) and not passage.members and not passage.periods and len(text) > 9:
            repaired = self._fuzzy(text)
            if repaired:
                passage = self._annotator.annotate(repaired, heads=heads)
                return self._meaning_of(passage, self._scope)
        return meaning

    def _meaning_of(self, passage: Annotated, scope: Scope) -> _Meaning:
        sentence = Sentence(passage, 0, len(passage.text))
        governors = (*scope.governors, Governor(self._all_heads)) if hasattr(self, "_all_heads") else scope.governors
        support = Support(self._catalogue, sentence, replace(scope, governors=governors))
        best: _Meaning | None = None
        for term in passage.terms:
            settled = support.settle(term, None, Kind.LEVEL) or support.settle(term, Unit.PERCENT, Kind.LEVEL)
            if settled is None:
                continue
            metric, reading = settled
            candidate = _Meaning(passage, metric, term, dict(reading.by), reading.weak)
            if best is None or (best.weak and not candidate.weak):
                best = candidate
            elif best.metric and best.metric.counts in metric.of and not candidate.weak:
                best = candidate
        return best or _Meaning(passage)

    def _fuzzy(self, text: str) -> str | None:
        """The words of the catalogue that a broken label is nearest to, if it is near enough."""
        phrases = _labels(self._catalogue)
        plain = re.sub(r"[^a-z0-9 ]", " ", text.lower())
        match = process.extractOne(" ".join(plain.split()), phrases, scorer=fuzz.ratio, score_cutoff=_FUZZY)
        return match[0] if match else None


_LABELS: dict[str, list[str]] = {}


def _labels(catalogue: Catalogue) -> list[str]:
    """Phrases of metrics and members that are long enough to be recognised when broken."""
    if catalogue.fingerprint not in _LABELS:
        terms = [p for m in catalogue.metrics.values() for t in m.terms if len(t.segments) == 1 for p in t.segments[0]]
        members = [p for d in catalogue.dimensions.values() for ps in d.members.values() for p in ps]
        _LABELS[catalogue.fingerprint] = [p for p in dict.fromkeys([*terms, *members]) if len(p) > 9]
    return _LABELS[catalogue.fingerprint]


_FUNCTION = frozenset("the a an of in and or to for with by on at as from is are who per number no total".split())


def _coverage(passage: Annotated, metric: Metric) -> float:
    """How much of a label is understood of a metric: the share of its words that lie in something found in it."""
    members = [m for m in passage.members if any(d in metric.by for d, _ in m.members)]
    found = [*passage.terms, *members, *passage.periods, *passage.areas, *passage.quantities, *passage.roles]
    found += [*passage.populations, *passage.events]
    words = [t for t in passage.tokens if t.lower[0].isalpha() and t.lower not in _FUNCTION]
    known = [t for t in words if any(m.start <= t.start and t.end <= m.end for m in found) or t.lower in GENERIC]
    return len(known) / len(words) if words else 1.0


def _age(match: re.Match[str]) -> str:
    if match["under"]:
        return f"under_{match['under']}"
    if match["b"]:
        return f"{match['a']}-{match['b']}"
    return f"{match['a']}+" if match["plus"] else match["a"]


def _row_passage(row: Row) -> tuple[Passage, dict[int, int]]:
    """The cells of a row as one passage, set apart by bars, and where each begins in it."""
    text = ""
    pieces = []
    offsets: dict[int, int] = {}
    for cell in row.cells:
        if text:
            text += " | "
        offsets[id(cell)] = len(text)
        pieces += [replace(p, at=p.at + len(text)) for p in cell.passage.pieces]
        text += cell.text
    return Passage(text, tuple(pieces)), offsets
