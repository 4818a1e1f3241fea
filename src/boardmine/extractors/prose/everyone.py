"""Figures of all children of an area, under words that the catalogue knows of those in or from care: `the attendance of
all pupils was 93%` tells nothing of children looked after."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from boardmine.catalogue.model import Catalogue, Metric
from boardmine.extractors.claims import LABELS
from boardmine.extractors.prose.setting import Setting
from boardmine.extractors.support import ALL_CHILDREN, IN_CARE
from boardmine.language.annotate import Annotated
from boardmine.language.mentions import Mention

_FAMILIES = frozenset({"education", "health", "neet"})
"""What all children have, and not only those in care."""
_THEIR_OWN = frozenset({"cla.pep"})
"""What none but they have: `all pupils` are then all of theirs."""
_NAMES_CARE = re.compile(r"\b(?:looked[\s-]after|in\s+care|cla|lac|cic)\b", re.I)
"""`attendance of children in care`: words for a metric that name whom it is of"""
_LED_BY_CARE = re.compile(r"\b(?:looked[\s-]+after|care|experienced|cla|lac|cic|virtual\s+school|our)\s+$", re.I)
"""`looked after pupils nationally`"""
_OF = re.compile(
    r"\s*(?:\([^()]*\)\s*)?(?:(?:of|for|among|amongst|across|in|by)\s+)?(?:the\s+|our\s+|all\s+|other\s+)*", re.I
)
_NEXT_THOUGHT = re.compile(r"[,;:(]|\b(?:and|but|while|whilst|whereas|compared|than|against)\b", re.I)
_OF_CHILDREN = re.compile(r"\s*of\s+(?:the\s+)?(?:pupils|students|children|young\s+people)\b", re.I)
_HELD_AGAINST = re.compile(r"\b(?:compared|against|while|whilst|whereas|versus)\b", re.I)
_OFFENDERS = "yjs"
"""The population of those in youth justice, most of whom are in no care."""
_YOUTH_JUSTICE = re.compile(r"\byouth\s+(?:justice|offending)\b", re.I)
_ANY = re.compile(r"\b(?:pupils|students|schools)\b", re.I)
"""Words for those at school, whoever they are."""


def is_of_everyone(at: Setting, metric: Metric) -> bool:
    """Whether a figure is told of all children of an area, or of those who are not looked after."""
    if not _may_be(metric):
        return False
    spots = list(_spots(at.sentence.passage, at.sentence.start, at.sentence.end, at.catalogue))
    told = _told(at, spots)
    if told is not None:
        return told
    if at.attachment.inherited in at.in_sentence and at.attachment.inherited is not None:
        return at.attachment.inherited.of_everyone
    if spots:
        before = [everyone for mention, everyone in spots if mention.end <= at.figure.number.start]
        return before[-1] if before else _is_held_against_care(at, spots)
    if _is_told_of_offenders(at):
        return True
    passage = [everyone for _, everyone in _spots(at.sentence.passage, 0, at.sentence.start, at.catalogue)]
    return all(passage) and (bool(passage) or _from_above(at) is True)


def _is_told_of_offenders(at: Setting) -> bool:
    """Whether the title is of youth justice, and no heading over the figure of children in care."""
    if not any(_is_of_offenders(g.passage, at.catalogue) for g in at.scope.governors if g.kind == "title"):
        return False
    over = [g.passage for g in at.scope.governors if g.kind not in (LABELS, "title")]
    return all(everyone for p in over for _, everyone in _spots(p, 0, len(p.text), at.catalogue))


def _is_of_offenders(title: Annotated, catalogue: Catalogue) -> bool:
    named: set[str | None] = {p.population for p in title.populations}
    named |= {catalogue.metrics[r.metric].counts for t in title.terms for r in t.readings}
    return (_OFFENDERS in named or _YOUTH_JUSTICE.search(title.text) is not None) and not named & IN_CARE


def _is_held_against_care(at: Setting, spots: Sequence[tuple[Mention, bool]]) -> bool:
    """`68% of pupils passed, compared with 21% of children in care`"""
    number = at.figure.number
    if not _OF_CHILDREN.match(at.sentence.between(number.end, number.end + 40)):
        return False
    cares = (mention for mention, everyone in spots if not everyone and mention.start >= at.right[1])
    return any(_HELD_AGAINST.search(at.sentence.between(number.end, care.start)) for care in cares)


def may_be_of_everyone(at: Setting, metric: Metric) -> bool:
    """Whether nothing says that the pupils or schools which a figure is told of are those of children in care."""
    if not _may_be(metric) or not _ANY.search(at.sentence.text, at.sentence.start, at.sentence.end):
        return False
    return not _names_care(at) and _from_above(at) is None


def _may_be(metric: Metric) -> bool:
    return metric.family in _FAMILIES and bool(IN_CARE & set(metric.of)) and metric.id not in _THEIR_OWN


def _told(at: Setting, spots: Sequence[tuple[Mention, bool]]) -> bool | None:
    """What the words for people beside a figure say of it: right behind it, before it, further behind."""
    number = at.figure.number
    behind = [(m, everyone) for m, everyone in spots if number.end <= m.start and m.end <= at.right[1]]
    behind = [(m, everyone) for m, everyone in behind if not at.view.tied_ahead(at.figure, m)]
    if behind and _OF.fullmatch(at.sentence.between(number.end, behind[0][0].start)):
        return behind[0][1]
    ahead = [(m, everyone) for m, everyone in spots if at.left[0] <= m.start and m.end <= number.start]
    ahead = [(m, everyone) for m, everyone in ahead if not at.view.tied_back(at.figure, m)]
    if ahead:
        return ahead[-1][1]
    if behind and not _NEXT_THOUGHT.search(at.sentence.between(number.end, behind[0][0].start)):
        return behind[0][1]
    return None


def _names_care(at: Setting) -> bool:
    passage = at.sentence.passage
    return any(not everyone for _, everyone in _spots(passage, 0, at.sentence.end, at.catalogue))


def _from_above(at: Setting) -> bool | None:
    """Whom the nearest words above that name any children name; None where there are none."""
    for governor in at.scope.governors:
        if governor.kind == LABELS:
            continue
        spots = list(_spots(governor.passage, 0, len(governor.passage.text), at.catalogue))
        if spots:
            return all(everyone for _, everyone in spots)
    return None


def _spots(passage: Annotated, start: int, end: int, catalogue: Catalogue) -> Iterator[tuple[Mention, bool]]:
    """The words of a range for children in care, and for all children (True), in their order."""
    everyone = [
        p
        for p in passage.within(passage.populations, start, end)
        if p.population in (ALL_CHILDREN, _OFFENDERS)
        and not _LED_BY_CARE.search(passage.text[max(start, p.start - 20) : p.start])
    ]
    found: list[tuple[Mention, bool]] = [(p, True) for p in everyone]
    found += [(p, False) for p in passage.within(passage.populations, start, end) if p.population in IN_CARE]
    for term in passage.within(passage.terms, start, end):
        counts = {catalogue.metrics[r.metric].counts for r in term.readings if not r.weak}
        named = counts & IN_CARE or _NAMES_CARE.search(passage.text, term.start, term.end)
        if named and not any(p.start <= term.start and term.end <= p.end for p in everyone):
            found.append((term, False))
    yield from sorted(found, key=lambda spot: spot[0].start)
