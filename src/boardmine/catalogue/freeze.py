"""From the entries of YAML files to the frozen things of the model: terms expanded, lists made unchangeable.

Whatever is wrong within one entry is a CatalogueError that names file and line; `crosscheck` holds entries against
each other.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from boardmine.catalogue.entries import DimensionEntry, MetricEntry, VocabularyFile
from boardmine.catalogue.lined_yaml import Address, LinedYaml
from boardmine.catalogue.model import Dimension, Metric, Term, Vocabulary
from boardmine.catalogue.terms import Segments, TermSyntaxError, expand, phrases
from boardmine.records import Unit

Groups = Mapping[str, Sequence[str]]
"""Word groups by name."""


def _segments(text: str, lined: LinedYaml, address: Address, groups: Groups) -> Segments:
    try:
        return expand(text, groups)
    except TermSyntaxError as error:
        raise lined.error(address, f"the term {text!r} {error}") from error


def _phrases(text: str, lined: LinedYaml, address: Address, groups: Groups) -> tuple[str, ...]:
    try:
        return phrases(text, groups)
    except TermSyntaxError as error:
        raise lined.error(address, f"the term {text!r} {error}") from error


def frozen_phrases(
    lists: Mapping[str, Sequence[str]], lined: LinedYaml, address: Address, groups: Groups
) -> Mapping[str, tuple[str, ...]]:
    """Lists of terms without gaps, each expanded into its phrases. `address` is where the lists stand."""
    return MappingProxyType(
        {
            key: tuple(p for i, text in enumerate(texts) for p in _phrases(text, lined, (*address, key, i), groups))
            for key, texts in lists.items()
        }
    )


def vocabulary_of(lined: LinedYaml, file: VocabularyFile) -> Vocabulary:
    """The vocabulary of its file. A form that belongs to two words is an error."""
    groups = {name: tuple(entries) for name, entries in file.groups.items()}
    for name, entries in groups.items():
        for i, entry in enumerate(entries):
            _phrases(entry, lined, ("groups", name, i), groups)
    inflections: dict[str, str] = {}
    for word, forms in file.inflections.items():
        for i, form in enumerate(forms):
            if inflections.setdefault(form, word) != word:
                raise lined.error(("inflections", word, i), f"{form!r} is a form of two words")
    names = [p for i, text in enumerate(file.names) for p in _phrases(text, lined, ("names", i), groups)]
    return Vocabulary(
        MappingProxyType(groups),
        MappingProxyType(inflections),
        tuple(names),
        frozen_phrases(file.events, lined, ("events",), groups),
        frozen_phrases(file.populations, lined, ("populations",), groups),
    )


def dimension_of(name: str, entry: DimensionEntry, lined: LinedYaml, vocabulary: Vocabulary) -> Dimension:
    """A dimension of its entry. Words that mean two members are an error."""
    here: Address = ("dimensions", name)
    if (entry.form is not None) == bool(entry.members or entry.populations):
        raise lined.error(here, f"the dimension {name} needs members or populations, or else a form")
    seen: dict[str, str] = {}
    members: dict[str, tuple[str, ...]] = {}
    for member, texts in entry.members.items():
        for i, text in enumerate(texts):
            address = (*here, "members", member, i)
            for phrase in _phrases(text, lined, address, vocabulary.groups):
                if seen.setdefault(phrase, member) != member:
                    raise lined.error(address, f"{phrase!r} means both {seen[phrase]} and {member} in {name}")
        members[member] = tuple(phrase for phrase, owner in seen.items() if owner == member)
    return Dimension(name, entry.label, MappingProxyType(members), entry.form, MappingProxyType(entry.populations))


def metric_of(name: str, family: str, entry: MetricEntry, lined: LinedYaml, groups: Groups) -> Metric:
    """A metric of its entry, its terms expanded. What it refers to elsewhere is not checked here."""
    here: Address = ("metrics", name)
    if Unit.POINTS in entry.units:
        raise lined.error((*here, "units"), f"{name}: a level is never given in points")
    terms = []
    for i, given in enumerate(entry.terms):
        text, by = (given, {}) if isinstance(given, str) else (given.term, given.by)
        segments = _segments(text, lined, (*here, "terms", i), groups)
        terms.append(Term(text, segments, by=MappingProxyType(by)))
    for i, text in enumerate(entry.counted):
        terms.append(Term(text, _segments(text, lined, (*here, "counted", i), groups), counted=True))
    for i, text in enumerate(entry.weak):
        terms.append(Term(text, _segments(text, lined, (*here, "weak", i), groups), weak=True))
    return Metric(
        id=name,
        family=family,
        label=entry.label,
        definition=entry.definition,
        type=entry.type,
        units=tuple(entry.units),
        by=tuple(entry.by),
        source=entry.source,
        counts=entry.counts,
        of=tuple(entry.of),
        cohort=entry.cohort,
        rate_of=entry.rate_of,
        composed_of=tuple(entry.composed_of),
        opposite=entry.opposite,
        needs=tuple(entry.needs),
        rolling_months=entry.rolling_months,
        calendar=entry.calendar,
        terms=tuple(terms),
    )
