"""Which metric a cell is a value of, and which part of its population, from what stands around the cell."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from boardmine.catalogue.model import Catalogue, Metric
from boardmine.extractors.breakdown import VAGUE_MEMBERS, cohort_beside, cohort_of
from boardmine.extractors.claims import Governor, Scope
from boardmine.extractors.sentence import Sentence
from boardmine.extractors.support import CORPORATE_PARENTING, is_property, prefix
from boardmine.extractors.tables.around import Around
from boardmine.extractors.tables.meaning import Meaning, under
from boardmine.extractors.tables.qualified import tells_of_some
from boardmine.extractors.tables.schooling import is_of_all_pupils, is_of_nobody

_ANSWER = re.compile(r"\W*(?:yes|no|not\s+known|unknown)\W*", re.I)
"""A label that answers the question of its group: that is no metric of its own."""
_VAGUE = re.compile(r"\W*(?:(?:any\s+|all\s+)?others?|not\s+(?:known|stated|recorded)|unknown)\W*", re.I)
"""A label of the rest, of whatever the other rows are."""
_TOTAL = re.compile(r"^\W*(?:total|all)\b", re.I)
_OF_NEED = re.compile(
    r"\b(?:(?:categor|reason|code)[a-z]*\s+(?:of|for)\s+(?:primary\s+)?need|(?:primary\s+)?need\s+(?:code|categor)[a-z]*"
    r"|primary\s+need)\b|^\W*N[0-9]\b",
    re.I,
)
_NEAR_ABOVE = 3
_STAGE = "key_stage"
_COVERED = 0.3
"""How much of a row label must be understood where it names no metric of its own."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A metric and breakdown for a cell, why, and how many guesses it took."""

    metric: Metric
    by: dict[str, str]
    reason: str
    doubts: int


def choose(around: Around, catalogue: Catalogue, scope: Scope) -> Choice | None:
    """The metric of a cell: that of its label, head or group; else of the caption, else of a heading."""
    sources = [("row label", around.label), ("column head", around.head)]
    if around.group and not _ANSWER.fullmatch(around.label.text):
        sources.append(("group heading", around.group))
    others = [around.head, *([around.group] if around.group else []), *around.above[:_NEAR_ABOVE]]
    if around.row.is_total and around.label.weak and any(m.metric and not m.weak for m in others):
        # `All placements` are all that the table is about.
        sources = sources[1:]
    near = [(where, m) for where, m in sources if m.metric]
    sources += [("caption" if i < 2 else "heading", m) for i, m in enumerate(around.above)]
    named = [(where, m) for where, m in sources if m.metric]
    if not named:
        return _beside(around, catalogue)
    captions = [(where, m) for where, m in named if where == "caption" and not m.weak]
    ranked = [*near, *captions, *named]
    titles = [around.above[i] for i in _titles(scope)]
    captioned = ranked[0][0] == "caption"
    narrowing = [m for _, m in named if not captioned or m not in titles or _breaks_down(around.label, m, catalogue)]
    metric, source = _narrowed(ranked[0][1], narrowing, catalogue)
    metric = _table_wide(ranked, around, metric, catalogue) or metric
    where = next((w for w, m in sources if m is source), "caption")
    labelled = (
        around.row.label
        and not around.place
        and not around.row.is_total
        and not around.label.period
        and not around.label.age
    )
    if where != "row label" and labelled and around.label.coverage(metric) < _COVERED:
        return None
    if where == "heading" and not _is_broken_down(around, metric, catalogue):
        return None
    if where != "row label" and _VAGUE.fullmatch(around.label.text) and not _of_label(around, metric, catalogue):
        return None
    from_title = any(title is source for title in titles)
    if from_title and (around.place or around.label.passage.areas):
        # A table of places in a paper about the children looked after is as like to be of the places.
        return None
    if from_title and prefix(metric.id) == "workforce":
        # The office whose paper it is, and not how many hold it.
        return None
    if is_of_all_pupils(around, metric):
        return None
    if source in around.nearest and tells_of_some(source, metric):
        return None
    if around.head.is_done and (metric.counts or (around.head.is_done_at_some_time and metric.id.endswith(".timely"))):
        return None
    if _is_of_needs(around, metric, catalogue) or _is_crossed(around, metric, catalogue):
        return None
    by = _breakdown(around, metric, source, catalogue, scope)
    doubts = (where == "heading") + source.weak + is_of_nobody(around, metric)
    return Choice(metric, by, f"words for the metric in the {where}", doubts)


