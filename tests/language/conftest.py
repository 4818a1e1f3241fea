"""Writes what is found in a phrase as short lines, one a mention, to be compared with what is expected."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from boardmine.catalogue import catalogue
from boardmine.language.annotate import Annotated, Annotator
from boardmine.language.mentions import Number, Period, Quantity
from boardmine.records import Bound

Say = Callable[[str], list[str]]


def number_line(n: Number) -> str:
    """`16.5 percent about`, `-3`, `+5 points`: value, unit and bound; the sign only where one is written."""
    sign = {1: "+", -1: "-"}.get(n.signed, "")
    words = [f"{sign}{n.value:g}"]
    if n.unit:
        words.append(n.unit.value)
    if n.bound is not Bound.EXACT:
        words.append(n.bound.value)
    return " ".join(words)


def quantity_line(text: str, q: Quantity) -> str:
    """`age 16-17`, or the words where nothing can be read from them: `reference «minute 7»`."""
    return f"{q.use.value} {q.reading or f'«{text[q.start : q.end]}»'}"


def period_line(p: Period) -> str:
    """`fixed 2024-04-01..2025-03-31`, `rolling 6 month`, with since, until, academic and moment where they are said."""
    words = [p.when.value]
    if p.first and p.first != p.last:
        words.append(f"{p.first}..{p.last or ''}")
    elif p.last:
        words.append(f"{p.last}" if p.first else f"to {p.last}")
    if p.number:
        words.append(f"{p.from_number}-{p.number}" if p.from_number else str(p.number))
    words += [f"to month {p.to_month}"] if p.to_month else []
    words += [f"{p.years_ago} ago"] if p.years_ago else []
    if p.span:
        words.append(p.span.value)
    words += [name for name in ("since", "until", "academic", "moment") if getattr(p, name)]
    return " ".join(words)


@pytest.fixture(scope="session")
def annotator() -> Annotator:
    return Annotator(catalogue())


@pytest.fixture(scope="session")
def annotate(annotator: Annotator) -> Callable[..., Annotated]:
    return annotator.annotate


@pytest.fixture(scope="session")
def numbers(annotator: Annotator) -> Say:
    """The numbers of a text and, in pointed brackets, its quantities, in order of place."""

    def say(text: str) -> list[str]:
        found = annotator.annotate(text)
        lines = [(n.start, number_line(n)) for n in found.numbers]
        lines += [(q.start, f"<{quantity_line(text, q)}>") for q in found.quantities]
        return [line for _, line in sorted(lines)]

    return say


@pytest.fixture(scope="session")
def periods(annotator: Annotator) -> Say:
    """The periods of a text, in order of place."""

    def say(text: str) -> list[str]:
        return [period_line(p) for p in annotator.annotate(text).periods]

    return say
