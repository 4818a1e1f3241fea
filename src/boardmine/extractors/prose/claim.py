"""Claims from running text: paragraphs, headings, list items, captions, and cells that hold sentences."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from boardmine.catalogue.model import Catalogue, Metric
from boardmine.extractors.claims import Claim, Scope
from boardmine.extractors.prose.clauses import Clause
from boardmine.extractors.prose.doubts import doubts_of
from boardmine.extractors.prose.elliptic import spelt_out
from boardmine.extractors.prose.enumerated import told_in_a_row
from boardmine.extractors.prose.everyone import is_of_everyone
from boardmine.extractors.prose.figures import figures_of
from boardmine.extractors.prose.joining import Joiner, View, from_behind
from boardmine.extractors.prose.labels import label_of
from boardmine.extractors.prose.predicates import says_nothing_of_time, tells_of_others
from boardmine.extractors.prose.respectively import told_apart
from boardmine.extractors.prose.roles import role_of
from boardmine.extractors.prose.setting import Setting
from boardmine.extractors.prose.sharing import says_otherwise, share_times, take_times
from boardmine.extractors.prose.timing import Timing, timings_of
from boardmine.extractors.prose.units import as_rate, composed, is_of_each, unit_of
from boardmine.extractors.prose.wholes import in_part, whole_of
from boardmine.extractors.prose.whose import area_of
from boardmine.extractors.sentence import Sentence
from boardmine.language.annotate import Annotated
from boardmine.language.mentions import Direction, Period, Span, Use, When
from boardmine.language.wording import one_of
from boardmine.records import AUTHORITY, Bound, Kind, Role, Unit

Annotate = Callable[[str], Annotated]

_OF_THEM = re.compile(r"\s*(?:\([^()]{1,20}\)\s*)?of\s+(?:them|these|those|whom|which)\b", re.I)


_MEAN = re.compile(r"\b(?:average[sd]?|mean|typically|on\s+average)\b", re.I)
_FOR_LONGER = re.compile(r"\s+(?:continuously\s+)?(?:for\s+)?(?:a\s+period\s+of\s+)?", re.I)
_DEEDS = one_of(
    "went on, accepted, declined, applied, progressed, turned, led to, needed, required, said, felt, wanted"
)
_DID_SOMETHING = re.compile(rf"\s*(?:\([^()]{{1,20}}\)\s*)?{_DEEDS}\b", re.I)


def claims_of(passage: Annotated, scope: Scope, catalogue: Catalogue, annotate: Annotate | None = None) -> list[Claim]:
    """The claims of a passage, in order. Sentences govern the ones after them within the passage. With `annotate`
    sentences that tell several things respectively are told apart."""
    claims: list[Claim] = []
    preceding = (0, 0)
    label = label_of(passage)
    if label is not None:
        scope = replace(scope, governors=(label, *scope.governors), recent=())
    for index, (start, end) in enumerate(passage.sentences):
        sentence = Sentence(passage, start, end)
        if not sentence.numbers:
            preceding = (start, end)
            continue
        here = replace(scope, own=tuple(claims), recent=(*scope.recent, *claims), preceding=preceding)
        preceding = (0, 0)
        apart = _claims_apart(sentence, here, catalogue, annotate) if annotate else None
        own = _claims_of_sentence(sentence, here, catalogue) if apart is None else apart
        if apart is None and annotate:
            own = _claims_in_a_row(sentence, here, catalogue, annotate, len(own)) or own
        if index:
            take_times(own, sentence, Sentence(passage, *passage.sentences[index - 1]), claims)
        for claim in own:
            claim.sentence = index
            claim.quote = (start, end)
        claims += own
    return claims


def _claims_apart(sentence: Sentence, scope: Scope, catalogue: Catalogue, annotate: Annotate) -> list[Claim] | None:
    """The claims of a sentence that leaves out shared words or tells several things respectively; None where it does
    not. Of the ways to tell them apart that one is taken which gives most numbers a claim unlike the others'."""
    full = spelt_out(sentence)
    if full is not None:
        return _claims_of_clause(full, scope, catalogue, annotate)
    best: list[Claim] = []
    most = 0
    for clauses in told_apart(sentence):
        told = [_claims_of_clause(clause, scope, catalogue, annotate) for clause in clauses]
        heads = [c for claims, x in zip(told, clauses, strict=True) for c in claims if c.number.start == x.own[0]]
        if len(heads) <= most or len({_what(claim) for claim in heads}) < len(heads):
            continue
        most = len(heads)
        best = [c for claims, x in zip(told, clauses, strict=True) for c in claims if x.holds(c.number)]
        best += [c for c in told[0] if not any(x.holds(c.number) for x in clauses)]
        if most == len(clauses):
            break
    return sorted(best, key=lambda c: c.number.start) if most else None


