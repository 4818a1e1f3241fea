"""The timing of a figure."""

from __future__ import annotations

from dataclasses import dataclass

from boardmine.language.mentions import Period


@dataclass(slots=True)
class Timing:
    """The period words of a figure, those of its baseline, and whether the period governs it from afar."""

    period: Period | None = None
    baseline: Period | None = None
    remote: bool = False
