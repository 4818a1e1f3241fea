"""`boardmine review` exports what was decided, `evaluate --reviews` judges by it, `ingest` keeps it."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from shell import Run

from boardmine.review.decisions import record_decision
from boardmine.review.desk import Desk
from boardmine.review.serve import open_desk
from boardmine.store.meaning import Meaning

PAPER = """# Corporate Parenting Panel

Wexcombe Borough Council, 5 May 2024

At the end of March 2024 there were 390 children in our care. At the end of March 2024 there were 210 children
subject to a child protection plan. The panel was told of 17 wombats.
"""


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    file = tmp_path / "papers" / "2024-05-05-minutes.md"
    file.parent.mkdir()
    file.write_text(PAPER, encoding="utf-8")
    return file


@pytest.fixture
def db(run: Run, paper: Path, tmp_path: Path) -> Path:
    """A database in which one number is accepted, one rejected, one added."""
    path = tmp_path / "review.duckdb"
    assert run("ingest", paper, "--db", path, "--jobs", "1").status == 0
    with open_desk(path) as desk:
        review(desk, "390", "accept")
        review(desk, "210", "reject")
        review(desk, "17", "add", Meaning("cp.started", 17, "count"))
    return path


def review(desk: Desk, number: str, word: Any, after: Meaning | None = None) -> None:
    with desk.store() as connection:
        [(key,)] = connection.execute("SELECT id FROM documents").fetchall()
    record_decision(desk, key, PAPER.index(number), word, after, "Ann", "", 0)


def test_reviewed_records_are_exported(run: Run, db: Path, paper: Path, tmp_path: Path) -> None:
    file = tmp_path / "gold.jsonl"
    assert run("review", "--db", db, "--export", file).out == f"2 reviewed records written to {file}\n"
    records = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
    assert [(r["doc"], r["metric"], r["value"]) for r in records] == [
        (paper.stem, "cla.count", 390),
        (paper.stem, "cp.started", 17),
    ]
    assert run("evaluate", paper, "--gold", file).status == 0


def test_extraction_is_judged_by_reviews(run: Run, db: Path) -> None:
    said = json.loads(run("evaluate", "--reviews", "--db", db, "--format", "json", "--errors", "--jobs", "1").out)
    whole = said["families"]["all"]
    assert (whole["references"], whole["observations"]) == (2, 2)
    assert (whole["strict"]["precision"], whole["strict"]["recall"]) == (0.5, 0.5)
    assert {error["verdict"] for error in said["errors"]} == {"invented", "missed"}


@pytest.mark.parametrize(
    "arguments",
    [("evaluate",), ("evaluate", "x.md"), ("evaluate", "--gold", "g.jsonl"), ("evaluate", "x.md", "--reviews")],
)
def test_evaluate_wants_one_or_the_other(run: Run, arguments: tuple[str, ...]) -> None:
    assert run(*arguments).status == 2


@pytest.fixture
def stated(run: Run, db: Path) -> Callable[[], list[list[Any]]]:
    def ask() -> list[list[Any]]:
        said = run("sql", "--db", db, "SELECT metric, value FROM statements ORDER BY ALL", "--format", "json").out
        return [list(row.values()) for row in json.loads(said)]

    return ask


@pytest.mark.parametrize("forgotten", ["before", "never", "after"])
def test_decisions_go_along_with_a_file_that_is_moved(
    run: Run, db: Path, paper: Path, stated: Callable[[], Any], forgotten: str
) -> None:
    before = stated()
    new = paper.parent / "2024" / "05-minutes.md"
    new.parent.mkdir()
    paper.rename(new)
    if forgotten == "before":
        new = new.rename(paper.parent.parent / new.name)
        run("ingest", paper.parent, "--db", db, "--jobs", "1", "--forget-gone")
        assert stated() == []
    assert run("ingest", new, "--db", db, "--jobs", "1").status == 0
    assert stated() == before == [["cla.count", 390], ["cp.started", 17]]
    if forgotten == "after":
        run("ingest", paper.parent, "--db", db, "--jobs", "1", "--forget-gone")
    if forgotten != "never":
        said = run("sql", "--db", db, "SELECT DISTINCT name FROM decisions JOIN documents ON id = document").out
        assert new.stem in said
    assert stated() == before


def test_decisions_are_kept_when_a_paper_changes(run: Run, db: Path, paper: Path, stated: Callable[[], Any]) -> None:
    assert stated() == [["cla.count", 390], ["cp.started", 17]]
    paper.write_text("A new first line.\n\n" + PAPER, encoding="utf-8")
    ended = run("ingest", paper, "--db", db, "--jobs", "1")
    assert ended.status == 0 and "reviewed number" not in ended.err
    assert stated() == [["cla.count", 390], ["cp.started", 17]]
    paper.write_text(PAPER.replace("17 wombats", "18 wombats"), encoding="utf-8")
    ended = run("ingest", paper, "--db", db, "--jobs", "1")
    assert "1 reviewed number no longer in the words of the papers; boardmine review shows which" in ended.err
    assert stated() == [["cla.count", 390]]


def test_an_explanation_says_what_was_decided(run: Run, db: Path) -> None:
    assert "accepted by Ann" in run("explain", "2024-05-05/1", "--db", db).out
    assert "rejected by Ann" in run("explain", "2024-05-05/2", "--db", db).out
    added = run("sql", "--db", db, "SELECT observation FROM statements WHERE value = 17", "--format", "json").out
    assert "added by Ann" in run("explain", json.loads(added)[0]["observation"], "--db", db).out


def test_a_review_of_nothing_is_refused(run: Run, tmp_path: Path) -> None:
    ended = run("review", "--db", tmp_path / "none.duckdb", "--no-browser")
    assert ended.status == 3 and "there is no database" in ended.err
