"""Facts and the sentences that state them.

A `Fact` is one number of one metric, as one record says it. A `Sentence` is a text with a fact in each `{}`: the
fact's surface form is put into the text, so that the words and the record cannot say different things.

Texts know two marks: `**bold**`, and `^1^` for a footnote mark set high behind a number.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

_MARK = re.compile(r"\*\*(?P<bold>.+?)\*\*|\^(?P<high>\w+)\^")


@dataclass(frozen=True, slots=True)
class Period:
    """First and last day, and how the words give them: stated, relative, context or document."""

    start: date
    end: date
    basis: str = "stated"

    @property
    def relative(self) -> Period:
        """The same days, given by words to be resolved against the document's date."""
        return replace(self, basis="relative")

    @property
    def context(self) -> Period:
        """The same days, taken over from what stands above."""
        return replace(self, basis="context")

    @property
    def said(self) -> Period:
        """The day of the document itself, where nothing is said."""
        return replace(self, basis="document")


def span(start: str, end: str) -> Period:
    """From one ISO day to another, both included."""
    return Period(date.fromisoformat(start), date.fromisoformat(end))


def day(iso: str) -> Period:
    """One day."""
    return span(iso, iso)


def month(year: int, number: int) -> Period:
    """A whole month."""
    return Period(date(year, number, 1), date(year, number, monthrange(year, number)[1]))


def year(start: int) -> Period:
    """The financial year that begins in April of `start`."""
    return Period(date(start, 4, 1), date(start + 1, 3, 31))


@dataclass(frozen=True, slots=True)
class Fact:
    """One number, as one record says it. `number` is the form in which it stands in the text."""

    metric: str
    value: float
    unit: str
    period: Period
    number: str
    kind: str = "level"
    by: dict[str, str] = field(default_factory=dict)
    area: str = "authority"
    role: str = "actual"
    bound: str = "exact"
    baseline: Period | None = None

    def record(self, doc: str, quote: str, page: int | None) -> dict[str, object]:
        """The record in the form of the specification, without offsets, which depend on the reader."""
        base = self.baseline
        return {
            "doc": doc,
            "metric": self.metric,
            "kind": self.kind,
            "value": self.value,
            "unit": self.unit,
            "by": self.by,
            "area": self.area,
            "role": self.role,
            "bound": self.bound,
            "period_start": self.period.start.isoformat(),
            "period_end": self.period.end.isoformat(),
            "period_basis": self.period.basis,
            "baseline_start": base.start.isoformat() if base else None,
            "baseline_end": base.end.isoformat() if base else None,
            "quote": quote,
            "number": self.number,
            "page": page,
            "optional": False,
        }


def _surface(value: float, unit: str) -> str:
    if unit == "percent":
        return f"{abs(value):g}%"
    return f"{abs(value):,}" if isinstance(value, int) else f"{abs(value):g}"


def level(
    metric: str, value: float, period: Period, unit: str = "count", written: str | None = None, **more: Any
) -> Fact:
    """How many or how much. `written` is the surface form where it is not the plain figure."""
    return Fact(metric, value, unit, period, written or _surface(value, unit), **more)


def change(
    metric: str,
    value: float,
    unit: str,
    period: Period,
    baseline: Period | None = None,
    written: str | None = None,
    **more: Any,
) -> Fact:
    """By how much a metric rose or, with a negative value, fell."""
    number = written or _surface(value, unit)
    return Fact(metric, value, unit, period, number, "change", baseline=baseline, **more)


def runs(text: str) -> list[tuple[str, str]]:
    """The text in runs, each with its style: `plain`, `bold` or `high`."""
    found: list[tuple[str, str]] = []
    at = 0
    for mark in _MARK.finditer(text):
        if mark.start() > at:
            found.append((text[at : mark.start()], "plain"))
        style = "bold" if mark["bold"] else "high"
        found.append((mark[style], style))
        at = mark.end()
    if at < len(text):
        found.append((text[at:], "plain"))
    return found


def plain(text: str) -> str:
    """The text without marks, up to a footnote mark if it has one."""
    parts: list[str] = []
    for part, style in runs(text):
        if style == "high":
            break
        parts.append(part)
    return "".join(parts)


@dataclass(frozen=True, eq=False, slots=True)
class Sentence:
    """A sentence and the facts in it."""

    text: str
    facts: tuple[Fact, ...] = ()

    def quote(self, *, marked: bool) -> str:
        """The words as they stand in the document; `marked` where the document shows the marks themselves."""
        return self.text if marked else plain(self.text)


def say(text: str, *facts: Fact) -> Sentence:
    """A sentence with one `{}` for each fact."""
    if text.count("{}") != len(facts):
        raise ValueError(f"{len(facts)} facts for {text.count('{}')} places: {text}")
    return Sentence(text.format(*(f.number for f in facts)), facts)
