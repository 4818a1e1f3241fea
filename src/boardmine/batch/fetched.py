"""Takes over into a store what `boardmine fetch` has written down beside the papers: meetings and files."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from boardmine.catalogue import catalogue
from boardmine.checks.rules import rules as check_rules
from boardmine.fetch.manifest import HeldFile, HeldMeeting, Manifest, State, load
from boardmine.store.connect import reading as open_for_reading
from boardmine.store.connect import writing
from boardmine.store.findings import refresh_findings
from boardmine.store.load import take_out
from boardmine.store.meetings import Fetched, note, what_differs
from boardmine.store.names import path_text


def take_over(folders: Iterable[Path], store: Path) -> None:
    """Bring the meetings and files of a store in step with the manifests of folders. Papers that were set aside or
    replaced go out of it. Where nothing differs, the store is left as it is.

    Raises StoreError, BadManifest.
    """
    manifests = [(folder, manifest) for folder in folders if (manifest := load(folder)).meetings]
    if not manifests:
        return
    found = Fetched(
        [_meeting(meeting) for _, manifest in manifests for meeting in manifest.meetings.values()],
        list({row["path"]: row for folder, manifest in manifests for row in _files(folder, manifest)}.values()),
    )
    if store.exists():
        with open_for_reading(store) as connection:
            found = what_differs(connection, found)
    if not (found.meetings or found.files):
        return
    gone = [row["path"] for row in found.files if row["state"] != State.HELD.value]
    with writing(store, catalogue()) as connection:
        note(connection, found)
        if gone:
            take_out(connection, gone)
            refresh_findings(connection, catalogue(), check_rules())


def _meeting(meeting: HeldMeeting) -> dict[str, Any]:
    return {
        "site": meeting.site,
        "id": meeting.id,
        "committee_id": meeting.committee_id,
        "council": meeting.council or None,
        "body": meeting.body,
        "date": meeting.held_on,
        "time": meeting.time,
        "status": meeting.status,
        "called_off": meeting.called_off,
        "agenda_published": meeting.agenda_published,
        "minutes_published": meeting.minutes_published,
        "withheld": meeting.withheld,
        "page": meeting.page,
        "asked": meeting.asked,
        "complete": meeting.complete,
    }


def _files(folder: Path, manifest: Manifest) -> Iterable[dict[str, Any]]:
    for address, file in manifest.files.items():
        meeting = manifest.meetings.get(file.meeting)
        if meeting is not None:
            yield _file(folder, address, file, meeting)


def _file(folder: Path, address: str, file: HeldFile, meeting: HeldMeeting) -> dict[str, Any]:
    return {
        "path": path_text(folder / file.path),
        "site": meeting.site,
        "meeting": meeting.id,
        "kind": file.kind.value,
        "title": file.title,
        "address": address,
        "state": file.state.value,
        "reason": file.reason,
        "size": file.size,
        "sha256": file.sha256,
        "released": file.published,
        "fetched": file.fetched,
        "versions": 1 + len(file.earlier),
    }
