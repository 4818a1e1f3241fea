"""Everything that is found in a passage: the pipeline's findings, those that contradict each other sorted out."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cached_property, lru_cache

from boardmine.catalogue.model import Catalogue
from boardmine.language.annotated import Annotated, Token
from boardmine.language.components import Findings, begin, pipeline
from boardmine.language.mentions import Mention, Number, Quantity, RateMention, TermMention, Use
from boardmine.language.rules import plain

_OF_RATE = re.compile(r"\bper\s*(?:10[,.]?\s?(?:000|k)|ten\s+thousand)\s+(?:of\s+)?(?:the\s+|our\s+|its\s+)?$", re.I)
"""`per 10,000 of the child population`: the population is the rate's base, not spoken of itself."""

_REACH = 40
"""How many characters before a population are looked at."""

_SHORT_TEXT = 80
"""In characters. The cells and captions of a paper are alike: what was found in one of them is remembered."""

_REMEMBERED = 4096
"""How many short texts are remembered."""

_LONG_PHRASE = 10
"""In characters. Shorter phrases are too much alike to be told apart when they are broken."""

__all__ = ["Annotated", "Annotator", "Token"]


class Annotator:
    """The pipeline, bound to a catalogue. Making one takes about a second; using it changes nothing in it."""

    def __init__(self, catalogue: Catalogue) -> None:
        nlp = pipeline(catalogue)
        self._tokenize = nlp.tokenizer
        self._components = tuple(component for _, component in nlp.pipeline)
        self._catalogue = catalogue
        self._remembered = lru_cache(maxsize=_REMEMBERED)(self._annotate)

    @cached_property
    def phrases(self) -> tuple[str, ...]:
        """The phrases of metrics and members that are long enough to be recognised where a line cut them."""
        metrics = self._catalogue.metrics.values()
        terms = (p for m in metrics for t in m.terms if len(t.segments) == 1 for p in t.segments[0])
        members = (p for d in self._catalogue.dimensions.values() for ps in d.members.values() for p in ps)
        return tuple(p for p in dict.fromkeys([*terms, *members]) if len(p) >= _LONG_PHRASE)

    def annotate(self, text: str, heads: bool = False, home: str = "") -> Annotated:
        """Everything that is found in a passage. `heads` reads it as the head of a table column; `home` is the name
        of the document's own place, which stands for the authority.
        """
        return (self._remembered if len(text) <= _SHORT_TEXT else self._annotate)(text, heads, home)

    def _annotate(self, text: str, heads: bool, home: str) -> Annotated:
        doc = self._tokenize(text)
        found = Findings(plain(text), heads, tuple(home.split()))
        begin(doc, found)
        for component in self._components:
            doc = component(doc)
        matches = found.matches
        numbers, quantities = _defined_away(found.numbers, found.quantities, matches.terms, found.rates)
        return Annotated(
            text=text,
            doc=doc,
            sentences=found.sentences,
            numbers=numbers,
            quantities=quantities,
            periods=tuple(p for p in found.periods if not _inside_term(p, matches.terms)),
            terms=tuple(t for t in matches.terms if not _OF_RATE.search(text[max(0, t.start - _REACH) : t.start])),
            members=matches.members,
            names=matches.names,
            populations=matches.populations,
            events=matches.events,
            areas=tuple(a for a in matches.areas if not _inside_term(a, matches.terms)),
            changes=found.changes,
            roles=found.roles,
            rates=found.rates,
        )


def _inside_term(mention: Mention, terms: Iterable[TermMention]) -> bool:
    return any(a <= mention.start and mention.end <= b for t in terms for a, b in t.segments)


def _defined_away(
    numbers: tuple[Number, ...],
    quantities: tuple[Quantity, ...],
    terms: tuple[TermMention, ...],
    rates: tuple[RateMention, ...],
) -> tuple[tuple[Number, ...], tuple[Quantity, ...]]:
    """Numbers that belong to a definition are no values: `3 or more placements`, `per 10,000`."""

    def defines(number: Number) -> bool:
        return _inside_term(number, terms) or any(r.start <= number.start and number.end <= r.end for r in rates)

    kept = tuple(n for n in numbers if not defines(n))
    defined = tuple(Quantity(n.start, n.end, Use.DEFINITION) for n in numbers if defines(n))
    return kept, tuple(sorted((*quantities, *defined), key=lambda q: q.start))
