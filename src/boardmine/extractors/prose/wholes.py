"""Which whole a figure is a part of, and so which breakdown of which metric it is."""

from __future__ import annotations

import re

from boardmine.catalogue.model import Metric
from boardmine.extractors.agelabels import age_label
from boardmine.extractors.breakdown import cohort_beside, cohort_of, members_in
from boardmine.extractors.claims import Claim, Follow
from boardmine.extractors.prose.own_metrics import counted_apart
from boardmine.extractors.prose.setting import Setting
from boardmine.language.mentions import TermMention
from boardmine.language.wording import CAUSE
from boardmine.records import Kind, Unit

_NEXT_OF_LIST = re.compile(r"(?:,|;|\band)\s*$", re.I)
_NEXT_THOUGHT = re.compile(r"[,;:]|\band\b|\bagainst\b|\bcompared\b")
_NEW_CLAUSE = re.compile(r",\s*(?:and|but|while|whilst|whereas|with)\b", re.I)
_WITH_SO_MANY = re.compile(r"\b(?:is|was|are|were|has|have|had|remains?|remained)\b[^.;]*\bwith\s*$", re.I)
"""`the external market was good, with 37 placements`: what was told before is no label."""
_CLAUSE_END = re.compile(
    r",\s*(?:most|some|many|with|which|and|but|of|the|a|an|this|compared|while|who|so)\b|\s(?:while|whilst|whereas)\b"
    rf"|,\s*{CAUSE}\b",
    re.I,
)
_GOES_ON = re.compile(r"(?:,|\band|\bbut|\bwhile|\bwhilst)\s*(?:only\s+|just\s+|a\s+further\s+)?$", re.I)
_OF_THEM = re.compile(r"\s*of\s+(?:them|these|whom|which)\b", re.I)
_TOLD = re.compile(r"\b(?:is|was|are|were|be|been|has|have|had)\b", re.I)
"""What stands behind it is said of a part: `of the 93 children in care, 12 were ...`."""
_WHICH_WAS = re.compile(r",\s*(?:which|who)\s+(?:is|are|was|were)\s+", re.I)
_ENDS_LABEL = re.compile(r"[,;.)]|\s(?:and|while|with)\b", re.I)
_OF_THOSE = re.compile(r"(?:^|[.;:,]\s*)\W*of\s+(?:the|those|these|all|our)?\s*(?:\w+\s+){0,4}$", re.I)


def in_part(at: Setting) -> tuple[Metric, dict[str, str]]:
    """The metric and breakdown of a figure. Where it is part of a counted whole that is not the metric's own
    population, it is a breakdown of that whole."""
    figure, attachment, passage = at.figure, at.attachment, at.sentence.passage
    metric = attachment.metric
    ranges = _member_ranges(at)
    from_right = attachment.side != "left"
    claimed = whole_of(at)
    whole = claimed.metric if claimed else _spoken_whole(at) or _leavers(at)
    if whole is not None and whole is not metric and attachment.side != "above" and figure.kind is Kind.LEVEL:
        own_population = whole.counts is not None and (whole.counts in metric.of or whole.counts == metric.counts)
        members = members_in(at.catalogue, whole, passage, ranges, None, from_right, False)
        counted = figure.number.unit is None and not attachment.doubts and attachment.term is not None
        if counted and metric.type == "flow" and whole.counts == "cla_leavers":
            members = {}
        cannot = own_population and attachment.term is None and not members.keys() & set(metric.by)
        own_metric = _of_its_own(at, whole)
        if own_metric is not None:
            return own_metric, {}
        if members and (not own_population or cannot):
            return whole, {**(claimed.by if claimed else {}), **members}
    narrower = _of_those_just_counted(at)
    if narrower is not None:
        return narrower
    together = figure.index == 0 and not figure.enclosed
    own_metric = _of_its_own(at, metric) if attachment.side == "right" else None
    if own_metric is not None:
        return own_metric, {}
    members = members_in(at.catalogue, metric, passage, ranges, attachment.term, from_right, together)
    source = attachment.inherited
    beside = source is not None and (source in at.in_sentence or at.scope.is_item) and not at.view.is_part(figure)
    own = (
        members
        and figure.kind is Kind.LEVEL
        and figure.group == figure.index
        and not (members.keys() & attachment.by.keys())
    )
    by = {k: v for k, v in attachment.by.items() if k in metric.by and not (beside and own)}
    parted = source is not None and not attachment.by and _is_one_of_several(at, source)
    if attachment.inherited is not None and figure.group == figure.index and not members and not parted:
        by = {k: v for k, v in attachment.inherited.by.items() if k in metric.by}
    by.update(members)
    label = _age_beside(at) if "age" in metric.by else None
    if label:
        by["age"] = label
    if "age" in metric.by and "age" not in by:
        by.update(_age_of_the_same(at, metric))
    if metric.cohort == "cla_16plus" and by.get("age") in ("16+", "16-17"):
        del by["age"]
    by.update(cohort_beside(at.catalogue, metric, passage, figure.number.end, at.right[1]))
    for claim in reversed(at.in_sentence):
        for dimension in ("cohort",) if "cohort" in metric.by else ():
            if dimension in claim.by:
                by.setdefault(dimension, claim.by[dimension])
    for dimension, member in cohort_of(at.catalogue, metric, at.sentence, at.scope, *ranges[0]).items():
        by.setdefault(dimension, member)
    return counted_apart(at, metric, by)


