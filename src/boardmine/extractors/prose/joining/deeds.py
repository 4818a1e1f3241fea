"""What some of those counted did: a number of people of whom a deed is told says not how many there are."""

from __future__ import annotations

import re

from boardmine.catalogue.model import Metric
from boardmine.extractors.claims import Figure, Follow
from boardmine.extractors.prose.joining.foreign import is_told_of_grown_ups
from boardmine.extractors.prose.joining.view import View
from boardmine.language.mentions import TermMention
from boardmine.language.wording import one_of

_LINKING = frozenset(
    "lived placed looked cared moved settled accommodated remained stayed returned used needed required aged named "
    "identified recorded reported deemed assessed considered experienced increased supported engaged continued "
    "transferred started ceased received fostered adopted based linked matched related involved registered achieved "
    "lasted employed commenced opened closed secured granted completed held excluded suspended".split()
)
"""Participles that lead from people to a property of theirs."""
_DEEDS = one_of(
    "came, answered, attended, took part, responded, joined, left, spoke, met with, enjoyed, participated, completed, "
    "went, took, made, got, gained, won, passed, graduated, received, achieved, applied, enrolled, benefited, helped, "
    "said, told, felt, wrote, presented, volunteered, contributed, raised, holds?, held, carry, carries, "
    "(?:have|had|has) (?:been to|gone|had|taken|made|got|gained|said|told|given|attended|joined|received|completed|"
    "applied|benefited)"
)
_DENIED = rf"{one_of('are, were, do, did, have, had, has, could, would')}\s*(?:not|n['’]t)"
_DID = re.compile(rf"\s+(?:and\s+(?:their\s+)?[\w-]+\s+)?(?:{_DEEDS}|{_DENIED})\b", re.I)
_STARTED = re.compile(r"\s+(?:started|moved|returned|transferred|resigned|retired)\b", re.I)
"""What tells of staff who came or went."""
_ALL_OF_THEM = re.compile(r"\b(?:the|our|all|these|its)\s+$", re.I)
_CAME = re.compile(r"\s*(?:came|went|attended|enjoyed|joined)\b", re.I)


def is_told_of_people(view: View, figure: Figure, metric: Metric, term: TermMention) -> bool:
    """`27 foster carers came to the meeting`: it tells what some of them did, not how many there are."""
    counted = metric.type == "stock" and (metric.counts is not None or not metric.of)
    behind = view.sentence.between(term.end, term.end + 40)
    came = is_told_of_grown_ups(metric) and _STARTED.match(behind) is not None
    return counted and (came or _DID.match(behind) is not None or _did_something(view, figure, term))


def _did_something(view: View, figure: Figure, term: TermMention) -> bool:
    """Whether a verb of the past that is no known property stands right behind a term: `one officer retired`. What
    `the 212 carers` did, they all did."""
    sentence = view.sentence
    if figure.number.unit is not None or _ALL_OF_THEM.search(view.lead(figure)):
        return False
    verb = next(iter(sentence.tokens_after(term.end, 1)), None)
    if verb is None or not verb.lower.endswith("ed") or len(verb.lower) < 5 or verb.lower in _LINKING:
        return False
    known = (*sentence.terms, *sentence.members, *sentence.events, *sentence.changes, *sentence.quantities)
    return not any(m.start <= verb.start < m.end for m in known)


def is_foreign_deed(view: View, figure: Figure, metric: Metric, term: TermMention) -> bool:
    """Whether the people counted did something else, and the term only tells where: `one child tested positive in a
    children's home`."""
    if metric.type != "stock" or not metric.of or figure.number.unit is not None:
        return False
    between = view.sentence.between(figure.number.end, term.start).lower()
    if figure.follow is Follow.VERB:
        return _CAME.match(between) is not None
    deeds = {w for w in re.findall(r"\b[a-z]+ed\b", between) if w not in _LINKING}
    return bool(deeds) and figure.follow in (Follow.GENERIC, Follow.TERM)
