"""Finds the words of the catalogue in a passage: terms, members, names, populations, events and areas.

One spaCy PhraseMatcher holds all phrases. It runs over the normal forms of a passage's tokens with articles and
hyphens left out (`normal`), so a phrase matches whatever its case, number and hyphens are. Among matches that
overlap, the longest wins within its kind; a name wins over every term inside it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from spacy.language import Language
from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc

from boardmine.catalogue.model import Catalogue
from boardmine.language.mentions import (
    AreaMention,
    EventMention,
    MemberMention,
    NameMention,
    PopulationMention,
    Reading,
    TermMention,
)
from boardmine.language.normal import PASSED_OVER, normaliser

_MARK = re.compile(r"(?<=[a-z]{4})\d{1,2}$")
_HYPHENS = re.compile(r"[-‐‑–—]")

MAX_GAP = 12
"""Words that may stand between two segments of a term with a gap."""

_BREAKS = frozenset({";", ".", "?", "!", "|", "•"})
"""A gap does not reach over these."""


@dataclass(frozen=True, slots=True)
class Matches:
    """What the catalogue's words were found to be in one passage, each list in order of place."""

    terms: tuple[TermMention, ...] = ()
    members: tuple[MemberMention, ...] = ()
    names: tuple[NameMention, ...] = ()
    populations: tuple[PopulationMention, ...] = ()
    events: tuple[EventMention, ...] = ()
    areas: tuple[AreaMention, ...] = ()


@dataclass(slots=True)
class _Entry:
    """What one phrase may stand for."""

    readings: list[Reading]
    members: list[tuple[str, str]]
    segments: list[tuple[int, int]]
    population: str = ""
    event: str = ""
    area: str = ""
    place: bool = False
    name: bool = False


@dataclass(frozen=True, slots=True)
class _Span:
    start: int
    end: int
    first: int
    last: int
    entry: _Entry


