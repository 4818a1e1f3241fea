"""What one file says, as the rows that the store keeps of it.

Pure and without a database, so that worker processes can make the rows and send them on: they are a small part of
an analysis, whose text and words would be slow to send.
"""

from __future__ import annotations

import hashlib
import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pyarrow as pa

from boardmine.document import Block, BlockKind, Document, Part
from boardmine.records import Observation
from boardmine.store.names import path_text

if TYPE_CHECKING:
    # Slow to import; whoever only plans or writes needs none of it.
    from boardmine.analysis import Analysis
    from boardmine.checks.ledger import Entry

_AROUND = 80
"""Characters kept before and behind a number that nothing explains."""

_SIGNS = re.compile(r"[\W_]+")

_FEW = 100
"""Letters and digits below which a part is not held to be a copy of another."""

_TEXT, _INTEGER, _REAL, _DAY = pa.string(), pa.int32(), pa.float64(), pa.date32()

OBSERVATIONS = pa.schema(
    {
        "document": _TEXT,
        "position": _INTEGER,
        "part": _INTEGER,
        "metric": _TEXT,
        "kind": _TEXT,
        "value": _REAL,
        "unit": _TEXT,
        "members": pa.map_(_TEXT, _TEXT),
        "breakdown": _TEXT,
        "area": _TEXT,
        "role": _TEXT,
        "bound": _TEXT,
        "published": _DAY,
        "period_start": _DAY,
        "period_end": _DAY,
        "period_basis": _TEXT,
        "baseline_start": _DAY,
        "baseline_end": _DAY,
        "certainty": _TEXT,
        "reason": _TEXT,
        "quote": _TEXT,
        "char_start": _INTEGER,
        "char_end": _INTEGER,
        "number": _TEXT,
        "number_start": _INTEGER,
        "number_end": _INTEGER,
        "page": _INTEGER,
        "section": _TEXT,
        "box_x0": _REAL,
        "box_top": _REAL,
        "box_x1": _REAL,
        "box_bottom": _REAL,
    }
)
"""The columns of the table `observations`, as Arrow."""


@dataclass(frozen=True, slots=True)
class DocumentRows:
    """The rows of one document. `document` and each of `parts` and `unexplained` are values by column name, without the
    columns that only a run knows (`rules`, `run`); `observations` has the schema OBSERVATIONS; `ledger` counts numbers
    by fate."""

    document: Mapping[str, Any]
    parts: tuple[Mapping[str, Any], ...]
    observations: pa.Table
    ledger: Mapping[str, int]
    unexplained: tuple[Mapping[str, Any], ...] = ()

    @property
    def key(self) -> str:
        """The document's key."""
        return str(self.document["id"])


@dataclass(frozen=True, slots=True)
class Reject:
    """Why a file could not be read. `kind` is a word (`EncryptedFile`, `Crash`, `TimeLimit`), `reason` a sentence for
    an officer, `details` a traceback for a developer, or empty."""

    path: Path
    kind: str
    reason: str
    details: str = ""

    @property
    def name(self) -> str:
        """The file's name without folder and ending."""
        return clean(self.path.stem)


def document_key(path: Path) -> str:
    """The key of the document at a path: 16 hexadecimal digits, the same whenever and wherever it is loaded."""
    return hashlib.sha256(path_text(path).encode()).hexdigest()[:16]


def breakdown(by: Mapping[str, str]) -> str:
    """A breakdown as text in one fixed order: `age=16-17, gender=male`; empty for the whole."""
    return ", ".join(f"{dimension}={by[dimension]}" for dimension in sorted(by))


def rows_of(analysis: Analysis) -> DocumentRows:
    """The rows of what one file says."""
    key = document_key(analysis.path)
    published = published_on(analysis.document, analysis.parts)
    dates = [part.date or published for part in analysis.parts]
    document = {
        "id": key,
        "path": path_text(analysis.path),
        **_described(analysis.document, analysis.parts, published),
        "observations": len(analysis.observations),
        "content_hash": analysis.content_hash,
    }
    return DocumentRows(
        document,
        tuple(
            {**_part(key, i, part, dates[i]), "text_hash": text_hash(analysis.document.blocks[part.first : part.last])}
            for i, part in enumerate(analysis.parts)
        ),
        pa.Table.from_pylist(
            [_observation(key, i, o, dates[o.part]) for i, o in enumerate(analysis.observations, 1)], OBSERVATIONS
        ),
        {fate.value: count for fate, count in analysis.ledger.counts().items()},
        tuple(_unexplained(key, analysis.document, analysis.parts, entry) for entry in analysis.ledger.unexplained),
    )


def hash_of_text(text: str) -> str:
    """What the text of a document is known by: 16 hexadecimal digits."""
    return hashlib.sha256(clean(text).encode()).hexdigest()[:16]


