"""Observations and reference records made by hand."""

from __future__ import annotations

from typing import Any

from boardmine.evaluation import Reference
from boardmine.records import Observation

QUOTE = "At the end of June 2023 there were 412 children in our care."


def observation(**own: Any) -> Observation:
    quote = own.pop("quote", QUOTE)
    number = own.pop("number", "412")
    start = quote.index(number)
    row = {
        "doc": "paper",
        "metric": "cla.count",
        "value": 412,
        "unit": "count",
        "period_start": "2023-06-30",
        "period_end": "2023-06-30",
        "period_basis": "stated",
        "quote": quote,
        "char_start": 0,
        "char_end": len(quote),
        "number": number,
        "number_start": start,
        "number_end": start + len(number),
    }
    return Observation.from_flat(row | own)


def reference(**own: Any) -> Reference:
    row = {
        "doc": "paper",
        "metric": "cla.count",
        "value": 412,
        "unit": "count",
        "period_start": "2023-06-30",
        "period_end": "2023-06-30",
        "period_basis": "stated",
        "quote": QUOTE,
        "number": "412",
    }
    return Reference.model_validate(row | own)
