"""Terms with gaps: their segments stand in order, near enough, with no sentence end between."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from boardmine.language.mentions import Reading, TermMention
from boardmine.language.phrases.overlaps import Found

MAX_GAP = 12
"""Words that may stand between two segments of a term with a gap."""

_BREAKS = frozenset({";", ".", "?", "!", "|", "•"})
"""A gap does not reach over these."""


def joined(found: Sequence[Found], gapped: Sequence[tuple[Reading, int]], words: Sequence[str]) -> list[TermMention]:
    """The terms with gaps whose segments are all among the phrases found, one for each first segment."""
    by_segment: dict[tuple[int, int], list[Found]] = defaultdict(list)
    for phrase in found:
        for segment in phrase.entry.segments:
            by_segment[segment].append(phrase)
    terms = []
    for number in sorted(number for number, position in by_segment if position == 0):
        reading, count = gapped[number]
        following = [by_segment.get((number, position), []) for position in range(1, count)]
        for head in by_segment[number, 0]:
            chain = _chain(head, following, words)
            if chain:
                spans = tuple((f.start, f.end) for f in chain)
                terms.append(TermMention(chain[0].start, chain[-1].end, (reading,), spans))
    return terms


def _chain(head: Found, following: Sequence[Sequence[Found]], words: Sequence[str]) -> list[Found]:
    """The segments of a term from its first on, each the nearest behind the one before; empty where one is missing."""
    chain = [head]
    for candidates in following:
        end = chain[-1].last
        near = (
            f for f in candidates if end <= f.first <= end + MAX_GAP and not _BREAKS.intersection(words[end : f.first])
        )
        nearest = min(near, key=lambda f: (f.first, -f.last), default=None)
        if nearest is None:
            return []
        chain.append(nearest)
    return chain
