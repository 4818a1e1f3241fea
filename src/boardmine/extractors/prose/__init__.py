"""Claims from running text, a sentence at a time: figures, joining, timing, then what each figure is of and in."""

from boardmine.extractors.prose.claim import claims_of

__all__ = ["claims_of"]
