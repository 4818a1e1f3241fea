"""What is held in a folder: `.fetch/manifest.json`, the list of meetings that were looked at and files that were got.

It is rewritten whole after each file, so that a fetch may end at any moment.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from enum import StrEnum
from pathlib import Path

import psutil
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from boardmine.errors import BadManifest, FolderInUse
from boardmine.fetch.model import Kind
from boardmine.fetch.places import HIDDEN, place

_FORM = 1


class State(StrEnum):
    """A file is held as a paper, was set aside because it says that it is not for everybody, or was given up for a
    paper that says the same."""

    HELD = "held"
    ASIDE = "set aside"
    REPLACED = "replaced"


class _Entry(BaseModel):
    model_config = ConfigDict(extra="forbid")


class Earlier(_Entry):
    """A version of a file that another one has replaced."""

    path: str
    size: int
    sha256: str
    fetched: date


class HeldFile(_Entry):
    """A file that was got. `path` counts from the folder; `meeting` is a key of `meetings`; `changed` is when the
    server says that it changed, `published` when the council says that it was published."""

    path: str
    kind: Kind
    title: str
    meeting: str
    size: int
    sha256: str
    fetched: date
    state: State = State.HELD
    reason: str = ""
    item: str = ""
    changed: str = ""
    published: date | None = None
    earlier: list[Earlier] = Field(default_factory=list)


class HeldMeeting(_Entry):
    """A meeting and what was published of it when it was looked at last. `kinds` are those that were looked for;
    `complete` says whether all that was wanted could be got."""

    site: str
    id: str
    committee_id: str
    body: str
    held_on: date
    time: str = ""
    council: str = ""
    status: str = ""
    called_off: bool = False
    agenda_published: bool | None = None
    minutes_published: bool | None = None
    papers: int = 0
    withheld: int = 0
    page: str = ""
    asked: date
    kinds: list[Kind] = Field(default_factory=list)
    complete: bool = False


class Manifest(_Entry):
    """All that is held in a folder: meetings by `meeting_key`, files by address."""

    form: int = _FORM
    meetings: dict[str, HeldMeeting] = Field(default_factory=dict)
    files: dict[str, HeldFile] = Field(default_factory=dict)

    def of_meeting(self, key: str) -> dict[str, HeldFile]:
        """The files of a meeting, by address."""
        return {address: file for address, file in self.files.items() if file.meeting == key}


def meeting_key(site: str, ident: str) -> str:
    """How a meeting is known in a manifest."""
    return f"{site} {ident}"


def load(folder: Path) -> Manifest:
    """The manifest of a folder, an empty one where there is none. Raises BadManifest."""
    path = place(folder)
    try:
        found = Manifest.model_validate_json(path.read_bytes())
    except FileNotFoundError:
        return Manifest()
    except OSError as error:
        raise BadManifest(f"{path}: cannot be read: {error.strerror or error}") from error
    except ValidationError as error:
        raise BadManifest(f"{path}: is damaged; move it away, and all is fetched anew") from error
    if found.form > _FORM:
        raise BadManifest(f"{path}: written by a newer boardmine")
    return found


def save(manifest: Manifest, folder: Path) -> None:
    """Write the manifest of a folder; the one before is there until the new one is whole."""
    path = place(folder)
    path.parent.mkdir(parents=True, exist_ok=True)
    written = path.with_suffix(".part")
    written.write_text(manifest.model_dump_json(indent=1, exclude_defaults=True) + "\n", encoding="utf-8")
    written.replace(path)


@contextmanager
def only_one(folder: Path) -> Iterator[None]:
    """Holds a folder for one fetch. Raises FolderInUse while another process is at work in it."""
    path = folder / HIDDEN / "at-work"
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        file = path.open("x", encoding="utf-8")
    except FileExistsError:
        said = path.read_text("utf-8", "replace").strip()
        if said.isdigit() and int(said) != os.getpid() and psutil.pid_exists(int(said)):
            raise FolderInUse(f"{folder}: another fetch is at work there (process {said})") from None
        # Whoever left it is gone.
        file = path.open("w", encoding="utf-8")
    with file:
        file.write(f"{os.getpid()}\n")
    try:
        yield
    finally:
        path.unlink(missing_ok=True)
