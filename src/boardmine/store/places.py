"""Where the numbers stand that people decided about, and what becomes of that when a paper is read again.

Offsets stay good while the text of a paper stays the same. When it does not, the numbers of the paper have fallen, in
the transaction that writes the paper; who has the text then looks for the words again (`seek`, `found_again`).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from typing import Any

import duckdb

from boardmine.document import Box, Document, Part
from boardmine.store.append import append
from boardmine.store.rows import clean, hash_of_text, part_at
from boardmine.store.transaction import transaction


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a number stands in a paper: `document` is its key, `text_hash` that of the text that the offsets point
    into. `quote` are the words that carry it, `number` the number as it is written."""

    document: str
    text_hash: str
    quote: str
    char_start: int
    char_end: int
    number: str
    number_start: int
    number_end: int
    part: int = 0
    page: int | None = None
    section: str | None = None
    box: Box | None = None


@dataclass(frozen=True, slots=True)
class Sought:
    """The words of a number that has fallen: where in its quote (`at`) the number stands, and which of several places
    with the same words is the nearest (`was`)."""

    subject: int
    quote: str
    number: str
    at: int
    was: int
    section: str | None


def keep_place(connection: duckdb.DuckDBPyConnection, subject: int, standing: Standing, *, stands: bool = True) -> None:
    """Write down where the number of a subject stands, in the transaction that is open."""
    connection.execute("DELETE FROM review_places WHERE subject = ?", [subject])
    row = asdict(standing)
    box = row.pop("box") or {}
    del row["quote"], row["number"]
    edges = {f"box_{edge}": box.get(edge) for edge in ("x0", "top", "x1", "bottom")}
    append(connection, "review_places", [{"subject": subject, "stands": stands, **row, **edges}])


def let_fall(connection: duckdb.DuckDBPyConnection, hashes: Mapping[str, str]) -> None:
    """Note, in the transaction that writes documents (by key, the hash of their text), which numbers do not stand for
    sure any more."""
    keys = list(hashes)
    rows = connection.execute(
        "SELECT subject, document, text_hash, stands FROM review_places WHERE document IN (SELECT unnest(?))", [keys]
    ).fetchall()
    fallen = [subject for subject, key, known, stands in rows if stands and known != hashes[key]]
    if fallen:
        connection.execute(
            "UPDATE review_places SET stands = false, text_hash = '' WHERE subject IN (SELECT unnest(?))", [fallen]
        )


def to_seek(connection: duckdb.DuckDBPyConnection) -> dict[str, dict[str, Any]]:
    """By key of the document: its `path` and `text_hash`, and the `sought` of all numbers that have fallen and were not
    looked for in that text."""
    rows = connection.execute(
        "SELECT w.id, w.path, w.text_hash, p.subject, r.quote, r.number, p.number_start - p.char_start, "
        "p.number_start, p.section FROM review_places AS p "
        "JOIN documents AS w ON w.id = p.document JOIN reviews AS r ON r.id = p.subject "
        "WHERE NOT p.stands AND p.text_hash IS DISTINCT FROM w.text_hash ORDER BY w.id, p.subject"
    ).fetchall()
    found: dict[str, dict[str, Any]] = {}
    for key, path, text_hash, *sought in rows:
        entry = found.setdefault(key, {"path": path, "text_hash": text_hash, "sought": []})
        entry["sought"].append(Sought(*sought))
    return found


def seek(document: Document, parts: tuple[Part, ...], key: str, sought: Iterable[Sought]) -> dict[int, Standing | None]:
    """By subject, where words stand now in a document; None where they do not."""
    text, text_hash = document.text, hash_of_text(document.text)
    return {one.subject: _found(document, parts, key, text, text_hash, one) for one in sought}


def found_again(
    connection: duckdb.DuckDBPyConnection, text_hash: str, places: Mapping[int, Standing | None]
) -> tuple[int, int]:
    """Write down where numbers stand now, in one transaction; gives back how many stand, and how many have fallen.
    Where somebody has decided about the same number meanwhile, that counts."""
    stand = 0
    with transaction(connection):
        for subject, standing in places.items():
            if standing is None or _taken(connection, standing):
                connection.execute("UPDATE review_places SET text_hash = ? WHERE subject = ?", [text_hash, subject])
            else:
                keep_place(connection, subject, standing)
                stand += 1
    return stand, len(places) - stand


def _taken(connection: duckdb.DuckDBPyConnection, standing: Standing) -> bool:
    found = connection.execute(
        "SELECT subject FROM review_places WHERE stands AND document = ? AND number_start = ?",
        [standing.document, standing.number_start],
    )
    return found.fetchone() is not None


def _found(
    document: Document, parts: tuple[Part, ...], key: str, text: str, text_hash: str, one: Sought
) -> Standing | None:
    """Of several places with the same words, the nearest to where they stood."""
    starts = []
    at = text.find(one.quote)
    while at >= 0:
        starts.append(at)
        at = text.find(one.quote, at + 1)
    if not starts:
        return None
    start = min(starts, key=lambda s: abs(s + one.at - one.was))
    number_start = start + one.at
    number_end = number_start + len(one.number)
    if clean(text[number_start:number_end]) != one.number:
        return None
    end = start + len(one.quote)
    place = document.place(start, end)
    return Standing(
        key,
        text_hash,
        one.quote,
        start,
        end,
        one.number,
        number_start,
        number_end,
        part_at(document, parts, number_start),
        place.page,
        one.section,
        place.box,
    )