def part_at(document: Document, parts: Sequence[Part], at: int) -> int:
    """The part of a document in which a character of its text stands, from 0."""
    starts = [document.blocks[part.first].start for part in parts if part.first < len(document.blocks)]
    return max(bisect_right(starts, at) - 1, 0)


def text_hash(blocks: Sequence[Block]) -> str | None:
    """What the text of blocks is known by: 16 hexadecimal digits of a hash of its letters and digits in lower case.
    None where these are so few that two papers may have them by chance. Running heads and page numbers do not count."""
    texts: list[str] = []
    for block in blocks:
        if block.kind is not BlockKind.FURNITURE:
            texts += [cell.text for cell in block.table.cells] if block.table else [block.text]
    said = _SIGNS.sub("", "".join(texts).casefold())
    return hashlib.sha256(clean(said).encode()).hexdigest()[:16] if len(said) >= _FEW else None


def published_on(document: Document, parts: Sequence[Part]) -> date | None:
    """The date of a document: its sidecar's or its own, else that of its first part that has one."""
    return document.facts.date or next((part.date for part in parts if part.date), None)


def _described(document: Document, parts: Sequence[Part], published: date | None) -> dict[str, Any]:
    facts, first = document.facts, parts[0] if parts else None
    return {
        "name": _clean(document.name),
        "format": document.format.value,
        "council": _clean(facts.council or (first.council if first else None)),
        "body": _clean(facts.body or (first.body if first else None)),
        "title": _clean(facts.title or (first.title if first else None)),
        "published": published,
        "url": _clean(facts.url),
        "released": facts.released,
        "committee_id": _clean(facts.committee_id),
        "meeting_id": _clean(facts.meeting_id),
        "pages": len(document.pages) or None,
        "characters": len(document.text),
        "text_hash": hash_of_text(document.text),
        "notes": [_clean(note) for note in document.notes],
    }


def _part(key: str, number: int, part: Part, published: date | None) -> dict[str, Any]:
    first, last = part.pages or (None, None)
    return {
        "document": key,
        "number": number,
        "kind": part.kind.value,
        "title": _clean(part.title),
        "council": _clean(part.council),
        "body": _clean(part.body),
        "author": _clean(part.author),
        "item": _clean(part.item),
        "published": published,
        "date_stated": part.date_stated,
        "first_page": first,
        "last_page": last,
    }


def _unexplained(key: str, document: Document, parts: Sequence[Part], entry: Entry) -> dict[str, Any]:
    text = document.text
    return {
        "document": key,
        "number_start": entry.start,
        "number_end": entry.end,
        "number": clean(entry.text),
        "part": part_at(document, parts, entry.start),
        "page": entry.page,
        "before": clean(text[max(0, entry.start - _AROUND) : entry.start]),
        "after": clean(text[entry.end : entry.end + _AROUND]),
    }


def _observation(key: str, position: int, o: Observation, published: date | None) -> dict[str, Any]:
    evidence = o.evidence
    box = evidence.bbox or (None, None, None, None)
    start, end = _period(o.period_start, o.period_end)
    baseline_start, baseline_end = _period(o.baseline_start, o.baseline_end)
    return {
        "document": key,
        "position": position,
        "part": o.part,
        "metric": o.metric,
        "kind": o.kind.value,
        "value": o.value,
        "unit": o.unit.value,
        "members": sorted(o.by.items()),
        "breakdown": breakdown(o.by),
        "area": o.area,
        "role": o.role.value,
        "bound": o.bound.value,
        "published": published,
        "period_start": start,
        "period_end": end,
        "period_basis": o.period_basis.value,
        "baseline_start": baseline_start,
        "baseline_end": baseline_end,
        "certainty": o.certainty.value,
        "reason": o.reason,
        "quote": evidence.quote,
        "char_start": evidence.char_start,
        "char_end": evidence.char_end,
        "number": evidence.number,
        "number_start": evidence.number_start,
        "number_end": evidence.number_end,
        "page": evidence.page,
        "section": _clean(evidence.section),
        "box_x0": box[0],
        "box_top": box[1],
        "box_x1": box[2],
        "box_bottom": box[3],
    }


def _period(start: date | None, end: date | None) -> tuple[date | None, date | None]:
    """A period, or none where it hangs on the date of a document that has no date."""
    from boardmine.extractors.observe import NO_DATE

    known = start is not None and end is not None and end.year > NO_DATE.year
    return (start, end) if known else (None, None)


def clean(text: str) -> str:
    """Text that can be stored: half characters, which file names and broken PDFs have, are replaced."""
    return text.encode("utf-8", "replace").decode("utf-8")


def _clean(text: str | None) -> str | None:
    return None if text is None else clean(text)