class PhraseBook:
    """All phrases of a catalogue, ready to be matched with the tokenizer of `nlp`."""

    def __init__(self, catalogue: Catalogue, nlp: Language) -> None:
        self._nlp = nlp
        self._normal = normaliser(catalogue.vocabulary.inflections)
        self._cache: dict[str, tuple[str, ...]] = {}
        self._pieces: dict[str, list[str]] = {}
        self._entries: dict[str, _Entry] = {}
        self._gapped: list[tuple[Reading, int]] = []
        self._fill(catalogue)
        self._matcher = PhraseMatcher(nlp.vocab, attr="ORTH")
        # One key for all: a key a phrase would make a lexeme of each, which costs a second at every start.
        self._matcher.add("phrase", [Doc(nlp.vocab, words=key.split(" ")) for key in self._entries])

    def match(self, doc: Doc, home: tuple[str, ...] = ()) -> Matches:
        """What the phrases are found to be in a tokenised passage.

        `home` is the name of the document's own place, a word an entry: where it stands it is read as `authority`.
        """
        words: list[str] = []
        tokens: list[int] = []
        for token in doc:
            for form in self._forms(token.text):
                words.append(form)
                tokens.append(token.i)
        if not words:
            return Matches()
        if home:
            _put_authority(words, tokens, tuple(form for word in home for form in self._forms(word)))
        spans = []
        for _, first, last in self._matcher(Doc(doc.vocab, words=words)):
            a, b = doc[tokens[first]], doc[tokens[last - 1]]
            entry = self._entries[" ".join(words[first:last])]
            spans.append(_Span(a.idx, b.idx + len(b), first, last, entry))
        return self._sorted_out(spans, words, doc.text)

    def _sorted_out(self, spans: Sequence[_Span], words: Sequence[str], text: str) -> Matches:
        names = _longest([s for s in spans if s.entry.name])
        free = [s for s in spans if not any(n.start <= s.start and s.end <= n.end for n in names)]
        terms = [
            TermMention(s.start, s.end, tuple(s.entry.readings), ((s.start, s.end),)) for s in free if s.entry.readings
        ]
        terms += self._joined(free, words)
        return Matches(
            terms=_widest(terms),
            members=_members(free),
            names=tuple(NameMention(s.start, s.end) for s in names),
            populations=tuple(
                PopulationMention(s.start, s.end, s.entry.population)
                for s in _longest([s for s in free if s.entry.population])
            ),
            events=tuple(
                EventMention(s.start, s.end, s.entry.event) for s in _longest([s for s in free if s.entry.event])
            ),
            areas=tuple(
                AreaMention(s.start, s.end, s.entry.area)
                for s in _longest([s for s in free if s.entry.area and (not s.entry.place or text[s.start].isupper())])
            ),
        )

    def _joined(self, spans: Sequence[_Span], words: Sequence[str]) -> list[TermMention]:
        """Terms with gaps: their segments in order, near enough, with no sentence end between."""
        by_part: dict[tuple[int, int], list[_Span]] = defaultdict(list)
        for span in spans:
            for part in span.entry.segments:
                by_part[part].append(span)
        found = []
        for number, (reading, count) in enumerate(self._gapped):
            for head in by_part.get((number, 0), ()):
                chain = [head]
                for position in range(1, count):
                    following = next(
                        (
                            s
                            for s in sorted(by_part.get((number, position), ()), key=lambda s: (s.first, -s.last))
                            if chain[-1].last <= s.first <= chain[-1].last + MAX_GAP
                            and not _BREAKS.intersection(words[chain[-1].last : s.first])
                        ),
                        None,
                    )
                    if following is None:
                        break
                    chain.append(following)
                if len(chain) == count:
                    found.append(
                        TermMention(chain[0].start, chain[-1].end, (reading,), tuple((s.start, s.end) for s in chain))
                    )
        return found

    def _forms(self, text: str) -> tuple[str, ...]:
        """The forms in which a token is matched: one, or its parts where it has hyphens (`post-16`), or none."""
        forms = self._cache.get(text)
        if forms is None:
            parts = _HYPHENS.split(text) if len(text) > 1 else [text]
            # A footnote mark may hang on a word: `schools3`.
            parts = [_MARK.sub("", part) for part in parts]
            normal = (self._normal(part) for part in parts if part and not part.isspace())
            forms = self._cache[text] = tuple(form for form in normal if form not in PASSED_OVER)
        return forms

    def _key(self, phrase: str) -> str:
        """A phrase as it is matched: tokenised as a passage would be, normalised, articles and hyphens out."""
        forms: list[str] = []
        for word in phrase.split(" "):
            pieces = self._pieces.get(word)
            if pieces is None:
                pieces = [form for token in self._nlp.tokenizer(word) for form in self._forms(token.text)]
                self._pieces[word] = pieces
            forms += pieces
        return " ".join(forms)

    def _entry(self, phrase: str) -> _Entry:
        return self._entries.setdefault(self._key(phrase), _Entry([], [], []))

    def _fill(self, catalogue: Catalogue) -> None:
        for metric in catalogue.metrics.values():
            for term in metric.terms:
                reading = Reading(metric.id, term.weak, term.counted, term.by)
                if len(term.segments) == 1:
                    for phrase in term.segments[0]:
                        readings = self._entry(phrase).readings
                        if all(r.metric != metric.id for r in readings):
                            readings.append(reading)
                    continue
                number = len(self._gapped)
                self._gapped.append((reading, len(term.segments)))
                for position, phrases in enumerate(term.segments):
                    for phrase in phrases:
                        self._entry(phrase).segments.append((number, position))
        for dimension in catalogue.dimensions.values():
            for member, phrases in dimension.members.items():
                for phrase in phrases:
                    members = self._entry(phrase).members
                    if (dimension.id, member) not in members:
                        members.append((dimension.id, member))
        vocabulary, places = catalogue.vocabulary, catalogue.places
        for phrase in vocabulary.names:
            self._entry(phrase).name = True
        for population, phrases in vocabulary.populations.items():
            self._each(phrases, "population", population)
        for event, phrases in vocabulary.events.items():
            self._each(phrases, "event", event)
        for area, phrases in places.comparators.items():
            self._each(phrases, "area", area)
        self._each(places.regions, "area", "region")
        for name in (*places.authorities, *places.others):
            self._entry(name).area, self._entry(name).place = name, True

    def _each(self, phrases: Iterable[str], field: str, value: str) -> None:
        for phrase in phrases:
            setattr(self._entry(phrase), field, value)