def _is_one_of_several(at: Setting, source: Claim) -> bool:
    """Whether what a figure goes on from is one part of several told in the sentence before, where the figure counts
    the whole of a thing by its name: `15 were mainstream and 12 connected. This compares with 21 approvals`."""
    if source in at.in_sentence or at.figure.follow is not Follow.TERM:
        return False
    alike = (c for c in at.scope.recent[-4:] if c.metric is source.metric and c.sentence == source.sentence)
    return source.partial or any(c.by != source.by for c in alike)


def _of_those_just_counted(at: Setting) -> tuple[Metric, dict[str, str]] | None:
    """`78 lived in children's homes, 52 of them outside the county`: both a whole and a part, of which the breakdown
    of those just counted is the narrower; so is `of which 15 were mainstream and 12 were connected carers`."""
    figure, term, last = at.figure, at.attachment.term, next(reversed(at.in_sentence), None)
    if last is None or term is None or last.kind is not Kind.LEVEL or at.attachment.metric in (last.metric, None):
        return None
    if figure.number.unit not in (None, Unit.PERCENT) or figure.kind is not Kind.LEVEL or last.unit is not Unit.COUNT:
        return None
    of_them = _OF_THEM.match(at.sentence.between(figure.number.end, figure.number.end + 16)) is not None
    goes_on = last.partial and _GOES_ON.search(at.sentence.between(*at.left)) is not None
    same = [m for m in at.sentence.members if m.start < term.end and term.start < m.end]
    members = [(d, member) for m in same for d, member in m.members if d in last.metric.by]
    named = {d: m for d, m in members if (of_them and d not in last.by) or (goes_on and last.by.get(d, m) != m)}
    return (last.metric, {**last.by, **named}) if named else None


def _of_its_own(at: Setting, whole: Metric) -> Metric | None:
    """The metric of its own whose words name a part of a whole, which comes before the breakdown that says the same:
    of those who left care, `38 were adopted`. Shares are of the whole."""
    if (
        whole.counts is None
        or whole.type != "flow"
        or at.figure.number.unit is not None
        or at.figure.kind is not Kind.LEVEL
    ):
        return None
    for term in at.sentence.passage.within(at.sentence.terms, *at.right):
        same = (m for m in at.sentence.members if m.start < term.end and term.start < m.end)
        if any(d in whole.by for m in same for d, _ in m.members):
            metrics = (at.catalogue.metrics[r.metric] for r in term.readings)
            own = next((m for m in metrics if m.type == "flow" and m is not whole), None)
            if own is not None:
                return own
    return None


def _age_of_the_same(at: Setting, metric: Metric) -> dict[str, str]:
    """`51% of those aged 19 to 21 were in work and 88% were in suitable homes`: the second share is of the same."""
    last = next(reversed(at.in_sentence), None)
    if last is None or at.figure.follow is not Follow.VERB or at.figure.kind is not Kind.LEVEL or "age" not in last.by:
        return {}
    alike = last.kind is Kind.LEVEL and last.unit is Unit.PERCENT and at.figure.number.unit is Unit.PERCENT
    goes_on = _GOES_ON.search(at.sentence.between(*at.left)) is not None
    return {"age": last.by["age"]} if alike and goes_on and last.metric.of == metric.of else {}


def _age_beside(at: Setting) -> str | None:
    """An age band that is a label: `10 to 15: 94` before its number, `38% 10 to 15` behind it."""
    number = at.figure.number
    if at.figure.labelled:
        return age_label(at.sentence.between(at.sentence.start, number.start))
    stop = _ENDS_LABEL.search(at.sentence.text, number.end, at.right[1])
    behind = at.sentence.between(number.end, stop.start() if stop else at.right[1])
    label = age_label(behind) if number.unit is Unit.PERCENT and behind.strip() else None
    return None if label and label.isdigit() and behind.lstrip().startswith("(") else label


