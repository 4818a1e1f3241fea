"""What must hold of the account that an analysis gives of a document: its quotes and its ledger of numerals."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise

from boardmine.analysis import Analysis
from boardmine.checks.ledger import Fate

NUMERAL = re.compile(r"\d+(?:[.,]\d+)*")
"""Written out again here: the ledger is held against the text, not against itself."""


def misquoted(analysis: Analysis) -> list[str]:
    """The observations whose quote or number is not what stands at their offsets, or not near each other."""
    text = analysis.document.text
    wrong = []
    for observation in analysis.observations:
        said = observation.evidence
        quoted = text[said.char_start : said.char_end] == said.quote
        numbered = text[said.number_start : said.number_end] == said.number
        if not (quoted and numbered and said.number.strip() and said.char_start <= said.number_start < said.char_end):
            wrong.append(f"{observation.metric} {observation.value:g}: {said.quote!r} at {said.char_start}")
    return wrong


def miscounted(analysis: Analysis) -> list[str]:
    """What is wrong with the ledger: numerals of the text that are not in it exactly once, entries that are not what
    stands in the text, observations without an entry, entries said to be observations that are none."""
    text, entries = analysis.document.text, analysis.ledger.entries
    entered = Counter((entry.start, entry.end) for entry in entries)
    wrong = [f"{count} times: {text[a:b]!r} at {a}" for (a, b), count in entered.items() if count != 1]
    wrong += [
        f"not entered: {numeral[0]!r} at {numeral.start()}"
        for numeral in NUMERAL.finditer(text)
        if numeral.span() not in entered
    ]
    wrong += [f"not in the text: {entry}" for entry in entries if text[entry.start : entry.end] != entry.text]
    ordered = sorted(entries, key=lambda entry: entry.start)
    wrong += [f"overlap: {a} {b}" for a, b in pairwise(ordered) if b.start < a.end]
    observed = sorted({(o.evidence.number_start, o.evidence.number_end) for o in analysis.observations})
    made = [entry for entry in entries if entry.fate is Fate.OBSERVATION]
    wrong += [f"observed, not in the ledger: {text[a:b]!r} at {a}" for a, b in observed if not _touches(a, b, made)]
    places = {position for a, b in observed for position in range(a, b)}
    wrong += [f"no observation: {entry}" for entry in made if places.isdisjoint(range(entry.start, entry.end))]
    return wrong


def _touches(a: int, b: int, entries: list) -> bool:  # type: ignore[type-arg]
    return any(entry.start < b and entry.end > a for entry in entries)
