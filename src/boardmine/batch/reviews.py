"""What people decided goes along with papers: with files that were moved, and with words in a text that has changed."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from pathlib import Path

import duckdb

from boardmine.batch.plan import is_gone, path_of
from boardmine.batch.reading import Reading
from boardmine.batch.work import run_apart
from boardmine.store.moved import document_paths, follow, paths_decided_on
from boardmine.store.places import Sought, Standing, found_again, seek, to_seek
from boardmine.store.rows import Reject

_Wanted = Mapping[str, tuple[str, list[Sought]]]
"""By path: the key of a document and what is sought in it."""


def keep_reviews(connection: duckdb.DuckDBPyConnection, reading: Reading) -> int:
    """Find where reviewed numbers stand now, whose papers have another text; gives back how many do not stand there any
    more. Papers are read in processes of their own, as in a run."""
    follow_files(connection)
    wanted = to_seek(connection)
    if not wanted:
        return 0
    by_path: _Wanted = {entry["path"]: (key, entry["sought"]) for key, entry in wanted.items()}
    hashes = {entry["path"]: entry["text_hash"] for entry in wanted.values()}
    fallen = 0
    for outcome in run_apart(partial(places_in, wanted=by_path), map(Path, by_path), 1, reading.bounds):
        if not isinstance(outcome.result, Reject):
            fallen += found_again(connection, hashes[str(outcome.path)], outcome.result)[1]
    return fallen


def follow_files(connection: duckdb.DuckDBPyConnection) -> None:
    """Take decisions about papers whose files are not there any more to where the same files or texts are now."""
    if any(path is None or is_gone(path_of(path)) for path in paths_decided_on(connection)):
        follow(connection, [path for path in document_paths(connection) if is_gone(path_of(path))])


def places_in(path: Path, wanted: _Wanted) -> dict[int, Standing | None]:
    """The worker function: where words stand in the paper at a path. Raises an InputError."""
    from boardmine.readers.parts import find_parts
    from boardmine.readers.reading import load_source, read

    key, sought = wanted[str(path)]
    document = read(load_source(path))
    return seek(document, find_parts(document), key, sought)
