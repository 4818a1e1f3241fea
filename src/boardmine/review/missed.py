"""The numbers of a page that are no records: found, read, and given the place that a record needs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from boardmine.checks.ledger import NUMERAL
from boardmine.document import Document, Part
from boardmine.errors import QueryError
from boardmine.language.sentences import sentence_ends
from boardmine.language.wordnumbers import WORD_NUMBER, parse_words
from boardmine.review.evidence import block_at, cell_at, section_of
from boardmine.store.places import Standing
from boardmine.store.rows import clean, hash_of_text, part_at

_WRITTEN = re.compile(rf"{NUMERAL.pattern}(?:\s?%)?|\b{WORD_NUMBER}\b", re.IGNORECASE)
_LONGEST_QUOTE = 600


@dataclass(frozen=True, slots=True)
class Written:
    """A number as it stands in the document's text."""

    start: int
    end: int
    text: str


def numbers_between(
    document: Document, start: int, end: int, recorded: Iterable[tuple[int, int]] = ()
) -> list[Written]:
    """The numbers of a stretch of the text, in digits and words, without those that overlap a record's."""
    taken = sorted(recorded)
    return [
        Written(match.start(), match.end(), match[0])
        for match in _WRITTEN.finditer(document.text, start, end)
        if not any(low < match.end() and match.start() < high for low, high in taken)
    ]


def number_at(document: Document, start: int) -> Written:
    """The number that begins at a character of the text. Raises QueryError where none does."""
    match = _WRITTEN.match(document.text, start)
    if match is None or (start and document.text[start - 1].isdigit()):
        raise QueryError(f"no number begins at character {start} of {document.name}")
    return Written(match.start(), match.end(), match[0])


def value_of(written: str) -> tuple[float | None, str]:
    """The value and unit of a number as written, such as `1,022`, `41.4%` and `twenty-three`; None where it is not
    clear."""
    unit = "percent" if written.rstrip().endswith("%") else "count"
    digits = written.rstrip("% ").replace(",", "")
    try:
        return float(digits), unit
    except ValueError:
        return parse_words(digits), unit


def standing_of(document: Document, parts: Sequence[Part], key: str, written: Written) -> Standing:
    """Where a number stands, as a record of it would say: its quote is its sentence, its bullet or its table row.

    Raises QueryError where it stands in nothing that is read, as in a running head.
    """
    at = block_at(document, written.start)
    if at is None:
        raise QueryError(f"{written.text} stands outside of what is read in {document.name}")
    start, end = _quote(document, at, written)
    place = document.place(start, end)
    part = part_at(document, parts, written.start)
    return Standing(
        document=key,
        text_hash=hash_of_text(document.text),
        quote=clean(document.text[start:end]),
        char_start=start,
        char_end=end,
        number=clean(written.text),
        number_start=written.start,
        number_end=written.end,
        part=part,
        page=place.page,
        section=section_of(document, parts[part], at),
        box=place.box,
    )


def _quote(document: Document, at: int, written: Written) -> tuple[int, int]:
    block = document.blocks[at]
    if block.table is not None:
        cell = cell_at(block.table, written.start)
        assert cell is not None, "block_at has found the cell"
        row = [c for c in block.table.cells if c.text and c.row <= cell.row < c.row + c.row_span]
        start, end = min(c.passage.start for c in row), max(c.passage.end for c in row)
        if start <= written.start and end - start <= _LONGEST_QUOTE:
            return start, max(end, written.end)
        return cell.passage.start, max(cell.passage.end, written.end)
    for first, last in sentence_ends(block.text):
        start, end = block.passage.locate(first, last)
        if start <= written.start < end:
            return start, max(end, written.end)
    return block.start, max(block.end, written.end)
