"""Statements made by hand, for checks that are to be tried on nothing else."""

from __future__ import annotations

from datetime import date
from itertools import count
from typing import Any

from boardmine.catalogue import catalogue
from boardmine.checks.examine import examine
from boardmine.checks.finding import Finding
from boardmine.checks.rules import rules
from boardmine.checks.statement import Period, Statement
from boardmine.records import Kind, Unit

_NUMBERS = count(1)

JUNE = (date(2023, 6, 1), date(2023, 6, 30))
MARCH = (date(2023, 3, 1), date(2023, 3, 31))
LAST_JUNE = (date(2022, 6, 1), date(2022, 6, 30))


def month(year: int, number: int) -> Period:
    last = date(year + number // 12, number % 12 + 1, 1).toordinal() - 1
    return date(year, number, 1), date.fromordinal(last)


def level(metric: str, value: float, unit: str = "count", period: Period | None = JUNE, **given: Any) -> Statement:
    """A level of June 2023 in the paper of 11 July 2023, where nothing else is given."""
    place = next(_NUMBERS)
    known = catalogue().metrics[metric]
    usual: dict[str, Any] = {
        "document": "paper",
        "part": 0,
        "at": place * 100,
        "published": date(2023, 7, 11),
        "number": f"{value:g}",
        "quote": f"quote {place}",
        "type": known.type,
    }
    merged = usual | given
    return Statement(
        id=f"{merged['document']}/{place}", metric=metric, value=value, unit=Unit(unit), period=period, **merged
    )


def change(metric: str, value: float, unit: str = "percent", **given: Any) -> Statement:
    """A change from March to June 2023."""
    return level(metric, value, unit, **({"kind": Kind.CHANGE, "baseline": MARCH} | given))


def found(*statements: Statement) -> list[Finding]:
    return examine(statements, catalogue(), rules())


def said(*statements: Statement) -> list[str]:
    """What is found, as `severity kind: message`."""
    return [f"{f.severity.value} {f.kind.value}: {f.message}" for f in found(*statements)]