def _member_ranges(at: Setting) -> list[tuple[int, int]]:
    """Where to look for members, the nearest first."""
    figure, view = at.figure, at.view
    right = _to_clause_end(at)
    if figure.whole:
        told = _TOLD.search(at.sentence.text, figure.number.end, right[1])
        return [(right[0], told.start() if told else right[1])]
    if figure.group != figure.index and at.restated is None:
        return [(view.figures[figure.group].number.end, right[1])]
    if figure.group != figure.index:
        return [right]
    if figure.label_first:
        return [at.left]
    if figure.enclosed:
        behind = view.behind_bracket(figure)
        if at.attachment.side == "right" and not at.attachment.inherited:
            return [right, at.left, behind]
        return [at.left, (figure.number.end, right[1]), behind]
    if figure.follow is Follow.BARE:
        stop = _next_thought(at, right[1])
        opened = at.sentence.text.find("(", figure.number.end, right[1])
        if opened >= 0 and ")" not in at.sentence.text[opened : right[1]] and not (stop and stop.start() < opened):
            stop = re.compile(r"\(").search(at.sentence.text, opened)
        return [(figure.number.end, stop.start() if stop else right[1]), at.left, view.opening()]
    if at.attachment.side == "right" and figure.follow in (Follow.TERM, Follow.GENERIC) and not at.attachment.inherited:
        if _WITH_SO_MANY.search(at.sentence.between(*at.left)):
            return [right]
        clauses = list(_NEW_CLAUSE.finditer(at.sentence.text, *at.left))
        if clauses:
            return [right, (clauses[-1].end(), at.left[1])]
    if _is_next_of_list(at):
        return [right, (at.figure.number.start, at.figure.number.start), view.opening()]
    return [right, at.left, view.opening()]


def _is_next_of_list(at: Setting) -> bool:
    """`112 in-house foster carers and 31 in residential homes`: what stands before a number is told of the last one."""
    before = next((f for f in reversed(at.view.figures[: at.figure.index]) if f.group != at.figure.group), None)
    if before is None or at.attachment.side != "right" or at.attachment.inherited is not None:
        return False
    counts = before.follow in (Follow.TERM, Follow.MEMBER) and not before.labelled and not before.whole
    return counts and _NEXT_OF_LIST.search(at.sentence.between(*at.left)) is not None


def _next_thought(at: Setting, end: int) -> re.Match[str] | None:
    """Where another thought begins behind the figure; an `and` within the words of a member is none."""
    behind = at.figure.number.end
    words = (*at.sentence.members, *at.sentence.quantities, *at.sentence.terms)
    members = [m for m in words if m.start >= behind]
    for stop in _NEXT_THOUGHT.finditer(at.sentence.text, behind, end):
        if not any(m.start <= stop.start() and stop.end() <= m.end for m in members):
            return stop
    return None


def _to_clause_end(at: Setting) -> tuple[int, int]:
    """The window on the right, cut where another thought begins."""
    start, end = at.right
    stop = next(
        (s for s in _CLAUSE_END.finditer(at.sentence.text, at.figure.number.end, end) if not _tells(at, s)), None
    )
    ends = [stop.start() if stop else end]
    within = at.sentence.passage.within
    labels = {d for m in within(at.sentence.members, *at.left) for d, _ in m.members}
    ends += [
        m.start
        for m in within(at.sentence.members, at.figure.number.end, end)
        if labels & {d for d, _ in m.members} and at.view.tied_ahead(at.figure, m)
    ]
    return start, min(ends)


def _tells(at: Setting, stop: re.Match[str]) -> bool:
    """Whether a relative clause says which members a figure counts: `1 complaint, which was not upheld`."""
    relative = _WHICH_WAS.match(at.sentence.text, stop.start())
    return relative is not None and any(m.start == relative.end() for m in at.sentence.members)


def whole_of(at: Setting) -> Claim | None:
    """The claim that a figure is a part of: the whole named before it in the sentence, or in the intro."""
    if at.figure.whole or at.figure.group != at.figure.index:
        return None
    own = at.in_sentence
    if at.view.is_part(at.figure):
        known = own or list(at.scope.recent[-3:])
        return next((c for c in reversed(known) if not c.partial and c.kind is Kind.LEVEL), None)
    wholes = [c for c in own if at.view.is_whole(c)]
    if wholes:
        return wholes[-1]
    if at.scope.is_item:
        for governor in at.scope.governors:
            if governor.kind == "intro" and governor.claims:
                counted = [c for c in governor.claims if c.metric.counts and c.kind is Kind.LEVEL]
                return (counted or governor.claims)[-1]
    return None


def _spoken_whole(at: Setting) -> Metric | None:
    """The population that a share is of, where it is named without a number: `of the children who left care`."""
    for term in at.sentence.terms:
        lead = at.sentence.between(at.sentence.start, term.start)
        if term.end <= at.figure.number.start and _OF_THOSE.search(lead):
            return _counting(at, term)
    for governor in at.scope.governors:
        for term in governor.passage.terms:
            if _OF_THOSE.search(governor.passage.text[: term.start]):
                return _counting(at, term)
    return None


def _counting(at: Setting, term: TermMention) -> Metric | None:
    metrics = (at.catalogue.metrics[r.metric] for r in term.readings if not r.weak)
    return next((m for m in metrics if m.counts), None)


def _leavers(at: Setting) -> Metric | None:
    """Children who left care, where they were just spoken of: a share of orders is then a share of leavers."""
    metric = at.attachment.metric
    is_share_of_orders = not metric.of and Unit.COUNT in metric.units and metric.type == "flow"
    if at.figure.number.unit is not Unit.PERCENT or metric.counts == "cla_leavers" or not is_share_of_orders:
        return None
    spoken = (c.metric for c in reversed([*at.scope.recent[-4:], *at.in_sentence]))
    return next((m for m in spoken if m.counts == "cla_leavers"), None)
