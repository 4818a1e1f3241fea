"""Where the phrases of a catalogue stand in a passage.

Phrases are looked up over the normal forms of a passage's tokens with articles and hyphens left out
(`language.normal`), so a phrase matches whatever its case, number and hyphens are. Among matches that overlap, the
longest wins within its kind; a name wins over every term inside it.

Why a dictionary and not spaCy's PhraseMatcher: to make a Doc of each of 35,000 phrases takes more than a second at
every start, and to look up those that begin with a word is no slower.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from spacy.language import Language
from spacy.tokens import Doc

from boardmine.catalogue.model import Catalogue
from boardmine.language.mentions import (
    AreaMention,
    EventMention,
    MemberMention,
    NameMention,
    PopulationMention,
    TermMention,
)
from boardmine.language.phrases.entries import Entries, Entry
from boardmine.language.phrases.gaps import joined
from boardmine.language.phrases.overlaps import Found, longest, longest_members, widest_terms

_TOKEN: list[int | str] = ["ORTH", "IDX", "LENGTH"]
"""What is asked of each token: its word, as a number, its first character and how many it has."""


@dataclass(frozen=True, slots=True)
class Matches:
    """What the catalogue's words were found to be in one passage, each list in order of place."""

    terms: tuple[TermMention, ...] = ()
    members: tuple[MemberMention, ...] = ()
    names: tuple[NameMention, ...] = ()
    populations: tuple[PopulationMention, ...] = ()
    events: tuple[EventMention, ...] = ()
    areas: tuple[AreaMention, ...] = ()


_ENDS_IN_NAME = re.compile(r"\b[A-Z][a-z]+\s$")


class PhraseBook:
    """All phrases of a catalogue, ready to be matched with the tokenizer of `nlp`."""

    def __init__(self, catalogue: Catalogue, nlp: Language) -> None:
        self._entries = Entries(catalogue, nlp)
        self._index = _Index(self._entries.by_key)
        self._forms: dict[int, tuple[str, ...]] = {}
        """The forms of the words met so far, by spaCy's number of the word."""

    def match(self, doc: Doc, text: str, home: tuple[str, ...] = ()) -> Matches:
        """What the phrases are found to be in a tokenised passage and its text.

        `home` is the name of the document's own place, a word an entry: where it stands it is read as `authority`.
        """
        words: list[str] = []
        tokens: list[int] = []
        known = self._forms
        strings, starts, lengths = doc.to_array(_TOKEN).T.tolist()
        for place, string in enumerate(strings):
            forms = known.get(string)
            if forms is None:
                forms = known[string] = self._entries.forms.of(doc[place].text)
            for form in forms:
                words.append(form)
                tokens.append(place)
        if not words:
            return Matches()
        _put_authority(words, tokens, tuple(form for word in home for form in self._entries.forms.of(word)))
        found = []
        for first, last, entry in self._index.find(words):
            a, b = tokens[first], tokens[last - 1]
            found.append(Found(starts[a], starts[b] + lengths[b], first, last, entry))
        return self._sorted_out(found, words, text)

    def _sorted_out(self, found: Sequence[Found], words: Sequence[str], text: str) -> Matches:
        names = longest([f for f in found if f.entry.is_name])
        free = [f for f in found if not any(_belongs_to(f, n) for n in names)]
        terms = [
            TermMention(f.start, f.end, tuple(f.entry.readings), ((f.start, f.end),)) for f in free if f.entry.readings
        ]
        # A name may begin or end with those it is for: `corporate parenting board`.
        not_within = [f for f in found if not any(n.start < f.start and f.end < n.end for n in names)]
        populations = longest([f for f in not_within if f.entry.population])
        events = longest([f for f in free if f.entry.event])
        areas = longest([f for f in free if f.entry.area and (not f.entry.is_place or _is_name(f, text))])
        return Matches(
            terms=widest_terms([*terms, *joined(free, self._entries.gapped, words)]),
            members=longest_members(free),
            names=tuple(NameMention(f.start, f.end) for f in names),
            populations=tuple(PopulationMention(f.start, f.end, f.entry.population) for f in populations),
            events=tuple(EventMention(f.start, f.end, f.entry.event) for f in events),
            areas=tuple(AreaMention(f.start, f.end, f.entry.area) for f in areas),
        )


def _belongs_to(phrase: Found, name: Found) -> bool:
    """Whether a phrase lies in a name or begins with its last words: `assessments were completed` behind `age`."""
    return name.start <= phrase.start and (phrase.end <= name.end or name.start < phrase.start < name.end)


class _Index:
    """Phrases by the word that they begin with."""

    def __init__(self, by_key: Mapping[str, Entry]) -> None:
        self._by_key = by_key
        lengths: dict[str, set[int]] = {}
        for key in by_key:
            lengths.setdefault(key.partition(" ")[0], set()).add(key.count(" ") + 1)
        self._lengths = {word: sorted(found) for word, found in lengths.items()}

    def find(self, words: Sequence[str]) -> Iterator[tuple[int, int, Entry]]:
        """All phrases in the words, also those that overlap: the first word, the one behind the last, the entry."""
        lengths_of, entry_of, end = self._lengths.get, self._by_key.get, len(words)
        for first, word in enumerate(words):
            for length in lengths_of(word, ()):
                if first + length > end:
                    break
                entry = entry_of(" ".join(words[first : first + length]))
                if entry is not None:
                    yield first, first + length, entry


def _is_name(found: Found, text: str) -> bool:
    """Whether a place's name is one: with its capital (`reading`, `sale`), and a part of the compass not as the end of
    another name (`Wexcombe South`)."""
    if not text[found.start].isupper():
        return False
    compass = found.entry.area == "region" and " " not in text[found.start : found.end]
    return not (compass and _ENDS_IN_NAME.search(text, 0, found.start))


def _put_authority(words: list[str], tokens: list[int], home: tuple[str, ...]) -> None:
    """Writes `authority` for each place name in the words, in place. A name of several words leaves one."""
    if not home:
        return
    i = 0
    while i + len(home) <= len(words):
        if tuple(words[i : i + len(home)]) == home:
            words[i : i + len(home)] = ["authority"]
            tokens[i : i + len(home)] = [tokens[i]]
        i += 1
