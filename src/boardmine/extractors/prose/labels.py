"""A label that runs into its paragraph: `Dental health. 84.1% were up to date.` It governs as a heading does."""

from __future__ import annotations

from boardmine.extractors.claims import Governor
from boardmine.extractors.sentence import Sentence
from boardmine.language.annotate import Annotated
from boardmine.language.wording import VERBS

_MOST_WORDS = 12
LABEL = "label"
"""The kind of governor that a label is."""


def label_of(passage: Annotated) -> Governor | None:
    """The label that opens a passage: a first sentence with its stop, without figure and verb, and others behind it."""
    if len(passage.sentences) < 2:
        return None
    sentence = Sentence(passage, *passage.sentences[0])
    words = [t for t in passage.tokens_between(sentence.start, sentence.end) if t.lower[0].isalpha()]
    if sentence.numbers or not words or len(words) > _MOST_WORDS:
        return None
    if not sentence.text[sentence.start : sentence.end].rstrip().endswith("."):
        return None
    terms = [segment for term in sentence.terms for segment in term.segments]
    free = (t for t in words if not any(a <= t.start and t.end <= b for a, b in terms))
    if any(t.lower in VERBS for t in free):
        return None
    return Governor(passage.part(sentence.start, sentence.end), (), LABEL)