def _breaks_down(label: Meaning, other: Meaning, catalogue: Catalogue) -> bool:
    return other.metric is not None and bool(label.members(catalogue, other.metric))


def _titles(scope: Scope) -> list[int]:
    """Which governors are the title of the paper: as it is known, and as the heading that its text begins with."""
    titles = [g.passage.text for g in scope.governors if g.kind == "title"]

    def heads(governor: Governor) -> bool:
        text = governor.passage.text
        return governor.kind == "heading" and bool(text) and any(title.endswith(text) for title in titles)

    return [i for i, g in enumerate(scope.governors) if g.kind == "title" or heads(g)]


def _beside(around: Around, catalogue: Catalogue) -> Choice | None:
    """The metric that the other rows name, for a row whose label is but a member of what breaks them down:
    `Vacant` below `Permanent social workers`."""
    metric, label = around.siblings, around.label
    if metric is None or around.dimension not in metric.by or label.coverage(metric) < 1:
        return None
    by = label.members(catalogue, metric)
    if around.dimension not in by:
        return None
    by |= around.head.members(catalogue, metric)
    return Choice(metric, by, "words for the metric in the rows beside", 1)


def _is_of_needs(around: Around, metric: Metric, catalogue: Catalogue) -> bool:
    """Whether a label is a category of need, by which children of all services are told apart, and looks like one of
    the categories of protection plans."""
    if "category" not in metric.by or "category" not in around.label.members(catalogue, metric):
        return False
    over = (around.label, *([around.group] if around.group else []), *around.above[:_NEAR_ABOVE])
    return any(_OF_NEED.search(m.text) for m in over)


def _is_crossed(around: Around, metric: Metric, catalogue: Catalogue) -> bool:
    """Whether label and head each name a metric, of which neither is a part of the other or broken down by it: a cell
    of both at once has none."""
    one, other = around.label.metric, around.head.metric
    if one is None or other is None or one is other or around.label.weak or (around.head.weak and not other.opposite):
        return False
    if around.row.is_total or metric not in (one, other) or not set(one.of) & set(other.of):
        return False
    return not around.label.members(catalogue, other) and not around.head.members(catalogue, one)


def _is_broken_down(around: Around, metric: Metric, catalogue: Catalogue) -> bool:
    """Whether a row or column breaks the metric of a heading down or is of a time: else the table is about something
    of its own."""
    of_time = around.head.period is not None or around.label.period is not None
    return of_time or any(m.members(catalogue, metric) for m in around.nearest)


def _narrowed(first: Meaning, others: Sequence[Meaning], catalogue: Catalogue) -> tuple[Metric, Meaning]:
    """The metric of the first source; where it counts a population that another is a property of, that other."""
    metric = first.metric
    assert metric is not None
    if metric.counts and not _TOTAL.search(first.text):
        for other in others:
            if other.metric is not None and is_property(catalogue, other.metric, metric):
                return other.metric, other
    return metric, first


def _table_wide(
    ranked: Sequence[tuple[str, Meaning]], around: Around, metric: Metric, catalogue: Catalogue
) -> Metric | None:
    """The metric that heads or caption give the whole table, where the row's own label is but a member of it."""
    if ranked[0][0] != "row label":
        return None
    if around.label.says_more_than_member:
        return None
    wide = next((m.metric for where, m in ranked if where != "row label" and m.metric), None)
    if wide is None or wide is metric or not around.label.members(catalogue, wide):
        return None
    if not around.label.is_member_of(wide):
        return None
    same = wide.counts is not None and wide.counts == metric.counts
    return None if same or is_property(catalogue, metric, wide) else wide


