"""Plans for a store: what it knows already, held against the files. Imports nothing that only reading or writing needs,
so that a run that finds nothing new is over at once."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from boardmine.batch.plan import State, Step, gone, is_gone, path_of, plan, plan_again
from boardmine.batch.reading import DEFAULT_READING, Reading
from boardmine.batch.rules import fingerprint
from boardmine.store.connect import reading as open_for_reading
from boardmine.store.names import path_text
from boardmine.store.state import Known, known_files


def make_plan(
    files: Iterable[Path], store: Path, reading: Reading = DEFAULT_READING, folders: Iterable[Path] = ()
) -> list[Step]:
    """What is to be done with each file for a store, which need not exist; and which files of the folders are gone.
    Reads the store, writes nothing.

    Raises StoreError.
    """
    known = _known(store)
    return plan(files, known, fingerprint(reading)) + gone(folders, known)


def plan_stale(store: Path, reading: Reading = DEFAULT_READING, files: Iterable[Path] | None = None) -> list[Step]:
    """The files, of those given or of all that the store has, that are the same as when other rules read them.

    Raises StoreError.
    """
    rules = fingerprint(reading)
    known = _known(store, must_exist=True)
    if files is None:
        files = [path_of(path) for path, file in known.items() if file.observations is not None and file.rules != rules]
    return [step for step in plan(sorted(files), known, rules) if step.state is State.STALE]


def plan_retry(store: Path, files: Iterable[Path] | None = None) -> list[Step]:
    """The files, of those given or of all, that were refused: they are read again whatever the reason was. One that is
    no longer there is gone.

    Raises StoreError.
    """
    known = _known(store, must_exist=True)
    refused = {path for path, file in known.items() if file.refused}
    wanted = refused if files is None else refused & {path_text(file) for file in files}
    found = {path: path_of(path) for path in sorted(wanted)}
    there = [file for file in found.values() if not is_gone(file)]
    lost = [
        Step(file, State.GONE, None, known[path].observations, "is no longer there")
        for path, file in found.items()
        if is_gone(file)
    ]
    return plan_again(there, known) + lost


def _known(store: Path, *, must_exist: bool = False) -> dict[str, Known]:
    if not must_exist and not store.exists():
        return {}
    with open_for_reading(store) as connection:
        return known_files(connection)
