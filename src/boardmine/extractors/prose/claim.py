"""Claims from running text: paragraphs, headings, list items, captions, and cells that hold sentences."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from boardmine.catalogue.model import Catalogue
from boardmine.extractors.claims import Claim, Figure, Scope
from boardmine.extractors.prose.figures import figures_of
from boardmine.extractors.prose.joining import Attachment, Joiner
from boardmine.extractors.prose.timing import Timing, timings_of
from boardmine.extractors.prose.units import as_rate, composed, is_of_each, unit_of
from boardmine.extractors.prose.wholes import in_part, whole_of
from boardmine.extractors.prose.whose import area_of, role_of
from boardmine.extractors.sentence import Sentence
from boardmine.language.annotate import Annotated
from boardmine.language.mentions import Direction, Period, When
from boardmine.records import Kind, Unit


def claims_of(passage: Annotated, scope: Scope, catalogue: Catalogue) -> list[Claim]:
    """The claims of a passage, in order. Sentences govern the ones after them within the passage."""
    claims: list[Claim] = []
    preceding = (0, 0)
    for index, (start, end) in enumerate(passage.sentences):
        sentence = Sentence(passage, start, end)
        if not sentence.numbers:
            preceding = (start, end)
            continue
        here = replace(scope, own=tuple(claims), recent=(*scope.recent, *claims), preceding=preceding)
        preceding = (0, 0)
        own = _claims_of_sentence(sentence, here, catalogue)
        for claim in own:
            claim.sentence = index
            claim.quote = (start, end)
        claims += own
    return claims


def _claims_of_sentence(sentence: Sentence, scope: Scope, catalogue: Catalogue) -> list[Claim]:
    figures = figures_of(sentence)
    joiner = Joiner(catalogue, sentence, figures, scope)
    timings = timings_of(sentence, figures)
    by_index: list[Claim | None] = []
    for figure in figures:
        attachment = joiner.attach(figure, by_index)
        claim = None
        if attachment is not None:
            claim = _claim(sentence, figure, attachment, timings[figure.index], joiner, scope, catalogue, by_index)
        by_index.append(claim)
    return [c for c in by_index if c is not None]


def _claim(
    sentence: Sentence,
    figure: Figure,
    attachment: Attachment,
    timing: Timing,
    joiner: Joiner,
    scope: Scope,
    catalogue: Catalogue,
    before: Sequence[Claim | None],
) -> Claim | None:
    number = figure.number
    metric, by = in_part(sentence, figure, attachment, joiner, scope, catalogue, before)
    metric = as_rate(sentence, figure, joiner, metric, catalogue, [*scope.own, *(c for c in before if c)])
    metric = composed(sentence, figure, joiner, metric, catalogue)
    unit = unit_of(figure, metric, [*scope.own, *(c for c in before if c)])
    if unit is None or is_of_each(sentence, figure, metric):
        return None
    value = number.value if figure.direction is not Direction.DOWN else -number.value
    if unit is Unit.COUNT and metric.type != "mean" and value != int(value):
        return None
    if unit is Unit.PERCENT and figure.kind is Kind.LEVEL and metric.counts and not metric.of and not by:
        return None
    return Claim(
        number=number,
        metric=metric,
        unit=unit,
        value=value,
        kind=figure.kind,
        by=by,
        area=area_of(sentence, figure, joiner, before, scope.home),
        role=role_of(sentence, figure, joiner, before),
        bound=number.bound,
        period=_period(figure, timing, attachment, joiner, scope, before),
        period_inherited=timing.period is None or timing.remote,
        baseline=timing.baseline,
        from_baseline=figure.from_baseline,
        since_then=figure.since_then,
        partial=joiner.is_part(figure),
        reasons=[attachment.reason],
        doubts=attachment.doubts,
    )


def _period(
    figure: Figure,
    timing: Timing,
    attachment: Attachment,
    joiner: Joiner,
    scope: Scope,
    before: Sequence[Claim | None],
) -> Period | None:
    """The figure's own period, or that of the claim it takes over from or is a part of."""
    if timing.period is not None or figure.from_baseline or figure.kind is Kind.CHANGE:
        return timing.period
    whole = whole_of(figure, joiner, scope, before)
    beside = next((c for c in reversed(before) if c), None)
    if beside and (beside.kind is Kind.CHANGE or beside.period is None or beside.period.when is When.EARLIER):
        beside = None
    source = whole or attachment.inherited or beside
    if source is not None and source.period is not None and not source.from_baseline:
        return source.period
    return scope.governing_period()
