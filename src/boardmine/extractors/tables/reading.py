"""Claims from tables: each cell with a value, under what its row, column, group, caption and headings say."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from boardmine.catalogue.model import Catalogue, Metric
from boardmine.document import Passage, Table
from boardmine.extractors.breakdown import VAGUE_MEMBERS
from boardmine.extractors.claims import Claim, Governor, Scope
from boardmine.extractors.tables.around import Around
from boardmine.extractors.tables.cells import area_of, role_of, unit_of
from boardmine.extractors.tables.choice import Choice, choose
from boardmine.extractors.tables.composed import composed
from boardmine.extractors.tables.figures import is_fraction, is_value
from boardmine.extractors.tables.meaning import Meaning, Meanings
from boardmine.extractors.tables.places import place_in
from boardmine.extractors.tables.rows import Row
from boardmine.extractors.tables.schooling import names_in_care
from boardmine.extractors.tables.shape import Shape, is_contents
from boardmine.extractors.tables.times import Times
from boardmine.language.annotate import Annotated, Annotator
from boardmine.language.mentions import Number, Quantity, Use
from boardmine.language.wording import one_of
from boardmine.records import Kind, Unit

_MONEY = re.compile(
    r"£|\b"
    + one_of(
        "budget, expenditure, spend, cost of scheme, costs?, funding, borrowing, revenue, capital, savings?, "
        "net position"
    )
    + r"\b",
    re.I,
)
_OFFICE = re.compile(r"(?:\s+(?:borough|city|county|metropolitan|district|council|mbc|bc|cc))*\W*", re.I)
_POUNDS = 2
"""More cells than this with a pound sign make a table one of money."""


def claims_of_table(
    table: Table,
    shape: Shape | None,
    scope: Scope,
    annotator: Annotator,
    catalogue: Catalogue,
    readings: list[tuple[Passage, Annotated]],
) -> Iterator[tuple[list[Claim], Passage]]:
    """The claims of a table, a list a row, with the passage of the row that they are quoted from.

    `shape` is None where it holds no values. Every cell's own reading is added to `readings`, for the ledger.
    """
    annotated = {id(cell): annotator.annotate(cell.text, heads=cell.is_header) for cell in table.cells if cell.text}
    other_use = _other_use(table, shape, scope)
    for cell in table.cells:
        if cell.text:
            reading = annotated[id(cell)]
            readings.append((cell.passage, _used_as(reading, other_use) if other_use else reading))
    if shape is None or other_use:
        return
    reader = _TableReader(shape, scope, annotator, catalogue)
    for row in shape.rows:
        passage, offsets = _row_passage(row)
        claims = _told_apart(list(reader.claims(row, annotated, offsets, len(passage.text))))
        if claims:
            yield claims, passage


def _told_apart(claims: list[Claim]) -> list[Claim]:
    """The claims of a row without those that say different things of the same: their heads were not understood."""

    def said(claim: Claim) -> tuple[object, ...]:
        return (
            claim.metric.id,
            claim.unit,
            claim.kind,
            tuple(sorted(claim.by.items())),
            claim.area,
            claim.role,
            claim.period,
        )

    values: dict[tuple[object, ...], set[float]] = {}
    for claim in claims:
        values.setdefault(said(claim), set()).add(claim.value)
    return [claim for claim in claims if len(values[said(claim)]) == 1]


def _other_use(table: Table, shape: Shape | None, scope: Scope) -> Use | None:
    """What the figures of a whole table are where they are no values of a metric: money, or page numbers."""
    if shape is None:
        return Use.REFERENCE if is_contents(table) else None
    heads = " ".join([*shape.heads.values(), shape.corner, shape.title])
    caption = next((g.passage.text for g in scope.governors if g.kind == "caption"), "")
    pounds = sum("£" in cell.text for cell in table.cells)
    if _is_one_column_of_money(shape):
        return None
    return Use.MONEY if _MONEY.search(heads) or pounds > _POUNDS or "£" in caption else None


def _is_one_column_of_money(shape: Shape) -> bool:
    """Whether just one of several columns is money: pounds stand in each of its cells and in no other cell or head."""
    columns = {c for row in shape.rows for c in row.values}
    money = {c for row in shape.rows for c, cell in row.values.items() if "£" in cell.text}
    others = " ".join([shape.corner, shape.title, *(head for c, head in shape.heads.items() if c not in money)])
    if len(money) != 1 or len(columns) < 3 or _MONEY.search(others):
        return False
    return all("£" in row.values[c].text for row in shape.rows for c in money if c in row.values)


def _used_as(reading: Annotated, use: Use) -> Annotated:
    """A cell's reading with its numbers known to be no values."""
    other = tuple(Quantity(n.start, n.end, use) for n in reading.numbers)
    return replace(reading, numbers=(), quantities=(*reading.quantities, *other))


