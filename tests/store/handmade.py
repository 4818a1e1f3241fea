"""Analyses made by hand: what the store does with them must not hang on what the extraction finds."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

from boardmine.analysis import Analysis
from boardmine.checks.ledger import Entry, Fate, Ledger
from boardmine.document import Block, BlockKind, Document, Facts, Format, Part, PartKind, Passage
from boardmine.records import Basis, Evidence, Observation, Unit

TEXT = "At the end of June 2023 there were 412 children in our care."


def observed(metric: str = "cla.count", value: float = 412, unit: str = "count", **given: Any) -> Observation:
    """An observation of 30 June 2023, where nothing else is given."""
    start = given.pop("quote_start", 0)
    evidence = Evidence(
        quote=TEXT,
        char_start=start,
        char_end=start + len(TEXT),
        number="412",
        number_start=start + TEXT.index("412"),
        number_end=start + TEXT.index("412") + 3,
        page=given.pop("page", None),
        bbox=given.pop("bbox", None),
        section=given.pop("section", None),
    )
    stated = {"period_start": date(2023, 6, 30), "period_end": date(2023, 6, 30), "period_basis": Basis.STATED}
    return Observation(doc="paper", metric=metric, value=value, unit=Unit(unit), evidence=evidence, **(stated | given))


def analysed(
    path: Path,
    *observations: Observation,
    content_hash: str = "0" * 64,
    parts: tuple[Part, ...] | None = None,
    facts: Facts | None = None,
) -> Analysis:
    """An analysis of a paper of one part, of 11 July 2023, with these observations and three numbers beside them."""
    document = Document(
        path.stem,
        Format.TEXT,
        TEXT,
        (Block(BlockKind.PARAGRAPH, Passage.verbatim(TEXT, 0)),),
        facts=facts or Facts(council="Wexcombe Borough Council", date=date(2023, 7, 11)),
    )
    entries = [Entry(35, 38, "412", Fate.OBSERVATION), Entry(22, 26, "2023", Fate.DATE), Entry(0, 1, "A", Fate.DATE)]
    whole = Part(PartKind.REPORT, 0, 1, title="Scorecard", body="Corporate Parenting Panel", date=date(2023, 7, 11))
    return Analysis(path, content_hash, document, parts or (whole,), observations, Ledger(tuple(entries)))