def _members(spans: Sequence[_Span]) -> tuple[MemberMention, ...]:
    """The members of each dimension, the longest where two of one dimension overlap."""
    dimensions = {d for s in spans for d, _ in s.entry.members}
    kept: dict[tuple[int, int], list[tuple[str, str]]] = {}
    for dimension in sorted(dimensions):
        for span in _longest([s for s in spans if any(d == dimension for d, _ in s.entry.members)]):
            kept.setdefault((span.start, span.end), []).extend(m for m in span.entry.members if m[0] == dimension)
    return tuple(MemberMention(start, end, tuple(members)) for (start, end), members in sorted(kept.items()))


def _put_authority(words: list[str], tokens: list[int], home: tuple[str, ...]) -> None:
    """Writes `authority` for each place name in the words, in place. A name of several words leaves one."""
    i = 0
    while i + len(home) <= len(words):
        if tuple(words[i : i + len(home)]) == home:
            words[i : i + len(home)] = ["authority"]
            tokens[i : i + len(home)] = [tokens[i]]
        i += 1


def _longest(spans: Sequence[_Span]) -> list[_Span]:
    """The spans that no longer one overlaps, in order."""
    kept: list[_Span] = []
    for span in sorted(spans, key=lambda s: (s.start - s.end, s.start)):
        if all(span.end <= k.start or k.end <= span.start for k in kept):
            kept.append(span)
    return sorted(kept, key=lambda s: s.start)


def _widest(terms: Sequence[TermMention]) -> tuple[TermMention, ...]:
    """The terms that are not inside a segment of another, in order. Terms of one span are one mention."""
    merged: dict[tuple[tuple[int, int], ...], TermMention] = {}
    for term in terms:
        same = merged.get(term.segments)
        if same is None:
            merged[term.segments] = term
        else:
            known = {r.metric for r in same.readings}
            more = tuple(r for r in term.readings if r.metric not in known)
            merged[term.segments] = TermMention(term.start, term.end, same.readings + more, term.segments)
    unique = list(merged.values())

    def inside(t: TermMention, other: TermMention) -> bool:
        if t is other or other.end < t.end or t.start < other.start:
            return False
        if len(other.segments) > 1 and len(t.segments) == 1:
            return False
        covered = all(any(a <= s and e <= b for a, b in other.segments) for s, e in t.segments)
        size = sum(b - a for a, b in t.segments)
        return covered and sum(b - a for a, b in other.segments) > size

    kept = [t for t in unique if not any(inside(t, other) for other in unique)]
    plain = _longest_terms([t for t in kept if len(t.segments) == 1])
    kept = [t for t in kept if len(t.segments) == 1 or not any(_within_longer(t, p) for p in plain)]
    return tuple(sorted([*plain, *(t for t in kept if len(t.segments) > 1)], key=lambda t: (t.start, t.end)))


def _within_longer(gapped: TermMention, plain: TermMention) -> bool:
    """Whether a segment of a term with a gap is only the end of longer words: `assessment` in `health assessment`."""
    return any(
        plain.start <= a and b <= plain.end and b - a < plain.end - plain.start and plain.end <= gapped.segments[-1][0]
        for a, b in gapped.segments
    )


def _longest_terms(terms: Sequence[TermMention]) -> list[TermMention]:
    """The terms that no longer one overlaps; a weak one yields to a strong one of any length."""

    def rank(t: TermMention) -> tuple[bool, int, int]:
        return all(r.weak for r in t.readings), t.start - t.end, t.start

    kept: list[TermMention] = []
    for term in sorted(terms, key=rank):
        if all(term.end <= k.start or k.end <= term.start for k in kept):
            kept.append(term)
    return kept