class _TableReader:
    """Reads the rows of one table."""

    def __init__(self, shape: Shape, scope: Scope, annotator: Annotator, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._corner = shape.corner
        corner = [Governor(annotator.annotate(t, heads=True), (), "caption") for t in (shape.corner, shape.title) if t]
        self._scope = replace(scope, governors=(*corner, *scope.governors))
        self._meanings = Meanings(annotator, catalogue, self._scope, shape)
        self._heads = {c: self._meanings.of_text(self._but_home(text), True) for c, text in shape.heads.items()}
        self._above = [self._meanings.of_governor(g) for g in self._scope.governors]
        self._groups = {row.group: self._meanings.of_text(row.group, False) for row in shape.rows if row.group}
        self._labels = {
            (row.group, row.label): self._meanings.of_text(
                _but_members(self._but_home(row.label)), False, self._groups.get(row.group)
            )
            for row in shape.rows
        }
        self._compose(catalogue)
        self._siblings = _common_metric(self._labels.values())
        self._name_opposites(catalogue)
        self._in_care = any(map(names_in_care, self._labels.values()))
        self._dimension = _common_dimension(self._labels.values())
        labelled = [(row, self._labels[row.group, row.label], self._groups.get(row.group)) for row in shape.rows]
        self._times = Times(self._heads, labelled, self._above, self._scope)

    def _compose(self, catalogue: Catalogue) -> None:
        """Give heads and labels that say but what became of those named over or beside them their metrics."""
        heads = list(self._heads.values())
        self._heads = {c: composed(head, [*self._above, *heads], catalogue) for c, head in self._heads.items()}
        for key, label in self._labels.items():
            group = self._groups.get(key[0])
            self._labels[key] = composed(label, [*([group] if group else []), *self._above], catalogue)

    def _name_opposites(self, catalogue: Catalogue) -> None:
        """Give a head or label that names no metric the opposite of the metric that another names, where the two are
        members of one dimension and nothing else: `In borough` above `Out of borough`."""
        for column, head in self._heads.items():
            opposite = _opposite_of(head, self._heads.values(), catalogue)
            self._heads[column] = replace(head, metric=opposite) if opposite else head
        for key, label in self._labels.items():
            group = self._groups.get(key[0])
            if group is None or group.metric is None:
                opposite = _opposite_of(label, self._labels.values(), catalogue)
                self._labels[key] = replace(label, metric=opposite, weak=True) if opposite else label

    def _but_home(self, text: str) -> str:
        """A head or label, empty where it is the name of the council whose paper it is: that says nothing more. `Inside
        Wexcombe` is inside the authority."""
        home = self._scope.home
        if not home:
            return text
        rest = text.strip().lower().removeprefix(home.lower())
        if rest != text.strip().lower() and _OFFICE.fullmatch(rest):
            return ""
        return re.sub(rf"\b(inside|within|outside(?:\s+of)?|out\s+of)\s+{re.escape(home)}\b", r"\1 the authority", text)

    def claims(
        self, row: Row, annotated: dict[int, Annotated], offsets: dict[int, int], length: int
    ) -> Iterator[Claim]:
        """The claims of a row, at their offsets in its passage of so many characters."""
        label = self._labels[row.group, row.label]
        group = self._groups.get(row.group)
        place = place_in(row, self._corner)
        for column, cell in row.values.items():
            head = composed(self._heads[column], [label], self._catalogue)
            reading = annotated.get(id(cell))
            if reading is None or not (is_value(cell.text) or is_fraction(cell.text)):
                continue
            around = Around(
                row,
                replace(label, metric=head.metric) if head is not self._heads[column] else label,
                head,
                group,
                self._above,
                self._dimension,
                self._siblings,
                others_in_care=self._in_care,
                is_dated=self._times.has(column),
                place=place,
            )
            choice = choose(around, self._catalogue, self._scope) if around.is_ours else None
            if choice is None:
                continue
            for number in reading.numbers:
                claim = self._claim(around, choice, column, number, offsets[id(cell)], length)
                if claim is not None:
                    yield claim

    def _claim(
        self, around: Around, choice: Choice, column: int, number: Number, offset: int, length: int
    ) -> Claim | None:
        measured = unit_of(choice.metric, number, around)
        if measured is None:
            return None
        metric, (unit, kind) = choice.metric, measured
        if unit is Unit.PER_10000 and metric.counts:
            rate = self._catalogue.rate_of(metric.counts)
            if rate is None:
                return None
            metric = rate
        if not choice.by.keys() >= set(metric.needs):
            return None
        if kind is Kind.LEVEL and unit is Unit.PERCENT and metric.counts and not metric.of and not choice.by:
            return None
        return Claim(
            number=replace(number, start=number.start + offset, end=number.end + offset),
            metric=metric,
            unit=unit,
            value=-number.value if number.signed < 0 else number.value,
            kind=kind,
            by=dict(choice.by),
            area=area_of(around, choice.by, self._scope),
            role=role_of(around),
            bound=number.bound,
            period=self._times.period_of(around, column, metric),
            quote=(0, length),
            reasons=[choice.reason],
            doubts=["joined by a guess"] * choice.doubts,
        )


def _opposite_of(meaning: Meaning, beside: Iterable[Meaning], catalogue: Catalogue) -> Metric | None:
    """The opposite of the metric of another head or label that one without a metric of its own is."""
    if meaning.metric is not None or not meaning.passage.members:
        return None
    for other in beside:
        opposite = other.metric.opposite if other.metric and not other.period else None
        if opposite and _are_opposite(meaning, other):
            return catalogue.metrics[opposite]
    return None


def _are_opposite(label: Meaning, other: Meaning) -> bool:
    """Whether two labels are each but a member of one dimension, and not the same."""

    def members(meaning: Meaning) -> dict[str, str]:
        whole = len(meaning.text.strip())
        return {d: name for m in meaning.passage.members if m.end - m.start == whole for d, name in m.members}

    mine, its = members(label), members(other)
    return any(dimension in its and its[dimension] != name for dimension, name in mine.items())


_MEMBERS = re.compile(r"\(\s*(?:including|incl?\b\.?|excluding|excl?\b\.?|inclusive\s+of|exclusive\s+of)[^()]*\)", re.I)
"""Who is counted with or without the population that a label names: `(including UASC)`."""


def _but_members(label: str) -> str:
    """A label without the brackets that say who is counted in: they name no population of their own."""
    return _MEMBERS.sub(lambda m: " " * len(m[0]), label)


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


def _common_metric(labels: Iterable[Meaning]) -> Metric | None:
    """The metric that the labels of a table name where they name but one, and several do."""
    named = [label.metric for label in labels if label.metric is not None]
    return named[0] if len(named) > 1 and all(metric is named[0] for metric in named) else None


def _common_dimension(labels: Iterable[Meaning]) -> str | None:
    """The dimension that most labels of a table have a member of, apart from those that many dimensions have."""
    votes = Counter(
        dimension
        for label in labels
        for dimension in {d for m in label.passage.members for d, name in m.members if name not in VAGUE_MEMBERS}
    )
    return votes.most_common(1)[0][0] if votes else None
