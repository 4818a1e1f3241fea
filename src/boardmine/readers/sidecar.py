"""What a sidecar, `NAME.meta.json` beside a file, says that the file itself may not: council, body, title, date, url;
of a file that was fetched also when it was published, and by what the council's site knows committee and meeting."""

from __future__ import annotations

import json
import re
from calendar import monthrange
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from boardmine.document import Facts
from boardmine.errors import BadSidecar
from boardmine.readers.sidecar_names import find_sidecar

KEYS = ("council", "body", "title", "date", "url", "published", "committee_id", "meeting_id")
_MAX_BYTES = 1_000_000
_DATE = re.compile(r"(?P<year>[0-9]{4})(?:-(?P<month>[0-9]{2})(?:-(?P<day>[0-9]{2}))?)?")


def read_facts(path: Path) -> Facts:
    """What the sidecar of the document at `path` says; no facts where it has none.

    Raises BadSidecar, which names the sidecar.
    """
    sidecar = find_sidecar(path)
    if sidecar is None:
        return Facts()
    try:
        data = sidecar.read_bytes()
    except OSError as error:
        raise BadSidecar(sidecar, f"cannot be read: {error.strerror or error}") from error
    return parse_facts(data, sidecar)


def parse_facts(data: bytes, path: Path) -> Facts:
    """The facts in a sidecar's bytes. A date is `2021-09-14`, or `2021-09` or `2021`, which mean their last day.

    A value may be null, which says nothing. Raises BadSidecar for anything that is not a JSON object in UTF-8 with
    the known keys and string values; `path` is the sidecar, for the message.
    """
    if len(data) > _MAX_BYTES:
        raise BadSidecar(path, f"is {len(data):,} bytes; a sidecar has a few hundred")
    try:
        content = json.loads(data.decode("utf-8-sig"), object_pairs_hook=_distinct)
    except UnicodeDecodeError as error:
        raise BadSidecar(path, "is not UTF-8 text") from error
    except json.JSONDecodeError as error:
        raise BadSidecar(path, f"is not JSON: {error.msg} at line {error.lineno}, column {error.colno}") from error
    except (ValueError, RecursionError) as error:
        reason = str(error) if isinstance(error, _Repeated) else "is not JSON that can be read"
        raise BadSidecar(path, reason) from error
    if not isinstance(content, dict):
        raise BadSidecar(path, "is not a JSON object with the keys " + ", ".join(KEYS))
    unknown = sorted(set(content) - set(KEYS))
    if unknown:
        named = ", ".join(repr(key[:40]) for key in unknown[:3])
        raise BadSidecar(path, f"has the unknown key {named}; known are {', '.join(KEYS)}")
    texts = {key: _text(path, key, value) for key, value in content.items()}
    return Facts(
        council=texts.get("council"),
        body=texts.get("body"),
        title=texts.get("title"),
        date=_date(path, texts.get("date")),
        url=texts.get("url"),
        released=_date(path, texts.get("published")),
        committee_id=texts.get("committee_id"),
        meeting_id=texts.get("meeting_id"),
    )


def merge(stated: Facts, sidecar: Facts) -> Facts:
    """Facts of a document: what the file states, and where it is silent what the sidecar says."""
    return Facts(
        council=stated.council or sidecar.council,
        body=stated.body or sidecar.body,
        title=stated.title or sidecar.title,
        date=stated.date or sidecar.date,
        url=stated.url or sidecar.url,
        released=sidecar.released,
        committee_id=sidecar.committee_id,
        meeting_id=sidecar.meeting_id,
    )


class _Repeated(ValueError):
    """A key stands twice."""


def _distinct(pairs: Sequence[tuple[str, object]]) -> dict[str, object]:
    content = dict(pairs)
    if len(content) < len(pairs):
        keys = [key for key, _ in pairs]
        twice = next(key for key in keys if keys.count(key) > 1)
        raise _Repeated(f"has the key {twice[:40]!r} twice")
    return content


def _text(path: Path, key: str, value: object) -> str | None:
    if value is None:
        return None
    if not isinstance(value, str):
        raise BadSidecar(path, f"has a {key!r} that is not a string in quotes")
    text = " ".join(value.split())
    return text or None


def _date(path: Path, value: str | None) -> date | None:
    if value is None:
        return None
    found = _DATE.fullmatch(value)
    if found is not None:
        year, month = int(found["year"]), int(found["month"] or 12)
        try:
            return date(year, month, int(found["day"]) if found["day"] else monthrange(year, month)[1])
        except ValueError:
            pass
    raise BadSidecar(path, f"has the date {value[:40]!r}; write 2021-09-14, 2021-09 or 2021")
