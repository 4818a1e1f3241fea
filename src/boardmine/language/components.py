"""The components of the language pipeline. Each reads a passage and adds what it finds to the passage's findings.

Their order is the order of their claims on the characters of a passage: what is a date cannot be a quantity, what
is a quantity cannot be a value.

    boardmine_periods      times
    boardmine_quantities   numerals that are no values
    boardmine_numbers      values
    boardmine_cues         change words, roles, rates
    boardmine_phrases      the words of the catalogue
    boardmine_sentences    sentence ends
"""

from __future__ import annotations

from dataclasses import dataclass, field

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from boardmine.catalogue.model import Catalogue
from boardmine.language.cues import find_changes, find_rates, find_roles
from boardmine.language.mentions import ChangeMention, Number, Period, Quantity, RateMention, RoleMention
from boardmine.language.numbers import find_numbers
from boardmine.language.periods import find_periods
from boardmine.language.phrases import Matches, PhraseBook
from boardmine.language.quantities import find_quantities
from boardmine.language.rules import Taken, plain
from boardmine.language.sentences import sentence_ends

_MAX_CHARACTERS = 50_000_000


@dataclass(slots=True)
class Findings:
    """What the components are told of a passage and what they find in it, in order of place."""

    text: str
    """As rules read it (`rules.plain`), each character at its place."""
    heads: bool = False
    """Read as the head of a table column."""
    home: tuple[str, ...] = ()
    """The name of the document's own place, a word an entry."""
    taken: Taken = field(init=False)
    periods: tuple[Period, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    numbers: tuple[Number, ...] = ()
    changes: tuple[ChangeMention, ...] = ()
    roles: tuple[RoleMention, ...] = ()
    rates: tuple[RateMention, ...] = ()
    matches: Matches = field(default_factory=Matches)
    sentences: tuple[tuple[int, int], ...] = ()

    def __post_init__(self) -> None:
        self.taken = Taken(len(self.text))


_KEY = "boardmine"


def findings_of(doc: Doc) -> Findings:
    """The findings of a passage, made at first use. Its text is kept there: spaCy would put it together each time."""
    found = doc.user_data.get(_KEY)
    if not isinstance(found, Findings):
        found = doc.user_data[_KEY] = Findings(plain(doc.text))
    return found


def begin(doc: Doc, findings: Findings) -> None:
    """Gives a tokenised passage the findings that the components are to fill."""
    doc.user_data[_KEY] = findings


@Language.component("boardmine_periods")
def _periods(doc: Doc) -> Doc:
    found = findings_of(doc)
    found.periods = tuple(find_periods(found.text, found.taken, heads=found.heads))
    return doc


@Language.component("boardmine_quantities")
def _quantities(doc: Doc) -> Doc:
    found = findings_of(doc)
    found.quantities = tuple(find_quantities(found.text, found.taken))
    return doc


@Language.component("boardmine_numbers")
def _numbers(doc: Doc) -> Doc:
    found = findings_of(doc)
    found.numbers = tuple(find_numbers(found.text, found.taken))
    return doc


@Language.component("boardmine_cues")
def _cues(doc: Doc) -> Doc:
    found = findings_of(doc)
    found.changes = tuple(find_changes(found.text))
    found.roles = tuple(find_roles(found.text))
    found.rates = tuple(find_rates(found.text))
    return doc


@Language.component("boardmine_sentences")
def _sentences(doc: Doc) -> Doc:
    found = findings_of(doc)
    found.sentences = tuple(sentence_ends(found.text))
    return doc


@Language.factory("boardmine_phrases")
class _Phrases:
    """Matches the words of a catalogue; bound to one by `bind`."""

    def __init__(self, nlp: Language, name: str) -> None:
        self._nlp = nlp
        self._book: PhraseBook | None = None

    def bind(self, catalogue: Catalogue) -> None:
        self._book = PhraseBook(catalogue, self._nlp)

    def __call__(self, doc: Doc) -> Doc:
        found = findings_of(doc)
        if self._book is not None:
            found.matches = self._book.match(doc, found.text, found.home)
        return doc


def pipeline(catalogue: Catalogue) -> Language:
    """A blank English pipeline with the components in their order, its phrases those of a catalogue."""
    nlp = spacy.blank("en")
    nlp.max_length = _MAX_CHARACTERS
    # spaCy would work out two dozen attributes of every word that it meets for the first time; none is used here.
    nlp.vocab.lex_attr_getters = {}  # type: ignore[attr-defined]
    for component in ("periods", "quantities", "numbers", "cues"):
        nlp.add_pipe(f"boardmine_{component}")
    phrases = nlp.add_pipe("boardmine_phrases")
    nlp.add_pipe("boardmine_sentences")
    assert isinstance(phrases, _Phrases)
    phrases.bind(catalogue)
    return nlp
