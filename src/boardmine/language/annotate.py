"""The language pipeline: a blank English spaCy pipeline with components of our own, and what it gives.

The order of the components is the order of their claims on the characters of a passage: what is a date cannot be a
quantity, what is a quantity cannot be a value.

    boardmine_periods      times
    boardmine_quantities   numerals that are no values
    boardmine_numbers      values
    boardmine_cues         change words, roles, rates
    boardmine_phrases      the words of the catalogue
    boardmine_sentences    sentence ends
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cached_property

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from boardmine.catalogue.model import Catalogue
from boardmine.language.annotated import Annotated, Token
from boardmine.language.cues import find_changes, find_rates, find_roles
from boardmine.language.mentions import Mention, Number, Quantity, RateMention, TermMention, Use
from boardmine.language.numbers import find_numbers
from boardmine.language.periods import find_periods
from boardmine.language.phrases import Matches, PhraseBook
from boardmine.language.quantities import find_quantities
from boardmine.language.rules import Taken
from boardmine.language.sentences import sentence_ends

_OF_RATE = re.compile(r"\bper\s*10[,.]?\s?(?:000|k)\s+(?:of\s+)?(?:the\s+|our\s+|its\s+)?$", re.I)
"""`per 10,000 of the child population`: the population is the rate's base, not spoken of itself."""

_LONG_PHRASE = 10
"""In characters. Shorter phrases are too much alike to be told apart when they are broken."""

__all__ = ["Annotated", "Annotator", "Token"]


@Language.component("boardmine_periods")
def _periods(doc: Doc) -> Doc:
    doc.user_data["taken"] = taken = Taken(len(doc.text))
    doc.user_data["periods"] = tuple(find_periods(doc.text, taken, heads=doc.user_data.get("heads", False)))
    return doc


@Language.component("boardmine_quantities")
def _quantities(doc: Doc) -> Doc:
    doc.user_data["quantities"] = tuple(find_quantities(doc.text, doc.user_data["taken"]))
    return doc


@Language.component("boardmine_numbers")
def _numbers(doc: Doc) -> Doc:
    doc.user_data["numbers"] = tuple(find_numbers(doc.text, doc.user_data["taken"]))
    return doc


@Language.component("boardmine_cues")
def _cues(doc: Doc) -> Doc:
    doc.user_data["changes"] = tuple(find_changes(doc.text))
    doc.user_data["roles"] = tuple(find_roles(doc.text))
    doc.user_data["rates"] = tuple(find_rates(doc.text))
    return doc


@Language.component("boardmine_sentences")
def _sentences(doc: Doc) -> Doc:
    doc.user_data["sentences"] = tuple(sentence_ends(doc.text))
    return doc


@Language.factory("boardmine_phrases")
class _Phrases:
    """The component that matches the words of a catalogue; bound to one by `bind`."""

    def __init__(self, nlp: Language, name: str) -> None:
        self._nlp = nlp
        self._book: PhraseBook | None = None

    def bind(self, catalogue: Catalogue) -> None:
        self._book = PhraseBook(catalogue, self._nlp)

    def __call__(self, doc: Doc) -> Doc:
        home = doc.user_data.get("home", ())
        doc.user_data["matches"] = self._book.match(doc, home) if self._book else Matches()
        return doc


class Annotator:
    """The pipeline, bound to a catalogue. Making one takes about a second; using it changes nothing in it."""

    def __init__(self, catalogue: Catalogue) -> None:
        nlp = spacy.blank("en")
        nlp.max_length = 50_000_000
        for component in ("periods", "quantities", "numbers", "cues"):
            nlp.add_pipe(f"boardmine_{component}")
        phrases = nlp.add_pipe("boardmine_phrases")
        nlp.add_pipe("boardmine_sentences")
        assert isinstance(phrases, _Phrases)
        phrases.bind(catalogue)
        self._nlp = nlp
        self._catalogue = catalogue

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
        doc = self._nlp.make_doc(text)
        doc.user_data["heads"] = heads
        doc.user_data["home"] = tuple(home.split())
        for _, component in self._nlp.pipeline:
            doc = component(doc)
        data = doc.user_data
        matches: Matches = data["matches"]
        numbers, quantities = _defined_away(data["numbers"], data["quantities"], matches.terms, data["rates"])
        return Annotated(
            text=text,
            tokens=tuple(Token(t.idx, t.idx + len(t), t.lower_) for t in doc if not t.is_space),
            sentences=data["sentences"],
            numbers=numbers,
            quantities=quantities,
            periods=tuple(p for p in data["periods"] if not _inside_term(p, matches.terms)),
            terms=tuple(t for t in matches.terms if not _OF_RATE.search(text[: t.start])),
            members=matches.members,
            names=matches.names,
            populations=matches.populations,
            events=matches.events,
            areas=tuple(a for a in matches.areas if not _inside_term(a, matches.terms)),
            changes=data["changes"],
            roles=data["roles"],
            rates=data["rates"],
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
