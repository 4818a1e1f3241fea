"""When: the period of each figure of a sentence, and what changes are measured against."""

from boardmine.extractors.prose.timing.assign import timings_of
from boardmine.extractors.prose.timing.model import Timing

__all__ = ["Timing", "timings_of"]
