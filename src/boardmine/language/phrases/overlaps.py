"""Which of the phrases that overlap stand: the longest of a kind, and strong terms before weak ones."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from boardmine.language.mentions import MemberMention, TermMention
from boardmine.language.phrases.entries import Entry


@dataclass(frozen=True, slots=True)
class Found:
    """A phrase found: its span in characters and, as `first` and `last`, in forms; both ends exclusive."""

    start: int
    end: int
    first: int
    last: int
    entry: Entry


def longest(found: Sequence[Found]) -> list[Found]:
    """Those that no longer one overlaps, in order of place."""
    kept: list[Found] = []
    for phrase in sorted(found, key=lambda f: (f.start - f.end, f.start)):
        if all(phrase.end <= k.start or k.end <= phrase.start for k in kept):
            kept.append(phrase)
    return sorted(kept, key=lambda f: f.start)


def longest_members(found: Sequence[Found]) -> tuple[MemberMention, ...]:
    """The members of each dimension, the longest where two of one dimension overlap."""
    dimensions = {dimension for f in found for dimension, _ in f.entry.members}
    kept: dict[tuple[int, int], list[tuple[str, str]]] = {}
    for dimension in sorted(dimensions):
        for phrase in longest([f for f in found if any(d == dimension for d, _ in f.entry.members)]):
            members = kept.setdefault((phrase.start, phrase.end), [])
            members.extend(m for m in phrase.entry.members if m[0] == dimension)
    return tuple(MemberMention(start, end, tuple(members)) for (start, end), members in sorted(kept.items()))


def widest_terms(terms: Sequence[TermMention]) -> tuple[TermMention, ...]:
    """The terms that are not inside a segment of another, in order. Terms of one span are one mention."""
    unique = _merged(terms)
    kept = [term for term in unique if not any(_is_inside(term, other) for other in unique)]
    plain = _longest_plain([term for term in kept if len(term.segments) == 1])
    gapped = [term for term in kept if len(term.segments) > 1 and not any(_within_longer(term, p) for p in plain)]
    return tuple(sorted([*plain, *gapped], key=lambda term: (term.start, term.end)))


def _merged(terms: Sequence[TermMention]) -> list[TermMention]:
    """One mention for each span, with the readings of all terms that have it; of a metric, the first."""
    by_span: dict[tuple[tuple[int, int], ...], TermMention] = {}
    for term in terms:
        same = by_span.get(term.segments)
        if same is None:
            by_span[term.segments] = term
        else:
            known = {r.metric for r in same.readings}
            more = tuple(r for r in term.readings if r.metric not in known)
            by_span[term.segments] = TermMention(term.start, term.end, same.readings + more, term.segments)
    return list(by_span.values())


def _is_inside(term: TermMention, other: TermMention) -> bool:
    """Whether a term stands inside the segments of another that says more."""
    if term is other or other.end < term.end or term.start < other.start:
        return False
    if len(other.segments) > 1 and len(term.segments) == 1:
        return False
    covered = all(any(a <= start and end <= b for a, b in other.segments) for start, end in term.segments)
    return covered and _length(other) > _length(term)


def _length(term: TermMention) -> int:
    return sum(end - start for start, end in term.segments)


def _within_longer(gapped: TermMention, plain: TermMention) -> bool:
    """Whether a segment of a term with a gap is only the end of longer words: `assessment` in `health assessment`."""
    subjects = {reading.metric.partition(".")[0] for reading in gapped.readings}
    if any(reading.metric.partition(".")[0] in subjects for reading in plain.readings):
        return False
    return any(
        plain.start <= a and b <= plain.end and b - a < plain.end - plain.start and plain.end <= gapped.segments[-1][0]
        for a, b in gapped.segments
    )


def _longest_plain(terms: Sequence[TermMention]) -> list[TermMention]:
    """The terms that no longer one overlaps; a weak one yields to a strong one of any length."""

    def rank(term: TermMention) -> tuple[bool, int, int]:
        return all(r.weak for r in term.readings), term.start - term.end, term.start

    kept: list[TermMention] = []
    for term in sorted(terms, key=rank):
        if all(term.end <= k.start or k.end <= term.start for k in kept):
            kept.append(term)
    return kept
