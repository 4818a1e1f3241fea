"""Heads and labels that say but what became of those whom others name: `Started` and `Ceased` of children looked after,
`In timescale` of assessments."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from boardmine.catalogue.model import Catalogue, Metric
from boardmine.extractors.support import prefix
from boardmine.extractors.tables.meaning import Meaning
from boardmine.language.wording import one_of

_FILLER = re.compile(
    r"[\W\d]|\b"
    + one_of(
        "number, no, count, total, of, in, during, within, the, this, quarter, qtr, month, year, period, ytd, "
        "percentage, per cent, percent, rate, new, all, children, cases, them, these, and, issued, held, completed, "
        "working, days, weeks"
    )
    + r"\b",
    re.I,
)
_RATIO = re.compile(r"\W*(?:starts?(?:ers?)?\s*(?:/|to|:|per)\s*(?:ceas|leav)\w*\s+)?ratio\W*", re.I)
_FLOWS = {"begun": "started", "ended": "ceased"}
_PER = "started_per_ceased"
_NOT = re.compile(r"\b(?:not|out|outside|over|late|before|re)\b", re.I)


def composed(meaning: Meaning, bases: Iterable[Meaning], catalogue: Catalogue) -> Meaning:
    """A head or label with the metric that its event and the metric of the first of others together are; itself where
    it names a metric of its own or says more than the event."""
    if (meaning.metric is not None and not meaning.weak) or _NOT.search(meaning.text):
        return meaning
    ratio = _RATIO.fullmatch(meaning.text) is not None
    event = None if ratio else _event_alone(meaning)
    if not ratio and event is None:
        return meaning
    for base in bases:
        metric = base.metric
        if metric is None:
            continue
        found = _flow_of(metric, _PER, catalogue) if event is None else _with(event, metric, catalogue)
        if found is not None:
            return replace(meaning, metric=found, weak=base.weak)
    return meaning


def _event_alone(meaning: Meaning) -> str | None:
    """The event that a text names where it says nothing else."""
    events = meaning.passage.events
    names = {e.event for e in events}
    if len(names) != 1:
        return None
    text = meaning.text
    for event in reversed(events):
        text = text[: event.start] + text[event.end :]
    return names.pop() if not _FILLER.sub("", text) else None


def _with(event: str, metric: Metric, catalogue: Catalogue) -> Metric | None:
    bases = {metric.id, *metric.composed_of[:1]}
    others = (m for m in catalogue.metrics.values() if m.composed_of[1:] == (event,))
    found = next((m for m in others if m.composed_of[0] in bases), None)
    return found or (_flow_of(metric, _FLOWS[event], catalogue) if event in _FLOWS else None)


def _flow_of(metric: Metric, name: str, catalogue: Catalogue) -> Metric | None:
    """What begins or ends of a population, where a metric is of its number or of these."""
    subject = prefix(metric.id)
    is_of_all = metric.id in {f"{subject}.{of}" for of in ("count", *_FLOWS.values())}
    return catalogue.metrics.get(f"{subject}.{name}") if is_of_all else None
