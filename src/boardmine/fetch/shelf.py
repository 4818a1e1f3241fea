"""Where files stand in a folder of papers.

FOLDER/COMMITTEE/2024-04-16-agenda-reports-pack-g2417.pdf            a paper
FOLDER/COMMITTEE/2024-04-16-agenda-reports-pack-g2417.pdf.meta.json  its sidecar
FOLDER/.fetch/manifest.json                                          what is held
FOLDER/.fetch/partial/                                               what is half there
FOLDER/.fetch/earlier/                                               versions that were replaced
FOLDER/.fetch/set-aside/                                             what says that it is not for everybody
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from boardmine.errors import AddressRefused
from boardmine.fetch.manifest import HeldFile, State
from boardmine.fetch.model import Meeting, Paper
from boardmine.fetch.names import ending_of, file_name, folder_of
from boardmine.fetch.places import HIDDEN
from boardmine.readers.sidecar_names import ENDING

_HEAD = 1_024


@dataclass(frozen=True, slots=True)
class Shelf:
    """A folder of papers."""

    folder: Path

    def part(self, address: str) -> Path:
        """Where a file stands while it comes."""
        name = hashlib.sha256(address.encode()).hexdigest()[:16]
        return self._made(f"{HIDDEN}/partial/{name}.part")

    def name_for(self, meeting: Meeting, paper: Paper, head: bytes, taken: Collection[str]) -> str:
        """The path of a new paper, from the folder; never one of those taken."""
        ending = ending_of(paper.address, head)
        plain = f"{folder_of(meeting.committee)}/{file_name(meeting, paper.title, paper.address, ending)}"
        name, number = plain, 1
        while name in taken:
            number += 1
            name = f"{plain.removesuffix(ending)}-{number}{ending}"
        return name

    def head(self, part: Path) -> bytes:
        """The first bytes of a file."""
        with part.open("rb") as file:
            return file.read(_HEAD)

    def at(self, name: str) -> Path:
        """The path of a name of ours. Raises AddressRefused for one that leaves the folder, by itself or by a link."""
        path = self.folder / name
        if not path.resolve().is_relative_to(self.folder.resolve()) or ".." in PurePosixPath(name).parts:
            raise AddressRefused(f"{path}: leaves the folder {self.folder}")
        return path

    def is_intact(self, file: HeldFile) -> bool:
        """Whether a file is there as it was got."""
        path = self.at(self.aside_name(file.path) if file.state is State.ASIDE else file.path)
        try:
            return file.state is State.REPLACED or path.stat().st_size == file.size
        except OSError:
            return False

    def put(self, part: Path, name: str, facts: Mapping[str, str]) -> Path:
        """Put a file that has come in its place, with its sidecar before it."""
        path = self._made(name)
        self._write(path.with_name(path.name + ENDING), facts)
        part.replace(path)
        return path

    def put_aside(self, part: Path, name: str) -> Path:
        """Put a file that has come where it is not read; the paper of that name, if there is one, goes."""
        aside = self._made(self.aside_name(name))
        part.replace(aside)
        self._take_away(name)
        return aside

    def keep_earlier(self, file: HeldFile) -> str:
        """Move a paper to the earlier versions; gives back its name there, empty where it is gone."""
        paper = PurePosixPath(file.path)
        kept = f"{HIDDEN}/earlier/{paper.parent.name}/{paper.stem}-{file.sha256[:8]}{paper.suffix}"
        try:
            self.at(file.path).replace(self._made(kept))
        except FileNotFoundError:
            kept = ""
        self._take_away(file.path)
        return kept

    def aside_name(self, name: str) -> str:
        """Where a paper of a name stands when it was set aside."""
        return f"{HIDDEN}/set-aside/{PurePosixPath(name).parent.name}/{PurePosixPath(name).name}"

    def _take_away(self, name: str) -> None:
        path = self.at(name)
        path.unlink(missing_ok=True)
        path.with_name(path.name + ENDING).unlink(missing_ok=True)

    def _made(self, name: str) -> Path:
        path = self.at(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        return self.at(name)

    @staticmethod
    def _write(path: Path, facts: Mapping[str, str]) -> None:
        content = json.dumps({key: value for key, value in facts.items() if value}, ensure_ascii=False, indent=2)
        path.write_text(content + "\n", encoding="utf-8")