def _claims_in_a_row(
    sentence: Sentence, scope: Scope, catalogue: Catalogue, annotate: Annotate, most: int
) -> list[Claim]:
    """The claims of a sentence that lists what one label is for several, where each is unlike the others and they are
    more than `most`. One of a label that was not understood as the others were is left out."""
    # No number has more than one claim.
    clauses = told_in_a_row(sentence) if most < len(sentence.numbers) else ()
    told = [_claims_of_clause(clause, scope, catalogue, annotate) for clause in clauses]
    claims = [c for said, clause in zip(told, clauses, strict=True) for c in said if clause.holds(c.number)]
    broken_down = {c.metric.id: c.by.keys() for c in claims if c.by}
    claims = [c for c in claims if c.by.keys() >= broken_down.get(c.metric.id, frozenset())]
    unlike = len({_what(claim) for claim in claims}) == len(claims)
    return claims if len(claims) > most and unlike else []


def _claims_of_clause(clause: Clause, scope: Scope, catalogue: Catalogue, annotate: Annotate) -> list[Claim]:
    passage = annotate(clause.text)
    claims = []
    for claim in _claims_of_sentence(Sentence(passage, 0, len(clause.text)), scope, catalogue):
        place = clause.original(claim.number)
        if place is not None:
            claims.append(replace(claim, number=replace(claim.number, start=place[0], end=place[1])))
    return claims


def _what(claim: Claim) -> tuple[object, ...]:
    """What a claim is of: two numbers that are told respectively differ in it."""
    period = claim.period and replace(claim.period, start=0, end=0)
    return claim.metric.id, tuple(sorted(claim.by.items())), claim.area, claim.role, period


def _claims_of_sentence(sentence: Sentence, scope: Scope, catalogue: Catalogue) -> list[Claim]:
    figures = figures_of(sentence)
    view = View(catalogue, sentence, figures, scope)
    joiner = Joiner(view)
    timings = timings_of(sentence, figures)
    by_index: list[Claim | None] = []
    for figure in figures:
        attachment = joiner.attach(figure, by_index)
        setting = Setting(view, figure, attachment, by_index) if attachment else None
        by_index.append(_claim(setting, timings[figure.index]) if setting else None)
    for figure in figures[:-1]:
        following = by_index[figure.index + 1]
        attachment = from_behind(view, figure, following) if by_index[figure.index] is None and following else None
        if attachment:
            by_index[figure.index] = _held_against(Setting(view, figure, attachment, []), timings[figure.index])
    claims = [c for c in by_index if c is not None]
    share_times(sentence, claims)
    told = [c for i, c in enumerate(claims) if not says_otherwise(sentence, c, claims[:i])]
    return [c for c in told if not c.of_everyone]


def _held_against(at: Setting, timing: Timing) -> Claim | None:
    """What opens a sentence for what follows to be held against, or where it started from: a target, or whose it is,
    must be said of it."""
    claim = _claim(at, timing)
    told = claim and (claim.area != AUTHORITY or claim.role is not Role.ACTUAL)
    said = told or (claim and (at.figure.from_baseline or claim.by != at.attachment.by))
    return claim if said else None


