"""A file, whole or not at all: what has come stays in a `.part` file until the rest is there.

A `.part` is gone on with only where the server still has the same file: by what it says of its size and change, which
stand beside it in `.part.json`.
"""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import dataclass
from pathlib import Path

import httpx

from boardmine.errors import AnswerRefused
from boardmine.fetch.client import Client, Passing, length_of

_RANGE = re.compile(r"bytes (\d+)-(\d+)/(\d+)")
_TAIL = 2_048


@dataclass(frozen=True, slots=True)
class Got:
    """A file that has come: bytes, SHA-256, when it changed in the words of the server, the name of its type."""

    size: int
    sha256: str
    changed: str = ""
    type: str = ""


@dataclass(frozen=True, slots=True)
class _Known:
    """What the server said of the file that a `.part` is the beginning of."""

    total: int | None
    mark: str

    @classmethod
    def of(cls, response: httpx.Response) -> _Known:
        headers = response.headers
        mark = headers.get("etag", "") or headers.get("last-modified", "")
        return cls(length_of(response), "" if mark.startswith("W/") else mark)


def download(client: Client, address: str, part: Path) -> Got:
    """Read a file into `part`, going on where an earlier try broke off. Raises FetchError; what has come stays then."""
    return client.again(lambda: _try(client, address, part), address)


def drop(part: Path) -> None:
    """Take a `.part` and what stands beside it away."""
    part.unlink(missing_ok=True)
    _beside(part).unlink(missing_ok=True)


def _try(client: Client, address: str, part: Path) -> Got:
    held, known = _held(part)
    headers = {}
    if held:
        headers["Range"] = f"bytes={held}-"
        if known.mark:
            headers["If-Range"] = known.mark
    with client.open(address, headers) as response:
        if response.status_code == 200:
            held, known = 0, _Known.of(response)
            _note(part, known)
        elif not _goes_on(response, held, known):
            drop(part)
            raise Passing("the file has changed while it was fetched")
        with part.open("ab" if held else "wb") as file:
            for chunk in client.chunks(response, address, client.bounds.file_bytes - held):
                file.write(chunk)
        size = part.stat().st_size
        if known.total is None and not _is_whole(part):
            raise Passing("broke off")
        if known.total is not None and size < known.total:
            raise Passing(f"broke off after {size:,} of {known.total:,} bytes")
        if not size:
            raise AnswerRefused(f"{address}: is empty")
        with part.open("rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
        kind = response.headers.get("content-type", "").partition(";")[0].strip().lower()
        return Got(size, digest, response.headers.get("last-modified", ""), kind)


def _held(part: Path) -> tuple[int, _Known]:
    """How many bytes have come, and what is known of the whole; none where it cannot be gone on with."""
    try:
        said = json.loads(_beside(part).read_text("utf-8"))
        known = _Known(int(said["total"]), str(said["mark"]))
        return part.stat().st_size, known
    except (OSError, ValueError, TypeError, KeyError):
        return 0, _Known(None, "")


def _note(part: Path, known: _Known) -> None:
    _beside(part).write_text(json.dumps({"total": known.total, "mark": known.mark}), "utf-8")


def _goes_on(response: httpx.Response, held: int, known: _Known) -> bool:
    """Whether an answer is the rest of the same file."""
    found = _RANGE.fullmatch(response.headers.get("content-range", ""))
    if response.status_code != 206 or not held or found is None:
        return False
    return int(found[1]) == held and int(found[3]) == known.total and length_of(response) is not None


def _is_whole(part: Path) -> bool:
    """Whether a file whose length nobody said looks complete: a PDF says where it ends."""
    with part.open("rb") as file:
        head = file.read(5)
        file.seek(max(0, part.stat().st_size - _TAIL))
        return head != b"%PDF-" or b"%%EOF" in file.read()


def _beside(part: Path) -> Path:
    return part.with_name(part.name + ".json")
