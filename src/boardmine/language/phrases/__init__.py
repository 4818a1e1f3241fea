"""Finds the words of the catalogue in a passage: terms, members, names, populations, events and areas.

entries   what each phrase of the catalogue may stand for
matching  where they stand in a passage
gaps      terms whose segments stand apart
overlaps  which of those that overlap stand
"""

from boardmine.language.phrases.matching import Matches, PhraseBook

__all__ = ["Matches", "PhraseBook"]
