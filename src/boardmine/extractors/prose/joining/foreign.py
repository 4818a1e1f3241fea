"""Numbers of others: labels that the catalogue does not know (`agency rate 15% and turnover 16%`), whose numbers take
nothing over, and shares of adults, of whom no property of children is told."""

from __future__ import annotations

import re
from collections.abc import Sequence

from boardmine.catalogue.model import Metric
from boardmine.extractors.claims import Claim, Figure
from boardmine.extractors.prose.joining.view import Attachment, View
from boardmine.language.mentions import Mention, TermMention
from boardmine.language.wording import FUNCTION_WORDS, PEOPLE, TO_NUMBER, one_of
from boardmine.records import Unit

_LINK = one_of("is, was, were, are, at, of, stood at, stands at, being")
_LABEL = re.compile(
    rf"(?:[,;(]|\band\b|\bwith\b|[.%)]\s)\s*(?:and\s+|with\s+|the\s+|a\s+|our\s+)*(?P<label>[a-z][\w’'/-]*(?:\s+[\w’'/-]+){{0,3}}?)"
    rf"\s*(?:{_LINK}\s*|[:=–-]\s*)?\(?$",
    re.I,
)
"""Words between a comma, an `and` or the last number, and this one, with nothing but a link behind them."""

_NAMES_NOTHING = FUNCTION_WORDS - {"other"}
_SAYS_NO_MORE = frozenset(
    "previous previously prior last latest current currently actual year years quarter month week period total totals "
    "overall average averages mean baseline outturn score figure figures number numbers rate rates percentage "
    "proportion share again then now earlier later same peak height high low rank rag green amber red performance "
    "position nearly almost around approximately about roughly circa just only up down n no yes ytd q1 q2 q3 q4 "
    "provisional remaining remainder rest most majority some few many further additional new another plus minus".split()
)
"""Words before a number that leave it the same measure."""


_PLACES = re.compile(r"\s*(?:[\w-]+\s+)?(?:households|carers|homes|places|beds)\b", re.I)
_DID = re.compile(r"\s*(?:[a-z]+ed|left|became|went)\b", re.I)
_OF_THEM = re.compile(r"\s*of\s+(?:them|whom|these)\b", re.I)
_GROWN_UPS = frozenset({"foster_carers", "carers_on_hold", "adopters", "social_workers"})
"""Populations of adults: what is told of a share of them is no property of children."""


def is_labelled_otherwise(view: View, figure: Figure, metric: Metric) -> bool:
    """Whether words right before a figure are the name of something that is neither the metric that was spoken of
    nor a breakdown of it, nor anything else that is known."""
    start, end = view.window_left(figure)
    lead = view.sentence.text[max(start - 1, view.sentence.start) : end]
    match = _LABEL.search(lead)
    if match is None:
        return False
    at = end - len(lead) + match.start("label")
    tokens = view.sentence.passage.tokens_between(at, end - len(lead) + match.end("label"))
    words = [t for t in tokens if t.lower[0].isalpha()]
    if not words or any(t.lower in _NAMES_NOTHING or t.lower in _SAYS_NO_MORE for t in words):
        return False
    last = words[-1]
    if last.lower in PEOPLE or re.search(r"(?:ed|ing|ly)$", last.lower):
        return False
    return not any(m.start <= last.start and last.end <= m.end for m in _known(view, metric))


def _known(view: View, metric: Metric) -> list[Mention]:
    """What is understood in the sentence, members only where they break the metric down."""
    sentence = view.sentence
    members = [m for m in sentence.members if any(d in metric.by for d, _ in m.members)]
    known: list[Mention] = [*members, *sentence.terms, *sentence.periods, *sentence.areas, *sentence.quantities]
    return [*known, *sentence.roles, *sentence.populations, *sentence.events, *sentence.changes, *sentence.rates]


def is_told_of_grown_ups(metric: Metric) -> bool:
    """Whether a metric counts carers, adopters or staff."""
    told = ("foster.approved", "foster.deregistered", "adopter.", "workforce.")
    return metric.counts in _GROWN_UPS or metric.id.startswith(told)


def is_of_grown_ups(view: View, figure: Figure, found: Attachment, base: Sequence[TermMention]) -> bool:
    """`94% of foster carers had their review on time`: reviews of theirs, not of children. `base` is what the share
    is said to be of."""
    if figure.number.unit is not Unit.PERCENT or found.metric.counts in _GROWN_UPS or found.metric.type == "mean":
        return False
    bases = {view.catalogue.metrics[r.metric].counts for t in base for r in t.readings if not r.weak}
    return bool(bases & _GROWN_UPS) and not bases & set(found.metric.of)


def is_deed_of_grown_ups(view: View, figure: Figure, found: Attachment, before: Sequence[Claim | None]) -> bool:
    """`23 households left: nine retired, six adopted, four of them moved to an order`: what carers did, and no number
    of children."""
    last = next((c for c in reversed(before) if c), None)
    if last is None or figure.number.unit is not None or not is_told_of_grown_ups(last.metric):
        return False
    behind = view.sentence.between(figure.number.end, figure.number.end + 30)
    at = figure.number.end + len(behind) - len(behind.lstrip())
    if any(m.start == at and d in last.metric.by for m in view.sentence.members for d, _ in m.members):
        return False
    if _DID.match(behind) and found.term is None and found.inherited is last:
        return True
    deed = _DID.match(behind) or _OF_THEM.match(behind)
    return deed is not None and found.metric.family != last.metric.family


def counts_another_thing(view: View, figure: Figure, left: Attachment) -> bool:
    """`fostering had 112 households`, `of carers, resulting in 41 visits`: what is counted stands behind the number,
    and is not what stands before it."""
    if left.term is None:
        return False
    places = _PLACES.match(view.sentence.between(figure.number.end, figure.number.end + 30)) is not None
    between = view.sentence.between(left.term.end, figure.number.start)
    deed = re.search(rf"ed\s+{TO_NUMBER}$", between) is not None
    apart = "," in between and not deed
    return apart or (places and not is_told_of_grown_ups(left.metric))
