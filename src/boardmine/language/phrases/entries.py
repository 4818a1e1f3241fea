"""What each phrase of a catalogue may stand for, under the form in which it is matched."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from spacy.language import Language

from boardmine.catalogue.model import Catalogue, Metric
from boardmine.language.mentions import Reading
from boardmine.language.normal import PASSED_OVER, normaliser

_FOOTNOTE_MARK = re.compile(r"(?:(?<=[a-z]{4})\d{1,2}|[⁰¹²³⁴-⁹]+)$")
_HYPHENS = re.compile(r"[-‐‑–—−]")


@dataclass(slots=True)
class Entry:
    """What one phrase may stand for. `segments` are (number of a term with gaps, place of the segment in it)."""

    readings: list[Reading] = field(default_factory=list)
    members: list[tuple[str, str]] = field(default_factory=list)
    segments: list[tuple[int, int]] = field(default_factory=list)
    population: str = ""
    event: str = ""
    area: str = ""
    is_place: bool = False
    is_name: bool = False


class Forms:
    """The forms in which the tokens of a passage or a phrase are matched."""

    def __init__(self, normal: Callable[[str], str]) -> None:
        self._normal = normal
        self._known: dict[str, tuple[str, ...]] = {}

    def of(self, token: str) -> tuple[str, ...]:
        """The forms of a token: one, or those of its parts where it has hyphens (`post-16`), or none."""
        forms = self._known.get(token)
        if forms is None:
            parts = _HYPHENS.split(token) if len(token) > 1 else [token]
            # A footnote mark may hang on a word: `schools3`.
            parts = [_FOOTNOTE_MARK.sub("", part) for part in parts]
            normal = (self._normal(part) for part in parts if part and not part.isspace())
            forms = self._known[token] = tuple(form for form in normal if form not in PASSED_OVER)
        return forms


class _WordForms(dict[str, str]):
    """The forms of the words of phrases, a blank between two, each worked out when it is first asked for."""

    def __init__(self, forms_of: Callable[[str], str]) -> None:
        super().__init__()
        self._forms_of = forms_of

    def __missing__(self, word: str) -> str:
        forms = self[word] = self._forms_of(word)
        return forms


class Entries:
    """The entries of a catalogue. `by_key` has them by the forms of their phrase, a blank between two; `gapped` are
    the terms with gaps, each its reading and the count of its segments."""

    def __init__(self, catalogue: Catalogue, nlp: Language) -> None:
        self.by_key: dict[str, Entry] = {}
        self.gapped: list[tuple[Reading, int]] = []
        self.forms = Forms(normaliser(catalogue.vocabulary.inflections))
        tokens = nlp.tokenizer
        self._form_of_word = _WordForms(
            lambda word: " ".join(form for token in tokens(word) for form in self.forms.of(token.text))
        ).__getitem__
        for metric in catalogue.metrics.values():
            self._add_terms(metric)
        self._add_members(catalogue)
        self._add_vocabulary(catalogue)
        self._add_areas(catalogue)

    def _entry(self, phrase: str) -> Entry:
        key = self._key(phrase)
        entry = self.by_key.get(key)
        if entry is None:
            entry = self.by_key[key] = Entry()
        return entry

    def _key(self, phrase: str) -> str:
        """A phrase as it is matched: tokenised as a passage would be, normalised, articles and hyphens out."""
        return " ".join(filter(None, map(self._form_of_word, phrase.split(" "))))

    def _add_terms(self, metric: Metric) -> None:
        for term in metric.terms:
            reading = Reading(metric.id, term.weak, term.counted, term.by)
            if len(term.segments) == 1:
                for phrase in term.segments[0]:
                    readings = self._entry(phrase).readings
                    # Metric by metric: what was added last is of this one, if any is.
                    if not readings or readings[-1].metric != metric.id:
                        readings.append(reading)
                continue
            number = len(self.gapped)
            self.gapped.append((reading, len(term.segments)))
            for position, phrases in enumerate(term.segments):
                for phrase in phrases:
                    self._entry(phrase).segments.append((number, position))

    def _add_members(self, catalogue: Catalogue) -> None:
        for dimension in catalogue.dimensions.values():
            for member, phrases in dimension.members.items():
                for entry in self._each(phrases):
                    if (dimension.id, member) not in entry.members:
                        entry.members.append((dimension.id, member))

    def _add_vocabulary(self, catalogue: Catalogue) -> None:
        for entry in self._each(catalogue.vocabulary.names):
            entry.is_name = True
        for population, phrases in catalogue.vocabulary.populations.items():
            for entry in self._each(phrases):
                entry.population = population
        for event, phrases in catalogue.vocabulary.events.items():
            for entry in self._each(phrases):
                entry.event = event

    def _add_areas(self, catalogue: Catalogue) -> None:
        places = catalogue.places
        for area, phrases in places.comparators.items():
            for entry in self._each(phrases):
                entry.area = area
        for entry in self._each(places.regions):
            entry.area, entry.is_place = "region", True
        for name in (*places.authorities, *places.others):
            entry = self._entry(name)
            entry.area, entry.is_place = name, True

    def _each(self, phrases: Iterable[str]) -> Iterable[Entry]:
        return (self._entry(phrase) for phrase in phrases)