def _breakdown(around: Around, metric: Metric, source: Meaning, catalogue: Catalogue, scope: Scope) -> dict[str, str]:
    by = {k: v for k, v in source.by.items() if k in metric.by}
    by.update(around.head.members(catalogue, metric))
    if around.group:
        by.update(around.group.members(catalogue, metric))
    if not around.row.is_total:
        by.update(_of_label(around, metric, catalogue))
    if _STAGE in metric.by and _STAGE not in by:
        by.update(_stage_of_caption(_captions(around, scope), metric, catalogue))
    if "age" in metric.by and "age" not in by and prefix(metric.id) == "care_leavers":
        by.update(_age_of_caption(_captions(around, scope), metric, catalogue))
    if any(catalogue.dimensions[d].populations for d in metric.by if d not in by):
        label = around.label.passage
        for dimension, member in cohort_beside(catalogue, metric, label, 0, len(label.text), in_short=True).items():
            by.setdefault(dimension, member)
        sentence = Sentence(label, 0, len(label.text))
        scope = under(around.group, scope)
        for dimension, member in cohort_of(catalogue, metric, sentence, scope, 0, len(label.text)).items():
            by.setdefault(dimension, member)
        by = {**_of_corporate_parents(metric, catalogue, scope), **by}
    return by


def _captions(around: Around, scope: Scope) -> list[Meaning]:
    """What stands over a table and may tell whose its values are: no paragraph that states numbers of its own."""
    return [m for m, governor in zip(around.above, scope.governors, strict=False) if not governor.claims]


def _stage_of_caption(captions: Sequence[Meaning], metric: Metric, catalogue: Catalogue) -> dict[str, str]:
    """The key stage that a caption or heading says its whole table is of."""
    for meaning in captions:
        stage = meaning.members(catalogue, metric).get(_STAGE)
        if stage is not None:
            return {_STAGE: stage}
    return {}


def _age_of_caption(captions: Sequence[Meaning], metric: Metric, catalogue: Catalogue) -> dict[str, str]:
    """The ages of care leavers that a caption says its whole table is of: `Care leavers aged 19-21`."""
    told = {age for m in captions[:_NEAR_ABOVE] if (age := m.members(catalogue, metric).get("age"))}
    return {"age": told.pop()} if len(told) == 1 else {}


def _of_corporate_parents(metric: Metric, catalogue: Catalogue, scope: Scope) -> dict[str, str]:
    """The cohort of a scorecard for corporate parents: the children looked after."""
    headings = (g.passage for g in scope.governors if g.kind != "title")
    if not any(p.population == CORPORATE_PARENTING for passage in headings for p in passage.populations):
        return {}
    dimensions = (catalogue.dimensions[d] for d in metric.by)
    return {
        d.id: m for d in dimensions if not d.members for m, population in d.populations.items() if population == "cla"
    }


def _of_label(around: Around, metric: Metric, catalogue: Catalogue) -> dict[str, str]:
    """What a row's label breaks the metric down by. `Other` is a member of many dimensions: it is one of that which the
    other rows have."""
    members = around.label.members(catalogue, metric)
    dimension = around.dimension
    if dimension not in metric.by or not _VAGUE.fullmatch(around.label.text):
        rest = [d for d, name in members.items() if name in VAGUE_MEMBERS]
        return members if len(rest) < 2 else _nearest_rest(around.label, members, rest)
    vague = set(members.values()) or {"other"}
    return {dimension: vague.pop()} if vague <= catalogue.dimensions[dimension].members.keys() else members


def _nearest_rest(label: Meaning, members: dict[str, str], rest: list[str]) -> dict[str, str]:
    """The members of a label without those of the rest whose words say less than others': `Other placement` is no
    ethnicity."""
    said = [m for m in label.passage.members if any(d in rest for d, _ in m.members)]
    longest = max(said, key=lambda m: m.end - m.start, default=None)
    kept = {d for d, _ in longest.members} if longest else set(rest)
    return {d: name for d, name in members.items() if d not in rest or d in kept}
