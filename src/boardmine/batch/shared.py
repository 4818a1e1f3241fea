"""What papers say as partitioned Parquet in a shared place: where workers of many machines leave it, and from where a
store is made or refreshed.

A place is a folder, or whatever fsspec knows by an address (`s3://bucket/prefix`). It holds a folder for each table of
the store that speaks of papers, and in each a file a batch of papers, under the batch's name. The table `outcomes` has
a row for each paper of a batch, read or refused, and is written last: a batch is there when its outcomes are. Batches
are never changed. Their names sort by the time at which they were given out; of a paper the newest counts.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import uuid4

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from boardmine.errors import ExtraMissing, SharedPlaceError
from boardmine.store.names import path_text
from boardmine.store.rows import OBSERVATIONS, DocumentRows, Reject, clean
from boardmine.store.state import MOST_TRIES, PASSING, Known

_TEXT, _INTEGER, _DAY = pa.string(), pa.int32(), pa.date32()

_TABLES = {
    "documents": pa.schema(
        {
            **dict.fromkeys(("id", "path", "name", "format", "council", "body", "title"), _TEXT),
            "published": _DAY,
            "url": _TEXT,
            "pages": _INTEGER,
            "characters": _INTEGER,
            "text_hash": _TEXT,
            "notes": pa.list_(_TEXT),
            "observations": _INTEGER,
            "content_hash": _TEXT,
        }
    ),
    "parts": pa.schema(
        {
            "document": _TEXT,
            "number": _INTEGER,
            **dict.fromkeys(("kind", "title", "council", "body", "author", "item"), _TEXT),
            "published": _DAY,
            "date_stated": pa.bool_(),
            "first_page": _INTEGER,
            "last_page": _INTEGER,
            "text_hash": _TEXT,
        }
    ),
    "observations": OBSERVATIONS,
    "ledger": pa.schema({"document": _TEXT, "fate": _TEXT, "numerals": _INTEGER}),
}
_OUTCOMES = pa.schema(
    {
        **dict.fromkeys(("path", "content_hash", "rules"), _TEXT),
        "observations": _INTEGER,
        **dict.fromkeys(("kind", "reason", "details"), _TEXT),
    }
)
_HALF_WRITTEN = ".part"


@dataclass(frozen=True, slots=True)
class Last:
    """The newest outcome of a paper in a place: the batch that has it, the resolved path, the hash of its content, the
    rules that read it, how many observations it has (None where it was refused), why it was refused and for how many
    times, and what it was when it could be read last, if ever."""

    batch: str
    path: str
    content_hash: str | None
    rules: str
    observations: int | None
    kind: str
    reason: str
    details: str
    tries: int
    good: Last | None = None


class SharedPlace:
    """A place at an address. Raises ExtraMissing where fsspec, or what it needs for the address, is not installed;
    SharedPlaceError, here and in all methods, where the place cannot be used."""

    def __init__(self, address: str) -> None:
        try:
            import fsspec
        except ImportError as error:
            raise ExtraMissing("a shared place needs fsspec: pip install 'boardmine[dask]'") from error
        self.address = address
        try:
            self._files, self._root = fsspec.core.url_to_fs(address)
        except ImportError as error:
            raise ExtraMissing(f"{address}: {error}") from error
        except (ValueError, OSError) as error:
            raise SharedPlaceError(f"{address}: {error}") from error

    def write(self, batch: str, rules: str, outcomes: Iterable[tuple[DocumentRows | Reject, str | None]]) -> None:
        """Write a batch: what papers say, or why they were refused, each with the hash of its content. A batch that is
        there already is written anew."""
        said = list(outcomes)
        read = [rows for rows, _ in said if not isinstance(rows, Reject)]
        tables: dict[str, list[Mapping[str, Any]]] = {
            "documents": [rows.document for rows in read],
            "parts": [part for rows in read for part in rows.parts],
            "ledger": [
                {"document": rows.key, "fate": fate, "numerals": count}
                for rows in read
                for fate, count in rows.ledger.items()
            ],
        }
        for table, rows in tables.items():
            self._put(table, batch, pa.Table.from_pylist([dict(row) for row in rows], _TABLES[table]))
        self._put(
            "observations",
            batch,
            pa.concat_tables([rows.observations for rows in read] or [OBSERVATIONS.empty_table()]),
        )
        self._put("outcomes", batch, pa.Table.from_pylist([_outcome(*one, rules) for one in said], _OUTCOMES))

    def batches(self) -> list[str]:
        """The names of the batches that are there, the oldest first."""
        folder = self._where("outcomes")
        with _reported(self.address):
            found = self._files.find(folder, maxdepth=1) if self._files.exists(folder) else []
        return sorted(Path(name).stem for name in found if name.endswith(".parquet"))

    def newest(self) -> dict[str, Last]:
        """Of each paper the newest outcome, by resolved path."""
        newest: dict[str, Last] = {}
        for batch in self.batches():
            for row in self._get("outcomes", batch).to_pylist():
                before = newest.get(row["path"])
                again = before is not None and before.kind and before.content_hash == row["content_hash"]
                tries = (before.tries if again and before else 0) + 1
                good = (before.good if before.kind else before) if before and row["kind"] else None
                newest[row["path"]] = Last(batch, tries=tries, good=good, **row)
        return newest

    def rows(self, batch: str, paths: Sequence[str]) -> list[DocumentRows]:
        """What documents of a batch, by their resolved paths, say."""
        documents = [row for row in self._get("documents", batch).to_pylist() if row["path"] in set(paths)]
        parts = _grouped(self._get("parts", batch).to_pylist())
        ledger = _grouped(self._get("ledger", batch).to_pylist())
        observations = self._get("observations", batch)
        return [
            DocumentRows(
                document,
                tuple(parts.get(document["id"], ())),
                observations.filter(pc.equal(observations["document"], document["id"])),
                {row["fate"]: row["numerals"] for row in ledger.get(document["id"], ())},
            )
            for document in documents
        ]

    def _put(self, table: str, batch: str, rows: pa.Table) -> None:
        buffer = io.BytesIO()
        pq.write_table(rows, buffer, compression="zstd")
        with _reported(self.address):
            self._files.makedirs(self._where(table), exist_ok=True)
            # Moved into its place when it is whole: readers take what they find.
            half = self._where(table, f"{batch}-{uuid4().hex[:8]}{_HALF_WRITTEN}")
            self._files.pipe_file(half, buffer.getvalue())
            self._files.mv(half, self._where(table, f"{batch}.parquet"))

    def _get(self, table: str, batch: str) -> pa.Table:
        with _reported(self.address):
            content = self._files.cat_file(self._where(table, f"{batch}.parquet"))
            return pq.read_table(io.BytesIO(content))

    def _where(self, *names: str) -> str:
        return "/".join((self._root.rstrip("/"), *names))


def batch_name(began: datetime, number: int) -> str:
    """The name of a batch of a run: those of a later run, or given out later, sort behind it."""
    return f"{began.astimezone(UTC):%Y%m%dT%H%M%S}-{number:07}"


def known_of(newest: Mapping[str, Last]) -> dict[str, Known]:
    """The same as what a store knows: what decides whether a paper must be read."""
    return {
        path: Known(
            last.content_hash,
            last.rules,
            last.observations,
            last.reason,
            last.kind not in PASSING or last.tries >= MOST_TRIES,
        )
        for path, last in newest.items()
    }


def _outcome(said: DocumentRows | Reject, content_hash: str | None, rules: str) -> dict[str, Any]:
    if isinstance(said, Reject):
        why = {"kind": said.kind, "reason": clean(said.reason), "details": clean(said.details)}
        return {"path": path_text(said.path), "content_hash": content_hash, "rules": rules, **why}
    count = said.observations.num_rows
    path, found = said.document["path"], said.document["content_hash"]
    return {"path": path, "content_hash": found, "rules": rules, "observations": count, **_NO_FAULT}


_NO_FAULT = {"kind": "", "reason": "", "details": ""}


def _grouped(rows: Iterable[dict[str, Any]]) -> dict[str, list[dict[str, Any]]]:
    grouped: dict[str, list[dict[str, Any]]] = {}
    for row in rows:
        grouped.setdefault(row["document"], []).append(row)
    return grouped


@contextmanager
def _reported(address: str) -> Iterator[None]:
    """Turns what goes wrong with files elsewhere into an error of one line."""
    try:
        yield
    except (OSError, pa.ArrowException) as error:
        raise SharedPlaceError(f"{address}: {' '.join(str(error).split()) or type(error).__name__}") from error
