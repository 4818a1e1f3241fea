"""Lists, quiet and JSON lines, what was refused, what a run changed."""

from __future__ import annotations

import hashlib
import io
import json
import os
import signal
import time
from pathlib import Path

import pytest
from shell import Run
from warm_runs import WarmRuns

from boardmine.cli import main
from boardmine.store.connect import reading


@pytest.fixture
def store(tmp_path: Path) -> Path:
    return tmp_path / "store.duckdb"


def test_a_list_names_papers(run: Run, papers: Path, markdown: Path, store: Path, tmp_path: Path) -> None:
    names = tmp_path / "names"
    names.write_text(f"{markdown}\n\n{papers}/*.html\n", encoding="utf-8")
    lines = [json.loads(line) for line in run("ingest", "--from-list", names, "--db", store, "--format", "jsonl").lines]
    assert [line["event"] for line in lines] == ["plan", "read", "read", "end"]
    assert {Path(line["path"]).suffix for line in lines[1:3]} == {".md", ".html"}
    assert lines[-1]["new"] == 2 and lines[-1]["observations"] == sum(line["observations"] for line in lines[1:3]) > 0


def test_standard_input_is_a_list_too(
    papers: Path, markdown: Path, store: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(os.fsencode(markdown) + b"\0")))
    with pytest.raises(SystemExit) as ended:
        main(["ingest", "--from-list", "-", "--db", str(store), "--quiet"])
    assert (ended.value.code or 0, capsys.readouterr().out) == (0, "")
    assert store.exists()


def test_rejects_are_listed_and_tried_again(run: Run, papers: Path, markdown: Path, store: Path) -> None:
    good = markdown.read_bytes()
    markdown.write_bytes(b"")
    assert run("ingest", markdown, "--db", store, "--quiet").status == 1
    again = run("retry", "--db", store, "--quiet")
    assert (again.status, again.out) == (1, "")
    [reject] = json.loads(run("rejects", "--db", store, "--details", "--format", "json").out)
    assert (reject["kind"], reject["tries"], reject["run"]) == ("EmptyFile", 2, 2)
    assert json.loads(run("rejects", "--db", store, "--kind", "Crash", "--format", "json").out) == []
    markdown.write_bytes(good)
    assert run("retry", "--db", store).status == 0
    assert json.loads(run("rejects", "--db", store, "--format", "json").out) == []
    markdown.write_bytes(b"")
    run("ingest", markdown, "--db", store, "--quiet")
    markdown.unlink()
    assert run("retry", "--db", store).status == 0
    assert json.loads(run("rejects", "--db", store, "--format", "json").out) == []


def test_a_run_says_what_it_changed(run: Run, markdown: Path, store: Path) -> None:
    text = markdown.read_text(encoding="utf-8")
    for number in ("412", "413", "412"):
        markdown.write_text(text.replace("**412**", f"**{number}**"), encoding="utf-8")
        run("ingest", markdown, "--db", store, "--quiet", "--jobs", 1)
    found = json.loads(run("diff", 1, 2, "--db", store, "--format", "json").out)
    values = {(revision["change"], revision["value"]) for revision in found["revisions"]}
    assert ("added", 413.0) in values and ("gone", 412.0) in values
    shown = run("diff", 1, 2, "--db", store).out
    assert "+ cla.count 413 count" in shown and "- cla.count 412 count" in shown
    assert "1 paper read again" in shown
    assert json.loads(run("diff", 1, 3, "--db", store, "--format", "json").out)["revisions"] == []
    for wrong in ((2, 1), (1, 9)):
        assert run("diff", *wrong, "--db", store).status == 3


def test_only_what_older_rules_read_is_read_again(run: Run, papers: Path, markdown: Path, store: Path) -> None:
    run("ingest", papers, "--db", store, "--quiet")
    import duckdb

    with duckdb.connect(str(store)) as connection:
        connection.execute("UPDATE documents SET rules = 'older' WHERE format IN ('text', 'html')")
    (papers / "new.md").write_text("412 children", encoding="utf-8")
    lines = [json.loads(line) for line in run("ingest", "--stale", "--db", store, "--format", "jsonl").lines]
    assert sorted((line["state"], Path(line["path"]).suffix) for line in lines if line["event"] == "read") == [
        ("stale", ".html"),
        ("stale", ".md"),
    ]
    assert lines[-1]["added"] == lines[-1]["removed"] == 0


def test_papers_that_are_gone_are_said_and_forgotten_when_asked(
    run: Run, papers: Path, markdown: Path, store: Path
) -> None:
    run("ingest", papers, "--db", store, "--quiet")
    markdown.unlink()
    (plan, *_, end) = [json.loads(line) for line in run("ingest", papers, "--db", store, "--format", "jsonl").lines]
    assert (plan["gone"], end["gone"]) == (1, 1)
    known = "SELECT count(*) AS n FROM documents"
    assert json.loads(run("sql", known, "--db", store, "--format", "json").out) == [{"n": 4}]
    run("ingest", papers, "--db", store, "--quiet", "--forget-gone")
    assert json.loads(run("sql", known, "--db", store, "--format", "json").out) == [{"n": 3}]


def test_nothing_named_is_wrong_use(run: Run, store: Path) -> None:
    assert run("ingest", "--db", store).status == 2


@pytest.mark.skipif(os.name == "nt", reason="signals are of another kind there")
def test_watch_reads_what_has_come_whole_and_stops_cleanly(
    runs: WarmRuns, tmp_path: Path, markdown: Path, store: Path
) -> None:
    folder = tmp_path / "inbox"
    folder.mkdir()
    runs.start(["watch", folder, "--db", store, "--settle", "0.5"])
    runs.wait_for(f"watching {folder}")
    whole = markdown.read_text(encoding="utf-8").splitlines(keepends=True)[:20]
    with (folder / "slow.md").open("w", encoding="utf-8") as file:
        for line in whole:
            file.write(line)
            file.flush()
            time.sleep(0.05)
    runs.wait_for("slow.md")
    runs.send(signal.SIGTERM)
    ended = runs.end()
    lines = ended.out.splitlines()
    assert (lines[0], lines[-1], ended.status) == (f"watching {folder}", "stopped", 0)
    assert lines[1].split(":")[0].split() == ["new", f"{folder}/slow.md"]
    with reading(store) as connection:
        said = connection.execute("SELECT content_hash, (FROM runs SELECT count(*)) FROM documents").fetchall()
    assert said == [(hashlib.sha256("".join(whole).encode()).hexdigest(), 1)]
