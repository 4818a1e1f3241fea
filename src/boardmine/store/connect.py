"""Opens a store, for writing or for reading.

Neither kind of connection can reach files or the network: council papers are untrusted, and so may be a query.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import duckdb

from boardmine.errors import StoreError, StoreFull, StoreLocked, StoreMissing, StoreVersion
from boardmine.store.migrate import migrate, newest, version_of
from boardmine.store.reference import refresh

if TYPE_CHECKING:
    from boardmine.catalogue import Catalogue

_CLOSED: dict[str, str | bool | int | float | list[str]] = {
    "enable_external_access": "false",
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
    "python_enable_replacements": "false",
    "lock_configuration": "true",
}
_NO_ROOM = re.compile(r"No space left|quota exceeded|File too large", re.IGNORECASE)
_HOLDER = re.compile(r"PID (\d+)")


@contextmanager
def writing(path: Path, catalogue: Catalogue) -> Iterator[duckdb.DuckDBPyConnection]:
    """A store that can be written, made where there is none, brought to the present form, with the catalogue's
    metrics in it.

    Raises StoreMissing (no such folder), StoreLocked, StoreVersion (written by a newer boardmine), StoreError.
    """
    if not path.parent.is_dir():
        raise StoreMissing(f"{path}: there is no folder {path.parent}")
    connection = _connect(path, read_only=False)
    try:
        with reported(path):
            migrate(connection, path)
            refresh(connection, catalogue)
            yield connection
    finally:
        connection.close()


@contextmanager
def reading(path: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """A store that can only be read. One that an older boardmine wrote is brought to the present form before.

    Raises StoreMissing, StoreLocked, StoreVersion, StoreError.
    """
    if not path.is_file():
        raise StoreMissing(f"{path}: there is no database; `boardmine ingest --db {path} PATH...` makes one")
    connection = _connect(path, read_only=True)
    try:
        with reported(path):
            found = version_of(connection, path)
            if found > newest():
                raise StoreVersion(f"{path}: version {found}, written by a newer boardmine; this one knows {newest()}")
            if found < newest():
                connection.close()
                _upgrade(path)
                connection = _connect(path, read_only=True)
            yield connection
    finally:
        connection.close()


@contextmanager
def reported(path: Path) -> Iterator[None]:
    """Turns the errors of DuckDB into a StoreError of one line that names the store, StoreFull for a full disk."""
    try:
        yield
    except duckdb.Error as error:
        if _NO_ROOM.search(str(error)):
            said = "the disk has no room left; all that was written before is whole: make room, and run it again"
            raise StoreFull(f"{path}: {said}") from error
        raise StoreError(f"{path}: {one_line(error)}") from error


def one_line(text: object) -> str:
    """The text of an error, or of anything, on one line."""
    return " ".join(str(text).split())


def _upgrade(path: Path) -> None:
    connection = _connect(path, read_only=False)
    try:
        with reported(path):
            migrate(connection, path)
    finally:
        connection.close()


def _connect(path: Path, *, read_only: bool) -> duckdb.DuckDBPyConnection:
    if path.is_dir():
        raise StoreError(f"{path}: is a folder, not a database")
    try:
        return duckdb.connect(str(path), read_only=read_only, config=_CLOSED)
    except duckdb.Error as error:
        text = one_line(error)
        if "lock on file" in text:
            holder = _HOLDER.search(text)
            who = f" (process {holder[1]})" if holder else ""
            raise StoreLocked(
                f"{path}: another program is using the database{who}; try again when it is done"
            ) from error
        if "not a valid DuckDB" in text:
            raise StoreError(f"{path}: is not a DuckDB database") from error
        raise StoreError(f"{path}: {text}") from error
