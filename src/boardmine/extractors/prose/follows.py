"""What stands right behind a number: something counted, a verb, a member of a dimension, something foreign."""

from __future__ import annotations

import re
from collections.abc import Sequence

from boardmine.extractors.claims import Follow
from boardmine.extractors.sentence import Sentence
from boardmine.language.mentions import Mention, Number, TermMention
from boardmine.language.wording import PEOPLE, VERBS
from boardmine.records import Unit

_SKIPPED = frozenset(
    "further additional new other total overall different separate eligible current currently remaining the our all "
    "these those its their of local young looked older younger vulnerable such own more in full entire whole "
    "full-time - – extra of-age distinct "
    "fewer less individual actual confirmed school-age possible potential prospective formal open".split()
)
_STOPPERS = frozenset(
    "in at on since by during from for as over under after before between until within per and or but compared against "
    "with while whereas when where if than then to up down so because due although however again last this next "
    "inside outside "
    "respectively each annually overall nationally regionally locally currently now similar above below not also "
    "only out across throughout through".split()
)
_COLLECTIVE = frozenset("staff people workforce clergy police personnel".split())

_HEADS = frozenset(
    "placements places carers foster-carers orders plans homes settings households starters leavers arrangements "
    "agencies providers schools backgrounds reasons sources services reviews parents relatives adopters years "
    "groups days".split()
)
"""Nouns that may stand behind a member: `14 residential placements`."""


def follow_of(sentence: Sentence, number: Number) -> Follow:
    """What stands behind a number. Adjectives and `of the` are passed over, not more than five words."""
    at = number.end
    if number.unit is Unit.PER_10000:
        return Follow.BARE
    restated = re.match(r"\s*\([^()]{0,30}\d[^()]{0,30}\)", sentence.between(at, at + 70))
    if restated:
        at += restated.end()
    tokens = sentence.tokens_after(at, 9)
    passed = 0
    for token in tokens:
        if passed > 5:
            break
        if _starts_at(sentence.terms, token.start) or _starts_at(sentence.populations, token.start):
            return Follow.TERM
        member = next((m for m in sentence.members if m.start == token.start), None)
        if member is not None and token.lower not in PEOPLE:
            return Follow.FOREIGN if _modifies_foreign(sentence, member.end) else Follow.MEMBER
        if any(q.start == token.start and q.reading for q in sentence.quantities):
            return Follow.MEMBER
        if any(p.start <= token.start < p.end for p in sentence.periods):
            return Follow.BARE
        if token.lower in ("which", "whom"):
            return Follow.BARE
        if token.lower in PEOPLE or token.lower in ("young", "who", "whose"):
            return Follow.GENERIC
        if token.lower in _STOPPERS:
            return Follow.BARE
        if token.lower in VERBS or (token.lower.endswith("ed") and len(token.lower) > 4):
            return Follow.VERB
        if token.lower in _SKIPPED:
            passed += 1
            continue
        if passed and token.lower[0].isdigit():
            return Follow.GENERIC
        if not token.lower[0].isalpha():
            return Follow.BARE
        if passed <= 2 and not _is_head(token.lower) and _term_soon(sentence, token.end):
            passed += 1
            continue
        return Follow.TERM if _goes_on_at(sentence.terms, number, token.start) else Follow.FOREIGN
    return Follow.BARE if not tokens else Follow.GENERIC if passed else Follow.BARE


def _starts_at(mentions: Sequence[Mention], at: int) -> bool:
    return any(m.start == at for m in mentions)


def _goes_on_at(terms: Sequence[TermMention], number: Number, at: int) -> bool:
    """Whether a term that began before a count goes on there: `completed 412 assessments`."""
    open_terms = (t for t in terms if t.start < number.start < t.end)
    return number.unit is None and any(start == at for t in open_terms for start, _ in t.segments)


def _modifies_foreign(sentence: Sentence, at: int) -> bool:
    """Whether an unknown noun in the plural follows a member: `66 health passports`."""
    noun = next(iter(sentence.tokens_after(at, 1)), None)
    if noun is None or not noun.lower.endswith("s") or noun.lower in PEOPLE | VERBS | _STOPPERS | _HEADS:
        return False
    known = (*sentence.terms, *sentence.members, *sentence.populations, *sentence.periods, *sentence.areas)
    return not any(m.start <= noun.start < m.end for m in known)


def _is_head(word: str) -> bool:
    """Whether a word is a noun that is counted itself, no adjective of what follows: `12 staff and`."""
    return word in _COLLECTIVE or (word.endswith("s") and not word.endswith(("ss", "us", "'s")))


def _term_soon(sentence: Sentence, at: int) -> bool:
    """Whether a term begins within the next two words, with no stop between: an adjective was not known."""
    soon = sentence.tokens_after(at, 2)
    for token in soon:
        if _starts_at(sentence.terms, token.start):
            return True
        if not token.lower[0].isalpha():
            return False
    return False
