"""A figure with the metric it was joined to, and all that its unit, breakdown, area and period are read from."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from boardmine.catalogue.model import Catalogue
from boardmine.extractors.claims import Claim, Figure, Scope
from boardmine.extractors.prose.joining import Attachment, View
from boardmine.extractors.sentence import Sentence


@dataclass(frozen=True, slots=True)
class Setting:
    """One figure in its sentence. `before` holds what became of the figures before it, by index."""

    view: View
    figure: Figure
    attachment: Attachment
    before: Sequence[Claim | None]

    @property
    def sentence(self) -> Sentence:
        """The sentence that the figure stands in."""
        return self.view.sentence

    @property
    def scope(self) -> Scope:
        """What governs the sentence."""
        return self.view.scope

    @property
    def catalogue(self) -> Catalogue:
        """The metrics."""
        return self.view.catalogue

    @property
    def left(self) -> tuple[int, int]:
        """The window before the figure."""
        return self.view.window_left(self.figure)

    @property
    def right(self) -> tuple[int, int]:
        """The window from the figure on."""
        return self.view.window_right(self.figure)

    @property
    def names_home(self) -> bool:
        """Whether the authority itself is named right behind the figure: `346 of them were in Wexcombe`."""
        behind = self.sentence.between(self.figure.number.end, self.figure.number.end + 60).lower()
        home = self.scope.home.lower()
        return bool(home) and re.search(rf"\b(?:in|from|for|by)\s+{re.escape(home)}\b", behind) is not None

    @property
    def restated(self) -> Claim | None:
        """The claim that the figure restates in another unit, if it does."""
        return self.before[self.figure.group] if self.figure.group != self.figure.index else None

    @property
    def in_sentence(self) -> list[Claim]:
        """The claims made before in the sentence."""
        return [c for c in self.before if c]

    @property
    def in_passage(self) -> list[Claim]:
        """The claims made before in the passage."""
        return [*self.scope.own, *self.in_sentence]
