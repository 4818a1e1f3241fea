"""`boardmine ingest` as somebody sees it who drops a folder on it."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from bad_files import BAD, write_bad_files
from shell import Ended, Run


@pytest.fixture
def store(tmp_path: Path) -> Path:
    return tmp_path / "store.duckdb"


def summary(ended: Ended) -> dict[str, int]:
    """How many papers the summary gives, by what became of them."""
    return {name: int(count) for name, count in re.findall(r"^(\w+(?: rules)?) +(\d+) +[\d-]", ended.out, re.MULTILINE)}


def test_good_papers_go_in_and_bad_ones_are_named(run: Run, papers: Path, store: Path) -> None:
    write_bad_files(papers)
    ended = run("ingest", papers, "--db", store, "--jobs", 2)
    assert ended.status == 1
    assert len(ended.err.splitlines()) == len(BAD)
    for name in BAD:
        assert sum(line.startswith(f"boardmine: {papers / name}: ") for line in ended.err.splitlines()) == 1
    assert summary(ended) == {"new": 4, "refused": len(BAD)}
    rejects = json.loads(run("sql", "SELECT name, kind, path FROM rejects", "--db", store, "--format", "json").out)
    assert len(rejects) == len(BAD)
    for reject in rejects:
        assert reject["kind"] in BAD[Path(reject["path"]).name][1].split()
    again = run("ingest", papers, "--db", store)
    assert again.status == 1
    assert again.err.splitlines() and set(again.err.splitlines()) == set(ended.err.splitlines())
    assert summary(again) == {"unchanged": 4, "refused": len(BAD)}


def test_a_dry_run_says_what_would_change(run: Run, papers: Path, store: Path, markdown: Path) -> None:
    ended = run("ingest", papers, "--db", store, "--dry-run", "--jobs", 1)
    assert (ended.status, ended.err) == (0, "")
    assert sum(line.startswith("new ") and "observations" in line for line in ended.lines) == 4
    assert "would be written" in ended.out
    assert not store.exists()
    run("ingest", papers, "--db", store, "--jobs", 1)
    markdown.write_text(markdown.read_text(encoding="utf-8").replace("**412**", "**413**"), encoding="utf-8")
    ended = run("ingest", papers, "--db", store, "--dry-run", "--jobs", 1)
    [changed] = [line for line in ended.lines if line.startswith("changed ") and "observations" in line]
    assert str(markdown) in changed
    assert "added" in changed and "gone" in changed
    assert summary(ended) == {"changed": 1, "unchanged": 3}


def test_what_is_passed_over_is_said(run: Run, papers: Path, store: Path) -> None:
    (papers / "run.py").write_text("print(412)", encoding="utf-8")
    assert ".py 1" in run("ingest", papers, "--db", store, "--dry-run", "--jobs", 1).out


def test_a_path_that_is_not_there_makes_no_database(run: Run, tmp_path: Path, store: Path) -> None:
    ended = run("ingest", tmp_path / "no.pdf", "--db", store)
    assert ended.status == 1
    assert ended.err == f"boardmine: {tmp_path / 'no.pdf'}: there is no such file or folder\n"
    assert not store.exists()


@pytest.mark.parametrize("content, said", [(b"hello" * 1000, "is not a DuckDB database"), (None, "no folder")])
def test_a_database_that_cannot_be_used_is_said_on_one_line(
    run: Run, markdown: Path, store: Path, content: bytes | None, said: str
) -> None:
    where = store if content else store.parent / "none" / "store.duckdb"
    if content:
        store.write_bytes(content)
    ended = run("ingest", markdown, "--db", where)
    assert ended.status == 3
    assert ended.err.startswith(f"boardmine: {where}: ") and ended.err.count("\n") == 1
    assert said in ended.err


def test_a_wrong_catalogue_is_said_on_one_line(
    run: Run, markdown: Path, store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from boardmine.errors import CatalogueError

    def broken(_: object) -> None:
        raise CatalogueError("demand.yaml", 12, "unknown key 'lable'")

    monkeypatch.setattr("boardmine.batch.planning.fingerprint", broken)
    ended = run("ingest", markdown, "--db", store)
    assert (ended.status, ended.err) == (2, "boardmine: demand.yaml:12: unknown key 'lable'\n")