def _claim(at: Setting, timing: Timing) -> Claim | None:
    figure, number = at.figure, at.figure.number
    metric, by = in_part(at)
    counted = as_rate(at, metric)
    metric = composed(at, counted)
    unit = unit_of(at, metric)
    if unit is None or is_of_each(at, counted):
        return None
    value = number.value if figure.direction is not Direction.DOWN else -number.value
    if unit is Unit.COUNT and metric.type != "mean" and value != int(value):
        return None
    if unit is Unit.PERCENT and figure.kind is Kind.LEVEL and metric.counts and not metric.of and not by:
        return None
    if _is_no_mean(at, metric) or says_nothing_of_time(at, metric, unit) or _is_of_a_duration(at, metric):
        return None
    if tells_of_others(at, metric, by):
        return None
    if (_says_nothing_new(at, by) and area_of(at) == AUTHORITY and not at.names_home) or not by.keys() >= set(
        metric.needs
    ):
        return None
    area = area_of(at)
    doubts = list(doubts_of(at, metric, by, area))
    return Claim(
        number=number,
        metric=metric,
        unit=unit,
        value=value,
        kind=figure.kind,
        by=by,
        area=area,
        role=role_of(at),
        bound=number.bound,
        period=_period(at, timing, metric),
        period_inherited=timing.period is None or timing.remote,
        baseline=timing.baseline,
        from_baseline=figure.from_baseline,
        compared=figure.compared,
        since_then=figure.since_then,
        partial=at.view.is_part(figure),
        of_everyone=is_of_everyone(at, metric),
        taken_over=at.attachment.inherited if figure.group == figure.index else None,
        reasons=[at.attachment.reason],
        guesses=at.attachment.doubts,
        doubts=doubts,
    )


def _is_no_mean(at: Setting, metric: Metric) -> bool:
    """`caseloads remain above 25`: a limit that single values pass, where no mean is spoken of."""
    bounded = at.figure.number.bound not in (Bound.EXACT, Bound.ABOUT) and metric.type == "mean"
    said = _MEAN.search(at.sentence.text, *at.left) or _MEAN.search(at.sentence.text, *at.right)
    return bounded and metric.units == (Unit.COUNT,) and said is None and role_of(at) is Role.ACTUAL


def _is_of_a_duration(at: Setting, metric: Metric) -> bool:
    """`31 children had been in care for more than two years`: a part of those in care, and of no known breakdown."""
    term = at.attachment.term
    if term is None or metric.type != "stock" or metric.of or not metric.counts or at.attachment.side != "right":
        return False
    if "duration" in metric.by or at.figure.kind is not Kind.LEVEL:
        return False
    lengths = (q for q in at.sentence.quantities if q.use is Use.DURATION and q.reading and q.start >= term.end)
    return any(_FOR_LONGER.fullmatch(at.sentence.between(term.end, q.start)) for q in lengths)


def _says_nothing_new(at: Setting, by: dict[str, str]) -> bool:
    """`19 of them have turned 18`: a part of those counted before, but which part the catalogue does not know."""
    source = at.attachment.inherited
    own = at.figure.kind is Kind.LEVEL and at.figure.group == at.figure.index
    if source is None or not own or at.figure.whole or at.figure.enclosed or source.by != by:
        return False
    behind = at.sentence.between(at.figure.number.end, at.figure.number.end + 40)
    counted_out = source in at.in_sentence and at.view.is_whole(source)
    parted = counted_out or at.view.is_part(at.figure) or _OF_THEM.match(behind) is not None
    told = source in at.in_sentence and not at.figure.labelled and _DID_SOMETHING.match(behind) is not None
    return source.metric is at.attachment.metric and (parted or told)


def _beside(at: Setting) -> Claim | None:
    """The claim before it in the sentence, past what stands in brackets that it is not in."""
    claims = zip(at.before, at.view.figures, strict=False)
    beside = [c for c, f in claims if c is not None and (at.figure.enclosed or not f.enclosed)]
    return beside[-1] if beside else next(reversed(at.in_sentence), None)


def _period(at: Setting, timing: Timing, metric: Metric) -> Period | None:
    """The figure's own period, or that of the claim it takes over from or is a part of."""
    if timing.period is not None and timing.period.when in (When.THIS, When.CONTEXT):
        titles = timing.period.when is When.THIS and timing.period.span is Span.YEAR
        return at.scope.governing_span(timing.period.span, titles) or timing.period
    if timing.period is not None or at.figure.from_baseline or at.figure.kind is Kind.CHANGE:
        return timing.period
    beside = _beside(at)
    if beside and beside.kind is Kind.CHANGE and metric.rate_of:
        beside = next((c for c in at.in_sentence if c.metric.counts == metric.rate_of), None)
    if beside and (beside.kind is Kind.CHANGE or beside.period is None or beside.period.when is When.EARLIER):
        beside = None
    inherited = at.attachment.inherited
    if inherited and inherited.kind is Kind.CHANGE and metric.rate_of:
        inherited = None
    source = whole_of(at) or inherited or beside
    if source is not None and source.period is not None and not source.from_baseline:
        return source.period
    return at.scope.governing_period()
