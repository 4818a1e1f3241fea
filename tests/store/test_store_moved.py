"""What was decided goes along with a file that is moved: to where the same stands, once, and over nobody's head."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import duckdb
import pytest
from handmade import TEXT, analysed, observed

from boardmine.document import Block, BlockKind, Passage
from boardmine.store.load import put, take_out
from boardmine.store.meaning import Meaning
from boardmine.store.moved import document_paths, follow, paths_decided_on
from boardmine.store.places import Standing, found_again, seek, to_seek
from boardmine.store.reviews import Decision, decide, reviews
from boardmine.store.rows import hash_of_text, rows_of

AT = TEXT.index("412")


def publish(connection: duckdb.DuckDBPyConnection, path: Path, text: str = TEXT, content: str = "0") -> str:
    """A paper with one reading, of its own text; gives back its key."""
    analysis = analysed(path, observed(), content_hash=content * 64)
    blocks = (Block(BlockKind.PARAGRAPH, Passage.verbatim(text, 0)),)
    rows = rows_of(replace(analysis, document=replace(analysis.document, text=text, blocks=blocks)))
    put(connection, rows, "rules", 1)
    return rows.key


def reject(connection: duckdb.DuckDBPyConnection, key: str) -> None:
    standing = Standing(key, hash_of_text(TEXT), TEXT, 0, len(TEXT), "412", AT, AT + 3)
    decide(connection, standing, Decision("reject", Meaning("cla.count", 412, "count"), None, "Ann"), 0)


def places(connection: duckdb.DuckDBPyConnection) -> list[tuple[str, bool]]:
    return connection.execute("SELECT document, stands FROM review_places ORDER BY subject").fetchall()


@pytest.fixture
def old(connection: duckdb.DuckDBPyConnection, tmp_path: Path) -> Path:
    """A paper whose number was rejected."""
    path = tmp_path / "old.md"
    reject(connection, publish(connection, path))
    return path


def test_what_is_there_keeps_what_was_decided(connection: duckdb.DuckDBPyConnection, old: Path, tmp_path: Path) -> None:
    before = places(connection)
    publish(connection, tmp_path / "new.md")
    assert follow(connection, []) == 0 and places(connection) == before
    assert paths_decided_on(connection) == [str(old)]


@pytest.mark.parametrize("kept", [True, False])
def test_it_goes_to_the_same_text(connection: duckdb.DuckDBPyConnection, old: Path, tmp_path: Path, kept: bool) -> None:
    publish(connection, tmp_path / "another.md", TEXT.replace("412", "999"), "1")
    new = publish(connection, tmp_path / "new.md", content="2")
    if not kept:
        take_out(connection, [str(old)])
        assert paths_decided_on(connection) == [None]
    assert follow(connection, [str(old)]) == 1
    assert places(connection) == [(new, True)]
    [review] = reviews(connection)
    assert (review.document, review.name, review.stands) == (new, "new", True)
    assert connection.execute("SELECT count(*) FROM reviewed WHERE document = ?", [new]).fetchall() == [(0,)]
    assert follow(connection, [str(old)]) == 0


def test_where_only_the_bytes_are_the_same_the_words_are_sought(
    connection: duckdb.DuckDBPyConnection, old: Path, tmp_path: Path
) -> None:
    text = "Read by another reader.\n" + TEXT
    new = publish(connection, tmp_path / "new.md", text)
    assert follow(connection, [str(old)]) == 1
    assert places(connection) == [(new, False)]
    [(key, entry)] = to_seek(connection).items()
    made = analysed(tmp_path / "new.md")
    document = replace(made.document, text=text, blocks=(Block(BlockKind.PARAGRAPH, Passage.verbatim(text, 0)),))
    assert found_again(connection, entry["text_hash"], seek(document, made.parts, key, entry["sought"])) == (1, 0)
    assert places(connection) == [(new, True)]


def test_of_several_the_one_that_is_there_is_taken(
    connection: duckdb.DuckDBPyConnection, old: Path, tmp_path: Path
) -> None:
    publish(connection, tmp_path / "a.md")
    there = publish(connection, tmp_path / "b.md")
    take_out(connection, [str(old)])
    assert follow(connection, [str(tmp_path / "a.md")]) == 1
    assert places(connection) == [(there, True)]
    assert sorted(document_paths(connection)) == [str(tmp_path / "a.md"), str(tmp_path / "b.md")]


def test_what_was_decided_at_the_new_place_counts(
    connection: duckdb.DuckDBPyConnection, old: Path, tmp_path: Path
) -> None:
    before = places(connection)
    new = publish(connection, tmp_path / "new.md")
    reject(connection, new)
    assert follow(connection, [str(old)]) == 0
    assert places(connection) == [*before, (new, True)]


def test_two_copies_that_are_gone_leave_one_decision(
    connection: duckdb.DuckDBPyConnection, old: Path, tmp_path: Path
) -> None:
    before = places(connection)
    reject(connection, publish(connection, tmp_path / "copy.md"))
    new = publish(connection, tmp_path / "new.md")
    assert follow(connection, [str(old), str(tmp_path / "copy.md")]) == 1
    assert places(connection) == [*before, (new, True)], "the newest"
