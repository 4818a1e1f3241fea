"""Decides which files must be read: those that the store does not know, or knows otherwise."""

from __future__ import annotations

import errno
import hashlib
import os
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from boardmine.readers.sidecar_names import find_sidecar
from boardmine.store.names import path_text
from boardmine.store.state import Known

_NOTHING_THERE = (errno.ENOENT, errno.ENOTDIR, errno.ELOOP, errno.ENAMETOOLONG)

_UNDECODED = re.compile(r"\\x([89a-f][0-9a-f])")
"""A byte of a file name that is not UTF-8, as `path_text` writes it."""


class State(StrEnum):
    """What a store has of a file: nothing; another content; the same content, read by other rules; just this; nothing,
    and it is known that just this cannot be read; or that there is no such file: one that was asked for (missing), or
    one that the store has (gone)."""

    NEW = "new"
    CHANGED = "changed"
    STALE = "stale"
    UNCHANGED = "unchanged"
    REFUSED = "refused"
    MISSING = "missing"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class Step:
    """A file and what is to be done with it. `content_hash` is None where the file cannot be opened; `before` is the
    number of observations that the store has of it, None where it never was read; `reason` says why it is refused."""

    path: Path
    state: State
    content_hash: str | None
    before: int | None = None
    reason: str = ""

    @property
    def to_read(self) -> bool:
        """Whether the file is to be read."""
        return self.state in (State.NEW, State.CHANGED, State.STALE)


def plan(files: Iterable[Path], known: Mapping[str, Known], rules: str) -> list[Step]:
    """What is to be done with each file, in their order. `known` is by resolved path, as in `known_files`.

    A file that was refused is tried again when it or the rules have changed, and a few times when the failure was ours
    (a crash, a time limit); else it is refused again without being opened.
    """
    return [_step(path, known.get(path_text(path)), rules) for path in files]


def plan_again(files: Iterable[Path], known: Mapping[str, Known]) -> list[Step]:
    """The same for files that are to be read whatever is known of them."""
    return [_anew(path, known.get(path_text(path)), content_hash(path)) for path in files]


def gone(folders: Iterable[Path], known: Mapping[str, Known]) -> list[Step]:
    """The files in folders that the store has, or has refused, and that are no longer there."""
    within = tuple(path_text(folder).rstrip(os.sep) + os.sep for folder in folders)
    if not within:
        return []
    return [
        Step(path_of(path), State.GONE, None, known[path].observations, "is no longer there")
        for path in sorted(known)
        if path.startswith(within) and is_gone(path_of(path))
    ]


def is_gone(path: Path) -> bool:
    """Whether there is nothing at a path. Where it cannot be known, as in a folder that may not be searched, there may
    be something."""
    try:
        path.stat()
    except OSError as error:
        return error.errno in _NOTHING_THERE
    return False


def path_of(text: str) -> Path:
    """The way back from `path_text`."""
    name = _UNDECODED.sub(lambda byte: os.fsdecode(bytes.fromhex(byte[1])), text)
    return Path(name if name != text and Path(name).exists() else text)


def _step(path: Path, known: Known | None, rules: str) -> Step:
    if is_gone(path):
        return Step(path, State.MISSING, None, reason="there is no such file or folder")
    found = content_hash(path)
    same = known is not None and found is not None and known.content_hash == found
    if known is not None and same and known.rules == rules and (known.lasting or not known.refused):
        state = State.REFUSED if known.refused else State.UNCHANGED
        return Step(path, state, found, known.observations, known.refused)
    return _anew(path, known, found)


def _anew(path: Path, known: Known | None, found: str | None) -> Step:
    if known is None or known.observations is None:
        return Step(path, State.NEW, found)
    same = found is not None and known.content_hash == found
    return Step(path, State.STALE if same else State.CHANGED, found, known.observations)


def content_hash(path: Path) -> str | None:
    """The hash of a file and its sidecar, the same as of what `boardmine.readers.reading` loads, of any size."""
    try:
        with path.open("rb") as file:
            digest = hashlib.file_digest(file, "sha256")
        sidecar = find_sidecar(path)
        if sidecar is not None:
            digest.update(b"\0" + sidecar.read_bytes())
    except OSError:
        return None
    return digest.hexdigest()
