"""What people decide counts, is never lost, can be taken back, and holds while the words stand in the paper."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import duckdb
import pytest
from handmade import TEXT, analysed, observed
from papers import publish

from boardmine.catalogue import catalogue
from boardmine.document import Block, BlockKind, Passage
from boardmine.errors import DecidedMeanwhile, QueryError
from boardmine.store.connect import writing
from boardmine.store.load import put
from boardmine.store.meaning import Meaning
from boardmine.store.places import Standing, found_again, seek, to_seek
from boardmine.store.reviews import Decision, decide, fallen, last_seen, rejected_by_rule, reviews, subject_at, undo
from boardmine.store.rows import hash_of_text, rows_of

READ = Meaning("cla.count", 412, "count")
AT = TEXT.index("412")


@pytest.fixture
def paper(connection: duckdb.DuckDBPyConnection, tmp_path: Path) -> Path:
    path = tmp_path / "a.md"
    put(connection, rows_of(analysed(path, observed(reason="words beside it"))), "rules", 1)
    return path


def standing(connection: duckdb.DuckDBPyConnection, number: str = "412", at: int = AT) -> Standing:
    [(key,)] = connection.execute("SELECT id FROM documents").fetchall()
    return Standing(key, hash_of_text(TEXT), TEXT, 0, len(TEXT), number, at, at + len(number))


def stated(connection: duckdb.DuckDBPyConnection) -> list[Any]:
    return connection.execute("SELECT metric, value FROM statements ORDER BY ALL").fetchall()


def said(word: Any, before: Meaning | None = READ, after: Meaning | None = READ) -> Decision:
    return Decision(word, before, after, "Ann", "because", "words beside it" if before else "")


FEWER = replace(READ, value=402, members={"gender": "male", "age": "16-17"})


@pytest.mark.parametrize(
    ("decision", "left"),
    [
        (said("accept"), [("cla.count", 412)]),
        (said("reject", after=None), []),
        (said("edit", after=FEWER), [("cla.count", 402)]),
    ],
)
def test_a_decision_counts_until_it_is_taken_back(
    connection: duckdb.DuckDBPyConnection, paper: Path, decision: Decision, left: list[Any]
) -> None:
    review = decide(connection, standing(connection), decision, 0)
    assert stated(connection) == left
    assert connection.execute("SELECT count(*) FROM observations").fetchall() == [(1,)], "nothing is overwritten"
    undo(connection, review, "Bob", review)
    assert stated(connection) == [("cla.count", 412)]
    taken, first = reviews(connection)
    assert (taken.word, taken.undoes, taken.reviewer) == ("undo", review, "Bob")
    assert (taken.before, taken.after) == (first.after, first.before)
    assert first.undone and not taken.undone


def test_what_is_corrected_is_what_views_have(connection: duckdb.DuckDBPyConnection, paper: Path) -> None:
    decide(connection, standing(connection), said("edit", after=FEWER), 0)
    row = connection.execute(
        "SELECT breakdown, members, certainty, quote, observation LIKE '%/1' FROM statements"
    ).fetchall()
    assert row == [("age=16-17, gender=male", {"gender": "male", "age": "16-17"}, "high", TEXT, True)]
    assert connection.execute("SELECT value, breakdown FROM series").fetchall() == [(402, "age=16-17, gender=male")]
    assert connection.execute("SELECT reason FROM reviewed").fetchall() == [("words beside it; corrected by Ann",)]


def test_a_missed_number_becomes_a_record(connection: duckdb.DuckDBPyConnection, paper: Path) -> None:
    at = TEXT.index("2023")
    added = replace(READ, metric="cp.count", value=2023)
    review = decide(connection, standing(connection, "2023", at), said("add", None, added), 0)
    assert stated(connection) == [("cla.count", 412), ("cp.count", 2023)]
    found = connection.execute(
        "SELECT position, reason, published::VARCHAR FROM reviewed WHERE value = 2023"
    ).fetchall()
    assert found == [(1000001, "added by Ann", "2023-07-11")]
    undo(connection, review, "Ann")
    assert stated(connection) == [("cla.count", 412)]


def test_nobody_decides_over_the_head_of_another(connection: duckdb.DuckDBPyConnection, paper: Path) -> None:
    first = decide(connection, standing(connection), said("accept"), 0)
    with pytest.raises(DecidedMeanwhile, match="Ann has decided"):
        decide(connection, standing(connection), said("reject", after=None), 0)
    second = decide(connection, standing(connection), said("reject", after=None), first)
    with pytest.raises(DecidedMeanwhile, match="not in force"):
        undo(connection, first, "Ann")
    with pytest.raises(QueryError, match="no decision 99"):
        undo(connection, 99, "Ann")
    assert last_seen(connection, subject_at(connection, standing(connection).document, AT)) == second
    assert [r.word for r in reviews(connection)] == ["reject", "accept"]
    undo(connection, second, "Ann")
    assert stated(connection) == [("cla.count", 412)], "the decision before it is in force again"
    assert rejected_by_rule(connection) == [("words beside it", 1, 0, 0)]


def changed(path: Path, text: str, *observations: Any) -> Any:
    analysis = analysed(path, *observations, content_hash="1" * 64)
    blocks = (Block(BlockKind.PARAGRAPH, Passage.verbatim(text, 0)),)
    return replace(analysis, document=replace(analysis.document, text=text, blocks=blocks))


def test_decisions_hold_while_the_text_is_the_same(connection: duckdb.DuckDBPyConnection, paper: Path) -> None:
    decide(connection, standing(connection), said("edit", after=FEWER), 0)
    put(connection, rows_of(analysed(paper, observed(value=7))), "other rules", 2)
    assert stated(connection) == [("cla.count", 402)], "whatever the rules read there now"
    put(connection, rows_of(analysed(paper)), "other rules", 3)
    assert stated(connection) == [("cla.count", 402)], "or if they read nothing"


def test_words_that_have_moved_are_found_again(connection: duckdb.DuckDBPyConnection, paper: Path) -> None:
    decide(connection, standing(connection), said("reject", after=None), 0)
    moved = changed(paper, "New first line.\n" + TEXT, observed(quote_start=16))
    put(connection, rows_of(moved), "rules", 2)
    assert stated(connection) == [("cla.count", 412)], "until they are found"
    for key, entry in to_seek(connection).items():
        places = seek(moved.document, moved.parts, key, entry["sought"])
        assert found_again(connection, entry["text_hash"], places) == (1, 0)
    assert stated(connection) == []
    assert to_seek(connection) == {} and fallen(connection) == []


def test_words_that_are_gone_are_said(connection: duckdb.DuckDBPyConnection, paper: Path) -> None:
    decide(connection, standing(connection), said("edit", after=FEWER), 0)
    other = changed(paper, TEXT.replace("412", "999"))
    put(connection, rows_of(other), "rules", 2)
    for key, entry in to_seek(connection).items():
        assert found_again(connection, entry["text_hash"], seek(other.document, other.parts, key, entry["sought"])) == (
            0,
            1,
        )
    assert stated(connection) == []
    assert to_seek(connection) == {}, "it is looked for once in a text"
    assert [(f["decision"], f["name"], f["after"]["value"]) for f in fallen(connection)] == [("edit", "a", 402)]
    put(connection, rows_of(analysed(paper, observed())), "rules", 3)
    for key, entry in to_seek(connection).items():
        back = analysed(paper, observed())
        assert found_again(connection, entry["text_hash"], seek(back.document, back.parts, key, entry["sought"])) == (
            1,
            0,
        )
    assert stated(connection) == [("cla.count", 402)], "the paper is as it was"


def test_decisions_survive_the_end_of_the_process(store: Path, tmp_path: Path) -> None:
    with writing(store, catalogue()) as connection:
        publish(connection, tmp_path / "a.md", None, observed())
        decide(connection, standing(connection), said("reject", after=None), 0)
    with writing(store, catalogue()) as connection:
        assert stated(connection) == []
        assert [r.word for r in reviews(connection)] == ["reject"]


def test_words_that_come_back_give_way_to_what_was_decided_meanwhile(
    connection: duckdb.DuckDBPyConnection, paper: Path
) -> None:
    decide(connection, standing(connection), said("edit", after=FEWER), 0)
    put(connection, rows_of(changed(paper, "Nothing.")), "rules", 2)
    back = analysed(paper, observed())
    put(connection, rows_of(back), "rules", 3)
    decide(connection, standing(connection), said("accept"), 0)
    for key, entry in to_seek(connection).items():
        places = seek(back.document, back.parts, key, entry["sought"])
        assert found_again(connection, entry["text_hash"], places) == (0, 1)
    assert stated(connection) == [("cla.count", 412)]
